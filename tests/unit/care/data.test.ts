import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import contacts from '../../../lib/care/contacts.json' with { type: 'json' };
import { fold } from '../../../lib/care/fold.ts';
import { HARM_LABELS } from '../../../lib/care/harm.ts';
import quantities from '../../../lib/care/quantities.json' with { type: 'json' };
import { CareKind } from '../../../lib/care/schema.ts';
import texts from '../../../lib/care/texts.json' with { type: 'json' };
import { LABELS } from '../../../lib/care/words.ts';
import zones from '../../../lib/care/zones.json' with { type: 'json' };
import { LANGUAGES } from '../../../lib/language/languages.ts';

const Text = z.string().trim().min(1);
const Sourced = { source: Text, date: z.iso.date(), confidence: z.enum(['high', 'medium']) };
const Line = z.strictObject({
  name: Text.max(200),
  contact: z.string().regex(/^[\d\s()/-]+$/),
  text: Text.optional(),
  hours: Text.optional(),
  free: z.literal(true).optional(),
  languages: z.array(z.string().length(2)).min(1).optional(),
  ...Sourced,
});
const Address = z.strictObject({ name: Text, contact: z.string().regex(/^[a-z.]+$/), ...Sourced });
const Contacts = z.strictObject({
  directory: Address,
  children: Address,
  countries: z.record(
    z.string().regex(/^[A-Z]{2}$/),
    z.strictObject({
      emergency: z.strictObject({ number: z.string().regex(/^\d{3}( \/ \d{3})?$/), ...Sourced }),
      crisis: z.array(Line),
      violence: z.array(Line),
      child: z.array(Line).optional(),
    }),
  ),
});

const Phrase = z.string().regex(/^\S+( \S+)*$/);
const Words = z.strictObject({
  language: z.enum(LANGUAGES),
  markers: z.array(z.string()).min(10),
  groups: z.record(z.string(), z.array(Phrase).min(1)),
  rules: z.strictObject(Object.fromEntries(LABELS.map((label) => [label, z.array(Phrase).min(1)]))),
});

const HarmWords = z.strictObject({
  language: z.enum(LANGUAGES),
  groups: z.record(z.string(), z.array(Phrase).min(1)),
  rules: z.strictObject(Object.fromEntries(HARM_LABELS.map((label) => [label, z.array(Phrase).min(1)]))),
});

const Message = z.string().regex(/\{emergency\}/);
const Texts = z.strictObject({
  words: z.strictObject({ emergency: Text, emergencyName: Text, free: Text, text: Text }),
  ...Object.fromEntries(CareKind.options.map((kind) => [kind, kind === 'child' ? Text : Message])),
  others: Message,
  mention: z.strictObject({ crisis: Message, violence: Message, child: Text }),
});

describe('the data of care', () => {
  test('every contact has a source and a date, and no country is named twice', () => {
    Contacts.parse(contacts);
  });

  test.each(LANGUAGES)('the words of %s are phrases of every label', async (language) => {
    const { default: words } = await import(`../../../lib/care/words/${language}.json`, { with: { type: 'json' } });
    expect(Words.parse(words).language).toBe(language);
  });

  test.each(LANGUAGES)('the words of harm in %s are phrases of every label', async (language) => {
    const { default: words } = await import(`../../../lib/care/harm/${language}.json`, { with: { type: 'json' } });
    expect(HarmWords.parse(words).language).toBe(language);
  });

  test.each(LANGUAGES)('%s says every kind', (language) => {
    Texts.parse(texts[language]);
  });

  test.each(LANGUAGES.flatMap((language) => CareKind.options.map((kind) => ({ language, kind }))))(
    'the answer about $kind in $language has 55 to 105 words and says that it is automatic',
    ({ language, kind }) => {
      const message = texts[language][kind];
      const words = message.split(/\s+/).length;
      expect(words).toBeGreaterThanOrEqual(55);
      expect(words).toBeLessThanOrEqual(105);
      expect(fold(message).join(' ')).toMatch(/automat/);
    },
  );

  test('every zone has one country', () => {
    const names = Object.values(zones.countries).flatMap((each) => each.split(' '));
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(500);
    expect(Object.keys(zones.countries).every((code) => /^[A-Z]{2}$/.test(code))).toBe(true);
  });

  test('the words of quantities are folded', () => {
    const { numbers, ...lists } = quantities;
    for (const word of [...Object.values(lists).flat(), ...Object.keys(numbers)]) {
      expect(word).toMatch(/^[a-z0-9 ]+\*?$/);
    }
  });
});

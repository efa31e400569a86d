import { describe, expect, test } from 'vitest';
import { type CarePerson, readCare } from '../../../lib/care/read.ts';
import { careText } from '../../../lib/care/text.ts';
import { LANGUAGES } from '../../../lib/language/languages.ts';
import lines from './lines.json' with { type: 'json' };

const berlin: CarePerson = { timezone: 'Europe/Berlin', locale: 'de-DE' };
const crisis = 'I want to kill myself';

const nameOf = ({ language, text, kind, tier }: (typeof lines)[number]) =>
  `${language}: "${text}" is ${kind ? `${kind}, ${tier}` : 'everyday'}`;

describe('what people write', () => {
  test.each(lines.map((line) => ({ ...line, name: nameOf(line) })))('$name', ({ text, language, kind, tier }) => {
    const care = readCare(text, { timezone: 'Europe/Berlin', locale: language });
    expect(care && { kind: care.kind, tier: care.tier }).toEqual(kind ? { kind, tier } : null);
  });

  test('the lines cover both kinds in every language', () => {
    for (const language of LANGUAGES) {
      const own = lines.filter((line) => line.language === language);
      expect(own.filter(({ kind }) => kind === 'crisis').length).toBeGreaterThanOrEqual(15);
      expect(own.filter(({ kind }) => kind === null).length).toBeGreaterThanOrEqual(20);
    }
  });

  test.each([
    ["i DON'T wanna live", 'a contraction and capitals'],
    ['i dont wanna liiiive', 'letters held down'],
    ['I want to 💀 die', 'an emoji between'],
    ['self\u00adharm', 'an invisible hyphen'],
    ['Ich will mich UMBRINGEN!!!', 'shouting'],
    ['SUICÍDIO', 'capitals with accents'],
    [`${'We planned a trip. '.repeat(3000)} I want to die.`, 'the end of a long text'],
  ])('%j is a crisis: %s', (text) => {
    expect(readCare(text, berlin)).toMatchObject({ kind: 'crisis', tier: 'nothing' });
  });

  test('an idiom does not hide the crisis next to it', () => {
    expect(readCare('I am dead tired and killing time. I want to die.', berlin)?.tier).toBe('nothing');
  });

  test('a hundred thousand characters without a space, or of one phrase, are read', () => {
    expect(readCare('a'.repeat(100_000), berlin)).toBeNull();
    expect(readCare("don't want to ".repeat(7000), berlin)).toBeNull();
  });
});

describe('the answer', () => {
  test.each([
    ['Ich will sterben', 'Gut, dass du'],
    ['je veux mourir', 'Merci de'],
    ['quiero morirme', 'Gracias por'],
    ['quero morrer', 'Ainda bem'],
    ['voglio morire', 'Hai fatto'],
    ['ik wil dood', 'Goed dat'],
    ['I want to die', "I'm glad"],
  ])('to %j is in its language, whatever the account says', (text, opening) => {
    expect(readCare(text, { timezone: 'Asia/Tokyo', locale: 'en-US' })?.message).toContain(opening);
  });

  test('names a line and the emergency number of the country in its first two sentences', () => {
    const said = readCare(crisis, { timezone: 'Europe/London' })?.message.split('. ').slice(0, 2).join('. ');
    expect(said).toContain('Samaritans 116 123 (24/7, free)');
    expect(said).toContain('999');
  });

  test('has one question at most and no word of a method', () => {
    for (const text of ['I want to die', 'Ich will sterben', 'je veux mourir', 'quiero morirme', 'quero morrer']) {
      const message = readCare(text, berlin)?.message ?? '';
      expect(message.match(/\?/g)).toHaveLength(1);
      expect(message).not.toMatch(/pill|rope|bridge|knife|tablet/i);
    }
  });

  test('becomes plain text with each contact on a line', () => {
    const care = readCare(crisis, { timezone: 'America/New_York' });
    expect(care && careText(care).split('\n')).toEqual(
      expect.arrayContaining([expect.stringMatching(/^988 .*: 988 \(24\/7, text 988\)$/), 'Emergency: 911']),
    );
  });
});

describe('where help is', () => {
  const contacts = (timezone: string, locale?: string, text = crisis) =>
    readCare(text, { timezone, locale })
      ?.resources.map(({ contact }) => contact)
      .join(' | ');

  test.each([
    ['Europe/Berlin', undefined, '0800 1110111'],
    ['Asia/Calcutta', undefined, '14416'],
    ['America/Buenos_Aires', undefined, '0800-999-0091'],
    ['Europe/Paris', undefined, '3114'],
    ['Australia/Sydney', 'en-US', '13 11 14'],
    ['UTC', 'pt-BR', '188'],
    ['UTC', 'nl-NL', '113'],
  ])('%s with locale %s is %s', (timezone, locale, contact) => {
    expect(contacts(timezone, locale)).toContain(contact);
  });

  test('the time zone counts more than the locale: a US device in Kenya gets no 988', () => {
    expect(contacts('Africa/Nairobi', 'en-US')).toBe('findahelpline.com');
  });

  test('the country that a person says they live in counts more than both', () => {
    expect(contacts('Europe/Berlin', 'de-DE', 'I live in Ireland and I want to die')).toContain('112 / 999');
  });

  test('a country of the EU without a known line gets 112 and the directory', () => {
    expect(contacts('Europe/Stockholm')).toBe('112 | findahelpline.com');
  });

  test('Belgium gets the line of the language first', () => {
    expect(contacts('Europe/Brussels', undefined, 'ik wil dood')).toMatch(/^1813/);
    expect(contacts('Europe/Brussels', undefined, 'je veux mourir')).toMatch(/^0800 32 123/);
  });

  test('a line in another language says which', () => {
    expect(contacts('Europe/Berlin')).toContain('German');
  });

  test('nothing known is the directory and no number at all', () => {
    const care = readCare(crisis, { timezone: 'Etc/UTC', locale: 'xx' });
    expect(care?.message).not.toMatch(/\d{3}/);
    expect(care?.resources).toEqual([{ name: 'Find A Helpline', contact: 'findahelpline.com' }]);
  });
});

import { expect, test } from 'vitest';
import { ptBr } from '../../lib/intents/sentences/pt-br.ts';
import { SENTENCES } from '../../lib/intents/sentences.ts';
import { translate } from '../../lib/intents/translate.ts';

const moment = { now: new Date('2026-11-25T07:30:00Z'), timezone: 'Europe/Berlin' };

test('every language says the same sentences with the same things in them', () => {
  const slots = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).toSorted();
  const [first, ...others] = Object.values(SENTENCES);
  for (const table of others) {
    expect(Object.keys(table)).toEqual(Object.keys(first ?? {}));
    for (const [name, sentence] of Object.entries(table)) {
      expect(slots(sentence), name).toEqual(
        slots(Object.entries(first ?? {}).find(([each]) => each === name)?.[1] ?? ''),
      );
    }
  }
});

test('in Brazil it is “sua lista”, with the same things in the sentence', () => {
  const when = { from: '2026-11-27' };
  const added = (locale: string | null) =>
    translate({ sentence: 'task_added', title: 'Yoga', when }, 'pt', { ...moment, locale });
  expect(added('pt-BR')).toBe('Yoga está na sua lista: sexta-feira.');
  for (const locale of ['pt', 'pt-PT', null]) expect(added(locale)).toBe('Yoga está na tua lista: sexta-feira.');
  expect(translate({ sentence: 'task_added', title: 'Yoga', when }, 'es', { ...moment, locale: 'pt-BR' })).toContain(
    'tu lista',
  );
  const slots = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).toSorted();
  for (const [name, sentence] of Object.entries(ptBr)) {
    const own = Object.entries(SENTENCES.pt).find(([each]) => each === name)?.[1] ?? '';
    expect(slots(sentence), name).toEqual(slots(own));
    expect(sentence, name).not.toMatch(/(?<!\p{L})(?:tua?s?|teus?|ti|contigo)(?!\p{L})/u);
  }
});

test('times are said by the clock, days by their names', () => {
  const when = (from: string, scheduled_at: string | null = null, to = from) => ({ from, to, scheduled_at });
  const added = (language: 'de' | 'fr', at: ReturnType<typeof when>) =>
    translate({ sentence: 'task_added', title: 'Yoga', when: at }, language, moment);
  expect(added('de', when('2026-11-26', '2026-11-26T17:00:00Z'))).toBe('Yoga steht auf deiner Liste: morgen um 18:00.');
  expect(added('de', when('2026-11-27'))).toBe('Yoga steht auf deiner Liste: Freitag.');
  expect(added('fr', when('2026-12-24'))).toBe('Yoga est sur ta liste : jeudi 24 décembre.');
  expect(added('de', when('2026-11-28', null, '2026-11-29'))).toBe('Yoga steht auf deiner Liste: Samstag bis Sonntag.');
});

test('what is too much to listen to is counted', () => {
  const items = Array.from({ length: 7 }, (_, index) => ({ title: `T${index}` }));
  expect(translate({ sentence: 'which_task', items }, 'de', moment)).toBe('Welche meinst du: T0; T1; T2; T3; T4; +2?');
});

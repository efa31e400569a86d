import { describe, expect, test } from 'vitest';
import { readGoalWords } from '../../lib/language/goal.ts';
import { LANGUAGES, type Language } from '../../lib/language/languages.ts';
import { type Question, sayQuestion } from '../../lib/language/questions.ts';
import { type Moment, readWhen } from '../../lib/language/when.ts';

/** Saturday, 28 November 2026, 16:45 in Berlin. */
const saturday = { now: new Date('2026-11-28T15:45:00Z'), timezone: 'Europe/Berlin' };

function read(text: string, person: Pick<Moment, 'locale' | 'language'>): string {
  const time = readWhen(text, { ...saturday, ...person });
  return time.kind === 'unclear' ? 'ask' : [time.date, time.time ?? ''].join(' ').trim();
}

test.each<[string, string | null, string]>([
  ['Thanksgiving', 'en-US', '2027-11-25'],
  ['Thanksgiving', 'en-CA', '2027-10-11'],
  ["Mother's Day", 'en-US', '2027-05-09'],
  ["Mother's Day", 'en-GB', '2027-03-07'],
  ['3/4', 'en-US', '2027-03-04'],
  ['3/4', 'en-GB', '2027-04-03'],
  ['3/4', 'de-AT', '2027-04-03'],
  ['3/4', 'pt-BR', '2027-04-03'],
  ['3/4', 'en', 'ask'],
  ['3/4', 'en-CA', 'ask'],
  ['3/4', null, 'ask'],
  ['3/4', 'no locale at all', 'ask'],
  ['10/11 at 9', 'en-US', '2027-10-11 09:00'],
  ['10/11 at 9', 'en-AU', '2027-11-10 09:00'],
  ['le 10/11 à 9h', 'en-US', '2027-11-10 09:00'],
  ['12/25', 'en-GB', '2026-12-25'],
  ['25/12', 'en-US', '2026-12-25'],
  ['31.12', 'de', '2026-12-31'],
  ['31.12', null, '2026-12-31'],
  ['am 3.4', 'de', '2027-04-03'],
  // A time of day as well as a date.
  ['20.12', 'de', 'ask'],
])('"%s" of a person with the locale %s is %s', (text, locale, expected) => {
  expect(read(text, { locale })).toBe(expected);
});

test.each<[string, string, string]>([
  // Tuesday for a Spaniard and an Italian.
  ['mar a las 9', 'es', '2026-12-01 09:00'],
  ['mar 9:30', 'it', '2026-12-01 09:30'],
  ['mar 9', 'en', '2027-03-09'],
  // Sunday in Spanish and in Portuguese.
  ['domingo', 'es', '2026-11-29'],
  ['domingo', 'pt', '2026-11-29'],
  ['sex 9h', 'pt', '2026-12-04 09:00'],
  ['dia 3', 'pt', '2026-12-03'],
  ['le 3', 'fr', '2026-12-03'],
  ['15-12', 'nl', '2026-12-15'],
  ['dom', 'it', '2026-11-29'],
  ['morgen 9', 'nl', '2026-11-29 09:00'],
  ['sat 9', 'en', '2026-12-05 09:00'],
])('"%s" is read in the language of the account (%s)', (text, language, expected) => {
  expect(read(text, { locale: language })).toBe(expected);
});

test('the language of the words counts before the one of the account', () => {
  expect(read('demain à 18h', { locale: 'de' })).toBe('2026-11-29 18:00');
  expect(read('tomorrow at 6pm', { locale: 'pt-BR' })).toBe('2026-11-29 18:00');
  expect(read('übermorgen um 9', { locale: 'en-US' })).toBe('2026-11-30 09:00');
});

test('the last day of a goal is read by the locale too', () => {
  const target = (locale: string) =>
    readGoalWords({ title: 'Learn to cook by 3/4', today: '2026-11-28', locale }).horizon?.target_date;
  expect(target('en-US')).toBe('2027-03-04');
  expect(target('en-GB')).toBe('2027-04-03');
});

describe('questions', () => {
  test.each<[Language, string, RegExp]>([
    ['en', 'Monday or Tuesday', /^I am not sure when/],
    ['de', 'Montag oder Dienstag', /^Ich bin nicht sicher/],
    ['fr', 'trois fois par semaine', /^Quels jours/],
    ['es', 'la semana que viene', /^¿Qué día de la semana/],
    ['pt', 'amanhã às 25', /^A que horas/],
    ['it', 'ieri', /^Quel momento è già passato/],
    ['nl', '30 februari', /^Die datum bestaat niet/],
    ['de', 'nächsten Sonntag um 9', /^Meinst du 29\. November oder 6\. Dezember\?$/],
  ])('are asked in %s: "%s"', (language, text, question) => {
    expect(readWhen(text, { ...saturday, language })).toMatchObject({ ask: expect.stringMatching(question) });
  });

  test('are the same in every language', () => {
    const asked: Question[] = ['when', 'passed', 'which_month', 'one_of_days', 'how_often', 'one_or_series'];
    for (const ask of asked) {
      const said = LANGUAGES.map((language) => sayQuestion({ ask, said: '3/4' }, language));
      expect(new Set(said).size, ask).toBe(LANGUAGES.length);
      expect(said.every((text) => text.includes('?') && !text.includes('{'))).toBe(true);
      expect(new Set(said.map((text) => text.includes('3/4'))).size).toBe(1);
    }
  });
});

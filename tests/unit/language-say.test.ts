import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, todayIn } from '../../lib/days.ts';
import { sayRepetition } from '../../lib/intents/say-repetition.ts';
import { LANGUAGES, type Language } from '../../lib/language/languages.ts';
import { sayDate, sayPart, sayWhen } from '../../lib/language/say.ts';
import { readWhen } from '../../lib/language/when.ts';
import { formatRule, type Rule } from '../../lib/tasks/rule.ts';

/** Saturday, 28 November 2026, 16:45 in Berlin. */
const saturday = { now: new Date('2026-11-28T15:45:00Z'), timezone: 'Europe/Berlin' };
const today = todayIn(saturday.timezone, saturday.now);
const say = (language: Language, date: string, time?: string) =>
  sayWhen(date, time, saturday.timezone, saturday.now, language);

test.each<[Language, string[]]>([
  ['en', ['tomorrow at 7 in the evening', 'Friday at 7 in the evening', 'Monday, 14 December', '3 March 2027']],
  ['de', ['morgen um 19:00', 'Freitag um 19:00', 'Montag, 14. Dezember', '3. März 2027']],
  ['fr', ['demain à 19:00', 'vendredi à 19:00', 'lundi 14 décembre', '3 mars 2027']],
  ['es', ['mañana a las 19:00', 'viernes a las 19:00', 'lunes, 14 de diciembre', '3 de marzo de 2027']],
  ['pt', ['amanhã às 19:00', 'sexta-feira às 19:00', 'segunda-feira, 14 de dezembro', '3 de março de 2027']],
  ['it', ['domani alle 19:00', 'venerdì alle 19:00', 'lunedì 14 dicembre', '3 marzo 2027']],
  ['nl', ['morgen om 19:00', 'vrijdag om 19:00', 'maandag 14 december', '3 maart 2027']],
])('days and times are said in %s', (language, said) => {
  expect([
    say(language, '2026-11-29', '19:00'),
    say(language, '2026-12-04', '19:00'),
    say(language, '2026-12-14'),
    sayDate('2027-03-03', language, today),
  ]).toEqual(said);
});

test('a part of today has a name of its own', () => {
  expect(sayPart(today, 'evening', today)).toBe('this evening');
  expect(sayPart(today, 'evening', today, 'de')).toBe('heute Abend');
  expect(sayPart(addDays(today, 1), 'morning', today, 'fr')).toBe('demain matin');
});

const rule = (more: Partial<Rule>): Rule => ({ freq: 'WEEKLY', interval: 1, byDay: [], byMonthDay: [], ...more });
const sayRule = (said: Rule, start_time: string | null, language: Language, excluded_dates: string[] = []) =>
  // Begun in the past, so that no first day is said.
  sayRepetition(
    { date: '2026-11-02', recurrence_rule: formatRule(said), start_time, ends_on: null, excluded_dates },
    saturday,
    language,
  ) ?? '';

test.each<[Language, string[]]>([
  [
    'de',
    [
      'jeden Montag und Freitag um 07:00',
      'alle 2 Wochen am Freitag',
      'am ersten Montag jedes Monats',
      'am 1. und 15. jedes Monats',
    ],
  ],
  [
    'fr',
    [
      'chaque lundi et vendredi à 07:00',
      'toutes les 2 semaines le vendredi',
      'le premier lundi de chaque mois',
      'le 1 et 15 de chaque mois',
    ],
  ],
  [
    'pt',
    [
      'cada segunda-feira e sexta-feira às 07:00',
      'a cada 2 semanas, sexta-feira',
      'primeira segunda-feira de cada mês',
      'dia 1 e 15 de cada mês',
    ],
  ],
])('repetitions are said in %s', (language, said) => {
  const [monday, friday] = [{ weekday: 1 }, { weekday: 5 }];
  expect([
    sayRule(rule({ byDay: [monday, friday] }), '07:00', language),
    sayRule(rule({ interval: 2, byDay: [friday] }), null, language),
    sayRule(rule({ freq: 'MONTHLY', byDay: [{ weekday: 1, nth: 1 }] }), null, language),
    sayRule(rule({ freq: 'MONTHLY', byMonthDay: [1, 15] }), null, language),
  ]).toEqual(said);
});

describe.each(LANGUAGES)('what is said in %s and read again is the same', (language) => {
  const minute = fc.constantFrom('00', '05', '15', '30', '45');
  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), minute)
    // Midnight ends the day before; in the third hour of one night in March the clock skips what would be said.
    .filter(([hour, minutes]) => hour !== 2 && !(hour === 0 && minutes !== '00'))
    .map(([hour, minutes]) => `${String(hour).padStart(2, '0')}:${minutes}`);
  const read = (words: string) => readWhen(words, { ...saturday, language });

  test('one time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.option(clock, { nil: undefined }), (ahead, time) => {
        const date = addDays(today, ahead);
        const words = say(language, date, time);
        expect({ words, ...read(words) }).toMatchObject({ words, kind: 'instant', date, ...(time ? { time } : {}) });
      }),
    );
  });

  test('a repetition by years, and one that leaves out a month', () => {
    const yearly = (years: number) => rule({ freq: 'MONTHLY', interval: 12 * years, byMonthDay: [2] });
    for (const years of [1, 2, 4]) {
      const words = sayRule(yearly(years), null, language);
      expect({ words, ...read(words) }).toMatchObject({ words, rule: formatRule(yearly(years)) });
    }
    const mondays = rule({ byDay: [{ weekday: 1 }] });
    const inAugust = Array.from({ length: 30 }, (_, ahead) => `${2027 + ahead}-08-02`);
    const words = sayRule(mondays, null, language, inAugust);
    const again = read(words);
    expect({ words, ...again }).toMatchObject({ words, rule: formatRule(mondays) });
    const excluded = 'excluded' in again ? (again.excluded ?? []) : [];
    expect(new Set(excluded.map((day) => day.slice(5, 7)))).toEqual(new Set(['08']));
    expect(excluded.at(0)).toBe('2027-08-02');
  });

  test('a repetition by days and weeks', () => {
    const days = fc
      .uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 6 })
      .map((all) => all.toSorted((a, b) => ((a + 6) % 7) - ((b + 6) % 7)).map((weekday) => ({ weekday })));
    const weekly = fc.record({ interval: fc.integer({ min: 1, max: 4 }), byDay: days });
    const daily = fc.record({ freq: fc.constant<'DAILY'>('DAILY'), interval: fc.integer({ min: 1, max: 6 }) });
    fc.assert(
      fc.property(fc.oneof(weekly, daily), fc.option(clock), (said, time) => {
        const words = sayRule(rule(said), time, language);
        expect({ words, ...read(words) }).toMatchObject({ words, kind: 'recurring', rule: formatRule(rule(said)) });
      }),
    );
  });

  test('a repetition with days that it leaves out', () => {
    const ahead = fc.uniqueArray(fc.integer({ min: 2, max: 300 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(ahead, fc.option(clock.filter((each) => each !== '00:00')), (days, time) => {
        const excluded = days.toSorted((a, b) => a - b).map((each) => addDays(today, each));
        const words = sayRule(rule({ freq: 'DAILY' }), time, language, excluded);
        expect({ words, ...read(words) }).toMatchObject({ words, rule: 'FREQ=DAILY', excluded });
      }),
    );
  });

  test('a repetition by months', () => {
    const dates = fc
      .uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 3 })
      .map((all) => ({ byMonthDay: all.toSorted((a, b) => a - b) }));
    const last = fc.constant<Partial<Rule>>({ byMonthDay: [-1] });
    const weekday = fc
      .tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom(1, 2, 3, 4, 5, -1))
      .map(([day, nth]) => ({ byDay: [{ weekday: day, nth }] }));
    const time = clock.filter((each) => each !== '00:00');
    fc.assert(
      fc.property(
        fc.oneof(dates, last, weekday),
        fc.integer({ min: 1, max: 3 }),
        fc.option(time),
        (on, interval, at) => {
          const said = rule({ freq: 'MONTHLY', interval, ...on });
          const words = sayRule(said, at, language);
          expect({ words, ...read(words) }).toMatchObject({ words, kind: 'recurring', rule: formatRule(said) });
        },
      ),
    );
  });
});

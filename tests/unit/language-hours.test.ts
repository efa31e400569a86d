import { expect, test } from 'vitest';
import { planGoal } from '../../harness/plans.ts';
import { weekdayOf } from '../../lib/days.ts';
import { readGoalWords } from '../../lib/language/goal.ts';
import type { Language } from '../../lib/language/languages.ts';

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
/** What the words leave: the weekdays, the hours, and the minutes of each time. */
type Left = { days: number[]; hours?: [from: string, to: string]; minutes?: number };

const SAID: readonly (readonly [Language, string, Left])[] = [
  ['en', 'I can only do Tuesday and Thursday evenings, one hour each.', { days: [2, 4], minutes: 60 }],
  [
    'en',
    'Half an hour before work, I start at 8:30.',
    { days: [1, 2, 3, 4, 5], hours: ['05:00', '08:00'], minutes: 30 },
  ],
  ['en', 'Saturdays 9 to 12 only.', { days: [6], hours: ['09:00', '12:00'] }],
  ['en', 'I work shifts and am off on Wed.', { days: [3] }],
  ['en', 'I only have time after 8 pm.', { days: EVERY_DAY, hours: ['20:00', '23:00'] }],
  ['en', '15 minutes every day at 6 am.', { days: EVERY_DAY, hours: ['06:00', '06:15'], minutes: 15 }],
  [
    'en',
    'On my lunch break, 12:00 to 12:30, weekdays.',
    { days: [1, 2, 3, 4, 5], hours: ['12:00', '12:30'], minutes: 30 },
  ],
  ['en', 'Only the pool on Tuesdays and Fridays from 18 to 20.', { days: [2, 5], hours: ['18:00', '20:00'] }],
  ['en', 'I work 9 to 5 and can only train after 6 pm.', { days: EVERY_DAY, hours: ['18:00', '23:00'] }],
  ['en', 'I work 9 to 5.', { days: EVERY_DAY }],
  ['en', 'My shop opens at 9.', { days: EVERY_DAY }],
  [
    'de',
    'Nur montags und mittwochs abends nach 19 Uhr, je 45 Minuten.',
    { days: [1, 3], hours: ['19:00', '23:00'], minutes: 45 },
  ],
  ['de', 'Ich kann nur samstags von 10 bis 13 Uhr.', { days: [6], hours: ['10:00', '13:00'] }],
  [
    'de',
    'Eine halbe Stunde vor der Arbeit, ich fange um 7 Uhr an.',
    { days: [1, 2, 3, 4, 5], hours: ['05:00', '06:30'], minutes: 30 },
  ],
  ['de', 'Ich arbeite im Schichtdienst und habe mittwochs frei.', { days: [3] }],
  ['de', 'Dienstag- und Donnerstagabend, je eine Stunde.', { days: [2, 4], minutes: 60 }],
  ['de', 'Ich arbeite von 8 bis 17 Uhr.', { days: EVERY_DAY }],
  ['fr', 'Seulement le mardi et le jeudi soir, 30 minutes.', { days: [2, 4], minutes: 30 }],
  ['fr', 'Le samedi de 9h à 12h.', { days: [6], hours: ['09:00', '12:00'] }],
  ['fr', "Je ne peux qu'après 20h.", { days: EVERY_DAY, hours: ['20:00', '23:00'] }],
  ['es', 'Solo puedo los lunes y miércoles por la tarde, una hora.', { days: [1, 3], minutes: 60 }],
  ['es', 'Los sábados de 9 a 12.', { days: [6], hours: ['09:00', '12:00'] }],
  ['es', 'Trabajo a turnos y libro los miércoles.', { days: [3] }],
  ['pt', 'Só posso aos sábados das 9 às 12.', { days: [6], hours: ['09:00', '12:00'] }],
  ['pt', 'Só tenho tempo depois das 20h.', { days: EVERY_DAY, hours: ['20:00', '23:00'] }],
  ['it', 'Posso solo il martedì e il giovedì sera, 40 minuti.', { days: [2, 4], minutes: 40 }],
  ['it', 'Il sabato dalle 9 alle 12.', { days: [6], hours: ['09:00', '12:00'] }],
  ['nl', 'Alleen dinsdag- en donderdagavond, een uur.', { days: [2, 4], minutes: 60 }],
  ['nl', 'Ik werk in ploegen en ben vrij op woensdag en zaterdag.', { days: [3, 6] }],
  [
    'nl',
    'Nooit op zondag. Een half uur voor het werk.',
    { days: [1, 2, 3, 4, 5], hours: ['05:00', '08:00'], minutes: 30 },
  ],
];

test.each(SAID)('%s: %s', (language, description, { days, hours, minutes }) => {
  const { limits } = readGoalWords({ title: 'Piano', description, today: '2026-11-28', language });
  expect(EVERY_DAY.filter((day) => !limits.restDays.includes(day))).toEqual(days);
  expect(limits.hours?.map(({ from, to }) => [from, to])).toEqual(hours && [hours]);
  if (minutes) expect(limits.sessionMinutes ?? limits.dailyMinutes).toBe(minutes);
});

test('every task of a plan lies on the days, in the hours and within the minutes that the words leave', () => {
  for (const [language, description, { days, hours, minutes = 120 }] of SAID) {
    const { made } = planGoal({ title: 'Piano', description, language });
    if ('infeasible' in made) throw new Error(made.message);
    const tasks = made.plan.weeks.flatMap((week) => week.tasks);
    expect(tasks.length, description).toBeGreaterThan(9);
    for (const { date, start_time = '', duration_minutes } of tasks) {
      expect(days, `${description} ${date}`).toContain(weekdayOf(date));
      expect(duration_minutes, description).toBeLessThanOrEqual(minutes);
      const [from, to] = hours ?? ['07:00', '21:00'];
      const ends = Number(start_time.slice(0, 2)) * 60 + Number(start_time.slice(3)) + duration_minutes;
      expect(start_time >= from, `${description} ${start_time}`).toBe(true);
      expect(ends, description).toBeLessThanOrEqual(Number(to.slice(0, 2)) * 60 + Number(to.slice(3)));
    }
  }
});

test('two evenings of an hour hold two times of an hour, also where a week may not grow fast', () => {
  const { made } = planGoal({
    title: 'Aprender inglés',
    description: 'Solo puedo los lunes y miércoles por la tarde, una hora. En 4 meses.',
    language: 'es',
  });
  if ('infeasible' in made) throw new Error(made.message);
  const whole = made.plan.weeks.slice(1, -1);
  const both = whole.filter(({ tasks }) => new Set(tasks.map(({ date }) => date)).size === 2);
  expect(both.length).toBeGreaterThan(whole.length * 0.9);
});

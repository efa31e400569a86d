import { describe, expect, test } from 'vitest';
import { checkTargetDate, readHorizon } from '../../lib/goals/planner/horizon.ts';

/** A Wednesday. */
const today = '2026-11-18';

test.each([
  ['Lose 15 lbs and improve stamina over 12 weeks', '2027-02-09', 84],
  ['Complete a structured 8-week ML curriculum', '2027-01-12', 56],
  ['Learn to cook in 3 months', '2027-02-17', 92],
  ['Learn to cook before 14 March', '2027-03-13', 116],
  ['Learn Spanish before my trip on 14 March', '2027-03-13', 116],
  ['Learn Spanish by 14 March', '2027-03-14', 117],
  ['Finish the draft by next Friday', '2026-11-27', 10],
  ['Tidy the flat in 10 days', '2026-11-27', 10],
  ['Save $500 this year', '2026-12-31', 44],
  ['Save $500 by the end of the year', '2026-12-31', 44],
  ['Swim a mile in twelve weeks', '2027-02-09', 84],
  ['A six-week plan', '2026-12-29', 42],
  ['Couch to 5k in 9 weeks', '2027-01-19', 63],
  ['An 8 to 12 week course', '2027-02-09', 84],
  ['A 30-day yoga challenge', '2026-12-17', 30],
  ['Read more in a month', '2026-12-17', 30],
  ['Get fit over half a year', '2027-05-17', 181],
  ['A couple of weeks of rest', '2026-12-01', 14],
  ['Write 50000 words in November', '2026-11-30', 13],
  ['Finish it by March', '2027-03-31', 134],
  ['Finish it before March', '2027-02-28', 103],
  ['Finish it before 2027', '2026-12-31', 44],
  ['Finish it by 2027-03-14', '2027-03-14', 117],
  ['Run twice a week for 3 months', '2027-02-17', 92],
  ['Meditate 10 minutes a day for three weeks', '2026-12-08', 21],
  ['3-day hike by 14 March', '2027-03-14', 117],
  ['Learn to cook in about two and a half months', '2027-02-01', 76],
  ['Learn to cook in a month and a half', '2027-01-01', 45],
  ['Hand it in on 3.2.2027', '2027-02-03', 78],
  ['Hand it in on 13.2.', '2027-02-13', 88],
  ['Swim until 24.12. at the latest', '2026-12-24', 37],
  ['Swim until Christmas', '2026-12-25', 38],
  ["Swim until new year's eve", '2026-12-31', 44],
  ['Finish it by Q1', '2027-03-31', 134],
  ['Finish it before Q2 2027', '2027-03-31', 134],
  ['I started in May and have 20,000 words. I would like 80,000 by March', '2027-03-31', 134],
  ["I've been running for 2 years and want a marathon in 3 months", '2027-02-17', 92],
  ['I want to have finished it by March', '2027-03-31', 134],
  ['Get my shop started in 3 months', '2027-02-17', 92],
  ['I have signed up for a half marathon in 10 weeks', '2027-01-26', 70],
  ["I've been accepted for a course in 8 weeks", '2027-01-12', 56],
  ['I started in May and must finish by March', '2027-03-31', 134],
  ['I was told to lose weight by March', '2027-03-31', 134],
  ['Be there on March 14 at 10 hours', '2027-03-14', 117],
])('"%s" is read to end on %s, %i days', (title, target_date, days) => {
  expect(readHorizon({ title, today })).toEqual({
    start_date: today,
    target_date,
    days,
    source: 'words',
    note: undefined,
  });
});

test.each([
  'Run 30 minutes a day',
  'Run twice a week',
  'Practise for 45 minutes',
  'Walk every morning at 7 am',
  'Save $500 a month',
  'Sit in the sun',
  'I may march on',
  'Teach my 3-month-old puppy to sit',
  'Visit my 80 years old aunt',
  'Prepare for a 3-day hike',
  'Run 5k in under 30 minutes',
  'Understand what happened since 2020',
  'Move on after the last 3 months',
  'Pass year 7 maths',
  'Row 2000m in under 8 min',
  'Sprint 100m',
  'Plan a 10 day trip to Peru',
  'Backpack 3 weeks through Vietnam',
  "Get ready, I'm pregnant (20 weeks)",
  'Conceive: we have tried for 3 months',
  'Ship version 3.2.',
  '',
])('"%s" names no end, so it takes six weeks', (title) => {
  expect(readHorizon({ title, today })).toMatchObject({ days: 42, source: 'default', note: undefined });
});

test.each([
  ['Retire in 20 years', 182],
  ['Get there in 500 weeks', 182],
  ['Get there in 99999999999999999999 weeks', 182],
  ['Run the Berlin marathon on 26 September 2027', 182],
  ['Do it in 0 weeks', 7],
  ['Do it by tomorrow', 7],
])('"%s" is kept within 1 to 26 weeks, with a note', (title, days) => {
  const horizon = readHorizon({ title, today });
  expect(horizon.days).toBe(days);
  expect(horizon.note).toMatch(/^You asked for ".+"; a plan (?:covers 26 weeks at most|takes at least one week)/);
});

test.each([
  ['Retire in 20 years', 7305],
  ['Save in 2 years', 731],
  ['Run on 26 September 2027', 313],
  ['Get there in 99999999999999999999 weeks', 7e20],
  ['Swim for 8 weeks', undefined],
])('"%s", when cut, says how many days were asked for: %s', (title, asked) => {
  expect(readHorizon({ title, today }).asked_days).toBe(asked);
});

test('the title counts before the description, and an explicit date before both', () => {
  const goal = { title: 'Swim for 8 weeks', description: 'In 3 months I travel.', today };
  expect(readHorizon(goal).days).toBe(56);
  expect(readHorizon({ ...goal, title: 'Swim' }).days).toBe(92);
  expect(readHorizon({ ...goal, target_date: '2026-12-01' })).toMatchObject({ days: 14, source: 'target_date' });
});

test('a target date that has passed since gives one week and says so; a near one is kept', () => {
  expect(readHorizon({ title: 'Swim', target_date: '2026-11-01', today })).toMatchObject({ days: 7, note: /passed/ });
  expect(readHorizon({ title: 'Swim', target_date: '2026-11-20', today })).toMatchObject({ days: 3 });
});

describe('an explicit target date', () => {
  test.each([
    ['2026-11-24', true],
    ['2026-11-23', false],
    ['2026-11-17', false],
    ['2027-05-18', true],
    ['2027-05-19', false],
    ['2027-02-30', false],
    ['soon', false],
  ])('of %s is accepted: %s', (target, accepted) => {
    expect(checkTargetDate(today, target) === null).toBe(accepted);
  });
});

test('text of any length and kind is read without failing', () => {
  const hostile = [
    'in '.repeat(4000),
    '9'.repeat(5000),
    'every 3 '.repeat(3000),
    'in the next the '.repeat(2000),
    '\u0000\ud800',
  ];
  for (const title of hostile) expect(readHorizon({ title, description: title, today }).days).toBeGreaterThan(6);
});

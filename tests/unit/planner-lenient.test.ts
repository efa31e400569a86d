import { expect, test } from 'vitest';
import { readCutPlan, readProposedPlan } from '../../lib/goals/planner/lenient.ts';

const week = (number: unknown, tasks: unknown) => ({ week: number, milestone: 'Three songs by heart: 3 of 5', tasks });

test('numbers as text, weekdays by name or number, durations in words and missing fields are read', () => {
  const plan = readProposedPlan({
    plan: {
      overview: 'Chords, then songs.',
      weeks: [
        week('Week 1', [
          { title: 'Practise G and C', day: 'Monday', duration: '45 minutes', time: '6:30 pm', mood: 'calm' },
          { task: 'Spiele langsam', weekday: 'Mittwoch', minutes: '30' },
          { title: 'Play for 20 minutes', weekday: 7 },
          'Restring the guitar',
        ]),
      ],
    },
  });
  expect(plan?.summary).toBe('Chords, then songs.');
  expect(plan?.weeks[0]?.week).toBe(1);
  expect(plan?.weeks[0]?.milestone.title).toContain('Three songs');
  expect(
    plan?.weeks[0]?.tasks.map(({ title, weekday, minutes, start_time }) => [title, weekday, minutes, start_time]),
  ).toEqual([
    ['Practise G and C', 'monday', 45, '18:30'],
    ['Spiele langsam', 'wednesday', 30, null],
    ['Play for 20 minutes', 'sunday', 20, null],
    ['Restring the guitar', 'tuesday', 30, null],
  ]);
});

test('tasks by the name of their day are read', () => {
  const plan = readProposedPlan({
    weeks: [
      {
        week: 1,
        milestone: { name: 'A start' },
        days: { Tuesday: ['Run 3 km'], Friday: [{ title: 'Run 4 km', length: '1h30' }] },
      },
    ],
  });
  expect(plan?.weeks[0]?.tasks.map(({ title, weekday, minutes }) => [title, weekday, minutes])).toEqual([
    ['Run 3 km', 'tuesday', 30],
    ['Run 4 km', 'friday', 90],
  ]);
});

test.each([
  ['Sonntag', 'sunday'],
  ['montag', 'monday'],
  ['mardi', 'tuesday'],
  ['miércoles', 'wednesday'],
  ['quinta-feira', 'thursday'],
  ['venerdì', 'friday'],
  ['zaterdag', 'saturday'],
  ['Dienstag', 'tuesday'],
  ['dinsdag', 'tuesday'],
  ['dimanche', 'sunday'],
  ['Donnerstag', 'thursday'],
  ['domingo', 'sunday'],
  ['maandag', 'monday'],
  ['martedì', 'tuesday'],
  ['mercredi', 'wednesday'],
  ['donderdag', 'thursday'],
])('%s is %s', (name, weekday) => {
  expect(readProposedPlan([week(1, [{ title: 'Run', weekday: name }])])?.weeks[0]?.tasks[0]?.weekday).toBe(weekday);
});

test('of an answer that was cut off the whole weeks are kept', () => {
  const text = JSON.stringify({
    summary: 'Songs',
    weeks: [1, 2, 3].map((number) =>
      week(number, [
        { title: 'Play', minutes: 20, weekday: 'monday' },
        { title: 'Sing', minutes: 20, weekday: 'friday' },
      ]),
    ),
  });
  const cut = text.slice(0, text.lastIndexOf('{"title":"Sing"') + 20);
  expect(readCutPlan(cut)?.weeks.map((each) => each.week)).toEqual([1, 2]);
  expect(readCutPlan('{"summary":"only')).toBeUndefined();
  const example = (weeks: number[]) =>
    JSON.stringify({ weeks: weeks.map((number) => week(number, [{ title: 'Rest', minutes: 20, weekday: 'monday' }])) });
  const examples = [example([7]), example([6, 7, 8, 9])];
  for (const prose of ['Here is {your} plan:', '{"note": "first"}', 'A note {"weeks": [ that stops.', ...examples]) {
    expect(readCutPlan(`${prose}\n${cut}`)?.weeks.map((each) => each.week)).toEqual([1, 2]);
  }
});

test('what is no plan is none', () => {
  for (const value of [null, 'sorry', 3, [], {}, { weeks: [] }, { weeks: [{ week: 1, tasks: [] }] }]) {
    expect(readProposedPlan(value)).toBeUndefined();
  }
});

import { expect, test } from 'vitest';
import {
  figuresOf,
  type Insights,
  largest,
  rowsOfGoals,
  rowsOfWeekdays,
  rowsOfWeeks,
} from '../../public/console/insights-state.js';

const week = (starts_on: string, done: number, missed: number, minutes: number) => ({
  starts_on,
  done,
  missed,
  minutes,
});
const weeks = [week('2026-11-16', 0, 0, 0), week('2026-11-23', 3, 1, 95)];

test('weeks, weekdays and goals become bars with words', () => {
  expect(rowsOfWeeks(weeks).map(({ text }) => text)).toEqual(['nothing planned, 0 min', '3 of 4 done, 1 h 35 min']);
  const sundayFirst = Array.from({ length: 7 }, (_, day) => ({ done: day, missed: 0 }));
  const rows = rowsOfWeekdays(sundayFirst);
  expect(rows.find(({ name }) => name === 'Sunday')?.done).toBe(0);
  expect(rows.find(({ name }) => name === 'Saturday')?.done).toBe(6);
  const goals = [
    { goal_id: 'a', minutes: 10 },
    { goal_id: 'b', minutes: 70 },
    { goal_id: 'c', minutes: 0 },
  ];
  expect(rowsOfGoals(goals, new Map([['b', 'Run']]))).toEqual([
    { name: 'Run', done: 70, missed: 0, text: '1 h 10 min' },
    { name: 'Another goal', done: 10, missed: 0, text: '10 min' },
  ]);
});

test('the largest bar is never nothing', () => {
  expect(largest([])).toBe(1);
  expect(largest(rowsOfWeeks(weeks))).toBe(4);
});

test('three figures', () => {
  const insights: Pick<Insights, 'done' | 'streak_days' | 'weeks'> = { done: 3, streak_days: 1, weeks };
  expect(figuresOf(insights).map(({ value }) => value)).toEqual(['3 tasks', '1 h 35 min', '1 day']);
});

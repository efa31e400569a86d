import { describe, expect, test } from 'vitest';
import { dayOf, minutesInWords, replaced, sentenceOf, type Task, weekOf } from '../../public/console/today-state.js';
import { showRule, weekStart } from '../../public/console/words.js';

const today = '2026-11-29';

function task(id: string, given: Partial<Task> = {}): Task {
  return {
    id,
    user_id: '00000000-0000-4000-8000-000000000001',
    goal_id: null,
    series_id: null,
    title: id,
    description: '',
    status: 'pending',
    scheduled_at: null,
    date: today,
    duration_minutes: 30,
    recurrence_rule: null,
    week: null,
    care: null,
    completed_at: null,
    created_at: '2026-11-01T00:00:00Z',
    ...given,
  };
}
const titles = (tasks: Task[]) => tasks.map(({ id }) => id);

test('a day is sorted by time, then what has none, then what is left from before', () => {
  const day = dayOf(
    [
      task('late', { scheduled_at: '2026-11-29T18:00:00Z' }),
      task('early', { scheduled_at: '2026-11-29T07:00:00Z' }),
      task('any'),
      task('done', { status: 'done' }),
      task('skipped', { status: 'cancelled' }),
      task('open', { date: '2026-11-27' }),
      task('a turn of yesterday', { date: '2026-11-28', series_id: 'series' }),
    ],
    today,
  );
  expect(titles(day.timed)).toEqual(['early', 'late']);
  expect(titles(day.untimed)).toEqual(['any']);
  expect(titles(day.done)).toEqual(['done']);
  expect(titles(day.before)).toEqual(['open']);
});

test('a day in a sentence', () => {
  expect(sentenceOf(dayOf([], today))).toBe('Nothing is planned for today.');
  expect(sentenceOf(dayOf([task('a'), task('b')], today))).toBe('2 things today, about 1 h.');
  expect(sentenceOf(dayOf([task('a'), task('b', { status: 'done' })], today))).toBe(
    '1 thing left today, about 30 min.',
  );
  expect(sentenceOf(dayOf([task('b', { status: 'done' })], today))).toBe('All done for today.');
});

test('minutes in words', () => {
  expect([0, 5, 60, 95].map(minutesInWords)).toEqual(['0 min', '5 min', '1 h', '1 h 35 min']);
});

test('a week has seven days with their tasks and minutes; what was skipped is not there', () => {
  const week = weekOf([task('a'), task('b', { date: '2026-12-05', status: 'cancelled' })], today);
  expect(week).toHaveLength(7);
  expect(week[0]).toMatchObject({ date: today, minutes: 30 });
  expect(week[6]).toMatchObject({ date: '2026-12-05', minutes: 0, tasks: [] });
});

test('a task that was given another id takes the place of the one it was', () => {
  expect(titles(replaced([task('a'), task('b')], 'a', task('a@moved')))).toEqual(['b', 'a@moved']);
});

describe('recurrence rules in words', () => {
  test.each([
    ['FREQ=DAILY', 'every day'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', 'every 2 weeks on Mon, Thu'],
    ['FREQ=MONTHLY;BYDAY=1FR', 'every month on 1. Fri'],
    ['FREQ=MONTHLY;BYDAY=-1SU', 'every month on last Sun'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,15', 'every month on the 1., 15.'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'every month on the last day'],
    ['FREQ=DAILY;COUNT=5', 'every day 5 times'],
    ['FREQ=DAILY;UNTIL=20261224T120000Z', 'every day until Dec 24'],
  ])('%s is “%s”', (rule, words) => {
    expect(showRule(rule)).toBe(words);
  });
});

test('a week begins on the first day of the locale', () => {
  expect(['2026-11-29', '2026-12-01', '2026-12-05'].map(weekStart)).toEqual([today, today, today]);
});

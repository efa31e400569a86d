import { expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, daysFromTo, isDay, isTimezone, todayIn, weekdayOf } from '../../lib/days.ts';

test('days are added across clock changes, leap days and years without losing one', () => {
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  const year = daysFromTo('2026-01-01', '2026-12-31');
  expect(new Set(year).size).toBe(365);
  expect(year.map(weekdayOf)).toEqual(year.map((_, index) => (index + 4) % 7));
});

test('months end on the last day where they are shorter', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
  expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
});

test('days are counted from one to another', () => {
  expect(daysBetween('2026-03-04', '2026-05-26')).toBe(83);
});

test('today is the day of the person, not of the server', () => {
  const instant = new Date('2026-03-29T22:30:00Z');
  expect(todayIn('UTC', instant)).toBe('2026-03-29');
  expect(todayIn('Europe/Berlin', instant)).toBe('2026-03-30');
  expect(todayIn('Pacific/Kiritimati', instant)).toBe('2026-03-30');
  expect(todayIn('Pacific/Niue', instant)).toBe('2026-03-29');
  expect(todayIn('Asia/Kathmandu', new Date('2026-03-29T18:14:00Z'))).toBe('2026-03-29');
  expect(todayIn('Asia/Kathmandu', new Date('2026-03-29T18:15:00Z'))).toBe('2026-03-30');
});

test('what is no day or no time zone is told apart', () => {
  expect(['2026-02-29', '2026-13-01', '2026-1-1', '2026-01-01T00:00', ''].filter(isDay)).toEqual([]);
  expect(['2026-02-28', '2028-02-29', '0999-01-01'].filter(isDay)).toHaveLength(3);
  expect(() => addDays('2026-02-29', 1)).toThrow('not a day');
  expect(['Mars/Olympus', '+02:00', '', 'Europe/Berlin\u0000'].filter(isTimezone)).toEqual([]);
  expect(['Europe/Berlin', 'UTC', 'America/Argentina/Ushuaia'].filter(isTimezone)).toHaveLength(3);
});

import { addDays, type Day } from '../days.ts';
import { occurrencesOf, type Series } from '../tasks/series.ts';
import { wallClockAt } from '../time.ts';
import type { ClockSpan } from './planner/context.ts';

/** Something that takes a person's time from one instant to another, in milliseconds. */
export type Busy = { from: number; to: number };

type Timed = { scheduled_at: string | null; duration_minutes: number };

/** Returns when tasks with a time of day take place, and the occurrences of repeating ones on the days from `from` to `to`. */
export function busyWithTasks(
  tasks: readonly Timed[],
  series: Series[],
  range: { from: Day; to: Day; timezone: string },
): Busy[] {
  const occurrences = occurrencesOf(series, { ...range, atLeast: Number.POSITIVE_INFINITY });
  return [...tasks, ...occurrences].flatMap(({ scheduled_at, duration_minutes }) => {
    if (!scheduled_at) return [];
    const from = Date.parse(scheduled_at);
    return [{ from, to: from + duration_minutes * 60_000 }];
  });
}

/** Busy times by day of a timezone, on its clock; what goes past midnight is cut there and goes on the next day. */
export function byDay(busy: readonly Busy[], timezone: string): Record<Day, ClockSpan[]> {
  const days: Record<Day, ClockSpan[]> = {};
  for (const { from, to } of busy) {
    const begins = wallClockAt(new Date(from), timezone);
    const ends = wallClockAt(new Date(to), timezone);
    for (let day = begins.day; day <= ends.day; day = addDays(day, 1)) {
      const span = { from: day === begins.day ? begins.time : '00:00', to: day === ends.day ? ends.time : '24:00' };
      if (span.from < span.to) days[day] = [...(days[day] ?? []), span];
    }
  }
  return days;
}

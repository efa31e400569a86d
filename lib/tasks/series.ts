import { z } from 'zod';
import { addDays, type Day as CalendarDay } from '../days.ts';
import { Day, instantOf, wallClockAt } from '../time.ts';
import { firstOccurrence, lastOccurrence, occurrencesBetween } from './recurrence.ts';
import { formatRule, parseRule, type Rule } from './rule.ts';
import { Task } from './schema.ts';

/** A repeating task with what its occurrences are computed from. */
export const Series = Task.extend({
  recurrence_rule: z.string(),
  /** Time zone of `start_time`; null for a series without a time. */
  timezone: z.string(),
  start_time: z.string().nullable(),
  ends_on: Day.nullable(),
  /** Days that have a row of their own, or were deleted. */
  skipped: z.array(Day),
});
export type Series = z.infer<typeof Series>;

/** Stored start and rule of a series. */
export type SeriesTimes = {
  date: string;
  scheduled_at: string | null;
  recurrence_rule: string;
  timezone: string;
  start_time: string | null;
  ends_on: string | null;
  /** Days that it leaves out, where words say so. */
  excluded_dates?: string[];
};

/** Returns the rule of a stored series; null for one that only a direct write past the API can have made. */
export function ruleOf(series: Series): Rule | null {
  const parsed = parseRule(series.recurrence_rule);
  return 'rule' in parsed ? parsed.rule : null;
}

/**
 * Begins a series: its first occurrence on or after `from`, at `time` on the clock of `timezone` all year round.
 * @param anchor a day in the rule's first period, from which its intervals count
 * @returns its times, or why it never happens
 */
export function beginSeries(
  rule: Rule,
  begin: { anchor: CalendarDay; from: CalendarDay; time: string | null; timezone: string },
): SeriesTimes | { problem: string } {
  const { anchor, from, time, timezone } = begin;
  const first = firstOccurrence(rule, anchor, from);
  if (!first || first > '2099-12-31')
    return { problem: `never happens after ${from}, or less than once in five years` };
  const last = lastOccurrence(rule, first, { timezone, time });
  if (last === undefined) return { problem: `ends before its first day, ${first}` };
  return {
    date: first,
    scheduled_at: time && instantOf(first, time, timezone),
    recurrence_rule: formatRule(rule),
    timezone,
    start_time: time,
    ends_on: last,
  };
}

/** Returns the days from `from` to `to` on which a series happens, deleted ones and those with rows of their own included. */
export function daysOf(series: Series, from: CalendarDay, to: CalendarDay): CalendarDay[] {
  const rule = ruleOf(series);
  const [first, last] = [later(from, series.date), series.ends_on ? earlier(to, series.ends_on) : to];
  return rule && first <= last ? occurrencesBetween(rule, series.date, first, last) : [];
}

/** Tells whether a series happens on a day and nothing became of that occurrence. */
export function happensOn(series: Series, day: CalendarDay): boolean {
  return !series.skipped.includes(day) && daysOf(series, day, day).length > 0;
}

/** Returns the occurrence of a series on one of its days, as a person in `timezone` sees it. */
export function occurrenceOn(series: Series, day: CalendarDay, timezone: string): Task {
  const { timezone: at, start_time, ends_on: _, skipped: __, ...task } = series;
  const scheduled_at = start_time && instantOf(day, start_time, at);
  return {
    ...task,
    id: `${series.id}@${day}`,
    series_id: series.id,
    scheduled_at,
    date: scheduled_at ? wallClockAt(new Date(scheduled_at), timezone).day : day,
  };
}

/**
 * Returns the occurrences from `from` to `to` in the order of lists, at least the first `atLeast` of them if there are that many.
 * A series may be in another timezone than the person, so a day of it can be the day before or after for them.
 */
export function occurrencesOf(
  series: Series[],
  range: { from: CalendarDay; to: CalendarDay; timezone: string; atLeast: number },
): Task[] {
  const { from, to, timezone, atLeast } = range;
  const happening = firstDays(series, range);
  // Every occurrence takes time-zone arithmetic: those that are certainly beyond the page are left out.
  const enough = certainDays(happening, from)[atLeast];
  return happening
    .filter(({ day }) => !enough || day <= addDays(enough, 2))
    .map(({ each, day }) => occurrenceOn(each, day, timezone))
    .filter(({ date }) => date >= from && date <= to)
    .sort(compareTasks);
}

type Happening = { each: Series; day: CalendarDay };
/** Days searched at first; four times as many each time that they hold too few occurrences. */
const WALKED_DAYS = 14;

/** Walks as few days as hold `atLeast` occurrences: a page of a hundred takes no year of sixty series. */
function firstDays(
  series: readonly Series[],
  { from, to, atLeast }: { from: CalendarDay; to: CalendarDay; atLeast: number },
): Happening[] {
  const skipped = new Map(series.map((each) => [each, new Set(each.skipped)]));
  const walk = (end: CalendarDay) =>
    series.flatMap((each) =>
      daysOf(each, addDays(from, -1), addDays(end, 1))
        .filter((day) => !skipped.get(each)?.has(day))
        .map((day) => ({ each, day })),
    );
  for (let days = WALKED_DAYS; Number.isFinite(atLeast) && addDays(from, days) < to; days *= 4) {
    const end = addDays(from, days);
    const happening = walk(end);
    const last = certainDays(happening, from)[atLeast];
    if (last !== undefined && addDays(last, 2) <= end) return happening;
  }
  return walk(to);
}

/** Lists, in order, the days of what is certainly within a list that begins on `from`, wherever the person is. */
function certainDays(happening: readonly Happening[], from: CalendarDay): CalendarDay[] {
  const first = addDays(from, 1);
  return happening.flatMap(({ day }) => (day > first ? [day] : [])).sort();
}

type Position = Pick<Task, 'date' | 'scheduled_at' | 'id'>;

/** Compares two tasks of a list: by day, time (those without one last) and id. */
export function compareTasks(a: Position, b: Position): number {
  return (
    compare(a.date, b.date) || compare(a.scheduled_at ?? 'without', b.scheduled_at ?? 'without') || compare(a.id, b.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const later = (a: CalendarDay, b: CalendarDay) => (a > b ? a : b);
const earlier = (a: CalendarDay, b: CalendarDay) => (a < b ? a : b);

import { addDays, addMonths, type Day, daysBetween, endOfMonth, mondayOf, weekdayOf } from '../days.ts';
import { type WallClock, wallClockAt } from '../time.ts';
import type { Rule, RuleDay } from './rule.ts';

/** A rule that does not come around within this is taken for one that never does: no single interval is longer. */
const SEARCH_DAYS = 5 * 366;
/** The last day of any series: later occurrences of a COUNT are cut off; the database accepts no later day. */
const LAST_DAY = '2099-12-31';

/**
 * Returns the first day from `from` on that the rule falls on, its intervals counted from `anchor` (a day in its first period). Its
 * end is not looked at. Undefined when there is none in five years: 30 February, or every seventh day on another weekday.
 */
export function firstOccurrence(rule: Rule, anchor: Day, from: Day): Day | undefined {
  return firstWithin(rule, anchor, from, SEARCH_DAYS);
}

/** Returns the days from `from` to `to` that the rule falls on, its intervals counted from `anchor`. Its end is not looked at. */
export function occurrencesBetween(rule: Rule, anchor: Day, from: Day, to: Day): Day[] {
  return occurrences(rule, anchor, { from, to, atMost: Number.POSITIVE_INFINITY });
}

/**
 * Returns the day of the last occurrence, null for a rule without end, undefined when it ends before its first.
 * @param start its first occurrence @param clock where and when it happens: an UNTIL may be an instant
 */
export function lastOccurrence(rule: Rule, start: Day, clock: { timezone: string; time: string | null }) {
  if (rule.count) return occurrences(rule, start, { from: start, to: LAST_DAY, atMost: rule.count }).at(-1);
  if (!rule.until) return null;
  const last = lastDayUntil(rule.until, clock);
  return last < start ? undefined : last;
}

function lastDayUntil(until: string, { timezone, time }: { timezone: string; time: string | null }): Day {
  const written = until.replace(/^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?/, (_, year, month, day, ...clock) =>
    clock[0] ? `${year}-${month}-${day}T${clock[0]}:${clock[1]}:${clock[2]}` : `${year}-${month}-${day}`,
  );
  const end: WallClock = written.endsWith('Z')
    ? wallClockAt(new Date(written), timezone)
    : { day: written.slice(0, 10), time: written.slice(11, 16) || '23:59' };
  return time && end.time < time ? addDays(end.day, -1) : end.day;
}

/**
 * Returns the rule after its occurrence on `from` has moved to `to`: every Monday becomes every Tuesday, the 14th the 15th, the first
 * Monday the first Tuesday. A rule that names no days follows its start and stays as it is.
 */
export function moveRule(rule: Rule, from: Day, to: Day): Rule {
  const moved = (item: RuleDay): RuleDay => {
    if (!fallsOnDay(item, from)) return item;
    return item.nth === undefined
      ? { weekday: weekdayOf(to) }
      : { weekday: weekdayOf(to), nth: item.nth < 0 && daysToMonthEnd(to) < 7 ? -1 : nthOf(to) };
  };
  const movedDay = (item: number) => {
    if (!fallsOnMonthDay(item, from)) return item;
    return item < 0 ? -1 - daysToMonthEnd(to) : dayOfMonth(to);
  };
  const byDay = rule.byDay.map(moved);
  return {
    ...rule,
    byDay: byDay.filter(
      ({ weekday, nth }, index) => byDay.findIndex((each) => each.weekday === weekday && each.nth === nth) === index,
    ),
    byMonthDay: [...new Set(rule.byMonthDay.map(movedDay))],
  };
}

/** Finds the first day by RFC 5545 (weeks start on Monday). Periods that the interval leaves out are skipped whole. */
function firstWithin(rule: Rule, anchor: Day, from: Day, days: number): Day | undefined {
  const { freq, interval, byDay, byMonthDay } = explicit(rule, anchor);
  const last = addDays(from, days);
  let day = from;
  while (day <= last) {
    const over = (interval + (periodsBetween(freq, anchor, day) % interval)) % interval;
    if (over > 0) {
      day = periodAfter(freq, day, interval - over);
    } else if (
      (byDay.length === 0 || byDay.some((item) => fallsOnDay(item, day))) &&
      (byMonthDay.length === 0 || byMonthDay.some((item) => fallsOnMonthDay(item, day)))
    ) {
      return day;
    } else {
      day = addDays(day, 1);
    }
  }
  return undefined;
}

/** A rule that names no days repeats the one it starts on. */
function explicit(rule: Rule, anchor: Day): Rule {
  if (rule.byDay.length || rule.byMonthDay.length) return rule;
  if (rule.freq === 'WEEKLY') return { ...rule, byDay: [{ weekday: weekdayOf(anchor) }] };
  return rule.freq === 'MONTHLY' ? { ...rule, byMonthDay: [dayOfMonth(anchor)] } : rule;
}

function periodsBetween(freq: Rule['freq'], anchor: Day, day: Day): number {
  if (freq === 'DAILY') return daysBetween(anchor, day);
  if (freq === 'WEEKLY') return daysBetween(mondayOf(anchor), mondayOf(day)) / 7;
  const month = (each: Day) => Number(each.slice(0, 4)) * 12 + Number(each.slice(5, 7));
  return month(day) - month(anchor);
}

/** Returns the first day of the period that is `count` periods later. */
function periodAfter(freq: Rule['freq'], day: Day, count: number): Day {
  if (freq === 'DAILY') return addDays(day, count);
  return freq === 'WEEKLY' ? addDays(mondayOf(day), 7 * count) : addMonths(`${day.slice(0, 8)}01`, count);
}

const dayOfMonth = (day: Day) => Number(day.slice(8));
const daysToMonthEnd = (day: Day) => daysBetween(day, endOfMonth(day));
const nthOf = (day: Day) => Math.ceil(dayOfMonth(day) / 7);

function fallsOnDay({ weekday, nth }: RuleDay, day: Day): boolean {
  if (weekdayOf(day) !== weekday) return false;
  if (nth === undefined) return true;
  return nth > 0 ? nthOf(day) === nth : Math.floor(daysToMonthEnd(day) / 7) === -nth - 1;
}

function fallsOnMonthDay(monthDay: number, day: Day): boolean {
  return monthDay > 0 ? dayOfMonth(day) === monthDay : daysToMonthEnd(day) === -monthDay - 1;
}

function occurrences(rule: Rule, anchor: Day, range: { from: Day; to: Day; atMost: number }): Day[] {
  const days: Day[] = [];
  let day = firstWithin(rule, anchor, range.from, daysBetween(range.from, range.to));
  while (day !== undefined && days.length < range.atMost) {
    days.push(day);
    const next = addDays(day, 1);
    day =
      next > range.to ? undefined : firstWithin(rule, anchor, next, Math.min(SEARCH_DAYS, daysBetween(next, range.to)));
  }
  return days;
}

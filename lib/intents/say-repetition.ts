import { z } from 'zod';
import { addDays, todayIn, weekdayOf } from '../days.ts';
import { parseRule, type Rule, type RuleDay } from '../tasks/rule.ts';
import { sayDay, WEEKDAYS } from '../tasks/say-when.ts';
import { Day } from '../time.ts';
import type { IntentContext } from './intent.ts';
import { sayClock, sayDate } from './speech.ts';

const Repeating = z.object({
  date: Day,
  recurrence_rule: z.string(),
  start_time: z.string().nullable(),
  ends_on: Day.nullable(),
});

/**
 * How often a task is, so that a misreading is heard: "every Monday at 7 in the evening, until 14 March, the first time
 * tomorrow". Undefined for one that does not repeat.
 * @param columns what is written of the task
 */
export function sayRepetition(
  columns: unknown,
  { now, timezone }: Pick<IntentContext, 'now' | 'timezone'>,
): string | undefined {
  const { data } = Repeating.safeParse(columns);
  const parsed = data && parseRule(data.recurrence_rule);
  if (!parsed || 'problem' in parsed) return undefined;
  const { start_time } = data;
  const { rule, date, ends_on } = start_time === '00:00' ? onEve(parsed.rule, data) : { ...data, rule: parsed.rule };
  const { count } = rule;
  const today = todayIn(timezone, now);
  const said = [`${sayRule(rule, date)}${start_time ? ` ${sayClock(start_time)}` : ''}`];
  if (count) said.push(count === 1 ? 'once' : `${count} times`);
  else if (ends_on) said.push(`until ${sayDate(ends_on, today)}`);
  // A series that is moved keeps the day on which it began.
  if (date >= today) said.push(`the first time ${sayDay(date, today)}`);
  return said.join(', ');
}

/** Midnight ends a day (sayWhen), so it is said with the day before. */
function onEve(rule: Rule, { date, ends_on }: { date: string; ends_on: string | null }) {
  // The day before the 1st, or before the first Monday, has no such name.
  if (rule.freq === 'MONTHLY' || rule.byMonthDay.length) return { rule, date, ends_on };
  const byDay = rule.byDay.map((each) => ({ ...each, weekday: (each.weekday + 6) % 7 }));
  return { rule: { ...rule, byDay }, date: addDays(date, -1), ends_on: ends_on && addDays(ends_on, -1) };
}

/** @param first the day that a rule without days repeats */
function sayRule(rule: Rule, first: string): string {
  const { freq, interval, byDay, byMonthDay } = rule;
  if (freq === 'MONTHLY') return sayMonthly(rule, first);
  if (freq === 'WEEKLY') return sayWeekly(interval, byDay.length ? byDay : [{ weekday: weekdayOf(first) }]);
  if (interval === 1 && byMonthDay.length) return sayMonthly(rule, first);
  if (interval === 1 && byDay.length) return sayWeekly(1, byDay);
  const only = [byMonthDay.length ? sayDates(byMonthDay) : '', byDay.length ? `a ${sayDays(byDay)}` : ''].filter(
    Boolean,
  );
  return `every ${sayInterval(interval, 'day')}${only.length ? ` if that is ${only.join(' and ')}` : ''}`;
}

function sayWeekly(interval: number, byDay: RuleDay[]): string {
  const weekdays = new Set(byDay.map(({ weekday }) => weekday));
  if (interval > 1) {
    return interval === 2 && weekdays.size === 1
      ? `every other ${sayDays(byDay)}`
      : `every ${sayInterval(interval, 'week')} on ${sayDays(byDay)}`;
  }
  if (weekdays.size === 7) return 'every day';
  return weekdays.size === 5 && !weekdays.has(0) && !weekdays.has(6) ? 'every weekday' : `every ${sayDays(byDay)}`;
}

function sayMonthly({ interval, byDay, byMonthDay }: Rule, first: string): string {
  const months =
    interval === 1 ? 'of each month' : interval === 2 ? 'of every other month' : `every ${interval} months`;
  if (byDay.length && byMonthDay.length) return `on ${sayDates(byMonthDay)} ${months} if that is a ${sayDays(byDay)}`;
  if (!byDay.length) return `on ${sayDates(byMonthDay.length ? byMonthDay : [Number(first.slice(8))])} ${months}`;
  if (byDay.some(({ nth }) => nth)) return `on the ${sayDays(byDay)} ${months}`;
  return interval === 1 ? sayWeekly(1, byDay) : `every ${sayDays(byDay)} ${months}`;
}

/** "day", "other day", "3 days" */
function sayInterval(interval: number, unit: string): string {
  return interval === 1 ? unit : interval === 2 ? `other ${unit}` : `${interval} ${unit}s`;
}

/** From Monday on: "Monday and Wednesday", "1st Monday". */
function sayDays(byDay: RuleDay[]): string {
  const inOrder = byDay.toSorted((a, b) => ((a.weekday + 6) % 7) - ((b.weekday + 6) % 7));
  return join(inOrder.map(({ weekday, nth }) => `${nth ? `${ordinal(nth)} ` : ''}${WEEKDAYS[weekday]}`));
}

/** "the 1st and 15th", "the last day" */
function sayDates(byMonthDay: number[]): string {
  return `the ${join(byMonthDay.map((date) => `${ordinal(date)}${date < 0 ? ' day' : ''}`))}`;
}

/** "1st", counted from the end "last" and "2nd to last". */
function ordinal(value: number): string {
  if (value < 0) return value === -1 ? 'last' : `${ordinal(-value)} to last`;
  return ordinalDigits(value);
}

/** "1st", "22nd". */
function ordinalDigits(value: number): string {
  const suffix = value > 3 && value < 21 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${suffix}`;
}

function join(words: string[]): string {
  return [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' and ');
}

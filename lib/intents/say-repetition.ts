import { z } from 'zod';
import { addDays, fromMonday, todayIn, weekdayOf } from '../days.ts';
import type { Language } from '../language/languages.ts';
import { sayClock, sayDate, sayDay, sayMonth, sayNear, sayWeekday } from '../language/say.ts';
import { SPOKEN } from '../language/spoken.ts';
import type { Moment } from '../language/when.ts';
import { parseRule, type Rule, type RuleDay } from '../tasks/rule.ts';
import { fill } from '../text.ts';
import { Day } from '../time.ts';

/** Columns of a task that say how often it repeats. */
const Repeating = z.object({
  date: Day,
  recurrence_rule: z.string(),
  start_time: z.string().nullable(),
  ends_on: Day.nullable(),
  excluded_dates: z.array(Day).default([]),
});

/**
 * Says how often a task is, so that a misreading is heard: "every Monday at 7 in the evening, until 14 March, the first time
 * tomorrow", "every weekday, except 10 February". Undefined for one that does not repeat.
 * @param columns what is written of the task
 */
export function sayRepetition(
  columns: unknown,
  { now, timezone }: Moment,
  language: Language = 'en',
): string | undefined {
  const { data } = Repeating.safeParse(columns);
  const parsed = data && parseRule(data.recurrence_rule);
  if (!parsed || 'problem' in parsed) return undefined;
  const { start_time } = data;
  const { rule, date, ends_on } = start_time === '00:00' ? onEve(parsed.rule, data) : { ...data, rule: parsed.rule };
  const words = SPOKEN[language];
  const today = todayIn(timezone, now);
  const said = [`${sayRule(rule, date, language)}${start_time ? ` ${sayClock(start_time, language)}` : ''}`];
  if (rule.count) said.push(rule.count === 1 ? words.once : fill(words.times, { n: rule.count }));
  else if (ends_on) said.push(fill(words.until, { date: sayNear(ends_on, today, language) }));
  said.push(...sayExcluded(data.excluded_dates, today, language));
  // A series that is moved keeps the day on which it began.
  if (date >= today) said.push(fill(words.first, { day: sayDay(date, today, language) }));
  return said.join(', ');
}

/** A month in which so many days are left out is left out each year. */
const MONTH_DAYS_MIN = 10;

/** "except on 10 February", "except in August" */
function sayExcluded(days: string[], today: string, language: Language): string[] {
  const words = SPOKEN[language];
  const ofMonth = (day: string) => days.filter((other) => other.slice(5, 7) === day.slice(5, 7)).length;
  const dates = days.filter((day) => ofMonth(day) < MONTH_DAYS_MIN).map((day) => sayDate(day, language, today));
  const months = days.filter((day) => ofMonth(day) >= MONTH_DAYS_MIN).map((day) => Number(day.slice(5, 7)));
  const names = [...new Set(months)].toSorted((a, b) => a - b).map((month) => sayMonth(month, language));
  return [
    ...(dates.length ? [fill(words.except, { dates: join(dates, language) })] : []),
    ...(names.length ? [fill(words.exceptMonths, { months: join(names, language) })] : []),
  ];
}

/** Midnight ends a day (sayWhen), so it is said with the day before. */
function onEve(rule: Rule, { date, ends_on }: { date: string; ends_on: string | null }) {
  // The day before the 1st, or before the first Monday, has no such name.
  if (rule.freq === 'MONTHLY' || rule.byMonthDay.length) return { rule, date, ends_on };
  const byDay = rule.byDay.map((each) => ({ ...each, weekday: (each.weekday + 6) % 7 }));
  return { rule: { ...rule, byDay }, date: addDays(date, -1), ends_on: ends_on && addDays(ends_on, -1) };
}

/** @param first the day that a rule without days repeats */
function sayRule(rule: Rule, first: string, language: Language): string {
  const { freq, interval, byDay, byMonthDay } = rule;
  const words = SPOKEN[language];
  if (freq === 'MONTHLY') return sayMonthly(rule, first, language);
  if (freq === 'WEEKLY') return sayWeekly(interval, byDay.length ? byDay : [{ weekday: weekdayOf(first) }], language);
  if (interval === 1 && byMonthDay.length) return sayMonthly(rule, first, language);
  if (interval === 1 && byDay.length) return sayWeekly(1, byDay, language);
  const said = [interval === 1 ? words.everyDay : fill(words.everyDays, { n: interval })];
  if (byMonthDay.length) said.push(sayDates(byMonthDay, language));
  if (byDay.length) said.push(fill(words.only, { days: sayDays(byDay, language) }));
  return said.join(', ');
}

function sayWeekly(interval: number, byDay: RuleDay[], language: Language): string {
  const words = SPOKEN[language];
  const weekdays = new Set(byDay.map(({ weekday }) => weekday));
  const days = sayDays(byDay, language);
  if (interval > 1) return fill(words.everyWeeks, { n: interval, days });
  if (weekdays.size === 7) return words.everyDay;
  const isWorkWeek = weekdays.size === 5 && !weekdays.has(0) && !weekdays.has(6);
  return isWorkWeek ? words.everyWeekday : fill(words.every, { days });
}

function sayMonthly({ interval, byDay, byMonthDay }: Rule, first: string, language: Language): string {
  const words = SPOKEN[language];
  const isEveryWeek = byDay.length > 0 && !byMonthDay.length && byDay.every(({ nth }) => !nth);
  if (isEveryWeek && interval === 1) return sayWeekly(1, byDay, language);
  const days = sayDays(byDay, language);
  const dates = byMonthDay.length || !byDay.length ? byMonthDay : undefined;
  const on = dates
    ? sayDates(dates.length ? dates : [Number(first.slice(8))], language)
    : fill(isEveryWeek ? words.every : words.onDays, { days });
  // The day that it repeats is that of the first time.
  if (interval % 12 === 0 && dates && dates.length < 2 && !days) {
    const date = sayDate(first, language);
    return fill(interval === 12 ? words.everyYear : words.everyYears, { n: interval / 12, date });
  }
  const said = fill(interval === 1 ? words.eachMonth : words.everyMonths, { on, n: interval });
  return dates && days ? `${said}, ${fill(words.only, { days })}` : said;
}

/** Says weekdays in order from Monday: "Monday and Wednesday", "first Monday". */
function sayDays(byDay: RuleDay[], language: Language): string {
  const inOrder = byDay.toSorted((a, b) => fromMonday(a.weekday, b.weekday));
  return join(
    inOrder.map(({ weekday, nth }) => {
      const day = sayWeekday(weekday, language);
      return nth ? `${sayNth(nth, weekday, language)} ${day}` : day;
    }),
    language,
  );
}

/** "first", "last"; from the end "2nd to last". */
function sayNth(nth: number, weekday: number, language: Language): string {
  const { nth: all, feminine = [] } = SPOKEN[language];
  const [form = '', other = form] = (all.at(nth < 0 ? -1 : nth - 1) ?? '').split('|');
  const said = feminine.includes(weekday) ? other : form;
  return nth < -1 ? `${sayOrdinal(-nth, language)} ${said}` : said;
}

/** "on the 1st and 15th", "on the last day" */
function sayDates(byMonthDay: number[], language: Language): string {
  const words = SPOKEN[language];
  const dates = byMonthDay.map((date) =>
    date > 0
      ? sayOrdinal(date, language)
      : date === -1
        ? words.lastDay
        : fill(words.dayFromEnd, { n: sayOrdinal(-date, language) }),
  );
  return fill(words.onDates, { dates: join(dates, language) });
}

/** "1st", "22nd", "3." */
function sayOrdinal(n: number, language: Language): string {
  const { ordinal } = SPOKEN[language];
  if (typeof ordinal === 'string') return fill(ordinal, { n });
  return fill(ordinal[new Intl.PluralRules(language, { type: 'ordinal' }).select(n)] ?? '', { n });
}

function join(words: string[], language: Language): string {
  return [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(` ${SPOKEN[language].and} `);
}

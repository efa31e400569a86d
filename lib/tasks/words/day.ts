import * as chrono from 'chrono-node/en';
import { addDays, addMonths, type Day, endOfMonth, isDay, mondayOf, weekdayOf } from '../../days.ts';
import { amountOf, type Reading, without } from './duration.ts';
import { MONTHS } from './normal.ts';

/**
 * The day that words name, and what they say besides. `sooner` is set where the same words could also mean today ("Friday" on
 * a Friday): they do while the time of day is still to come, and with `near` without a time too ("this Friday"). A question
 * where they name no one day, undefined where they name none at all.
 */
export type NamedDay = { day: Day; sooner?: Day; near?: boolean; rest: string } | { ask: string };

const WEEKDAY =
  '(sun|mon|tue|wed|thu|fri|sat)(?:(?<=sun|mon|fri)day|(?<=tue)s(?:day)?|(?<=wed)(?:nesday|s)?|(?<=thu)(?:rsday|rs|r)?|(?<=sat)(?:urday)?)?s?';
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const ONE_WEEKDAY = new RegExp(`\\b(?:(?<which>next|this|coming|on) )?(?:the )?(?<name>${WEEKDAY})\\b`);
/** The week that a weekday is in. */
const WHICH_WEEK = /\b(?:(?:of|in) )?(?:the )?(?:(?<second>week after next(?: week)?)|(?<week>next|this) week)\b/;
const PASSED = 'That has passed already. When should it be?';
const DATE_PARTS = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{2,4}))?$/;
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';
const WRITTEN_DATE = new RegExp(`\\b${MONTH}\\b|\\d[-/.]\\d`);
const MONTH_ALONE = new RegExp(`(?<!\\d(?:st|nd|rd|th)? (?:of )?)\\b${MONTH}\\b(?! \\d)`);
const DISTANCE =
  /\bin (an?|\d{1,3}) (day|week|month|year)s?(?:'s|')?(?: time)?\b|\b(\d{1,3}|an?) (day|week|month|year)s? from (?:now|today)\b/;
const WEEKS_FROM =
  /\b(?<!\bin )(an?|\d{1,2}) weeks? (?:from|on|after|(?=today|tomorrow|mon|tue|wed|thu|fri|sat|sun))(?! now\b)/;
/** "Monday week" is a week after Monday. */
const WEEK_AFTER = /(?<=day|tomorrow) week\b/;
/** The end of a period is its last day; of a day it says nothing more. */
const END_OF_DAY = /\b(?:(?:by|at|before|until) )?(?:the )?end of (?:the |this )?day\b/;
const END_OF = new RegExp(
  `\\b(?:(?:by|at|on|until) )?(?:the )?(?:end|last day) of (?:(?:the|this) )?(?:(?<next>next )?(?<unit>month|year)|(?<name>${MONTH}))\\b(?! \\d)`,
);

/** Weekdays anywhere in a text, with plurals, and months. */
export const WEEKDAY_PATTERN = WEEKDAY;
export const MONTH_PATTERN = MONTH;

/** The number of a weekday by a text that begins with its name: 0 is Sunday. */
export function weekdayNumber(text: string): number {
  return WEEKDAYS.indexOf(text.slice(0, 3));
}

/**
 * Reads the day in normal words, counted from `today`.
 *
 * "Friday" is the next one, "next Friday" the one of next week (weeks start on Monday): on a Wednesday the Friday after the
 * coming one, as chrono-node reads it and the planner too. "The 14th" is the next month's when it has passed.
 */
export function readDay(text: string, today: Day): NamedDay | undefined {
  if (/\b(?:yesterday|ago|last (?!day\b)|previous)\b/.test(text)) return { ask: PASSED };
  const weeks = WEEKS_FROM.exec(text) ?? WEEK_AFTER.exec(text);
  if (weeks && !DISTANCE.test(text)) {
    const from = readNear(without(text, weeks[0]), today);
    return from && 'day' in from ? { day: addDays(from.day, 7 * amountOf(weeks[1])), rest: from.rest } : from;
  }
  return readNear(text, today);
}

function readNear(text: string, today: Day): NamedDay | undefined {
  const [endOfDay] = END_OF_DAY.exec(text) ?? [];
  if (endOfDay) {
    const rest = without(text, endOfDay);
    return readNear(rest, today) ?? { day: today, rest };
  }
  const date =
    readDistance(text, today) ??
    readRelative(text, today) ??
    readEnd(text, today) ??
    readDate(text, today) ??
    readDayOfMonth(text, today);
  return date ? onItsWeekday(date) : (readWeekday(text, today) ?? readVague(text));
}

function readRelative(text: string, today: Day): NamedDay | undefined {
  const [phrase] = /\b(?:the )?day after tomorrow\b/.exec(text) ?? /\b(?:today|tomorrow)\b/.exec(text) ?? [];
  if (!phrase) return undefined;
  const ahead = phrase === 'today' ? 0 : phrase === 'tomorrow' ? 1 : 2;
  return { day: addDays(today, ahead), rest: without(text, phrase) };
}

/** "Friday the 13th" where that is a Sunday is two days. */
function onItsWeekday(date: NamedDay): NamedDay {
  if ('ask' in date) return date;
  const weekday = ONE_WEEKDAY.exec(date.rest);
  if (!weekday?.groups) return date;
  if (weekdayNumber(weekday.groups.name ?? '') === weekdayOf(date.day)) {
    return { ...date, rest: without(date.rest, weekday[0]) };
  }
  return { ask: 'The date and the weekday do not go together. Which one do you mean?' };
}

/** "The end of the month", "the last day of March". */
function readEnd(text: string, today: Day): NamedDay | undefined {
  const match = END_OF.exec(text);
  if (!match?.groups) return undefined;
  const { next, unit, name } = match.groups;
  const months = next ? (unit === 'year' ? 12 : 1) : 0;
  const begin = name ? monthToCome(name, today) : addMonths(today, months);
  return { day: unit === 'year' ? `${begin.slice(0, 4)}-12-31` : endOfMonth(begin), rest: without(text, match[0]) };
}

/** The first day of the month of that name that is not over. */
function monthToCome(name: string, today: Day): Day {
  const month = String(MONTHS.indexOf(name.slice(0, 3)) + 1).padStart(2, '0');
  const year = Number(today.slice(0, 4)) + (month < today.slice(5, 7) ? 1 : 0);
  return `${year}-${month}-01`;
}

/** "In 3 days", "2 months from now". */
function readDistance(text: string, today: Day): NamedDay | undefined {
  const match = DISTANCE.exec(text);
  if (!match) return undefined;
  const count = amountOf(match[1] ?? match[3]);
  const unit = match[2] ?? match[4];
  const day =
    unit === 'day' || unit === 'week'
      ? addDays(today, count * (unit === 'week' ? 7 : 1))
      : addMonths(today, count * (unit === 'year' ? 12 : 1));
  return { day, rest: without(text, match[0]) };
}

/** Dates with a month. chrono-node reads an IANA zone as UTC, so it sees noon in UTC and gives the day alone. */
function readDate(text: string, today: Day): NamedDay | undefined {
  // It reads much else too, which means something else here.
  if (!WRITTEN_DATE.test(text)) return undefined;
  const reference = { instant: new Date(`${today}T12:00:00Z`), timezone: 0 };
  const result = chrono.parse(text, reference, { forwardDate: true }).find((each) => WRITTEN_DATE.test(each.text));
  if (!result?.start.isCertain('day')) {
    // A day that no month has, such as 30 February, is read as nothing.
    return /\d.*\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b|\d{4}-\d|\d\/\d/.test(text)
      ? { ask: 'There is no such date. When should it be?' }
      : undefined;
  }
  const [, first, second, year] = DATE_PARTS.exec(result.text) ?? [];
  if (first && second && first !== second && Number(first) <= 12 && Number(second) <= 12) {
    return { ask: `Which month do you mean by ${first}/${second}${year ? ` ${year}` : ''}? Say it by its name.` };
  }
  const { start } = result;
  const day = [start.get('year'), start.get('month'), start.get('day')]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  if (!isDay(day)) return { ask: `There is no ${result.text}. When should it be?` };
  if (result.end) return { ask: 'Which day do you mean?' };
  if (day < today) return { ask: PASSED };
  // It takes the weekday for part of the date, and does not look whether it is that of the day.
  const [weekday = ''] = ONE_WEEKDAY.exec(result.text) ?? [];
  return { day, rest: `${without(text, result.text)} ${weekday}` };
}

/** "The 14th", "the 14th of next month". */
function readDayOfMonth(text: string, today: Day): NamedDay | undefined {
  const [phrase, number, next] =
    /\b(?:the )?(\d{1,2})(?:st|nd|rd|th)\b(?: of (?:(next)|the|this) month\b)?/.exec(text) ?? [];
  if (!phrase || !number) return undefined;
  if (Number(number) < 1 || Number(number) > 31) return { ask: 'Which day do you mean?' };
  const month = next || /\bnext month\b/.test(text) ? addMonths(`${today.slice(0, 8)}01`, 1) : today;
  const inMonth = (offset: number) =>
    `${addMonths(`${month.slice(0, 8)}01`, offset).slice(0, 8)}${number.padStart(2, '0')}`;
  // No month is followed by two that are shorter.
  const day = [0, 1, 2].map(inMonth).find((each) => isDay(each) && each > today);
  if (!day) return { ask: 'Which day do you mean?' };
  const rest = without(text, phrase).replace(/\bnext month\b/, ' ');
  return inMonth(0) === today ? { day, sooner: today, near: true, rest } : { day, rest };
}

function readWeekday(text: string, today: Day): NamedDay | undefined {
  const weekend = /\b(next )?weekend\b/.exec(text);
  if (weekend) return readWeekend(text.replace(weekend[0], `${weekend[1] ?? ''}sat`), today);
  const match = ONE_WEEKDAY.exec(text);
  const { which, name } = match?.groups ?? {};
  if (!match || !name) return undefined;
  const week = WHICH_WEEK.exec(text);
  const rest = without(week ? without(text, week[0]) : text, match[0]);
  const monday = mondayOf(today);
  const weekday = weekdayNumber(name);
  const weeks = week?.groups?.second ? 2 : which === 'next' || week?.groups?.week === 'next' ? 1 : 0;
  if (weeks || week) {
    const day = addDays(monday, 7 * weeks + ((weekday + 6) % 7));
    return day < today ? { ask: PASSED } : { day, rest };
  }
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (ahead > 0) return { day: addDays(today, ahead), rest };
  return { day: addDays(today, 7), sooner: today, near: which === 'this', rest };
}

/** On a weekend, "this weekend" is what is left of it. */
function readWeekend(text: string, today: Day): NamedDay | undefined {
  const saturday = readWeekday(text, today);
  const isThis = /\bthis sat\b/.test(text);
  if (!saturday || 'ask' in saturday || !isThis || weekdayOf(today) !== 0) return saturday;
  return { ...saturday, sooner: today, near: true };
}

function readVague(text: string): NamedDay | undefined {
  const [, period] = /\b(?:next|this|coming|in the|by the|end of the|end of|the) (week|month|year)\b/.exec(text) ?? [];
  if (period) return { ask: `Which day of the ${period} do you mean?` };
  return /\b(?:later|soon|some ?time|some ?day|whenever|eventually)\b/.test(text)
    ? { ask: 'Which day, and at what time?' }
    : undefined;
}

/** Days from the first to the last of a period, and whether it is only when something begins. */
export type Period = { from: Day; to: Day; begins: boolean };

const BEGINS = '(?<begins>(?:starting|beginning|from|as of)(?: in| on)? )';
const PERIOD = new RegExp(
  `\\b(?:${BEGINS}|(?:in|during|all) )?(?:(?<which>this|next) (?<unit>week|month|year)|(?:the )?(?<name>${MONTH_ALONE.source}))\\b`,
);

/** "Next week", "from January": the days that something that repeats is within. */
export function readPeriod(text: string, today: Day): Reading<Period> {
  const match = PERIOD.exec(text);
  if (!match?.groups) return { value: undefined, rest: text };
  const { begins, which, unit, name } = match.groups;
  const { from, to } = name ? monthOf(monthToCome(name, today)) : periodOf(unit ?? '', which === 'next', today);
  const value = { from: from < today ? today : from, to, begins: Boolean(begins) };
  return { value, rest: without(text, match[0]) };
}

function monthOf(day: Day) {
  return { from: `${day.slice(0, 8)}01`, to: endOfMonth(day) };
}

function periodOf(unit: string, next: boolean, today: Day) {
  if (unit === 'month') return monthOf(addMonths(today, next ? 1 : 0));
  if (unit === 'year') {
    const year = Number(today.slice(0, 4)) + (next ? 1 : 0);
    return { from: `${year}-01-01`, to: `${year}-12-31` };
  }
  const monday = addDays(mondayOf(today), next ? 7 : 0);
  return { from: monday, to: addDays(monday, 6) };
}

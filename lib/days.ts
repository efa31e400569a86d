/**
 * Arithmetic on calendar days. A day is a `YYYY-MM-DD` string and has no time and no zone, so nothing here can slip an
 * hour at a clock change; a time zone matters only for the question which day it is now.
 */
export type Day = string;

const MS_PER_DAY = 86_400_000;

/** The midnights of days that were asked for, emptied when full: a plan asks for the same few hundred days thousands of times. */
const midnights = new Map<Day, number>();
const MIDNIGHTS_MAX = 4096;

/** Returns midnight UTC of a day in milliseconds; NaN for what is not a real day. Plain days are counted: no zone, no DST. */
function toMs(day: Day): number {
  const reckoned = midnights.get(day);
  if (reckoned !== undefined) return reckoned;
  const ms = midnightOf(day);
  if (Number.isNaN(ms)) return ms;
  if (midnights.size >= MIDNIGHTS_MAX) midnights.clear();
  midnights.set(day, ms);
  return ms;
}

function midnightOf(day: Day): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return Number.NaN;
  const dayOfMonth = Number(day.slice(8));
  const date = new Date(0);
  // Not Date.UTC, which takes the years 0 to 99 for those of the last century.
  date.setUTCFullYear(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, dayOfMonth);
  // A day that the month does not have ends in the next one.
  return date.getUTCDate() === dayOfMonth && date.getUTCMonth() === Number(day.slice(5, 7)) - 1
    ? date.getTime()
    : Number.NaN;
}

function fromMs(ms: number): Day {
  const date = new Date(ms);
  const year = date.getUTCFullYear();
  // Within these years the parts are written faster than by toISOString; plans reckon with thousands of days.
  if (year < 1000 || year > 9999) return date.toISOString().slice(0, 10);
  const month = date.getUTCMonth() + 1;
  const dayOfMonth = date.getUTCDate();
  return `${year}-${month < 10 ? '0' : ''}${month}-${dayOfMonth < 10 ? '0' : ''}${dayOfMonth}`;
}

function known(day: Day): number {
  const ms = toMs(day);
  if (Number.isNaN(ms)) throw new RangeError(`"${day}" is not a day: write YYYY-MM-DD, a date that exists`);
  return ms;
}

/** Tells whether the text is a day that exists, written `YYYY-MM-DD` (30 February is not one). */
export function isDay(text: string): boolean {
  return !Number.isNaN(toMs(text));
}

/** Returns the day `days` after the given one; negative counts back. Throws RangeError for what is not a day. */
export function addDays(day: Day, days: number): Day {
  return fromMs(known(day) + days * MS_PER_DAY);
}

/** Returns the day `months` later; where that month is shorter, its last day (31 January + 1 month = 28 or 29 February). */
export function addMonths(day: Day, months: number): Day {
  const date = new Date(known(day));
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  return endOfMonth(fromMs(date.getTime()), dayOfMonth);
}

/** Returns the Monday of the week that `day` is in. */
export function mondayOf(day: Day): Day {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** Returns the last day of the month that `day` is in, or its day number `atMost` where the month is longer than that. */
export function endOfMonth(day: Day, atMost = 31): Day {
  const date = new Date(known(day));
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return `${day.slice(0, 8)}${String(Math.min(last, atMost)).padStart(2, '0')}`;
}

/** Returns how many days lie between one day and another: 0 for the same day, negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((known(to) - known(from)) / MS_PER_DAY);
}

/** Returns every day from `first` to `last`, both included; none when `last` comes first. */
export function daysFromTo(first: Day, last: Day): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) => addDays(first, index));
}

/** Returns the weekday of a day: 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(known(day)).getUTCDay();
}

/** Returns the first day with a weekday, `from` included. */
export function onOrAfter(from: Day, weekday: number): Day {
  return addDays(from, (weekday - weekdayOf(from) + 7) % 7);
}

/** Returns the day with a weekday in the week that `day` is in, or `weeks` later; weeks start on Monday. */
export function dayInWeek(day: Day, weekday: number, weeks = 0): Day {
  return addDays(mondayOf(day), 7 * weeks + ((weekday + 6) % 7));
}

/** Sorts weekdays from Monday on. */
export function fromMonday(a: number, b: number): number {
  return ((a + 6) % 7) - ((b + 6) % 7);
}

/** Returns the day it is in an IANA time zone at an instant. Throws RangeError for a zone that does not exist. */
export function todayIn(timezone: string, instant: Date): Day {
  const parts = new Intl.DateTimeFormat('en', {
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** Tells whether the text names an IANA time zone (`Europe/Berlin`, `UTC`). A bare offset such as `+02:00` is not one: it has no DST. */
export function isTimezone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

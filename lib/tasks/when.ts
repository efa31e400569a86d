import { addDays, addMonths, type Day, daysBetween, isDay, weekdayOf } from '../goals/planner/calendar.ts';
import { instantOf, wallClockAt } from '../time.ts';
import { firstOccurrence } from './recurrence.ts';
import { formatRule, type Rule } from './rule.ts';
import { readDay } from './words/day.ts';
import { readDelay, readLength } from './words/duration.ts';
import { normalWords } from './words/normal.ts';
import { readRepetition } from './words/repetition.ts';
import { readTimeOfDay, type TimeOfDay } from './words/time-of-day.ts';

/** Where and when somebody is: what words such as "tomorrow at seven" depend on. */
export type Moment = { now: Date; timezone: string };

/** When that is now which the words move; its time is null when it has none. What repeats has no time that has passed. */
export type Moved = { date: Day; time: string | null; repeats?: boolean };

/** One time: a day in the person's timezone, and where the words say one the time of day (`HH:MM`) and its instant. */
export type SingleTime = {
  kind: 'instant';
  date: Day;
  time?: string;
  scheduled_at?: string;
  duration_minutes?: number;
};
/** A repetition: its rule (RRULE), the day of its first occurrence, and where the words say one the time of day. */
export type RepeatedTime = { kind: 'recurring'; rule: string; date: Day; time?: string; duration_minutes?: number };
/** Words that name no one time, and the question to ask, which can be spoken. */
export type UnclearTime = { kind: 'unclear'; ask: string };

/** Nobody plans for three at night without saying so. */
const dawn = '06:00';
const PASSED = 'That time has passed already. When should it be?';
const NOT_UNDERSTOOD = 'When should it be? Say for example tomorrow at 7, or Friday morning.';

/**
 * Reads when something should be, from English words, as spoken or typed.
 *
 * Never gives a time that has passed. An hour that could be before or after noon is the next one to come when no day is said
 * ("at 7" at ten in the morning is 19:00); on a named day 6 to 11 are in the morning and 1 to 5 in the afternoon. Parts of
 * the day stand for a time: morning 09:00, afternoon 15:00, evening 19:00, tonight 20:00. Midnight ends the day it is said
 * with. Say the result back (sayWhen).
 *
 * @param moved what the words move: a time alone then is on its day, and in the half of the day in which it is now
 */
export function readWhen(text: string, moment: Moment, moved?: Moved): SingleTime | RepeatedTime | UnclearTime {
  const written = readTimestamp(text, moment);
  if (written) return written;
  const length = readLength(normalWords(text));
  const lasting = length.value && length.value >= 1 && length.value <= 1440 ? { duration_minutes: length.value } : {};
  const delay = readDelay(length.rest);
  if (delay.value !== undefined || /^(?:right )?(?:now|away|immediately)$/.test(delay.rest)) {
    return { ...afterMinutes(delay.value ?? 0, moment), ...lasting };
  }
  const repetition = readRepetition(length.rest);
  if (repetition.value && 'ask' in repetition.value) return { kind: 'unclear', ask: repetition.value.ask };
  const made = repetition.value
    ? repeated(repetition.value, repetition.rest, moment)
    : single(length.rest, moment, moved);
  return made.kind === 'unclear' ? made : { ...made, ...lasting };
}

/** What programs write instead of words: `2026-11-23T19:00`, with seconds and an offset or without. */
function readTimestamp(text: string, { now, timezone }: Moment): SingleTime | UnclearTime | undefined {
  const [, day, time, offset] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[-+]\d\d:?\d\d)?$/i.exec(text.trim()) ?? [];
  if (!day || !time || !isDay(day) || time > '23:59') return undefined;
  const instant = Date.parse(offset ? text.trim() : instantOf(day, time, timezone));
  if (Number.isNaN(instant)) return undefined;
  if (instant < now.getTime()) return { kind: 'unclear', ask: PASSED };
  return atInstant(new Date(instant), timezone);
}

function afterMinutes(minutes: number, { now, timezone }: Moment): SingleTime {
  const instant = new Date(Math.ceil(now.getTime() / 60_000) * 60_000 + minutes * 60_000);
  return atInstant(instant, timezone);
}

function atInstant(instant: Date, timezone: string): SingleTime {
  const { day, time } = wallClockAt(instant, timezone);
  return { kind: 'instant', date: day, time, scheduled_at: instant.toISOString() };
}

function single(text: string, moment: Moment, moved: Moved | undefined): SingleTime | UnclearTime {
  const { value: time, rest } = readTimeOfDay(text);
  const today = wallClockAt(moment.now, moment.timezone).day;
  const named = readDay(rest, today);
  if (named && 'ask' in named) return { kind: 'unclear', ask: named.ask };
  if (!time) {
    if (/\bat \d/.test(rest)) return { kind: 'unclear', ask: 'At what time should it be?' };
    return named ? { kind: 'instant', date: named.day } : { kind: 'unclear', ask: NOT_UNDERSTOOD };
  }
  const onItsDay = !named && moved ? timesOnDay(today, inHalfOf(moved, time), moment, moved) : [];
  const [first] = [...onItsDay, ...timesToCome(today, time, moment, named)];
  return first ? { kind: 'instant', ...first } : { kind: 'unclear', ask: PASSED };
}

/** The times to come that may be meant, the likeliest first. */
function timesToCome(
  today: Day,
  time: TimeOfDay,
  { now, timezone }: Moment,
  named: { day: Day; sooner?: Day } | undefined,
) {
  if (named?.day === today && 'part' in time) {
    const { time: usual, ends } = time.part;
    const later = nextHalfHour(wallClockAt(now, timezone).time);
    const start = usual > later ? usual : later;
    return start < ends ? [at(today, start, timezone)] : [];
  }
  const days = named ? [...(named.sooner ? [named.sooner] : []), named.day] : [today, addDays(today, 1)];
  const eitherHalf = !named || named.day === today;
  return days
    .flatMap((day) =>
      timesOfDay(time, eitherHalf).map((each) => at('midnight' in time ? addDays(day, 1) : day, each, timezone)),
    )
    .filter(({ scheduled_at }) => Date.parse(scheduled_at) > now.getTime());
}

/** The times that may be meant on the day on which that is which moves. */
function timesOnDay(today: Day, time: TimeOfDay, moment: Moment, { date, repeats }: Moved) {
  if (!repeats) return timesToCome(today, time, moment, { day: date });
  const day = 'midnight' in time ? addDays(date, 1) : date;
  return timesOfDay(time, false).map((each) => at(day, each, moment.timezone));
}

/** An hour that could be before or after noon, as the one in the half of the day in which that is which moves. */
function inHalfOf({ time: now }: Moved, time: TimeOfDay): TimeOfDay {
  if (!now || !('either' in time) || time.either[0] < dawn) return time;
  const [before, after] = time.either;
  return { exact: now < '12:00' ? before : after };
}

/** @param eitherHalf whether an hour without am or pm may be in either half of the day */
function timesOfDay(time: TimeOfDay, eitherHalf: boolean): string[] {
  if ('midnight' in time) return ['00:00'];
  if ('exact' in time) return [time.exact];
  if ('part' in time) return [time.part.time];
  const [before, after] = time.either;
  if (before < dawn) return [after];
  return eitherHalf ? [before, after] : [before];
}

/** The time that the clock shows then: one that it skips is the same distance after the change. */
function at(day: Day, time: string, timezone: string) {
  const scheduled_at = instantOf(day, time, timezone);
  const shown = wallClockAt(new Date(scheduled_at), timezone);
  return { date: shown.day, time: shown.time, scheduled_at };
}

/** The next full or half hour that is at least a quarter of an hour away; `24:00` when there is none today. */
export function nextHalfHour(time: string): string {
  const minutes = Math.ceil((Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + 15) / 30) * 30;
  return minutes < 1440
    ? `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${minutes % 60 ? '30' : '00'}`
    : '24:00';
}

const UNTIL = /\b(?:until|till|til|through|up to) (.+)$/;
const FOR_SPAN = /\bfor (?:the next )?(\d{1,3}) (day|week|month|time)s?\b|\b(\d{1,4}) times$/;
const STARTING = /\b(?:starting|beginning|from|as of)(?: on)? /;

function repeated(read: Rule, text: string, moment: Moment): RepeatedTime | UnclearTime {
  const { now, timezone } = moment;
  const today = wallClockAt(now, timezone).day;
  const end = readEnd(text, today);
  if ('ask' in end) return { kind: 'unclear', ask: end.ask };
  const { value: time, rest } = readTimeOfDay(end.rest);
  const named = readDay(rest.replace(STARTING, ''), today);
  if (named && 'ask' in named) return { kind: 'unclear', ask: named.ask };
  const from = named?.day ?? today;
  const rule = time && 'midnight' in time ? dayAfter(read) : read;
  if (!rule) return { kind: 'unclear', ask: 'At what time should it be?' };
  // The first one sets which weeks "every other" means.
  const once = { ...rule, interval: 1 };
  const clockTime = time && timesOfDay(time, false)[0];
  const passed = clockTime && Date.parse(instantOf(from, clockTime, timezone)) <= now.getTime();
  const date = firstOccurrence(once, from, passed ? addDays(from, 1) : from);
  if (!date) return { kind: 'unclear', ask: NOT_UNDERSTOOD };
  return {
    kind: 'recurring',
    rule: formatRule({ ...rule, ...end.bound(date) }),
    date,
    ...(clockTime ? { time: clockTime } : {}),
  };
}

/** A rule that falls on the days after; none where that is not one rule, as after the last day of a month. */
function dayAfter(rule: Rule): Rule | undefined {
  if (rule.freq === 'DAILY') return rule;
  if (rule.freq === 'MONTHLY') return undefined;
  return { ...rule, byDay: rule.byDay.map(({ weekday }) => ({ weekday: (weekday + 1) % 7 })) };
}

type End = { rest: string; bound(first: Day): Pick<Rule, 'count' | 'until'> };

/** "Until March 14", "for 6 weeks", "10 times". */
function readEnd(text: string, today: Day): End | { ask: string } {
  const until = UNTIL.exec(text);
  if (until?.[1]) {
    const named = readDay(until[1], today);
    if (!named || 'ask' in named) return { ask: 'Until which day should it repeat?' };
    return { rest: text.replace(until[0], ''), bound: () => ({ until: named.day.replaceAll('-', '') }) };
  }
  const span = FOR_SPAN.exec(text);
  if (!span) return { rest: text, bound: () => ({}) };
  const amount = Number(span[1] ?? span[3]);
  const unit = span[2] ?? 'time';
  if (amount < 1 || amount > 1000) return { ask: 'How many times should it repeat?' };
  const after = (first: Day) =>
    unit === 'month' ? addMonths(first, amount) : addDays(first, amount * (unit === 'week' ? 7 : 1));
  return {
    rest: text.replace(span[0], ''),
    bound: (first) => (unit === 'time' ? { count: amount } : { until: addDays(after(first), -1).replaceAll('-', '') }),
  };
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * A time as one says it: "tomorrow at 7 in the evening", "Friday at noon", "Monday, 14 March at half past 6 in the morning".
 * @param date the day in the person's timezone @param time `HH:MM`, or nothing for a day alone
 */
export function sayWhen(date: Day, time: string | null | undefined, timezone: string, now: Date): string {
  const day = sayDay(date, wallClockAt(now, timezone).day);
  return time ? `${day} at ${sayTime(time)}` : day;
}

/** A day as one says it: "today", "tomorrow", "Friday", "Monday, 14 March". */
export function sayDay(date: Day, today: Day): string {
  const ahead = daysBetween(today, date);
  if (ahead === 0) return 'today';
  if (ahead === 1) return 'tomorrow';
  if (ahead === -1) return 'yesterday';
  const weekday = DAYS[weekdayOf(date)];
  if (ahead > 1 && ahead < 7) return `${weekday}`;
  const year = date.slice(0, 4) === today.slice(0, 4) ? '' : ` ${date.slice(0, 4)}`;
  return `${weekday}, ${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]}${year}`;
}

function sayTime(time: string): string {
  if (time === '12:00') return 'noon';
  if (time === '00:00') return 'midnight';
  const hour = Number(time.slice(0, 2));
  const part =
    hour < 5
      ? 'at night'
      : hour < 12
        ? 'in the morning'
        : hour < 18
          ? 'in the afternoon'
          : hour < 22
            ? 'in the evening'
            : 'at night';
  const minutes = time.slice(3) === '00' ? '' : `:${time.slice(3)}`;
  return `${hour % 12 || 12}${minutes} ${part}`;
}

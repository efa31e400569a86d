import { addDays, addMonths, type Day, isDay } from '../days.ts';
import { instantOf, wallClockAt } from '../time.ts';
import { firstOccurrence } from './recurrence.ts';
import { formatRule, type Rule } from './rule.ts';
import { MONTH_PATTERN, type NamedDay, readDay, readPeriod, WEEKDAY_PATTERN } from './words/day.ts';
import { amountOf, readDelay, readLength } from './words/duration.ts';
import { normalWords } from './words/normal.ts';
import { readRepetition } from './words/repetition.ts';
import { readShift, type Shift } from './words/shift.ts';
import { clock, readRange, readTimeOfDay, type TimeOfDay } from './words/time-of-day.ts';

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
/** Later than any day that can be kept. */
const CENTURY = '2100';
const TOO_FAR = 'That is too far away. When should it be?';
const PASSED = 'That time has passed already. When should it be?';
const NOT_UNDERSTOOD = 'When should it be? Say for example tomorrow at 7, or Friday morning.';
const NOT_SURE = 'I am not sure when that is. Say for example tomorrow at 7, or Friday morning.';
const HOW_OFTEN = 'How often should it repeat? Say for example every Monday at 7, or every 2 weeks on Friday.';
const HOW_LONG = 'How long should it take? A day is the most.';
const WHAT_TIME = 'At what time should it be?';

const REPEATS = /\b(?:every|each)\b/;
/** Words that change when something is: what nothing has read of them would be guessed at. */
const TELLING = new RegExp(
  `\\d|\\b(?:${WEEKDAY_PATTERN}|${MONTH_PATTERN}|(?:today|tomorrow|tonight|morning|afternoon|evening|night|noon|midnight|minute|hour|day|weekday|week|weekend|month|year)s?|every|each|next|last|or|not|except|excluding|apart from|unless)\\b|\\bafter$`,
);

/**
 * Reads when something should be, from English words, as spoken or typed.
 *
 * Never gives a time that has passed. An hour that could be before or after noon is the next one to come when no day is said
 * ("at 7" at ten in the morning is 19:00); on a named day 6 to 11 are in the morning and 1 to 5 in the afternoon. Parts of
 * the day stand for a time: morning 09:00, afternoon 15:00, evening 19:00, tonight 20:00. Midnight ends the day it is said
 * with, and so do the hours after it in a night: "Friday night at 2" is on Saturday. Words that are left over and would change
 * the time are asked about. Say the result back (sayWhen).
 *
 * @param moved what the words move: a time alone then is on its day, and in the half of the day in which it is now, and "an
 *   hour later" counts from it
 */
export function readWhen(text: string, moment: Moment, moved?: Moved): SingleTime | RepeatedTime | UnclearTime {
  const written = readTimestamp(text, moment);
  if (written) return written;
  const words = normalWords(text);
  const shift = readShift(words);
  const range = readRange(shift.rest);
  const length = readLength(range.rest);
  const minutes = length.value ?? range.value;
  if (minutes !== undefined && (minutes < 1 || minutes > 1440)) return unclear(HOW_LONG);
  const lasting = minutes ? { duration_minutes: minutes } : {};
  const read = shift.value ? shifted(shift.value, length.rest, moment, moved) : readTime(length.rest, moment, moved);
  if (read.kind === 'unclear') return read;
  return read.date < CENTURY ? { ...read, ...lasting } : unclear(TOO_FAR);
}

function readTime(text: string, moment: Moment, moved: Moved | undefined) {
  const delay = readDelay(text);
  if (delay.value !== undefined || /^(?:right )?(?:now|away|immediately)$/.test(delay.rest)) {
    return unsure(delay.rest) ?? afterMinutes(delay.value ?? 0, moment);
  }
  const repetition = readRepetition(text, Boolean(moved));
  if (!repetition.value) return single(text, moment, moved);
  if ('ask' in repetition.value) return unclear(repetition.value.ask);
  return repeated(repetition.value, repetition.rest, moment);
}

function unclear(ask: string): UnclearTime {
  return { kind: 'unclear', ask };
}

/** The question to ask where words are left that change when it is. */
function unsure(rest: string): UnclearTime | undefined {
  if (REPEATS.test(rest)) return unclear(HOW_OFTEN);
  return TELLING.test(rest) ? unclear(NOT_SURE) : undefined;
}

/** What programs write instead of words: `2026-11-23T19:00`, with seconds and an offset or without. */
function readTimestamp(text: string, { now, timezone }: Moment): SingleTime | UnclearTime | undefined {
  const [, day, time, offset] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[-+]\d\d:?\d\d)?$/i.exec(text.trim()) ?? [];
  if (!day || !time || !isDay(day) || time > '23:59') return undefined;
  const instant = Date.parse(offset ? text.trim() : instantOf(day, time, timezone));
  if (Number.isNaN(instant)) return undefined;
  if (instant < now.getTime()) return unclear(PASSED);
  if (day >= CENTURY) return unclear(TOO_FAR);
  return atInstant(new Date(instant), timezone);
}

function afterMinutes(minutes: number, { now, timezone }: Moment): SingleTime | UnclearTime {
  if (minutes > 100 * 366 * 1440) return unclear(TOO_FAR);
  const instant = new Date(Math.ceil(now.getTime() / 60_000) * 60_000 + minutes * 60_000);
  return atInstant(instant, timezone);
}

function atInstant(instant: Date, timezone: string): SingleTime {
  const { day, time } = wallClockAt(instant, timezone);
  return { kind: 'instant', date: day, time, scheduled_at: instant.toISOString() };
}

/** What moves by an amount from when it is now. */
function shifted(shift: Shift, text: string, moment: Moment, moved: Moved | undefined): SingleTime | UnclearTime {
  if (!moved) return unclear(NOT_UNDERSTOOD);
  const { now, timezone } = moment;
  if ('days' in shift) {
    const day = addDays(moved.date, shift.days);
    const passed = !moved.repeats && day < wallClockAt(now, timezone).day;
    return passed ? unclear(PASSED) : single(text, moment, { ...moved, date: day }, { day, rest: text });
  }
  const left = unsure(text);
  if (left) return left;
  if (!moved.time) return unclear(WHAT_TIME);
  const instant = Date.parse(instantOf(moved.date, moved.time, timezone)) + shift.minutes * 60_000;
  return moved.repeats || instant > now.getTime() ? atInstant(new Date(instant), timezone) : unclear(PASSED);
}

/** @param onDay the day, where it is known already: what words there are say the time alone */
function single(
  text: string,
  moment: Moment,
  moved: Moved | undefined,
  onDay?: { day: Day; rest: string },
): SingleTime | UnclearTime {
  const { value: time, rest } = readTimeOfDay(text);
  const today = wallClockAt(moment.now, moment.timezone).day;
  const named: NamedDay | undefined = onDay ? { ...onDay, rest } : readDay(rest, today);
  if (named && 'ask' in named) return unclear(REPEATS.test(rest) ? HOW_OFTEN : named.ask);
  if (!time && /\bat \d/.test(rest)) return unclear(WHAT_TIME);
  const left = unsure(named?.rest ?? rest);
  if (left) return left;
  if (!time) {
    if (!named) return unclear(NOT_UNDERSTOOD);
    return { kind: 'instant', date: named.near && named.sooner ? named.sooner : named.day };
  }
  const onItsDay = moved && (onDay || !named) ? timesOnDay(today, inHalfOf(moved, time), moment, moved) : [];
  const [first] = [...onItsDay, ...timesToCome(today, time, moment, named)];
  if (first) return { kind: 'instant', ...first };
  // All that is left of the night is now.
  return named?.day === today && 'part' in time && time.part.name === 'night'
    ? afterMinutes(0, moment)
    : unclear(PASSED);
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
  const eitherHalf = !named || named.day === today;
  // Who says it after midnight means the night that it is.
  const inNight = 'afterMidnight' in time && eitherHalf && wallClockAt(now, timezone).time < dawn;
  const days = [
    ...(inNight ? [addDays(today, -1)] : []),
    ...(named ? [...(named.sooner ? [named.sooner] : []), named.day] : [today, addDays(today, 1)]),
  ];
  return days
    .flatMap((day) =>
      timesOfDay(time, eitherHalf).map((each) => at('afterMidnight' in time ? addDays(day, 1) : day, each, timezone)),
    )
    .filter(({ scheduled_at }) => Date.parse(scheduled_at) > now.getTime());
}

/** The times that may be meant on the day on which that is which moves. */
function timesOnDay(today: Day, time: TimeOfDay, moment: Moment, { date, time: current, repeats }: Moved) {
  const inNight = 'afterMidnight' in time && current !== null && current < dawn;
  const night = inNight ? addDays(date, -1) : date;
  if (!repeats) return timesToCome(today, time, moment, { day: night });
  const day = 'afterMidnight' in time ? addDays(night, 1) : night;
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
  if ('afterMidnight' in time) return [time.afterMidnight];
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
  return clock(Math.min(minutes, 1440));
}

const UNTIL = /\b(?:until|till|til|through|up to) (.+)$/;
const FOR_SPAN = /\bfor (?:(?:the next )?(\d{1,3}|an?)|the next) (day|week|month|year|time)s?\b|\b(\d{1,4}) times$/;
const STARTING = /\b(?:starting|beginning|from|as of)(?: on)? /;

function repeated(read: Rule, text: string, moment: Moment): RepeatedTime | UnclearTime {
  const { now, timezone } = moment;
  const today = wallClockAt(now, timezone).day;
  const { value: time, rest } = readTimeOfDay(text);
  const end = readEnd(rest, today);
  if ('ask' in end) return unclear(end.ask);
  const period = readPeriod(end.rest, today);
  const named = readDay(period.rest.replace(STARTING, ''), today);
  if (named && 'ask' in named) return unclear(named.ask);
  if (unsure(named?.rest ?? period.rest) || (named && period.value)) return unclear(HOW_OFTEN);
  const from = named?.day ?? period.value?.from ?? today;
  const rule = time && 'afterMidnight' in time ? dayAfter(read) : read;
  if (!rule) return unclear(WHAT_TIME);
  // The first one sets which weeks "every other" means.
  const once = { ...rule, interval: 1 };
  const clockTime = time && timesOfDay(time, false)[0];
  const passed = clockTime && Date.parse(instantOf(from, clockTime, timezone)) <= now.getTime();
  const date = firstOccurrence(once, from, passed ? addDays(from, 1) : from);
  if (!date) return unclear(NOT_UNDERSTOOD);
  const within = period.value && !period.value.begins ? { until: asUntil(period.value.to) } : {};
  if (within.until && asUntil(date) > within.until) return unclear(PASSED);
  return {
    kind: 'recurring',
    rule: formatRule({ ...rule, ...within, ...end.bound(date) }),
    date,
    ...(clockTime ? { time: clockTime } : {}),
  };
}

function asUntil(day: Day): string {
  return day.replaceAll('-', '');
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
    const named = readDay(until[1], today) ?? monthUntil(until[1], today, until[0].startsWith('through'));
    if (!named || 'ask' in named) return { ask: 'Until which day should it repeat?' };
    return { rest: `${text.replace(until[0], '')}${named.rest}`, bound: () => ({ until: asUntil(named.day) }) };
  }
  const span = FOR_SPAN.exec(text);
  if (!span) return { rest: text, bound: () => ({}) };
  const count = span[1] ?? span[3] ?? '1';
  const amount = amountOf(count);
  const unit = span[2] ?? 'time';
  if (amount < 1 || amount > 1000) return { ask: 'How many times should it repeat?' };
  const months = { month: amount, year: 12 * amount }[unit];
  const after = (first: Day) =>
    months ? addMonths(first, months) : addDays(first, amount * (unit === 'week' ? 7 : 1));
  return {
    rest: text.replace(span[0], ''),
    bound: (first) => (unit === 'time' ? { count: amount } : { until: asUntil(addDays(after(first), -1)) }),
  };
}

/** "Until March" is until it begins, "through March" until it ends. */
function monthUntil(text: string, today: Day, through: boolean): NamedDay | undefined {
  const { value, rest } = readPeriod(text, today);
  if (!value || (value.from === today && !through)) return undefined;
  return { day: through ? value.to : addDays(value.from, -1), rest };
}

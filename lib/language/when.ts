import { addDays, addMonths, type Day, isDay, weekdayOf } from '../days.ts';
import { instantOf, wallClockAt } from '../time.ts';
import { type Clock, clockText, DAWN, type DayPart, PARTS, type TimeOfDay, timeOf } from './clock.ts';
import { bestLanguage } from './coverage.ts';
import type { NamedDay } from './day.ts';
import type { Language } from './languages.ts';
import type { Phrases } from './phrases.ts';
import { readRepeated } from './repeated.ts';
import { type Fact, type Scan, scan } from './scan.ts';
import { readShift, type Shift } from './shift.ts';

/** Where and when somebody is, and the language of their account: what words such as "tomorrow at seven" depend on. */
export type Moment = { now: Date; timezone: string; language?: Language };

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
export type Time = SingleTime | RepeatedTime | UnclearTime;

/** Later than any day that can be kept. */
const CENTURY = '2100';
const TOO_FAR = 'That is too far away. When should it be?';
export const PASSED = 'That time has passed already. When should it be?';
export const NOT_UNDERSTOOD = 'When should it be? Say for example tomorrow at 7, or Friday morning.';
const NOT_SURE = 'I am not sure when that is. Say for example tomorrow at 7, or Friday morning.';
export const HOW_OFTEN = 'How often should it repeat? Say for example every Monday at 7, or every 2 weeks on Friday.';
const HOW_LONG = 'How long should it take? A day is the most.';
export const WHAT_TIME = 'At what time should it be?';
const NOT_TOGETHER = 'The date and the weekday do not go together. Which one do you mean?';
const THIS_ONE = 'Every week, or this one time?';

/** Words about time are short; longer texts are not read to their end. */
export const WHEN_CHARACTERS_MAX = 300;

/**
 * Reads when something should be, from words as spoken or typed, in one of seven languages.
 *
 * Never gives a time that has passed. An hour that could be before or after noon is the next one to come when no day is said
 * ("at 7" at ten in the morning is 19:00); on a named day 6 to 11 are in the morning and 1 to 5 in the afternoon, unless what
 * it is about says otherwise (a dinner). Parts of the day stand for a time: morning 09:00, afternoon 15:00, evening 19:00,
 * tonight 20:00. Midnight ends the day it is said with, and so do the hours after it in a night: "Friday night at 2" is on
 * Saturday. Words that bear on time and are not read are asked about. Say the result back (sayWhen).
 *
 * @param moved what the words move: a time alone then is on its day, and in the half of the day in which it is now, and "an
 *   hour later" counts from it
 * @param about what the time is of: "dinner" at 8 is in the evening
 */
export function readWhen(text: string, moment: Moment, moved?: Moved, about = ''): Time {
  const written = readTimestamp(text, moment);
  if (written) return written;
  const p = bestLanguage(text, moment.language, WHEN_CHARACTERS_MAX);
  const shift = readShift(p);
  const today = wallClockAt(moment.now, moment.timezone).day;
  if (!shift) return timeOfFacts(p, scan(p, today, true), moment, { moved, about });
  const rest = bestLanguage(shift.rest, p.language, WHEN_CHARACTERS_MAX);
  return limited(shifted(shift.value, rest, moment, moved), undefined);
}

export type About = { moved?: Moved | undefined; about?: string };

/** What the facts of a text come to. */
export function timeOfFacts(p: Phrases, read: Scan, moment: Moment, { moved, about = '' }: About): Time {
  const lengths = read.facts.flatMap((fact) => (fact.kind === 'length' || fact.kind === 'range' ? [fact.minutes] : []));
  const [minutes] = lengths;
  if (minutes !== undefined && (minutes < 1 || minutes > 1440)) return unclear(HOW_LONG);
  const asked = read.facts.find((fact) => fact.kind === 'ask');
  const repeats = read.facts.some((fact) => fact.kind === 'repetition' && !(fact.repetition.isLoose && moved));
  const repeatsUnread = read.unread.some((at) => p.hit(at, 'every') !== undefined);
  if (asked?.kind === 'ask') return unclear(repeatsUnread ? HOW_OFTEN : asked.ask);
  if (lengths.length > 1) return unclear(NOT_SURE);
  if (read.unread.some((at) => p.digits(at) !== undefined && p.hit(at - 1, 'at')?.value === 'core'))
    return unclear(WHAT_TIME);
  if (read.unread.length) return unclear(repeats || repeatsUnread ? HOW_OFTEN : NOT_SURE);
  const time = timeSaid(read.facts, p, about);
  if ('ask' in time) return unclear(repeats && time.ask === NOT_SURE ? HOW_OFTEN : time.ask);
  const isRule = repeats || read.facts.some((fact) => fact.kind === 'only' && fact.list.isPlural);
  const value = isRule ? readRepeated(read.facts, time.value, moment) : single(read, time, moment, moved);
  return limited(value, minutes);
}

function limited(read: Time, minutes: number | undefined): Time {
  if (read.kind === 'unclear') return read;
  return read.date < CENTURY ? { ...read, ...(minutes ? { duration_minutes: minutes } : {}) } : unclear(TOO_FAR);
}

export function unclear(ask: string): UnclearTime {
  return { kind: 'unclear', ask };
}

/** What programs write instead of words: `2026-11-23T19:00`, with seconds and an offset or without, and a zone in brackets. */
function readTimestamp(text: string, { now, timezone }: Moment): SingleTime | UnclearTime | undefined {
  const [, day, time, offset, zone] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)?(Z|[-+]\d\d:?\d\d)?(?:\[([\w/+-]{1,40})\])?$/i.exec(
      text.slice(0, 100).trim(),
    ) ?? [];
  if (!day || !time || !isDay(day) || time > '23:59' || (zone && !offset)) return undefined;
  const [written = ''] = text.trim().split('[');
  const instant = Date.parse(offset ? written : instantOf(day, time, timezone));
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
function shifted(shift: Shift, p: Phrases, moment: Moment, moved: Moved | undefined): Time {
  if (!moved) return unclear(NOT_UNDERSTOOD);
  const { now, timezone } = moment;
  const today = wallClockAt(now, timezone).day;
  const read = scan(p, today, true);
  if (!('minutes' in shift)) {
    const day = 'days' in shift ? addDays(moved.date, shift.days) : addMonths(moved.date, shift.months);
    const passed = !moved.repeats && day < today;
    return passed ? unclear(PASSED) : onDay(day, read, p, moment, moved);
  }
  if (read.facts.length || read.unread.length) return unclear(NOT_SURE);
  if (!moved.time) return unclear(WHAT_TIME);
  const instant = Date.parse(instantOf(moved.date, moved.time, timezone)) + shift.minutes * 60_000;
  return moved.repeats || instant > now.getTime() ? atInstant(new Date(instant), timezone) : unclear(PASSED);
}

/** The time that words say on a day that is known already. */
function onDay(day: Day, read: Scan, p: Phrases, moment: Moment, moved: Moved): Time {
  const time = timeSaid(read.facts, p, '');
  if ('ask' in time) return unclear(time.ask);
  if (read.unread.length || read.facts.some(({ kind }) => kind !== 'clock' && kind !== 'part'))
    return unclear(NOT_SURE);
  return onNamed({ day }, time.value, time.zone, moment, { ...moved, date: day }, true);
}

export type SaidTime = { value: TimeOfDay | undefined; zone: string | undefined };

/** The one time of day that facts say, with the part of the day that settles am or pm. */
function timeSaid(facts: Fact[], p: Phrases, about: string): SaidTime | { ask: string } {
  const clocks = facts.flatMap((fact) => (fact.kind === 'clock' || fact.kind === 'range' ? [fact.clock] : []));
  const parts = [...new Set(facts.flatMap((fact) => (fact.kind === 'part' ? [fact.part] : [])))];
  const zones = [...new Set(facts.flatMap((fact) => (fact.kind === 'zone' ? [fact.zone] : [])))];
  const [clock, ...others] = clocks;
  const repeated = facts.flatMap((fact) =>
    fact.kind === 'repetition' && fact.repetition.part ? [fact.repetition.part] : [],
  );
  const [name, second] = [...new Set([...parts, ...repeated])];
  if (others.some((each) => each.hour !== clock?.hour || each.minute !== clock.minute || each.half !== clock.half))
    return { ask: NOT_SURE };
  if (zones.length > 1) return { ask: 'Which time zone do you mean?' };
  if (second) return { ask: NOT_SURE };
  const [zone] = zones;
  const part = name && PARTS[name];
  if (!clock) {
    if (zone || facts.some(({ kind }) => kind === 'early')) return { ask: WHAT_TIME };
    return { value: part && { part }, zone };
  }
  const value = timeOf(settled(clock, part, p, about), part);
  return value ? { value, zone } : { ask: WHAT_TIME };
}

/** An hour as the one that goes with what it is about: a dinner is in the evening, a breakfast in the morning. */
function settled(clock: Clock, part: DayPart | undefined, p: Phrases, about: string): Clock {
  if (!about || part || clock.half || clock.literal) return clock;
  const words = bestLanguage(about, p.language, WHEN_CHARACTERS_MAX);
  const has = (sense: 'evening' | 'morning') => words.tokens.some((_, at) => words.hit(at, sense) !== undefined);
  if (has('evening') && clock.hour >= 4 && clock.hour < 12) return { ...clock, half: 'pm' };
  if (has('morning') && !has('evening') && clock.hour >= 4 && clock.hour < 12) return { ...clock, half: 'am' };
  return clock;
}

function single(read: Scan, { value: time, zone }: SaidTime, moment: Moment, moved: Moved | undefined): Time {
  const { facts } = read;
  const kinds = new Set(facts.map(({ kind }) => kind));
  const delay = facts.find((fact) => fact.kind === 'delay');
  if (delay?.kind === 'delay' || kinds.has('now')) {
    const others = facts.some(({ kind }) => !['delay', 'now', 'length'].includes(kind));
    return others || (delay && kinds.has('now'))
      ? unclear(NOT_SURE)
      : afterMinutes(delay?.kind === 'delay' ? delay.minutes : 0, moment);
  }
  if (['span', 'count', 'except', 'only', 'repetition'].some((kind) => facts.some((fact) => fact.kind === kind))) {
    return unclear(kinds.has('count') || kinds.has('only') ? HOW_OFTEN : NOT_SURE);
  }
  if (kinds.has('vague') && !kinds.has('day')) return unclear('Which day, and at what time?');
  const next = facts.find((fact) => fact.kind === 'nextday');
  if (next?.kind === 'nextday') return besides(next.days, { value: time, zone }, facts, moment, moved);
  const period = facts.find((fact) => fact.kind === 'period');
  const days = facts.filter((fact) => fact.kind === 'day');
  if (period?.kind === 'period') {
    const { unit } = period.period;
    const known = /^(?:week|month|year)$/.test(unit)
      ? `Which day of the ${unit} do you mean?`
      : 'Which day do you mean?';
    return unclear(known);
  }
  const today = wallClockAt(moment.now, moment.timezone).day;
  const named = oneDay(days.map((fact) => related(fact, Boolean(time), today)));
  if (named && 'ask' in named) return unclear(named.ask);
  if (!named && !time) return unclear(kinds.has('length') || kinds.size === 0 ? NOT_UNDERSTOOD : NOT_SURE);
  return onNamed(named, time, zone, moment, moved, false);
}

/** "The next day" of what is moved. */
function besides(
  days: number,
  { value, zone }: SaidTime,
  facts: Fact[],
  moment: Moment,
  moved: Moved | undefined,
): Time {
  if (!moved) return unclear(NOT_UNDERSTOOD);
  if (facts.some(({ kind }) => !['nextday', 'clock', 'part'].includes(kind))) return unclear(NOT_SURE);
  const day = addDays(moved.date, days);
  if (!moved.repeats && day < wallClockAt(moment.now, moment.timezone).day) return unclear(PASSED);
  return onNamed({ day }, value, zone, moment, { ...moved, date: day }, true);
}

type DayFact = Extract<Fact, { kind: 'day' }>;

/** Before a day is the day before it, after it the next one; with a time of day it is the day. */
function related({ day, relation }: DayFact, hasTime: boolean, today: Day): NamedDay | { ask: string } {
  const step = hasTime ? 0 : relation === 'before' ? -1 : relation === 'after' ? 1 : 0;
  if (step === 0) return day;
  const moved = addDays(day.day, step);
  return moved < today ? { ask: PASSED } : { day: moved };
}

/** The one day that several phrases name: "Friday, 27 November". */
export function oneDay(days: (NamedDay | { ask: string })[]): NamedDay | { ask: string } | undefined {
  const all: NamedDay[] = [];
  for (const day of days) {
    if ('ask' in day) return day;
    all.push(day);
  }
  const named = all.some(({ weak }) => !weak) ? all.filter(({ weak }) => !weak) : all;
  const dates = named.filter(({ weekday, fixed }) => weekday === undefined || fixed);
  const [date, ...others] = dates.length ? dates : named;
  if (!date) return undefined;
  if (others.some(({ day }) => day !== date.day)) return { ask: NOT_SURE };
  if (dates.length && named.some(({ weekday }) => weekday !== undefined && weekday !== weekdayOf(date.day))) {
    return { ask: date.fixed ? NOT_SURE : NOT_TOGETHER };
  }
  return date.maybe && named.length === 1 ? { ask: THIS_ONE } : date;
}

/** @param isKnown whether the day is that of what is moved, so that the words say the time alone */
function onNamed(
  named: NamedDay | undefined,
  time: TimeOfDay | undefined,
  zone: string | undefined,
  moment: Moment,
  moved: Moved | undefined,
  isKnown: boolean,
): SingleTime | UnclearTime {
  const today = wallClockAt(moment.now, moment.timezone).day;
  if (!time) {
    if (!named) return unclear(NOT_UNDERSTOOD);
    return { kind: 'instant', date: named.near && named.sooner ? named.sooner : named.day };
  }
  if (zone) return inZone(named, time, zone, moment);
  const onItsDay = moved && (isKnown || !named) ? timesOnDay(today, inHalfOf(moved, time), moment, moved) : [];
  const [first] = [...onItsDay, ...timesToCome(today, time, moment, named)];
  if (first) return { kind: 'instant', ...first };
  // All that is left of the night is now.
  return named?.day === today && 'part' in time && time.part.name === 'night'
    ? afterMinutes(0, moment)
    : unclear(PASSED);
}

/** A time on the clock of another zone: on the day that is named, else the next time that its clock shows it. */
function inZone(named: NamedDay | undefined, time: TimeOfDay, zone: string, moment: Moment): SingleTime | UnclearTime {
  const there = wallClockAt(moment.now, zone).day;
  const days = named ? [...(named.sooner ? [named.sooner] : []), named.day] : [there, addDays(there, 1)];
  const [instant] = days
    .flatMap((day) =>
      timesOfDay(time, !named).map((each) =>
        Date.parse(instantOf('afterMidnight' in time ? addDays(day, 1) : day, each, zone)),
      ),
    )
    .filter((each) => each > moment.now.getTime());
  return instant === undefined ? unclear(PASSED) : atInstant(new Date(instant), moment.timezone);
}

/** The times to come that may be meant, the likeliest first. */
function timesToCome(today: Day, time: TimeOfDay, { now, timezone }: Moment, named: NamedDay | undefined) {
  if (named?.day === today && 'part' in time) {
    const { time: usual, ends } = time.part;
    const later = nextHalfHour(wallClockAt(now, timezone).time);
    const start = usual > later ? usual : later;
    return start < ends ? [at(today, start, timezone)] : [];
  }
  const eitherHalf = !named || named.day === today;
  // Who says it after midnight means the night that it is.
  const inNight = 'afterMidnight' in time && eitherHalf && wallClockAt(now, timezone).time < DAWN;
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
  const inNight = 'afterMidnight' in time && current !== null && current < DAWN;
  const night = inNight ? addDays(date, -1) : date;
  if (!repeats) return timesToCome(today, time, moment, { day: night });
  const day = 'afterMidnight' in time ? addDays(night, 1) : night;
  return timesOfDay(time, false).map((each) => at(day, each, moment.timezone));
}

/** An hour that could be before or after noon, as the one in the half of the day in which that is which moves. */
function inHalfOf({ time: now }: Moved, time: TimeOfDay): TimeOfDay {
  if (!now || !('either' in time) || time.either[0] < DAWN) return time;
  const [before, after] = time.either;
  return { exact: now < '12:00' ? before : after };
}

/** @param eitherHalf whether an hour without am or pm may be in either half of the day */
export function timesOfDay(time: TimeOfDay, eitherHalf: boolean): string[] {
  if ('afterMidnight' in time) return [time.afterMidnight];
  if ('exact' in time) return [time.exact];
  if ('part' in time) return [time.part.time];
  const [before, after] = time.either;
  if (before < DAWN) return [after];
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
  return clockText(Math.min(minutes, 1440));
}

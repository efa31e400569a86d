import { addDays, addMonths, type Day } from '../days.ts';
import { instantOf, wallClockAt } from '../time.ts';
import { type Clock, type DayPart, PARTS } from './clock.ts';
import { bestLanguage } from './coverage.ts';
import type { Fact } from './fact.ts';
import { afterMinutes, atInstant, onNamed, readTimestamp } from './instants.ts';
import type { Language } from './languages.ts';
import { type NamedDay, oneDay } from './named-day.ts';
import type { Phrases } from './phrases.ts';
import { type Asked, sayQuestion } from './questions.ts';
import { readRepeated } from './repeated.ts';
import { type Scan, scan } from './scan.ts';
import { readShift, type Shift } from './shift.ts';
import { type TimeOfDay, timeOf } from './time-of-day.ts';

/**
 * Where and when somebody is, and the locale of their account: what words such as "tomorrow at seven" and "3/4" depend on.
 * `language` is that of the conversation, where it is known; without it the locale's counts.
 */
export type Moment = { now: Date; timezone: string; language?: Language; locale?: string | null };

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
/** A repetition: its rule (RRULE), the day of its first occurrence, days that it leaves out, and where the words say one the time of day. */
export type RepeatedTime = {
  kind: 'recurring';
  rule: string;
  date: Day;
  excluded?: Day[];
  time?: string;
  duration_minutes?: number;
};
/** Words that name no one time, and the question to ask in their language, which can be spoken. */
export type UnclearTime = { kind: 'unclear'; ask: string };
export type Time = SingleTime | RepeatedTime | UnclearTime;

/** Later than any day that can be kept. */
const CENTURY = '2100';

/** Words about time are short; longer texts are not read to their end. */
export const WHEN_CHARACTERS_MAX = 300;

export type About = { moved?: Moved | undefined; about?: string };

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
  const p = bestLanguage(text, moment, WHEN_CHARACTERS_MAX);
  const written = readTimestamp(text, moment);
  if (written) return answered(written, undefined, p.language);
  const today = wallClockAt(moment.now, moment.timezone).day;
  const shift = readShift(p);
  if (!shift) return timeOfFacts(p, scan(p, today, true), moment, { moved, about });
  const rest = scan(p, today, true, shift);
  return answered(shifted(shift.value, rest, p, moment, moved), undefined, p.language);
}

/** Returns what the facts of a text come to. */
export function timeOfFacts(p: Phrases, read: Scan, moment: Moment, about: About): Time {
  const lengths = read.facts.flatMap((fact) => (fact.kind === 'length' || fact.kind === 'range' ? [fact.minutes] : []));
  return answered(decide(p, read, lengths, moment, about), lengths[0], p.language);
}

type Decided = SingleTime | RepeatedTime | Asked;

function answered(read: Decided, minutes: number | undefined, language: Language): Time {
  const asked = 'ask' in read ? read : read.date >= CENTURY ? ({ ask: 'too_far' } as const) : undefined;
  if (asked) return { kind: 'unclear', ask: sayQuestion(asked, language) };
  return { ...(read as SingleTime | RepeatedTime), ...(minutes ? { duration_minutes: minutes } : {}) };
}

function decide(p: Phrases, { facts, unread }: Scan, lengths: number[], moment: Moment, about: About): Decided {
  if (lengths.some((minutes) => minutes < 1 || minutes > 1440)) return { ask: 'how_long' };
  const repeats = facts.some((fact) => fact.kind === 'repetition' && !(fact.repetition.isLoose && about.moved));
  const repeatsUnread = unread.some((at) => p.hit(at, 'every') !== undefined);
  const asked = facts.find((fact) => fact.kind === 'ask');
  if (asked) return repeatsUnread ? { ask: 'how_often' } : asked;
  if (lengths.length > 1) return { ask: 'not_sure' };
  if (unread.some((at) => p.digits(at) !== undefined && p.hit(at - 1, 'at')?.value === 'core'))
    return { ask: 'what_time' };
  // "Not heard from Amy since Tuesday"
  if (!repeats && facts.some(({ kind, from }) => kind === 'day' && SINCE.test(p.word(from)))) return { ask: 'passed' };
  if (unread.length) return { ask: repeats || repeatsUnread ? 'how_often' : 'not_sure' };
  // "Before noon" says when it is over and not when it is.
  if (facts.some((fact) => fact.kind === 'clock' && fact.lead === 'before')) return { ask: 'what_time' };
  const time = timeSaid(facts, p, about.about ?? '');
  if ('ask' in time) return repeats && time.ask === 'not_sure' ? { ask: 'how_often' } : time;
  const isRule =
    repeats || facts.some((fact) => fact.kind === 'stretch' || (fact.kind === 'only' && fact.list.isPlural));
  return isRule ? readRepeated(facts, time.value, moment, about.moved) : single(facts, time, moment, about.moved);
}

const SINCE = /^(?:since|seit|depuis|sinds)$/;

/** Returns what moves by an amount from when it is now. */
function shifted(shift: Shift, read: Scan, p: Phrases, moment: Moment, moved: Moved | undefined): SingleTime | Asked {
  if (!moved) return { ask: 'when' };
  const { now, timezone } = moment;
  if (!('minutes' in shift)) {
    const day = 'days' in shift ? addDays(moved.date, shift.days) : addMonths(moved.date, shift.months);
    const time = timeSaid(read.facts, p, '');
    if ('ask' in time) return time;
    return read.unread.length ? { ask: 'not_sure' } : onOwnDay(day, read.facts, time, moment, moved);
  }
  if (read.facts.length || read.unread.length) return { ask: 'not_sure' };
  if (!moved.time) return { ask: 'what_time' };
  const instant = Date.parse(instantOf(moved.date, moved.time, timezone)) + shift.minutes * 60_000;
  return moved.repeats || instant > now.getTime() ? atInstant(new Date(instant), timezone) : { ask: 'passed' };
}

/** Returns the time that words say on a day that is counted from the one of what is moved. */
function onOwnDay(
  day: Day,
  facts: Fact[],
  { value, zone }: SaidTime,
  moment: Moment,
  moved: Moved,
): SingleTime | Asked {
  if (!moved.repeats && day < wallClockAt(moment.now, moment.timezone).day) return { ask: 'passed' };
  if (facts.some(({ kind }) => !['nextday', 'clock', 'part'].includes(kind))) return { ask: 'not_sure' };
  return onNamed({ day }, value, zone, moment, { ...moved, date: day }, true);
}

type SaidTime = { value: TimeOfDay | undefined; zone: string | undefined };

/** Returns the one time of day that facts say, with the part of the day that tells am from pm. */
function timeSaid(facts: Fact[], p: Phrases, about: string): SaidTime | Asked {
  const clocks = facts.flatMap((fact) => (fact.kind === 'clock' || fact.kind === 'range' ? [fact.clock] : []));
  const parts = facts.flatMap((fact) => (fact.kind === 'part' ? [fact.part] : []));
  const ofRepetitions = facts.flatMap((fact) => (fact.kind === 'repetition' ? (fact.repetition.part ?? []) : []));
  const [clock, ...others] = clocks;
  const [name, second] = new Set([...parts, ...ofRepetitions]);
  const [zone, otherZone] = new Set(facts.flatMap((fact) => (fact.kind === 'zone' ? [fact.zone] : [])));
  if (others.some((each) => each.hour !== clock?.hour || each.minute !== clock.minute || each.half !== clock.half))
    return { ask: 'not_sure' };
  if (otherZone) return { ask: 'which_zone' };
  if (second) return { ask: 'not_sure' };
  const part = name && PARTS[name];
  if (!clock) {
    if (zone || facts.some(({ kind }) => kind === 'early')) return { ask: 'what_time' };
    return { value: part && { part }, zone };
  }
  const value = timeOf(withHalf(clock, part, p, about), part);
  return value ? { value, zone } : { ask: 'what_time' };
}

/** An hour as the one that goes with what it is about: a dinner is in the evening, a breakfast in the morning. */
function withHalf(clock: Clock, part: DayPart | undefined, p: Phrases, about: string): Clock {
  if (!about || part || clock.half || clock.named || clock.hour < 4 || clock.hour >= 12) return clock;
  const words = bestLanguage(about, p, WHEN_CHARACTERS_MAX);
  const has = (sense: 'evening' | 'morning') =>
    words.tokens.some(
      ({ text }, at) => words.hit(at, sense) !== undefined || (sense === 'evening' && EVENING.test(text)),
    );
  return has('morning') ? { ...clock, half: 'am' } : has('evening') ? { ...clock, half: 'pm' } : clock;
}

/** How German and Dutch words for something in the evening end: "Elternabend", "Geburtstagsfeier". */
const EVENING = /^\p{L}+(?:abend|party|feier|konzert|avond|feest|borrel)$/u;

function single(facts: Fact[], said: SaidTime, moment: Moment, moved: Moved | undefined): SingleTime | Asked {
  const kinds = new Set(facts.map(({ kind }) => kind));
  const delay = facts.find((fact) => fact.kind === 'delay');
  if (delay || kinds.has('now')) {
    const others = facts.some(({ kind }) => !['delay', 'now', 'length'].includes(kind));
    return others || (delay && kinds.has('now')) ? { ask: 'not_sure' } : afterMinutes(delay?.minutes ?? 0, moment);
  }
  if (kinds.has('count') || kinds.has('only')) return { ask: 'how_often' };
  if (kinds.has('span') || kinds.has('except') || kinds.has('repetition')) return { ask: 'not_sure' };
  if (kinds.has('vague') && !kinds.has('day')) return { ask: 'day_and_time' };
  const next = facts.find((fact) => fact.kind === 'nextday');
  if (next) return moved ? onOwnDay(addDays(moved.date, next.days), facts, said, moment, moved) : { ask: 'when' };
  const period = facts.find((fact) => fact.kind === 'period' && fact.relation !== 'through');
  if (period?.kind === 'period') return { ask: WHICH_DAY[period.period.unit] ?? 'which_day' };
  const today = wallClockAt(moment.now, moment.timezone).day;
  const days = facts.flatMap((fact) => (fact.kind === 'day' ? [fact] : fact.kind === 'period' ? [lastOf(fact)] : []));
  const named = oneDay(days.map((fact) => related(fact, Boolean(said.value), today)));
  if (named && 'ask' in named) return named;
  // "3 Jan" on 13 January
  if (named?.yearless && named.day > addDays(today, AHEAD_DAYS_MAX)) return { ask: 'passed' };
  if (!named && !said.value) return { ask: kinds.has('length') || kinds.size === 0 ? 'when' : 'not_sure' };
  return onNamed(named, said.value, said.zone, moment, moved, false);
}

/** A date without its year that is farther away is one that has just passed. */
const AHEAD_DAYS_MAX = 350;

const WHICH_DAY: Record<string, Asked['ask']> = { week: 'day_of_week', month: 'day_of_month', year: 'day_of_year' };

type DayFact = Extract<Fact, { kind: 'day' }>;

/** "Bis Ende Februar" */
function lastOf({ period, from, next }: Extract<Fact, { kind: 'period' }>): DayFact {
  return { kind: 'day', day: { day: period.to }, from, next };
}

/** Before a day is the day before it, after it the next one; with a time of day it is the day. */
function related({ day, relation }: DayFact, hasTime: boolean, today: Day): NamedDay | Asked {
  const step = hasTime || day.isEdge ? 0 : relation === 'before' ? -1 : relation === 'after' ? 1 : 0;
  if (step === 0) return day;
  const moved = addDays(day.day, step);
  return moved < today ? { ask: 'passed' } : { day: moved };
}

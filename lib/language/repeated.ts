import { addDays, addMonths, type Day, endOfMonth, fromMonday, isDay, onOrAfter, weekdayOf } from '../days.ts';
import { firstOccurrence, occurrencesBetween } from '../tasks/recurrence.ts';
import { formatRule, type Rule } from '../tasks/rule.ts';
import { instantOf, wallClockAt } from '../time.ts';
import type { Fact, Relation } from './fact.ts';
import { dayOf } from './holidays.ts';
import { timesOfDay } from './instants.ts';
import { type NamedDay, oneDay, type Period } from './named-day.ts';
import type { Asked } from './questions.ts';
import { EVERY_DAY, type Repetition } from './repeat.ts';
import type { TimeOfDay } from './time-of-day.ts';
import type { Moment, Moved, RepeatedTime } from './when.ts';

type DayFact = { day: NamedDay; relation?: Relation | undefined };
type PeriodFact = { period: Period; relation?: Relation | undefined };

/**
 * Returns what facts come to that say a repetition or days one after another: its rule, the days it leaves out, its start and end.
 * @param moved what the words move: "every week" is then on the weekday that it is on now
 */
export function readRepeated(
  said: Fact[],
  time: TimeOfDay | undefined,
  moment: Moment,
  moved?: Moved,
): RepeatedTime | Asked {
  const facts = said.flatMap((fact) => (fact.kind === 'stretch' ? boundsOf(fact) : fact));
  if (facts.some(({ kind }) => kind === 'delay' || kind === 'now' || kind === 'nextday' || kind === 'zone'))
    return { ask: 'how_often' };
  const repetitions = facts.flatMap((fact) =>
    fact.kind === 'repetition' ? [fact.repetition] : fact.kind === 'only' ? [ofList(fact.list.days)] : [],
  );
  const merged = merge(repetitions.length || facts.length === said.length ? repetitions : [EVERY_DAY]);
  if (!merged) return { ask: 'how_often' };
  const { today, start, end, within } = bounds(facts, moment);
  if (start && 'ask' in start) return start;
  // "Tuesday and Thursday this week" on a Wednesday
  const isOfWeek = merged.isLoose && facts.some((fact) => fact.kind === 'period' && fact.period.unit === 'week');
  if (isOfWeek && merged.byDay.some(({ weekday }) => onOrAfter(within?.from ?? today, weekday) > (within?.to ?? today)))
    return { ask: 'passed' };
  const own = merged.isOpen && !start && moved ? { day: moved.date, fixed: true } : undefined;
  const dated = withDay(merged, start ?? own);
  if ('ask' in dated) return dated;
  const excepts = facts.filter((fact) => fact.kind === 'except');
  const left = leavingOut(
    dated,
    excepts.flatMap(({ days }) => days),
  );
  if (!left) return { ask: 'how_often' };
  const rule = time && 'afterMidnight' in time ? dayAfter(left) : left;
  if (!rule) return { ask: 'what_time' };
  if ('ask' in end) return end;
  const read = first(
    rule,
    { time, from: start?.day ?? within?.from ?? (own && own.day > today ? own.day : today), until: within?.to, end },
    moment,
  );
  return 'ask' in read ? read : withoutDates(read, rule, excepts);
}

function boundsOf({ first, last, from, next }: Extract<Fact, { kind: 'stretch' }>): Fact[] {
  return [
    { kind: 'day', day: { day: first }, relation: 'starting', from, next },
    { kind: 'day', day: { day: last }, relation: 'until', from, next },
  ];
}

/** Returns a repetition without single days of it; the first day that is left begins it. */
function withoutDates(read: RepeatedTime, rule: Rule, excepts: Extract<Fact, { kind: 'except' }>[]) {
  const months = excepts.flatMap((fact) => fact.months ?? []);
  // So many days could not be kept.
  if (months.length && rule.freq === 'DAILY') return { ask: 'how_often' as const };
  const said = excepts.flatMap(({ dates, isPlain }) =>
    isPlain ? dates.map((day) => notBefore(read.date, day)) : dates,
  );
  const last = said.toSorted().at(-1);
  const isTold = excepts.some(({ isPeriod }) => isPeriod) || (last && firstOccurrence(rule, last, last) === last);
  if (last && last < read.date && !isTold) return { ask: 'not_together' as const };
  const turns = last ? occurrencesBetween(rule, read.date, read.date, last) : [];
  const isTurn = (day: Day) => turns.includes(day);
  // "Every Tuesday except the 10th", which is a Wednesday.
  const isNone = (fact: (typeof excepts)[number]) => fact.dates.length && !fact.isPeriod && !fact.isPlain;
  if (last && last >= read.date && excepts.some((fact) => isNone(fact) && !fact.dates.some(isTurn)))
    return { ask: 'not_together' as const };
  const excluded = [...said.filter(isTurn), ...ofMonths(rule, read.date, months)].toSorted();
  let begins: Day | undefined = read.date;
  while (begins && excluded.includes(begins)) begins = firstOccurrence(rule, read.date, addDays(begins, 1));
  if (!begins) return { ask: 'how_often' as const };
  // Every other week counts from the first.
  if (begins > read.date && rule.interval > 1) return { ask: 'when' as const };
  const first = begins;
  const left = excluded.filter((day) => day > first);
  return { ...read, date: first, ...(left.length ? { excluded: left } : {}) };
}

/** As many years ahead a month is left out. */
const YEARS_AHEAD = 20;

/** Returns the days of a repetition that are in some months of the years ahead. */
function ofMonths(rule: Rule, first: Day, months: number[]): Day[] {
  return months.flatMap((month) =>
    Array.from({ length: YEARS_AHEAD }, (_, ahead) => {
      const begin = dayOf(Number(first.slice(0, 4)) + ahead, month, 1);
      const from = begin > first ? begin : first;
      return endOfMonth(begin) < first ? [] : occurrencesBetween(rule, first, from, endOfMonth(begin));
    }).flat(),
  );
}

/** Returns the first day from another one on that has the date of a day. */
function notBefore(from: Day, day: Day): Day {
  const months = [0, 1, 2, 3].map((ahead) => addMonths(`${from.slice(0, 8)}01`, ahead).slice(0, 8) + day.slice(8));
  return day >= from ? day : (months.find((each) => isDay(each) && each >= from) ?? day);
}

type Bounded = { time: TimeOfDay | undefined; from: Day; until: Day | undefined; end: End };

function first(rule: Rule, { time, from, until, end }: Bounded, { now, timezone }: Moment): RepeatedTime | Asked {
  const clockTime = time && timesOfDay(time, false)[0];
  const passed = clockTime && Date.parse(instantOf(from, clockTime, timezone)) <= now.getTime();
  // The first one sets which weeks "every other" means.
  const date = firstOccurrence({ ...rule, interval: 1 }, from, passed ? addDays(from, 1) : from);
  if (!date) return { ask: 'when' };
  if (until && date > until) return { ask: 'passed' };
  const limit = end.bound(date);
  if (limit.until && asUntil(date) > limit.until) return { ask: 'until_when' };
  const bounded = { ...rule, ...(until ? { until: asUntil(until) } : {}), ...limit };
  return { kind: 'recurring', rule: formatRule(bounded), date, ...(clockTime ? { time: clockTime } : {}) };
}

function ofList(days: number[]): Repetition {
  return { freq: 'WEEKLY', interval: 1, byDay: days.map((weekday) => ({ weekday })), byMonthDay: [] };
}

/** Several phrases as the one rule that they say together: "every 2 weeks" and "Fridays"; undefined where they say two. */
function merge(repetitions: Repetition[]): Repetition | undefined {
  const [head, ...others] = repetitions;
  return others.reduce<Repetition | undefined>((one, other) => one && both(one, other), head);
}

function both(one: Repetition, other: Repetition): Repetition | undefined {
  const part = one.part ?? other.part;
  const more = part ? { part } : {};
  if (
    one.isOpen &&
    !one.isYearly &&
    other.freq === one.freq &&
    (other.interval === 1 || other.interval === one.interval)
  ) {
    return { ...other, interval: one.interval, ...more };
  }
  if (other.isOpen && !other.isYearly) return one.isOpen ? undefined : both(other, one);
  const isEveryDay = (each: Repetition) => each.freq === 'DAILY' && each.interval === 1;
  if (isEveryDay(one) && (isEveryDay(other) || (one.part && other.freq === 'WEEKLY'))) return { ...other, ...more };
  if (isEveryDay(other) && other.part && one.freq === 'WEEKLY') return { ...one, ...more };
  const [a, b] = [formatRule(one), formatRule(other)];
  return a === b ? one : undefined;
}

/** A rule that waits for its day, with the day that is said: "every 2 weeks … tomorrow", "monthly … the 14th". */
function withDay(rule: Repetition, day: (NamedDay & { isNamed?: boolean }) | undefined): Repetition | Asked {
  if (!rule.isOpen) return rule;
  const date = day && Number(day.day.slice(8));
  // Easter is on another date each year.
  if (rule.isYearly)
    return date && day.yearless ? { ...rule, byMonthDay: [date], isOpen: false } : { ask: 'day_of_year' };
  if (!day) return { ask: rule.freq === 'WEEKLY' ? 'day_of_week' : 'day_of_month' };
  if (rule.freq === 'WEEKLY') return { ...rule, byDay: [{ weekday: weekdayOf(day.day) }], isOpen: false };
  // "Monthly on Friday" leaves open which of them.
  if (day.weekday !== undefined && !day.fixed) return { ask: 'day_of_month' };
  return { ...rule, byMonthDay: date ? [date] : [], isOpen: false };
}

function leavingOut(rule: Rule, weekdays: number[]): Rule | undefined {
  if (!weekdays.length) return rule;
  const { freq, interval, byDay } = rule;
  const days = freq === 'WEEKLY' ? byDay : [1, 2, 3, 4, 5, 6, 0].map((weekday) => ({ weekday }));
  const left = days.filter(({ weekday }) => !weekdays.includes(weekday));
  const canBe = left.length > 0 && (freq === 'WEEKLY' || (freq === 'DAILY' && interval === 1));
  return canBe ? { ...rule, freq: 'WEEKLY', byDay: left, byMonthDay: [] } : undefined;
}

/** Returns a rule that falls on the days after; none where that is not one rule, as after the last day of a month. */
function dayAfter(rule: Rule): Rule | undefined {
  if (rule.freq === 'DAILY') return rule;
  if (rule.freq === 'MONTHLY') return undefined;
  const byDay = rule.byDay.map(({ weekday }) => ({ weekday: (weekday + 1) % 7 }));
  return { ...rule, byDay: byDay.toSorted((a, b) => fromMonday(a.weekday, b.weekday)) };
}

type End = { bound(first: Day): Pick<Rule, 'count' | 'until'> };

/** Returns when it begins and ends: "from 1 March", "starting next week", "until March", "in January", "for 6 weeks", "10 times". */
function bounds(facts: Fact[], { now, timezone }: Moment) {
  const today = wallClockAt(now, timezone).day;
  const days = facts.filter((fact) => fact.kind === 'day');
  const periods = facts.filter((fact) => fact.kind === 'period');
  const isEnd = ({ relation }: { relation?: Relation | undefined }) =>
    relation === 'until' || relation === 'through' || relation === 'by' || relation === 'before';
  const begins = days.filter((fact) => !isEnd(fact));
  const ends = [...days.filter(isEnd), ...periods.filter(isEnd)];
  const [period, other] = periods.filter((fact) => !isEnd(fact));
  const from = period && (period.period.from < today ? today : period.period.from);
  const named = oneDay(begins.map(({ day }) => day));
  const start: NamedDay | Asked | undefined =
    other || (named && period) ? { ask: 'how_often' } : named && 'day' in named ? sooner(named) : named;
  const within =
    period && from ? { from, to: period.relation === 'starting' ? undefined : period.period.to } : undefined;
  return { today, start, within, end: endOf(facts, ends, today) };
}

function sooner(named: NamedDay): NamedDay {
  return named.sooner ? { ...named, day: named.sooner } : named;
}

function endOf(facts: Fact[], ends: (DayFact | PeriodFact)[], today: Day): End | Asked {
  const spans = facts.filter((fact) => fact.kind === 'span');
  const counts = facts.filter((fact) => fact.kind === 'count');
  const [end] = ends;
  const [span] = spans;
  const [count] = counts;
  if (ends.length + spans.length + counts.length > 1) return { ask: ends.length > 1 ? 'which_day' : 'until_when' };
  if (count?.kind === 'count') {
    const times = count.count;
    return times >= 1 && times <= 1000 ? { bound: () => ({ count: times }) } : { ask: 'how_many' };
  }
  if (span?.kind === 'span') {
    const { span: length } = span;
    const isSane =
      'months' in length
        ? length.months <= 1200 && Number.isInteger(length.months)
        : 'days' in length && length.days >= 1 && length.days <= 36_600;
    if (!isSane) return { ask: 'how_many' };
    const after = (day: Day) =>
      'months' in length ? addMonths(day, length.months) : addDays(day, 'days' in length ? length.days : 1);
    return { bound: (day) => ({ until: asUntil(addDays(after(day), -1)) }) };
  }
  if (!end) return { bound: () => ({}) };
  const last = lastDay(end, today);
  return last ? { bound: () => ({ until: asUntil(last) }) } : { ask: 'until_when' };
}

/** "Until March" is until it begins, "through March" until it ends. */
function lastDay(end: DayFact | PeriodFact, today: Day): Day | undefined {
  if ('day' in end) return end.relation === 'before' ? addDays(end.day.day, -1) : end.day.day;
  const { from, to } = end.period;
  if (end.relation === 'through') return to;
  return from <= today ? undefined : addDays(from, -1);
}

function asUntil(day: Day): string {
  return day.replaceAll('-', '');
}

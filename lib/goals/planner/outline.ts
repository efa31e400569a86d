import { addDays, type Day, daysBetween } from '../../days.ts';
import { patternOf, type Value } from '../playbooks/expression.ts';
import type { Facts, Local } from '../playbooks/facts.ts';
import type { Playbook, Session, Step } from '../playbooks/schema.ts';
import { asksDoctor, careSteps, GENTLE } from './care.ts';
import {
  countWeeks,
  isWhole,
  MAX_TASK_MINUTES,
  MIN_TASK_MINUTES,
  openDays,
  type PartOfDay,
  type PlanContext,
  type Week,
} from './context.ts';
import type { PlanTask } from './schema.ts';
import { sameText } from './text.ts';

/** The id of a playbook's own step to the doctor; the steps of care take its place. */
const OWN_DOCTOR = 'doctor';

/** Something that a week should hold: a step, one time of a session, or a small thing for a week without anything else. */
export type Item = {
  id: string;
  kind: 'step' | 'session' | 'small';
  title: string;
  how: string;
  local: Local;
  min: number;
  max: number;
  ideal: number;
  priority: number;
  hard: boolean;
  /** What the plan is about, not what comes beside it. */
  main?: boolean;
  review: boolean;
  part?: PartOfDay | undefined;
  fixedPart: boolean;
  days?: 'weekend' | 'weekday' | undefined;
  /** The day that a step is meant for. */
  target?: Day | undefined;
  /** A step that is never done before that day. */
  fixedDay?: boolean | undefined;
  /** What is there when a step is done. */
  done?: string | undefined;
  /** The step that comes first, by its id: before its day a session is not planned. */
  after?: string | undefined;
};

/** One week that is planned, with what it should hold. */
export type WeekOutline = { week: Week; phase: string; days: Day[]; whole: boolean; local: Local; items: Item[] };

/** The phases of a plan with their first and last day. */
export type PhaseSpan = { id: string; title: string; from: Day; until: Day };

/** A playbook applied to one goal: its facts, its weekly values and its phases. */
export type Course = {
  playbook: Playbook;
  facts: Facts;
  context: PlanContext;
  /** The most minutes that one task may take. */
  dayMinutes: number;
  /** Values by series, the first week at index 0, over the whole way to the target. */
  series: Readonly<Record<string, number[]>>;
  phases: PhaseSpan[];
};

/** What each planned week that is not over should hold, steps first in their order. */
export function outline(course: Course, weeks: readonly Week[]): WeekOutline[] {
  const open = weeks.filter((week) => openDays(week, course.context).length > 0);
  const steps = datedSteps(course, open);
  const total = countWeeks(course.context);
  const all = Array.from({ length: total }, (_, index) => index + 1);
  const sessions = numberSessions(
    course,
    all.map((week) => sessionsOf(course, week, steps)),
  );
  return open.map((week): WeekOutline => {
    const days = openDays(week, course.context);
    const local = localOf(course, week.week);
    const own = steps.filter(
      ({ target = '' }) => target >= (week === open[0] ? '' : week.starts_on) && target <= week.ends_on,
    );
    const returning = partOf(sessions[week.week - 1] ?? [], week, days);
    return {
      week,
      phase: String(local.phase),
      days,
      whole: isWhole(week, course.context),
      local,
      items: [...own, ...returning],
    };
  });
}

/** The names that hold in a week: its number, phase and series. */
export function localOf(course: Course, week: number): Local {
  const { context, series, phases } = course;
  const starts = addDays(context.start_date, 7 * (week - 1));
  const phase = phaseOn(phases, starts, addDays(starts, 6));
  const first = Math.floor(daysBetween(context.start_date, phase.from) / 7) + 1;
  const last = Math.floor(daysBetween(context.start_date, phase.until) / 7) + 1;
  const values = Object.entries(series).map(([name, weekly]) => [name, weekly[Math.min(week, weekly.length) - 1] ?? 0]);
  return {
    ...Object.fromEntries(values),
    week,
    phase: phase.id,
    phase_title: phase.title,
    phase_week: Math.max(1, week - first + 1),
    phase_weeks: Math.max(1, last - first + 1),
  };
}

/** The phases over the whole way, each at least a day long. */
export function phasesOf(playbook: Playbook, { start_date, target_date }: PlanContext): PhaseSpan[] {
  const days = daysBetween(start_date, target_date) + 1;
  const lengths = lengthsOf(playbook.phases, days);
  let before = 0;
  return playbook.phases.map(({ id, title }, index) => {
    const from = addDays(start_date, Math.min(days - 1, Math.round(before)));
    before += lengths[index] ?? 0;
    const until = addDays(start_date, Math.max(daysBetween(start_date, from), Math.round(before) - 1));
    return { id, title, from, until };
  });
}

/** The days of each phase by its share; what a phase may not take goes to those that have no bound. */
function lengthsOf(phases: Playbook['phases'], days: number): number[] {
  const sum = phases.reduce((total, { share }) => total + share, 0);
  const bounded = phases.map(({ share, most_weeks = Number.POSITIVE_INFINITY }) => {
    return {
      share,
      isFree: most_weeks === Number.POSITIVE_INFINITY,
      length: Math.min((share / sum) * days, 7 * most_weeks),
    };
  });
  const rest = days - bounded.reduce((total, { length }) => total + length, 0);
  const free = bounded.reduce((total, { share, isFree }) => total + (isFree ? share : 0), 0);
  return bounded.map(({ share, isFree, length }) => length + (isFree ? (rest * share) / free : 0));
}

function phaseOn(phases: readonly PhaseSpan[], from: Day, until: Day): PhaseSpan {
  const overlap = (span: PhaseSpan) => {
    return daysBetween(span.from > from ? span.from : from, span.until < until ? span.until : until);
  };
  const [first, ...others] = phases;
  if (!first) throw new Error('A playbook has at least one phase');
  return others.reduce((best, span) => (overlap(span) > overlap(best) ? span : best), first);
}

// --- Steps -----------------------------------------------------------------------------------------------------------------

function datedSteps(course: Course, open: readonly Week[]): Item[] {
  const { context, facts, playbook } = course;
  const days = daysBetween(context.start_date, context.target_date);
  const first = open[0] ? openDays(open[0], context)[0] : undefined;
  const lastPlanned = open.at(-1)?.ends_on ?? context.target_date;
  const care = careSteps(context, playbook);
  const asks = care.length > 0 && asksDoctor(context, playbook);
  const own = playbook.steps.filter((step) => facts.test(step.when) && !(asks && step.id === OWN_DOCTOR));
  const wanted = [...care, ...own];
  const instances = wanted.flatMap((step) => repeated(step, facts));
  const longest = instances.reduce((most, { step: { before }, local }) => {
    return before === undefined ? most : Math.max(most, facts.number(before, local));
  }, 0);
  const items = instances.flatMap(({ step, local }, index) => {
    const offset = offsetOf(course, instances, index, longest);
    return inParts(stepItem(course, step, local), course).map((item) => ({ item, step, offset }));
  });
  const isDone = (title: string) => context.kept.some((done) => sameText(done.title, title));
  const ordered = items.sort((a, b) => a.offset - b.offset);
  let cursor = first && context.before ? daysBetween(context.start_date, first) : 0;
  return ordered.flatMap(({ item, step, offset }) => {
    if (isDone(item.title)) return [];
    const gap = step.gap === undefined ? 0 : facts.number(step.gap);
    cursor = Math.min(days, Math.max(cursor + (gap > 0 ? gap : 0), offset));
    const target = addDays(context.start_date, cursor);
    return target <= lastPlanned ? [{ ...item, target }] : [];
  });
}

/** The day of a step, counted from the first of the plan. */
function offsetOf(course: Course, instances: readonly { step: Step; local: Local }[], index: number, longest: number) {
  const { facts, context } = course;
  const { step, local } = instances[index] ?? {};
  const days = daysBetween(context.start_date, context.target_date);
  if (step?.day !== undefined) return Math.max(0, Math.min(days, Math.round(facts.number(step.day, local))));
  if (step?.before !== undefined) return beforeEnd(facts.number(step.before, local), days, longest);
  return inPhase(course, instances, index);
}

function repeated(step: Step, facts: Facts): { step: Step; local: Local }[] {
  const count = step.times === undefined ? 1 : Math.max(0, Math.min(60, Math.round(facts.number(step.times))));
  return Array.from({ length: count }, (_, index) => {
    return { step, local: { n: index + 1, N: count, from_share: index / count, to_share: (index + 1) / count } };
  });
}

/** Steps of a phase are spread over it evenly, the first on its first day. */
function inPhase({ phases, context }: Course, instances: readonly { step: Step }[], index: number): number {
  const id = instances[index]?.step.phase;
  const span = phases.find((phase) => phase.id === id) ?? phases[0];
  if (!span) return 0;
  const same = instances.map(({ step }, place) => ({ step, place })).filter(({ step }) => step.phase === id);
  const place = same.findIndex((each) => each.place === index);
  const length = daysBetween(span.from, span.until) + 1;
  return daysBetween(context.start_date, span.from) + Math.floor((place * length) / same.length);
}

/**
 * The day of a step that is due so many days before the end. What is near the end keeps its distance: the last three weeks, or
 * half of what there is. What is further away is moved so that the earliest step falls on the first day, whether there is less
 * time than usual or more.
 */
function beforeEnd(before: number, days: number, longest: number): number {
  const kept = Math.max(Math.min(21, days / 2), Math.min(days, longest) / 2);
  const distance =
    before <= kept || longest <= kept ? before : kept + ((before - kept) * (days - kept)) / (longest - kept);
  return Math.max(0, Math.min(days, Math.round(days - distance)));
}

function stepItem(course: Course, step: Step, local: Local): Item {
  const { facts } = course;
  return {
    id: step.id,
    kind: 'step',
    title: facts.say(step.title, local),
    how: facts.say(step.how, local),
    done: step.done === undefined ? undefined : facts.say(step.done, local),
    local,
    ...minutesOf(step.minutes, course, local, Number.POSITIVE_INFINITY),
    priority: step.priority,
    hard: false,
    review: false,
    part: step.part,
    fixedPart: false,
    days: step.days,
    fixedDay: step.fixed,
  };
}

/** A step that is longer than any day of the person is done in parts. */
function inParts(item: Item, { dayMinutes }: Course): Item[] {
  const parts = Math.ceil(item.min / dayMinutes);
  const most = Math.min(item.max, dayMinutes);
  if (parts < 2) return [{ ...item, max: most, ideal: Math.min(item.ideal, most) }];
  return Array.from({ length: Math.min(parts, 12) }, (_, index) => ({
    ...item,
    title: `${item.title} (part ${index + 1} of ${Math.min(parts, 12)})`,
    done: index === Math.min(parts, 12) - 1 ? item.done : undefined,
    min: Math.max(MIN_TASK_MINUTES, Math.min(dayMinutes, Math.floor(item.min / parts))),
    max: dayMinutes,
    ideal: dayMinutes,
  }));
}

// --- Sessions --------------------------------------------------------------------------------------------------------------

type Planned = { session: Session; local: Local };

/** The playbook's sessions; gentle ones in place of the hard where a doctor is asked first. */
export function sessionsFor({ playbook, context }: Course): readonly Session[] {
  return asksDoctor(context, playbook) ? [...playbook.sessions.filter(({ hard }) => !hard), GENTLE] : playbook.sessions;
}

function sessionsOf(course: Course, week: number, steps: readonly Item[]): Planned[] {
  const { facts, context } = course;
  const local = localOf(course, week);
  const ends = addDays(context.start_date, 7 * week - 1);
  const isCareful = asksDoctor(course.context, course.playbook) && countWeeks(context) > 1;
  const fitting = sessionsFor(course).filter((session) => {
    if (session.phases && !session.phases.includes(String(local.phase))) return false;
    if (isCareful && week === 1) return false;
    const step = session.after === undefined ? undefined : steps.find(({ id }) => id === session.after);
    if (step?.target && step.target > ends) return false;
    const every = session.every === undefined ? 1 : facts.number(session.every);
    const place = session.phases ? Number(local.phase_week) : week;
    if (every > 1 && (place - (session.offset ?? every)) % every !== 0) return false;
    return facts.test(session.when, local);
  });
  const counts = fitting.map((session) => Math.round(Math.min(14, Math.max(0, facts.number(session.per_week, local)))));
  return fitToNamed(fitting, counts, facts).flatMap(({ session, count }) => {
    return Array.from({ length: count }, (_, index) => ({ session, local: { ...local, k: index + 1 } }));
  });
}

/** How often each session comes in a week, with every step before it done. */
export function timesAWeek(course: Course, week: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { session } of sessionsOf(course, week, [])) counts.set(session.id, (counts.get(session.id) ?? 0) + 1);
  return counts;
}

/** The times a week that the person named go to the main sessions, the most important first. */
function fitToNamed(sessions: readonly Session[], counts: readonly number[], facts: Facts) {
  const planned = sessions.map((session, index) => ({ session, count: counts[index] ?? 0 }));
  const named = facts.number('named_per_week');
  const main = planned.filter(({ session, count }) => session.main && count > 0);
  if (named === 0 || main.length === 0) return planned;
  const total = () => main.reduce((sum, { count }) => sum + count, 0);
  const least = [...main].sort((a, b) => b.session.priority - a.session.priority || b.count - a.count);
  while (total() > named) {
    const next =
      least.find(({ count }) => count > (main.length > named ? 0 : 1)) ?? least.find(({ count }) => count > 0);
    if (!next) break;
    next.count -= 1;
  }
  const most = main.reduce((a, b) => (b.count > a.count ? b : a));
  most.count += Math.max(0, named - total());
  return planned;
}

/** Numbers the times of each session over the whole way, and says which share of its amount lies before and after each. */
function numberSessions(course: Course, weekly: Planned[][]): Item[][] {
  const { context } = course;
  const current = Math.max(0, Math.floor(daysBetween(context.start_date, context.now.day) / 7));
  const counted = new Map<string, { done: number; share: number; total: number }>();
  for (const { id, variants } of sessionsFor(course)) {
    const patterns = variants.map(({ title }) => patternOf(title));
    const isOne = ({ title }: { title: string }) => patterns.some((pattern) => pattern.test(title));
    const done = context.kept.filter(isOne).length;
    const from = (week: number) =>
      weekly
        .slice(week)
        .flat()
        .filter(({ session }) => session.id === id).length;
    const planned = done + plannedBefore(context, isOne) + from(context.before?.weeks.length ?? 0);
    const ahead = from(context.before ? current : 0);
    counted.set(id, { done, share: context.before && planned > 0 ? done / planned : 0, total: ahead });
  }
  const reached = new Map<string, number>();
  return weekly.map((week, index) =>
    week.flatMap(({ session, local }) => {
      if (context.before && index < current) return [];
      const { done, share, total } = counted.get(session.id) ?? { done: 0, share: 0, total: 1 };
      const n = (reached.get(session.id) ?? 0) + 1;
      reached.set(session.id, n);
      const at = (count: number) => share + ((1 - share) * count) / Math.max(1, total);
      return [
        sessionItem(course, session, {
          ...local,
          n: done + n,
          N: done + total,
          from_share: at(n - 1),
          to_share: at(n),
        }),
      ];
    }),
  );
}

/** How many tasks of the plan before were missed or lie ahead. Weeks that it had not planned yet are not among them. */
function plannedBefore({ before, missed, kept, now }: PlanContext, isOne: (task: PlanTask) => boolean): number {
  const open = (before?.weeks ?? [])
    .flatMap(({ tasks }) => tasks)
    .filter(({ id, date }) => {
      return date >= now.day && !kept.some((done) => done.id === id);
    });
  return [...missed, ...open].filter(isOne).length;
}

function sessionItem(course: Course, session: Session, given: Local): Item {
  const { facts } = course;
  const named = facts.number('named_minutes');
  const local: Record<string, Value> = { ...given };
  for (const [name, expression] of Object.entries(session.let ?? {})) local[name] = facts.value(expression, local);
  const variant = session.variants[(Number(local.n) - 1) % session.variants.length] ?? session.variants[0];
  return {
    id: session.id,
    kind: 'session',
    title: variant?.title ?? '',
    how: variant?.how ?? '',
    local,
    ...minutesOf(session.minutes, course, local, session.main && named > 0 ? named : undefined),
    priority: session.priority,
    hard: session.hard,
    main: session.main,
    review: session.review,
    part: session.part,
    fixedPart: session.fixed_part,
    days: session.days,
    after: session.after,
  };
}

/** Fewer times in a week of which only some days are left. */
function partOf(items: readonly Item[], week: Week, days: readonly Day[]): Item[] {
  if (days.length >= week.workingDays.length && days.length >= Math.min(4, items.length)) return [...items];
  const usual = Math.max(
    1,
    Math.min(7, daysBetween(week.starts_on, week.ends_on) + 1 >= 7 ? week.workingDays.length : 6),
  );
  const bySession = new Map<string, Item[]>();
  for (const item of items) bySession.set(item.id, [...(bySession.get(item.id) ?? []), item]);
  return [...bySession.values()].flatMap((same) => same.slice(0, Math.round((same.length * days.length) / usual)));
}

/** The least, most and usual minutes of something; `wanted` is what the person named, if it lies within reason. */
function minutesOf(range: readonly [number | string, number | string], course: Course, local: Local, wanted?: number) {
  const [least, most] = range.map((each) => onGrid(course.facts.number(each, local)));
  const limit = wanted === Number.POSITIVE_INFINITY ? MAX_TASK_MINUTES : Math.min(MAX_TASK_MINUTES, course.dayMinutes);
  const bound = (value: number) => Math.max(MIN_TASK_MINUTES, Math.min(limit, value));
  const min = bound(least ?? MIN_TASK_MINUTES);
  const max = Math.max(min, bound(most ?? MIN_TASK_MINUTES));
  if (wanted === undefined || wanted === Number.POSITIVE_INFINITY || min === max) {
    return { min, max, ideal: roundTo5((min + max) / 2, min, max) };
  }
  const ideal = bound(wanted);
  return { min: Math.min(min, ideal), max: ideal, ideal };
}

/** Minutes as people plan them: from ten on in fives, rather more than less. */
function onGrid(minutes: number): number {
  return minutes > 10 ? Math.ceil(Math.round(minutes) / 5) * 5 : Math.round(minutes);
}

function roundTo5(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, Math.round(value / 5) * 5));
}

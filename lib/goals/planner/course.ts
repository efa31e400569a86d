import { addDays, daysBetween } from '../../days.ts';
import { type Amounts, type Facts, type Given, type Local, readFacts } from '../playbooks/facts.ts';
import { ownWordsOf } from '../playbooks/own-words.ts';
import type { Playbook } from '../playbooks/schema.ts';
import { seriesOf } from '../playbooks/series.ts';
import { type Sums, sumsOf } from '../playbooks/sums.ts';
import { careOf } from './care.ts';
import { countWeeks, freeMinutes, MAX_TASK_MINUTES, MIN_TASK_MINUTES, type PlanContext, weeksOf } from './context.ts';
import { readEnd, withFinale } from './finale.ts';
import { wordsOf } from './goal-words.ts';
import { type PhaseSpan, phaseOn, phasesOf } from './phases.ts';
import { line } from './text.ts';
import type { Wishes } from './wishes.ts';

/** The question about all amounts of a goal, asked where they do not fit each other. */
export const AMOUNTS_ID = 'amounts';

/** A playbook applied to one goal: its facts, its weekly values and its phases. */
export type Course = {
  playbook: Playbook;
  facts: Facts;
  context: PlanContext;
  /** The most minutes that one task may take. */
  dayMinutes: number;
  /** The most minutes that the person wants of one task, on whatever day. */
  mostMinutes: number;
  /** Values by series, the first week at index 0, over the whole way to the target. */
  series: Readonly<Record<string, number[]>>;
  phases: PhaseSpan[];
};

/** Returns a playbook's numbers for a goal, with those of the first stage where the goal itself is out of reach. */
export function courseOf(
  playbook: Playbook,
  { context, mostMinutes = MAX_TASK_MINUTES, timesPerWeek }: Wishes,
  amounts: Amounts = {},
): { course: Course; limits: string[] } {
  const dayMinutes = Math.min(mostMinutes, longestTask(context));
  const given = { ...givenBy(context, dayMinutes), ...(timesPerWeek ? { named_per_week: timesPerWeek } : {}) };
  const total = countWeeks(context);
  const weekly = (facts: Facts) => {
    return Object.fromEntries(
      Object.entries(playbook.series).map(([name, series]) => [name, seriesOf(series, facts, total)]),
    );
  };
  const peaks = (series: Record<string, number[]>): Given => {
    return Object.fromEntries(Object.entries(series).map(([name, values]) => [`peak_${name}`, Math.max(...values)]));
  };
  const phases = phasesOf(playbook, context);
  let facts = readFacts(playbook, context, { ...given, stage: false }, {}, amounts);
  let series = weekly(facts);
  const measured = readFacts(playbook, context, { ...given, stage: false, ...peaks(series) }, {}, amounts);
  const met = playbook.limits.filter(({ when }) => measured.test(when));
  const limits = met.map(({ note }) => measured.say(note));
  const set = Object.fromEntries(
    met.flatMap((limit) => Object.entries(limit.set).map(([name, expression]) => [name, measured.value(expression)])),
  );
  const fixed = Object.fromEntries(
    Object.entries(set).map(([name, value]) => [name, typeof value === 'string' ? `'${value}'` : Number(value)]),
  );
  facts = readFacts(playbook, context, { ...given, stage: met.length > 0 }, fixed, amounts);
  series = weekly(facts);
  facts = readFacts(playbook, context, { ...given, stage: met.length > 0, ...peaks(series) }, fixed, amounts);
  return { course: withFinale({ playbook, facts, context, dayMinutes, mostMinutes, series, phases }), limits };
}

/** Returns the values that every playbook may use besides its own. */
export function givenBy(context: PlanContext, dayMinutes: number): Given {
  const { goal, start_date, target_date } = context;
  const care = careOf(context);
  const { limits } = wordsOf(context);
  const days = daysBetween(start_date, target_date) + 1;
  return {
    weeks: countWeeks(context),
    days,
    months: Math.max(1, Math.round(days / 30.4)),
    working_days: 7 - context.restDays.length,
    day_minutes: dayMinutes,
    named_minutes: limits.sessionMinutes ?? limits.dailyMinutes ?? 0,
    named_per_week: limits.timesPerWeek ?? 0,
    horizon_named: context.horizonNamed,
    open_day: context.dayNamed === false,
    goal: line(goal.title, 200),
    ...ownWordsOf(goal, context.language),
    ...readEnd(context).end,
    ...sumsIn(context),
    gentle:
      care?.tier === 'doctor-first' ||
      care?.tier === 'check-first' ||
      (care?.tier === 'with-adult' && care.kind !== 'child'),
    child: care?.tier === 'with-adult',
  };
}

let lastSums: { words: string; sums: Sums } | undefined;

/** Returns what the goal's words tell of its money, read once. Answers count where they are to the question about all amounts. */
function sumsIn({ goal, answers, wishes }: PlanContext): Sums {
  const answered = answers.filter(({ id }) => id === AMOUNTS_ID).map(({ text }) => text);
  const texts = [...answered, goal.title, goal.description ?? '', wishes ?? ''].map((text) => text.slice(0, 2000));
  const words = texts.join('\n');
  if (lastSums?.words !== words) lastSums = { words, sums: sumsOf(texts) };
  return lastSums.sums;
}

/** Returns the most minutes that one task may take: what the person named, else what their freest days hold. */
export function longestTask(context: PlanContext): number {
  const days = weeksOf(context).flatMap(({ workingDays }) => workingDays.filter((day) => day >= context.now.day));
  const free = days.map((day) => freeMinutes(context, day)).sort((a, b) => b - a);
  // Now and then a day is freer than all others; a plan is made for the usual free day.
  return Math.max(MIN_TASK_MINUTES, free[Math.floor(free.length / 7)] ?? MIN_TASK_MINUTES);
}

/** Returns the names that hold in a week: its number, phase and series. */
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

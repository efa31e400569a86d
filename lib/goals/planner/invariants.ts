import { type Day, weekdayOf } from '../../days.ts';
import {
  isRestDay,
  isWhole,
  MAX_TASK_MINUTES,
  MAX_WEEKLY_GROWTH,
  MIN_TASK_MINUTES,
  type PlanContext,
  takenMinutes,
  type Week,
  weeksOf,
} from './context.ts';
import { endsWithTheGoal } from './later.ts';
import { type LaterPhase, type Plan, type PlanCheck, type PlanTask, type PlanWeek, WEEKDAYS } from './schema.ts';
import { isSafe, minutesFitTheWords, preparesFirst, timesAreFree } from './sense.ts';
import { containsText, hasNumber, isVerb, sameText, startsWithWord } from './text.ts';

/**
 * What the rules look at: a scheduled draft, or a saved plan. The verbs and metrics that a draft gives apart are checked where
 * they are there; a saved plan does not have them.
 */
export type Verifiable = Pick<Plan, 'start_date' | 'end_date' | 'weeks'> & {
  verbs?: ReadonlyMap<string, string>;
  metrics?: readonly string[];
  later?: readonly LaterPhase[];
};

/** A rule: the sentences that say what breaks it, fit to be given to a model word for word; none when it holds. */
export type Invariant = (plan: Verifiable, context: PlanContext) => string[];

/** 1. Every date lies between start and target, both included, in the person's time zone. */
export const datesInRange: Invariant = (plan, context) => {
  const { start_date, target_date } = context;
  const frame = plan.start_date === start_date && plan.end_date === target_date;
  return [
    ...(frame ? [] : [`The plan must run from ${start_date} to ${target_date}.`]),
    ...newTasks(plan, context)
      .filter(({ task }) => task.date < start_date || task.date > target_date)
      .map(
        ({ week, task }) =>
          `Week ${week}: "${task.title}" is on ${onDay(task.date)}, outside ${start_date} to ${target_date}.`,
      ),
  ];
};

/** 2. Weeks are numbered 1 to N without gaps, start on start + 7(k − 1), and hold the tasks of their own days. */
export const weeksAreComplete: Invariant = (plan, context) => {
  const expected = weeksOf(context);
  const numbers = plan.weeks.map(({ week }) => week);
  if (numbers.length !== expected.length || numbers.some((number, index) => number !== index + 1)) {
    return [
      `The weeks must be numbered 1 to ${expected.length}, each once and in order; they are ${shorten(numbers) || 'none'}.`,
    ];
  }
  return expected.flatMap(({ week, starts_on, ends_on }, index) => {
    const planned = plan.weeks[index];
    if (planned?.starts_on !== starts_on) return [`Week ${week} must start on ${starts_on}.`];
    return undone(planned, context)
      .filter(({ date }) => date < starts_on || date > ends_on)
      .map(
        ({ title, date }) => `Week ${week} runs from ${starts_on} to ${ends_on}, but "${title}" is on ${onDay(date)}.`,
      );
  });
};

/** 3. Every week has a milestone, and every week that lies ahead at least one task that is not already done. */
export const everyWeekHasWork: Invariant = (plan, context) => {
  const expected = weeksOf(context);
  return plan.weeks.flatMap((week, index) => {
    const frame = expected[index];
    const isAhead = frame !== undefined && (isWhole(frame, context) || expected.length === 1);
    return [
      ...(week.milestone.title ? [] : [`Week ${week.week} has no milestone title.`]),
      ...(!isAhead || undone(week, context).length > 0 ? [] : [`Week ${week.week} has no task: give it at least one.`]),
    ];
  });
};

/** 4. No day holds more minutes than the person has, counting their other goals and what they have done that day. */
export const fitsTheDay: Invariant = (plan, context) =>
  [...minutesByDay(plan, context)]
    .filter(([day, minutes]) => minutes + takenMinutes(context, day) > context.dailyMinutes)
    .map(([day, minutes]) => {
      const free = Math.max(0, context.dailyMinutes - takenMinutes(context, day));
      return `${onDay(day)} holds ${minutes} minutes, but only ${free} are free that day.`;
    });

/** 5. Rest days are empty, but for the event that the goal's words put on one. */
export const restDaysAreEmpty: Invariant = (plan, context) =>
  newTasks(plan, context)
    .filter(({ task }) => isRestDay(context, task.date) && task.date !== context.eventDay)
    .map(({ week, task }) => `Week ${week}: "${task.title}" is on ${onDay(task.date)}, a rest day.`);

/** 6. Each task takes 5 to 240 minutes, and its title starts with its verb. */
export const tasksAreDoable: Invariant = (plan, context) =>
  newTasks(plan, context).flatMap(({ week, task }) => {
    const { title, duration_minutes: minutes } = task;
    const verb = plan.verbs ? plan.verbs.get(task.id) : title.split(' ')[0];
    const inBounds = minutes >= MIN_TASK_MINUTES && minutes <= MAX_TASK_MINUTES;
    return [
      ...(inBounds
        ? []
        : [
            `Week ${week}: "${title}" takes ${minutes} minutes; a task takes ${MIN_TASK_MINUTES} to ${MAX_TASK_MINUTES}.`,
          ]),
      ...(verb && isVerb(verb) && startsWithWord(title, verb)
        ? []
        : [`Week ${week}: the title "${title}" must start with its verb ("${verb ?? ''}").`]),
    ];
  });

/** 7a. No title appears twice on a day. */
export const noDuplicateOnADay: Invariant = (plan, context) => {
  const seen = context.kept.map(({ date, title }) => ({ date, title }));
  return newTasks(plan, context).flatMap(({ week, task }) => {
    const duplicate = seen.some(({ date, title }) => date === task.date && sameText(title, task.title));
    seen.push(task);
    return duplicate ? [`Week ${week}: "${task.title}" appears twice on ${onDay(task.date)}.`] : [];
  });
};

/** 7b. No title that comes more than twice makes up over a third of the plan. */
export const titlesVary: Invariant = (plan, context) => {
  const tasks = newTasks(plan, context);
  const counts = new Map<string, number>();
  for (const { task } of tasks) counts.set(task.title.toLowerCase(), (counts.get(task.title.toLowerCase()) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 2 && count * 3 > tasks.length)
    .map(([title, count]) => `"${title}" is ${count} of ${tasks.length} tasks; at most a third may have one title.`);
};

/**
 * 8. A week's minutes grow by at most 25 % over those of the week before.
 *
 * Read strictly: also the first week counts, however little other goals leave of it, and so does the week after a lighter one.
 * Getting less is always fine. Weeks of which days are over do not count, a last week of fewer than seven days does not, and
 * neither do minutes already done.
 */
export const loadGrowsGently: Invariant = (plan, context) => {
  const frames = weeksOf(context);
  const loads = plan.weeks.map((week) => load(undone(week, context)));
  return plan.weeks.flatMap(({ week }, index) => {
    const [last, frame] = [frames[index - 1], frames[index]];
    if (!last || !frame || !isWhole(last, context) || isShort(frame)) return [];
    const [before, now] = [loads[index - 1] ?? 0, loads[index] ?? 0];
    const most = Math.floor(before * MAX_WEEKLY_GROWTH);
    if (before === 0 || now <= most) return [];
    return [
      `Week ${week} has ${now} minutes after ${before} in the week before; at most ${most} are allowed (25 % more).`,
    ];
  });
};

/** 9. Each milestone has a measurable criterion: one that contains its metric, or a number. */
export const milestonesAreMeasurable: Invariant = (plan) =>
  plan.weeks.flatMap(({ week, milestone }, index) => {
    const metric = plan.metrics?.[index];
    if (plan.metrics && !metric) return [`Week ${week}: the milestone has no metric.`];
    const { success_criterion: criterion } = milestone;
    if (hasNumber(criterion) || (metric && containsText(criterion, metric))) return [];
    return [`Week ${week}: the success criterion "${criterion}" contains neither its metric nor a number.`];
  });

/** 11. What is done stays exactly as it is. */
export const keepsWhatIsDone: Invariant = (plan, { kept }) => {
  const planned = plan.weeks.flatMap(({ tasks }) => tasks);
  return kept
    .filter((done) => planned.filter((task) => task.id === done.id && sameTask(task, done)).length !== 1)
    .map(({ title, date }) => `"${title}" on ${date} is done and must stay as it is.`);
};

/** The rules in the order of the design: 1 to 11 (10 from later.ts), and from sense.ts 12 to 14. The names are the ones in `plan_json.checks`. */
export const INVARIANTS = {
  datesInRange,
  weeksAreComplete,
  everyWeekHasWork,
  fitsTheDay,
  restDaysAreEmpty,
  tasksAreDoable,
  noDuplicateOnADay,
  titlesVary,
  loadGrowsGently,
  milestonesAreMeasurable,
  endsWithTheGoal,
  keepsWhatIsDone,
  timesAreFree,
  minutesFitTheWords,
  preparesFirst,
  isSafe,
} satisfies Record<string, Invariant>;

/** A rule repeats itself for every task it finds; more of the same teaches nobody anything. */
const VIOLATIONS_PER_RULE = 8;

/**
 * Checks a plan against every rule.
 *
 * Returns whether all hold, one check per rule for `plan_json.checks`, and the violations for a model that tries again.
 */
export function verify(
  plan: Verifiable,
  context: PlanContext,
): { ok: boolean; checks: PlanCheck[]; violations: string[] } {
  const results = Object.entries(INVARIANTS).map(([rule, invariant]) => ({ rule, found: invariant(plan, context) }));
  const violations = results.flatMap(({ found }) => found.slice(0, VIOLATIONS_PER_RULE));
  const checks = results.map(({ rule, found }): PlanCheck => {
    return found.length === 0
      ? { rule, ok: true }
      : { rule, ok: false, detail: found.slice(0, VIOLATIONS_PER_RULE).join(' ') };
  });
  return { ok: violations.length === 0, checks, violations };
}

function undone({ tasks }: PlanWeek, { kept }: PlanContext): PlanTask[] {
  return tasks.filter(({ id }) => !kept.some((done) => done.id === id));
}

function newTasks(plan: Verifiable, context: PlanContext): { week: number; task: PlanTask }[] {
  return plan.weeks.flatMap((week) => undone(week, context).map((task) => ({ week: week.week, task })));
}

function minutesByDay(plan: Verifiable, context: PlanContext): Map<Day, number> {
  const minutes = new Map<Day, number>();
  for (const { task } of newTasks(plan, context)) {
    minutes.set(task.date, (minutes.get(task.date) ?? 0) + task.duration_minutes);
  }
  return minutes;
}

function load(tasks: PlanTask[]): number {
  return tasks.reduce((sum, task) => sum + task.duration_minutes, 0);
}

function isShort({ starts_on, ends_on }: Week): boolean {
  return Date.parse(ends_on) - Date.parse(starts_on) < 6 * 86_400_000;
}

function sameTask(a: PlanTask, b: PlanTask): boolean {
  return (
    a.title === b.title &&
    a.description === b.description &&
    a.date === b.date &&
    a.start_time === b.start_time &&
    a.duration_minutes === b.duration_minutes
  );
}

function onDay(day: Day): string {
  return `${WEEKDAYS[weekdayOf(day)]} ${day}`;
}

function shorten(numbers: number[]): string {
  return numbers.length > 30 ? `${numbers.slice(0, 30).join(', ')} …` : numbers.join(', ');
}

import { findHarm } from '../../care/harm.ts';
import { type Day, weekdayOf } from '../../days.ts';
import { type Composed, composePlan } from './compose.ts';
import {
  freeMinutes,
  isWhole,
  MAX_TASK_MINUTES,
  MAX_WEEKLY_GROWTH,
  MIN_TASK_MINUTES,
  openDays,
  type PlanContext,
  type Week,
  weeksOf,
} from './context.ts';
import type { Infeasible } from './infeasible.ts';
import { dayOfWeek } from './schedule.ts';
import { type DraftPlan, type DraftTask, type DraftWeek, START_TIME, WEEKDAYS } from './schema.ts';
import { minutesFor } from './sense.ts';
import { type Timetable, timetableOf } from './slots.ts';
import { containsText, hasNumber, isVerb, line, sameText, sharesMostWords, startsWithWord } from './text.ts';

/** A day of a week, the minutes that may be put on it, and the titles it already has. */
type OpenDay = { day: Day; room: number; titles: string[] };

/**
 * Mends a draft that breaks rules, without a model: numbers the weeks, fills missing ones from the template, caps minutes, puts
 * tasks of full or forbidden days on others, lightens weeks that grow too fast, drops duplicates, what would harm and what has no
 * room, and completes titles and criteria.
 *
 * Returns a draft that passes the verifier, how many of its weeks hold tasks of the given one (the others are the template's) and how many lie ahead,
 * or why no plan is possible. The same input gives the same draft.
 */
export function repairDraft(
  draft: DraftPlan,
  context: PlanContext,
): { draft: DraftPlan; weeksKept: number; weeksAhead: number } | Infeasible {
  const composed = composePlan(context);
  if ('infeasible' in composed) return composed;
  const { draft: template } = composed;
  const weeks = weeksOf(context);
  const numbered = renumber(draft.weeks, weeks.length);
  const timetable = timetableOf(context);
  let most = Number.POSITIVE_INFINITY;
  let weeksKept = 0;
  const mended = weeks.map((week, index) => {
    const stand_in = template.weeks[index];
    if (!stand_in) throw new Error(`The template has no week ${week.week}; it must have as many weeks as the context`);
    const planned = numbered.get(week.week);
    const found = planned ? placeTasks(planned.tasks, week, context, most, timetable) : [];
    if (found.length > 0) weeksKept += 1;
    const substitute = () => placeTasks(stand_in.tasks, week, context, most, timetable);
    const small = () => placeTasks([smallStep(context, Math.min(most, 10))], week, context, most, timetable);
    const tasks = [found, ...(found.length > 0 ? [] : [substitute()])].find((each) => each.length > 0) ?? small();
    const load = tasks.reduce((sum, { minutes }) => sum + minutes, 0);
    most = isWhole(week, context) && load > 0 ? Math.floor(load * MAX_WEEKLY_GROWTH) : Number.POSITIVE_INFINITY;
    const milestone = mendMilestone(planned?.milestone, stand_in.milestone);
    return { week: week.week, milestone, tasks };
  });
  mendLast(mended, composed, context);
  const weeksAhead = weeks.filter((week) => openDays(week, context).length > 0).length;
  const summary = line(draft.summary, 2000) || template.summary;
  return { draft: { summary, weeks: withVariedTitles(mended) }, weeksKept, weeksAhead };
}

/** Gives the last week the goal for its milestone; where the goal lies beyond it, never the goal. */
function mendLast(weeks: DraftWeek[], { draft, later }: Composed, { goal }: PlanContext): void {
  const last = weeks.at(-1);
  const title = line(goal.title, 300);
  if (!last) return;
  if (later.length === 0 && !sharesMostWords(last.milestone.title, title)) last.milestone.title = title;
  const template = draft.weeks.at(-1)?.milestone;
  if (later.length > 0 && template && sameText(last.milestone.title, title)) last.milestone = { ...template };
}

/** Returns what a week gets in which nothing else has room. */
function smallStep({ goal }: PlanContext, minutes: number): DraftTask {
  const title = `Take the next small step for “${line(goal.title, 120)}”`;
  const description = 'Something that is finished when the time is up.';
  return {
    verb: 'Take',
    title,
    description,
    weekday: 'monday',
    start_time: null,
    minutes: Math.max(MIN_TASK_MINUTES, minutes),
  };
}

/** Numbers titles that make up more than a third of the plan. */
function withVariedTitles(weeks: readonly DraftWeek[]): DraftWeek[] {
  const all = weeks.flatMap(({ tasks }) => tasks.map(({ title }) => title.toLowerCase()));
  const counts = new Map<string, number>();
  for (const title of all) counts.set(title, (counts.get(title) ?? 0) + 1);
  const seen = new Map<string, number>();
  return weeks.map((week) => ({
    ...week,
    tasks: week.tasks.map((task) => {
      const key = task.title.toLowerCase();
      const count = counts.get(key) ?? 0;
      const nth = (seen.get(key) ?? 0) + 1;
      seen.set(key, nth);
      return count > 2 && count * 3 > all.length
        ? { ...task, title: line(`${task.title} (${nth} of ${count})`, 200) }
        : task;
    }),
  }));
}

/** Weeks by number. Weeks of one number are joined; if the numbers are not of this plan, the order counts instead. */
function renumber(weeks: readonly DraftWeek[], count: number): Map<number, DraftWeek> {
  const inPlan = weeks.filter(({ week }) => week >= 1 && week <= count);
  const distinct = new Set(inPlan.map(({ week }) => week)).size;
  const ordered =
    distinct < Math.min(weeks.length, count) ? weeks.map((week, index) => ({ ...week, week: index + 1 })) : inPlan;
  const byNumber = new Map<number, DraftWeek>();
  for (const week of ordered) {
    const same = byNumber.get(week.week);
    byNumber.set(week.week, same ? { ...same, tasks: [...same.tasks, ...week.tasks] } : week);
  }
  return byNumber;
}

/**
 * Puts a week's tasks on its days: each on its own day or the nearest that has the minutes and the time for it. What fits on no day
 * as it is, is shortened as far as its words allow; what does not fit then either is left out. A task is never cut into pieces.
 */
function placeTasks(
  tasks: readonly DraftTask[],
  week: Week,
  context: PlanContext,
  most: number,
  timetable: Timetable,
): DraftTask[] {
  const slots = openDays(week, context).map((day): OpenDay => {
    const titles = context.kept.filter(({ date }) => date === day).map(({ title }) => title);
    return { day, room: freeMinutes(context, day), titles };
  });
  const usable = tasks.map(mendTask).filter((task) => task !== undefined);
  return lighten(usable, most).flatMap((task) => {
    const wanted = dayOfWeek(week.starts_on, task.weekday);
    const nearest = slots
      .filter(({ titles }) => !titles.some((title) => sameText(title, task.title)))
      .sort((a, b) => distance(a.day, wanted) - distance(b.day, wanted));
    for (const minutes of shorter(task)) {
      for (const slot of nearest.filter(({ room }) => room >= minutes)) {
        const start = startFor(task, slot.day, minutes, timetable);
        if (start) return [put(task, slot, minutes, start, timetable)];
      }
    }
    return [];
  });
}

/** Returns the minutes that a task may have: what was given, then three quarters and half of it, as far as its words allow. */
function shorter({ title, minutes }: DraftTask): number[] {
  const least = leastMinutes(title, minutes);
  const choices = [minutes, 0.75 * minutes, 0.5 * minutes].map((each) =>
    Math.max(MIN_TASK_MINUTES, 5 * Math.round(each / 5)),
  );
  return [...new Set([minutes, ...choices.filter((each) => each < minutes && each >= least)])];
}

/** Returns the least that a task can be shortened to: what its title names, else half of what was given and never under ten minutes. */
function leastMinutes(title: string, minutes: number): number {
  return Math.min(minutes, Math.max(minutesFor(title, 0), minutes / 2, 10));
}

function startFor(task: DraftTask, day: string, minutes: number, timetable: Timetable): string | null {
  const given = task.start_time && START_TIME.test(task.start_time) ? task.start_time : undefined;
  if (given && timetable.isFree(day, given, minutes)) return given;
  return timetable.find(day, minutes, given ? { near: given } : {});
}

function put(task: DraftTask, slot: OpenDay, minutes: number, start: string, timetable: Timetable): DraftTask {
  slot.room -= minutes;
  slot.titles.push(task.title);
  timetable.take(slot.day, start, minutes);
  return { ...task, weekday: WEEKDAYS[weekdayOf(slot.day)] ?? task.weekday, start_time: start, minutes };
}

/** Brings a week within `most` minutes: first tasks are shortened as far as their words allow, then the last ones are left out. */
function lighten(tasks: readonly DraftTask[], most: number): DraftTask[] {
  const kept = [...tasks];
  const least = () => kept.reduce((sum, { title, minutes }) => sum + leastMinutes(title, minutes), 0);
  while (kept.length > 0 && least() > most) kept.pop();
  let over = kept.reduce((sum, { minutes }) => sum + minutes, 0) - most;
  return kept.map((task) => {
    const spare = Math.floor(Math.min(Math.max(0, over), task.minutes - leastMinutes(task.title, task.minutes)));
    over -= spare;
    return { ...task, minutes: task.minutes - spare };
  });
}

/** Returns a task with a title that starts with its verb and minutes within bounds; undefined when it has no text at all. */
function mendTask(task: DraftTask): DraftTask | undefined {
  const given = line(task.title, 200);
  const firstWord = given.split(' ')[0] ?? '';
  if (!given || findHarm(`${given}. ${task.description}`)) return undefined;
  // Without a usable verb, the title's first word is the best guess there is.
  const verb = [line(task.verb, 60), firstWord].find((each) => isVerb(each) && startsWithWord(each, each)) ?? 'Do';
  const title = startsWithWord(given, verb) ? given : line(`${verb}: ${given}`, 200);
  return {
    ...task,
    verb,
    title,
    minutes: Math.min(Math.max(minutesFor(title, Math.round(task.minutes)), MIN_TASK_MINUTES), MAX_TASK_MINUTES),
  };
}

type Milestone = DraftWeek['milestone'];

function mendMilestone(given: Milestone | undefined, template: Milestone): Milestone {
  const title = line(given?.title ?? '', 300);
  const metric = line(given?.metric ?? '', 300);
  const criterion = line(given?.success_criterion ?? '', 600);
  if (!given || !title) return { ...template };
  if (!metric && !hasNumber(criterion)) return { ...template, title };
  if (!metric) return { title, metric: criterion, success_criterion: criterion };
  if (hasNumber(criterion) || containsText(criterion, metric)) return { title, metric, success_criterion: criterion };
  return { title, metric, success_criterion: criterion ? `${criterion} (${metric})` : metric };
}

function distance(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b));
}

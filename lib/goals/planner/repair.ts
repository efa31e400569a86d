import { weekdayOf } from '../../days.ts';
import { composePlan } from './compose.ts';
import {
  freeMinutes,
  MAX_TASK_MINUTES,
  MAX_WEEKLY_GROWTH,
  MIN_TASK_MINUTES,
  type PlanContext,
  type Week,
  weeksOf,
} from './context.ts';
import type { Infeasible } from './infeasible.ts';
import type { Slot } from './pack.ts';
import { dayOfWeek } from './schedule.ts';
import { type DraftPlan, type DraftTask, type DraftWeek, WEEKDAYS } from './schema.ts';
import { containsText, hasNumber, isVerb, line, sameText, sharesMostWords, startsWithWord } from './text.ts';

/**
 * Mends a draft that breaks rules, without a model: numbers the weeks, fills missing ones from the template, caps minutes, puts
 * tasks of full or forbidden days on others, splits those that fit on none, scales weeks that grow too fast, drops duplicates
 * and what has no room, and completes titles and criteria.
 *
 * Returns a draft that passes the verifier and how many of its weeks hold tasks of the given one (the others are the template's),
 * or why no plan is possible. The same input gives the same draft.
 */
export function repairDraft(
  draft: DraftPlan,
  context: PlanContext,
): { draft: DraftPlan; weeksKept: number } | Infeasible {
  const composed = composePlan(context);
  if ('infeasible' in composed) return composed;
  const { draft: template } = composed;
  const weeks = weeksOf(context);
  const numbered = renumber(draft.weeks, weeks.length);
  let most = Number.POSITIVE_INFINITY;
  let weeksKept = 0;
  const mended = weeks.map((week, index) => {
    const stand_in = template.weeks[index];
    if (!stand_in) throw new Error(`The template has no week ${week.week}; it must have as many weeks as the context`);
    const planned = numbered.get(week.week);
    const found = planned ? placeTasks(planned.tasks, week, context, most) : [];
    if (found.length > 0) weeksKept += 1;
    const tasks = found.length > 0 ? found : placeTasks(stand_in.tasks, week, context, most);
    most = Math.floor(tasks.reduce((sum, { minutes }) => sum + minutes, 0) * MAX_WEEKLY_GROWTH);
    const milestone = mendMilestone(planned?.milestone, stand_in.milestone);
    return { week: week.week, milestone, tasks };
  });
  const last = mended.at(-1);
  const goal = line(context.goal.title, 300);
  if (last && !sharesMostWords(last.milestone.title, goal)) last.milestone.title = goal;
  return { draft: { summary: line(draft.summary, 2000) || template.summary, weeks: mended }, weeksKept };
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

/** Puts a week's tasks on its days within the minutes allowed; leaves out what has no room. */
function placeTasks(tasks: readonly DraftTask[], week: Week, context: PlanContext, most: number): DraftTask[] {
  const slots = week.workingDays.map((day): Slot => {
    const titles = context.kept.filter(({ date }) => date === day).map(({ title }) => title);
    return { day, room: freeMinutes(context, day), titles };
  });
  const usable = tasks.map(mendTask).filter((task) => task !== undefined);
  return scaleDown(usable, most).flatMap((task) => {
    const wanted = dayOfWeek(week.starts_on, task.weekday);
    const nearest = slots
      .filter(({ room, titles }) => room >= MIN_TASK_MINUTES && !titles.some((title) => sameText(title, task.title)))
      .sort((a, b) => distance(a.day, wanted) - distance(b.day, wanted));
    const whole = nearest.find(({ room }) => room >= task.minutes);
    return whole ? [put(task, whole, task.minutes)] : split(task, nearest);
  });
}

/** A task over several days, each taking what it has room for; a rest too short to be a task is left out. */
function split(task: DraftTask, slots: readonly Slot[]): DraftTask[] {
  let left = task.minutes;
  return slots.flatMap((slot) => {
    const minutes = Math.min(slot.room, left);
    if (minutes < MIN_TASK_MINUTES) return [];
    left -= minutes;
    return [put(task, slot, minutes)];
  });
}

function put(task: DraftTask, slot: Slot, minutes: number): DraftTask {
  slot.room -= minutes;
  slot.titles.push(task.title);
  return { ...task, weekday: WEEKDAYS[weekdayOf(slot.day)] ?? task.weekday, minutes };
}

/** Brings tasks within `most` minutes together: all in proportion, and the last ones out when even the shortest are too many. */
function scaleDown(tasks: readonly DraftTask[], most: number): DraftTask[] {
  const kept = tasks.slice(0, Math.max(1, Math.floor(most / MIN_TASK_MINUTES)));
  const total = kept.reduce((sum, { minutes }) => sum + minutes, 0);
  if (total <= most) return kept;
  const spare = most - MIN_TASK_MINUTES * kept.length;
  const above = total - MIN_TASK_MINUTES * kept.length;
  return kept.map((task) => ({
    ...task,
    minutes: MIN_TASK_MINUTES + Math.floor(((task.minutes - MIN_TASK_MINUTES) * spare) / above),
  }));
}

/** A task with a title that starts with its verb and minutes within bounds; undefined when it has no text at all. */
function mendTask(task: DraftTask): DraftTask | undefined {
  const given = line(task.title, 200);
  const firstWord = given.split(' ')[0] ?? '';
  if (!given) return undefined;
  // Without a usable verb, the title's first word is the best guess there is.
  const verb = [line(task.verb, 60), firstWord].find((each) => isVerb(each) && startsWithWord(each, each)) ?? 'Do';
  const title = startsWithWord(given, verb) ? given : line(`${verb}: ${given}`, 200);
  return {
    ...task,
    verb,
    title,
    minutes: Math.min(Math.max(Math.round(task.minutes), MIN_TASK_MINUTES), MAX_TASK_MINUTES),
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

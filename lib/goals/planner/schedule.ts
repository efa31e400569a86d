import { createHash } from 'node:crypto';
import { addDays, type Day, daysBetween, weekdayOf } from '../../days.ts';
import { MAX_TASK_MINUTES, MIN_TASK_MINUTES, type PlanContext } from './context.ts';
import {
  type DraftPlan,
  type DraftTask,
  type DraftWeek,
  type Plan,
  type PlanTask,
  type PlanWeek,
  START_TIME,
  WEEKDAYS,
} from './schema.ts';
import { type Timetable, timetableOf } from './slots.ts';
import { clean, line } from './text.ts';

/** A draft with dates, ready for the verifier: the plan's weeks, and what the draft gave apart and a plan does not keep. */
export type Scheduled = Pick<Plan, 'start_date' | 'end_date' | 'summary' | 'weeks'> & {
  /** The verb of each new task by the task's id. */
  verbs: ReadonlyMap<string, string>;
  /** The metric of each week's milestone, in the order of the weeks. */
  metrics: readonly string[];
};

/**
 * Gives a draft its dates: week k starts on start + 7(k − 1), and a weekday is the day of that name in those seven days.
 *
 * Takes the draft, the context and a seed for the tasks' ids, which are the same whenever the same draft is scheduled with the
 * same seed. Never refuses: what the draft gets wrong (a day after the target, week 9 of 4) is left for the verifier to name.
 * A start time that is not one or is taken becomes the nearest free one of that day.
 */
export function scheduleDraft(draft: DraftPlan, context: PlanContext, seed: string): Scheduled {
  const usedIds = new Set(context.kept.map((task) => task.id));
  const verbs = new Map<string, string>();
  const drafted = withPassedWeeks(draft.weeks, context);
  const timetable = timetableOf(context);
  const weeks = drafted.map(({ week, milestone, tasks }): PlanWeek => {
    const starts_on = addDays(context.start_date, 7 * (clampWeek(week) - 1));
    const dated = tasks
      .map((task) => ({ task, date: dayOfWeek(starts_on, task.weekday), start_time: readStartTime(task) }))
      .sort((a, b) => compare(`${a.date} ${a.start_time ?? '~'}`, `${b.date} ${b.start_time ?? '~'}`));
    const planned = dated.map(({ task, date, start_time }, index): PlanTask => {
      const id = taskId(seed, week, index, usedIds);
      usedIds.add(id);
      verbs.set(id, line(task.verb, 60));
      const time = timeFor(timetable, date, start_time, task.minutes);
      const planTask = { id, title: line(task.title, 200), description: clean(task.description, 2000), date };
      return { ...planTask, ...(time && { start_time: time }), duration_minutes: task.minutes };
    });
    return {
      week,
      starts_on,
      milestone: { title: line(milestone.title, 300), success_criterion: line(milestone.success_criterion, 1000) },
      tasks: planned.sort((a, b) => compare(`${a.date} ${a.start_time ?? '~'}`, `${b.date} ${b.start_time ?? '~'}`)),
    };
  });
  addKept(weeks, context.kept);
  const summary = clean(draft.summary, 2000);
  const metrics = drafted.map(({ milestone }) => line(milestone.metric, 300));
  return { start_date: context.start_date, end_date: context.target_date, summary, weeks, verbs, metrics };
}

/** The weeks that are over keep their milestones, and their tasks only as far as they are done. */
function withPassedWeeks(weeks: readonly DraftWeek[], context: PlanContext): readonly DraftWeek[] {
  const passed = Math.floor(daysBetween(context.start_date, context.now.day) / 7);
  if (passed < 1) return weeks;
  const kept = Array.from({ length: passed }, (_, index): DraftWeek => {
    const week = index + 1;
    const before = context.before?.weeks.find((each) => each.week === week)?.milestone;
    const drafted = weeks.find((each) => each.week === week)?.milestone;
    const milestone = before ? { ...before, metric: before.success_criterion } : drafted;
    const criterion = `Week ${week}: what was done stays`;
    return {
      week,
      milestone: milestone ?? { title: `Week ${week}`, metric: criterion, success_criterion: criterion },
      tasks: [],
    };
  });
  return [...kept, ...weeks.filter(({ week }) => week > passed)];
}

/** Returns the time that the draft gives where it is free, else the next best of that day; none when the day has no room. */
function timeFor(timetable: Timetable, day: Day, wanted: string | undefined, minutes: number): string | undefined {
  const length = Math.min(Math.max(minutes, MIN_TASK_MINUTES), MAX_TASK_MINUTES);
  const time =
    wanted && timetable.isFree(day, wanted, length)
      ? wanted
      : timetable.find(day, length, wanted ? { near: wanted } : {});
  if (time) timetable.take(day, time, length);
  return time ?? undefined;
}

/** Returns the day of a weekday in the seven days from `startsOn`. */
export function dayOfWeek(startsOn: Day, weekday: DraftTask['weekday']): Day {
  return addDays(startsOn, (WEEKDAYS.indexOf(weekday) - weekdayOf(startsOn) + 7) % 7);
}

/** A week number beyond any plan is wrong, but must still be a date to be reported. */
function clampWeek(week: number): number {
  return Math.min(Math.max(week, -1000), 1000);
}

/** A UUID of RFC 9562's version 8 (its own bits, here SHA-256), the same for the same place in the same run of the planner. */
function taskId(seed: string, week: number, index: number, used: ReadonlySet<string>): string {
  const hex = createHash('sha256').update(`${seed}:${week}:${index}`).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  // A completed task of an earlier plan keeps its id, so a new one at the same place needs another.
  return used.has(id) ? taskId(`${seed}'`, week, index, used) : id;
}

/** Completed tasks go where their day is: before the plan's start into the first week, after its end into the last. */
function addKept(weeks: PlanWeek[], kept: readonly PlanTask[]): void {
  for (const task of kept) {
    const week = weeks.findLast(({ starts_on }) => starts_on <= task.date) ?? weeks[0];
    if (!week) continue;
    const at = week.tasks.findIndex((other) => other.date > task.date);
    week.tasks.splice(at === -1 ? week.tasks.length : at, 0, { ...task, kept: true });
  }
}

function readStartTime({ start_time }: DraftTask): string | undefined {
  const time = start_time?.trim().padStart(5, '0');
  return time && START_TIME.test(time) ? time : undefined;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

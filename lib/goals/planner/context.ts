import { addDays, type Day, daysBetween, daysFromTo, weekdayOf } from '../../days.ts';
import type { PlanTask } from './schema.ts';

/** Everything about the goal and the person that decides whether a plan is right. Days are days in `timezone`. */
export type PlanContext = {
  goal: { title: string; description?: string | null };
  /** The first day of the plan: today, also when planning again. */
  start_date: Day;
  /** The last day of the plan, included. */
  target_date: Day;
  timezone: string;
  /** Minutes a day that the person has for all their goals together. */
  dailyMinutes: number;
  /** Weekdays without tasks: 0 is Sunday, 6 is Saturday. */
  restDays: readonly number[];
  /** Minutes already taken on a day by the person's other active goals. */
  otherMinutes: Readonly<Record<Day, number>>;
  /** Completed tasks of the plan before this one. They stay, and their minutes are spent. */
  kept: readonly PlanTask[];
  /** A sentence of the horizon's, added to the summary. */
  note?: string;
};

/** The shortest task there is, in minutes. */
export const MIN_TASK_MINUTES = 5;
/** The longest task there is, in minutes. */
export const MAX_TASK_MINUTES = 240;
/** How far a week's minutes may exceed those of the week before. */
export const MAX_WEEKLY_GROWTH = 1.25;

/** One week of a plan: its number, its first and last day, and its days that are not rest days. */
export type Week = { week: number; starts_on: Day; ends_on: Day; workingDays: Day[] };

/**
 * The weeks of a plan: week k runs from start + 7(k − 1) for seven days, whatever the weekday. The last may be shorter; if it
 * then has no working day, it is merged into the one before, which becomes longer.
 */
export function weeksOf(context: Pick<PlanContext, 'start_date' | 'target_date' | 'restDays'>): Week[] {
  const { start_date, target_date, restDays } = context;
  const count = Math.max(1, Math.ceil((daysBetween(start_date, target_date) + 1) / 7));
  const weeks = Array.from({ length: count }, (_, index): Week => {
    const starts_on = addDays(start_date, 7 * index);
    const ends_on = index === count - 1 ? target_date : addDays(starts_on, 6);
    return { week: index + 1, starts_on, ends_on, workingDays: workingDays(starts_on, ends_on, restDays) };
  });
  const last = weeks.at(-1);
  const before = weeks.at(-2);
  if (last && before && last.workingDays.length === 0) {
    before.ends_on = last.ends_on;
    weeks.pop();
  }
  return weeks;
}

function workingDays(first: Day, last: Day, restDays: readonly number[]): Day[] {
  return daysFromTo(first, last).filter((day) => !restDays.includes(weekdayOf(day)));
}

/** Minutes of a day that are left for this goal: after the other goals and after what is already done that day. */
export function freeMinutes(context: PlanContext, day: Day): number {
  return context.dailyMinutes - takenMinutes(context, day);
}

/** Minutes of a day that are spent whatever the plan says: by other goals, and by completed tasks of this one. */
export function takenMinutes(context: Pick<PlanContext, 'otherMinutes' | 'kept'>, day: Day): number {
  const done = context.kept.filter((task) => task.date === day);
  return done.reduce((sum, task) => sum + task.duration_minutes, context.otherMinutes[day] ?? 0);
}

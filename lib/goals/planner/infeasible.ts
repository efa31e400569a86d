import { addDays } from '../../days.ts';
import { freeMinutes, isWhole, MIN_TASK_MINUTES, openDays, type PlanContext, weeksOf } from './context.ts';
import { timetableOf } from './slots.ts';

/** No plan is possible, how much time is missing for one, and a sentence for the person. */
export type Infeasible = { infeasible: true; missing_minutes_per_day: number; message: string };

/**
 * Finds how much time is missing where too little is left for any plan: every week that lies ahead needs a working day that holds the shortest task,
 * and free time for it.
 *
 * Returns null when a plan is possible. `missing_minutes_per_day` is the least by which the person's daily minutes would have
 * to grow for one; it is 0 when no number of minutes helps, because no day of a week is a working day or has a free time.
 */
export function findShortage(context: PlanContext): Infeasible | null {
  const timetable = timetableOf(context);
  const weeks = weeksOf(context);
  let missing = 0;
  let fullest = 1;
  for (const week of weeks) {
    if (!isWhole(week, context) && weeks.length > 1) continue;
    const days = openDays(week, context);
    if (days.length === 0) return noWorkingDay();
    const timely = days.filter((day) => timetable.find(day, MIN_TASK_MINUTES) !== null);
    if (timely.length === 0) return noFreeTime(week.week);
    const best = Math.max(...timely.map((day) => freeMinutes(context, day)));
    if (MIN_TASK_MINUTES - best > missing) {
      missing = MIN_TASK_MINUTES - best;
      fullest = week.week;
    }
  }
  if (missing === 0) return null;
  const { dailyMinutes } = context;
  return {
    infeasible: true,
    missing_minutes_per_day: missing,
    message:
      `Your days are already full in week ${fullest}: at least ${missing} ${missing === 1 ? 'minute a day is' : 'minutes a day are'} missing for this goal. ` +
      `You could raise your daily minutes from ${dailyMinutes} to ${dailyMinutes + missing} or more, give up a rest day, or pause another goal, and then plan again.`,
  };
}

/**
 * Begins after today where nothing fits into what is left of it and its week has no other day: the context with `now` on the
 * next morning, and the start of a first plan with it. Unchanged where a plan is possible today, or not even then.
 */
export function beginWherePossible(context: PlanContext): PlanContext {
  const { now, start_date, target_date, before, horizonNamed } = context;
  const tomorrow = addDays(now.day, 1);
  if (tomorrow > target_date || !findShortage(context)) return context;
  const starts = !before && start_date === now.day;
  const later: PlanContext = {
    ...context,
    now: { day: tomorrow, time: '00:00' },
    ...(starts ? { start_date: tomorrow, target_date: horizonNamed ? target_date : addDays(target_date, 1) } : {}),
  };
  return findShortage(later) ? context : later;
}

function noWorkingDay(): Infeasible {
  return {
    infeasible: true,
    missing_minutes_per_day: 0,
    message:
      'Every day until the target date is a rest day, so there is no day to put a task on. It is not minutes that are missing but a day: you could free one rest day or choose a later target date, and then plan again.',
  };
}

function noFreeTime(week: number): Infeasible {
  return {
    infeasible: true,
    missing_minutes_per_day: 0,
    message: `Your calendar leaves no free time in week ${week} within the hours in which tasks may be planned. You could widen those hours, free some time, or choose a later target date, and then plan again.`,
  };
}

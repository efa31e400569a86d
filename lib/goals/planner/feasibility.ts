import type { PlanContext } from './context.ts';

/**
 * Whether any plan exists for a context, answered without the planner: this file shares no code with it, so that a refusal can
 * be checked by something that does not repeat its mistakes.
 *
 * A plan exists exactly when each seven days from the start hold a day that is no rest day and has five minutes left after other
 * goals and completed tasks. A rest of fewer than seven days at the end counts only if it has a day that is no rest day.
 *
 * Returns `possible`, and the least minutes a day that would have to be added to make it so (0 if no number would do, since a
 * week has no working day).
 */
export function feasible(context: Omit<PlanContext, 'goal'>): { possible: boolean; missing_minutes_per_day: number } {
  const taken = new Map(Object.entries(context.otherMinutes));
  for (const task of context.kept) taken.set(task.date, (taken.get(task.date) ?? 0) + task.duration_minutes);

  const weekly: number[] = [];
  const cursor = new Date(`${context.start_date}T12:00:00Z`);
  let length = 0;
  let leastTaken = Number.POSITIVE_INFINITY;
  for (; cursor.toISOString().slice(0, 10) <= context.target_date; cursor.setUTCDate(cursor.getUTCDate() + 1)) {
    if (!context.restDays.includes(cursor.getUTCDay())) {
      leastTaken = Math.min(leastTaken, taken.get(cursor.toISOString().slice(0, 10)) ?? 0);
    }
    length += 1;
    if (length === 7) {
      weekly.push(leastTaken);
      length = 0;
      leastTaken = Number.POSITIVE_INFINITY;
    }
  }
  if (length > 0 && (leastTaken < Number.POSITIVE_INFINITY || weekly.length === 0)) weekly.push(leastTaken);

  const missing = Math.max(...weekly) + 5 - context.dailyMinutes;
  return { possible: missing <= 0, missing_minutes_per_day: Number.isFinite(missing) ? Math.max(0, missing) : 0 };
}

import type { PlanContext } from '../lib/goals/planner/context.ts';

/**
 * Checks whether any plan exists for a context, and what it lacks, without the planner: this file shares no code with it, so that a refusal can
 * be checked by something that does not repeat its mistakes.
 *
 * A plan exists exactly when each seven days from the start that lie wholly ahead (of the 26 that are planned) hold a day that is
 * no rest day, has five minutes left after other goals and completed tasks, and five free minutes within the person's hours. A
 * rest of fewer than seven days at the end counts only if it has a day that is no rest day.
 *
 * Returns `possible`, and the least minutes a day that would have to be added to make it so (0 if no number would do, since a
 * week has no working day or no free time).
 */
export function checkFeasibility(context: Omit<PlanContext, 'goal'>): {
  possible: boolean;
  missing_minutes_per_day: number;
} {
  const taken = new Map(Object.entries(context.otherMinutes));
  for (const task of context.kept) taken.set(task.date, (taken.get(task.date) ?? 0) + task.duration_minutes);

  const days: string[] = [];
  const cursor = new Date(`${context.start_date}T12:00:00Z`);
  for (; cursor.toISOString().slice(0, 10) <= context.target_date; cursor.setUTCDate(cursor.getUTCDate() + 1)) {
    days.push(cursor.toISOString().slice(0, 10));
  }
  const weeks: string[][] = [];
  for (let at = 0; at < days.length; at += 7) weeks.push(days.slice(at, at + 7));
  const isWorking = (day: string) => !context.restDays.includes(new Date(`${day}T12:00:00Z`).getUTCDay());
  const last = weeks.at(-1);
  if (last && last.length < 7 && weeks.length > 1 && !last.some(isWorking)) weeks.pop();
  const current = weeks.findIndex((week) => (week.at(-1) ?? '') >= context.now.day);
  const ahead = weeks.slice(0, current + 26).filter((week) => weeks.length === 1 || (week[0] ?? '') >= context.now.day);
  const leastTaken = ahead.map((week) => {
    const open = week.filter((day) => day >= context.now.day && isWorking(day) && hasFreeTime(context, day));
    return Math.min(...open.map((day) => taken.get(day) ?? 0));
  });
  const missing = Math.max(...leastTaken) + 5 - context.dailyMinutes;
  if (leastTaken.length === 0) return { possible: true, missing_minutes_per_day: 0 };
  return { possible: missing <= 0, missing_minutes_per_day: Number.isFinite(missing) ? Math.max(0, missing) : 0 };
}

/** Tells whether a day has five minutes in a row that nothing takes, on the grid of five minutes on which tasks begin. */
function hasFreeTime({ availableHours, busy, now, kept }: Omit<PlanContext, 'goal'>, day: string): boolean {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const full = new Set<number>();
  const block = (from: number, to: number) => {
    for (let minute = from; minute < to; minute += 1) full.add(minute);
  };
  for (const { from, to } of busy[day] ?? []) block(minutes(from), minutes(to));
  for (const task of kept.filter(({ date, start_time }) => date === day && start_time)) {
    const from = minutes(task.start_time ?? '00:00');
    block(from, from + task.duration_minutes);
  }
  const opens = Math.max(minutes(availableHours.from), day === now.day ? minutes(now.time) : 0);
  for (let start = Math.ceil(opens / 5) * 5; start + 5 <= minutes(availableHours.to); start += 5) {
    if ([0, 1, 2, 3, 4].every((offset) => !full.has(start + offset))) return true;
  }
  return false;
}

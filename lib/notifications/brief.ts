import type { Task } from '../tasks/schema.ts';
import { compareTasks, occurrencesOf } from '../tasks/series.ts';
import { instantOf, wallClockAt } from '../time.ts';
import { mayBePushed } from './pushable.ts';
import { afterQuietHours } from './remind-at.ts';
import type { BriefDue, Claim, OpenTasks } from './reminders-store.ts';

/** Tasks that are named; a notification shows no more lines. */
const namedMax = 5;

/** Returns the morning brief of a person, at the start of their day or now where that has been; none for a day without tasks. */
export function briefClaims(due: BriefDue, now: Date): Claim[] {
  const { person, starts_at, day } = due;
  if (tasksOn(due, person.timezone).length === 0) return [];
  const starts = new Date(instantOf(day, starts_at, person.timezone));
  const at = afterQuietHours(starts < now ? now : starts, person);
  return [{ user_id: person.id, kind: 'brief', task_id: `${person.id}@${day}`, scheduled_at: at, remind_at: at }];
}

/** Returns what a morning brief says: the day's tasks by time, those without one last. Null where all of them are done by now. */
export function briefOf(today: OpenTasks, timezone: string): Record<string, unknown> | null {
  const tasks = tasksOn(today, timezone);
  if (tasks.length === 0) return null;
  const minutes = tasks.reduce((sum, { duration_minutes }) => sum + duration_minutes, 0);
  const lines = tasks.slice(0, namedMax).map(({ title, scheduled_at }) => {
    const time = scheduled_at ? wallClockAt(new Date(scheduled_at), timezone).time : 'Any time';
    return `${time}  ${title}`;
  });
  const more = tasks.length - lines.length;
  return {
    type: 'brief',
    title: `Your day: ${tasks.length} ${tasks.length === 1 ? 'task' : 'tasks'}, ${minutes} minutes`,
    body: [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
    date: today.day,
  };
}

function tasksOn({ day, tasks, series }: OpenTasks, timezone: string): Task[] {
  const occurrences = occurrencesOf(series, { from: day, to: day, timezone, atLeast: Number.POSITIVE_INFINITY });
  return [...tasks, ...occurrences].filter(mayBePushed).sort(compareTasks);
}

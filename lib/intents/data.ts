import { z } from 'zod';
import { Goal } from '../goals/schema.ts';
import { Memory } from '../memory/schema.ts';
import { Task } from '../tasks/schema.ts';
import { compareTasks, happensOn, occurrenceOn, occurrencesOf, Series } from '../tasks/series.ts';
import { Day } from '../time.ts';

const Listed = z.object({ from: Day, to: Day, tasks: z.array(Task), series: z.array(Series) });
const Named = z.object({ task: z.union([Series, Task]), occurrence: Task.nullable() });

/** Rows that public.open_intent returned. */
export const OpenedIntent = z.object({
  user_id: z.guid(),
  timezone: z.string(),
  locale: z.string().nullable().default(null),
  tasks: Listed.optional(),
  named: Named.nullish(),
  goals: z
    .array(Goal.pick({ id: true, title: true, plan_status: true, plan_error: true, target_date: true, progress: true }))
    .default([]),
  last: z.object({ call_id: z.string(), name: z.string(), title: z.string() }).nullable().default(null),
  memories: z.array(Memory.pick({ id: true, text: true })).default([]),
  notes: z.array(z.object({ document_id: z.guid(), title: z.string(), snippet: z.string() })).default([]),
  said: z.string().nullable().default(null),
});

/** Data that an intent decides by: its person, and the tasks and goals that it declared in `reads`. */
export type IntentData = {
  userId: string;
  timezone: string;
  locale: string | null;
  /** Tasks from 13 days ago to five weeks ahead, recurring ones expanded, by day and time; and the one named by id. */
  tasks: Task[];
  /** The repeating tasks among them, as they are stored. */
  series: Series[];
  /** The active ones, newest first. */
  goals: z.infer<typeof OpenedIntent>['goals'];
  /** The last thing done in this session or conversation that can be undone. */
  last: z.infer<typeof OpenedIntent>['last'];
  /** Memories about the person, newest first. */
  memories: { id: string; text: string }[];
  /** Their own documents that the query names, best first, with the words found between `**`. */
  notes: z.infer<typeof OpenedIntent>['notes'];
  /** The person's own words just before the call, where known. */
  said: string | null;
};

/** @param namedDay of the task that was named by its id, where that is an occurrence's */
export function intentDataOf(opened: z.infer<typeof OpenedIntent>, namedDay: string | undefined): IntentData {
  const { user_id: userId, timezone, locale, goals, last, memories, notes, said } = opened;
  const series = [...(opened.tasks?.series ?? [])];
  const tasks = [...(opened.tasks?.tasks ?? [])];
  if (opened.tasks) {
    const { from, to } = opened.tasks;
    tasks.push(...occurrencesOf(series, { from, to, timezone, atLeast: Number.POSITIVE_INFINITY }));
  }
  const named = opened.named && namedTask(opened.named, namedDay, timezone);
  if (named && !tasks.some(({ id }) => id === named.id)) tasks.push(named);
  if (opened.named && 'skipped' in opened.named.task) series.push(opened.named.task);
  return { userId, timezone, locale, tasks: tasks.sort(compareTasks), series, goals, last, memories, notes, said };
}

/** Returns a task or an occurrence outside the days that were listed. */
function namedTask(
  { task, occurrence }: z.infer<typeof Named>,
  day: string | undefined,
  timezone: string,
): Task | null {
  if (occurrence) return occurrence;
  if (!('skipped' in task)) return task;
  return day && happensOn(task, day) ? occurrenceOn(task, day, timezone) : null;
}

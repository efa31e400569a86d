import { z } from 'zod';
import { Goal } from '../goals/schema.ts';
import { Memory } from '../memory/schema.ts';
import { Task } from '../tasks/schema.ts';
import { happensOn, inOrder, occurrenceOn, occurrencesOf, Series } from '../tasks/series.ts';
import { Day } from '../time.ts';

const Listed = z.object({ from: Day, to: Day, tasks: z.array(Task), series: z.array(Series) });
const Named = z.object({ task: z.union([Series, Task]), occurrence: Task.nullable() });

/** What public.open_intent read. */
export const OpenedFacts = z.object({
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

/** Whose intent it is, and those of their tasks and goals that it said it reads. */
export type IntentFacts = {
  userId: string;
  timezone: string;
  locale: string | null;
  /** Of 13 days ago to five weeks ahead, recurring ones expanded, by day and time; and the one that was named by its id. */
  tasks: Task[];
  /** The repeating tasks among them, as they are stored. */
  series: Series[];
  /** The active ones, newest first. */
  goals: z.infer<typeof OpenedFacts>['goals'];
  /** The last thing done in this session or conversation that can be undone. */
  last: z.infer<typeof OpenedFacts>['last'];
  /** What is remembered of them, newest first. */
  memories: { id: string; text: string }[];
  /** Their own documents that the query names, best first, with the words found between `**`. */
  notes: z.infer<typeof OpenedFacts>['notes'];
  /** What the person said themselves just before the call, where that is known. */
  said: string | null;
};

/** @param namedDay of the task that was named by its id, where that is an occurrence's */
export function factsOf(opened: z.infer<typeof OpenedFacts>, namedDay: string | undefined): IntentFacts {
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
  return { userId, timezone, locale, tasks: tasks.sort(inOrder), series, goals, last, memories, notes, said };
}

/** A task or an occurrence outside the days that were listed. */
function namedTask(
  { task, occurrence }: z.infer<typeof Named>,
  day: string | undefined,
  timezone: string,
): Task | null {
  if (occurrence) return occurrence;
  if (!('skipped' in task)) return task;
  return day && happensOn(task, day) ? occurrenceOn(task, day, timezone) : null;
}

import { z } from 'zod';
import { asService } from '../db/client.ts';
import { log } from '../log.ts';
import { Task } from '../tasks/schema.ts';
import { Series } from '../tasks/series.ts';
import { Day, Instant } from '../time.ts';
import { Target } from './push.ts';

/** A person's tasks that they may have to be reminded of, and the days that occurrences of the series may be on. */
const Due = z.object({
  person: z.object({
    id: z.string(),
    timezone: z.string(),
    reminder_lead_minutes: z.int(),
    quiet_hours: z.object({ from: z.string(), to: z.string() }).nullable(),
  }),
  from: Day,
  to: Day,
  tasks: z.array(Task),
  series: z.array(Series),
});
export type Due = z.infer<typeof Due>;

/** A reminder to be claimed: of a task, or of the occurrence of a series, at its time. */
export type Claim = { user_id: string; task_id: string; scheduled_at: string; remind_at: string };

/** A reminder to be sent, and what its task is now. */
const Taken = z.object({
  id: z.string(),
  task_id: z.string(),
  scheduled_at: Instant,
  /** Of an occurrence: its day in the series. */
  day: Day.nullable(),
  timezone: z.string(),
  /** Null for one that is gone, and for an occurrence of which nothing became yet. */
  task: Task.nullable(),
  series: Series.nullable(),
  subscriptions: z.array(Target),
});
export type Taken = z.infer<typeof Taken>;

/** What may have to be reminded of until then, of everybody who can be reached. */
export async function tasksToRemind(until: Date): Promise<Due[]> {
  return eachOf(Due, await asService((db) => db.rpc('tasks_to_remind', { p_until: until.toISOString() })));
}

/** Those rows that are as they should be: one person's, written past the API, must not cost the others their reminders. */
function eachOf<T>(row: z.ZodType<T>, rows: unknown): T[] {
  return z
    .array(z.unknown())
    .parse(rows)
    .flatMap((value) => {
      const parsed = row.safeParse(value);
      if (!parsed.success) log.error({ err: parsed.error }, 'a row for reminders cannot be read and is left out');
      return parsed.success ? [parsed.data] : [];
    });
}

/** Claims reminders that were not claimed before, and owes an event for each of their minutes. @returns how many */
export async function claim(reminders: Claim[]): Promise<number> {
  if (reminders.length === 0) return 0;
  return asService((db) => db.rpc('claim_reminders', { p_reminders: reminders }));
}

/** Takes reminders of a minute for a try, each for that try once, whatever becomes of it. */
export async function takeReminders(request: {
  minute: string;
  limit: number;
  attempt: number;
  ids?: string[];
}): Promise<{ taken: number; reminders: Taken[] }> {
  const { minute, limit, attempt, ids } = request;
  const answer = z.object({ taken: z.int(), reminders: z.unknown() }).parse(
    await asService((db) =>
      db.rpc('take_reminders', {
        p_remind_at: minute,
        p_limit: limit,
        p_try: attempt,
        ...(ids ? { p_ids: ids } : {}),
      }),
    ),
  );
  return { taken: answer.taken, reminders: eachOf(Taken, answer.reminders) };
}

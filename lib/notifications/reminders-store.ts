import { z } from 'zod';
import { readEach } from '../batch.ts';
import { asService } from '../db/client.ts';
import { Task } from '../tasks/schema.ts';
import { Series } from '../tasks/series.ts';
import { Day, Instant } from '../time.ts';
import { Target } from './push.ts';

const Reminded = z.object({
  id: z.string(),
  timezone: z.string(),
  reminder_lead_minutes: z.int(),
  quiet_hours: z.object({ from: z.string(), to: z.string() }).nullable(),
});

/** A person's tasks that they may have to be reminded of, and the days that occurrences of the series may be on. */
const Due = z.object({ person: Reminded, from: Day, to: Day, tasks: z.array(Task), series: z.array(Series) });
export type Due = z.infer<typeof Due>;

/** Open tasks of a person on a day, and series that may happen then. */
const OpenTasks = z.object({ day: Day, tasks: z.array(Task), series: z.array(Series) });
export type OpenTasks = z.infer<typeof OpenTasks>;

/** A person whose day begins, at `starts_at` (HH:MM) on their clock. */
const BriefDue = OpenTasks.extend({ person: Reminded, starts_at: z.string() });
export type BriefDue = z.infer<typeof BriefDue>;

/** A message to be claimed: of a task or the occurrence of a series at its time, or of a person's day. */
export type Claim = {
  user_id: string;
  kind: 'task' | 'brief';
  task_id: string;
  scheduled_at: string;
  remind_at: string;
};

/** A message to be sent, and what its task or its day is now. */
const Taken = z.object({
  id: z.string(),
  kind: z.enum(['task', 'brief', 'notice']),
  task_id: z.string(),
  scheduled_at: Instant,
  /** Of an occurrence its day in the series, of a brief its day. */
  day: Day.nullable(),
  timezone: z.string(),
  message: z.object({ title: z.string(), body: z.string(), goal_id: z.string() }).nullable(),
  /** Null for one that is gone, and for an occurrence of which nothing became yet. */
  task: Task.nullable(),
  series: Series.nullable(),
  today: OpenTasks.nullable(),
  subscriptions: z.array(Target),
});
export type Taken = z.infer<typeof Taken>;

/** Returns what may have to be reminded of until then, of everybody who can be reached. */
export async function tasksToRemind(until: Date): Promise<Due[]> {
  return readEach(
    Due,
    await asService((db) => db.rpc('tasks_to_remind', { p_until: until.toISOString() })),
    'reminders',
  );
}

/** Everybody who can be reached and whose day begins until then. */
export async function briefsDue(until: Date): Promise<BriefDue[]> {
  return readEach(
    BriefDue,
    await asService((db) => db.rpc('briefs_due', { p_until: until.toISOString() })),
    'reminders',
  );
}

/** Owes events again for reminders whose run was lost. @returns for how many reminders */
export async function oweLostReminders(): Promise<number> {
  return asService((db) => db.rpc('owe_lost_reminders'));
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
  return { taken: answer.taken, reminders: readEach(Taken, answer.reminders, 'reminders') };
}

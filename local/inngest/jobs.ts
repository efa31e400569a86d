/** Work that is due at some time. The rows are the truth; the queue holds a copy of them in memory. */
import { z } from 'zod';
import type { Tx } from './database.ts';
import { StepResult, StoredEvent } from './protocol.ts';

/** A place that an executing step occupies: at most `limit` steps hold the same key at once. */
export const Slot = z.object({ key: z.string(), limit: z.number() });
export type Slot = z.output<typeof Slot>;

const Work = z.discriminatedUnion('kind', [
  /** Call the app for one step, or with stepId `step` for whatever comes next. */
  z.object({
    kind: z.literal('execute'),
    runId: z.string(),
    functionId: z.string(),
    stepId: z.string(),
    attempt: z.number(),
    slots: z.array(Slot),
    priorityMs: z.number(),
  }),
  /** Settle a step: a sleep is over, a wait timed out, an invoked run ended. */
  z.object({ kind: z.literal('resolve'), runId: z.string(), stepId: z.string(), result: StepResult }),
  z.object({ kind: z.literal('start-timeout'), runId: z.string() }),
  z.object({ kind: z.literal('finish-timeout'), runId: z.string() }),
  /** Start a run with the events collected so far. */
  z.object({
    kind: z.literal('debounce'),
    functionId: z.string(),
    event: StoredEvent,
    firstAt: z.number(),
  }),
  z.object({ kind: z.literal('batch'), functionId: z.string(), events: z.array(StoredEvent) }),
  z.object({ kind: z.literal('cron'), functionId: z.string(), cron: z.string() }),
]);
export type Work = z.output<typeof Work>;
export type WorkOf<Kind extends Work['kind']> = Extract<Work, { kind: Kind }>;

/** A piece of work and the instant it is due, in ms since the epoch. */
export interface Job {
  id: string;
  dueAt: number;
  work: Work;
}

interface JobRow {
  id: string;
  due_at: Date;
  work: unknown;
}

const toJob = (row: JobRow): Job => ({ id: row.id, dueAt: row.due_at.getTime(), work: Work.parse(row.work) });

/** Every job there is, for filling the queue at start. */
export async function loadJobs(tx: Tx): Promise<Job[]> {
  return (await tx.query<JobRow>('select id, due_at, work from jobs order by id')).map(toJob);
}

/** The job with a key, if there is one. */
export async function findJob(tx: Tx, key: string): Promise<Job | null> {
  const [row] = await tx.query<JobRow>('select id, due_at, work from jobs where key = $1', [key]);
  return row ? toJob(row) : null;
}

/** Adds a job; one that exists with the same key is replaced. */
export async function putJob(tx: Tx, work: Work, dueAt: number, key?: string): Promise<void> {
  const runId = 'runId' in work ? work.runId : null;
  const [row] = await tx.query<{ id: string }>(
    `insert into jobs (run_id, key, due_at, work) values ($1, $2, $3, $4)
     on conflict (key) do update set due_at = excluded.due_at, work = excluded.work
     returning id`,
    [runId, key ?? null, new Date(dueAt), JSON.stringify(work)],
  );
  if (row) tx.changes.put.push({ id: row.id, dueAt, work });
}

/** Gives a job another time, and other work to do then. */
export async function changeJob(tx: Tx, id: string, work: Work, dueAt: number): Promise<void> {
  const rows = await tx.query('update jobs set due_at = $2, work = $3 where id = $1 returning id', [
    id,
    new Date(dueAt),
    JSON.stringify(work),
  ]);
  if (rows.length > 0) tx.changes.put.push({ id, dueAt, work });
}

/** Removes one job by its id. */
export async function removeJob(tx: Tx, id: string): Promise<void> {
  await remove(tx, 'id = $1', id);
}

/** Removes the job with a key, if there is one. */
export async function removeJobByKey(tx: Tx, key: string): Promise<void> {
  await remove(tx, 'key = $1', key);
}

/** Removes whatever is still planned for a run. */
export async function removeJobsOfRun(tx: Tx, runId: string): Promise<void> {
  await remove(tx, 'run_id = $1', runId);
}

async function remove(tx: Tx, condition: string, value: string): Promise<void> {
  const rows = await tx.query<{ id: string }>(`delete from jobs where ${condition} returning id`, [value]);
  tx.changes.removed.push(...rows.map((row) => row.id));
}

/** The key of the job that settles a step. */
export const resolveKey = (runId: string, stepId: string): string => `resolve ${runId} ${stepId}`;

/** The key of the job that cancels a run which has not started in time. */
export const startTimeoutKey = (runId: string): string => `start-timeout ${runId}`;

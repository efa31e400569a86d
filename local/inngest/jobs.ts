/** The rows of the work that is due at some time: they are the truth; the queue holds a copy of them in memory. */
import type { Tx } from './database.ts';
import { type Job, Work } from './work.ts';

interface JobRow {
  id: string;
  due_at: Date;
  work: unknown;
}

const toJob = (row: JobRow): Job => ({ id: row.id, dueAt: row.due_at.getTime(), work: Work.parse(row.work) });

/** Returns every job there is, for filling the queue at start. */
export async function loadJobs(tx: Tx): Promise<Job[]> {
  return (await tx.query<JobRow>('select id, due_at, work from jobs order by id')).map(toJob);
}

/** Returns the job with a key, if there is one. */
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

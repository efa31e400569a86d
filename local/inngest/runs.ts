/** Runs: their beginning, the state between two calls to the app, and their end. */
import { z } from 'zod';
import type { Tx } from './database.ts';
import { emit } from './events.ts';
import { putJob, removeJobsOfRun } from './jobs.ts';
import { InngestEvent, internalEvents, type RunError, type RunStatus, type StoredEvent } from './protocol.ts';
import { ConcurrencySlot } from './work.ts';

/** A run that has not ended. */
export interface Run {
  id: string;
  functionId: string;
  events: InngestEvent[];
  slots: ConcurrencySlot[];
  /** Parallel steps are under way: the app must plan what it finds, not run it at once. */
  forcePlan: boolean;
  startedAt: Date | null;
}

interface RunRow {
  id: string;
  function_id: string;
  events: unknown;
  slots: unknown;
  force_plan: boolean;
  started_at: Date | null;
}

const COLUMNS = 'id, function_id, events, slots, force_plan, started_at';

const toRun = (row: RunRow): Run => ({
  id: row.id,
  functionId: row.function_id,
  events: z.array(InngestEvent).parse(row.events),
  slots: z.array(ConcurrencySlot).parse(row.slots),
  forcePlan: row.force_plan,
  startedAt: row.started_at,
});

type Planned = Pick<Run, 'id' | 'functionId' | 'slots'>;

/** Stores a run for an event and its first job, due at `startAt` (ms since the epoch). */
export async function createRun(tx: Tx, run: Planned, { internalId, event }: StoredEvent, startAt: number) {
  await tx.query('insert into runs (id, function_id, events, event_ids, slots) values ($1, $2, $3, $4, $5)', [
    run.id,
    run.functionId,
    JSON.stringify([event]),
    [internalId],
    JSON.stringify(run.slots),
  ]);
  await planCall(tx, run, 'step', startAt);
}

/** Plans a call to the app for one step, or with `step` for whatever comes next. */
export async function planCall(tx: Tx, run: Planned, stepId: string, dueAt: number): Promise<void> {
  const { id: runId, functionId, slots } = run;
  await putJob(tx, { kind: 'execute', runId, functionId, stepId, attempt: 0, slots }, dueAt);
}

/** Returns a run as it stands, or null when it has ended. */
export async function loadRun(tx: Tx, id: string): Promise<Run | null> {
  const [row] = await tx.query<RunRow>(`select ${COLUMNS} from runs where id = $1 and status = 'Running'`, [id]);
  return row ? toRun(row) : null;
}

/**
 * Returns a run as it stands, locked until the transaction ends: whatever changes a run's steps or status holds this lock. It does not
 * keep others from adding rows that refer to the run.
 */
export async function lockRun(tx: Tx, id: string): Promise<Run | null> {
  const [row] = await tx.query<RunRow>(
    `select ${COLUMNS} from runs where id = $1 and status = 'Running' for no key update`,
    [id],
  );
  return row ? toRun(row) : null;
}

/** The end of a run. */
export type Ending =
  | { status: 'Completed'; output: unknown }
  | { status: 'Failed'; error: RunError }
  | { status: 'Cancelled'; reason: string };

const lifecycleEvents: readonly string[] = [internalEvents.failed, internalEvents.finished, internalEvents.cancelled];

/**
 * Ends a run: its jobs are dropped and its end is announced. Nothing happens when it has ended before. The end of a run that
 * itself answers the end of another is not announced, as on Inngest: a failing failure handler would start itself for ever.
 */
export async function endRun(tx: Tx, run: Run, ending: Ending): Promise<void> {
  const output = ending.status === 'Completed' ? ending.output : null;
  const error = errorOf(ending);
  const ended = await tx.query(
    `update runs set status = $2, output = $3, error = $4, ended_at = now()
     where id = $1 and status = 'Running' returning id`,
    [run.id, ending.status satisfies RunStatus, JSON.stringify(output ?? null), error && JSON.stringify(error)],
  );
  if (ended.length === 0) return;
  await removeJobsOfRun(tx, run.id);
  if (!run.events.some(({ name }) => lifecycleEvents.includes(name))) await announce(tx, run, ending, error);
}

function errorOf(ending: Ending): RunError | null {
  if (ending.status === 'Failed') return ending.error;
  if (ending.status === 'Cancelled') return { name: 'Error', message: `function cancelled: ${ending.reason}` };
  return null;
}

async function announce(tx: Tx, run: Run, ending: Ending, error: RunError | null): Promise<void> {
  const about = { function_id: run.functionId, run_id: run.id, event: run.events[0], events: run.events };
  if (ending.status === 'Cancelled') {
    await emit(tx, internalEvents.cancelled, { ...about, error });
    return;
  }
  if (ending.status === 'Failed') await emit(tx, internalEvents.failed, { ...about, error });
  const outcome = ending.status === 'Completed' ? { result: ending.output } : { error };
  await emit(tx, internalEvents.finished, { ...about, ...outcome });
}

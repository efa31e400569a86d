/** Runs: their beginning, the state between two calls to the app, and their end. */
import { z } from 'zod';
import type { Tx } from './database.ts';
import { emit } from './events.ts';
import { putJob, removeJobsOfRun, resolveKey, Slot } from './jobs.ts';
import {
  InngestEvent,
  internalEvents,
  type RunError,
  type RunStatus,
  type StepResult,
  type StoredEvent,
} from './protocol.ts';

/** A run that has not ended. */
export interface Run {
  id: string;
  functionId: string;
  events: InngestEvent[];
  slots: Slot[];
  priorityMs: number;
  parent: { runId: string; stepId: string } | null;
  /** Parallel steps are under way: the app must plan what it finds, not run it at once. */
  forcePlan: boolean;
  createdAt: Date;
  startedAt: Date | null;
}

/** What a run is created with. */
export interface NewRun {
  id: string;
  functionId: string;
  events: StoredEvent[];
  slots: Slot[];
  priorityMs: number;
  idempotencyKey?: string | null;
  rateKey?: string | null;
  singletonKey?: string | null;
  parent?: { runId: string; stepId: string };
}

interface RunRow {
  id: string;
  function_id: string;
  events: unknown;
  slots: unknown;
  priority_ms: number;
  parent_run_id: string | null;
  parent_step_id: string | null;
  force_plan: boolean;
  created_at: Date;
  started_at: Date | null;
}

const COLUMNS = `id, function_id, events, slots, priority_ms, parent_run_id, parent_step_id, force_plan, created_at,
  started_at`;

const toRun = (row: RunRow): Run => ({
  id: row.id,
  functionId: row.function_id,
  events: z.array(InngestEvent).parse(row.events),
  slots: z.array(Slot).parse(row.slots),
  priorityMs: row.priority_ms,
  parent: row.parent_run_id && row.parent_step_id ? { runId: row.parent_run_id, stepId: row.parent_step_id } : null,
  forcePlan: row.force_plan,
  createdAt: row.created_at,
  startedAt: row.started_at,
});

/** Stores a run and its first job, due at `startAt` (ms since the epoch). */
export async function createRun(tx: Tx, run: NewRun, startAt: number): Promise<void> {
  await tx.query(
    `insert into runs (id, function_id, events, event_ids, slots, priority_ms, idempotency_key, rate_key,
       singleton_key, parent_run_id, parent_step_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      run.id,
      run.functionId,
      JSON.stringify(run.events.map(({ event }) => event)),
      run.events.map(({ internalId }) => internalId),
      JSON.stringify(run.slots),
      run.priorityMs,
      run.idempotencyKey ?? null,
      run.rateKey ?? null,
      run.singletonKey ?? null,
      run.parent?.runId ?? null,
      run.parent?.stepId ?? null,
    ],
  );
  await planCall(tx, run, 'step', startAt);
}

/** Plans a call to the app for one step, or with `step` for whatever comes next. */
export async function planCall(
  tx: Tx,
  run: Pick<Run, 'id' | 'functionId' | 'slots' | 'priorityMs'>,
  stepId: string,
  dueAt: number,
): Promise<void> {
  const { id: runId, functionId, slots, priorityMs } = run;
  await putJob(tx, { kind: 'execute', runId, functionId, stepId, attempt: 0, slots, priorityMs }, dueAt);
}

/** A run as it stands, or null when it has ended. */
export async function loadRun(tx: Tx, id: string): Promise<Run | null> {
  const [row] = await tx.query<RunRow>(`select ${COLUMNS} from runs where id = $1 and status = 'Running'`, [id]);
  return row ? toRun(row) : null;
}

/**
 * The same, locked until the transaction ends: whatever changes a run's steps or status holds this lock. It does not
 * keep others from adding rows that refer to the run, so a child that ends never waits for its parent.
 */
export async function lockRun(tx: Tx, id: string): Promise<Run | null> {
  const [row] = await tx.query<RunRow>(
    `select ${COLUMNS} from runs where id = $1 and status = 'Running' for no key update`,
    [id],
  );
  return row ? toRun(row) : null;
}

/** The runs of a function that have not ended. */
export async function activeRuns(tx: Tx, functionId: string): Promise<Run[]> {
  const rows = await tx.query<RunRow>(
    `select ${COLUMNS} from runs where function_id = $1 and status = 'Running' order by id`,
    [functionId],
  );
  return rows.map(toRun);
}

/** Notes that the app has been called for the first time. */
export async function markStarted(tx: Tx, runId: string, nowMs: number): Promise<void> {
  await tx.query('update runs set started_at = $2 where id = $1', [runId, new Date(nowMs)]);
}

/** How a run ends. */
export type Ending =
  | { status: 'Completed'; output: unknown }
  | { status: 'Failed'; error: RunError }
  | { status: 'Cancelled'; reason: string };

const lifecycleEvents: readonly string[] = [internalEvents.failed, internalEvents.finished, internalEvents.cancelled];

/**
 * Ends a run: its jobs are dropped, its end is announced, and the step that invoked it gets its result. Nothing happens
 * when it has ended before. The end of a run that itself answers the end of another is not announced, as on Inngest: a
 * failing failure handler would otherwise start itself for ever.
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
  if (run.parent) {
    const { runId, stepId } = run.parent;
    const result: StepResult = error ? { type: 'error', error } : { type: 'data', data: output };
    // A parent that has ended meanwhile is gone from `runs` or ignores the job.
    if (await loadRun(tx, runId)) {
      await putJob(tx, { kind: 'resolve', runId, stepId, result }, Date.now(), resolveKey(runId, stepId));
    }
  }
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

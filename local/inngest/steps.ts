/** The steps of a run: planned, then completed once. Their results are the state that the app is called with. */
import type { Tx } from './database.ts';
import type { Op, StepResult } from './protocol.ts';
import { endRun, planCall, type Run } from './runs.ts';

/** Inngest's limits: steps in a run, bytes of one step's output, bytes of all of them. */
const STEPS_MAX = 1000;
const STEP_BYTES_MAX = 4 * 1024 * 1024;
const STATE_BYTES_MAX = 32 * 1024 * 1024;

/** A limit of Inngest that a run went over. */
class LimitExceeded extends Error {}

/** Runs work for a locked run, and fails the run where it goes over a limit of Inngest's. @returns true if it did not */
export async function withinLimits(tx: Tx, run: Run, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof LimitExceeded)) throw error;
    await endRun(tx, run, { status: 'Failed', error: { name: 'Error', message: error.message } });
    return false;
  }
}

/** Returns the name under which people know a step. */
export const stepName = (op: Op): string => op.displayName ?? op.name ?? op.id;

/** Results by step id, as the SDK takes them, and the order in which the steps were completed. */
export async function loadState(tx: Tx, runId: string): Promise<{ steps: Record<string, unknown>; stack: string[] }> {
  const rows = await tx.query<{ id: string; result: unknown }>(
    'select id, result from steps where run_id = $1 and position is not null order by position',
    [runId],
  );
  return { steps: Object.fromEntries(rows.map((row) => [row.id, row.result])), stack: rows.map((row) => row.id) };
}

/** Returns the display name of a step that the run has planned, for the trace. */
export async function plannedStepName(tx: Tx, runId: string, stepId: string): Promise<string | null> {
  const [row] = await tx.query<{ name: string }>('select name from steps where run_id = $1 and id = $2', [
    runId,
    stepId,
  ]);
  return row?.name ?? null;
}

/**
 * Adds a step that will be completed later. Returns false when the run knows it already (the SDK reports what it still
 * waits for on every call). Throws LimitExceeded at the 1001st.
 */
export async function planStep(tx: Tx, runId: string, op: Op): Promise<boolean> {
  const added = await tx.query(
    `insert into steps (run_id, id, op, name, eager) values ($1, $2, $3, $4, $5) on conflict do nothing returning id`,
    [runId, op.id, op.op, stepName(op), op.opts?.parallelMode === 'race'],
  );
  if (added.length === 0) return false;
  const [row] = await tx.query<{ count: number }>('select count(*)::integer as count from steps where run_id = $1', [
    runId,
  ]);
  if ((row?.count ?? 0) > STEPS_MAX) throw new LimitExceeded(`the run exceeded the limit of ${STEPS_MAX} steps`);
  return true;
}

/**
 * Completes a planned step and plans the next look at the function if it is time for one. Nothing happens when it was
 * completed before. As {@link storeResult} otherwise.
 */
export async function completeStep(tx: Tx, run: Run, stepId: string, result: StepResult): Promise<void> {
  const { isNew, isTime } = await storeResult(tx, run, stepId, result);
  if (isNew && isTime) await planCall(tx, run, 'step', Date.now());
}

/**
 * Keeps the result of a planned step, unless it has one. The run must be locked.
 * Throws LimitExceeded when the result or the state of the run becomes too large.
 * @returns whether it is the step's first, and whether it is time for the next look at the function: once everything planned
 * is completed, and at once where the step is part of a race
 */
export async function storeResult(tx: Tx, run: Run, stepId: string, result: StepResult) {
  const json = JSON.stringify(result);
  const bytes = Buffer.byteLength(json);
  const [step] = await tx.query<{ name: string; eager: boolean }>(
    `update steps
     set result = $3, position = (select coalesce(max(position), 0) + 1 from steps where run_id = $1)
     where run_id = $1 and id = $2 and position is null
     returning name, eager`,
    [run.id, stepId, json],
  );
  if (!step) return { isNew: false, isTime: (await pendingSteps(tx, run.id)) === 0 };
  if (bytes > STEP_BYTES_MAX) throw new LimitExceeded(`the output of step "${step.name}" is larger than 4 MB`);
  const [state] = await tx.query<{ bytes: number; pending: number }>(
    `update runs set
       state_bytes = state_bytes + $2,
       force_plan = force_plan and exists (select from steps where run_id = $1 and position is null)
     where id = $1
     returning state_bytes as bytes,
       (select count(*)::integer from steps where run_id = $1 and position is null) as pending`,
    [run.id, bytes],
  );
  if ((state?.bytes ?? 0) > STATE_BYTES_MAX) throw new LimitExceeded('the steps of the run hold more than 32 MB');
  return { isNew: true, isTime: state?.pending === 0 || step.eager };
}

async function pendingSteps(tx: Tx, runId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    'select count(*)::integer as count from steps where run_id = $1 and position is null',
    [runId],
  );
  return row?.count ?? 0;
}

/** Makes the app plan the steps that it finds from now on, instead of running a single one at once. */
export async function forcePlan(tx: Tx, runId: string): Promise<void> {
  await tx.query('update runs set force_plan = true where id = $1', [runId]);
}

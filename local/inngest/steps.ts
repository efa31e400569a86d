/** The steps of a run: planned, then settled once. What is settled is the state that the app is called with. */
import type { Tx } from './database.ts';
import { removeJobByKey, resolveKey } from './jobs.ts';
import type { Op, StepResult } from './protocol.ts';
import { planCall, type Run } from './runs.ts';

/** Inngest's limits: steps in a run, bytes of one step's output, bytes of all of them. */
const STEPS_MAX = 1000;
const STEP_BYTES_MAX = 4 * 1024 * 1024;
const STATE_BYTES_MAX = 32 * 1024 * 1024;

/** A limit of Inngest that a run went over; the run fails with this message. */
export class LimitExceeded extends Error {}

/** The name under which people know a step. */
export const stepName = (op: Op): string => op.displayName ?? op.name ?? op.id;

/** Results by step id, as the SDK takes them, and the order in which the steps were settled. */
export async function loadState(tx: Tx, runId: string): Promise<{ steps: Record<string, unknown>; stack: string[] }> {
  const rows = await tx.query<{ id: string; result: unknown }>(
    'select id, result from steps where run_id = $1 and position is not null order by position',
    [runId],
  );
  return { steps: Object.fromEntries(rows.map((row) => [row.id, row.result])), stack: rows.map((row) => row.id) };
}

/** The display name of a step that the run has planned, for the trace. */
export async function plannedStepName(tx: Tx, runId: string, stepId: string): Promise<string | null> {
  const [row] = await tx.query<{ name: string }>('select name from steps where run_id = $1 and id = $2', [
    runId,
    stepId,
  ]);
  return row?.name ?? null;
}

/** What a waiting step is woken by: the event or signal of this name, if the condition holds. */
export interface WaitFor {
  name: string;
  condition: string | null;
}

/**
 * Adds a step that is to be settled later. Returns false when the run knows it already (the SDK reports what it still
 * waits for on every call). Throws LimitExceeded at the 1001st.
 */
export async function planStep(tx: Tx, runId: string, op: Op, waitFor?: WaitFor): Promise<boolean> {
  const added = await tx.query(
    `insert into steps (run_id, id, op, name, wait_for, condition, eager) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict do nothing returning id`,
    [
      runId,
      op.id,
      op.op,
      stepName(op),
      waitFor?.name ?? null,
      waitFor?.condition ?? null,
      op.opts?.parallelMode === 'race',
    ],
  );
  if (added.length === 0) return false;
  const [row] = await tx.query<{ count: number }>('select count(*)::integer as count from steps where run_id = $1', [
    runId,
  ]);
  if ((row?.count ?? 0) > STEPS_MAX) throw new LimitExceeded(`the run exceeded the limit of ${STEPS_MAX} steps`);
  return true;
}

/**
 * Settles a planned step and plans the next look at the function if it is time for one. Nothing happens when it was settled
 * before. As {@link keepResult} otherwise.
 */
export async function settleStep(tx: Tx, run: Run, stepId: string, result: StepResult): Promise<void> {
  const { isNew, isTime } = await keepResult(tx, run, stepId, result);
  if (isNew && isTime) await planCall(tx, run, 'step', Date.now());
}

/** What became of a result: whether it is the step's first, and whether it is time for the next look at the function. */
export interface Kept {
  isNew: boolean;
  isTime: boolean;
}

/**
 * Keeps the result of a planned step, unless it has one. The run must be locked.
 * Throws LimitExceeded when the result or the state of the run becomes too large.
 * It is time for the next look once everything planned is settled, and at once where the step is part of a race.
 */
export async function keepResult(tx: Tx, run: Run, stepId: string, result: StepResult): Promise<Kept> {
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
  await removeJobByKey(tx, resolveKey(run.id, stepId));
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

/** From now on the app must plan the steps it finds instead of running the only one. */
export async function forcePlan(tx: Tx, runId: string): Promise<void> {
  await tx.query('update runs set force_plan = true where id = $1', [runId]);
}

/** The unsettled steps of running runs that wait for an event or a signal of this name. */
export async function waitingSteps(tx: Tx, op: 'WaitForEvent' | 'WaitForSignal', name: string) {
  return await tx.query<{ run_id: string; id: string; condition: string | null }>(
    `select steps.run_id, steps.id, steps.condition
     from steps join runs on runs.id = steps.run_id
     where steps.wait_for = $1 and steps.op = $2 and steps.position is null and runs.status = 'Running'
     order by steps.run_id`,
    [name, op],
  );
}

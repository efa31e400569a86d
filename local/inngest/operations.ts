/** Turns the operations that an execution reports into the run's next state, inside one transaction. */
import type { Retry } from './app.ts';
import type { Context } from './context.ts';
import type { Tx } from './database.ts';
import { deadlineMs } from './durations.ts';
import { changeJob, putJob, removeJob } from './jobs.ts';
import { type Op, type StepResult, toRunError } from './protocol.ts';
import { endRun, planCall, type Run } from './runs.ts';
import { forcePlan, planStep, storeResult } from './steps.ts';
import type { Job, WorkOf } from './work.ts';

/** An execution that has been answered: the locked run, and the job that it was. */
export interface Call {
  run: Run;
  job: Job & { work: WorkOf<'execute'> };
  attemptsMax: number;
}

/** Inngest's waits before each retry, in seconds, and how much longer each may be by chance (seen on its server). */
const RETRY_WAITS_S = [15, 30, 60, 120, 300, 600, 1200, 3600, 7200] as const;
const RETRY_JITTER_S = 30;

/** Returns how long the server waits after an attempt (counted from 0), in ms. */
export function retryWaitMs(attempt: number): number {
  const seconds = RETRY_WAITS_S[Math.min(attempt, RETRY_WAITS_S.length - 1)] ?? 0;
  return (seconds + Math.random() * RETRY_JITTER_S) * 1000;
}

/** Plans the next attempt of a call, with the app's or the default delay. Returns false when there are none left. */
export async function retryLater(tx: Tx, context: Context, { job, attemptsMax }: Call, retry: Retry): Promise<boolean> {
  const { attempt } = job.work;
  if (!retry.allowed || attempt + 1 >= attemptsMax) return false;
  const delayMs = retry.afterMs ?? retryWaitMs(attempt) * context.retryFactor;
  await changeJob(tx, job.id, { ...job.work, attempt: attempt + 1 }, Date.now() + delayMs);
  return true;
}

/**
 * Applies what an execution reported: stores what ran, plans what is wanted next, ends the run when it is complete or
 * asks for what this runner cannot do. Throws LimitExceeded when the run goes over one of Inngest's limits.
 */
export async function applyOps(tx: Tx, context: Context, call: Call, ops: Op[], retry: Retry): Promise<void> {
  if (ops.length > 1) await forcePlan(tx, call.run.id);
  let again = false;
  for (const op of ops) {
    if (op.op === 'StepError') again = await failStep(tx, context, call, op, retry);
    else await applyOp(tx, call.run, op);
  }
  if (!again) await removeJob(tx, call.job.id);
}

async function failStep(tx: Tx, context: Context, call: Call, op: Op, retry: Retry): Promise<boolean> {
  if (await retryLater(tx, context, call, retry)) return true;
  await recordStep(tx, call.run, op, { type: 'error', error: toRunError(op.error) });
  return false;
}

async function applyOp(tx: Tx, run: Run, op: Op): Promise<void> {
  const nowMs = Date.now();
  switch (op.op) {
    case 'StepRun':
      return recordStep(tx, run, op, { type: 'data', data: op.data ?? null });
    case 'StepFailed':
      return recordStep(tx, run, op, { type: 'error', error: toRunError(op.error) });
    case 'StepPlanned':
      if (await planStep(tx, run.id, op)) await planCall(tx, run, op.id, nowMs);
      return;
    case 'Sleep':
      if (!(await planStep(tx, run.id, op))) return;
      return putJob(tx, { kind: 'resolve', runId: run.id, stepId: op.id }, deadlineMs(op.name ?? '', nowMs));
    case 'RunComplete':
      return endRun(tx, run, { status: 'Completed', output: op.data ?? null });
    default: {
      const message = `the operation ${op.op} is not supported by the local runner; use the Inngest dev server for it`;
      return endRun(tx, run, { status: 'Failed', error: { name: 'Error', message } });
    }
  }
}

async function recordStep(tx: Tx, run: Run, op: Op, result: StepResult): Promise<void> {
  await planStep(tx, run.id, op);
  // Its report may have been kept before, and the answer to it lost: the next look is owed all the same.
  const { isTime } = await storeResult(tx, run, op.id, result);
  if (isTime) await planCall(tx, run, 'step', Date.now());
}

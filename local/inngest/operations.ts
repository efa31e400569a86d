/** Turns the operations that an execution reports into the run's next state, inside one transaction. */
import { z } from 'zod';
import { start } from './admission.ts';
import type { Retry } from './app.ts';
import type { Context } from './context.ts';
import type { Tx } from './database.ts';
import { deadlineMs } from './durations.ts';
import { emit } from './events.ts';
import { changeJob, type Job, putJob, removeJob, resolveKey, type WorkOf } from './jobs.ts';
import { internalEvents, type Op, type StepResult, toRunError } from './protocol.ts';
import { endRun, planCall, type Run } from './runs.ts';
import { forcePlan, keepResult, planStep, settleStep, type WaitFor } from './steps.ts';

/** An execution that has been answered: the locked run, and the job that it was. */
export interface Call {
  run: Run;
  job: Job & { work: WorkOf<'execute'> };
  attemptsMax: number;
}

const WaitOptions = z.object({ timeout: z.string(), if: z.string().nullish() });
const SignalOptions = z.object({ timeout: z.string(), signal: z.string() });
const InvokeOptions = z.object({
  function_id: z.string(),
  payload: z.object({ data: z.record(z.string(), z.unknown()).nullish() }).nullish(),
  timeout: z.string().nullish(),
});

/** The function that an operation wants to invoke, or null when it is another operation. */
export function invokedFunction(op: Op): string | null {
  return op.op === 'InvokeFunction' ? InvokeOptions.parse(op.opts).function_id : null;
}

/** Inngest's waits before each retry, in seconds, and how much longer each may be by chance (seen on its server). */
const RETRY_WAITS_S = [15, 30, 60, 120, 300, 600, 1200, 3600, 7200] as const;
const RETRY_JITTER_S = 30;

function waitMs(attempt: number): number {
  const seconds = RETRY_WAITS_S[Math.min(attempt, RETRY_WAITS_S.length - 1)] ?? 0;
  return (seconds + Math.random() * RETRY_JITTER_S) * 1000;
}

/** Plans the next attempt of a call, with the app's or the default delay. Returns false when there are none left. */
export async function retryLater(tx: Tx, context: Context, { job, attemptsMax }: Call, retry: Retry): Promise<boolean> {
  const { attempt } = job.work;
  if (!retry.allowed || attempt + 1 >= attemptsMax) return false;
  const delayMs = retry.afterMs ?? waitMs(attempt) * context.retryFactor;
  await changeJob(tx, job.id, { ...job.work, attempt: attempt + 1 }, Date.now() + delayMs);
  return true;
}

/**
 * Applies what an execution reported: settles what ran, plans what is wanted next, ends the run when it is complete or
 * asks for what this runner cannot do. Throws LimitExceeded when the run goes over one of Inngest's limits.
 */
export async function applyOps(tx: Tx, context: Context, call: Call, ops: Op[], retry: Retry): Promise<void> {
  if (ops.length > 1) await forcePlan(tx, call.run.id);
  let again = false;
  for (const op of ops) {
    if (op.op === 'StepError') again = await failStep(tx, context, call, op, retry);
    else await applyOp(tx, context, call.run, op);
  }
  if (!again) await removeJob(tx, call.job.id);
}

async function failStep(tx: Tx, context: Context, call: Call, op: Op, retry: Retry): Promise<boolean> {
  if (await retryLater(tx, context, call, retry)) return true;
  await settle(tx, call.run, op, { type: 'error', error: toRunError(op.error) });
  return false;
}

async function applyOp(tx: Tx, context: Context, run: Run, op: Op): Promise<void> {
  const nowMs = Date.now();
  switch (op.op) {
    case 'StepRun':
      return settle(tx, run, op, { type: 'data', data: op.data ?? null });
    case 'StepFailed':
      return settle(tx, run, op, { type: 'error', error: toRunError(op.error) });
    case 'StepPlanned':
      if (await planStep(tx, run.id, op)) await planCall(tx, run, op.id, nowMs);
      return;
    case 'Sleep':
      return wait(tx, run, op, deadlineMs(op.name ?? '', nowMs));
    case 'WaitForEvent': {
      const options = WaitOptions.parse(op.opts);
      const waitFor = { name: op.name ?? '', condition: options.if ?? null };
      return wait(tx, run, op, deadlineMs(options.timeout, nowMs), waitFor);
    }
    case 'WaitForSignal': {
      const options = SignalOptions.parse(op.opts);
      return wait(tx, run, op, deadlineMs(options.timeout, nowMs), { name: options.signal, condition: null });
    }
    case 'InvokeFunction':
      return invoke(tx, context, run, op);
    case 'RunComplete':
      return endRun(tx, run, { status: 'Completed', output: op.data ?? null });
    default: {
      const message = `the operation ${op.op} is not supported by the local runner; use the Inngest dev server for it`;
      return endRun(tx, run, { status: 'Failed', error: { name: 'Error', message } });
    }
  }
}

async function settle(tx: Tx, run: Run, op: Op, result: StepResult): Promise<void> {
  await planStep(tx, run.id, op);
  // Its report may have been kept before, and the answer to it lost: the next look is owed all the same.
  const { isTime } = await keepResult(tx, run, op.id, result);
  if (isTime) await planCall(tx, run, 'step', Date.now());
}

/** Plans a step that is over, with null, at `dueAt`, unless it is settled by something else before. */
async function wait(tx: Tx, run: Run, op: Op, dueAt: number, waitFor?: WaitFor): Promise<void> {
  if (!(await planStep(tx, run.id, op, waitFor))) return;
  const work = { kind: 'resolve', runId: run.id, stepId: op.id, result: null } as const;
  await putJob(tx, work, dueAt, resolveKey(run.id, op.id));
}

async function invoke(tx: Tx, context: Context, run: Run, op: Op): Promise<void> {
  const options = InvokeOptions.parse(op.opts);
  if (!(await planStep(tx, run.id, op))) return;
  const fn = context.functions.get(options.function_id);
  const fail = (name: string, message: string): StepResult => ({ type: 'error', error: { name, message } });
  if (!fn) {
    return settleStep(tx, run, op.id, fail('Error', `the app serves no function "${options.function_id}"`));
  }
  if (options.timeout) {
    const result = fail('InngestInvokeTimeoutError', 'timed out waiting for the invoked function');
    const work = { kind: 'resolve', runId: run.id, stepId: op.id, result } as const;
    await putJob(tx, work, deadlineMs(options.timeout, Date.now()), resolveKey(run.id, op.id));
  }
  const about = { fn_id: fn.id, source_fn_id: run.functionId, correlation_id: `${run.id}.${op.id}` };
  const event = await emit(tx, internalEvents.invoked, { ...options.payload?.data, _inngest: about }, true);
  const started = await start(tx, fn, [event], context.log, { parent: { runId: run.id, stepId: op.id } });
  if (!started) await settleStep(tx, run, op.id, fail('Error', `"${fn.id}" is running already (singleton)`));
}

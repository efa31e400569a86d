/** One execution: gather the run's state, call the app, keep what it answers. */
import type { Answer } from './app.ts';
import type { Context, Execution } from './context.ts';
import type { Tx } from './database.ts';
import { deadlineMs } from './durations.ts';
import { ulid } from './ids.ts';
import { putJob, removeJob } from './jobs.ts';
import { applyOps, type Call, retryLater } from './operations.ts';
import { type Checkpoint, type FunctionConfig, maxAttempts, type Op } from './protocol.ts';
import { endRun, loadRun, lockRun, type Run } from './runs.ts';
import { loadState, plannedStepName, planStep, stepName, storeResult, withinLimits } from './steps.ts';

type ExecuteJob = Call['job'];

/** Tries of a function that the app no longer serves. */
const ATTEMPTS_UNKNOWN = 4;

/**
 * Calls the app for a job and moves its run on. The job stays, to be run again as it is, when the app could not be
 * reached or Postgres failed, and when the process dies: a step may run twice, never be skipped.
 */
export async function execute(context: Context, job: ExecuteJob): Promise<void> {
  const { runId, functionId } = job.work;
  const fn = await context.functions.find(functionId);
  const attemptsMax = fn ? maxAttempts(fn) : ATTEMPTS_UNKNOWN;
  const executionId = ulid();
  const prepared = await context.db.transaction((tx) => prepare(tx, job, { fn, attemptsMax, executionId }));
  if (!prepared) return;
  const given = new AbortController();
  const execution: Execution = { job, since: performance.now(), hasReported: false, abort: () => given.abort() };
  context.executions.set(executionId, execution);
  const answered = fn
    ? await context.app.execute({ ...job.work, body: prepared.body, signal: given.signal })
    : failure(`the app serves no function "${functionId}" any more`);
  context.executions.delete(executionId);
  if (answered.kind === 'stopped') return;
  // A reported step proves that the app was reached.
  const answer = answered.kind === 'unreached' && execution.hasReported ? failure(answered.reason) : answered;
  if (answer.kind === 'unreached') {
    context.log(`${answer.reason}; the run waits for it`, { function: functionId, run: runId });
    return;
  }
  await context.db.transaction(async (tx) => {
    const run = await lockRun(tx, runId);
    // Cancelled meanwhile, and the job with it: the step has run, its result is dropped.
    if (!run) return;
    if (answer.kind === 'error') {
      const { attempt } = job.work;
      context.log('an execution failed', { function: functionId, run: runId, attempt, error: answer.error.message });
    }
    await note(tx, execution, prepared.stepName, summary(answer));
    await withinLimits(tx, run, () => apply(tx, context, { run, job, attemptsMax }, answer));
    await cancelIfOverdue(tx, run, fn);
  });
}

/**
 * Keeps the steps that an execution reports while it goes on, so that they never run again.
 * @returns whether it may go on: not when its run has ended, and not when nobody waits for its answer any more, as after a
 * restart of the runner, which has begun the same steps anew
 */
export async function storeCheckpoint(context: Context, runId: string, { qi_id, steps }: Checkpoint): Promise<boolean> {
  const execution = context.executions.get(qi_id);
  if (execution?.job.work.runId !== runId) return false;
  return await context.db.transaction(async (tx) => {
    const run = await lockRun(tx, runId);
    // It may have been given up while this waited.
    if (!run || !context.executions.has(qi_id)) return false;
    execution.hasReported = true;
    let isNew = false;
    const isWithin = await withinLimits(tx, run, async () => {
      for (const op of steps) {
        await planStep(tx, runId, op);
        isNew = (await storeResult(tx, run, op.id, { type: 'data', data: op.data ?? null })).isNew || isNew;
      }
    });
    if (isNew || !isWithin) await note(tx, execution, 'step', summaryOf(steps));
    if (!isWithin) return false;
    return !(await cancelIfOverdue(tx, run, context.functions.get(run.functionId)));
  });
}

/** Returns the body of the call, or null, with the job removed, when the run has ended. */
async function prepare(
  tx: Tx,
  job: ExecuteJob,
  { fn, attemptsMax, executionId }: { fn: FunctionConfig | undefined; attemptsMax: number; executionId: string },
) {
  const { runId, stepId, attempt } = job.work;
  const run = await loadRun(tx, runId);
  if (!run) {
    await removeJob(tx, job.id);
    return null;
  }
  if (!run.startedAt) await begin(tx, run, fn);
  const { steps, stack } = await loadState(tx, runId);
  const name = stepId === 'step' ? 'step' : ((await plannedStepName(tx, runId, stepId)) ?? stepId);
  return { stepName: name, body: requestBody(run, { steps, stack, attempt, attemptsMax, executionId }) };
}

interface State {
  steps: Record<string, unknown>;
  stack: string[];
  attempt: number;
  attemptsMax: number;
  executionId: string;
}

/** Makes the body of a request. With `fn_id` and `qi_id` the SDK runs step after step in it and reports each (checkpointing). */
function requestBody(run: Run, state: State) {
  return {
    version: 2,
    event: run.events[0],
    events: run.events,
    steps: state.steps,
    defers: {},
    use_api: false,
    ctx: {
      run_id: run.id,
      fn_id: run.functionId,
      qi_id: state.executionId,
      attempt: state.attempt,
      max_attempts: state.attemptsMax,
      disable_immediate_execution: run.forcePlan,
      use_api: false,
      stack: { stack: state.stack, current: state.stack.length },
    },
  };
}

async function begin(tx: Tx, run: Run, fn: FunctionConfig | undefined): Promise<void> {
  const nowMs = Date.now();
  await tx.query('update runs set started_at = $2 where id = $1', [run.id, new Date(nowMs)]);
  const finish = fn?.timeouts?.finish;
  if (finish) await putJob(tx, { kind: 'finish-timeout', runId: run.id }, deadlineMs(finish, nowMs));
}

function failure(message: string): Extract<Answer, { kind: 'error' }> {
  return { kind: 'error', error: { name: 'Error', message }, retry: { allowed: true, afterMs: null } };
}

async function apply(tx: Tx, context: Context, call: Call, answer: Exclude<Answer, { kind: 'unreached' | 'stopped' }>) {
  switch (answer.kind) {
    case 'ops':
      return applyOps(tx, context, call, answer.ops, answer.retry);
    case 'completed':
      return endRun(tx, call.run, { status: 'Completed', output: answer.output });
    case 'error':
      if (await retryLater(tx, context, call, answer.retry)) return;
      return endRun(tx, call.run, { status: 'Failed', error: answer.error });
  }
}

/**
 * Cancels a run whose time is up: a request that was under way then may end the run, but not prolong it.
 * @returns whether the time was up
 */
async function cancelIfOverdue(tx: Tx, run: Run, fn: FunctionConfig | undefined): Promise<boolean> {
  const finish = fn?.timeouts?.finish;
  if (!finish || !run.startedAt || Date.now() < deadlineMs(finish, run.startedAt.getTime())) return false;
  await endRun(tx, run, { status: 'Cancelled', reason: `it did not finish within ${finish}` });
  return true;
}

async function note(tx: Tx, execution: Execution, step: string, answer: string): Promise<void> {
  const { job, since } = execution;
  execution.since = performance.now();
  await tx.query('insert into attempts (run_id, step, attempt, answer, duration_ms) values ($1, $2, $3, $4, $5)', [
    job.work.runId,
    step,
    job.work.attempt,
    answer,
    Math.round(execution.since - since),
  ]);
}

function summary(answer: Answer): string {
  if (answer.kind === 'ops') return summaryOf(answer.ops);
  // Postgres cannot store NUL in text.
  return answer.kind === 'error' ? `error: ${answer.error.message.replaceAll('\0', '').slice(0, 300)}` : answer.kind;
}

const summaryOf = (ops: Op[]): string =>
  ops.map((op) => (op.op === 'RunComplete' ? 'completed' : `${op.op} ${stepName(op)}`)).join(', ');

/** One execution: gather the run's state, call the app, keep what it answers. */
import type { Answer } from './app.ts';
import type { Context, Execution } from './context.ts';
import type { Tx } from './database.ts';
import { deadlineMs } from './durations.ts';
import { ulid } from './ids.ts';
import { putJob, removeJob, removeJobByKey, startTimeoutKey } from './jobs.ts';
import { applyOps, type Call, invokedFunction, retryLater } from './operations.ts';
import { type Checkpoint, type FunctionConfig, maxAttempts, type Op } from './protocol.ts';
import { endRun, loadRun, lockRun, markStarted, type Run } from './runs.ts';
import { keepResult, LimitExceeded, loadState, plannedStepName, planStep, stepName } from './steps.ts';

type ExecuteJob = Call['job'];

/** How often a function that the app no longer serves is asked for. */
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
    : notServed(functionId);
  context.executions.delete(executionId);
  if (answered.kind === 'stopped') return;
  // Whatever has reported steps has been reached.
  const answer = answered.kind === 'unreached' && execution.hasReported ? broken(answered.reason) : answered;
  if (answer.kind === 'unreached') {
    context.log(`${answer.reason}; the run waits for it`, { function: functionId, run: runId });
    return;
  }
  await findInvoked(context, answer);
  await context.db.transaction(async (tx) => {
    const run = await lockRun(tx, runId);
    // Cancelled meanwhile, and the job with it: the step has run, its result is dropped.
    if (!run) return;
    if (answer.kind === 'error') {
      const { attempt } = job.work;
      context.log('an execution failed', { function: functionId, run: runId, attempt, error: answer.error.message });
    }
    await note(tx, execution, prepared.stepName, summary(answer));
    try {
      await apply(tx, context, { run, job, attemptsMax }, answer);
    } catch (error) {
      if (!(error instanceof LimitExceeded)) throw error;
      await endRun(tx, run, { status: 'Failed', error: { name: 'Error', message: error.message } });
    }
    await cancelIfOverdue(tx, run, fn);
  });
}

/**
 * Keeps the steps that an execution reports while it goes on, so that they never run again.
 * @returns whether it may go on: not when its run has ended, and not when nobody waits for its answer any more, as after a
 * restart of the runner, which has begun the same steps anew
 */
export async function keepCheckpoint(context: Context, runId: string, { qi_id, steps }: Checkpoint): Promise<boolean> {
  const execution = context.executions.get(qi_id);
  if (execution?.job.work.runId !== runId) return false;
  return await context.db.transaction(async (tx) => {
    const run = await lockRun(tx, runId);
    // It may have been given up while this waited.
    if (!run || !context.executions.has(qi_id)) return false;
    execution.hasReported = true;
    try {
      let isNew = false;
      for (const op of steps) {
        await planStep(tx, runId, op);
        isNew = (await keepResult(tx, run, op.id, { type: 'data', data: op.data ?? null })).isNew || isNew;
      }
      if (isNew) await note(tx, execution, 'step', summaryOf(steps));
    } catch (error) {
      if (!(error instanceof LimitExceeded)) throw error;
      await note(tx, execution, 'step', summaryOf(steps));
      await endRun(tx, run, { status: 'Failed', error: { name: 'Error', message: error.message } });
      return false;
    }
    return !(await cancelIfOverdue(tx, run, context.functions.get(run.functionId)));
  });
}

interface Prepared {
  stepName: string;
  body: unknown;
}

/** The body of the call, or null, with the job removed, when the run has ended. */
async function prepare(
  tx: Tx,
  job: ExecuteJob,
  { fn, attemptsMax, executionId }: { fn: FunctionConfig | undefined; attemptsMax: number; executionId: string },
): Promise<Prepared | null> {
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

/** With `fn_id` and `qi_id` the SDK runs step after step in one request, and reports each as it ends (checkpointing). */
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
  await markStarted(tx, run.id, nowMs);
  await removeJobByKey(tx, startTimeoutKey(run.id));
  const finish = fn?.timeouts?.finish;
  if (finish) await putJob(tx, { kind: 'finish-timeout', runId: run.id }, deadlineMs(finish, nowMs));
}

function notServed(functionId: string): Answer {
  const message = `the app serves no function "${functionId}" any more`;
  return { kind: 'error', error: { name: 'Error', message }, retry: { allowed: true, afterMs: null } };
}

/** Syncs, before the transaction, when the app wants to invoke a function that it has not told of. */
async function findInvoked(context: Context, answer: Answer): Promise<void> {
  const ids = answer.kind === 'ops' ? answer.ops.map(invokedFunction) : [];
  for (const id of ids) if (id) await context.functions.find(id);
}

/** The app has reported steps and then the connection broke. */
function broken(reason: string): Extract<Answer, { kind: 'error' }> {
  return { kind: 'error', error: { name: 'Error', message: reason }, retry: { allowed: true, afterMs: null } };
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
 * A request that was under way when the run's time was up may end the run; it may not prolong it.
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

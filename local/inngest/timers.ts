/** The work that is not a call to the app: what is due at a time. */
import { start } from './admission.ts';
import type { Context } from './context.ts';
import type { Tx } from './database.ts';
import { type Job, removeJob } from './jobs.ts';
import type { StoredEvent } from './protocol.ts';
import { endRun, lockRun } from './runs.ts';
import { fireCron } from './schedules.ts';
import { LimitExceeded, settleStep } from './steps.ts';

/** Does what a due job says and removes it, in one transaction. */
export async function fire(context: Context, job: Job): Promise<void> {
  const { work } = job;
  switch (work.kind) {
    case 'execute':
      throw new Error('an execution is not a timer');
    case 'resolve':
    case 'start-timeout':
    case 'finish-timeout':
      await context.db.transaction(async (tx) => {
        await removeJob(tx, job.id);
        await settleOrCancel(tx, work);
      });
      if (work.kind === 'finish-timeout') abandon(context, work.runId);
      return;
    case 'debounce':
      return startDue(context, job, work.functionId, [work.event]);
    case 'batch':
      return startDue(context, job, work.functionId, work.events);
    case 'cron':
      return fireCron(context, job, work);
  }
}

type RunTimer = Extract<Job['work'], { kind: 'resolve' | 'start-timeout' | 'finish-timeout' }>;

async function settleOrCancel(tx: Tx, work: RunTimer): Promise<void> {
  const run = await lockRun(tx, work.runId);
  if (!run) return;
  if (work.kind === 'resolve') {
    try {
      await settleStep(tx, run, work.stepId, work.result);
    } catch (error) {
      if (!(error instanceof LimitExceeded)) throw error;
      await endRun(tx, run, { status: 'Failed', error: { name: 'Error', message: error.message } });
    }
  } else if (work.kind === 'start-timeout') {
    if (!run.startedAt) await endRun(tx, run, { status: 'Cancelled', reason: 'it did not start in time' });
  } else {
    await endRun(tx, run, { status: 'Cancelled', reason: 'it did not finish in time' });
  }
}

/** Gives up the call of a run whose time is up, so that the run's place is free for the next one. */
function abandon(context: Context, runId: string): void {
  for (const execution of context.executions.values()) if (execution.job.work.runId === runId) execution.abort();
}

async function startDue(context: Context, job: Job, functionId: string, events: StoredEvent[]): Promise<void> {
  const fn = await context.functions.find(functionId);
  if (!fn) context.log('collected events are dropped: the app serves the function no more', { function: functionId });
  await context.db.transaction(async (tx) => {
    await removeJob(tx, job.id);
    if (fn) await start(tx, fn, events, context.log);
  });
}

/** The work that is not a call to the app: what is due at a time. */
import type { Context } from './context.ts';
import { removeJob } from './jobs.ts';
import { endRun, lockRun } from './runs.ts';
import { fireCron } from './schedules.ts';
import { completeStep, withinLimits } from './steps.ts';
import type { Job } from './work.ts';

/** Does what a due job says and removes it, in one transaction. */
export async function runDueJob(context: Context, job: Job): Promise<void> {
  const { work } = job;
  if (work.kind === 'execute') throw new Error('an execution is not a timer');
  if (work.kind === 'cron') return fireCron(context, job, work);
  await context.db.transaction(async (tx) => {
    await removeJob(tx, job.id);
    const run = await lockRun(tx, work.runId);
    if (run && work.kind === 'resolve') await withinLimits(tx, run, () => completeStep(tx, run, work.stepId, null));
    else if (run) await endRun(tx, run, { status: 'Cancelled', reason: 'it did not finish in time' });
  });
  if (work.kind === 'finish-timeout') abandon(context, work.runId);
}

/** Gives up the call of a run whose time is up, so that the run's place is free for the next one. */
function abandon(context: Context, runId: string): void {
  for (const execution of context.executions.values()) if (execution.job.work.runId === runId) execution.abort();
}

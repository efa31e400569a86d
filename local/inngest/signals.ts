import type { Tx } from './database.ts';
import { lockRun } from './runs.ts';
import { settleStep, waitingSteps } from './steps.ts';

/** Wakes the step that waits for a signal. Returns the id of its run, or null when none waits. */
export async function sendSignal(tx: Tx, { signal, data }: { signal: string; data?: unknown }): Promise<string | null> {
  for (const step of await waitingSteps(tx, 'WaitForSignal', signal)) {
    const run = await lockRun(tx, step.run_id);
    if (!run) continue;
    await settleStep(tx, run, step.id, { type: 'data', data: { signal, data: data ?? null } });
    return run.id;
  }
  return null;
}

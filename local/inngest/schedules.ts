/** The cron schedules of functions, each a job that is due at its next occurrence. */
import { start } from './admission.ts';
import type { Context } from './context.ts';
import { nextOccurrenceMs } from './cron.ts';
import type { Tx } from './database.ts';
import { emit } from './events.ts';
import { changeJob, findJob, putJob, removeJob, removeJobByKey } from './jobs.ts';
import { type FunctionConfig, internalEvents } from './protocol.ts';
import type { Job, WorkOf } from './work.ts';

const cronKey = (functionId: string, cron: string): string => `cron ${functionId} ${cron}`;

const cronsOf = (fn: FunctionConfig): string[] => fn.triggers.flatMap(({ cron }) => (cron ? [cron] : []));

/**
 * Makes the schedules those of the given functions. At the start of the runner (`atStart`) what was missed meanwhile is
 * not made up for; with `runNow` each function with a schedule runs once, so that what a crash left is healed at once.
 */
export async function schedule(
  tx: Tx,
  functions: readonly FunctionConfig[],
  { atStart, runNow }: { atStart: boolean; runNow: boolean },
): Promise<void> {
  const wanted = new Set<string>();
  const nowMs = Date.now();
  for (const fn of functions) {
    for (const [index, cron] of cronsOf(fn).entries()) {
      const key = cronKey(fn.id, cron);
      wanted.add(key);
      const dueAt = atStart && runNow && index === 0 ? nowMs : nextOccurrenceMs(cron, nowMs);
      if (dueAt === null || (!atStart && (await findJob(tx, key)))) continue;
      await putJob(tx, { kind: 'cron', functionId: fn.id, cron }, dueAt, key);
    }
  }
  const scheduled = await tx.query<{ key: string }>(`select key from jobs where key like 'cron %'`);
  for (const { key } of scheduled) if (!wanted.has(key)) await removeJobByKey(tx, key);
}

/** Starts the run of an occurrence and plans the next one. */
export async function fireCron(context: Context, job: Job, work: WorkOf<'cron'>): Promise<void> {
  const fn = context.functions.get(work.functionId);
  await context.db.transaction(async (tx) => {
    if (fn) {
      const event = await emit(tx, internalEvents.cron, { cron: work.cron }, true);
      await start(tx, fn, event);
    }
    const nextAt = nextOccurrenceMs(work.cron, Date.now());
    if (nextAt === null) await removeJob(tx, job.id);
    else await changeJob(tx, job.id, work, nextAt);
  });
}

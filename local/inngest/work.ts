/** Work that is due at some time. */
import { z } from 'zod';

/** A place that an executing step occupies: at most `limit` steps hold the same key at once. */
export const ConcurrencySlot = z.object({ key: z.string(), limit: z.number() });
export type ConcurrencySlot = z.output<typeof ConcurrencySlot>;

export const Work = z.discriminatedUnion('kind', [
  /** Call the app for one step, or with stepId `step` for whatever comes next. */
  z.object({
    kind: z.literal('execute'),
    runId: z.string(),
    functionId: z.string(),
    stepId: z.string(),
    attempt: z.number(),
    slots: z.array(ConcurrencySlot),
  }),
  /** Complete a step: a sleep is over. */
  z.object({ kind: z.literal('resolve'), runId: z.string(), stepId: z.string() }),
  z.object({ kind: z.literal('finish-timeout'), runId: z.string() }),
  z.object({ kind: z.literal('cron'), functionId: z.string(), cron: z.string() }),
]);
export type Work = z.output<typeof Work>;
export type WorkOf<Kind extends Work['kind']> = Extract<Work, { kind: Kind }>;

/** A piece of work and the instant it is due, in ms since the epoch. */
export interface Job {
  id: string;
  dueAt: number;
  work: Work;
}

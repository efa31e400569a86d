import type { App } from './app.ts';
import type { Database } from './database.ts';
import type { Functions } from './functions.ts';
import type { Job, WorkOf } from './jobs.ts';

/** Writes a line of the runner's log. */
export type Log = (message: string, fields?: Record<string, unknown>) => void;

/** A call to the app that is under way. */
export interface Execution {
  job: Job & { work: WorkOf<'execute'> };
  /** When it began, or last reported a step (`performance.now()`). */
  since: number;
  /** Whether it has reported a step. */
  hasReported: boolean;
}

/** What every piece of work has at hand. */
export interface Context {
  db: Database;
  app: App;
  functions: Functions;
  log: Log;
  /** The delay before each retry; the last one repeats. */
  backoffMs: readonly number[];
  /** The calls to the app that are under way, by the id that they were made with. */
  executions: Map<string, Execution>;
  /** Whether the app is executing a step of this run at this moment. */
  isExecuting: (runId: string) => boolean;
}

import type { App } from './app.ts';
import type { Database } from './database.ts';
import type { Functions } from './functions.ts';
import type { Job, WorkOf } from './work.ts';

/** Writes a line of the runner's log. */
export type Log = (message: string, fields?: Record<string, unknown>) => void;

/** A call to the app that is under way. */
export interface Execution {
  job: Job & { work: WorkOf<'execute'> };
  /** The moment at which it began or last reported a step (`performance.now()`). */
  since: number;
  /** True once it has reported a step. */
  hasReported: boolean;
  /** Gives the call up: nobody waits for its answer any more. */
  abort(): void;
}

/** Dependencies of every job. */
export interface Context {
  db: Database;
  app: App;
  functions: Functions;
  log: Log;
  /** Factor on Inngest's waits before retries. */
  retryFactor: number;
  /** The calls to the app that are under way, by the id that they were made with. */
  executions: Map<string, Execution>;
}

import type { App } from './app.ts';
import type { Database } from './database.ts';
import type { Functions } from './functions.ts';

/** Writes a line of the runner's log. */
export type Log = (message: string, fields?: Record<string, unknown>) => void;

/** What every piece of work has at hand. */
export interface Context {
  db: Database;
  app: App;
  functions: Functions;
  log: Log;
  /** The delay before each retry; the last one repeats. */
  backoffMs: readonly number[];
  /** Whether the app is executing a step of this run at this moment. */
  isExecuting: (runId: string) => boolean;
}

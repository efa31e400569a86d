/**
 * The durable function runner of `npm run dev`: speaks Inngest's execution protocol to the app's `/api/inngest` handler
 * and keeps runs in Postgres, so that a restart, even after kill -9 in the middle of a step, resumes them.
 */
import { assertLocal } from '../guard.ts';
import { App } from './app.ts';
import type { Context, Log } from './context.ts';
import { Database } from './database.ts';
import { execute, storeCheckpoint } from './executor.ts';
import { Functions } from './functions.ts';
import { loadJobs } from './jobs.ts';
import type { FunctionConfig } from './protocol.ts';
import { prune } from './prune.ts';
import { Queue } from './queue.ts';
import { Router } from './router.ts';
import { schedule } from './schedules.ts';
import { createServer, listen } from './server.ts';
import { runDueJob } from './timers.ts';
import { type EventView, listEvents, listRuns, type RunView } from './views.ts';
import type { Job } from './work.ts';

export interface RunnerOptions {
  /** The port to listen on, on 127.0.0.1; 0 takes a free one. */
  port: number;
  /** The app's Inngest handler, for example `http://127.0.0.1:3000/api/inngest`. */
  appUrl: string;
  /** Postgres, as a user who may create the schema `inngest_local`. */
  databaseUrl: string;
  /** The key that signs requests to the app. Default: they are not signed. */
  signingKey?: string;
  /** The key that events must be sent with. Default: none. */
  eventKey?: string;
  log?: Log;
  /** Factor on Inngest's own waits before retries (15 s, 30 s, 1 min …) (default {@link RETRY_FACTOR}). */
  retryFactor?: number;
  /** Runs functions with a schedule once at the start (default true). */
  runCronsAtStart?: boolean;
  /** Runs functions by their schedule (default true); without, none of them runs by itself. */
  schedules?: boolean;
}

export interface Runner {
  url: string;
  /** Resolves when no event is to be routed, no run is under way and nothing but schedules is planned. */
  idle(): Promise<void>;
  /** Asks the app for its functions now; resolves with their ids, rejects when it does not answer with them. */
  sync(): Promise<string[]>;
  /** Takes no more events, lets short steps end, cuts off the others: they run again at the next start. */
  stop(): Promise<void>;
  /** The newest 1000 runs, oldest first. */
  runs(): Promise<RunView[]>;
  /** The newest 1000 events, oldest first. */
  events(): Promise<EventView[]>;
}

/** Shortens Inngest's waits for a retry, for nobody waits a quarter of a minute in development: 1 to 3 s, 2 to 4 s, 4 to 6 s … */
const RETRY_FACTOR = 1 / 15;
const SYNC_AGAIN_MS: readonly number[] = [100, 250, 500, 1000];
const PRUNE_EVERY_MS = 10 * 60_000;
/** The time that running steps get to end by themselves when the runner stops. */
const STOP_GRACE_MS = 2000;

/**
 * Starts the runner. Resolves once it accepts events; it asks the app for its functions until it answers, and runs
 * nothing before that. Rejects when the port is taken, Postgres cannot be reached or another runner uses it, and on
 * a deployed host.
 */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  const { appUrl, retryFactor = RETRY_FACTOR, runCronsAtStart = true, schedules = true, log = () => {} } = options;
  assertLocal();
  const app = new App(appUrl, options.signingKey);
  const db = new Database(options.databaseUrl, log);
  const functions = new Functions(sync);
  let stopping = false;
  let idlers: (() => void)[] = [];

  const releaseIdlers = () => {
    if (!router.idle || !queue.idle) return;
    for (const resolve of idlers) resolve();
    idlers = [];
  };
  const router = new Router({ db, functions, log, onIdle: releaseIdlers });
  const queue = new Queue(work, releaseIdlers);
  const context: Context = {
    db,
    app,
    functions,
    log,
    retryFactor,
    executions: new Map(),
  };

  async function work(job: Job): Promise<void> {
    try {
      if (job.work.kind === 'execute') await execute(context, { ...job, work: job.work });
      else await runDueJob(context, job);
    } catch (error) {
      if (!stopping) log('a job failed and will be done again', { kind: job.work.kind, error: String(error) });
    }
  }

  let registered: Promise<unknown> = Promise.resolve();
  /** Registers functions, one sync after the other: of two syncs at the same moment only the first is the one at the start. */
  function register(served: FunctionConfig[]): Promise<void> {
    const done = registered.then(async () => {
      const atStart = !functions.known;
      await db.transaction((tx) => schedule(tx, schedules ? served : [], { atStart, runNow: runCronsAtStart }));
      functions.replace(served);
      queue.open();
      router.wake();
    });
    registered = done.catch(() => undefined);
    return done;
  }

  async function sync(): Promise<string[]> {
    const served = await app.sync();
    await register(served);
    return served.map(({ id }) => id);
  }

  async function syncUntilAnswered(tries = 0): Promise<void> {
    if (stopping || functions.known) return;
    try {
      const ids = await sync();
      log('the app was synced', { functions: ids.length });
    } catch (error) {
      if (tries === 0) log('the app could not be synced yet', { error: String(error) });
      setTimeout(syncUntilAnswered, SYNC_AGAIN_MS[Math.min(tries, SYNC_AGAIN_MS.length - 1)], tries + 1);
    }
  }

  db.onCommit = (changes) => {
    queue.apply(changes);
    if (changes.events) router.wake();
  };
  const pruneNow = () =>
    void prune(db).catch((error) => log('old runs could not be removed', { error: String(error) }));
  const server = createServer({
    db,
    functions,
    appUrl,
    eventKey: options.eventKey,
    register,
    checkpoint: (runId, checkpoint) => storeCheckpoint(context, runId, checkpoint),
    isStopping: () => stopping,
  });
  let listening: Awaited<ReturnType<typeof listen>>;
  try {
    await db.open();
    queue.apply({ put: await db.transaction(loadJobs), removed: [] });
    listening = await listen(server, options.port);
  } catch (error) {
    await db.close().catch(() => {});
    throw error;
  }
  pruneNow();
  const pruning = setInterval(pruneNow, PRUNE_EVERY_MS);
  router.wake();
  void syncUntilAnswered();

  return {
    url: listening.url,
    sync,
    runs: () => listRuns(db),
    events: () => listEvents(db),
    idle: () =>
      new Promise((resolve) => {
        idlers.push(resolve);
        releaseIdlers();
      }),
    async stop() {
      stopping = true;
      clearInterval(pruning);
      await router.close();
      const cutOff = setTimeout(() => app.close(), STOP_GRACE_MS);
      // Functions that run until then report their steps here.
      await queue.close();
      clearTimeout(cutOff);
      app.close();
      await new Promise<void>((resolve) => listening.http.close(() => resolve()));
      await db.close();
    },
  };
}

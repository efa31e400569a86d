/** Routes events, one at a time and in the order of their arrival: wakes waits, cancels runs, triggers functions. */
import { admit } from './admission.ts';
import type { Log } from './context.ts';
import type { Database, Tx } from './database.ts';
import { deadlineMs } from './durations.ts';
import { markRouted, unroutedEvents } from './events.ts';
import { holds } from './expressions.ts';
import type { Functions } from './functions.ts';
import { type InngestEvent, internalEvents, type StoredEvent } from './protocol.ts';
import { activeRuns, endRun, lockRun } from './runs.ts';
import { settleStep, waitingSteps } from './steps.ts';

/** How long to wait when Postgres failed. */
const AGAIN_MS = 1000;

interface Options {
  db: Database;
  functions: Functions;
  log: Log;
  /** Called when there is nothing left to route. */
  onIdle: () => void;
}

export class Router {
  readonly #options: Options;
  #routing: Promise<void> | null = null;
  #again = false;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: Options) {
    this.#options = options;
  }

  get idle(): boolean {
    return this.#routing === null && !this.#again && this.#timer === undefined;
  }

  /** Events were added, or the functions became known. */
  wake(): void {
    this.#again = true;
    if (this.#routing || this.#closed || !this.#options.functions.known) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#routing = this.#routeAll().finally(() => {
      this.#routing = null;
      if (this.#again && !this.#timer) this.wake();
      else this.#options.onIdle();
    });
  }

  /** Finishes the event at hand and routes no more. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#routing;
  }

  async #routeAll(): Promise<void> {
    this.#again = false;
    let after = '0';
    try {
      while (!this.#closed) {
        const events = await this.#options.db.transaction((tx) => unroutedEvents(tx, after));
        if (events.length === 0) return;
        for (const event of events) {
          if (this.#closed) return;
          await this.#route(event);
          after = event.seq;
        }
      }
    } catch (error) {
      this.#failed(error);
    }
  }

  async #route(event: StoredEvent): Promise<void> {
    try {
      await this.#options.db.transaction(async (tx) => {
        await this.#wakeWaits(tx, event.event);
        await this.#cancelRuns(tx, event);
        await this.#trigger(tx, event);
        await markRouted(tx, event.internalId);
      });
    } catch (error) {
      // The others go on; this one is tried again with the next ones.
      this.#failed(error, event.event.name);
    }
  }

  #failed(error: unknown, event?: string): void {
    if (this.#closed) return;
    this.#options.log('routing failed and will be tried again', { event, error: String(error) });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.wake();
    }, AGAIN_MS);
  }

  async #wakeWaits(tx: Tx, event: InngestEvent): Promise<void> {
    for (const step of await waitingSteps(tx, 'WaitForEvent', event.name)) {
      const run = await lockRun(tx, step.run_id);
      const [first] = run?.events ?? [];
      if (!run || !first || !this.#holds(step.condition ?? undefined, first, event)) continue;
      await settleStep(tx, run, step.id, { type: 'data', data: event });
    }
  }

  async #cancelRuns(tx: Tx, { event }: StoredEvent): Promise<void> {
    for (const fn of this.#options.functions.all) {
      const rules = fn.cancel.filter((rule) => matchesName(rule.event, event.name));
      if (rules.length === 0) continue;
      for (const candidate of await activeRuns(tx, fn.id)) {
        const [first] = candidate.events;
        const createdAt = candidate.createdAt.getTime();
        const cancels = rules.some(
          (rule) =>
            first !== undefined &&
            (!rule.timeout || Date.now() < deadlineMs(rule.timeout, createdAt)) &&
            this.#holds(rule.if, first, event),
        );
        const run = cancels && (await lockRun(tx, candidate.id));
        if (run) await endRun(tx, run, { status: 'Cancelled', reason: `the event ${event.name} arrived` });
      }
    }
  }

  async #trigger(tx: Tx, stored: StoredEvent): Promise<void> {
    const { event } = stored;
    // Started when they were emitted, by the step or schedule that made them.
    if (event.name === internalEvents.invoked || event.name === internalEvents.cron) return;
    for (const fn of this.#options.functions.all) {
      const triggered = fn.triggers.some(
        (trigger) =>
          trigger.event !== undefined &&
          matchesName(trigger.event, event.name) &&
          this.#holds(trigger.expression, event),
      );
      if (triggered) await admit(tx, fn, stored, this.#options.log);
    }
  }

  #holds(condition: string | undefined, event: InngestEvent, async?: InngestEvent): boolean {
    return holds(condition, { event, async }, (error) =>
      this.#options.log('a condition could not be evaluated', { condition, error: String(error) }),
    );
  }
}

/** Whether a trigger's name, which may end in a wildcard (`app/*`, `app/user.*`), covers an event's. */
function matchesName(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}

/** Routes events, one at a time and in the order of their arrival: triggers functions. */
import { start } from './admission.ts';
import type { Log } from './context.ts';
import type { Database } from './database.ts';
import { markRouted, unroutedEvents } from './events.ts';
import type { Functions } from './functions.ts';
import type { StoredEvent } from './protocol.ts';

/** The pause after Postgres failed. */
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
        for (const fn of this.#options.functions.all) {
          const triggered = fn.triggers.some(
            (trigger) => trigger.event && matchesName(trigger.event, event.event.name),
          );
          if (triggered) await start(tx, fn, event);
        }
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
}

/** Tells whether a trigger's name, which may end in a wildcard (`app/*`, `app/user.*`), covers an event's. */
function matchesName(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}

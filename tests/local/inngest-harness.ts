/** A harness for the runner's tests: an app served by the real SDK over HTTP, a runner, and a database of their own. */
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Inngest, type InngestFunction } from 'inngest';
import { serve } from 'inngest/node';
import pg from 'pg';
import { inject } from 'vitest';
import { type Runner, type RunnerOptions, startRunner } from '../../local/inngest/runner.ts';

/** A new, empty database in the cluster of the test run. */
export async function createDatabase(): Promise<string> {
  const { port, password } = inject('cluster');
  const url = (database: string) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
  const client = new pg.Client(url('postgres'));
  await client.connect();
  const name = `inngest_${randomUUID().replaceAll('-', '')}`;
  await client.query(`create database ${name}`);
  await client.end();
  return url(name);
}

/** The app: answers 503 until it is given a handler, as an app that is still starting. */
export class TestApp {
  #handler: http.RequestListener | null = null;
  readonly #server = http.createServer((request, response) => {
    if (this.#handler) this.#handler(request, response);
    else response.writeHead(503).end();
  });

  async listen(port = 0): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
  }

  get port(): number {
    const address: AddressInfo | string | null = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the app does not listen');
    return address.port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/api/inngest`;
  }

  serve(handler: http.RequestListener | null): void {
    this.#handler = handler;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}

export interface Harness {
  app: TestApp;
  inngest: Inngest;
  runner: Runner;
  databaseUrl: string;
  /** Sends events (each a name and data) and waits until everything they led to is over. */
  play(...events: { name: string; data?: Record<string, unknown>; id?: string }[]): Promise<void>;
  close(): Promise<void>;
}

const harnesses: Harness[] = [];

/** Serves the functions that `define` makes, starts a runner, and syncs them. Retries come at once: after 15 to 45 ms. */
export async function startHarness(
  define: (inngest: Inngest) => InngestFunction.Any[],
  options: Partial<RunnerOptions> = {},
): Promise<Harness> {
  const app = new TestApp();
  await app.listen();
  const databaseUrl = options.databaseUrl ?? (await createDatabase());
  const runner = await startRunner({ port: 0, appUrl: app.url, retryFactor: 1 / 1000, ...options, databaseUrl });
  const inngest = new Inngest({ id: 'test', isDev: true, baseUrl: runner.url, logger: quiet });
  app.serve(serve({ client: inngest, functions: define(inngest) }));
  await runner.sync();
  const harness: Harness = {
    app,
    inngest,
    runner,
    databaseUrl,
    async play(...events) {
      if (events.length > 0) await inngest.send(events);
      await runner.idle();
    },
    async close() {
      await harness.runner.stop();
      await app.close();
    },
  };
  harnesses.push(harness);
  return harness;
}

/** Closes what the test opened; for `afterEach`. */
export async function closeHarnesses(): Promise<void> {
  await Promise.all(harnesses.splice(0).map((harness) => harness.close()));
}

const nothing = () => {};
/** The SDK's own lines about failing functions, which are meant to fail here. */
export const quiet = { info: nothing, warn: nothing, error: nothing, debug: nothing };

/** Resolves when `claim` is true; polls, since what it waits for happens in another process or later. */
export async function until(claim: () => boolean | Promise<boolean>, timeoutMs = 15_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await claim())) {
    if (Date.now() > deadline) throw new Error('what the test waited for did not happen');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

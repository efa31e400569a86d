import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Inngest, type InngestFunction } from 'inngest';
import { serve } from 'inngest/node';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDatabase, quiet, TestApp, until } from './inngest-harness.ts';

const RUNNER = path.join(import.meta.dirname, 'inngest-runner-process.ts');

let app: TestApp;
let databaseUrl: string;
let runnerPort: number;
let inngest: Inngest;
let child: ChildProcess | null = null;

/** Starts the runner again, on the same port and database. */
async function startRunner(): Promise<void> {
  const options = { port: runnerPort, appUrl: app.url, databaseUrl, retryFactor: 1 / 1000 };
  child = spawn(process.execPath, [RUNNER, JSON.stringify(options)], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.stdout) await once(child.stdout, 'data');
}

async function killRunner(): Promise<void> {
  const exited = child && once(child, 'exit');
  child?.kill('SIGKILL');
  await exited;
  child = null;
}

/** The app answers with these functions from now on. */
const serveFunctions = (...functions: InngestFunction.Any[]) => app.serve(serve({ client: inngest, functions }));

async function query<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query<Row>(sql);
  await client.end();
  return rows;
}

const runs = () =>
  query<{ status: string; output: unknown }>('select status, output from inngest_local.runs order by id');

const allEnded = async () => {
  const found = await runs();
  return found.length > 0 && found.every(({ status }) => status !== 'Running');
};

beforeEach(async () => {
  app = new TestApp();
  await app.listen();
  databaseUrl = await createDatabase();
  const spare = new TestApp();
  await spare.listen();
  runnerPort = spare.port;
  await spare.close();
  inngest = new Inngest({ id: 'test', isDev: true, baseUrl: `http://127.0.0.1:${runnerPort}`, logger: quiet });
});

afterEach(async () => {
  await killRunner();
  await app.close();
});

test('a runner killed in the middle of a step runs that step again, and no other', async () => {
  const ran: string[] = [];
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  serveFunctions(
    inngest.createFunction({ id: 'three', triggers: [{ event: 'app/go' }] }, async ({ step, attempt }) => {
      await step.run('a', () => ran.push('a'));
      await step.run('b', async () => {
        ran.push(`b at attempt ${attempt}`);
        if (ran.length === 2) await released;
      });
      return await step.run('c', () => ran.push('c'));
    }),
  );
  await startRunner();
  await inngest.send({ name: 'app/go' });
  await until(() => ran.length === 2);
  await killRunner();
  release();
  await startRunner();
  await until(allEnded);
  expect(ran).toEqual(['a', 'b at attempt 0', 'b at attempt 0', 'c']);
  expect(await runs()).toEqual([{ status: 'Completed', output: 4 }]);
});

test('a runner killed while runs sleep and retry takes them all up again', async () => {
  let tries = 0;
  const ran: string[] = [];
  serveFunctions(
    inngest.createFunction({ id: 'sleeps', triggers: [{ event: 'app/go' }] }, async ({ step }) => {
      await step.sleep('nap', '1s');
      await step.run('slept', () => ran.push('slept'));
    }),
    inngest.createFunction({ id: 'retries', triggers: [{ event: 'app/go' }], retries: 9 }, async ({ step }) => {
      await step.run('flaky', () => {
        if (++tries < 5) throw new Error('not yet');
        ran.push('retried');
      });
    }),
  );
  await startRunner();
  await inngest.send({ name: 'app/go' });
  await until(async () => (await query('select from inngest_local.steps')).length >= 1 && tries > 0);
  await killRunner();
  await startRunner();
  await until(() => ran.length >= 2);
  await until(allEnded);
  expect(ran.toSorted()).toEqual(['retried', 'slept']);
});

test('every event accepted before a kill is run exactly once, whenever the kill comes', async () => {
  const finished = new Map<number, number>();
  const firstSteps = new Map<number, number>();
  const count = (counts: Map<number, number>, n: number) => counts.set(n, (counts.get(n) ?? 0) + 1).size;
  serveFunctions(
    inngest.createFunction({ id: 'counts', triggers: [{ event: 'app/go' }] }, async ({ event, step }) => {
      await step.run('first', () => count(firstSteps, event.data.n));
      await step.run('last', () => count(finished, event.data.n));
    }),
  );
  await startRunner();
  const events = Array.from({ length: 60 }, (_, n) => ({ name: 'app/go', data: { n } }));
  for (const half of [events.slice(0, 30), events.slice(30)]) {
    await inngest.send(half);
    await until(() => finished.size > 0);
    await killRunner();
    await startRunner();
  }
  await until(async () => (await runs()).length === 60 && (await allEnded()));
  expect(await runs()).toEqual(Array.from({ length: 60 }, () => ({ status: 'Completed', output: null })));
  expect(finished.size).toBe(60);
  expect(firstSteps.size).toBe(60);
  // A completed step is never called for again, so each run has one row and one stored result for each of its steps.
  const [stored] = await query<{ steps: string }>('select count(*) as steps from inngest_local.steps');
  expect(Number(stored?.steps)).toBe(120);
});

test('events that come while the app is away wait for it, and cost no attempt', async () => {
  const attempts: number[] = [];
  const naps = () =>
    inngest.createFunction({ id: 'naps', retries: 0, triggers: [{ event: 'app/go' }] }, async ({ attempt, step }) => {
      attempts.push(attempt);
      await step.sleep('nap', '1s');
      return 'done';
    });
  const leave = async () => {
    const { port } = app;
    await app.close();
    return async () => {
      app = new TestApp();
      await app.listen(port);
      serveFunctions(naps());
    };
  };
  const steps = (condition: string) => async () =>
    (await query(`select from inngest_local.steps where ${condition}`)).length === 1;

  await startRunner();
  const comeBack = await leave();
  await inngest.send({ name: 'app/go', id: 'early' });
  await comeBack();
  await until(steps('position is null'));
  const comeBackAgain = await leave();
  await until(steps('position is not null'));
  await comeBackAgain();
  await until(allEnded);
  expect(await runs()).toEqual([{ status: 'Completed', output: 'done' }]);
  expect(new Set(attempts)).toEqual(new Set([0]));
});

test('the id of an event is known after a kill, too', async () => {
  serveFunctions(inngest.createFunction({ id: 'runs', triggers: [{ event: 'app/go' }] }, () => {}));
  await startRunner();
  await inngest.send({ name: 'app/go', id: 'one' });
  await until(allEnded);
  await killRunner();
  await startRunner();
  await inngest.send([
    { name: 'app/go', id: 'one' },
    { name: 'app/go', id: 'two' },
  ]);
  await until(async () => (await runs()).length > 1 && (await allEnded()));
  expect(await query("select dedupe_key from inngest_local.events where name = 'app/go' order by seq")).toEqual([
    { dedupe_key: 'id one' },
    { dedupe_key: 'id two' },
  ]);
  expect(await runs()).toHaveLength(2);
});

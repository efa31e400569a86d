import type http from 'node:http';
import { Inngest, type InngestFunction } from 'inngest';
import { serve } from 'inngest/node';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { startRunner } from '../../local/inngest/runner.ts';
import { startFaultProxy } from '../support/fault-proxy.ts';
import { closeHarnesses, type Harness, quiet, startHarness, until } from './inngest-harness.ts';

afterEach(closeHarnesses);

/**
 * Lets a test see each execution, and cut it off; functions go on without anybody who waits for them. `ended` has the end of
 * each execution in the app.
 */
function watchExecutions(harness: Harness, functions: InngestFunction.Any[]) {
  const handler = serve({ client: harness.inngest, functions });
  const requests: http.IncomingMessage[] = [];
  const ended: Promise<unknown>[] = [];
  harness.app.serve((request, response) => {
    const end = Promise.resolve(handler(request, response));
    if (request.method !== 'POST') return;
    requests.push(request);
    ended.push(end);
  });
  return { requests, ended };
}

async function query<Row extends pg.QueryResultRow>({ databaseUrl }: Harness, sql: string): Promise<Row[]> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query<Row>(sql);
  await client.end();
  return rows;
}

const keptSteps = async (harness: Harness) =>
  (
    await query<{ name: string }>(
      harness,
      'select name from inngest_local.steps where position is not null order by position',
    )
  ).map(({ name }) => name);

/** A function of the steps a, b and c, of which b takes until it is told to go on for the first time. */
async function threeSteps(b: (held: Promise<void>) => Promise<unknown> = (held) => held) {
  const ran: string[] = [];
  const { promise: held, resolve: goOn } = Promise.withResolvers<void>();
  let functions: InngestFunction.Any[] = [];
  const harness = await startHarness((inngest) => {
    functions = [
      inngest.createFunction({ id: 'three', triggers: [{ event: 'app/go' }] }, async ({ step, attempt }) => {
        await step.run('a', () => ran.push('a'));
        await step.run('b', async () => {
          ran.push(`b at attempt ${attempt}`);
          if (ran.length === 2) await b(held);
        });
        await step.run('c', () => ran.push('c'));
        return 'done';
      }),
    ];
    return functions;
  });
  const executions = watchExecutions(harness, functions);
  await harness.inngest.send({ name: 'app/go' });
  await until(() => ran.length === 2);
  return { harness, ran, goOn, ...executions };
}

test('consecutive steps run in one request, and each is kept as soon as it ends', async () => {
  const { harness, goOn, requests } = await threeSteps();
  expect(await keptSteps(harness)).toEqual(['a']);
  goOn();
  await harness.runner.idle();
  expect(await keptSteps(harness)).toEqual(['a', 'b', 'c']);
  expect(requests).toHaveLength(1);
  const [run] = await harness.runner.runs();
  expect(run).toMatchObject({ status: 'Completed', output: 'done' });
  expect(run?.trace.map(({ step, answer }) => [step, answer])).toEqual([
    ['step', 'StepRun a'],
    ['step', 'StepRun b'],
    ['step', 'StepRun c'],
    ['step', 'completed'],
  ]);
});

test('what a request reported before it broke is not run again, and what it does afterwards is not heard', async () => {
  const { harness, ran, goOn, requests, ended } = await threeSteps();
  requests[0]?.socket.destroy();
  await harness.runner.idle();
  expect(ran).toEqual(['a', 'b at attempt 0', 'b at attempt 1', 'c']);
  goOn();
  await Promise.all(ended);
  expect(ran).toHaveLength(4);
  expect(await keptSteps(harness)).toEqual(['a', 'b', 'c']);
  expect(await harness.runner.runs()).toMatchObject([{ status: 'Completed', output: 'done' }]);
});

test('a step that fails after others in the same request is tried again alone', async () => {
  const { harness, ran, goOn, requests } = await threeSteps(async (held) => {
    await held;
    throw new Error('not yet');
  });
  goOn();
  await harness.runner.idle();
  expect(ran).toEqual(['a', 'b at attempt 0', 'b at attempt 1', 'c']);
  // The one that failed, its retry, which reports for itself, and the rest.
  expect(requests).toHaveLength(3);
  expect(await harness.runner.runs()).toMatchObject([{ status: 'Completed', output: 'done' }]);
});

test('a database that is away when a step ends costs no step, and repeats only the one that could not be reported', async () => {
  const { harness, ran, goOn, requests } = await threeSteps();
  await query(harness, 'alter table inngest_local.attempts rename to gone');
  goOn();
  // Every report fails; the last one comes with the answer, which fails too, and the request is made again.
  await until(() => requests.length === 2);
  await query(harness, 'alter table inngest_local.gone rename to attempts');
  await harness.runner.idle();
  expect(await keptSteps(harness)).toEqual(['a', 'b', 'c']);
  expect(ran).toEqual(['a', 'b at attempt 0', 'b at attempt 0', 'c']);
  expect(await harness.runner.runs()).toMatchObject([{ status: 'Completed', output: 'done' }]);
});

test('a step whose report was kept, and every answer to it lost, is not run again, and the run goes on', async () => {
  const ran: string[] = [];
  const twoSteps = (inngest: Inngest) => [
    inngest.createFunction({ id: 'two', triggers: [{ event: 'app/go' }] }, async ({ step }) => {
      await step.run('a', () => ran.push('a'));
      await step.run('b', () => ran.push('b'));
    }),
  ];
  const harness = await startHarness(twoSteps);
  const proxy = await startFaultProxy(harness.runner.url);
  // As often as the SDK tries.
  let lost = 0;
  proxy.losesAnswer = () => ++lost <= 5;
  const client = new Inngest({ id: 'test', isDev: true, baseUrl: proxy.url, logger: quiet });
  harness.app.serve(serve({ client, functions: twoSteps(client) }));
  await harness.play({ name: 'app/go' });
  await proxy.stop();
  expect(ran).toEqual(['a', 'b']);
  const [run] = await harness.runner.runs();
  expect(run).toMatchObject({ status: 'Completed' });
  expect(run?.trace.map(({ answer }) => answer)).toEqual(['StepRun a', 'StepRun a', 'StepRun b', 'completed']);
});

test('a step that ends while the runner is being stopped is kept', async () => {
  const { harness, goOn } = await threeSteps();
  const stopped = harness.runner.stop();
  goOn();
  await stopped;
  expect((await keptSteps(harness)).slice(0, 2)).toEqual(['a', 'b']);
  harness.runner = await startRunner({
    port: 0,
    appUrl: harness.app.url,
    databaseUrl: harness.databaseUrl,
    retryFactor: 1 / 1000,
  });
  await harness.runner.idle();
  expect(await harness.runner.runs()).toMatchObject([{ status: 'Completed', output: 'done' }]);
});

test('a run whose time is up begins no other step, also in one request', async () => {
  const ran: string[] = [];
  const harness: Harness = await startHarness((inngest) => [
    inngest.createFunction(
      { id: 'slow', triggers: [{ event: 'app/go' }], timeouts: { finish: '1h' } },
      async ({ step }) => {
        await step.run('a', async () => {
          ran.push('a');
          await query(harness, "update inngest_local.runs set started_at = now() - interval '2 hours'");
        });
        await step.run('b', () => ran.push('b'));
      },
    ),
  ]);
  await harness.play({ name: 'app/go' });
  expect(ran).toEqual(['a']);
  expect(await harness.runner.runs()).toMatchObject([{ status: 'Cancelled' }]);
});

test.each([
  [
    'of an execution that is not under way',
    { qi_id: 'none', steps: [{ id: 'x', op: 'StepRun', data: 'forged' }] },
    409,
  ],
  ['without the execution', { steps: [] }, 400],
  ['of what is no step that ran', { qi_id: 'none', steps: [{ id: 'x', op: 'Sleep', name: '1s' }] }, 400],
])('a report %s is refused, and nothing is kept', async (_, report, status) => {
  const { harness, goOn } = await threeSteps();
  const [run] = await harness.runner.runs();
  const url = `${harness.runner.url}/v1/checkpoint/${run?.run_id}/async`;
  expect((await fetch(url, { method: 'POST', body: JSON.stringify(report) })).status).toBe(status);
  expect(await keptSteps(harness)).toEqual(['a']);
  goOn();
  await harness.runner.idle();
});

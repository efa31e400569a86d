import type { InngestFunction } from 'inngest';
import { afterEach, expect, test } from 'vitest';
import { startRunner } from '../../local/inngest/runner.ts';
import { closeHarnesses, startHarness, until } from './inngest-harness.ts';

afterEach(closeHarnesses);

const go = (data: Record<string, unknown> = {}) => ({ name: 'app/go', data });

test('concurrency lets only so many steps with one key execute at once', async () => {
  const now = new Map<string, number>();
  const most = new Map<string, number>();
  const harness = await startHarness((inngest) => [
    inngest.createFunction(
      { id: 'limited', triggers: [{ event: 'app/go' }], concurrency: { limit: 2, key: 'event.data.user' } },
      async ({ event, step }) => {
        await step.run('work', async () => {
          const user = String(event.data.user);
          now.set(user, (now.get(user) ?? 0) + 1);
          most.set(user, Math.max(most.get(user) ?? 0, now.get(user) ?? 0));
          // The first waits for its second, however slow the machine is; a third would come within the 40 ms.
          await until(() => (most.get(user) ?? 0) >= 2);
          await new Promise((resolve) => setTimeout(resolve, 40));
          now.set(user, (now.get(user) ?? 0) - 1);
        });
      },
    ),
  ]);
  await harness.play(...[1, 2, 3, 4, 5, 6].flatMap(() => [go({ user: 'a' }), go({ user: 'b' })]));
  expect(Object.fromEntries(most)).toEqual({ a: 2, b: 2 });
  expect((await harness.runner.runs()).filter(({ status }) => status === 'Completed')).toHaveLength(12);
});

test('concurrency counts executing steps, so a sleeping run gives its place up', async () => {
  const harness = await startHarness((inngest) => [
    inngest.createFunction(
      { id: 'single', triggers: [{ event: 'app/go' }], concurrency: 1 },
      async ({ event, step }) => {
        if (event.data.sleeps) await step.sleep('nap', '1h');
      },
    ),
  ]);
  await harness.inngest.send([go({ sleeps: true }), go()]);
  await until(async () => (await harness.runner.runs()).some(({ status }) => status === 'Completed'));
});

test('a run that does not finish in time is cancelled, and never reported as failed', async () => {
  const heard: string[] = [];
  const harness = await startHarness((inngest) => [
    inngest.createFunction(
      { id: 'slow', triggers: [{ event: 'app/go' }], timeouts: { finish: '1s' } },
      async ({ step }) => {
        await step.sleep('long', '1h');
      },
    ),
    inngest.createFunction(
      { id: 'hears', triggers: [{ event: 'inngest/function.cancelled' }, { event: 'inngest/function.failed' }] },
      ({ event }) => {
        heard.push(event.name);
      },
    ),
  ]);
  await harness.play(go());
  expect(heard).toEqual(['inngest/function.cancelled']);
  expect((await harness.runner.runs())[0]).toMatchObject({ function_id: 'test-slow', status: 'Cancelled' });
});

test('a run whose time is up ends while its step is in flight, and the next one takes its place', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const harness = await startHarness((inngest) => [
    inngest.createFunction(
      { id: 'slow', triggers: [{ event: 'app/go' }], timeouts: { finish: '1s' }, concurrency: 1 },
      async ({ event, step }) => {
        if (event.data.n === 1) await step.run('hangs', () => released);
      },
    ),
  ]);
  await harness.inngest.send(go({ n: 1 }));
  await harness.inngest.send(go({ n: 2 }));
  await until(async () => {
    const statuses = (await harness.runner.runs()).map(({ status }) => status);
    return statuses.length === 2 && !statuses.includes('Running');
  });
  expect((await harness.runner.runs()).map(({ status }) => status)).toEqual(['Cancelled', 'Completed']);
  release();
  await harness.runner.idle();
});

test('triggers may have wildcards, and one event may start several functions', async () => {
  const seen: string[] = [];
  const harness = await startHarness((inngest) => [
    inngest.createFunction({ id: 'one', triggers: [{ event: 'app/go' }] }, () => {
      seen.push('one');
    }),
    inngest.createFunction({ id: 'any', triggers: [{ event: 'app/*' }] }, ({ event }) => {
      seen.push(`any ${event.name}`);
    }),
  ]);
  await harness.play({ name: 'app/go' }, { name: 'app/come' }, { name: 'other/go' });
  expect(seen.toSorted()).toEqual(['any app/come', 'any app/go', 'one']);
});

const key = 'event.data.user';
const asking: [string, Omit<InngestFunction.Options, 'id'>][] = [
  ['debounce', { debounce: { period: '1s' } }],
  ['batchEvents', { batchEvents: { maxSize: 2, timeout: '1s' } }],
  ['throttle', { throttle: { limit: 1, period: '1s' } }],
  ['singleton', { singleton: { key, mode: 'skip' } }],
  ['priority', { priority: { run: '120' } }],
  ['rateLimit', { rateLimit: { limit: 1, period: '1s' } }],
  ['idempotency', { idempotency: key }],
  ['cancel', { cancelOn: [{ event: 'app/stop' }] }],
  ['start', { timeouts: { start: '1s' } }],
  ['expression', { triggers: [{ event: 'app/go', if: 'event.data.n > 5' }] }],
  ['event.data.user_id', { concurrency: { limit: 1, key: `${key} + "x"` } }],
  ['scope', { concurrency: { limit: 1, key, scope: 'env' } }],
];

test.each(asking)('a function that asks for %s, which ours do not, is refused by name', async (named, options) => {
  const asks = startHarness((inngest) => [
    inngest.createFunction({ id: 'asks', triggers: [{ event: 'app/go' }], ...options }, () => {}),
  ]);
  await expect(asks).rejects.toThrow(new RegExp(`local runner .*\\b${named}\\b`));
});

test('an event dated in the future starts its run then', async () => {
  const late: number[] = [];
  const harness = await startHarness((inngest) => [
    inngest.createFunction({ id: 'dated', triggers: [{ event: 'app/go' }] }, ({ event }) => {
      late.push(Date.now() - (event.ts ?? 0));
    }),
  ]);
  await harness.inngest.send({ ...go(), ts: Date.now() + 500 });
  await harness.runner.idle();
  expect(late).toHaveLength(1);
  expect(late[0]).toBeGreaterThanOrEqual(0);
});

test('a function with a schedule runs at the start and then at its times', async () => {
  const crons: unknown[] = [];
  await startHarness((inngest) => [
    inngest.createFunction({ id: 'ticks', triggers: [{ cron: '* * * * * *' }] }, ({ event }) => {
      crons.push(event.name);
    }),
    inngest.createFunction({ id: 'sweeps', triggers: [{ cron: 'TZ=Europe/Berlin 0 3 1 1 *' }] }, ({ event }) => {
      crons.push(event.data.cron);
    }),
  ]);
  const yearly = () => crons.filter((cron) => cron === 'TZ=Europe/Berlin 0 3 1 1 *');
  const ticks = () => crons.filter((cron) => cron === 'inngest/scheduled.timer');
  await until(() => yearly().length >= 1 && ticks().length >= 3);
  expect(yearly()).toHaveLength(1);
});

test('of several syncs at the same moment one is the first: what has a schedule starts once', async () => {
  const harness = await startHarness((inngest) => [
    inngest.createFunction({ id: 'yearly', triggers: [{ cron: '0 3 1 1 *' }] }, () => {}),
  ]);
  await harness.runner.idle();
  await harness.runner.stop();
  harness.runner = await startRunner({ port: 0, appUrl: harness.app.url, databaseUrl: harness.databaseUrl });
  await Promise.all([harness.runner.sync(), harness.runner.sync(), harness.runner.sync()]);
  await harness.runner.idle();
  expect(await harness.runner.runs()).toHaveLength(2);
});

test('without runCronsAtStart a schedule waits for its first time', async () => {
  const harness = await startHarness(
    (inngest) => [inngest.createFunction({ id: 'yearly', triggers: [{ cron: '0 3 1 1 *' }] }, () => {})],
    { runCronsAtStart: false },
  );
  await harness.runner.idle();
  expect(await harness.runner.runs()).toEqual([]);
});

import { afterEach, expect, test } from 'vitest';
import { startRunner } from '../../local/inngest/runner.ts';
import { closeStages, setStage, until } from './inngest-stage.ts';

afterEach(closeStages);

const go = (data: Record<string, unknown> = {}) => ({ name: 'app/go', data });

test('concurrency lets only so many steps with one key execute at once', async () => {
  const now = new Map<string, number>();
  const most = new Map<string, number>();
  const stage = await setStage((inngest) => [
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
  await stage.play(...[1, 2, 3, 4, 5, 6].flatMap(() => [go({ user: 'a' }), go({ user: 'b' })]));
  expect(Object.fromEntries(most)).toEqual({ a: 2, b: 2 });
  expect((await stage.runner.runs()).filter(({ status }) => status === 'Completed')).toHaveLength(12);
});

test('concurrency counts executing steps, so a sleeping run gives its place up', async () => {
  const stage = await setStage((inngest) => [
    inngest.createFunction(
      { id: 'single', triggers: [{ event: 'app/go' }], concurrency: 1 },
      async ({ event, step }) => {
        if (event.data.sleeps) await step.sleep('nap', '1h');
      },
    ),
  ]);
  await stage.inngest.send([go({ sleeps: true }), go()]);
  await until(async () => (await stage.runner.runs()).some(({ status }) => status === 'Completed'));
});

test('a cancelOn event ends the run that matches; its step under way ends and the result is dropped', async () => {
  const done: unknown[] = [];
  const cancelled: unknown[] = [];
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const stage = await setStage((inngest) => [
    inngest.createFunction(
      { id: 'long', triggers: [{ event: 'app/go' }], cancelOn: [{ event: 'app/stop', match: 'data.id' }] },
      async ({ event, step }) => {
        await step.run('first', async () => {
          await released;
          done.push(`first ${event.data.id}`);
        });
        await step.run('second', () => done.push(`second ${event.data.id}`));
      },
    ),
    inngest.createFunction({ id: 'hears', triggers: [{ event: 'inngest/function.cancelled' }] }, ({ event }) => {
      cancelled.push(event.data.event.data);
    }),
  ]);
  await stage.inngest.send([go({ id: 'x' }), go({ id: 'y' })]);
  await until(async () => (await stage.runner.runs()).length === 2);
  await stage.inngest.send({ name: 'app/stop', data: { id: 'x' } });
  await until(() => cancelled.length === 1);
  release();
  await stage.runner.idle();
  expect(done.toSorted()).toEqual(['first x', 'first y', 'second y']);
  expect(cancelled).toEqual([{ id: 'x' }]);
  const statuses = (await stage.runner.runs()).map(({ events, status }) => [events[0]?.data.id, status]);
  expect(statuses.slice(0, 2)).toEqual([
    ['x', 'Cancelled'],
    ['y', 'Completed'],
  ]);
});

test('a run that does not finish in time is cancelled, and never reported as failed', async () => {
  const heard: string[] = [];
  const stage = await setStage((inngest) => [
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
  await stage.play(go());
  expect(heard).toEqual(['inngest/function.cancelled']);
  expect((await stage.runner.runs())[0]).toMatchObject({ function_id: 'test-slow', status: 'Cancelled' });
});

test('a run whose time is up ends while its step is in flight, and the next one takes its place', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const stage = await setStage((inngest) => [
    inngest.createFunction(
      { id: 'slow', triggers: [{ event: 'app/go' }], timeouts: { finish: '1s' }, concurrency: 1 },
      async ({ event, step }) => {
        if (event.data.n === 1) await step.run('hangs', () => released);
      },
    ),
  ]);
  await stage.inngest.send(go({ n: 1 }));
  await stage.inngest.send(go({ n: 2 }));
  await until(async () => {
    const statuses = (await stage.runner.runs()).map(({ status }) => status);
    return statuses.length === 2 && !statuses.includes('Running');
  });
  expect((await stage.runner.runs()).map(({ status }) => status)).toEqual(['Cancelled', 'Completed']);
  release();
  await stage.runner.idle();
});

test('a run whose turn does not come in time is cancelled without having run', async () => {
  const ran: unknown[] = [];
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const stage = await setStage((inngest) => [
    inngest.createFunction(
      { id: 'queued', triggers: [{ event: 'app/go' }], timeouts: { start: '1s' }, concurrency: 1 },
      async ({ event }) => {
        ran.push(event.data.n);
        await released;
      },
    ),
  ]);
  await stage.inngest.send(go({ n: 1 }));
  await until(() => ran.length === 1);
  await stage.inngest.send(go({ n: 2 }));
  await until(async () => (await stage.runner.runs())[1]?.status === 'Cancelled');
  release();
  await stage.runner.idle();
  expect(ran).toEqual([1]);
});

test('debounce runs once, with the last event, after quiet', async () => {
  const seen: unknown[] = [];
  const stage = await setStage((inngest) => [
    inngest.createFunction(
      { id: 'settles', triggers: [{ event: 'app/go' }], debounce: { period: '1s', key: 'event.data.user' } },
      ({ event }) => {
        seen.push([event.data.user, event.data.n]);
      },
    ),
  ]);
  await stage.play(go({ user: 'a', n: 1 }), go({ user: 'b', n: 2 }), go({ user: 'a', n: 3 }));
  expect(seen.toSorted()).toEqual([
    ['a', 3],
    ['b', 2],
  ]);
});

test('a batch runs when it is full, and when its time is up', async () => {
  const batches: unknown[][] = [];
  const stage = await setStage((inngest) => [
    inngest.createFunction(
      { id: 'batch', triggers: [{ event: 'app/go' }], batchEvents: { maxSize: 2, timeout: '1s' } },
      ({ events }) => {
        batches.push(events.map((event: { data: { n: number } }) => event.data.n));
      },
    ),
  ]);
  await stage.play(go({ n: 1 }), go({ n: 2 }), go({ n: 3 }));
  expect(batches).toEqual([[1, 2], [3]]);
});

test('a singleton skips a second run while one with its key is under way, or puts it in its place', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const stage = await setStage((inngest) => {
    const make = (mode: 'skip' | 'cancel') =>
      inngest.createFunction(
        { id: mode, triggers: [{ event: `app/${mode}` }], singleton: { key: 'event.data.user', mode } },
        async () => await released,
      );
    return [make('skip'), make('cancel')];
  });
  const send = (name: string, user: string) => stage.inngest.send({ name, data: { user } });
  for (const name of ['app/skip', 'app/cancel']) for (const user of ['a', 'a', 'b']) await send(name, user);
  const statuses = async (id: string) =>
    (await stage.runner.runs()).filter((run) => run.function_id === id).map(({ status }) => status);
  await until(async () => (await statuses('test-cancel')).length === 3);
  expect(await statuses('test-skip')).toEqual(['Running', 'Running']);
  expect(await statuses('test-cancel')).toEqual(['Cancelled', 'Running', 'Running']);
  release();
  await stage.runner.idle();
});

test('idempotency lets one run through for each value of its key', async () => {
  const seen: unknown[] = [];
  const stage = await setStage((inngest) => [
    inngest.createFunction(
      { id: 'once', triggers: [{ event: 'app/go' }], idempotency: 'event.data.order' },
      ({ event }) => {
        seen.push(event.data.order);
      },
    ),
  ]);
  await stage.play(go({ order: 1 }), go({ order: 2 }));
  await stage.play(go({ order: 1 }), go({ order: 1 }));
  expect(seen.toSorted()).toEqual([1, 2]);
});

test('a rate limit drops what is over it', async () => {
  const stage = await setStage((inngest) => [
    inngest.createFunction(
      { id: 'rated', triggers: [{ event: 'app/go' }], rateLimit: { limit: 2, period: '1h', key: 'event.data.user' } },
      () => {},
    ),
  ]);
  await stage.play(...['a', 'a', 'a', 'b'].map((user) => go({ user })));
  expect((await stage.runner.runs()).map(({ events }) => events[0]?.data.user)).toEqual(['a', 'a', 'b']);
});

test('a throttle spreads starts over its period and drops none', async () => {
  const starts: number[] = [];
  const stage = await setStage((inngest) => [
    inngest.createFunction(
      { id: 'throttled', triggers: [{ event: 'app/go' }], throttle: { limit: 5, period: '1s' } },
      () => {
        starts.push(Date.now());
      },
    ),
  ]);
  const began = Date.now();
  await stage.play(go(), go(), go());
  expect(starts).toHaveLength(3);
  // Two intervals of 200 ms lie between the first and the last start.
  expect((starts[2] ?? 0) - began).toBeGreaterThanOrEqual(400);
});

test('a priority puts runs ahead of others that wait for the same place', async () => {
  const order: unknown[] = [];
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const stage = await setStage((inngest) => [
    inngest.createFunction(
      {
        id: 'ranked',
        triggers: [{ event: 'app/go' }],
        concurrency: 1,
        priority: { run: 'event.data.paid ? 120 : 0' },
      },
      async ({ event }) => {
        order.push(event.data.n);
        if (event.data.n === 1) await released;
      },
    ),
  ]);
  await stage.inngest.send(go({ n: 1, paid: false }));
  await until(() => order.length === 1);
  await stage.inngest.send([go({ n: 2, paid: false }), go({ n: 3, paid: true })]);
  await until(async () => (await stage.runner.runs()).length === 3);
  release();
  await stage.runner.idle();
  expect(order).toEqual([1, 3, 2]);
});

test('triggers may have conditions and wildcards, and one event may start several functions', async () => {
  const seen: string[] = [];
  const stage = await setStage((inngest) => [
    inngest.createFunction({ id: 'large', triggers: [{ event: 'app/go', if: 'event.data.n > 5' }] }, () => {
      seen.push('large');
    }),
    inngest.createFunction({ id: 'any', triggers: [{ event: 'app/*' }] }, ({ event }) => {
      seen.push(`any ${event.name} ${event.data.n}`);
    }),
  ]);
  await stage.play({ name: 'app/go', data: { n: 1 } });
  await stage.play({ name: 'app/come', data: { n: 9 } });
  await stage.play({ name: 'other/go', data: { n: 9 } });
  await stage.play({ name: 'app/go', data: { n: 9 } });
  expect(seen.toSorted()).toEqual(['any app/come 9', 'any app/go 1', 'any app/go 9', 'large']);
});

test('an event dated in the future starts its run then', async () => {
  const late: number[] = [];
  const stage = await setStage((inngest) => [
    inngest.createFunction({ id: 'dated', triggers: [{ event: 'app/go' }] }, ({ event }) => {
      late.push(Date.now() - (event.ts ?? 0));
    }),
  ]);
  await stage.inngest.send({ ...go(), ts: Date.now() + 500 });
  await stage.runner.idle();
  expect(late).toHaveLength(1);
  expect(late[0]).toBeGreaterThanOrEqual(0);
});

test('a function with a schedule runs at the start and then at its times', async () => {
  const crons: unknown[] = [];
  await setStage((inngest) => [
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
  const stage = await setStage((inngest) => [
    inngest.createFunction({ id: 'yearly', triggers: [{ cron: '0 3 1 1 *' }] }, () => {}),
  ]);
  await stage.runner.idle();
  await stage.runner.stop();
  stage.runner = await startRunner({ port: 0, appUrl: stage.app.url, databaseUrl: stage.databaseUrl });
  await Promise.all([stage.runner.sync(), stage.runner.sync(), stage.runner.sync()]);
  await stage.runner.idle();
  expect(await stage.runner.runs()).toHaveLength(2);
});

test('without runCronsAtStart a schedule waits for its first time', async () => {
  const stage = await setStage(
    (inngest) => [inngest.createFunction({ id: 'yearly', triggers: [{ cron: '0 3 1 1 *' }] }, () => {})],
    { runCronsAtStart: false },
  );
  await stage.runner.idle();
  expect(await stage.runner.runs()).toEqual([]);
});

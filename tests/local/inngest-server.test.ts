import http from 'node:http';
import { Inngest } from 'inngest';
import { serve } from 'inngest/node';
import { afterEach, expect, test } from 'vitest';
import { startRunner } from '../../local/inngest/runner.ts';
import { closeHarnesses, createDatabase, quiet, startHarness, TestApp } from './inngest-harness.ts';

afterEach(closeHarnesses);

const counting = () => {
  const seen: unknown[] = [];
  const define = (inngest: Inngest) => [
    inngest.createFunction({ id: 'counts', triggers: [{ event: 'app/go' }] }, ({ event }) => {
      seen.push(event.data.n);
      return event.data.n;
    }),
  ];
  return { seen, define };
};

/** A request whose Host and Origin are as given, which fetch would not send. */
function request(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    http
      .request(url, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
      .once('error', reject)
      .end();
  });
}

const post = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body, headers, signal: AbortSignal.timeout(10_000) });

test('fifty sends of one event id at the same moment run once', async () => {
  const { seen, define } = counting();
  const harness = await startHarness(define);
  const sends = Array.from({ length: 50 }, () => harness.inngest.send({ id: 'one', name: 'app/go', data: { n: 1 } }));
  const answers = await Promise.all(sends);
  await harness.runner.idle();
  expect(answers.every(({ ids }) => ids.length === 1)).toBe(true);
  expect(seen).toEqual([1]);
});

test('a second try of the same request, known by its seed, stores nothing twice', async () => {
  const { seen, define } = counting();
  const harness = await startHarness(define);
  const body = JSON.stringify([
    { name: 'app/go', data: { n: 1 } },
    { name: 'app/go', data: { n: 2 } },
  ]);
  for (const seed of ['1,a', '1,a', '2,b']) {
    await post(`${harness.runner.url}/e/key`, body, { 'x-inngest-event-id-seed': seed });
  }
  await harness.runner.idle();
  expect(seen.toSorted()).toEqual([1, 1, 2, 2]);
});

test.each([
  ['no JSON', '{'],
  ['no name', '{"data":{}}'],
  ['an empty name', '{"name":"","data":{}}'],
  ['a NUL in the name', '{"name":"a\\u0000","data":{}}'],
  ['data that is no object', '{"name":"app/go","data":[1]}'],
  ["one of the runner's own names", '{"name":"inngest/function.failed","data":{}}'],
  ['one bad event among good ones', '[{"name":"app/go","data":{}},{"data":{}}]'],
  ['more than 512 KB', JSON.stringify({ name: 'app/go', data: { text: 'x'.repeat(512 * 1024) } })],
])('an event with %s is refused, and nothing is stored', async (_, body) => {
  const harness = await startHarness(counting().define);
  const answer = await post(`${harness.runner.url}/e/key`, body);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ ids: [], error: expect.any(String) });
  expect(await harness.runner.events()).toEqual([]);
});

test('the runs and the functions can be read', async () => {
  const harness = await startHarness(counting().define);
  const { ids } = await harness.inngest.send({ id: 'mine', name: 'app/go', data: { n: 3 } });
  await harness.runner.idle();
  const read = async (path: string) => (await fetch(harness.runner.url + path)).json();
  const run = { function_id: 'test-counts', status: 'Completed', output: 3, event_id: ids[0] };
  expect(await read('/runs')).toMatchObject([{ ...run, trace: [{ answer: 'completed' }] }]);
  expect(await read('/health')).toMatchObject({ status: 200 });
  expect(await read('/dev')).toMatchObject({ functions: [{ id: 'test-counts' }] });
});

test('only this machine, by its own names, is answered', async () => {
  const harness = await startHarness(counting().define);
  const url = `${harness.runner.url}/health`;
  const { port } = new URL(harness.runner.url);
  expect(await request(url, { host: `localhost:${port}` })).toBe(200);
  expect(await request(url, { host: 'evil.example' })).toBe(403);
  expect(await request(url, { host: `127.0.0.1.evil.example:${port}` })).toBe(403);
  expect(await request(url, { origin: 'https://evil.example' })).toBe(403);
  expect(await request(url, { origin: 'null' })).toBe(403);
  expect(await request(url, { origin: 'http://localhost:3000' })).toBe(200);
});

test('an app that registers out of band is known', async () => {
  const { seen, define } = counting();
  const harness = await startHarness(() => []);
  harness.app.serve(serve({ client: harness.inngest, functions: define(harness.inngest) }));
  const registered = await fetch(harness.app.url, { method: 'PUT' });
  expect(registered.status).toBe(200);
  await harness.play({ name: 'app/go', data: { n: 1 } });
  expect(seen).toEqual([1]);
});

test('with an event key, others are refused', async () => {
  const harness = await startHarness(counting().define, { eventKey: 'right' });
  const event = JSON.stringify({ name: 'app/go', data: {} });
  expect((await post(`${harness.runner.url}/e/wrong`, event)).status).toBe(401);
  expect((await post(`${harness.runner.url}/e/right`, event)).status).toBe(200);
});

test('a second runner on the same database is refused, and says why', { timeout: 30_000 }, async () => {
  const harness = await startHarness(counting().define);
  const second = startRunner({ port: 0, appUrl: harness.app.url, databaseUrl: harness.databaseUrl });
  await expect(second).rejects.toThrow('another local Inngest runner uses this database');
});

test('a busy port rejects the start', async () => {
  const harness = await startHarness(counting().define);
  const port = Number(new URL(harness.runner.url).port);
  const second = startRunner({ port, appUrl: harness.app.url, databaseUrl: await createDatabase() });
  await expect(second).rejects.toThrow('EADDRINUSE');
});

test('signed requests are verified by the SDK, and a wrong key gets nothing done', async () => {
  const signingKey = 'signkey-test-0123456789abcdef0123456789abcdef';
  const signed = async (key: string) => {
    const app = new TestApp();
    await app.listen();
    const runner = await startRunner({
      port: 0,
      appUrl: app.url,
      databaseUrl: await createDatabase(),
      signingKey: key,
    });
    const client = new Inngest({
      id: 'test',
      isDev: false,
      baseUrl: runner.url,
      signingKey,
      eventKey: 'key',
      logger: quiet,
    });
    const { seen, define } = counting();
    app.serve(serve({ client, functions: define(client) }));
    const close = async () => {
      await runner.stop();
      await app.close();
    };
    return { runner, client, seen, close };
  };

  const right = await signed(signingKey);
  await right.runner.sync();
  // Fractions, other scripts and the order of names are where canonical JSON goes wrong.
  await right.client.send({ name: 'app/go', data: { n: 0.1, ü: 'é\u2028', Z: 1e21, a: [null, -0] } });
  await right.runner.idle();
  expect(right.seen).toEqual([0.1]);
  await right.close();

  const wrong = await signed('signkey-test-ffffffffffffffffffffffffffffffff');
  await expect(wrong.runner.sync()).rejects.toThrow('INNGEST_SIGNING_KEY');
  await wrong.close();
});

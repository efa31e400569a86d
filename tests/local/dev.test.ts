import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { until } from '../support/stack.ts';

const root = resolve(import.meta.dirname, '../..');
const demoUser = '00000000-0000-4000-8000-000000000001';

type Dev = { process: ChildProcess; url: string; output: () => string; ended: Promise<number | null>; dataDir: string };
const running = new Set<ChildProcess>();
const folders = new Set<string>();

afterEach(async () => {
  for (const child of running) {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
    }
    running.delete(child);
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
});

function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'flux-dev-'));
  folders.add(folder);
  return folder;
}

/** `npm run dev` on free ports, up to its `ready` line (or its end). */
async function startDev(dataDir: string, env: Record<string, string> = {}): Promise<Dev> {
  const ports = await freePorts(3);
  const { SUPABASE_URL: _url, INNGEST_DEV: _dev, E2B_API_KEY: _key, ...inherited } = process.env;
  const child = spawn('npm', ['run', '--silent', 'dev'], {
    cwd: root,
    env: {
      ...inherited,
      API_SERVER_PORT: String(ports[0]),
      INNGEST_SERVER_PORT: String(ports[1]),
      SUPABASE_PORT: String(ports[2]),
      FLUX_DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const ready = new Promise<string>((done) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const url = /^ready (http:\S+)$/m.exec(output)?.[1];
      if (url) done(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
  });
  const url = await Promise.race([ready, ended.then(() => '')]);
  return { process: child, url, output: () => output, ended, dataDir };
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<Server>((done) => {
          const server = createServer().listen(0, '127.0.0.1', () => done(server));
        }),
    ),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

type Goal = { id: string; plan_status: string; plan_json: { weeks: unknown[] } | null };
type Chat = { clientId: string; lastResponse: unknown; execution?: { stdout: string } };

async function call<T>(url: string, body?: unknown): Promise<{ status: number; body: T }> {
  const response = await fetch(url, {
    ...(body ? { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(20_000),
  });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

test('the published curl examples work as they stand, without a token', async () => {
  const dev = await startDev(newDataDir());
  expect(dev.output()).toMatch(/database, REST, auth\s+embedded/);
  expect(dev.output().trim().split('\n').at(-1)).toBe(`ready ${dev.url}`);

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

test.each(['VERCEL', 'NETLIFY', 'SITE_ID'])('it refuses to start where %s is set', async (variable) => {
  const dev = await startDev(newDataDir(), { [variable]: '1' });
  expect(await dev.ended).toBe(1);
  expect(dev.output()).toContain(`${variable} is set`);
});

async function childrenOf(pid: number): Promise<number[]> {
  return (await descendants(pid)).map((child) => child.pid);
}

/** Every process below one, with its command. */
async function descendants(root: number): Promise<{ pid: number; command: string }[]> {
  const ps = spawn('ps', ['-eo', 'pid=,ppid=,args=']);
  let text = '';
  ps.stdout.on('data', (chunk) => {
    text += chunk;
  });
  await new Promise((done) => ps.once('close', done));
  const all = text.split('\n').flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    // What has ended and was not yet noticed by its parent is gone too.
    const runs = pid && !command?.endsWith('<defunct>');
    return runs ? [{ pid: Number(pid), parent: Number(parent), command: command ?? '' }] : [];
  });
  const below = (pid: number): { pid: number; command: string }[] =>
    all.filter((row) => row.parent === pid).flatMap((row) => [row, ...below(row.pid)]);
  return below(root);
}

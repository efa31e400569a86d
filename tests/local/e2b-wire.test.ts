import { Sandbox } from '@e2b/code-interpreter';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { useSandboxServer } from './e2b-server.ts';

const server = useSandboxServer();
// A sandbox that was just opened holds its place for a while.
afterEach(async () => {
  const left = await Sandbox.list().nextItems();
  await Promise.all(left.map(({ sandboxId }) => Sandbox.kill(sandboxId)));
});

const Created = z.object({ sandboxID: z.string(), envdAccessToken: z.string() });

const template = { templateID: 'code-interpreter-v1' };

function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  return fetch(`${server().url}${path}`, {
    method,
    headers: { 'x-api-key': server().apiKey, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
  });
}

async function create(body: object = {}) {
  const response = await call('POST', '/v2/sandboxes', { ...template, ...body });
  const { sandboxID, envdAccessToken } = Created.parse(await response.json());
  return { id: sandboxID, headers: { 'e2b-sandbox-id': sandboxID, 'x-access-token': envdAccessToken } };
}

describe('the control API', () => {
  test('asks for the key', async () => {
    for (const key of ['', 'e2b_wrong']) {
      const response = await call('POST', '/v2/sandboxes', template, { 'x-api-key': key });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ code: 401 });
    }
  });

  test('refuses what it does not understand, and says what that is', async () => {
    const bodies = [
      '{',
      '[]',
      {},
      { ...template, timeout: -1 },
      { ...template, metadata: { a: 1 } },
      { ...template, mcp: {} },
    ];
    for (const body of bodies) {
      const response = await call('POST', '/v2/sandboxes', body);
      expect([response.status, await response.json()]).toEqual([400, { code: 400, message: expect.any(String) }]);
    }
    expect((await call('POST', '/v2/sandboxes', { templateID: 'other' })).status).toBe(404);
    expect((await call('POST', '/v2/sandboxes', { ...template, metadata: { a: 'x'.repeat(300_000) } })).status).toBe(
      413,
    );
  });

  test('answers 404 for what it does not know', async () => {
    const paths = [
      'GET /sandboxes/inone',
      'DELETE /sandboxes/inone',
      'GET /nothing',
      'POST /v2/sandboxes/inone/connect',
    ];
    for (const route of [...paths, 'POST /sandboxes/inone/pause', 'POST /sandboxes/inone/timeout']) {
      const [method = '', path = ''] = route.split(' ');
      const body = method === 'POST' ? { ...(path.endsWith('timeout') && { timeout: 1 }) } : undefined;
      expect([route, (await call(method, path, body)).status]).toEqual([route, 404]);
    }
  });

  test('says of a call that only E2B has that it is not there, and never that the key is wrong', async () => {
    const sandbox = await Sandbox.create();
    const attempts = [
      () => sandbox.files.exists('a'),
      () => sandbox.files.makeDir('a'),
      () => sandbox.files.remove('a'),
      () => sandbox.files.rename('a', 'b'),
      () => sandbox.files.getInfo('a'),
      () => sandbox.commands.run('ls'),
      () => sandbox.createCodeContext(),
      () => sandbox.getMetrics(),
    ];
    for (const attempt of attempts) {
      const error = await attempt().then(
        () => 'it worked',
        (reason: unknown) => reason,
      );
      expect(error).toMatchObject({ message: expect.stringMatching(/the local sandbox has no .*E2B_API_KEY|501/) });
      expect(error).not.toMatchObject({ name: 'AuthenticationError' });
    }
    expect((await call('GET', '/v3/templates', undefined, { 'x-api-key': '' })).status).toBe(501);
    expect((await call('GET', '/nothing', undefined, { 'x-api-key': '' })).status).toBe(404);
  });

  test('gives ids that nobody guesses', async () => {
    const { id } = await create();
    expect(id).toMatch(/^i[0-9a-f]{24}$/);
  });
});

describe('the data plane', () => {
  test("asks for the sandbox's own token", async () => {
    const [one, other] = [await create(), await create()];
    const headers = { ...one.headers, 'x-access-token': other.headers['x-access-token'] };
    for (const path of ['/execute', '/filesystem.Filesystem/ListDir']) {
      expect((await call('POST', path, { code: '1', path: '.' }, headers)).status).toBe(401);
    }
    expect((await call('GET', '/files?path=a', undefined, headers)).status).toBe(401);
  });

  test('reports a missing sandbox as the proxy of E2B does', async () => {
    const response = await call('POST', '/execute', { code: '1' }, { 'e2b-sandbox-id': 'inone' });
    expect(response.status).toBe(502);
    expect(await response.json()).toEqual({ code: 502, message: 'The sandbox was not found', sandboxId: 'inone' });
  });

  test('refuses malformed bodies, other contexts and other languages', async () => {
    const { headers } = await create();
    const statusOf = async (body: unknown) => (await call('POST', '/execute', body, headers)).status;
    expect(await statusOf('nonsense')).toBe(400);
    expect(await statusOf({ code: 1 })).toBe(400);
    expect(await statusOf({ code: '1', context_id: 'c' })).toBe(404);
    expect(await statusOf({ code: '1', language: 'javascript' })).toBe(500);
    expect(await statusOf({ code: 'x'.repeat(2_000_000) })).toBe(413);
    expect((await call('POST', '/files?path=a', 'no form', headers)).status).toBe(400);
    expect((await call('GET', '/files', undefined, headers)).status).toBe(400);
  });

  test('streams lines of JSON in ASCII, numbered from one', async () => {
    const { headers } = await create();
    const lines = async (code: string) => {
      const text = await (await call('POST', '/execute', { code }, headers)).text();
      expect(text).toMatch(/^[\n\x20-\x7e]*$/);
      return text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
    };
    expect(await lines('print("é")\n1')).toEqual([
      { type: 'number_of_executions', execution_count: 1 },
      { type: 'stdout', text: 'é\n', timestamp: expect.any(String) },
      { type: 'result', is_main_result: true, text: '1' },
      { type: 'end_of_execution' },
    ]);
    expect((await lines('1/0')).map(({ type }) => type)).toEqual(['number_of_executions', 'error', 'end_of_execution']);
  });

  test('says when output was cut', async () => {
    const { headers } = await create();
    const text = await (
      await call('POST', '/execute', { code: 'for _ in range(9000): print("x" * 50)' }, headers)
    ).text();
    expect(text.match(/output truncated at 256 KB/g)).toHaveLength(1);
    expect(text.length).toBeLessThan(2_000_000);
  });

  test('a caller that hangs up ends the run and its sandbox', async () => {
    const { id, headers } = await create();
    const controller = new AbortController();
    const response = await fetch(`${server().url}/execute`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ code: 'while True: pass' }),
      signal: controller.signal,
    });
    expect(response.status).toBe(200);
    controller.abort();
    await expect.poll(async () => (await call('GET', `/sandboxes/${id}`)).status).toBe(404);
  });
});

describe("the SDK's own methods", () => {
  test('create, info, list, time-out, pause and kill', async () => {
    const sandbox = await Sandbox.create({ metadata: { owner: 'u&1' }, timeoutMs: 60_000 });
    expect(await sandbox.getInfo()).toMatchObject({
      state: 'running',
      metadata: { owner: 'u&1' },
      allowInternetAccess: false,
    });
    const before = (await sandbox.getInfo()).endAt.getTime();
    await sandbox.setTimeout(600_000);
    expect((await sandbox.getInfo()).endAt.getTime()).toBeGreaterThan(before);
    const listed = (metadata: Record<string, string>) =>
      Sandbox.list({ query: { metadata, state: ['running'] } }).nextItems();
    expect((await listed({ owner: 'u&1' })).map(({ sandboxId }) => sandboxId)).toEqual([sandbox.sandboxId]);
    expect(await listed({ owner: 'u2' })).toEqual([]);
    expect(await sandbox.isRunning()).toBe(true);
    expect(await sandbox.pause()).toBe(true);
    expect(await sandbox.pause()).toBe(false);
    expect(await listed({ owner: 'u&1' })).toEqual([]);
    // Its lifecycle does not resume it by itself: only connecting does.
    await expect(sandbox.runCode('1')).rejects.toMatchObject({ name: 'TimeoutError' });
    await sandbox.connect();
    expect((await sandbox.runCode('1')).text).toBe('1');
    expect(await sandbox.kill()).toBe(true);
    expect(await sandbox.kill()).toBe(false);
    expect(await sandbox.isRunning()).toBe(false);
  });

  test('a sandbox that outlives its time is paused or killed, as it asked, unless it got more', async () => {
    const extended = await Sandbox.create({ timeoutMs: 1000 });
    await extended.setTimeout(600_000);
    const killed = await Sandbox.create({ timeoutMs: 1000 });
    const paused = await Sandbox.create({ timeoutMs: 1000, lifecycle: { onTimeout: 'pause', autoResume: true } });
    await expect.poll(() => paused.getInfo().then(({ state }) => state), { timeout: 10_000 }).toBe('paused');
    await expect(killed.getInfo()).rejects.toMatchObject({ name: 'SandboxNotFoundError' });
    expect(await extended.isRunning()).toBe(true);
    await paused.connect({ timeoutMs: 600_000 });
    await paused.pause();
    expect((await paused.runCode('1')).text).toBe('1');
    expect(await paused.getInfo()).toMatchObject({ state: 'running' });
  });

  test('connecting gives a running sandbox more time, and never less', async () => {
    const sandbox = await Sandbox.create({ timeoutMs: 600_000 });
    const { endAt } = await sandbox.getInfo();
    await sandbox.connect({ timeoutMs: 1_000 });
    expect((await sandbox.getInfo()).endAt).toEqual(endAt);
    await sandbox.connect({ timeoutMs: 1_200_000 });
    expect((await sandbox.getInfo()).endAt.getTime()).toBeGreaterThan(endAt.getTime());
  });

  test("a text is a result without the quotes of its repr, as E2B's server gives it", async () => {
    const sandbox = await Sandbox.create();
    expect((await sandbox.runCode("'abc'")).text).toBe('abc');
    expect((await sandbox.runCode('"it\'s"')).text).toBe("it's");
    expect((await sandbox.runCode("['abc']")).text).toBe("['abc']");
    expect((await sandbox.runCode("''")).text ?? '').toBe('');
  });

  test('variables of the sandbox and of one run', async () => {
    const sandbox = await Sandbox.create({ envs: { A: 'sandbox' } });
    const code = 'import os\n(os.environ.get("A"), os.environ.get("B"))';
    expect((await sandbox.runCode(code, { envs: { B: 'run' } })).text).toBe("('sandbox', 'run')");
    expect((await sandbox.runCode(code)).text).toBe("('sandbox', None)");
  });
});

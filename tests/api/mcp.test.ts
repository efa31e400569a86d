import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { intents } from '../../lib/intents/registry.ts';
import { startTestStack, type TestStack, until } from '../support/stack.ts';

let stack: TestStack;
const clients: Client[] = [];
beforeAll(async () => {
  stack = await startTestStack({ runner: true, sandbox: true });
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await stack?.stop();
});

/** The official client, signed in as a person; `auto` speaks the newest generation of the protocol, the default that of 2025. */
async function connect(token: string, mode?: 'auto'): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' }, mode ? { versionNegotiation: { mode } } : {});
  const requestInit = { headers: { Authorization: `Bearer ${token}` } };
  await client.connect(new StreamableHTTPClientTransport(new URL(`${stack.api.url}/api/mcp`), { requestInit }));
  clients.push(client);
  return client;
}

async function call(client: Client, name: string, args: Record<string, unknown> = {}) {
  const { content, isError = false } = await client.callTool({ name, arguments: args });
  const [first] = content;
  return { text: first?.type === 'text' ? first.text : '', isError };
}

test.each([undefined, 'auto'] as const)('both generations of clients list and call the tools (%s)', async (mode) => {
  const person = await stack.signUp();
  const client = await connect(person.token, mode);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name).toSorted()).toEqual(intents.map(({ name }) => name).toSorted());
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  expect(byName.get('list_tasks')?.annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
  expect(byName.get('cancel_task')?.annotations).toMatchObject({ readOnlyHint: false, destructiveHint: true });

  expect(await call(client, 'create_task', { title: 'Water the plants', when: 'tomorrow at 8' })).toMatchObject({
    isError: false,
    text: expect.stringContaining('Water the plants'),
  });
  expect((await call(client, 'list_tasks', { when: 'tomorrow' })).text).toContain('Water the plants');
  const week = await client.readResource({ uri: 'flux://week' });
  expect(JSON.stringify(week.contents)).toContain('Water the plants');
});

test('every tool answers a call without arguments with a sentence', async () => {
  const { token } = await stack.signUp();
  const client = await connect(token);
  for (const { name } of intents.filter(({ name }) => name !== 'run_code')) {
    const { text } = await call(client, name).catch((error: Error) => ({ text: error.message }));
    expect(text.length, name).toBeGreaterThan(5);
    expect(text, name).not.toMatch(/undefined|Error:|PGRST|SQLSTATE|at file:/);
  }
});

test('a program that a client asks for is run, and its answer comes with the call', async () => {
  const { token } = await stack.signUp();
  const client = await connect(token);
  expect((await call(client, 'run_code', { code: 'print(6 * 7)' })).text).toContain('42');
});

test('goals can be read one by one, and what is not there or somebody else’s is one and the same', async () => {
  const [kim, sam] = [await stack.signUp(), await stack.signUp()];
  const client = await connect(kim.token);
  await call(client, 'create_goal', { title: 'Run a half marathon in twelve weeks' });
  const goals = await until(
    async () => JSON.stringify((await client.readResource({ uri: 'flux://goals' })).contents),
    (text) => text.includes('ready'),
  );
  expect(goals).toContain('Run a half marathon');
  const [goal] = (await kim.get<{ id: string }[]>('/goals')).body;
  expect(JSON.stringify(await client.readResource({ uri: `flux://goals/${goal?.id}` }))).toContain('milestone');

  const other = await connect(sam.token);
  const refusal = (uri: string) => other.readResource({ uri }).then(String, (error: Error) => error.message);
  const missing = await refusal(`flux://goals/${crypto.randomUUID()}`);
  expect(missing).not.toContain('object');
  expect(await refusal(`flux://goals/${goal?.id}`)).toBe(missing);
  expect((await call(other, 'list_goals')).text).not.toContain('marathon');
});

test('prompts are there to be chosen', async () => {
  const { token } = await stack.signUp();
  const client = await connect(token);
  expect((await client.listPrompts()).prompts.map(({ name }) => name)).toContain('plan_my_week');
  expect(JSON.stringify(await client.getPrompt({ name: 'plan_my_week' }))).toContain('flux://week');
});

const initialize = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
};
const accept = { Accept: 'application/json, text/event-stream' };

test('who is not signed in is told where to do it, by metadata that names Supabase', async () => {
  const answer = await stack.request('/api/mcp', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...accept },
    body: JSON.stringify(initialize),
  });
  expect(answer.status).toBe(401);
  const [, url = ''] = /resource_metadata="([^"]+)"/.exec(answer.headers.get('WWW-Authenticate') ?? '') ?? [];
  for (const path of [
    new URL(url).pathname,
    '/.well-known/oauth-protected-resource',
    '/.well-known/oauth-protected-resource/api/mcp',
  ]) {
    const metadata = await stack.request(path);
    expect(metadata.body).toEqual({
      resource: `${stack.api.url}/api/mcp`,
      authorization_servers: [`${stack.supabase.url}/auth/v1`],
      bearer_methods_supported: ['header'],
    });
    expect(metadata.headers.get('Access-Control-Allow-Origin')).toBe('*');
  }
});

test('a token that was given to an assistant opens this door and no other', async () => {
  const person = await stack.signUp();
  const token = await stack.supabase.mintToken(person.id, { claims: { client_id: crypto.randomUUID() } });
  const client = await connect(token);
  expect((await call(client, 'create_task', { title: 'Call the dentist' })).isError).toBe(false);
  expect((await client.readResource({ uri: 'flux://week' })).contents).toHaveLength(1);

  const headers = { Authorization: `Bearer ${token}` };
  for (const path of ['/goals', '/tasks', '/account', '/account/export', '/api/chat']) {
    expect((await stack.request(path, { headers })).status, path).toBe(403);
  }
  const rest = (path: string, init: RequestInit) =>
    fetch(`${stack.supabase.url}/rest/v1${path}`, {
      ...init,
      headers: { ...headers, apikey: stack.supabase.publishableKey, 'Content-Type': 'application/json' },
    });
  for (const [path, init] of [
    ['/users', { method: 'PATCH', body: '{"name":"Mallory"}' }],
    ['/rpc/create_goal', { method: 'POST', body: '{"p_title":"x"}' }],
    ['/rpc/erase_account', { method: 'POST', body: '{}' }],
    ['/conversations', { method: 'DELETE' }],
  ] as const) {
    expect([403, 404], `${path}`).toContain((await rest(path, init)).status);
  }
  expect((await person.get<{ name: string | null }>('/account')).body.name).toBeNull();
});

test('pages of other sites are refused, and other methods are not there', async () => {
  const { token } = await stack.signUp();
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...accept };
  const send = (init: RequestInit) => stack.request('/api/mcp', { headers, ...init });
  for (const method of ['GET', 'DELETE']) expect((await send({ method })).status).toBe(405);
  const body = JSON.stringify(initialize);
  const foreign = await send({ method: 'POST', body, headers: { ...headers, Origin: 'https://evil.example' } });
  expect(foreign.status).toBe(403);
});

test('a call that comes again under its Idempotency-Key is carried out once, and the id of JSON-RPC names no call', async () => {
  const person = await stack.signUp();
  const send = async (id: number, title: string, key?: string) => {
    const params = { name: 'create_task', arguments: { title } };
    const answer = await fetch(`${stack.api.url}/api/mcp`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${person.token}`,
        'Content-Type': 'application/json',
        'MCP-Protocol-Version': '2025-11-25',
        ...accept,
        ...(key ? { 'Idempotency-Key': key } : {}),
      },
      body: JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params }),
    });
    // The call has been made when its answer ends.
    await answer.text();
  };
  const titles = async () => (await person.get<{ title: string }[]>('/tasks')).body.map(({ title }) => title).sort();
  await Promise.all(Array.from({ length: 5 }, (_, id) => send(id, 'Call the dentist', 'k1')));
  expect(await titles()).toEqual(['Call the dentist']);
  await send(1, 'Water the plants', 'k1');
  await send(1, 'Buy milk');
  await send(1, 'Buy milk');
  expect(await titles()).toEqual(['Buy milk', 'Buy milk', 'Call the dentist', 'Water the plants']);
});

test('calls count against the same limits as every other door', async () => {
  const { token } = await stack.signUp();
  const client = await connect(token);
  const answers = await Promise.all(Array.from({ length: 160 }, () => call(client, 'list_goals')));
  expect(answers.some(({ isError, text }) => isError && /too many|wait|again/i.test(text))).toBe(true);
});

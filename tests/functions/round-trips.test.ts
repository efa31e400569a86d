import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cachedToken, cacheToken } from '../../lib/http/token-cache.ts';
import { startFaultProxy } from '../support/fault-proxy.ts';
import { type Person, startTestStack, type TestStack, times } from '../support/stack.ts';

let stack: TestStack;
let person: Person;
const ids = { goal: '', task: '', session: `sess_${'b'.repeat(26)}` };

beforeAll(async () => {
  stack = await startTestStack();
  person = await stack.signUp();
  ids.goal = (await person.post<{ id: string }>('/goals', { title: 'Swim' })).body.id;
  ids.task = (await person.post<{ id: string }>('/tasks', { title: 'Run', duration_minutes: 30 })).body.id;
  await person.post('/api/chat', { message: 'Hello' }, { 'X-Client-Id': 'mine' });
  await stack.supabase.query('insert into public.voice_sessions (id, user_id) values ($1, $2)', [
    ids.session,
    person.id,
  ]);
});
afterAll(() => stack.stop());

type Request = [method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: () => string, body?: () => object];

const said = () => ({ session_id: ids.session, role: 'user', content: 'Hello' });
const intent = (name: string, input: object) => () => ({
  function_call_id: crypto.randomUUID(),
  function_name: name,
  input,
  session_id: ids.session,
});

const once: Record<string, Request> = {
  'stating a goal': ['POST', () => '/goals', () => ({ title: 'Learn to dance' })],
  'listing goals': ['GET', () => '/goals'],
  'reading a goal': ['GET', () => `/goals/${ids.goal}`],
  'changing a goal': ['PATCH', () => `/goals/${ids.goal}`, () => ({ title: 'Swim further' })],
  'planning a goal again': ['POST', () => `/goals/${ids.goal}/plan`, () => ({})],
  'adding a task': ['POST', () => '/tasks', () => ({ title: 'Read', duration_minutes: 20 })],
  'listing tasks': ['GET', () => '/tasks'],
  'reading a task': ['GET', () => `/tasks/${ids.task}`],
  'sending a message': ['POST', () => '/api/chat', () => ({ message: 'Hello' })],
  'polling a response': ['GET', () => '/api/chat/response/mine'],
  'listing conversations': ['GET', () => '/api/chat'],
  'saving what was said': ['POST', () => '/api/v1/voice/messages', said],
  'reading a transcript': ['GET', () => `/api/v1/voice/sessions/${ids.session}/messages`],
  'reading an account': ['GET', () => '/account'],
  'changing an account': ['PATCH', () => '/account', () => ({ daily_minutes: 90 })],
  'reading usage': ['GET', () => '/account/usage'],
  'searching references': ['GET', () => '/api/v1/rag/search?q=running'],
  'deleting a goal': ['DELETE', () => `/goals/${ids.goal}`],
};

const twice: Record<string, Request> = {
  'completing a task': ['PATCH', () => `/tasks/${ids.task}`, () => ({ status: 'done' })],
  'asking for new times': ['GET', () => `/tasks/${ids.task}/slots`],
  'an intent that reads': ['POST', () => '/api/v1/voice/intents', intent('list_tasks', {})],
  'an intent that writes': ['POST', () => '/api/v1/voice/intents', intent('create_task', { title: 'Call Ana' })],
};

/** Calls of the database that a request waits for: what is done after its answer is left out. */
async function callsOf([method, path, body]: Request): Promise<string[]> {
  await stack.api.idle();
  stack.supabase.requests.length = 0;
  const response = await fetch(`${stack.api.url}${path()}`, {
    method,
    headers: { Authorization: `Bearer ${person.token}`, 'Content-Type': 'application/json' },
    ...(body ? { body: JSON.stringify(body()) } : {}),
  });
  expect(response.status, await response.text()).toBeLessThan(300);
  return stack.supabase.requests.filter((request) => !request.endsWith('/rpc/mark_events'));
}

describe('one round trip to the database', () => {
  test.each(Object.entries(twice))('two at most for what is decided here: %s', async (_, request) => {
    const calls = await callsOf(request);
    expect(calls.length, calls.join(', ')).toBeGreaterThan(0);
    expect(calls.length, calls.join(', ')).toBeLessThanOrEqual(2);
  });

  test.each(Object.entries(once))('for %s', async (_, request) => {
    expect(await callsOf(request)).toHaveLength(1);
  });

  test('a request with a bad body or a bad token makes none', async () => {
    await stack.api.idle();
    stack.supabase.requests.length = 0;
    expect((await person.post('/goals', { title: '' })).status).toBe(422);
    const forged = await stack.supabase.forgeToken(person.id, 'foreign-key');
    expect((await stack.request('/goals', { headers: { Authorization: `Bearer ${forged}` } })).status).toBe(401);
    expect(stack.supabase.requests.filter((request) => request.includes('/rest/v1'))).toEqual([]);
  });

  test('the keys that tokens are checked with are fetched once, not with each request', async () => {
    await person.get('/goals');
    stack.supabase.requests.length = 0;
    const others = await Promise.all(times(5, () => stack.signUp()));
    for (const other of others) await other.get('/goals');
    expect(stack.supabase.requests).toEqual(times(5, () => 'GET /rest/v1/goal_details'));
  });
});

test('requests of everybody go over one connection that is kept alive', async () => {
  const people = [person, await stack.signUp(), await stack.signUp()];
  const proxy = await startFaultProxy(stack.supabase.url);
  const before = { SUPABASE_URL: process.env.SUPABASE_URL, SUPABASE_JWT_ISSUER: process.env.SUPABASE_JWT_ISSUER };
  process.env.SUPABASE_JWT_ISSUER = `${stack.supabase.url}/auth/v1`;
  process.env.SUPABASE_URL = proxy.url;
  try {
    for (const path of ['/goals', '/tasks', '/api/chat', '/account', '/goals']) {
      for (const someone of people) expect((await someone.get(path)).status).toBe(200);
    }
    expect(proxy.seen).toBeGreaterThanOrEqual(15);
    expect(proxy.connections).toBe(1);
  } finally {
    process.env.SUPABASE_URL = before.SUPABASE_URL;
    if (before.SUPABASE_JWT_ISSUER === undefined) delete process.env.SUPABASE_JWT_ISSUER;
    else process.env.SUPABASE_JWT_ISSUER = before.SUPABASE_JWT_ISSUER;
    await proxy.stop();
  }
});

describe('a token that was found good', () => {
  const soon = () => Date.now() / 1000 + 60;

  test('is remembered until it expires', () => {
    cacheToken('issuer', 'good', { userId: 'somebody' }, soon());
    expect(cachedToken('issuer', 'good')).toEqual({ userId: 'somebody' });
    cacheToken('issuer', 'over', { userId: 'somebody' }, Date.now() / 1000 - 1);
    expect(cachedToken('issuer', 'over')).toBeUndefined();
  });

  test('is good for the issuer that it was checked for, and as it is', () => {
    cacheToken('issuer', 'good', { userId: 'somebody' }, soon());
    expect(cachedToken('another', 'good')).toBeUndefined();
    expect(cachedToken('issuer', 'good.')).toBeUndefined();
  });

  test('makes room when thousands of others come, unless it is in use', () => {
    cacheToken('issuer', 'used', { userId: 'somebody' }, soon());
    cacheToken('issuer', 'unused', { userId: 'somebody' }, soon());
    for (const n of times(5_000, (index) => index)) {
      cacheToken('issuer', `other ${n}`, { userId: 'somebody' }, soon());
      cachedToken('issuer', 'used');
    }
    expect(cachedToken('issuer', 'used')).toEqual({ userId: 'somebody' });
    expect(cachedToken('issuer', 'unused')).toBeUndefined();
  });
});

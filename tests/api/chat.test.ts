import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ConversationMessage } from '../../lib/chat/schema.ts';
import { claimToThink, finishMessage, saveResults, saveThought } from '../../lib/chat/work.ts';
import { openStream, post, readStream } from '../support/chat.ts';
import { type Answer, type Person, startTestStack, type TestStack, times, until } from '../support/stack.ts';

type Listed = { clientId: string; title: string; lastMessage: string; status: string };

// Nothing works on the messages here: they stay queued unless a test ends them.
let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

function finish(messageId: string, response = 'Done.'): Promise<unknown> {
  return finishMessage({ messageId, runId: null }, { status: 'done', response });
}

const eventsOf = (person: Person) =>
  stack.supabase.query("select from private.outbox where user_id = $1 and name = 'chat/message.received'", [person.id]);

test('a message is accepted in one round trip, with its event', async () => {
  const person = await stack.signUp();
  await person.get('/api/chat');
  const before = stack.supabase.requests.length;
  const { status, headers } = await post(person, 'one', 'Hello');
  expect(status).toBe(200);
  expect(headers.get('ratelimit')).toBe('"chat";r=119;t=1');
  expect(stack.supabase.requests.slice(before)).toEqual(['POST /rest/v1/rpc/post_message']);
  await stack.api.idle();
  expect(await eventsOf(person)).toHaveLength(1);
});

test('fifty identical requests at once with one key are one message', async () => {
  const person = await stack.signUp();
  const answers = await Promise.all(
    times(50, () =>
      person.post<{ messageId: string }>(
        '/api/chat',
        { message: 'Hi' },
        { 'x-client-id': 'once', 'Idempotency-Key': 'k' },
      ),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(answers.map(({ body }) => body.messageId)).size).toBe(1);
  expect(await stack.supabase.query('select from public.chat_messages where user_id = $1', [person.id])).toHaveLength(
    1,
  );
  expect(await eventsOf(person)).toHaveLength(1);
  const elsewhere = await person.post(
    '/api/chat',
    { message: 'Hi' },
    { 'x-client-id': 'twice', 'Idempotency-Key': 'k' },
  );
  expect(elsewhere.body).toMatchObject({ status: 422, code: 'idempotency_mismatch' });
});

test('conversations are listed by their newest message, page by page, without gap or repeat', async () => {
  const person = await stack.signUp();
  for (const n of [1, 2, 3, 4, 5]) await post(person, `c${n}`, `First of ${n}`);
  await post(person, 'c2', 'Second of 2');
  const seen: Listed[] = [];
  let path: string | undefined = '/api/chat?limit=2';
  while (path) {
    const page: Answer<Listed[]> = await person.get(path);
    seen.push(...page.body);
    path = page.headers.get('link')?.match(/^<(.+)>; rel="next"$/)?.[1];
  }
  expect(seen.map(({ clientId }) => clientId)).toEqual(['c2', 'c5', 'c4', 'c3', 'c1']);
  expect(seen[0]).toEqual({
    clientId: 'c2',
    title: 'First of 2',
    lastMessage: 'Second of 2',
    status: 'queued',
    createdAt: expect.stringMatching(/Z$/),
    lastMessageAt: expect.stringMatching(/Z$/),
  });
  expect((await (await stack.signUp()).get('/api/chat')).body).toEqual([]);
});

test('a conversation is read back newest first, page by page, each message with its own answer and tools', async () => {
  const [person, stranger] = await Promise.all([stack.signUp(), stack.signUp()]);
  const ids: string[] = [];
  for (const n of [1, 2, 3, 4, 5]) {
    const { body } = await post(person, 'read', `Question ${n}`);
    ids.push(body.messageId);
    const work = { messageId: body.messageId, runId: `run ${n}`, executes: false };
    await claimToThink(work);
    const calls = [{ id: 'a', name: 'list_tasks', arguments: { when: `day ${n}` } }];
    await saveThought(work, 0, { text: '', calls }, false);
    await saveResults(work, 0, [{ place: 0, status: 'done', content: '{}', said: `Nothing on day ${n}.` }]);
    await finish(body.messageId, `Answer ${n}`);
  }
  const waiting = await post(person, 'read', 'Question 6');
  const seen: ConversationMessage[] = [];
  let path: string | undefined = '/api/chat/read/messages?limit=2';
  while (path) {
    const page: Answer<ConversationMessage[]> = await person.get(path);
    expect(page.status).toBe(200);
    seen.push(...page.body);
    path = page.headers.get('link')?.match(/^<(.+)>; rel="next"$/)?.[1];
  }
  expect(seen.map(({ message_id }) => message_id)).toEqual([waiting.body.messageId, ...ids.toReversed()]);
  expect(seen[0]).toEqual({
    message_id: waiting.body.messageId,
    content: 'Question 6',
    attachments: [],
    response: null,
    status: 'queued',
    requiresE2B: false,
    tools: [],
    created_at: expect.stringMatching(/Z$/),
    ended_at: null,
  });
  expect(seen[1]).toMatchObject({
    content: 'Question 5',
    response: 'Answer 5',
    status: 'done',
    tools: [{ name: 'list_tasks', arguments: { when: 'day 5' }, status: 'done', result: 'Nothing on day 5.' }],
    ended_at: expect.stringMatching(/Z$/),
  });
  const foreign = await stranger.get<object>('/api/chat/read/messages');
  const missing = await stranger.get<object>('/api/chat/never/messages');
  expect(foreign.status).toBe(404);
  expect({ ...foreign.body, request_id: '' }).toEqual({ ...missing.body, request_id: '' });
  expect((await person.get('/api/chat/read/messages?cursor=x')).body).toMatchObject({ status: 422 });
});

test('a message can take the place of what runs and of what is queued', async () => {
  const person = await stack.signUp();
  const [running, queued] = [await post(person, 'busy', 'First'), await post(person, 'busy', 'Second')];
  const work = { messageId: running.body.messageId, runId: 'run', executes: false };
  await claimToThink(work);
  const replacing = await person.post<{ messageId: string }>(
    '/api/chat',
    { message: 'Rather this', when_busy: 'replace' },
    { 'x-client-id': 'busy' },
  );
  expect(replacing.status).toBe(200);
  const { body } = await person.get<ConversationMessage[]>('/api/chat/busy/messages');
  expect(body.map(({ message_id, status }) => ({ message_id, status }))).toEqual([
    { message_id: replacing.body.messageId, status: 'queued' },
    { message_id: queued.body.messageId, status: 'cancelled' },
    { message_id: running.body.messageId, status: 'cancelled' },
  ]);
  // Whoever worked on the first one is refused, and the new one is owed its work.
  expect(await saveResults(work, 0, [])).toBeNull();
  const owed = await stack.supabase.query<{ id: string }>(
    "select data ->> 'message_id' as id from private.outbox where user_id = $1 and name = 'chat/message.received' order by created_at",
    [person.id],
  );
  expect(owed.map(({ id }) => id)).toEqual([running.body.messageId, replacing.body.messageId]);
  const odd = await person.post('/api/chat', { message: 'Hi', when_busy: 'drop' });
  expect(odd.body).toMatchObject({ status: 422, errors: [{ path: 'when_busy' }] });
});

test.each(['response', 'ui', 'artifacts'])('the client id %s is a path, and refused', async (name) => {
  const person = await stack.signUp();
  const refused = await post(person, name, 'Hello');
  expect(refused.body).toMatchObject({ status: 422, errors: [{ path: 'x-client-id' }] });
});

test('a stream begins with the message that is worked on, or the newest, and ends when nothing more is to come', async () => {
  const person = await stack.signUp();
  const first = await post(person, 'begin', 'One');
  await finish(first.body.messageId);
  const second = await post(person, 'begin', 'Two');
  const reading = readStream(stack, person, 'begin');
  await until(
    () => stack.supabase.query('select from private.streams where user_id = $1', [person.id]),
    (open) => open.length === 1,
  );
  await finish(second.body.messageId, 'Second answer.');
  const events = await reading;
  const message_id = second.body.messageId;
  expect(events).toEqual([
    { id: 4, type: 'status', data: { status: 'queued', message_id } },
    { id: 5, type: 'status', data: { status: 'done', message_id } },
    { id: 6, type: 'done', data: { status: 'done', message: 'Second answer.', message_id } },
  ]);
  expect(await readStream(stack, person, 'begin')).toEqual(events);
  expect((await readStream(stack, person, 'begin', { after: 0 })).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(await readStream(stack, person, 'begin', { after: 5 })).toEqual(events.slice(-1));
});

test('after the last event there is nothing more: 204; a bad id is 422', async () => {
  const person = await stack.signUp();
  const { body } = await post(person, 'over', 'One');
  await finish(body.messageId);
  const response = await openStream(stack, person, 'over', { after: 3 });
  expect(response.status).toBe(204);
  const bad = await person.get('/api/chat/response/over', { Accept: 'text/event-stream', 'Last-Event-ID': '-1' });
  expect(bad.body).toMatchObject({ status: 422, errors: [{ path: 'last-event-id' }] });
});

test('over the daily limit a message is refused with when to come back, and its key can be used again', async () => {
  const person = await stack.signUp();
  process.env.OPENAI_BASE_URL = 'http://127.0.0.1:9/v1';
  process.env.DAILY_COST_LIMIT_USD = '0.5';
  try {
    await spend(person.id, 0.4);
    expect((await post(person, 'cost', 'Cheap')).status).toBe(200);
    await spend(person.id, 0.1);
    const key = { 'x-client-id': 'cost', 'Idempotency-Key': 'again' };
    const refused = await person.post('/api/chat', { message: 'Dear' }, key);
    expect(refused.body).toMatchObject({
      status: 429,
      code: 'cost_limit',
      detail: expect.stringMatching(/midnight UTC/),
    });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await post(await stack.signUp(), 'cost', 'Mine')).status).toBe(200);
    process.env.DAILY_COST_LIMIT_USD = '2';
    expect((await person.post('/api/chat', { message: 'Dear' }, key)).status).toBe(200);
  } finally {
    delete process.env.OPENAI_BASE_URL;
    delete process.env.DAILY_COST_LIMIT_USD;
  }
});

test('people without an account share one daily limit, which none of them begins anew by leaving', async () => {
  const guest = async () => {
    const person = await stack.signUp();
    await stack.supabase.query('update auth.users set is_anonymous = true where id = $1', [person.id]);
    return person;
  };
  process.env.OPENAI_BASE_URL = 'http://127.0.0.1:9/v1';
  process.env.DAILY_COST_LIMIT_USD = '0.5';
  try {
    const [one, other] = [await guest(), await guest()];
    await spend(one.id, 0.3);
    expect((await post(other, 'cost', 'Cheap')).status).toBe(200);
    await spend(other.id, 0.3);
    expect((await one.delete('/account')).status).toBe(204);
    expect((await post(other, 'cost', 'Dear')).body).toMatchObject({ status: 429, code: 'cost_limit' });
    expect((await post(await guest(), 'cost', 'Dear')).body).toMatchObject({ status: 429, code: 'cost_limit' });
    expect((await post(await stack.signUp(), 'cost', 'Mine')).status).toBe(200);
    // With an account the limit is a person's own.
    await stack.supabase.query('update auth.users set is_anonymous = false where id = $1', [other.id]);
    expect((await post(other, 'cost', 'Mine')).status).toBe(200);
  } finally {
    delete process.env.OPENAI_BASE_URL;
    delete process.env.DAILY_COST_LIMIT_USD;
  }
});

function spend(userId: string, usd: number): Promise<unknown> {
  return stack.supabase.query('select public.record_usage($1, $2)', [
    userId,
    { kind: 'model', outcome: 'ok', cost_usd: usd, seconds: 1 },
  ]);
}

test('events and artifacts can be read through the REST API by their owner alone, and be written by nobody', async () => {
  const [person, stranger] = await Promise.all([stack.signUp(), stack.signUp()]);
  await post(person, 'rest', 'One');
  const rest = (token: string, path: string, init: RequestInit = {}) =>
    fetch(`${stack.supabase.url}/rest/v1/${path}`, {
      ...init,
      headers: {
        apikey: stack.supabase.publishableKey,
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
      },
    });
  expect(await (await rest(person.token, 'chat_events?select=id')).json()).toEqual([{ id: 1 }]);
  expect(await (await rest(stranger.token, 'chat_events?select=id')).json()).toEqual([]);
  const rpc = (name: string, body: object) =>
    rest(person.token, `rpc/${name}`, { method: 'POST', body: JSON.stringify(body) });
  for (const [name, body] of [
    ['record_usage', { p_user_id: person.id, p_entry: {} }],
    ['spent_today', { p_user_id: stranger.id }],
    ['save_thought', { p_message_id: person.id, p_run_id: '', p_round: 0, p_text: '', p_calls: [], p_executes: false }],
    ['save_tool_results', { p_message_id: person.id, p_run_id: '', p_round: 0, p_results: [] }],
    ['claim_message', { p_message_id: person.id, p_run_id: '', p_thinks: true, p_executes: false }],
    ['report_progress', { p_message_id: person.id, p_run_id: '', p_events: [] }],
  ] as const) {
    expect([401, 403, 404]).toContain((await rpc(name, body)).status);
  }
  expect((await rest(person.token, 'chat_artifacts', { method: 'POST', body: '{}' })).status).toBe(403);
  const published = await stack.supabase.query(
    "select from pg_publication_tables where pubname = 'supabase_realtime' and tablename = 'chat_events'",
  );
  expect(published).toHaveLength(1);
});

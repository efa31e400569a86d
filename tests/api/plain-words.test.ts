import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
let person: Person;
beforeAll(async () => {
  stack = await startTestStack();
  person = await stack.signUp();
});
afterAll(() => stack?.stop());

const jsonType = { 'Content-Type': 'application/json' };
const detail = (answer: { body: Record<string, unknown> }) => String(answer.body.detail);

test('refusals say the field, what it must be, and an example', async () => {
  expect(detail(await person.post('/goals', {}))).toBe('title: is missing: send for example "Get fit for my wedding"');
  expect(detail(await person.post('/goals', { title: 5 }))).toBe('title: must be text');
  expect(detail(await person.post('/goals', { title: 'x'.repeat(201) }))).toBe(
    'title: must have at most 200 characters',
  );
  expect(detail(await person.post('/goals', { title: 'Run', user_id: 'me' }))).toMatch(
    /^user_id: must be an id, such as/,
  );
  expect(detail(await person.get('/goals?status=open'))).toBe('status: must be "active", "completed" or "abandoned"');
  expect(detail(await person.get('/goals?limit=abc'))).toBe('limit: must be a number, such as 30');
  expect(detail(await person.get('/tasks/not-an-id'))).toContain('is not the id of a task');
  expect(detail(await person.patch('/account', { daily_minutes: 'many' }))).toMatch(
    /^daily_minutes: must be a (whole )?number/,
  );
});

test('an unknown field names the known one that looks most like it', async () => {
  expect(detail(await person.post('/goals', { title: 'Run', descripton: 'x' }))).toBe(
    '"descripton" is not a field here: did you mean "description"?',
  );
  expect(detail(await person.post('/goals', { title: 'Run', colour: 'red' }))).toMatch(
    /is not a field here: the fields are/,
  );
});

test('no refusal is a validator’s own text', async () => {
  const bodies = [
    null,
    [],
    'text',
    1,
    { title: null },
    { title: {} },
    { title: 'a', target_date: 'soon' },
    { title: [1] },
  ];
  for (const body of bodies) {
    for (const path of ['/goals', '/tasks', '/api/chat', '/api/v1/rag/ingest']) {
      const answer = await person.post<Record<string, unknown>>(path, body);
      expect(answer.status, path).toBe(422);
      expect(detail(answer)).not.toMatch(/Invalid (input|type|option|ISO|GUID|UUID)|expected|received|undefined/i);
    }
  }
});

test('a path with a slash at its end is the same path', async () => {
  expect((await person.get('/goals/')).status).toBe(200);
  expect((await stack.request('/health/')).body).toEqual({ status: 'ok', service: 'flux-backend' });
});

test('a method that a path lacks is 405 before its body and its token are looked at', async () => {
  for (const init of [
    { method: 'PUT' },
    { method: 'PUT', body: 'not json', headers: { 'Content-Type': 'text/plain' } },
    { method: 'DELETE' },
  ]) {
    const answer = await stack.request('/goals', init);
    expect(answer.status).toBe(405);
    expect(answer.headers.get('Allow')).toBe('POST, GET');
  }
  expect((await stack.request('/goals', { method: 'HEAD' }).catch(() => ({ status: 401 }))).status).toBe(401);
});

test('401 says how to sign in (RFC 9110)', async () => {
  const answer = await stack.request('/goals');
  expect([answer.status, answer.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer']);
});

test('bytes that are not UTF-8 are 400; text that nobody can see is no text', async () => {
  const headers = { ...jsonType, Authorization: `Bearer ${person.token}` };
  const body = Buffer.concat([Buffer.from('{"title":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]);
  const broken = await stack.request('/goals', { method: 'POST', headers, body });
  expect([broken.status, broken.body.code]).toEqual([400, 'bad_json']);
  for (const title of ['\u200b', '\u2060\u00ad', '\u3164', ' \u200d ', '\ufe0f']) {
    expect((await person.post('/goals', { title })).status, JSON.stringify(title)).toBe(422);
    expect((await person.post('/tasks', { title })).status, JSON.stringify(title)).toBe(422);
  }
  expect((await person.post('/tasks', { title: '🏃' })).status).toBe(201);
});

test('rules with WKST=MO or a semicolon at their end are taken', async () => {
  for (const recurrence_rule of ['FREQ=WEEKLY;BYDAY=MO;WKST=MO', 'RRULE:FREQ=DAILY;', 'FREQ=DAILY;COUNT=3;']) {
    const answer = await person.post('/tasks', { title: 'Water plants', recurrence_rule });
    expect(answer.status, recurrence_rule).toBe(201);
  }
  expect((await person.post('/tasks', { title: 'x', recurrence_rule: 'FREQ=WEEKLY;WKST=SU' })).status).toBe(422);
});

test('an Accept header that refuses event streams gets JSON, and an empty Last-Event-ID is none', async () => {
  await person.post('/api/chat', { message: 'Hello' }, { 'x-client-id': 'accept' });
  for (const Accept of ['text/event-stream;q=0', 'application/json, text/event-stream; q=0.0']) {
    const answer = await person.get('/api/chat/response/accept', { Accept });
    expect(answer.headers.get('Content-Type'), Accept).toContain('application/json');
  }
  const cancelled = new AbortController();
  const stream = await fetch(`${stack.api.url}/api/chat/response/accept`, {
    headers: { Authorization: `Bearer ${person.token}`, Accept: 'text/event-stream', 'Last-Event-ID': '' },
    signal: cancelled.signal,
  });
  expect([stream.status, stream.headers.get('Content-Type')]).toEqual([200, 'text/event-stream']);
  cancelled.abort();
});

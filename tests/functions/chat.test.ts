import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChatResponse } from '../../lib/chat/schema.ts';
import { type Answer, type Person, startTestStack, type TestStack, until } from '../support/stack.ts';

type Acknowledged = { success: boolean; message: string; clientId: string; messageId: string };

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ runner: true, sandbox: true });
});
afterAll(() => stack.stop());

function answered(person: Person, clientId: string): Promise<Answer<ChatResponse>> {
  return until(
    () => person.get<ChatResponse>(`/api/chat/response/${clientId}`),
    ({ body }) => !['queued', 'running'].includes(body.status),
  );
}

const factorial = 'Run this:\n```python\nimport math\nprint(math.factorial(20))\n```';

test('code in a message is acknowledged at once, run in the sandbox, and answered from what it printed', async () => {
  const person = await stack.signUp();
  const posted = await person.post<Acknowledged>('/api/chat', { message: factorial });
  expect(posted.status).toBe(200);
  expect(posted.body).toEqual({
    success: true,
    message: 'Chat message received and is being processed',
    clientId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    messageId: expect.any(String),
  });
  const { body } = await answered(person, posted.body.clientId);
  expect(body).toMatchObject({
    lastMessage: factorial,
    requiresE2B: true,
    status: 'done',
    messageId: posted.body.messageId,
    lastResponse: {
      requiresE2B: true,
      clientId: posted.body.clientId,
      message: expect.stringContaining('2432902008176640000'),
    },
    execution: {
      language: 'python',
      code: 'import math\nprint(math.factorial(20))',
      stdout: '2432902008176640000\n',
      error: null,
      duration_ms: expect.any(Number),
    },
  });
});

test("a program's day is the person's, and follows them when they travel", async () => {
  const person = await stack.signUp();
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    await stack.supabase.query('update public.users set timezone = $2 where id = $1', [person.id, zone]);
    const message = '```python\nimport datetime\nprint(datetime.date.today())\n```';
    await person.post('/api/chat', { message }, { 'x-client-id': 'travel' });
    const { body } = await answered(person, 'travel');
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(body.timestamp));
    expect(body.execution?.stdout).toBe(`${day}\n`);
  }
});

test('until it is answered, the response is there and empty', async () => {
  const person = await stack.signUp();
  const { body } = await person.post<Acknowledged>('/api/chat', { message: '1+1' }, { 'x-client-id': 'mine' });
  expect(body.clientId).toBe('mine');
  const first = await person.get<ChatResponse>('/api/chat/response/mine');
  expect(first.body).toMatchObject({ lastMessage: '1+1', messageId: body.messageId });
  expect((await answered(person, 'mine')).body.lastResponse?.message).toContain('2');
});

test('variables of one message are there for the next of the same conversation, and for no other', async () => {
  const person = await stack.signUp();
  await person.post('/api/chat', { message: '```python\nsecret = 41\n```' }, { 'x-client-id': 'a' });
  await person.post('/api/chat', { message: '```python\nprint(secret + 1)\n```' }, { 'x-client-id': 'a' });
  await person.post('/api/chat', { message: '```python\nprint(secret + 1)\n```' }, { 'x-client-id': 'b' });
  expect((await answered(person, 'a')).body.execution?.stdout).toBe('42\n');
  expect((await answered(person, 'b')).body.execution?.error?.name).toBe('NameError');
});

test('a program that fails is reported with its error, and the conversation goes on', async () => {
  const person = await stack.signUp();
  await person.post('/api/chat', { message: '```python\nprint("before")\n1/0\n```' }, { 'x-client-id': 'c' });
  const { body } = await answered(person, 'c');
  expect(body).toMatchObject({
    status: 'done',
    execution: { stdout: 'before\n', error: { name: 'ZeroDivisionError' } },
  });
  expect(body.lastResponse?.message).toMatch(/ZeroDivisionError.*before/s);
});

test('without a model, a message that needs one is answered honestly, with no word about variables', async () => {
  const person = await stack.signUp();
  const { body } = await person.post<Acknowledged>('/api/chat', {
    message: 'Write some code to calculate the factorial of a number',
  });
  const response = (await answered(person, body.clientId)).body;
  expect(response).toMatchObject({ status: 'done', requiresE2B: false });
  expect(response.lastResponse?.message).toMatch(/\w/);
  expect(response.lastResponse?.message).not.toMatch(/[A-Z]+_[A-Z_]+/);
});

test('the same client id of two people is two conversations, and a foreign one is missing', async () => {
  const [one, two] = await Promise.all([stack.signUp(), stack.signUp()]);
  await one.post('/api/chat', { message: '1+1' }, { 'x-client-id': 'shared' });
  const foreign = await two.get<object>('/api/chat/response/shared');
  const missing = await two.get<object>('/api/chat/response/never');
  expect(foreign.status).toBe(404);
  expect({ ...foreign.body, request_id: '' }).toEqual({ ...missing.body, request_id: '' });
  await two.post('/api/chat', { message: '2+2' }, { 'x-client-id': 'shared' });
  expect((await answered(one, 'shared')).body.lastMessage).toBe('1+1');
});

test('an endless loop is stopped by its limit and reported as such, and the server goes on', async () => {
  const person = await stack.signUp();
  await person.post('/api/chat', { message: '```python\nwhile True: pass\n```' }, { 'x-client-id': 'loop' });
  const { body } = await answered(person, 'loop');
  expect(body).toMatchObject({ status: 'done', requiresE2B: true, execution: { error: { name: 'TimeoutError' } } });
  expect(body.lastResponse?.message).toMatch(/stopped/);
  await person.post('/api/chat', { message: '6*7' }, { 'x-client-id': 'loop' });
  expect((await answered(person, 'loop')).body.lastResponse?.message).toContain('42');
}, 90_000);

test.each<[string, unknown, Record<string, string>, string]>([
  ['no message', {}, {}, 'message'],
  ['an empty message', { message: ' ' }, {}, 'message'],
  ['a message of 30,000 characters', { message: 'x'.repeat(30_000) }, {}, 'message'],
  ['an unknown field', { message: 'hi', admin: true }, {}, ''],
  ['a client id with a slash', { message: 'hi' }, { 'x-client-id': 'a/b' }, 'x-client-id'],
])('%s is refused in words', async (_, input, headers, path) => {
  const person = await stack.signUp();
  const answer = await person.post('/api/chat', input, headers);
  expect(answer.body).toMatchObject({ status: 422, code: 'invalid', errors: [{ path }] });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStack, type TestStack, times } from '../support/stack.ts';

type Memory = { id: string; text: string; source: string; created_at: string; updated_at: string };

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack?.stop());

test('what a person writes is remembered, read, corrected and forgotten', async () => {
  const person = await stack.signUp();
  const made = await person.post<Memory>('/account/memories', { text: '  I work from home on Fridays. ' });
  expect(made.status).toBe(201);
  expect(made.body).toEqual({
    id: expect.any(String),
    text: 'I work from home on Fridays.',
    source: 'account',
    created_at: expect.stringMatching(/Z$/),
    updated_at: expect.stringMatching(/Z$/),
  });
  const changed = await person.patch<Memory>(`/account/memories/${made.body.id}`, {
    text: 'I work at home on Mondays.',
  });
  expect(changed).toMatchObject({ status: 200, body: { id: made.body.id, text: 'I work at home on Mondays.' } });
  await person.post('/account/memories', { text: 'I like tea.' });
  const { body } = await person.get<Memory[]>('/account/memories');
  expect(body.map(({ text }) => text)).toEqual(['I like tea.', 'I work at home on Mondays.']);
  expect((await person.delete(`/account/memories/${made.body.id}`)).status).toBe(204);
  expect((await person.delete(`/account/memories/${made.body.id}`)).status).toBe(404);
  expect((await person.get<Memory[]>('/account/memories')).body.map(({ text }) => text)).toEqual(['I like tea.']);
});

test.each([
  ['My sister’s name is Anna.', "my sister's name is Ana"],
  ['My sister is called Anna', 'The name of my sister is Ana.'],
  ['I live in Rome', 'I moved to Milan'],
  ['My favourite colour is green', 'my favorite colour is blue'],
  ['Ich wohne in Bonn', 'Ich lebe in Kiel'],
  ['I  like TEA', 'I like tea!'],
])('%j is replaced by %j, in the same place', async (older, newer) => {
  const person = await stack.signUp();
  const first = await person.post<Memory>('/account/memories', { text: older });
  const second = await person.post<Memory>('/account/memories', { text: newer });
  expect(second.body.id).toBe(first.body.id);
  const { body } = await person.get<Memory[]>('/account/memories');
  expect(body.map(({ text }) => text)).toEqual([newer]);
});

test.each([
  ['My sister is a doctor', 'My sister is called Ana'],
  ['I like tea', 'I like coffee'],
  ["My sister's name is Ana", "My brother's name is Tom"],
])('%j stays beside %j', async (one, other) => {
  const person = await stack.signUp();
  await person.post('/account/memories', { text: one });
  await person.post('/account/memories', { text: other });
  expect((await person.get<Memory[]>('/account/memories')).body).toHaveLength(2);
});

test.each([
  'My password is hunter2',
  'The wifi password for the office is Tr0ub4dor',
  'PIN: 4711',
  'mein Passwort lautet Sommer2026',
  'mi contraseña es perro123',
  'My OpenAI key sk-proj-abcdefghij0123456789',
  'card 4242 4242 4242 4242, 12/29',
  'AKIAIOSFODNN7EXAMPLE',
])('a secret is refused in words and stored nowhere: %j', async (text) => {
  const person = await stack.signUp();
  const refused = await person.post<{ detail: string }>('/account/memories', { text });
  expect(refused).toMatchObject({ status: 422, body: { code: 'invalid' } });
  expect(refused.body.detail).toMatch(/I don't keep those/);
  const kept = await person.post<Memory>('/account/memories', { text: 'I like tea' });
  expect((await person.patch(`/account/memories/${kept.body.id}`, { text })).status).toBe(422);
  expect((await person.get<Memory[]>('/account/memories')).body.map((each) => each.text)).toEqual(['I like tea']);
});

test.each(['I always forget my password', 'My phone number is 030 901820', 'My order number is 1234 5678 9012 3456'])(
  'an everyday sentence is no secret: %j',
  async (text) => {
    const person = await stack.signUp();
    expect((await person.post('/account/memories', { text })).status).toBe(201);
  },
);

test.each([{ text: '' }, { text: '…' }, { text: 'a'.repeat(501) }, {}, { text: 'Tea', source: 'me' }])(
  'bad input is refused: %j',
  async (body) => {
    const person = await stack.signUp();
    expect((await person.post('/account/memories', body)).status).toBe(422);
  },
);

test('identical requests with one key remember once, and another text with it is refused', async () => {
  const person = await stack.signUp();
  const key = { 'Idempotency-Key': 'k1' };
  const answers = await Promise.all(
    times(5, () => person.post<Memory>('/account/memories', { text: 'I like tea' }, key)),
  );
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect((await person.post('/account/memories', { text: 'I like coffee' }, key)).status).toBe(422);
  expect((await person.get<Memory[]>('/account/memories')).body).toHaveLength(1);
});

test('there is room for 200, also for many at the same moment; a correction always has room', async () => {
  const person = await stack.signUp();
  await stack.supabase.query(
    `insert into public.memories (user_id, text, subject, source)
     select $1, 'Fact ' || n, 'fact ' || n, 'account' from generate_series(1, 198) n`,
    [person.id],
  );
  const answers = await Promise.all(
    times(8, (index) => person.post('/account/memories', { text: `I own ${index} cats` })),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
  const refused = answers.find(({ status }) => status !== 201);
  expect(refused).toMatchObject({ status: 409, body: { code: 'conflict', detail: expect.stringContaining('200') } });
  expect((await person.post('/account/memories', { text: 'fact 7' })).status).toBe(201);
  expect((await person.get<Memory[]>('/account/memories')).body).toHaveLength(200);
});

test('a memory that is changed to what another one is about takes its place', async () => {
  const person = await stack.signUp();
  const first = await person.post<Memory>('/account/memories', { text: 'I live in Rome' });
  await person.post('/account/memories', { text: 'I like tea' });
  await person.patch(`/account/memories/${first.body.id}`, { text: 'I like tea' });
  const { body } = await person.get<Memory[]>('/account/memories');
  expect(body.map(({ id, text }) => [id, text])).toEqual([[first.body.id, 'I like tea']]);
});

test('memories leave with the export and go with the account', async () => {
  const person = await stack.signUp();
  await person.post('/account/memories', { text: 'I like tea' });
  const { body } = await person.get<{ memories: Memory[] }>('/account/export');
  expect(body.memories.map(({ text }) => text)).toEqual(['I like tea']);
  expect((await person.delete('/account')).status).toBe(204);
  expect(await stack.supabase.query('select from public.memories where user_id = $1', [person.id])).toEqual([]);
});

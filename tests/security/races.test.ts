import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, type TestStack, times } from '../support/stack.ts';
import { pushSubscription } from './belongings.ts';
import { startWholeStack } from './stack.ts';

/** Sends many requests at the same moment, which must not break a limit that is counted or a row that exists once. */

let stack: TestStack;
beforeAll(async () => {
  stack = await startWholeStack();
  await stack.supabase.query('update private.rate_limits set capacity = 1000000, per_second = 1000000');
});
afterAll(() => stack?.stop());

const count = async (table: string, person: Person) => {
  const sql = `select count(*)::integer as n from ${table} where user_id = $1`;
  return (await stack.supabase.query<{ n: number }>(sql, [person.id]))[0]?.n;
};
const tally = (answers: { status: number }[]) => {
  const found: Record<number, number> = {};
  for (const { status } of answers) found[status] = (found[status] ?? 0) + 1;
  return found;
};

test('twenty subscriptions for one endpoint, of two people, are one row', async () => {
  const people = await Promise.all([stack.signUp(), stack.signUp()]);
  const subscription = pushSubscription(`https://fcm.googleapis.com/fcm/send/${crypto.randomUUID()}`);
  const subscribe = (person: Person) => person.post('/api/v1/notifications/subscriptions', subscription);
  const answers = await Promise.all(times(20, (n) => subscribe(people[n % 2] ?? people[0])));
  expect(tally(answers)).toEqual({ 201: 20 });
  const rows = await stack.supabase.query('select from public.push_subscriptions where endpoint = $1', [
    subscription.endpoint,
  ]);
  expect(rows).toHaveLength(1);
});

test('thirty browsers at once leave the twenty newest', async () => {
  const person = await stack.signUp();
  const answers = await Promise.all(
    times(30, () =>
      person.post(
        '/api/v1/notifications/subscriptions',
        pushSubscription(`https://fcm.googleapis.com/fcm/send/${crypto.randomUUID()}`),
      ),
    ),
  );
  expect(tally(answers)).toEqual({ 201: 30 });
  expect(await count('public.push_subscriptions', person)).toBe(20);
});

test('forty documents at 497 become 500', async () => {
  const person = await stack.signUp();
  await stack.supabase.query(
    `insert into public.documents (user_id, title, text) select $1, 'Note', 'x' from generate_series(1, 497)`,
    [person.id],
  );
  const answers = await Promise.all(
    times(40, () => person.post('/api/v1/rag/ingest', { title: 'Running', text: 'Run slowly.' })),
  );
  expect(tally(answers)).toEqual({ 200: 3, 409: 37 });
  expect(await count('public.documents', person)).toBe(500);
});

test('twenty series at 197 become 200, made and changed into', async () => {
  const person = await stack.signUp();
  await stack.supabase.query(
    `insert into public.tasks (user_id, title, date, duration_minutes, recurrence_rule, timezone)
     select $1, 'Run', current_date, 10, 'FREQ=DAILY', 'UTC' from generate_series(1, 197)`,
    [person.id],
  );
  const made = await Promise.all(times(10, () => person.post<{ id: string }>('/tasks', { title: 'Run' })));
  const rule = { recurrence_rule: 'FREQ=DAILY' };
  const answers = await Promise.all([
    ...times(10, () => person.post('/tasks', { title: 'Run', ...rule })),
    ...made.map(({ body }) => person.patch(`/tasks/${body.id}`, rule)),
  ]);
  expect(answers.filter(({ status }) => status < 300)).toHaveLength(3);
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(17);
});

test('thirty days of one series deleted at 990 become a thousand', async () => {
  const person = await stack.signUp();
  const { body: series } = await person.post<{ id: string }>('/tasks', { title: 'Run', recurrence_rule: 'FREQ=DAILY' });
  await stack.supabase.query(
    `update public.tasks set excluded_dates = array(select current_date + 1000 + n from generate_series(1, 990) n) where id = $1`,
    [series.id],
  );
  const [{ days } = { days: [] }] = await stack.supabase.query<{ days: string[] }>(
    'select array(select (current_date + n)::text from generate_series(1, 30) n) as days',
  );
  const answers = await Promise.all(days.map((day) => person.delete(`/tasks/${series.id}@${day}`)));
  expect(tally(answers)).toEqual({ 204: 10, 409: 20 });
});

test('thirty days of one series done at 3,990 become four thousand, and those can still be changed', async () => {
  const person = await stack.signUp();
  const { body: series } = await person.post<{ id: string }>('/tasks', { title: 'Run', recurrence_rule: 'FREQ=DAILY' });
  const [{ days } = { days: [] }] = await stack.supabase.query<{ days: string[] }>(
    `with done as (
       insert into public.tasks (user_id, title, date, duration_minutes, series_id, original_date, status)
       select $1, 'Run', day, 10, $2, day, 'done' from (
         select current_date + 1000 + n as day from generate_series(1, 3990) n) days)
     select array(select (current_date + n)::text from generate_series(1, 30) n) as days`,
    [person.id, series.id],
  );
  const path = (day: string) => `/tasks/${series.id}@${day}`;
  const answers = await Promise.all(days.map((day) => person.patch(path(day), { status: 'done' })));
  expect(tally(answers)).toEqual({ 200: 10, 409: 20 });
  expect(await count('public.tasks', person)).toBe(1 + 4_000);
  const refused = answers.find(({ status }) => status === 409);
  expect(refused?.body).toMatchObject({ code: 'conflict', detail: expect.stringMatching(/^Four thousand days/) });
  const done = days.find((_, n) => answers[n]?.status === 200);
  expect((await person.patch(path(done ?? ''), { status: 'pending' })).status).toBe(200);
});

test('memories at 195 become 200', async () => {
  const person = await stack.signUp();
  await stack.supabase.query(
    `insert into public.memories (user_id, text, subject, source) select $1, 'x', 'subject ' || n, 'account'
     from generate_series(1, 195) n`,
    [person.id],
  );
  const answers = await Promise.all(
    times(20, (n) => person.post('/account/memories', { text: `My dog number ${n} is called Rex ${n}` })),
  );
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  expect(await count('public.memories', person)).toBeLessThanOrEqual(200);
});

test('one message of a conversation, one calendar and one message id each, however many come at once', async () => {
  const person = await stack.signUp();
  const session = await person.post<{ session_id: string }>('/api/v1/voice/session', {});
  const message = { session_id: session.body.session_id, role: 'user', content: 'hello', message_id: 'm' };
  const answers = await Promise.all([
    ...times(10, () => person.post('/api/chat', { message: 'hello' }, { 'X-Client-Id': 'new' })),
    ...times(10, () => person.post('/account/calendar', undefined)),
    ...times(10, () => person.post('/api/v1/voice/messages', message)),
  ]);
  expect(tally(answers)).toEqual({ 200: 20, 201: 10 });
  expect(await count('public.conversations', person)).toBe(1);
  expect(await count('private.calendar_tokens', person)).toBe(1);
  expect(await count('public.voice_messages', person)).toBe(1);
});

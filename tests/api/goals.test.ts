import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Goal } from '../../lib/goals/schema.ts';
import { type Answer, startTestStack, type TestStack, times } from '../support/stack.ts';

type GoalBody = z.input<typeof Goal>;

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

const wedding = { title: 'Get fit for my wedding', description: 'Lose 15 lbs and improve stamina over 12 weeks' };

test('a stated goal is answered at once, as documented, with its planning pending', async () => {
  const person = await stack.signUp();
  const { status, body, headers } = await person.post<GoalBody>('/goals', { ...wedding, user_id: person.id });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    user_id: person.id,
    ...wedding,
    status: 'active',
    plan_status: 'pending',
    plan_json: null,
    target_date: null,
  });
  expect(body.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(headers.get('x-request-id')).toBeTruthy();
  expect(headers.get('ratelimit')).toMatch(/^"goals";r=119;t=1$/);
  expect((await person.get<GoalBody>(`/goals/${body.id}`)).body).toEqual(body);
});

test('the goal and its event are committed together', async () => {
  const person = await stack.signUp();
  const { body } = await person.post<GoalBody>('/goals', wedding);
  const rows = await stack.supabase.query('select name, data, sent_at from private.outbox where user_id = $1', [
    person.id,
  ]);
  expect(rows).toEqual([
    {
      name: 'goal/plan.requested',
      sent_at: null,
      data: { goal_id: body.id, user_id: person.id, request_id: expect.any(String) },
    },
  ]);
});

test('goals are listed newest first, page by page, without gap or repeat', async () => {
  const person = await stack.signUp();
  await Promise.all(times(7, (n) => person.post('/goals', { title: `Goal ${n}` })));
  const seen: GoalBody[] = [];
  let path: string | undefined = '/goals?limit=3';
  const sizes: number[] = [];
  while (path) {
    const page: Answer<GoalBody[]> = await person.get(path);
    seen.push(...page.body);
    sizes.push(page.body.length);
    path = page.headers.get('link')?.match(/^<(.+)>; rel="next"$/)?.[1];
  }
  expect(sizes).toEqual([3, 3, 1]);
  expect(new Set(seen.map((goal) => goal.id)).size).toBe(7);
  expect(seen.map((goal) => goal.created_at)).toEqual(
    seen
      .map((goal) => goal.created_at)
      .toSorted()
      .reverse(),
  );
  expect((await person.get<GoalBody[]>('/goals?status=completed')).body).toEqual([]);
});

describe("what is not one's own does not exist", () => {
  test("another person's goal and a missing one get the same 404, byte for byte but for the request id", async () => {
    const [owner, stranger] = await Promise.all([stack.signUp(), stack.signUp()]);
    const { body } = await owner.post<GoalBody>('/goals', wedding);
    const foreign = await stranger.get<object>(`/goals/${body.id}`);
    const missing = await stranger.get<object>(`/goals/${crypto.randomUUID()}`);
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, request_id: '' }).toEqual({ ...missing.body, request_id: '' });
    expect((await stranger.get<GoalBody[]>('/goals')).body).toEqual([]);
  });

  test("a user_id that is not the caller's is 403, in a body and in a query", async () => {
    const [person, other] = await Promise.all([stack.signUp(), stack.signUp()]);
    expect((await person.post('/goals', { ...wedding, user_id: other.id })).body).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    expect((await person.get(`/goals?user_id=${other.id}`)).status).toBe(403);
    expect((await person.get(`/goals?user_id=${person.id}`)).status).toBe(200);
  });
});

describe('bad input is refused in words and stores nothing', () => {
  test.each<[string, unknown, number, string, string]>([
    ['an empty title', { title: '  ' }, 422, 'invalid', 'title'],
    ['no title', {}, 422, 'invalid', 'title'],
    ['a title of 5,000 characters', { title: 'x'.repeat(5000) }, 422, 'invalid', 'title'],
    ['a title that is a number', { title: 7 }, 422, 'invalid', 'title'],
    ['an unknown field', { title: 'Run', colour: 'red' }, 422, 'invalid', ''],
    ['a list', [wedding], 422, 'invalid', ''],
    ['NUL in the text', { title: 'a\u0000b' }, 422, 'invalid', 'title'],
    ['half a surrogate pair', { title: 'a\ud800b' }, 422, 'invalid', 'title'],
    ['a user_id that is no UUID', { title: 'Run', user_id: 'me' }, 422, 'invalid', 'user_id'],
    ['a target date in the past', { title: 'Run', target_date: '2020-01-01' }, 422, 'invalid', 'target_date'],
    ['a target date that is no date', { title: 'Run', target_date: '2027-02-30' }, 422, 'invalid', 'target_date'],
    ['a target date in 500 weeks', { title: 'Run', target_date: '2036-01-01' }, 422, 'invalid', 'target_date'],
  ])('%s', async (_, input, status, code, path) => {
    const person = await stack.signUp();
    const answer = await person.post('/goals', input);
    expect(answer.body).toMatchObject({
      status,
      code,
      detail: expect.stringMatching(/\w/),
      request_id: expect.any(String),
    });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ errors: [{ path }] });
    expect((await person.get<GoalBody[]>('/goals')).body).toEqual([]);
  });

  test('a body that is not JSON is 400, one in another type 415, one over 1 MB 413', async () => {
    const { token } = await stack.signUp();
    const send = (body: string, type: string) =>
      stack.request('/goals', {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': type },
        body,
      });
    expect((await send('{"title":', 'application/json')).body).toMatchObject({ status: 400, code: 'bad_json' });
    expect((await send('{"title":"Run"}', 'text/plain')).body).toMatchObject({
      status: 415,
      code: 'unsupported_media_type',
    });
    expect((await send('', 'text/plain')).body).toMatchObject({ status: 415, code: 'unsupported_media_type' });
    expect((await send('', 'application/json')).body).toMatchObject({ status: 400, code: 'bad_json' });
    const big = JSON.stringify({ title: 'Run', description: 'x'.repeat(1_100_000) });
    expect((await send(big, 'application/json')).body).toMatchObject({ status: 413, code: 'too_large' });
  });

  test('a path id that is no UUID, a bad cursor, a bad limit and another method say so', async () => {
    const person = await stack.signUp();
    expect((await person.get('/goals/not-a-uuid')).body).toMatchObject({ status: 422, errors: [{ path: 'id' }] });
    expect((await person.get('/goals?cursor=abc')).body).toMatchObject({ status: 422, errors: [{ path: 'cursor' }] });
    expect((await person.get('/goals?limit=0')).body).toMatchObject({ status: 422, errors: [{ path: 'limit' }] });
    const put = await stack.request('/goals', { method: 'PUT', headers: { Authorization: `Bearer ${person.token}` } });
    expect(put.body).toMatchObject({ status: 405, code: 'method_not_allowed' });
    expect(put.headers.get('allow')).toBe('POST, GET');
  });
});

describe('an idempotency key makes a repeat harmless', () => {
  test('fifty identical requests at once create one goal and one event, with one answer', async () => {
    const person = await stack.signUp();
    const answers = await Promise.all(
      times(50, () => person.post<GoalBody>('/goals', wedding, { 'Idempotency-Key': 'k1' })),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(answers.filter((answer) => answer.headers.get('idempotency-replayed') === 'true')).toHaveLength(49);
    expect((await person.get<GoalBody[]>('/goals')).body).toHaveLength(1);
    const rows = await stack.supabase.query('select 1 from private.outbox where user_id = $1', [person.id]);
    expect(rows).toHaveLength(1);
  });

  test('the same key with another payload is refused; a reordered body is the same payload', async () => {
    const person = await stack.signUp();
    const key = { 'Idempotency-Key': 'order' };
    const first = await person.post<GoalBody>('/goals', wedding, key);
    const reordered = await person.post('/goals', { description: wedding.description, title: wedding.title }, key);
    expect(reordered.body).toEqual(first.body);
    expect((await person.post('/goals', { title: 'Another' }, key)).body).toMatchObject({
      status: 422,
      code: 'idempotency_mismatch',
    });
    expect((await person.post('/goals', wedding, { 'Idempotency-Key': 'ä' })).status).toBe(422);
  });

  test('a key belongs to one person, and ends after a day', async () => {
    const [one, two] = await Promise.all([stack.signUp(), stack.signUp()]);
    const key = { 'Idempotency-Key': 'shared' };
    const [a, b] = await Promise.all([
      one.post<GoalBody>('/goals', wedding, key),
      two.post<GoalBody>('/goals', wedding, key),
    ]);
    expect(a.body.id).not.toBe(b.body.id);
    await stack.supabase.query(
      "update private.idempotency_keys set created_at = now() - interval '25 hours' where user_id = $1",
      [one.id],
    );
    expect((await one.post<GoalBody>('/goals', wedding, key)).body.id).not.toBe(a.body.id);
  });
});

test("over the limit a request is refused with when to come back, and the limit is each person's own", async () => {
  const [busy, calm] = await Promise.all([stack.signUp(), stack.signUp()]);
  await busy.post('/goals', wedding);
  await stack.supabase.query(
    "update private.rate_buckets set tokens = 0.2, refilled_at = now() + interval '1 hour' where user_id = $1",
    [busy.id],
  );
  const refused = await busy.post('/goals', wedding);
  expect(refused.body).toMatchObject({ status: 429, code: 'rate_limited' });
  expect(refused.headers.get('retry-after')).toBe('1');
  expect(refused.headers.get('ratelimit-policy')).toBe('"goals";q=120;w=120');
  expect((await calm.post('/goals', wedding)).status).toBe(201);
});

test('a request makes one round trip to the database', async () => {
  const person = await stack.signUp();
  await stack.api.idle();
  const before = stack.supabase.requests.length;
  const { body } = await person.post<GoalBody>('/goals', wedding);
  expect(stack.supabase.requests.slice(before)).toEqual(['POST /rest/v1/rpc/create_goal']);
  await stack.api.idle();
  const read = stack.supabase.requests.length;
  await person.get(`/goals/${body.id}`);
  await person.get('/goals');
  expect(stack.supabase.requests.length - read).toBe(2);
});

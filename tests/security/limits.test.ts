import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStream, post } from '../support/chat.ts';
import { type Person, type TestStack, times, until } from '../support/stack.ts';
import { ask, openSession } from '../support/voice.ts';
import { pushSubscription } from './belongings.ts';
import { startWholeStack } from './stack.ts';

type Sent = { status: number; headers: Headers; body: Record<string, unknown> };
/** A bucket and the requests that draw from it; `roundTrips` are the queries of an accepted request, where they are more than one. */
type Bucket = {
  prepare?(person: Person): Promise<string>;
  send(person: Person, prepared: string): Promise<Sent>;
  roundTrips?: number;
  /** True where there are no headers and no 429, since the answer is always 200. */
  silent?: true;
};

const buckets: Record<string, Bucket> = {
  goals: { send: (person) => person.post('/goals', { title: 'Run' }) },
  tasks: { send: (person) => person.post('/tasks', { title: 'Run' }) },
  subscriptions: {
    send: (person) =>
      person.post(
        '/api/v1/notifications/subscriptions',
        pushSubscription(`https://fcm.googleapis.com/fcm/send/${crypto.randomUUID()}`),
      ),
  },
  writes: { send: (person) => person.post('/account/memories', { text: 'I like tea' }) },
  calendar: { send: (person) => person.post('/account/calendar', undefined) },
  documents: { send: (person) => person.post('/api/v1/rag/ingest', { title: 'Running', text: 'Run slowly.' }) },
  // One byte: in this test that is a third of what may be kept.
  files: { send: (person) => person.post('/api/chat/c/files?name=a.txt', 1) },
  chat: { send: (person) => person.post('/api/chat', { message: 'hello' }) },
  voice_sessions: { send: (person) => person.post('/api/v1/voice/session', {}) },
  voice_messages: {
    prepare: openSession,
    send: (person, session) =>
      person.post('/api/v1/voice/messages', { session_id: session, role: 'user', content: 'hello' }),
    silent: true,
  },
  // The thing that it is about is read first.
  intents: {
    prepare: openSession,
    send: async (person, session) => ask(person, session, 'create_task', { title: 'Run' }),
    roundTrips: 2,
  },
};
/** Buckets that are no token buckets of a person's requests; each has a test of its own, below or in tests/api/chat-files.test.ts. */
const others = ['streams', 'calendar_feed', 'stored_files', 'stored_file_bytes', 'conversation_file_bytes'];

let stack: TestStack;
beforeAll(async () => {
  stack = await startWholeStack();
  // Small and slow, so that limits are reached quickly and nothing refills while the test looks.
  await stack.supabase.query(
    `update private.rate_limits set capacity = 3, per_second = 1 / 600.0 where bucket <> 'streams'`,
  );
});
afterAll(() => stack?.stop());

test('every bucket is in this test', async () => {
  const found = await stack.supabase.query<{ bucket: string }>('select bucket from private.rate_limits');
  expect(found.map(({ bucket }) => bucket).toSorted()).toEqual([...Object.keys(buckets), ...others].toSorted());
});

/** A session has a bucket of its own, which is not what is looked at. */
const setUp = async ({ prepare }: Bucket): Promise<[Person, string]> => {
  const person = await stack.signUp();
  return [person, (await prepare?.(person)) ?? ''];
};
const accepted = ({ silent }: Bucket, { status, body }: Sent) =>
  silent ? body.status === 'saved' : status >= 200 && status < 300;

describe.each(Object.entries(buckets))('the limit of %s', (name, bucket) => {
  test('lets through exactly what it holds, however many come at once', async () => {
    const [person, prepared] = await setUp(bucket);
    const answers = await Promise.all(times(15, () => bucket.send(person, prepared)));
    expect(answers.filter((answer) => accepted(bucket, answer))).toHaveLength(3);
    const refused = answers.filter((answer) => !accepted(bucket, answer));
    for (const { status, headers, body } of refused) {
      if (bucket.silent) {
        expect(body).toEqual({ status: 'dropped', reason: 'rate_limited' });
        continue;
      }
      expect({ status, code: body.code }).toEqual({ status: 429, code: 'rate_limited' });
      expect(Number(headers.get('Retry-After'))).toBeGreaterThan(500);
      expect(Number(headers.get('Retry-After'))).toBeLessThanOrEqual(600);
      expect(headers.get('RateLimit-Policy')).toBe(`"${name}";q=3;w=1800`);
      expect(headers.get('RateLimit')).toMatch(new RegExp(`^"${name}";r=0;t=1[78]\\d\\d$`));
    }
    expect(refused).toHaveLength(12);
  });

  test('is each person’s own, says what is left, and costs no round trip of its own', async () => {
    const [person, prepared] = await setUp(bucket);
    const [other, othersPrepared] = await setUp(bucket);
    const others = await Promise.all(times(4, () => bucket.send(other, othersPrepared)));
    expect(others.filter((answer) => !accepted(bucket, answer))).toHaveLength(1);
    await stack.api.idle();
    stack.supabase.requests.length = 0;
    const answer = await bucket.send(person, prepared);
    const queries = stack.supabase.requests.filter(
      (request) => request.includes('/rest/v1/') && !request.includes('mark_events'),
    );
    expect(queries).toHaveLength(bucket.roundTrips ?? 1);
    expect(accepted(bucket, answer)).toBe(true);
    if (!bucket.silent) expect(answer.headers.get('RateLimit')).toMatch(new RegExp(`^"${name}";r=2;t=\\d+$`));
  });

  test('refills with time', async () => {
    const [person, prepared] = await setUp(bucket);
    await Promise.all(times(4, () => bucket.send(person, prepared)));
    await stack.supabase.query(
      `update private.rate_buckets set refilled_at = refilled_at - interval '11 minutes' where user_id = $1 and bucket = $2`,
      [person.id, name],
    );
    expect(accepted(bucket, await bucket.send(person, prepared))).toBe(true);
    expect(accepted(bucket, await bucket.send(person, prepared))).toBe(false);
  });
});

test('a calendar is read so often and no more, by whoever has its address, and another one is not held up', async () => {
  const [busy, calm] = await Promise.all([stack.signUp(), stack.signUp()]);
  const addressOf = async (person: Person) => {
    const { body } = await person.post<{ url: string }>('/account/calendar', undefined);
    const { pathname, search } = new URL(body.url);
    return `${stack.api.url}${pathname}${search}`;
  };
  const [busyUrl, calmUrl] = [await addressOf(busy), await addressOf(calm)];
  const answers = await Promise.all(times(5, () => fetch(busyUrl)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 429, 429]);
  const retryAfter = Number(answers.find(({ status }) => status === 429)?.headers.get('Retry-After'));
  expect(retryAfter).toBeGreaterThan(500);
  expect(retryAfter).toBeLessThanOrEqual(600);
  expect((await fetch(calmUrl)).status).toBe(200);
});

test('a person has three streams open at once, wherever they are served, and one that ends makes room', async () => {
  const [person, other] = await Promise.all([stack.signUp(), stack.signUp()]);
  await post(person, 'many', 'One');
  await post(other, 'many', 'One');
  const tries = await Promise.all(
    times(5, async () => {
      const gone = new AbortController();
      return { gone, answer: await openStream(stack, person, 'many', { signal: gone.signal }) };
    }),
  );
  const open = tries.filter(({ answer }) => answer.status === 200);
  const end = new AbortController();
  const inTime = { signal: AbortSignal.any([end.signal, AbortSignal.timeout(30_000)]) };
  try {
    expect(tries.map(({ answer }) => answer.status).toSorted()).toEqual([200, 200, 200, 429, 429]);
    const refused = tries.find(({ answer }) => answer.status === 429)?.answer;
    expect(refused?.headers.get('Retry-After')).toBe('5');
    expect(await refused?.json()).toMatchObject({
      code: 'rate_limited',
      detail: expect.stringContaining('Three streams'),
    });
    const others = await openStream(stack, other, 'many', inTime);
    expect(others.status).toBe(200);
    expect(others.headers.get('Content-Type')).toBe('text/event-stream');
    open.pop()?.gone.abort();
    const again = await until(
      () => openStream(stack, person, 'many', inTime),
      ({ status }) => status === 200,
    );
    expect(again.status).toBe(200);
  } finally {
    end.abort();
    for (const { gone } of open) gone.abort();
  }
  // Nothing of them is kept.
  await until(
    () => stack.supabase.query('select from private.streams'),
    (left) => left.length === 0,
  );
});

import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Person, startTestStack, type TestStack, times } from '../support/stack.ts';

ICAL.design.strict = true;

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

type Link = { url: string };
const open = async (person: Person, headers?: Record<string, string>) =>
  person.post<Link>('/account/calendar', undefined, headers);
const read = (url: string, headers: Record<string, string> = {}) => fetch(url, { headers });
const summaries = async (url: string) =>
  new ICAL.Component(ICAL.parse(await (await read(url)).text()))
    .getAllSubcomponents('vevent')
    .map((event) => event.getFirstPropertyValue('summary'));

test('an address is made, read by anybody who has it, and shows the tasks of its person alone', async () => {
  const [person, other] = await Promise.all([stack.signUp(), stack.signUp()]);
  await other.post('/tasks', { title: 'Not mine' });
  await person.post('/tasks', { title: 'Pay the rent' });
  await person.post('/tasks', { title: 'Stretch', when: 'every day at 7', duration_minutes: 10 });
  const { status, body } = await open(person);
  expect(status).toBe(201);
  expect(body.url).toMatch(new RegExp(`^${stack.api.url}/tasks\\.ics\\?token=[\\w-]{43}$`));
  const answer = await read(body.url);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('private, max-age=300');
  expect((await summaries(body.url)).toSorted()).toEqual(['Pay the rent', 'Stretch']);
});

test('what is unchanged is not sent again', async () => {
  const person = await stack.signUp();
  await person.post('/tasks', { title: 'Pay the rent' });
  const { url } = (await open(person)).body;
  const etag = (await read(url)).headers.get('etag') ?? '';
  const unchanged = await read(url, { 'If-None-Match': etag });
  expect(unchanged.status).toBe(304);
  expect(unchanged.headers.get('cache-control')).toBe('private, max-age=300');
  await person.post('/tasks', { title: 'Call mum' });
  expect((await read(url, { 'If-None-Match': etag })).status).toBe(200);
});

test('cancelled tasks are left out, done ones are marked, and an occurrence that moved is where it moved to', async () => {
  const person = await stack.signUp();
  const add = async (task: object) => (await person.post<{ id: string }>('/tasks', task)).body.id;
  await person.patch(`/tasks/${await add({ title: 'Cancelled' })}`, { status: 'cancelled' });
  await person.patch(`/tasks/${await add({ title: 'Done' })}`, { status: 'done' });
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const series = await add({ title: 'Swim', scheduled_at: `${day}T09:00:00Z`, recurrence_rule: 'FREQ=WEEKLY' });
  await person.patch(`/tasks/${encodeURIComponent(`${series}@${day}`)}`, { scheduled_at: `${day}T15:00:00Z` });
  const { url } = (await open(person)).body;
  expect((await summaries(url)).toSorted()).toEqual(['Swim', 'Swim', '✓ Done']);
  const text = await (await read(url)).text();
  const compact = day.replaceAll('-', '');
  expect(text).toContain(`EXDATE:${compact}T090000Z`);
  expect(text).toContain(`DTSTART:${compact}T150000Z`);
});

describe('an address ends', () => {
  test('when a new one is made, and when it is revoked; then it is as if it had never been', async () => {
    const person = await stack.signUp();
    const first = (await open(person)).body.url;
    const second = (await open(person)).body.url;
    expect(second).not.toBe(first);
    expect((await read(second)).status).toBe(200);
    const replaced = await read(first);
    expect((await person.delete('/account/calendar')).status).toBe(204);
    expect((await person.delete('/account/calendar')).status).toBe(204);
    const revoked = await read(second);
    const wrong = await read(`${stack.api.url}/tasks.ics?token=${'A'.repeat(43)}`);
    const malformed = await read(`${stack.api.url}/tasks.ics?token=../etc/passwd%0d%0a`);
    const bodies: unknown[] = [];
    for (const answer of [replaced, revoked, wrong, malformed]) {
      expect(answer.status).toBe(404);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      bodies.push(JSON.parse(await answer.text(), (key, value) => (key === 'request_id' ? '' : value)));
    }
    expect(bodies).toEqual(times(4, () => bodies[0]));
  });

  test('with its person', async () => {
    const person = await stack.signUp();
    const { url } = (await open(person)).body;
    await stack.supabase.query('delete from auth.users where id = $1', [person.id]);
    expect((await read(url)).status).toBe(404);
  });
});

test('the secret is stored nowhere: the database knows its hash, and a replayed request gets a new one', async () => {
  const person = await stack.signUp();
  const key = { 'Idempotency-Key': 'calendar' };
  const first = await open(person, key);
  const replay = await open(person, key);
  expect(replay.headers.get('idempotency-replayed')).toBe('true');
  expect((await read(first.body.url)).status).toBe(404);
  expect((await read(replay.body.url)).status).toBe(200);
  const rows = await stack.supabase.query(
    `select to_jsonb(t)::text || (select jsonb_agg(to_jsonb(k))::text from private.idempotency_keys k where k.user_id = t.user_id)
       as stored from private.calendar_tokens t where user_id = $1`,
    [person.id],
  );
  expect(rows).toHaveLength(1);
  for (const { body } of [first, replay]) {
    expect(JSON.stringify(rows)).not.toContain(new URL(body.url).searchParams.get('token'));
  }
});

test('making one needs a signed-in person, and is limited', async () => {
  expect((await stack.request('/account/calendar', { method: 'POST' })).status).toBe(401);
  expect((await stack.request('/account/calendar', { method: 'DELETE' })).status).toBe(401);
  const person = await stack.signUp();
  const statuses = await Promise.all(times(12, async () => (await open(person)).status));
  expect(statuses.toSorted()).toEqual([...times(10, () => 201), 429, 429]);
});

test('reading one takes one round trip, and what people know of each other does not open it', async () => {
  const person = await stack.signUp();
  const { url } = (await open(person)).body;
  await stack.api.idle();
  const before = stack.supabase.requests.length;
  await read(url);
  expect(stack.supabase.requests.slice(before)).toEqual(['POST /rest/v1/rpc/calendar_feed']);
  expect((await read(`${stack.api.url}/tasks.ics?token=${person.id}`)).status).toBe(404);
  expect((await read(`${stack.api.url}/tasks.ics`)).status).toBe(422);
});

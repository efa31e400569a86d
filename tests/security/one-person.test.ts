import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import goals from '../../api/goals.ts';
import { addDays } from '../../lib/days.ts';
import { inTransaction } from '../../server/transaction.ts';
import { type Answer, type Person, type TestStack, times, until } from '../support/stack.ts';
import { startWholeStack } from './stack.ts';

/** Tries what one person could do to all others: make the database work for long, end a batch, or learn what they wrote. */

let stack: TestStack;
beforeAll(async () => {
  stack = await startWholeStack();
});
afterAll(() => stack?.stop());

async function rest(person: Person, method: string, path: string, body?: object, headers?: Record<string, string>) {
  const response = await fetch(`${stack.supabase.url}/rest/v1/${path}`, {
    method,
    signal: AbortSignal.timeout(30_000),
    headers: {
      apikey: stack.supabase.publishableKey,
      Authorization: `Bearer ${person.token}`,
      'Content-Type': 'application/json',
      ...headers,
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, text: await response.text() };
}

const daily = { title: 'Run', recurrence_rule: 'FREQ=DAILY' };
type Task = { id: string; date: string };

describe('a series', () => {
  test('has its deleted days written by functions alone, and a thousand of them at most', async () => {
    const person = await stack.signUp();
    const { body: series } = await person.post<Task>('/tasks', daily);
    const days = times(60_000, (n) => addDays('2000-01-01', n % 36_000));
    const direct = await rest(person, 'PATCH', `tasks?id=eq.${series.id}`, { excluded_dates: days });
    expect(direct.status).toBe(403);
    const changes = (excluded_dates: unknown) => ({ p_id: series.id, p_changes: { excluded_dates } });
    for (const dates of [days, [null], [['2027-01-01'], ['2027-01-02']], ['infinity'], ['1990-01-01']]) {
      expect((await rest(person, 'POST', 'rpc/change_task', changes(dates))).status).toBe(400);
    }
    const most = times(1_000, (n) => addDays(series.date, n + 1));
    expect((await rest(person, 'POST', 'rpc/change_task', changes(most))).status).toBe(200);
    const refused = await person.delete(`/tasks/${series.id}@${series.date}`);
    expect(refused.body).toMatchObject({ status: 409, code: 'conflict', detail: expect.stringMatching(/thousand/) });
    expect((await person.get<Task[]>('/tasks')).body.map(({ date }) => date)).toEqual([series.date]);
  });

  test('hands a query only those of its deleted days that are in its window', async () => {
    const person = await stack.signUp();
    const { body: series } = await person.post<Task>('/tasks', daily);
    const excluded_dates = times(1_000, (n) => addDays(series.date, n + 1));
    await rest(person, 'POST', 'rpc/change_task', { p_id: series.id, p_changes: { excluded_dates } });
    const window = { p_from: addDays(series.date, 10), p_to: addDays(series.date, 16) };
    const { text } = await rest(person, 'POST', 'rpc/list_tasks', window);
    // The week, and a day on either side for series of other time zones.
    expect(JSON.parse(text).series[0].skipped).toEqual(times(9, (n) => addDays(series.date, n + 9)));
  });

  test('gets no rows for days before its first or after its last', async () => {
    const person = await stack.signUp();
    const { body: series } = await person.post<Task>('/tasks', { ...daily, recurrence_rule: 'FREQ=DAILY;COUNT=3' });
    for (const p_day of [addDays(series.date, -1), addDays(series.date, 3)]) {
      const on = { p_id: series.id, p_day, p_changes: {}, p_occurrence: { date: p_day, scheduled_at: null } };
      expect(await rest(person, 'POST', 'rpc/change_task', on)).toEqual({ status: 200, text: 'null' });
      expect(await rest(person, 'POST', 'rpc/delete_task', { p_id: series.id, p_day })).toEqual({
        status: 200,
        text: 'null',
      });
    }
  });
});

test('every kind of write is refused once its bucket is empty, and nothing is written then', async () => {
  const person = await stack.signUp();
  const { body: task } = await person.post<Task>('/tasks', { title: 'Run' });
  const { body: goal } = await person.post<Task>('/goals', { title: 'Run' });
  await person.post('/api/chat', { message: 'Hello' }, { 'X-Client-Id': 'limited' });
  await stack.supabase.query(
    `insert into private.rate_buckets (user_id, bucket, tokens, refilled_at)
     select $1, 'writes', 0, now() + interval '1 hour' on conflict (user_id, bucket) do update
       set tokens = 0, refilled_at = excluded.refilled_at`,
    [person.id],
  );
  const refused = await Promise.all<Answer>([
    person.patch(`/tasks/${task.id}`, { status: 'done' }),
    person.delete(`/tasks/${task.id}`),
    person.delete(`/goals/${goal.id}`),
    person.patch('/account', { name: 'Ada' }),
    person.delete('/account/calendar'),
    person.delete('/api/chat/response/limited'),
    person.delete('/api/chat/limited'),
  ]);
  for (const { status, headers, body } of refused) {
    expect({ status, code: body.code }).toEqual({ status: 429, code: 'rate_limited' });
    expect(headers.get('RateLimit-Policy')).toBe('"writes";q=240;w=60');
    expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0);
  }
  expect((await person.get('/account')).body).toMatchObject({ name: null });
  expect((await person.get(`/tasks/${task.id}`)).body).toMatchObject({ status: 'pending' });
  expect((await person.get(`/goals/${goal.id}`)).status).toBe(200);
  expect((await person.get('/api/chat/response/limited')).body).toMatchObject({ status: 'queued' });
});

test('whoever sends many requests at once delays their own: four are at work, and another person’s goes ahead', async () => {
  const [busy, calm] = await Promise.all([stack.signUp(), stack.signUp()]);
  await Promise.all([busy.get('/account'), calm.get('/account')]);
  stack.supabase.requests.length = 0;
  // Whatever is asked of the database hangs, so what has reached it is what is at work.
  stack.supabase.pauseRest();
  const many = times(20, () => busy.get('/goals'));
  await until(
    async () => stack.supabase.requests,
    (reached) => reached.length === 4,
  );
  const ahead = calm.get('/tasks');
  await until(
    async () => stack.supabase.requests,
    (reached) => reached.length > 4,
  );
  expect(stack.supabase.requests.slice(4)).toEqual(['POST /rest/v1/rpc/list_tasks']);
  stack.supabase.resumeRest();
  expect((await ahead).status).toBe(200);
  expect((await Promise.all(many)).map(({ status }) => status)).toEqual(times(20, () => 200));
});

test('the embedded database’s own door has four requests of one person at work too', async () => {
  const [busy, calm] = await Promise.all([stack.signUp(), stack.signUp()]);
  const many = await inTransaction(stack.supabase.databaseUrl, async (client) => {
    // Whoever reads goals waits, with a connection of their own; PostgREST has five here.
    await client.query('lock table public.goals in access exclusive mode');
    const asked = times(20, () => rest(busy, 'GET', 'goals'));
    await until(
      () =>
        stack.supabase.query(
          "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
        ),
      (waiting) => waiting.length === 4,
    );
    expect((await rest(calm, 'GET', 'tasks')).status).toBe(200);
    return asked;
  });
  expect((await Promise.all(many)).map(({ status }) => status)).toEqual(times(20, () => 200));
});

test('a query of a person that takes too long is ended, and the API says so', async () => {
  const person = await stack.signUp();
  await inTransaction(stack.supabase.databaseUrl, async (client) => {
    await client.query('lock table public.goals in access exclusive mode');
    const [past, through] = await Promise.all([rest(person, 'GET', 'goals'), person.get('/goals')]);
    expect(JSON.parse(past.text)).toMatchObject({ code: '57014' });
    expect(through.body).toMatchObject({ status: 504, code: 'timeout' });
  });
});

test('nothing is read of a body before it is known whose it is', async () => {
  const body = `{"title":${'['.repeat(200)}`;
  const headers = { 'Content-Type': 'text/plain' };
  for (const Authorization of ['', 'Bearer none']) {
    const answer = await stack.request('/goals', { method: 'POST', headers: { ...headers, Authorization }, body });
    expect(answer.body).toMatchObject({ status: 401, code: 'unauthorized' });
  }
  const { token } = await stack.signUp();
  const own = { ...headers, Authorization: `Bearer ${token}` };
  expect((await stack.request('/goals', { method: 'POST', headers: own, body })).status).toBe(415);
});

test('a body that breaks off is the client’s doing, and no error of ours', async () => {
  const { token } = await stack.signUp();
  const body = new ReadableStream({
    pull(controller) {
      // As Node.js says it of a connection that has gone.
      controller.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
    },
  });
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const request = new Request(`${stack.api.url}/goals`, { method: 'POST', headers, body, duplex: 'half' });
  expect((await goals.fetch(request)).status).toBe(400);
});

describe('a time zone', () => {
  test.each([
    ['europe/berlin', 'Europe/Berlin'],
    ['GMT', 'GMT'],
    ['est5edt', 'EST5EDT'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
    ['utc', 'UTC'],
    ['Etc/GMT+5', 'Etc/GMT+5'],
  ])('%s is kept as %s', async (said, kept) => {
    const person = await stack.signUp();
    expect((await person.patch('/account', { timezone: said })).body).toMatchObject({ timezone: kept });
  });

  test.each(['Foo/Bar+3', 'XYZ-5', '+02:00', 'CEST', 'posix/Europe/Berlin', 'Factory', 'localtime', '<+03>-3', ''])(
    'is not %j, through the API nor past it',
    async (timezone) => {
      const person = await stack.signUp();
      expect((await person.patch('/account', { timezone })).body).toMatchObject({ status: 422, code: 'invalid' });
      const past = await rest(person, 'POST', 'rpc/change_account', { p_changes: { timezone } });
      expect(JSON.parse(past.text)).toMatchObject({ outcome: 'invalid', field: 'timezone' });
      expect((await rest(person, 'PATCH', `users?id=eq.${person.id}`, { timezone })).status).toBe(403);
      await expect(
        stack.supabase.query('update public.users set timezone = $2 where id = $1', [person.id, timezone]),
      ).rejects.toThrow(/foreign key/);
    },
  );

  test('is one that JavaScript knows too, each of them', async () => {
    const zones = await stack.supabase.query<{ name: string }>('select name from private.timezones');
    expect(zones.length).toBeGreaterThan(400);
    const unknown = zones.filter(({ name }) => {
      try {
        return !new Intl.DateTimeFormat('en', { timeZone: name });
      } catch {
        return true;
      }
    });
    expect(unknown).toEqual([]);
  });
});

test.each(['count=planned', 'count=estimated', 'return=minimal, count=planned', 'Count = "planned"'])(
  'Prefer: %s is refused: it tells how often others wrote something',
  async (prefer) => {
    const person = await stack.signUp();
    const answer = await rest(person, 'GET', 'chat_messages?content=eq.hello', undefined, { Prefer: prefer });
    expect(answer.status).toBe(400);
    const exact = { Prefer: 'count=exact' };
    expect((await rest(person, 'GET', 'chat_messages?content=eq.hello', undefined, exact)).status).toBe(200);
  },
);

test('Realtime publishes what is added and changed in the tables that clients follow, and no deletions', async () => {
  const [publication] = await stack.supabase.query(
    `select pubinsert, pubupdate, pubdelete, pubtruncate, (
       select array_agg(tablename::text order by tablename) from pg_publication_tables t where t.pubname = p.pubname) as tables
     from pg_publication p where pubname = 'supabase_realtime'`,
  );
  expect(publication).toEqual({
    pubinsert: true,
    pubupdate: true,
    pubdelete: false,
    pubtruncate: false,
    tables: ['chat_events', 'chat_messages', 'goals', 'tasks'],
  });
});

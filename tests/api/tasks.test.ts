import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, todayIn } from '../../lib/days.ts';
import type { Slot, Task } from '../../lib/tasks/schema.ts';
import { instantOf } from '../../lib/time.ts';
import { type Answer, startTestStack, type TestStack, times } from '../support/stack.ts';
import { addTask, berlin, signUpIn, tasksOf, today } from '../support/tasks.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

describe('a task', () => {
  test('is created as documented and read back', async () => {
    const person = await signUpIn(stack, berlin);
    const { status, body, headers } = await person.post<Task>('/tasks', {
      title: ' Go to the gym ',
      scheduled_at: '2027-02-01T19:00:00+01:00',
      duration_minutes: 45,
      user_id: person.id,
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      user_id: person.id,
      goal_id: null,
      series_id: null,
      title: 'Go to the gym',
      description: '',
      status: 'pending',
      scheduled_at: '2027-02-01T18:00:00.000Z',
      date: '2027-02-01',
      duration_minutes: 45,
      recurrence_rule: null,
      week: null,
      care: null,
      completed_at: null,
      created_at: expect.stringMatching(/Z$/),
    });
    expect(headers.get('ratelimit')).toBe('"tasks";r=119;t=1');
    expect((await person.get(`/tasks/${body.id}`)).body).toEqual(body);
  });

  test('has the day that its instant has for the person', async () => {
    const person = await signUpIn(stack, 'Pacific/Kiritimati');
    expect(await addTask(person, { scheduled_at: '2027-02-01T11:00:00Z' })).toMatchObject({ date: '2027-02-02' });
  });

  test('without a time is for today; words, a day alone and a duration in words are read in the person’s timezone', async () => {
    const person = await signUpIn(stack, 'America/Los_Angeles');
    const day = todayIn('America/Los_Angeles', new Date());
    expect(await addTask(person, {})).toMatchObject({ date: day, scheduled_at: null, duration_minutes: 30 });
    expect(await addTask(person, { date: '2027-05-01' })).toMatchObject({ date: '2027-05-01', scheduled_at: null });
    expect(await addTask(person, { when: 'tomorrow at 7 pm for 45 minutes' })).toMatchObject({
      date: addDays(day, 1),
      scheduled_at: instantOf(addDays(day, 1), '19:00', 'America/Los_Angeles'),
      duration_minutes: 45,
    });
  });

  test('is completed and reopened, and completed_at with it', async () => {
    const person = await stack.signUp();
    const { id } = await addTask(person, {});
    const done = await person.patch<Task>(`/tasks/${id}`, { status: 'done' });
    expect(done).toMatchObject({ status: 200, body: { status: 'done', completed_at: expect.stringMatching(/Z$/) } });
    // A second time it stays completed from the first.
    expect((await person.patch(`/tasks/${id}`, { status: 'done' })).body).toEqual(done.body);
    for (const status of ['missed', 'cancelled', 'pending']) {
      expect((await person.patch(`/tasks/${id}`, { status })).body).toMatchObject({ status, completed_at: null });
    }
  });

  test('is moved by an instant, a day or words; what is not said stays', async () => {
    const person = await signUpIn(stack, berlin);
    const { id } = await addTask(person, { scheduled_at: '2027-03-27T06:00:00Z', description: 'Legs' });
    const move = async (change: object) => (await person.patch<Task>(`/tasks/${id}`, change)).body;
    // 07:00 on the other side of the clock change.
    expect(await move({ date: '2027-03-28' })).toMatchObject({
      scheduled_at: '2027-03-28T05:00:00.000Z',
      date: '2027-03-28',
    });
    expect(await move({ when: 'at 8' })).toMatchObject({
      scheduled_at: '2027-03-28T06:00:00.000Z',
      date: '2027-03-28',
    });
    expect(await move({ when: '2 April', title: 'Gym, legs' })).toMatchObject({
      title: 'Gym, legs',
      description: 'Legs',
      scheduled_at: '2027-04-02T06:00:00.000Z',
    });
    expect(await move({ scheduled_at: '2027-04-03T22:30:00Z' })).toMatchObject({ date: '2027-04-04' });
  });

  test('loses its time of day, on its day or another, where the instant is null', async () => {
    const person = await signUpIn(stack, berlin);
    const { id } = await addTask(person, { scheduled_at: '2027-02-01T19:00:00+01:00' });
    const change = async (body: object) => (await person.patch<Task>(`/tasks/${id}`, body)).body;
    expect(await change({ scheduled_at: null })).toMatchObject({ date: '2027-02-01', scheduled_at: null });
    expect(await change({ scheduled_at: null, date: '2027-02-03' })).toMatchObject({
      date: '2027-02-03',
      scheduled_at: null,
    });
    expect(await change({ scheduled_at: null, when: 'at 5' })).toMatchObject({ code: 'invalid' });
    const daily = await addTask(person, { scheduled_at: '2027-02-01T19:00:00+01:00', recurrence_rule: 'FREQ=DAILY' });
    const moved = await person.patch<Task>(`/tasks/${daily.id}@2027-02-02`, { scheduled_at: null });
    expect(moved.body).toMatchObject({ date: '2027-02-02', scheduled_at: null });
  });

  test('that is finished cannot be moved: 409; one that was missed can, and is pending again', async () => {
    const person = await stack.signUp();
    const { id } = await addTask(person, { date: today() });
    for (const status of ['done', 'cancelled']) {
      await person.patch(`/tasks/${id}`, { status });
      for (const change of [{ date: '2027-01-01' }, { when: 'tomorrow' }, { scheduled_at: '2027-01-01T10:00:00Z' }]) {
        expect((await person.patch(`/tasks/${id}`, change)).body).toMatchObject({ status: 409, code: 'conflict' });
      }
    }
    await person.patch(`/tasks/${id}`, { status: 'missed' });
    expect((await person.patch(`/tasks/${id}`, { when: 'tomorrow' })).body).toMatchObject({
      status: 'pending',
      date: addDays(today(), 1),
    });
  });

  test('is deleted once', async () => {
    const person = await stack.signUp();
    const { id } = await addTask(person, {});
    expect((await person.delete(`/tasks/${id}`)).status).toBe(204);
    expect((await person.delete(`/tasks/${id}`)).status).toBe(404);
    expect((await person.get(`/tasks/${id}`)).status).toBe(404);
  });

  test('a request makes one round trip to the database, two where it depends on the task or the timezone', async () => {
    const person = await stack.signUp();
    await stack.api.idle();
    const tripsOf = async (request: () => Promise<unknown>) => {
      const before = stack.supabase.requests.length;
      await request();
      return stack.supabase.requests.length - before;
    };
    const { id } = await addTask(person, {});
    expect(await tripsOf(() => addTask(person, { date: today() }))).toBe(1);
    expect(await tripsOf(() => person.get(`/tasks/${id}`))).toBe(1);
    expect(await tripsOf(() => person.get('/tasks'))).toBe(1);
    expect(await tripsOf(() => person.patch(`/tasks/${id}`, { status: 'done' }))).toBe(1);
    expect(await tripsOf(() => person.patch(`/tasks/${id}`, { status: 'pending' }))).toBe(1);
    expect(await tripsOf(() => person.patch(`/tasks/${id}`, { when: 'tomorrow' }))).toBe(2);
    expect(await tripsOf(() => person.get(`/tasks/${id}/slots`))).toBe(2);
    expect(await tripsOf(() => addTask(person, { when: 'every day at 7' }))).toBe(2);
    expect(await tripsOf(() => person.delete(`/tasks/${id}`))).toBe(1);
  });
});

describe('slots', () => {
  test('fit the free minutes of the coming days, and taking one moves the task there', async () => {
    const person = await stack.signUp();
    await stack.supabase.query('update public.users set daily_minutes = 60 where id = $1', [person.id]);
    const { id } = await addTask(person, { scheduled_at: `${addDays(today(), -1)}T08:00:00Z`, duration_minutes: 45 });
    await person.patch(`/tasks/${id}`, { status: 'missed' });
    await addTask(person, { title: 'Swim', recurrence_rule: 'FREQ=DAILY;COUNT=2', date: addDays(today(), 1) });
    const { status, body } = await person.get<Slot[]>(`/tasks/${id}/slots`);
    expect(status).toBe(200);
    expect(body).toHaveLength(3);
    const full = [addDays(today(), 1), addDays(today(), 2)];
    for (const { date, reason } of body) {
      expect(full).not.toContain(date);
      expect(reason).toMatch(/^\S.*\.$/);
    }
    const [slot] = body;
    const moved = await person.patch(`/tasks/${id}`, { scheduled_at: slot?.scheduled_at });
    expect(moved.body).toMatchObject({ status: 'pending', date: slot?.date, scheduled_at: slot?.scheduled_at });
  });

  test('are for an occurrence too', async () => {
    const person = await stack.signUp();
    const { id } = await addTask(person, { recurrence_rule: 'FREQ=WEEKLY', date: addDays(today(), -7) });
    expect((await person.get<Slot[]>(`/tasks/${id}@${addDays(today(), -7)}/slots`)).body).toHaveLength(3);
    expect((await person.get(`/tasks/${id}@${addDays(today(), -6)}/slots`)).status).toBe(404);
  });
});

describe("what is not one's own does not exist", () => {
  test('a foreign and a missing task get the same 404 from every route, byte for byte but for the request id', async () => {
    const [owner, stranger] = await Promise.all([stack.signUp(), stack.signUp()]);
    const { id } = await addTask(owner, { recurrence_rule: 'FREQ=DAILY', date: '2027-02-01' });
    const none = crypto.randomUUID();
    const routes: ((task: string) => Promise<Answer<object>>)[] = [
      (task) => stranger.get(`/tasks/${task}`),
      (task) => stranger.patch(`/tasks/${task}`, { status: 'cancelled' }),
      (task) => stranger.patch(`/tasks/${task}`, { when: 'tomorrow at 7' }),
      (task) => stranger.delete(`/tasks/${task}`),
      (task) => stranger.get(`/tasks/${task}/slots`),
    ];
    for (const route of routes) {
      for (const day of ['', '@2027-02-01']) {
        const [foreign, missing] = [await route(id + day), await route(none + day)];
        expect(foreign.status).toBe(404);
        expect({ ...foreign.body, request_id: '' }).toEqual({ ...missing.body, request_id: '' });
      }
    }
    expect(await tasksOf(stranger, '?date=2027-02-01')).toEqual([]);
    expect((await owner.get<Task>(`/tasks/${id}`)).body).toMatchObject({ status: 'pending' });
  });

  test('a task cannot hang on a foreign goal, nor be made for another person', async () => {
    const [owner, stranger] = await Promise.all([stack.signUp(), stack.signUp()]);
    const { body: goal } = await owner.post<{ id: string }>('/goals', { title: 'Run' });
    for (const goal_id of [goal.id, crypto.randomUUID()]) {
      expect((await stranger.post('/tasks', { title: 'Gym', goal_id })).body).toMatchObject({
        status: 422,
        errors: [{ path: 'goal_id' }],
      });
    }
    expect((await stranger.post('/tasks', { title: 'Gym', user_id: owner.id })).status).toBe(403);
    expect((await stranger.get(`/tasks?user_id=${owner.id}`)).status).toBe(403);
    expect((await stack.request('/tasks')).status).toBe(401);
  });
});

test('fifty identical requests at once create one task; another payload with the key is refused', async () => {
  const person = await stack.signUp();
  const key = { 'Idempotency-Key': 'k' };
  const answers = await Promise.all(
    times(50, () => person.post<Task>('/tasks', { title: 'Gym', when: 'tomorrow' }, key)),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(49);
  expect(await tasksOf(person)).toHaveLength(1);
  expect((await person.post('/tasks', { title: 'Run' }, key)).body).toMatchObject({ code: 'idempotency_mismatch' });
});

test('over the limit a task is refused with when to come back; reading and completing are not limited', async () => {
  const person = await stack.signUp();
  const { id } = await addTask(person, {});
  await stack.supabase.query(
    "update private.rate_buckets set tokens = 0.2, refilled_at = now() + interval '1 hour' where user_id = $1",
    [person.id],
  );
  const refused = await person.post('/tasks', { title: 'Run' });
  expect(refused.body).toMatchObject({ status: 429, code: 'rate_limited' });
  expect(refused.headers.get('ratelimit-policy')).toBe('"tasks";q=120;w=120');
  expect((await person.patch(`/tasks/${id}`, { status: 'done' })).status).toBe(200);
});

test('a person who moves takes planned tasks along at their time of day, and keeps appointments at their instant', async () => {
  const person = await signUpIn(stack, berlin);
  const { body: goal } = await person.post<{ id: string }>('/goals', { title: 'Run' });
  const appointment = await addTask(person, { scheduled_at: '2027-02-02T02:00:00Z' });
  const [planned] = await stack.supabase.query(
    `insert into public.tasks (user_id, goal_id, title, date, scheduled_at, duration_minutes, week)
     values ($1, $2, 'Run', '2027-02-02', '2027-02-02T06:00:00Z', 30, 1) returning id`,
    [person.id, goal.id],
  );
  await stack.supabase.query("update public.users set timezone = 'America/New_York' where id = $1", [person.id]);
  const read = async (id: unknown) => (await person.get<Task>(`/tasks/${id}`)).body;
  expect(await read(planned?.id)).toMatchObject({ date: '2027-02-02', scheduled_at: '2027-02-02T12:00:00.000Z' });
  expect(await read(appointment.id)).toMatchObject({ date: '2027-02-01', scheduled_at: '2027-02-02T02:00:00.000Z' });
});

describe('row level security', () => {
  test('a person reaches no other person’s tasks through the REST API, whatever they send', async () => {
    const [owner, stranger] = await Promise.all([stack.signUp(), stack.signUp()]);
    const { id } = await addTask(owner, {});
    const headers = {
      apikey: stack.supabase.publishableKey,
      Authorization: `Bearer ${stranger.token}`,
      'Content-Type': 'application/json',
      Prefer: 'return=representation',
    };
    const rest = async (path: string, init: RequestInit = {}) => {
      const answer = await fetch(`${stack.supabase.url}/rest/v1/${path}`, {
        ...init,
        headers,
        signal: AbortSignal.timeout(10_000),
      });
      return { status: answer.status, body: await answer.json() };
    };
    expect((await rest(`tasks?id=eq.${id}`)).body).toEqual([]);
    expect((await rest(`tasks?id=eq.${id}`, { method: 'PATCH', body: '{"title":"mine"}' })).status).toBe(403);
    expect((await rest(`tasks?id=eq.${id}`, { method: 'DELETE' })).status).toBe(403);
    for (const [name, body] of [
      ['change_task', { p_id: id, p_changes: { title: 'mine' } }],
      ['delete_task', { p_id: id }],
    ]) {
      expect((await rest(`rpc/${name}`, { method: 'POST', body: JSON.stringify(body) })).body).toBeNull();
    }
    for (const user_id of [owner.id, stranger.id]) {
      const insert = JSON.stringify({ user_id, title: 'T', date: '2027-01-01', duration_minutes: 5 });
      expect((await rest('tasks', { method: 'POST', body: insert })).status).toBe(403);
    }
    expect(
      (await rest('rpc/load_task', { method: 'POST', body: JSON.stringify({ p_id: id, p_user_id: owner.id }) })).body,
    ).toBeNull();
    expect((await owner.get<Task>(`/tasks/${id}`)).body).toMatchObject({ title: 'Gym' });
  });
});

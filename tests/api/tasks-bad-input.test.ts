import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { addTask } from '../support/tasks.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

describe('bad input is refused in words and stores nothing', () => {
  test.each<[string, object, string]>([
    ['an empty title', { title: ' ' }, 'title'],
    ['an unknown field', { title: 'Gym', colour: 'red' }, ''],
    ['two ways to say when', { title: 'Gym', when: 'tomorrow', date: '2027-01-01' }, 'when'],
    ['words that are not clear', { title: 'Gym', when: 'twice a week' }, 'when'],
    ['an instant without an offset', { title: 'Gym', scheduled_at: '2027-01-01T10:00:00' }, 'scheduled_at'],
    ['a day that does not exist', { title: 'Gym', date: '2027-02-30' }, 'date'],
    ['a day in another age', { title: 'Gym', date: '1066-10-14' }, 'date'],
    ['no minutes', { title: 'Gym', duration_minutes: 0 }, 'duration_minutes'],
    ['over a day of minutes', { title: 'Gym', duration_minutes: 1441 }, 'duration_minutes'],
    ['a goal that is no UUID', { title: 'Gym', goal_id: 'me' }, 'goal_id'],
    ['a repetition every second', { title: 'Gym', recurrence_rule: 'FREQ=SECONDLY' }, 'recurrence_rule'],
    ['INTERVAL=0', { title: 'Gym', recurrence_rule: 'FREQ=DAILY;INTERVAL=0' }, 'recurrence_rule'],
    ['30 February', { title: 'Gym', recurrence_rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 'recurrence_rule'],
    [
      '30 February again',
      { title: 'Gym', recurrence_rule: 'FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=30', date: '2027-02-01' },
      'recurrence_rule',
    ],
    ['a million occurrences', { title: 'Gym', recurrence_rule: 'FREQ=DAILY;COUNT=1000000' }, 'recurrence_rule'],
    [
      'an end before the start',
      { title: 'Gym', recurrence_rule: 'FREQ=DAILY;UNTIL=20270101', date: '2027-01-02' },
      'recurrence_rule',
    ],
    [
      'a rule in words and as a rule',
      { title: 'Gym', recurrence_rule: 'FREQ=DAILY', when: 'every Monday' },
      'recurrence_rule',
    ],
  ])('creating with %s', async (_, input, path) => {
    const person = await stack.signUp();
    const answer = await person.post('/tasks', input);
    expect(answer.body).toMatchObject({
      status: 422,
      code: 'invalid',
      detail: expect.stringMatching(/\w/),
      errors: [{ path }],
    });
    expect(await stack.supabase.query('select 1 from public.tasks where user_id = $1', [person.id])).toEqual([]);
  });

  test.each<[string, object, string]>([
    ['nothing', {}, ''],
    ['a scope alone', { scope: 'one' }, ''],
    ['a status and more', { status: 'done', title: 'Gym' }, 'status'],
    ['an unknown status', { status: 'late' }, 'status'],
    ['two ways to say when', { when: 'tomorrow', scheduled_at: '2027-01-01T10:00:00Z' }, 'when'],
    ['words that are not clear', { when: 'purple' }, 'when'],
    ['a repetition of one occurrence', { when: 'every Tuesday' }, 'when'],
    ['a rule of one occurrence', { recurrence_rule: 'FREQ=DAILY' }, 'recurrence_rule'],
    ['a bad rule', { recurrence_rule: 'FREQ=DAILY;INTERVAL=0', scope: 'series' }, 'recurrence_rule'],
    ['an unknown scope', { status: 'done', scope: 'all' }, 'scope'],
  ])('changing by %s', async (_, change, path) => {
    const person = await stack.signUp();
    const { id } = await addTask(person, { recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO', date: '2027-02-01' });
    expect((await person.patch(`/tasks/${id}@2027-02-01`, change)).body).toMatchObject({
      status: 422,
      errors: [{ path }],
    });
    expect((await person.get(`/tasks/${id}@2027-02-01`)).body).toMatchObject({ status: 'pending', title: 'Gym' });
  });

  test('a path id that is none, and another method', async () => {
    const person = await stack.signUp();
    for (const id of ['me', `${crypto.randomUUID()}@`, `${crypto.randomUUID()}@tomorrow`]) {
      expect((await person.get(`/tasks/${id}`)).body).toMatchObject({ status: 422, errors: [{ path: 'id' }] });
    }
    expect((await person.get(`/tasks/${crypto.randomUUID()}@2027-02-30`)).status).toBe(404);
    const put = await stack.request('/tasks', { method: 'PUT', headers: { Authorization: `Bearer ${person.token}` } });
    expect(put.headers.get('allow')).toBe('POST, GET');
  });

  test('a 201st repeating task is refused with what to do', async () => {
    const person = await stack.signUp();
    await stack.supabase.query(
      "insert into public.tasks (user_id, title, date, duration_minutes, recurrence_rule, timezone) select $1, 'T', '2027-01-01', 5, 'FREQ=DAILY', 'UTC' from generate_series(1, 200)",
      [person.id],
    );
    // Cancelled ones are listed too, so they count.
    await stack.supabase.query("update public.tasks set status = 'cancelled' where user_id = $1", [person.id]);
    const refused = await person.post('/tasks', { title: 'One more', recurrence_rule: 'FREQ=DAILY' });
    expect(refused.body).toMatchObject({ status: 422, errors: [{ path: 'recurrence_rule' }] });
    const { body: once } = await person.post<{ id: string }>('/tasks', { title: 'One-off' });
    const daily = { recurrence_rule: 'FREQ=DAILY' };
    expect((await person.patch(`/tasks/${once.id}`, daily)).body).toMatchObject({
      status: 422,
      errors: [{ path: 'recurrence_rule' }],
    });
    // Nor past the API, whose lists compute them all.
    const past = await fetch(`${stack.supabase.url}/rest/v1/tasks?id=eq.${once.id}`, {
      method: 'PATCH',
      headers: {
        apikey: stack.supabase.publishableKey,
        Authorization: `Bearer ${person.token}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ ...daily, timezone: 'UTC' }),
    });
    expect({ status: past.status, body: await past.json() }).toMatchObject({ status: 403, body: { code: '42501' } });
  });
});

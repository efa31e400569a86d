import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../lib/days.ts';
import type { Task } from '../../lib/tasks/schema.ts';
import { type Answer, startTestStack, type TestStack, times } from '../support/stack.ts';
import { addTask, berlin, signUpIn, tasksOf, today } from '../support/tasks.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

describe('the list', () => {
  test('is today and six days by default, by day, time and id, and can be one day, a range, a goal’s, or by status', async () => {
    const person = await stack.signUp();
    const { body: goal } = await person.post<{ id: string }>('/goals', { title: 'Run' });
    const evening = await addTask(person, { title: 'evening', scheduled_at: `${addDays(today(), 1)}T19:00:00Z` });
    const anytime = await addTask(person, { title: 'anytime', date: addDays(today(), 1), goal_id: goal.id });
    const morning = await addTask(person, { title: 'morning', scheduled_at: `${addDays(today(), 1)}T07:00:00Z` });
    const past = await addTask(person, { title: 'past', date: addDays(today(), -1) });
    const last = await addTask(person, { title: 'last', date: addDays(today(), 6) });
    await addTask(person, { title: 'beyond', date: addDays(today(), 7) });
    await person.patch(`/tasks/${last.id}`, { status: 'done' });
    const ids = async (query: string) => (await tasksOf(person, query)).map(({ id }) => id);
    expect(await ids('')).toEqual([morning.id, evening.id, anytime.id, last.id]);
    expect(await ids(`?date=${addDays(today(), -1)}`)).toEqual([past.id]);
    expect(await ids(`?from=${addDays(today(), -1)}&to=${today()}`)).toEqual([past.id]);
    expect(await ids(`?goal_id=${goal.id}`)).toEqual([anytime.id]);
    expect(await ids('?status=done')).toEqual([last.id]);
    expect(await ids(`?user_id=${person.id}&status=pending`)).toEqual([morning.id, evening.id, anytime.id]);
  });

  test('is paged without gap or repeat, whatever the page’s size: tasks, occurrences and exceptions together', async () => {
    const person = await signUpIn(stack, berlin);
    await Promise.all([
      ...times(5, (n) => addTask(person, { title: `day ${n}`, date: addDays('2027-02-01', n) })),
      addTask(person, { recurrence_rule: 'FREQ=DAILY', scheduled_at: '2027-02-01T06:00:00Z' }),
      addTask(person, { recurrence_rule: 'FREQ=DAILY;INTERVAL=2', date: '2027-02-01' }),
      addTask(person, { recurrence_rule: 'FREQ=DAILY', scheduled_at: '2027-02-01T06:00:00Z' }),
    ]);
    const range = '?from=2027-02-01&to=2027-02-10';
    const [first] = await tasksOf(person, range);
    await person.patch(`/tasks/${first?.series_id}@2027-02-02`, { when: '2027-02-05 at 8 pm' });
    const whole = await tasksOf(person, range);
    expect(whole).toHaveLength(30);
    for (const size of [1, 2, 3, 7, 29, 30]) {
      const seen: Task[] = [];
      let path: string | undefined = `/tasks${range}&limit=${size}`;
      while (path) {
        const page: Answer<Task[]> = await person.get(path);
        seen.push(...page.body);
        path = page.headers.get('link')?.match(/^<(.+)>; rel="next"$/)?.[1];
      }
      expect(seen).toEqual(whole);
    }
  });

  test('of over 1,000 tasks in a range is whole, page after page', async () => {
    const person = await stack.signUp();
    await stack.supabase.query(
      "insert into public.tasks (user_id, title, date, duration_minutes) select $1, 'Task ' || n, '2027-06-01', 5 from generate_series(1, 1203) n",
      [person.id],
    );
    const seen = new Set<string>();
    let path: string | undefined = '/tasks?date=2027-06-01&limit=500';
    while (path) {
      const page: Answer<Task[]> = await person.get(path);
      for (const { id } of page.body) seen.add(id);
      path = page.headers.get('link')?.match(/^<(.+)>; rel="next"$/)?.[1];
    }
    expect(seen.size).toBe(1203);
  });

  test('of fifty daily series over a year gives its pages in order', async () => {
    const person = await stack.signUp();
    await Promise.all(
      times(50, (n) =>
        addTask(person, {
          title: `${n}`,
          recurrence_rule: 'FREQ=DAILY',
          scheduled_at: `2027-01-01T${String(n % 24).padStart(2, '0')}:00:00Z`,
        }),
      ),
    );
    const page = await tasksOf(person, '?from=2027-01-01&to=2027-12-31&limit=500');
    expect(page).toHaveLength(500);
    expect(page.at(-1)?.date).toBe('2027-01-10');
    expect(page.map(({ scheduled_at }) => scheduled_at)).toEqual(
      page.map(({ scheduled_at }) => scheduled_at).toSorted(),
    );
  });

  test.each([
    ['?from=2027-01-02&to=2027-01-01', 'to'],
    ['?from=2027-01-01&to=2028-01-02', 'to'],
    ['?to=2020-01-01', 'to'],
    ['?date=2027-01-01&from=2027-01-01', 'date'],
    ['?date=2027-02-30', 'date'],
    ['?date=0001-01-01', 'date'],
    ['?status=late', 'status'],
    ['?goal_id=me', 'goal_id'],
    ['?limit=501', 'limit'],
    ['?cursor=abc', 'cursor'],
  ])('%s is refused', async (query, path) => {
    const person = await stack.signUp();
    expect((await person.get(`/tasks${query}`)).body).toMatchObject({
      status: 422,
      code: 'invalid',
      errors: [{ path }],
    });
  });

  test('of 366 days is not', async () => {
    const person = await stack.signUp();
    expect((await person.get('/tasks?from=2027-01-01&to=2028-01-01')).status).toBe(200);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, weekdayOf } from '../../lib/days.ts';
import type { Task } from '../../lib/tasks/schema.ts';
import { startTestStack, type TestStack, times } from '../support/stack.ts';
import { addTask, berlin, signUpIn, tasksOf, today } from '../support/tasks.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

describe('a series', () => {
  const at7 = { title: 'Run', recurrence_rule: 'FREQ=DAILY', scheduled_at: '2027-03-26T07:00:00+01:00' };
  const clockChange = '?from=2027-03-26&to=2027-03-30';

  test('at 07:00 in Berlin stays at 07:00 across the clock change: in its row, in the list, and when the day before is done', async () => {
    const person = await signUpIn(stack, berlin);
    const series = await addTask(person, at7);
    expect(series).toMatchObject({ date: '2027-03-26', scheduled_at: '2027-03-26T06:00:00.000Z', series_id: null });
    const [row] = await stack.supabase.query('select start_time::text, timezone from public.tasks where id = $1', [
      series.id,
    ]);
    expect(row).toEqual({ start_time: '07:00:00', timezone: berlin });

    const expected = ['26T06', '27T06', '28T05', '29T05', '30T05'].map((hour) => `2027-03-${hour}:00:00.000Z`);
    const before = await tasksOf(person, clockChange);
    expect(before.map(({ scheduled_at }) => scheduled_at)).toEqual(expected);
    expect(before[2]).toEqual({
      ...series,
      id: `${series.id}@2027-03-28`,
      series_id: series.id,
      date: '2027-03-28',
      scheduled_at: '2027-03-28T05:00:00.000Z',
    });

    await person.patch(`/tasks/${series.id}@2027-03-27`, { status: 'done' });
    const after = await tasksOf(person, clockChange);
    expect(after.map(({ scheduled_at }) => scheduled_at)).toEqual(expected);
    expect(after.map(({ status }) => status)).toEqual(['pending', 'done', 'pending', 'pending', 'pending']);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect((await person.get<Task>(`/tasks/${series.id}`)).body).toEqual(series);
  });

  test('an occurrence is read, completed, edited, moved and deleted by its own id, and the series goes on', async () => {
    const person = await stack.signUp();
    const { id } = await addTask(person, { recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO', date: '2027-02-01' });
    const week = (n: number) => addDays('2027-02-01', 7 * n);
    const path = (n: number) => `/tasks/${id}@${week(n)}`;
    expect((await person.get<Task>(path(0))).body).toMatchObject({
      id: `${id}@${week(0)}`,
      date: week(0),
      status: 'pending',
    });

    expect((await person.patch<Task>(path(0), { status: 'done' })).body).toMatchObject({
      id: `${id}@${week(0)}`,
      series_id: id,
      status: 'done',
      completed_at: expect.any(String),
    });
    await person.patch(path(1), { title: 'Gym with Ana' });
    expect((await person.patch<Task>(path(2), { date: addDays(week(2), 2) })).body).toMatchObject({
      id: `${id}@${week(2)}`,
      date: addDays(week(2), 2),
    });
    expect((await person.delete(path(3))).status).toBe(204);

    const all = await tasksOf(person, `?from=${week(0)}&to=${week(5)}`);
    expect(all.map(({ date, title, status }) => [date, title, status])).toEqual([
      [week(0), 'Gym', 'done'],
      [week(1), 'Gym with Ana', 'pending'],
      [addDays(week(2), 2), 'Gym', 'pending'],
      [week(4), 'Gym', 'pending'],
      [week(5), 'Gym', 'pending'],
    ]);
    for (const occurrence of all) expect((await person.get(`/tasks/${occurrence.id}`)).body).toEqual(occurrence);
    expect((await person.patch(path(0), { date: week(1) })).body).toMatchObject({ status: 409, code: 'conflict' });
    expect((await person.get(path(3))).status).toBe(404);
    expect((await person.delete(path(3))).status).toBe(404);
    const rows = await stack.supabase.query(
      'select original_date::text from public.tasks where series_id = $1 order by 1',
      [id],
    );
    expect(rows.map((row) => row.original_date)).toEqual([week(0), week(1), week(2)]);

    expect((await person.delete(`/tasks/${id}`)).status).toBe(204);
    expect(await tasksOf(person, `?from=${week(0)}&to=${week(5)}`)).toEqual([]);
  });

  test('an occurrence that is completed twice at the same moment is one row', async () => {
    const person = await stack.signUp();
    const { id } = await addTask(person, { recurrence_rule: 'FREQ=DAILY', date: '2027-02-01' });
    const answers = await Promise.all(times(10, () => person.patch(`/tasks/${id}@2027-02-03`, { status: 'done' })));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(await stack.supabase.query('select 1 from public.tasks where series_id = $1', [id])).toHaveLength(1);
  });

  test('moved as a whole it keeps what is done, and goes on in the new way under the same id', async () => {
    const person = await stack.signUp();
    const monday = addDays(today(), (8 - weekdayOf(today())) % 7 || 7);
    const { id } = await addTask(person, {
      recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO',
      scheduled_at: `${monday}T07:00:00Z`,
    });
    await person.patch(`/tasks/${id}@${monday}`, { status: 'done' });
    const second = addDays(monday, 7);
    await person.patch(`/tasks/${id}@${addDays(monday, 14)}`, { when: `${addDays(monday, 15)} at 9 am` });

    const later = await person.patch<Task>(`/tasks/${id}@${second}`, { when: 'at 8 pm', scope: 'series' });
    expect(later.body).toMatchObject({ id, recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO' });
    const moved = await person.patch<Task>(`/tasks/${id}@${second}`, { date: addDays(second, 1), scope: 'series' });
    expect(moved.body).toMatchObject({
      id,
      recurrence_rule: 'FREQ=WEEKLY;BYDAY=TU',
      scheduled_at: `${addDays(monday, 1)}T20:00:00.000Z`,
    });
    const all = await tasksOf(person, `?from=${monday}&to=${addDays(monday, 16)}`);
    expect(all.map(({ status, scheduled_at }) => [status, scheduled_at])).toEqual([
      ['done', `${monday}T07:00:00.000Z`],
      ...[1, 8, 15].map((days) => ['pending', `${addDays(monday, days)}T20:00:00.000Z`]),
    ]);
  });

  test('gets another rule, ends, and becomes a task of its own', async () => {
    const person = await stack.signUp();
    const { id } = await addTask(person, { recurrence_rule: 'FREQ=DAILY', date: today() });
    const change = async (recurrence_rule: string | null) =>
      (await person.patch<Task>(`/tasks/${id}`, { recurrence_rule })).body;
    expect(await change('FREQ=DAILY;INTERVAL=2;COUNT=2')).toMatchObject({ date: today() });
    expect((await tasksOf(person)).map(({ date }) => date)).toEqual([today(), addDays(today(), 2)]);
    expect(await change(null)).toMatchObject({ id, recurrence_rule: null, date: today() });
    expect((await tasksOf(person)).map((task) => task.id)).toEqual([id]);
    await change('FREQ=DAILY');
    expect(await tasksOf(person)).toHaveLength(7);
    expect((await person.patch(`/tasks/${id}`, { status: 'cancelled' })).status).toBe(200);
    expect(await tasksOf(person)).toEqual([]);
  });

  test('that has ended leaves what was done of it, which can still be read, changed and deleted', async () => {
    const person = await stack.signUp();
    const { id } = await addTask(person, { recurrence_rule: 'FREQ=DAILY', date: today() });
    const [done, forgotten] = [`${id}@${addDays(today(), 1)}`, `${id}@${addDays(today(), 2)}`];
    await person.patch(`/tasks/${done}`, { status: 'done' });
    await person.patch(`/tasks/${id}`, { recurrence_rule: null });
    expect((await person.get(`/tasks/${done}`)).body).toMatchObject({ id: done, status: 'done' });
    expect((await person.get(`/tasks/${forgotten}`)).status).toBe(404);
    expect((await person.patch(`/tasks/${done}`, { title: 'Ran' })).body).toMatchObject({ id: done, title: 'Ran' });
    expect((await person.delete(`/tasks/${done}`)).status).toBe(204);
    expect((await tasksOf(person)).map((task) => task.id)).toEqual([id]);
  });

  test('that was cancelled is found by its status, and goes on when it is pending again', async () => {
    const person = await stack.signUp();
    const { id } = await addTask(person, { recurrence_rule: 'FREQ=DAILY', date: today() });
    await person.patch(`/tasks/${id}`, { status: 'cancelled' });
    expect(await tasksOf(person, '?status=cancelled')).toHaveLength(7);
    await person.patch(`/tasks/${id}`, { status: 'pending' });
    expect(await tasksOf(person)).toHaveLength(7);
  });

  test('whose last day is moved past its end goes on until then', async () => {
    const person = await stack.signUp();
    const monday = { date: '2027-01-04', recurrence_rule: 'FREQ=WEEKLY;UNTIL=20270125' };
    const { id } = await addTask(person, monday);
    await person.patch(`/tasks/${id}@2027-01-25`, { date: '2027-01-27', scope: 'series' });
    expect((await tasksOf(person, '?from=2027-01-01&to=2027-02-28')).map(({ date }) => date)).toContain('2027-01-27');
  });

  test('as a whole is neither done nor missed, and what is no day of it does not exist', async () => {
    const person = await stack.signUp();
    const { id } = await addTask(person, { recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=2', date: '2027-02-01' });
    for (const status of ['done', 'missed']) {
      expect((await person.patch(`/tasks/${id}`, { status })).body).toMatchObject({
        status: 409,
        detail: expect.stringContaining(`${id}@`),
      });
    }
    for (const day of ['2027-02-02', '2027-01-25', '2027-02-15']) {
      expect((await person.get(`/tasks/${id}@${day}`)).status).toBe(404);
      expect((await person.patch(`/tasks/${id}@${day}`, { status: 'done' })).status).toBe(404);
      expect((await person.delete(`/tasks/${id}@${day}`)).status).toBe(404);
    }
    const once = await addTask(person, {});
    expect((await person.get(`/tasks/${once.id}@${once.date}`)).status).toBe(404);
  });

  test('begins on the first day that its rule falls on, also in words', async () => {
    const person = await stack.signUp();
    expect(await addTask(person, { recurrence_rule: 'freq=weekly;byday=mo', date: '2027-02-03' })).toMatchObject({
      recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO',
      date: '2027-02-08',
    });
    const words = await addTask(person, { when: 'every weekday at 6:30 am' });
    expect(words).toMatchObject({ recurrence_rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' });
    expect(words.scheduled_at).toMatch(/T06:30:00.000Z$/);
  });

  test('leaves out the days that its words except', async () => {
    const person = await stack.signUp();
    const { id: series } = await addTask(person, { when: 'every day from 1 to 4 March 2027 except 2 March 2027' });
    expect((await tasksOf(person, '?from=2027-03-01&to=2027-03-07')).map(({ id }) => id)).toEqual(
      ['2027-03-01', '2027-03-03', '2027-03-04'].map((day) => `${series}@${day}`),
    );
  });

  test('is on the day that it is for a person who is elsewhere by now', async () => {
    const person = await signUpIn(stack, 'Asia/Tokyo');
    const { id } = await addTask(person, { recurrence_rule: 'FREQ=DAILY', scheduled_at: '2027-02-01T07:00:00+09:00' });
    await stack.supabase.query("update public.users set timezone = 'America/New_York' where id = $1", [person.id]);
    // 07:00 on the 3rd in Tokyo is 17:00 on the 2nd in New York.
    expect(await tasksOf(person, '?date=2027-02-02')).toMatchObject([
      { id: `${id}@2027-02-03`, date: '2027-02-02', scheduled_at: '2027-02-02T22:00:00.000Z' },
    ]);
  });
});

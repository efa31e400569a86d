import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, todayIn } from '../../lib/days.ts';
import {
  type GoalBody,
  letDaysPass,
  markTasks,
  planEvents,
  planNow,
  plannedGoal,
  requestOf,
  type TaskRow,
  tasksOf,
} from '../support/planning.ts';
import { type Person, startTestStack, type TestStack, times, until } from '../support/stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

const today = () => todayIn('UTC', new Date());
const fourWeeks = { title: 'Learn to draw', description: 'In 4 weeks' };

const mark = (person: Person, ids: string[], status: string) =>
  markTasks(
    person,
    ids.map((id) => ({ id })),
    status,
  );

const ids = (tasks: TaskRow[]) => tasks.map(({ id }) => id);
const ofWeek = (tasks: TaskRow[], week: number) => tasks.filter((task) => task.week === week);

describe('a goal is planned again', () => {
  test('at once in answer, later in fact; with the wishes, which hold until they are replaced', async () => {
    const person = await stack.signUp();
    const goal = await plannedGoal(stack, person, fourWeeks);
    const wishes = async () =>
      (await stack.supabase.query('select plan_instructions as wishes from public.goals where id = $1', [goal.id]))[0];
    const { status, body } = await person.post<GoalBody>(`/goals/${goal.id}/plan`, { instructions: ' No pencils ' });
    expect(status).toBe(202);
    expect(body).toMatchObject({ plan_status: 'pending', plan_json: goal.plan_json, start_date: goal.start_date });
    expect(await wishes()).toEqual({ wishes: 'No pencils' });
    const bodyless = await stack.request(`/goals/${goal.id}/plan`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${person.token}` },
    });
    expect(bodyless.status).toBe(202);
    expect(await wishes()).toEqual({ wishes: 'No pencils' });
    await person.post(`/goals/${goal.id}/plan`, { instructions: '' });
    expect(await wishes()).toEqual({ wishes: '' });
    expect(await planEvents(stack, goal.id)).toHaveLength(4);
    const tooLong = await person.post(`/goals/${goal.id}/plan`, { instructions: 'x'.repeat(2001) });
    expect(tooLong.body).toMatchObject({ status: 422, errors: [{ path: 'instructions' }] });
  });

  test('once for an idempotency key', async () => {
    const person = await stack.signUp();
    const { body } = await person.post<GoalBody>('/goals', fourWeeks);
    const key = { 'Idempotency-Key': 'again' };
    const answers = await Promise.all(times(10, () => person.post(`/goals/${body.id}/plan`, {}, key)));
    expect(answers.map(({ status }) => status)).toEqual(times(10, () => 202));
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(9);
    expect(answers.find(({ headers }) => headers.has('ratelimit'))?.headers.get('ratelimit')).toMatch(/^"goals"/);
    expect(await planEvents(stack, body.id)).toHaveLength(2);
    const other = await person.post(`/goals/${body.id}/plan`, { instructions: 'Other' }, key);
    expect(other.body).toMatchObject({ status: 422, code: 'idempotency_mismatch' });
  });

  test('from today on: what is done stays as it is, even on days that were fuller than the person now allows', async () => {
    const person = await stack.signUp();
    const goal = await plannedGoal(stack, person, { ...fourWeeks, target_date: addDays(today(), 55) });
    const before = await tasksOf(stack, goal.id);
    const [first, second, third] = before;
    await mark(person, ids([first, second].filter((task) => task !== undefined)), 'done');
    await mark(person, third ? [third.id] : [], 'missed');
    await stack.supabase.query('update public.tasks set duration_minutes = 500 where id = $1', [first?.id]);
    await letDaysPass(stack, goal.id, 20);
    const [byHand] = await stack.supabase.query<{ id: string }>(
      `insert into public.tasks (user_id, goal_id, title, date, duration_minutes)
       values ($1, $2, 'Buy paper', current_date + 2, 15) returning id`,
      [person.id, goal.id],
    );
    const done = (await tasksOf(stack, goal.id)).filter(({ status }) => status === 'done');
    await person.post(`/goals/${goal.id}/plan`, {});
    expect(await planNow(stack, goal.id)).toEqual({ outcome: 'saved' });

    const after = await tasksOf(stack, goal.id);
    const unmoved = ({ id, title, status, date, duration_minutes }: TaskRow) => ({
      id,
      title,
      status,
      date,
      duration_minutes,
    });
    expect(after.filter(({ status }) => status === 'done').map(unmoved)).toEqual(done.map(unmoved));
    const pending = after.filter(({ status }) => status === 'pending');
    expect(pending.every(({ date }) => date >= today())).toBe(true);
    expect(ids(pending)).toContain(byHand?.id);
    expect(ids(before).filter((id) => ids(pending).includes(id))).toEqual([]);

    const again = (await person.get<GoalBody>(`/goals/${goal.id}`)).body;
    // Start, end and the numbers of the weeks stay.
    expect(again).toMatchObject({
      start_date: addDays(today(), -20),
      target_date: addDays(goal.target_date ?? '', -20),
      plan_status: 'ready',
      plan_json: { weeks: { length: goal.plan_json?.weeks.length } },
    });
    const shown = again.plan_json?.weeks.flatMap(({ tasks }) => tasks) ?? [];
    expect(shown.filter(({ kept }) => kept).map(({ id, date }) => ({ id, date }))).toEqual(
      done.map(({ id, date }) => ({ id, date })),
    );
    expect(again.plan_json?.checks.every(({ ok }) => ok)).toBe(true);
    // Tasks that were missed before are no part of the total.
    expect(again.progress).toMatchObject({
      done: 2,
      total: after.filter(({ status }) => status !== 'missed').length,
      current_week: 3,
    });
  });

  test('against what is done by the time it is saved', async () => {
    const person = await stack.signUp();
    const goal = await plannedGoal(stack, person, fourWeeks);
    const [first] = await tasksOf(stack, goal.id);
    await person.post(`/goals/${goal.id}/plan`, {});
    const request = await requestOf(stack, goal.id);
    const { startPlanning, savePlan } = await import('../../lib/goals/planning-store.ts');
    await startPlanning(request, 'test');
    await mark(person, first ? [first.id] : [], 'done');
    if (!goal.plan_json) throw new Error('the goal has no plan');
    expect(await savePlan(request, { plan: goal.plan_json, tasks: [], questions: [], care: null })).toBe('conflict');
    expect(await planNow(stack, goal.id)).toEqual({ outcome: 'saved' });
    expect((await tasksOf(stack, goal.id)).filter(({ status }) => status === 'done')).toHaveLength(1);
  });

  test('in vain, and the plan it has stays', async () => {
    const person = await stack.signUp();
    const goal = await plannedGoal(stack, person, fourWeeks);
    const tasks = await tasksOf(stack, goal.id);
    await letDaysPass(stack, goal.id, 3);
    await plannedGoal(stack, person, { title: 'Read every day for 120 minutes' });
    await stack.supabase.query(
      `insert into public.tasks (user_id, goal_id, title, date, duration_minutes, week)
       select user_id, id, 'Read on', day, 120, 1
       from public.goals, generate_series(current_date, current_date + 30, '1 day') day
       where user_id = $1 and id <> $2`,
      [person.id, goal.id],
    );
    await person.post(`/goals/${goal.id}/plan`, {});
    expect(await planNow(stack, goal.id)).toEqual({ outcome: 'failed' });
    const { body } = await person.get<GoalBody>(`/goals/${goal.id}`);
    expect(body).toMatchObject({ plan_status: 'failed', start_date: addDays(today(), -3), plan_json: { version: 1 } });
    expect(ids(await tasksOf(stack, goal.id))).toEqual(ids(tasks));
  });
});

describe('a goal is completed', () => {
  test('by the last task of its last week, whatever is left of the weeks before; reopening that task reopens it', async () => {
    const person = await stack.signUp();
    const goal = await plannedGoal(stack, person, fourWeeks);
    const status = async () => (await person.get<GoalBody>(`/goals/${goal.id}`)).body.status;
    const last = ids(ofWeek(await tasksOf(stack, goal.id), 4));
    await mark(person, last.slice(1), 'done');
    expect(await status()).toBe('active');
    await mark(person, last.slice(0, 1), 'done');
    expect(await status()).toBe('completed');
    expect((await person.get<GoalBody[]>('/goals?status=completed')).body.map(({ id }) => id)).toEqual([goal.id]);
    expect((await person.get<GoalBody[]>('/goals?status=active')).body).toEqual([]);
    await mark(person, last.slice(0, 1), 'pending');
    expect(await status()).toBe('active');
  });

  test('by tasks that are done at the same moment', async () => {
    const person = await stack.signUp();
    const goal = await plannedGoal(stack, person, fourWeeks);
    const [one, two, ...others] = ids(ofWeek(await tasksOf(stack, goal.id), 4));
    await mark(person, others, 'done');
    const [first, second] = times(2, () => new pg.Client({ connectionString: stack.supabase.databaseUrl }));
    if (!first || !second) throw new Error('two connections');
    await Promise.all([first.connect(), second.connect()]);
    const done = "update public.tasks set status = 'done' where id = $1";
    await first.query('begin');
    await first.query(done, [one]);
    let ended = false;
    const marking = second.query(done, [two]).then(() => {
      ended = true;
    });
    // It waits for the first one, which it must see.
    await until(
      () => first.query('select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))'),
      ({ rowCount }) => rowCount !== 0 || ended,
    );
    await first.query('commit');
    await marking;
    await Promise.all([first.end(), second.end()]);
    expect((await person.get<GoalBody>(`/goals/${goal.id}`)).body.status).toBe('completed');
  });

  test('and its planning ends with it', async () => {
    const person = await stack.signUp();
    const goal = await plannedGoal(stack, person, fourWeeks);
    await person.post(`/goals/${goal.id}/plan`, {});
    await mark(person, ids(ofWeek(await tasksOf(stack, goal.id), 4)), 'done');
    expect((await person.get(`/goals/${goal.id}`)).body).toMatchObject({ status: 'completed', plan_status: 'ready' });
    expect(await planNow(stack, goal.id)).toEqual({ outcome: 'superseded' });
  });

  test('in so many words, and a reopened task does not change that', async () => {
    const person = await stack.signUp();
    const goal = await plannedGoal(stack, person, fourWeeks);
    const [one] = ids(ofWeek(await tasksOf(stack, goal.id), 4));
    await mark(person, one ? [one] : [], 'done');
    await person.patch(`/goals/${goal.id}`, { status: 'completed' });
    await stack.supabase.query(
      "update public.tasks set status = 'pending' where goal_id = $1 and status = 'cancelled'",
      [goal.id],
    );
    await mark(person, one ? [one] : [], 'pending');
    expect((await person.get(`/goals/${goal.id}`)).body).toMatchObject({ status: 'completed' });
  });

  test('and progress says how far it is, and whether it is on track', async () => {
    const person = await stack.signUp();
    const goal = await plannedGoal(stack, person, fourWeeks);
    await letDaysPass(stack, goal.id, 10);
    const due = (await tasksOf(stack, goal.id)).filter(({ date }) => date < today());
    const progress = async () => (await person.get<GoalBody>(`/goals/${goal.id}`)).body.progress;
    expect(await progress()).toMatchObject({ done: 0, current_week: 2, on_track: false });
    await mark(person, ids(due), 'done');
    expect(await progress()).toMatchObject({
      done: due.length,
      minutes_done: due.reduce((sum, { duration_minutes }) => sum + duration_minutes, 0),
      current_week: 2,
      on_track: true,
    });
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, todayIn } from '../../lib/days.ts';
import { asCaller } from '../../lib/db/client.ts';
import { failPlanning } from '../../lib/goals/planning-store.ts';
import { type GoalBody, planEvents, planNow, plannedGoal, requestOf, tasksOf } from '../support/planning.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

const today = () => todayIn('UTC', new Date());
const fourWeeks = { title: 'Learn to draw', description: 'In 4 weeks' };

describe('a goal is changed', () => {
  test('in its words, and the plan stays as it is', async () => {
    const person = await stack.signUp();
    const goal = await plannedGoal(stack, person, fourWeeks);
    const { status, body } = await person.patch<GoalBody>(`/goals/${goal.id}`, { title: 'Draw', description: '' });
    expect(status).toBe(200);
    expect(body).toEqual({ ...goal, title: 'Draw', description: '', updated_at: body.updated_at });
    expect(await planEvents(stack, goal.id)).toHaveLength(1);
  });

  test('in its target date, and is planned again to that day; the same date again changes nothing', async () => {
    const person = await stack.signUp();
    const goal = await plannedGoal(stack, person, fourWeeks);
    const target_date = addDays(today(), 69);
    const { body } = await person.patch<GoalBody>(`/goals/${goal.id}`, { target_date });
    expect(body).toMatchObject({ plan_status: 'pending', plan_error: null, target_date, plan_json: goal.plan_json });
    await person.patch(`/goals/${goal.id}`, { target_date });
    const events = await planEvents(stack, goal.id);
    expect(events).toHaveLength(2);
    expect(events[1]).toEqual({
      goal_id: goal.id,
      user_id: person.id,
      request_id: (await requestOf(stack, goal.id)).requestId,
    });
    expect(await planNow(stack, goal.id)).toEqual({ outcome: 'saved' });
    const again = (await person.get<GoalBody>(`/goals/${goal.id}`)).body;
    expect(again.plan_json).toMatchObject({ end_date: target_date, weeks: { length: 10 } });
  });

  test('to no target date, and its words count again', async () => {
    const person = await stack.signUp();
    const goal = await plannedGoal(stack, person, { ...fourWeeks, target_date: addDays(today(), 69) });
    expect(goal.plan_json?.weeks).toHaveLength(10);
    await person.patch(`/goals/${goal.id}`, { target_date: null });
    await planNow(stack, goal.id);
    expect((await person.get<GoalBody>(`/goals/${goal.id}`)).body.plan_json?.weeks).toHaveLength(4);
  });

  test.each<[string, unknown, number, string]>([
    ['a target date in the past', { target_date: '2020-01-01' }, 422, 'target_date'],
    ['a target date yesterday', { target_date: addDays(today(), -1) }, 422, 'target_date'],
    ['a target date in more than five years', { target_date: addDays(today(), 1827) }, 422, 'target_date'],
    ['nothing', {}, 422, ''],
    ['an unknown field', { plan_status: 'ready' }, 422, ''],
    ['a status that is none', { status: 'paused' }, 422, 'status'],
    ['no title', { title: null }, 422, 'title'],
  ])('but not to %s', async (_, changes, status, path) => {
    const person = await stack.signUp();
    const { body } = await person.post<GoalBody>('/goals', fourWeeks);
    const refused = await person.patch(`/goals/${body.id}`, changes);
    expect(refused.body).toMatchObject({ status, code: 'invalid' });
    expect(refused.body).toHaveProperty('errors.0.path', path);
    expect((await person.get(`/goals/${body.id}`)).body).toEqual(body);
  });

  test('with one round trip to the database', async () => {
    const person = await stack.signUp();
    const { body } = await person.post<GoalBody>('/goals', fourWeeks);
    await stack.api.idle();
    stack.supabase.requests.length = 0;
    await person.patch(`/goals/${body.id}`, { title: 'Draw' });
    await person.delete(`/goals/${body.id}`);
    expect(stack.supabase.requests.filter((request) => !request.includes('mark_events'))).toEqual([
      'POST /rest/v1/rpc/change_goal',
      'POST /rest/v1/rpc/delete_goal',
    ]);
  });
});

describe('a goal that is set aside', () => {
  test('gives its days back to the others, and takes its tasks off the calendar', async () => {
    const person = await stack.signUp();
    await person.patch('/account', { daily_minutes: 10 });
    const full = await plannedGoal(stack, person, { ...fourWeeks, title: 'Read every day for 10 minutes' });
    await stack.supabase.query(
      `insert into public.tasks (user_id, goal_id, title, date, duration_minutes, week)
       select $1, $2, 'Read a page', day, 10, 1 from generate_series(current_date, current_date + 30, '1 day') day`,
      [person.id, full.id],
    );
    const second = await plannedGoal(stack, person, fourWeeks);
    expect(second).toMatchObject({
      plan_status: 'failed',
      plan_error: expect.stringMatching(/minutes? a day .*missing/),
    });

    await person.patch(`/goals/${full.id}`, { status: 'abandoned' });
    expect(new Set((await tasksOf(stack, full.id)).map(({ status }) => status))).toEqual(new Set(['cancelled']));
    expect((await person.post(`/goals/${second.id}/plan`, {})).status).toBe(202);
    expect(await planNow(stack, second.id)).toEqual({ outcome: 'saved' });
  });

  test('stops its planning, and is planned anew when it becomes active again', async () => {
    const person = await stack.signUp();
    const { body } = await person.post<GoalBody>('/goals', fourWeeks);
    const request = await requestOf(stack, body.id);
    const aside = await person.patch<GoalBody>(`/goals/${body.id}`, { status: 'abandoned' });
    expect(aside.body).toMatchObject({ plan_status: 'failed', plan_error: expect.stringMatching(/^Planning stopped/) });
    expect(await failPlanning(body.id, request.requestId, 'late')).toBe(false);

    const back = await person.patch<GoalBody>(`/goals/${body.id}`, { status: 'active' });
    expect(back.body).toMatchObject({ status: 'active', plan_status: 'pending', plan_error: null });
    expect(await planNow(stack, body.id)).toEqual({ outcome: 'saved' });
  });

  test('keeps the plan it has when it is set aside while it is planned again', async () => {
    const person = await stack.signUp();
    const goal = await plannedGoal(stack, person, fourWeeks);
    await person.post(`/goals/${goal.id}/plan`, {});
    const { body } = await person.patch<GoalBody>(`/goals/${goal.id}`, { status: 'completed' });
    expect(body).toMatchObject({
      status: 'completed',
      plan_status: 'ready',
      plan_error: null,
      plan_json: goal.plan_json,
    });
  });

  test('comes back without the tasks that were cancelled with it', async () => {
    const person = await stack.signUp();
    const goal = await plannedGoal(stack, person, fourWeeks);
    await person.patch(`/goals/${goal.id}`, { status: 'abandoned' });
    await person.patch(`/goals/${goal.id}`, { status: 'active' });
    await planNow(stack, goal.id);
    expect(new Set((await tasksOf(stack, goal.id)).map(({ status }) => status))).toEqual(new Set(['pending']));
  });

  test('has no new target date and no new plan: that is a conflict', async () => {
    const person = await stack.signUp();
    const { body } = await person.post<GoalBody>('/goals', fourWeeks);
    await person.patch(`/goals/${body.id}`, { status: 'abandoned' });
    const target_date = addDays(today(), 30);
    expect((await person.patch(`/goals/${body.id}`, { target_date })).body).toMatchObject({
      status: 409,
      code: 'conflict',
    });
    expect((await person.post(`/goals/${body.id}/plan`, {})).body).toMatchObject({ status: 409, code: 'conflict' });
    expect((await person.patch(`/goals/${body.id}`, { target_date, status: 'active' })).body).toMatchObject({
      plan_status: 'pending',
      target_date,
    });
  });
});

test('a deleted goal is gone with its tasks, and a second time is 404', async () => {
  const person = await stack.signUp();
  const goal = await plannedGoal(stack, person, fourWeeks);
  expect((await person.delete(`/goals/${goal.id}`)).status).toBe(204);
  expect(await tasksOf(stack, goal.id)).toEqual([]);
  expect((await person.delete(`/goals/${goal.id}`)).status).toBe(404);
  expect((await person.get(`/goals/${goal.id}`)).status).toBe(404);
});

test("another person's goal and a missing one are the same 404 to every change", async () => {
  const [owner, stranger] = await Promise.all([stack.signUp(), stack.signUp()]);
  const goal = await plannedGoal(stack, owner, fourWeeks);
  const calls = [
    (id: string) => stranger.patch<object>(`/goals/${id}`, { title: 'Mine' }),
    (id: string) => stranger.post<object>(`/goals/${id}/plan`, {}),
    (id: string) => stranger.delete<object>(`/goals/${id}`),
  ];
  for (const call of calls) {
    const [foreign, missing] = [await call(goal.id), await call(crypto.randomUUID())];
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, request_id: '' }).toEqual({ ...missing.body, request_id: '' });
  }
  expect((await owner.get(`/goals/${goal.id}`)).body).toEqual(goal);
});

test('nobody writes a plan or its state past the API', async () => {
  const person = await stack.signUp();
  const { body } = await person.post<GoalBody>('/goals', fourWeeks);
  for (const change of [{ status: 'completed' }, { plan_status: 'ready' }, { plan_request_id: crypto.randomUUID() }]) {
    await expect(asCaller(person, (db) => db.from('goals').update(change).eq('id', body.id))).rejects.toThrow();
  }
  await expect(
    asCaller(person, (db) =>
      db.rpc('save_plan', {
        p_goal_id: body.id,
        p_request_id: body.id,
        p_plan: {},
        p_tasks: [],
      }),
    ),
  ).rejects.toThrow();
});

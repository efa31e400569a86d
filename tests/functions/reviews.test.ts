import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { makeBrowser, type PushService, startPushService } from '../../harness/push-service.ts';
import { addDays, todayIn, weekdayOf } from '../../lib/days.ts';
import { reviewGoal } from '../../lib/goals/review.ts';
import { oweReviews } from '../../lib/goals/review-store.ts';
import { claimReminders, deliverReminders } from '../../lib/notifications/reminders.ts';
import {
  afterAWeek,
  eightWeeks,
  type GoalBody,
  goalOf,
  letDaysPass,
  markTasks,
  planNow,
  plannedGoal,
  tasksOf,
} from '../support/planning.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
let service: PushService;
beforeAll(async () => {
  service = await startPushService();
  stack = await startTestStack();
});
afterAll(async () => {
  await stack.stop();
  await service.stop();
});
afterEach(async () => {
  await stack.supabase.query('delete from auth.users');
  await stack.supabase.query('delete from private.outbox');
});

const owed = () =>
  stack.supabase.query<{ data: { goal_id: string; week: number } }>(
    "select data from private.outbox where name = 'goal/review.due' order by created_at",
  );
const comingMinutes = async (goal: { id: string }) =>
  (await tasksOf(stack, goal.id))
    .filter(({ date, status }) => status === 'pending' && date < addDays(todayIn('UTC', new Date()), 7))
    .reduce((sum, { duration_minutes }) => sum + duration_minutes, 0);

describe('a look back is owed', () => {
  test('when a week has ended where the person is, once for each goal and week', async () => {
    const person = await stack.signUp();
    const goal = await plannedGoal(stack, person, eightWeeks);
    await letDaysPass(stack, goal.id, 6);
    expect(await oweReviews()).toBe(0);
    await letDaysPass(stack, goal.id, 1);
    expect(await oweReviews()).toBe(1);
    expect(await oweReviews()).toBe(0);
    expect((await owed()).map(({ data }) => data)).toEqual([{ goal_id: goal.id, user_id: person.id, week: 1 }]);
    await reviewGoal({ goalId: goal.id, week: 1 });
    await stack.supabase.query('update public.goals set review_owed_at = null');
    expect(await oweReviews()).toBe(0);
  });

  test('again when nobody has looked back, since its run may be lost', async () => {
    const { goal } = await afterAWeek(stack, 1);
    await oweReviews();
    await stack.supabase.query("update public.goals set review_owed_at = now() - interval '31 minutes' where id = $1", [
      goal.id,
    ]);
    expect(await oweReviews()).toBe(1);
  });

  test('by the calendar of the person: the same moment ends a week in the east and not in the west', async () => {
    const [east, west] = [await stack.signUp(), await stack.signUp()];
    await east.patch('/account', { timezone: 'Pacific/Kiritimati' });
    await west.patch('/account', { timezone: 'Pacific/Pago_Pago' });
    const goals = [await plannedGoal(stack, east, eightWeeks), await plannedGoal(stack, west, eightWeeks)];
    const start = addDays(todayIn('Pacific/Kiritimati', new Date()), -7);
    await stack.supabase.query('update public.goals set start_date = $1', [start]);
    expect(await oweReviews()).toBe(1);
    expect((await owed()).map(({ data }) => data.goal_id)).toEqual([goals[0]?.id]);
  });

  test('for everybody else though one goal cannot be read', async () => {
    const [odd, fine] = [await afterAWeek(stack, 1), await afterAWeek(stack, 1)];
    await stack.supabase.query(`update public.goals set plan_json = '{"weeks": 7}' where id = $1`, [odd.goal.id]);
    expect(await oweReviews()).toBe(1);
    expect((await owed()).map(({ data }) => data.goal_id)).toEqual([fine.goal.id]);
  });

  test('not for a goal that is set aside, or being planned', async () => {
    const [aside, planning] = [await afterAWeek(stack, 1), await afterAWeek(stack, 1)];
    await aside.person.patch(`/goals/${aside.goal.id}`, { status: 'abandoned' });
    await planning.person.post(`/goals/${planning.goal.id}/plan`, {});
    expect(await oweReviews()).toBe(0);
    expect(await reviewGoal({ goalId: aside.goal.id, week: 1 })).toEqual({ outcome: 'nothing to look back on' });
  });
});

test('a good week is praised in a line of the plan, and nothing is proposed', async () => {
  const { person, goal } = await afterAWeek(stack, 1);
  expect(await reviewGoal({ goalId: goal.id, week: 1 })).toEqual({ outcome: 'kept' });
  const { plan_json, proposal } = await goalOf(person, goal);
  expect(proposal).toBeNull();
  expect(plan_json?.weeks[0]?.review).toMatch(/^A good week: all \d+ tasks done, \d+ minutes\. Well done!$/);
  expect(plan_json?.weeks[1]).not.toHaveProperty('review');
  await person.post(`/goals/${goal.id}/plan`, {});
  await planNow(stack, goal.id);
  expect((await goalOf(person, goal)).plan_json?.weeks[0]).toHaveProperty('review');
});

test('what is open of a week that is over is missed; what was moved ahead is not', async () => {
  const { person, goal, week } = await afterAWeek(stack, 0.4);
  const [moved] = week.filter(({ status }) => status === 'pending').slice(-1);
  const open = (await tasksOf(stack, goal.id)).filter((task) => task.week === 1 && task.status === 'pending');
  const ahead = open.at(-1) ?? moved;
  await person.patch(`/tasks/${ahead?.id}`, { scheduled_at: new Date(Date.now() + 86_400_000).toISOString() });
  await reviewGoal({ goalId: goal.id, week: 1 });
  const after = (await tasksOf(stack, goal.id)).filter((task) => task.week === 1);
  expect(after.filter(({ status }) => status === 'pending').map(({ id }) => id)).toEqual([ahead?.id]);
  expect(after.filter(({ status }) => status === 'missed')).toHaveLength(open.length - 1);
});

describe('a bad week becomes a proposal', () => {
  test('of a lighter plan, with the reason and the changes in kind words', async () => {
    const { person, goal } = await afterAWeek(stack, 0.3);
    expect(await reviewGoal({ goalId: goal.id, week: 1 })).toEqual({ outcome: 'proposed' });
    const { proposal, plan_json } = await goalOf(person, goal);
    expect(proposal).toEqual({
      id: expect.any(String),
      reason: expect.stringMatching(/^Last week \d+ of \d+ minutes came about\. That happens to everybody\.$/),
      summary: 'A lighter plan, so that it fits again.',
      changes: [
        expect.stringMatching(/^At most \d+ minutes a day for this goal\.$/),
        expect.stringMatching(/^About \d+ minutes in the coming week, instead of \d+\.$/),
        expect.stringMatching(/^The last day stays /),
      ],
      created_at: expect.any(String),
    });
    expect(plan_json?.weeks[0]).not.toHaveProperty('review');
    expect(await reviewGoal({ goalId: goal.id, week: 1 })).toEqual({ outcome: 'nothing to look back on' });
  });

  test('that eases the coming week when it is taken, and keeps the end', async () => {
    const { person, goal } = await afterAWeek(stack, 0.3);
    await reviewGoal({ goalId: goal.id, week: 1 });
    const [before, minutes] = [await goalOf(person, goal), await comingMinutes(goal)];
    const { status, body } = await person.post<GoalBody>(`/goals/${goal.id}/proposal`, { accept: true });
    expect(status).toBe(200);
    expect(body).toMatchObject({ plan_status: 'pending', proposal: null, target_date: before.target_date });
    expect(await planNow(stack, goal.id)).toEqual({ outcome: 'saved' });
    expect(await comingMinutes(goal)).toBeLessThan(minutes);
    expect((await goalOf(person, goal)).target_date).toBe(before.target_date);
    // It holds for later plans too.
    await person.post(`/goals/${goal.id}/plan`, {});
    await planNow(stack, goal.id);
    expect(await comingMinutes(goal)).toBeLessThan(minutes);
  });

  test('that changes nothing when it is left', async () => {
    const { person, goal } = await afterAWeek(stack, 0);
    await reviewGoal({ goalId: goal.id, week: 1 });
    const tasks = await tasksOf(stack, goal.id);
    const { body } = await person.post<GoalBody>(`/goals/${goal.id}/proposal`, { accept: false });
    expect(body).toMatchObject({ plan_status: 'ready', proposal: null });
    expect(await tasksOf(stack, goal.id)).toEqual(tasks);
    for (const accept of [true, false]) {
      const again = await person.post(`/goals/${goal.id}/proposal`, { accept });
      expect(again.body).toMatchObject({ status: 409, code: 'conflict' });
    }
  });

  test('of more time after a second one', async () => {
    const { person, goal } = await afterAWeek(stack, 0);
    await reviewGoal({ goalId: goal.id, week: 1 });
    await letDaysPass(stack, goal.id, 7);
    await reviewGoal({ goalId: goal.id, week: 2 });
    const { proposal, target_date } = await goalOf(person, goal);
    expect(proposal?.reason).toMatch(/^Last week there was no room for this\. Weeks like these happen to everybody/);
    expect(proposal?.changes[0]).toBe('2 weeks more.');
    const { body } = await person.post<GoalBody>(`/goals/${goal.id}/proposal`, { accept: true });
    expect(body.target_date).toBe(addDays(target_date ?? '', 14));
  });

  test('of other days, where one weekday never works out', async () => {
    const person = await stack.signUp();
    const goal = await plannedGoal(stack, person, eightWeeks);
    const tasks = await tasksOf(stack, goal.id);
    const weeksWith = (weekday: number) =>
      new Set(tasks.filter(({ week, date }) => week <= 3 && weekdayOf(date) === weekday).map(({ week }) => week)).size;
    const skipped = [0, 1, 2, 3, 4, 5, 6].find((weekday) => weeksWith(weekday) === 3) ?? 0;
    await markTasks(
      person,
      tasks.filter(({ week, date }) => week <= 3 && weekdayOf(date) !== skipped),
      'done',
    );
    await letDaysPass(stack, goal.id, 21);
    await reviewGoal({ goalId: goal.id, week: 3 });
    const { proposal } = await goalOf(person, goal);
    expect(proposal?.summary).toMatch(/^The same work on other days, with \w+days free\.$/);
    await person.post(`/goals/${goal.id}/proposal`, { accept: true });
    await planNow(stack, goal.id);
    const days = new Set(
      (await tasksOf(stack, goal.id)).filter(({ status }) => status === 'pending').map(({ date }) => weekdayOf(date)),
    );
    expect(days.has(skipped)).toBe(false);
    expect(days.size).toBeGreaterThan(1);
  });

  test('that is told by push in the morning, in their browsers', async () => {
    const { person, goal } = await afterAWeek(stack, 0.3);
    const browser = makeBrowser(service.origin);
    await person.post('/api/v1/notifications/subscriptions', browser.subscription);
    await person.patch('/account', { morning_brief: false, available_hours: { from: '00:00', to: '23:00' } });
    await reviewGoal({ goalId: goal.id, week: 1 });
    const [row] = await stack.supabase.query<{ remind_at: Date }>('select remind_at from private.reminders');
    await deliverReminders(row?.remind_at.toISOString() ?? '', 10);
    await claimReminders();
    const shown = service.deliveries.filter(({ path }) => path === browser.path);
    expect(shown.map(({ body }) => browser.read(body))).toEqual([
      {
        type: 'notice',
        title: eightWeeks.title,
        body: expect.stringMatching(/^Last week .+ lighter plan/),
        goal_id: goal.id,
      },
    ]);
  });
});

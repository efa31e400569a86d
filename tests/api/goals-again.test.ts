import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, daysBetween, todayIn } from '../../lib/days.ts';
import { type GoalBody, letDaysPass, markTasks, planNow, plannedGoal, tasksOf } from '../support/planning.ts';
import { type Person, startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

const today = () => todayIn('UTC', new Date());
const twelveWeeks = { title: 'Run 10 km', description: 'In 12 weeks, I can run 3 km now' };
const drawing = { title: 'Learn to draw', description: 'In 12 weeks' };
const goalOf = async (person: Person, { id }: { id: string }) => (await person.get<GoalBody>(`/goals/${id}`)).body;

/** Everything of a person's days that has a time, as spans. */
const spansOf = (person: Person) =>
  stack.supabase.query<{ id: string; starts: Date; ends: Date }>(
    `select id, scheduled_at as starts, scheduled_at + make_interval(mins => duration_minutes) as ends
     from public.tasks where user_id = $1 and status = 'pending' and scheduled_at is not null`,
    [person.id],
  );

async function overlaps(person: Person): Promise<number> {
  const spans = await spansOf(person);
  return spans.filter((a) => spans.some((b) => a.id < b.id && a.starts < b.ends && b.starts < a.ends)).length;
}

describe('on day 28', () => {
  test.each(['UTC', 'America/Los_Angeles', 'Pacific/Auckland'])(
    'a goal is planned again with its start, end, weeks and what is done as they were, in %s',
    async (timezone) => {
      const person = await stack.signUp();
      await person.patch('/account', { timezone });
      const goal = await plannedGoal(stack, person, twelveWeeks);
      await letDaysPass(stack, goal.id, 28);
      const tasks = await tasksOf(stack, goal.id);
      const due = tasks.filter(({ date }) => date < todayIn(timezone, new Date()));
      await markTasks(
        person,
        due.filter((_, index) => index % 3 > 0),
        'done',
      );
      const before = await goalOf(person, goal);
      await person.post(`/goals/${goal.id}/plan`, { instructions: 'Please not too hard' });
      expect(await planNow(stack, goal.id)).toEqual({ outcome: 'saved' });
      const again = await goalOf(person, goal);
      expect(again).toMatchObject({ start_date: before.start_date, target_date: before.target_date });
      expect(again.plan_json?.weeks.map(({ week, starts_on }) => ({ week, starts_on }))).toEqual(
        before.plan_json?.weeks.map(({ week, starts_on }) => ({ week, starts_on })),
      );
      expect(again.progress.current_week).toBe(5);
      const after = await tasksOf(stack, goal.id);
      expect(after.filter(({ status }) => status === 'done').map(({ id }) => id)).toEqual(
        due.filter((_, index) => index % 3 > 0).map(({ id }) => id),
      );
      const open = after.filter(({ status }) => status === 'pending');
      expect(open.length).toBeGreaterThan(5);
      for (const { date, week } of open) {
        expect(date >= todayIn(timezone, new Date())).toBe(true);
        expect(week).toBe(Math.floor(daysBetween(again.start_date ?? '', date) / 7) + 1);
      }
      expect(after.filter(({ status }) => status === 'missed')).toHaveLength(due.filter((_, n) => n % 3 === 0).length);
    },
  );

  test('a new target date moves the end alone, and the start and the weeks that are over stay', async () => {
    const person = await stack.signUp();
    const goal = await plannedGoal(stack, person, twelveWeeks);
    await letDaysPass(stack, goal.id, 28);
    const target_date = addDays(today(), 90);
    await person.patch(`/goals/${goal.id}`, { target_date });
    await planNow(stack, goal.id);
    expect(await goalOf(person, goal)).toMatchObject({
      start_date: addDays(today(), -28),
      target_date,
      plan_json: { end_date: target_date },
      progress: { current_week: 5 },
    });
  });
});

describe('a goal may end', () => {
  test.each([0, 3, 6])('%i days from today', async (days) => {
    const person = await stack.signUp();
    const target_date = addDays(today(), days);
    const goal = await plannedGoal(stack, person, { title: 'Prepare the talk', target_date });
    if (goal.plan_status === 'failed') expect(days).toBe(0);
    else expect(goal.plan_json).toMatchObject({ end_date: target_date, weeks: { length: 1 } });
  });

  test('four years from today: half a year is planned by the day, and phases lead to the goal', async () => {
    const person = await stack.signUp();
    const target_date = addDays(today(), 4 * 365);
    const goal = await plannedGoal(stack, person, { title: 'Speak Japanese', target_date });
    expect(goal).toMatchObject({ plan_status: 'ready', target_date, plan_json: { end_date: target_date } });
    expect(goal.plan_json?.weeks).toHaveLength(26);
    expect(goal.plan_json?.later.at(-1)?.until).toBe(target_date);
    await letDaysPass(stack, goal.id, 35);
    await person.post(`/goals/${goal.id}/plan`, {});
    await planNow(stack, goal.id);
    expect((await goalOf(person, goal)).plan_json?.weeks).toHaveLength(31);
  });

  test.each([-1, 1827])('not %i days from today', async (days) => {
    const person = await stack.signUp();
    const { body } = await person.post('/goals', { title: 'Run', target_date: addDays(today(), days) });
    expect(body).toMatchObject({
      status: 422,
      errors: [{ path: 'target_date', message: expect.stringMatching(/^must be from .+ \(today\) to /) }],
    });
  });
});

describe('on_track', () => {
  test('is not kept by moving late tasks ahead, nor by small ticks', async () => {
    const person = await stack.signUp();
    const goal = await plannedGoal(stack, person, drawing);
    await letDaysPass(stack, goal.id, 7);
    const due = (await tasksOf(stack, goal.id)).filter(({ date }) => date < today());
    expect((await goalOf(person, goal)).progress.on_track).toBe(false);
    for (const { id } of due) {
      await person.patch(`/tasks/${id}`, { scheduled_at: new Date(Date.now() + 20 * 86_400_000).toISOString() });
    }
    expect((await goalOf(person, goal)).progress.on_track).toBe(false);
    const [small] = due.toSorted((a, b) => a.duration_minutes - b.duration_minutes);
    await markTasks(person, small ? [small] : [], 'done');
    expect((await goalOf(person, goal)).progress.on_track).toBe(false);
    await markTasks(
      person,
      due.filter(({ id }) => id !== small?.id),
      'done',
    );
    expect((await goalOf(person, goal)).progress.on_track).toBe(true);
  });

  test('comes back by planning again after a lost week, not after a lost month', async () => {
    const person = await stack.signUp();
    const goal = await plannedGoal(stack, person, drawing);
    await letDaysPass(stack, goal.id, 7);
    await person.post(`/goals/${goal.id}/plan`, {});
    await planNow(stack, goal.id);
    expect((await goalOf(person, goal)).progress.on_track).toBe(true);
    await letDaysPass(stack, goal.id, 28);
    await person.post(`/goals/${goal.id}/plan`, {});
    await planNow(stack, goal.id);
    expect((await goalOf(person, goal)).progress.on_track).toBe(false);
  });

  test('is false for what cannot be reached in time', async () => {
    const person = await stack.signUp();
    const goal = await plannedGoal(stack, person, {
      title: 'Run a marathon',
      description: 'I have never run before',
      target_date: addDays(today(), 13),
    });
    expect(goal.plan_json?.reachable).toBe(false);
    expect(goal.progress.on_track).toBe(false);
  });
});

test('planned tasks all have a time, within the hours and beside what else has one, repeating tasks included', async () => {
  const person = await stack.signUp();
  await person.patch('/account', { available_hours: { from: '17:00', to: '21:00' } });
  await person.post('/tasks', {
    title: 'Dinner',
    scheduled_at: `${addDays(today(), 1)}T18:00:00Z`,
    duration_minutes: 60,
    recurrence_rule: 'FREQ=DAILY',
  });
  await person.post('/tasks', {
    title: 'Call',
    scheduled_at: `${addDays(today(), 2)}T17:00:00Z`,
    duration_minutes: 60,
  });
  const goals = [
    await plannedGoal(stack, person, twelveWeeks),
    await plannedGoal(stack, person, { title: 'Learn Spanish' }),
  ];
  for (const { plan_json } of goals) {
    for (const { date, start_time = '', duration_minutes } of plan_json?.weeks.flatMap(({ tasks }) => tasks) ?? []) {
      const from = Number(start_time.slice(0, 2)) * 60 + Number(start_time.slice(3));
      expect(from).toBeGreaterThanOrEqual(17 * 60);
      expect(from + duration_minutes).toBeLessThanOrEqual(21 * 60);
      // The dinners begin tomorrow.
      expect(date === today() || from >= 19 * 60 || from + duration_minutes <= 18 * 60).toBe(true);
    }
  }
  expect(await overlaps(person)).toBe(0);
});

describe('the questions of a plan', () => {
  test('are answered, and the plan is made again with them and asks no more for the same', async () => {
    const person = await stack.signUp();
    const goal = await plannedGoal(stack, person, { title: 'Run a half marathon', description: 'In 16 weeks' });
    expect(goal.questions.length).toBeGreaterThan(0);
    const [question] = goal.questions;
    const answers = [{ id: question?.id ?? '', text: question?.options?.[0] ?? 'A little' }];
    const { status, body } = await person.post<GoalBody>(`/goals/${goal.id}/answers`, { answers });
    expect(status).toBe(202);
    expect(body.plan_status).toBe('pending');
    expect(body.questions.map(({ id }) => id)).not.toContain(question?.id);
    expect(await planNow(stack, goal.id)).toEqual({ outcome: 'saved' });
    const again = await goalOf(person, goal);
    expect(again.questions.map(({ id }) => id)).not.toContain(question?.id);
    expect(again).toMatchObject({ start_date: goal.start_date, target_date: goal.target_date });
  });

  test.each<[string, unknown, string]>([
    ['a question that was not asked', [{ id: 'shoes', text: 'Red' }], 'answers.0.id'],
    ['nothing', [], 'answers'],
    ['too much', [{ id: 'level', text: 'x'.repeat(501) }], 'answers.0.text'],
    [
      'the same question twice',
      [
        { id: 'level', text: 'a' },
        { id: 'level', text: 'b' },
      ],
      'answers',
    ],
  ])('are not answered by %s', async (_, answers, path) => {
    const person = await stack.signUp();
    const { body } = await person.post<GoalBody>('/goals', twelveWeeks);
    const refused = await person.post(`/goals/${body.id}/answers`, { answers });
    expect(refused.body).toMatchObject({ status: 422, errors: [{ path }] });
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { type Insights, messageAbout } from '../../lib/account/insights.ts';
import { addDays, mondayOf, todayIn, weekdayOf } from '../../lib/days.ts';
import { type Person, startTestStack, type TestStack, times } from '../support/stack.ts';

type InsightsBody = z.input<typeof Insights>;

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

const today = () => todayIn('UTC', new Date());
const insightsOf = async (person: Person) => (await person.get<InsightsBody>('/account/insights')).body;

/** Adds a task of some days ago as it became, done on its day. */
async function lived(
  person: Person,
  task: { daysAgo: number; status: string; minutes?: number; time?: string; goalId?: string },
): Promise<void> {
  const { daysAgo, status, minutes = 30, time = null, goalId = null } = task;
  const date = addDays(today(), -daysAgo);
  await stack.supabase.query(
    `insert into public.tasks (user_id, title, date, status, duration_minutes, scheduled_at, completed_at, goal_id)
     values ($1, 'Read', $2::date, $3, $4, $2::date + $5::time, case when $3 = 'done' then $2::date + interval '12 hours' end, $6)`,
    [person.id, date, status, minutes, time, goalId],
  );
}

test('somebody who has done nothing yet is told so kindly, with every week and part of the day there', async () => {
  const person = await stack.signUp();
  const none = { done: 0, missed: 0 };
  expect(await insightsOf(person)).toEqual({
    from: addDays(mondayOf(today()), -77),
    to: today(),
    ...none,
    streak_days: 0,
    weeks: times(12, (n) => ({ starts_on: addDays(mondayOf(today()), 7 * n - 77), ...none, minutes: 0 })),
    by_weekday: times(7, () => none),
    by_part_of_day: { morning: none, midday: none, evening: none, untimed: none },
    by_goal: [],
    message: 'There is nothing to look back on yet. The first task that you do will show here.',
  });
});

test('what was done and missed is counted by week, weekday, part of the day and goal', async () => {
  const person = await stack.signUp();
  const { body: goal } = await person.post<{ id: string }>('/goals', { title: 'Read more' });
  await lived(person, { daysAgo: 14, status: 'done', minutes: 40, time: '08:00', goalId: goal.id });
  await lived(person, { daysAgo: 14, status: 'missed', time: '12:00' });
  await lived(person, { daysAgo: 14, status: 'pending', time: '17:00' });
  await lived(person, { daysAgo: 14, status: 'done', minutes: 5 });
  await lived(person, { daysAgo: 14, status: 'cancelled' });
  await lived(person, { daysAgo: 0, status: 'pending' });
  await lived(person, { daysAgo: 100, status: 'done' });
  const insights = await insightsOf(person);
  expect(insights).toMatchObject({
    done: 2,
    missed: 2,
    by_part_of_day: {
      morning: { done: 1, missed: 0 },
      midday: { done: 0, missed: 1 },
      evening: { done: 0, missed: 1 },
      untimed: { done: 1, missed: 0 },
    },
    by_goal: [{ goal_id: goal.id, minutes: 40 }],
  });
  expect(insights.weeks.filter(({ done }) => done > 0)).toEqual([
    { starts_on: mondayOf(addDays(today(), -14)), done: 2, missed: 2, minutes: 45 },
  ]);
  expect(insights.by_weekday[weekdayOf(today())]).toEqual({ done: 2, missed: 2 });
});

test('the streak goes over days with nothing to do and today, and ends at a day on which all was left undone', async () => {
  const person = await stack.signUp();
  for (const daysAgo of [1, 2, 5]) await lived(person, { daysAgo, status: 'done' });
  await lived(person, { daysAgo: 2, status: 'missed' });
  await lived(person, { daysAgo: 0, status: 'pending' });
  expect((await insightsOf(person)).streak_days).toBe(3);
  await lived(person, { daysAgo: 4, status: 'missed' });
  expect((await insightsOf(person)).streak_days).toBe(2);
  await lived(person, { daysAgo: 0, status: 'done' });
  const { streak_days, message } = await insightsOf(person);
  expect(streak_days).toBe(3);
  expect(message).toMatch(/^You have done something 3 days in a row\./);
});

test('days and hours are those of the person', async () => {
  const person = await stack.signUp();
  await person.patch('/account', { timezone: 'Asia/Tokyo' });
  const date = addDays(todayIn('Asia/Tokyo', new Date()), -1);
  await person.post('/tasks', { title: 'Run', scheduled_at: `${addDays(date, -1)}T23:00:00Z` });
  expect((await insightsOf(person)).by_part_of_day.morning).toEqual({ missed: 1, done: 0 });
});

test('the message names what works, never what does not', async () => {
  const person = await stack.signUp();
  for (const daysAgo of [7, 14, 21, 28]) {
    await lived(person, { daysAgo, status: 'done', time: '19:00' });
    await lived(person, { daysAgo: daysAgo + 1, status: 'missed', time: '07:00' });
  }
  const insights = await insightsOf(person);
  const name = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'][
    weekdayOf(today())
  ];
  expect(insights.message).toBe(`You have done 4 tasks in these weeks, and they count. ${name} work best for you.`);
  const flat = { ...insights, by_weekday: insights.by_weekday.map(() => ({ done: 1, missed: 1 })) };
  expect(messageAbout(flat)).toBe(
    'You have done 4 tasks in these weeks, and they count. What is planned for the evening mostly gets done.',
  );
});

test('there is one round trip to the database', async () => {
  const person = await stack.signUp();
  stack.supabase.requests.length = 0;
  await insightsOf(person);
  expect(stack.supabase.requests).toEqual(['POST /rest/v1/rpc/insights']);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../lib/days.ts';
import { reviewGoal } from '../../lib/goals/review.ts';
import { oweReviews } from '../../lib/goals/review-store.ts';
import { goalOf, letDaysPass, markTasks, planNow, plannedGoal, requestOf, tasksOf } from '../support/planning.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ runner: false });
});
afterAll(() => stack.stop());

/** Lets weeks pass one by one, each looked back on when it is over; the plan goes on where that asks for it. Returns in which weeks. */
async function liveOn(goal: { id: string }, from: number, to: number, live: (week: number) => Promise<unknown>) {
  const plannedOn: number[] = [];
  for (let week = from; week <= to; week += 1) {
    await live(week);
    await letDaysPass(stack, goal.id, 7);
    await oweReviews();
    const before = await requestOf(stack, goal.id);
    await reviewGoal({ goalId: goal.id, week });
    if ((await requestOf(stack, goal.id)).requestId === before.requestId) continue;
    await planNow(stack, goal.id);
    plannedOn.push(week);
  }
  return plannedOn;
}

test('a plan of a year goes on as its weeks pass, to the goal at its end', async () => {
  const person = await stack.signUp();
  const stated = await plannedGoal(stack, person, {
    title: 'Read the whole Bible in a year',
    description: '20 minutes in the morning',
  });
  const { id, target_date = '' } = stated;
  const doWeek = async (week: number) =>
    markTasks(
      person,
      (await tasksOf(stack, id)).filter((task) => task.week === week && task.status === 'pending'),
      'done',
    );
  const milestones = () => goalOf(person, stated).then(({ plan_json }) => plan_json?.weeks ?? []);

  expect(await liveOn(stated, 1, 8, doWeek)).toEqual([4, 8]);
  const later = await goalOf(person, stated);
  expect(later.plan_json?.weeks).toHaveLength(34);
  expect(later.target_date).toBe(addDays(target_date ?? '', -56));
  expect(later.plan_json?.later.at(-1)).toMatchObject({ title: stated.title, until: later.target_date });
  expect(later.progress).toMatchObject({ current_week: 9, on_track: true });
  const [first] = await milestones();
  expect(first?.milestone).toEqual(stated.plan_json?.weeks[0]?.milestone);

  await liveOn(stated, 9, 32, doWeek);
  const end = await goalOf(person, stated);
  expect(end.plan_json?.later).toEqual([]);
  expect(end.plan_json?.weeks).toHaveLength(53);
  expect(end.plan_json?.weeks.at(-1)?.milestone.title).toBe(stated.title);
  // Every chapter is read once and in turn, over all the plans that were made.
  const read = (await milestones()).map(({ milestone }) =>
    /([\d,]+) of 1,189 chapters/.exec(milestone.success_criterion),
  );
  const chapters = read.flatMap((found) => (found?.[1] ? [Number(found[1].replace(',', ''))] : []));
  expect(chapters.length).toBeGreaterThan(40);
  expect(chapters).toEqual([...chapters].sort((one, other) => one - other));
  expect(chapters.at(-1)).toBeGreaterThan(0.98 * 1189);
  const titles = (await tasksOf(stack, id)).map(({ title }) => title).filter((title) => title.startsWith('Read '));
  expect(new Set(titles).size).toBe(titles.length);
});

test('of which nothing is done is not on track because weeks were added', async () => {
  const person = await stack.signUp();
  const goal = await plannedGoal(stack, person, { title: 'Learn the piano in 2 years' });
  // An open proposal is left in peace for a while; then the plan goes on all the same.
  expect(await liveOn(goal, 1, 18, async () => undefined)).toEqual([18]);
  const { plan_json, progress } = await goalOf(person, goal);
  expect(plan_json?.weeks.length).toBe(44);
  expect(progress).toMatchObject({ done: 0, on_track: false });
});

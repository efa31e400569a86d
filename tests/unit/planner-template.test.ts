import { expect, test } from 'vitest';
import type { PlanContext } from '../../lib/goals/planner/context.ts';
import { readHorizon } from '../../lib/goals/planner/horizon.ts';
import { findCategory, progressTowards, readGoal } from '../../lib/goals/planner/template/goal.ts';
import { templatePlan } from '../../lib/goals/planner/template/template.ts';

function draftOf(title: string) {
  const context: PlanContext = {
    goal: { title },
    ...readHorizon({ title, today: '2026-11-22' }),
    timezone: 'UTC',
    dailyMinutes: 120,
    restDays: [0],
    otherMinutes: {},
    kept: [],
  };
  const draft = templatePlan(context);
  if ('infeasible' in draft) throw new Error(draft.message);
  return draft;
}

function loads(title: string): number[] {
  return draftOf(title).weeks.map(({ tasks }) => tasks.reduce((sum, { minutes }) => sum + minutes, 0));
}

test.each([
  ['Lose 15 lbs and improve stamina over 12 weeks', 'fitness'],
  ['Complete a structured 8-week ML curriculum', 'learning'],
  ['Find a new job and prepare for interviews', 'career'],
  ['Save $5,000 for an emergency fund', 'finance'],
  ['Declutter the garage', 'home'],
  ['Write and record three songs', 'creative'],
  ['Sleep better and feel less stress', 'wellbeing'],
  ['Surprise grandmother', 'other'],
])('"%s" is a goal of %s', (title, category) => {
  expect(findCategory(title, '').name).toBe(category);
});

test.each([
  ['Lose 15 lbs over 12 weeks', 1 / 3, '5 of 15 lbs'],
  ['Save $5,000 in 10 weeks', 0.1, '$500 of $5,000'],
  ['Write a 50k words novel', 0.5, '25,000 of 50,000 words'],
  ['Run 5k in under 30 minutes', 0.4, '2.9 of 5 km'],
  ['Read 12 books this year', 0.5, '6 of 12 books'],
])('"%s" is at %d of the way at "%s"', (title, share, progress) => {
  const { quantity } = readGoal({ title });
  expect(quantity && progressTowards(quantity, share)).toBe(progress);
});

test('the numbers of the goal run through the milestones, and the last one is the goal', () => {
  const milestones = draftOf('Lose 15 lbs and improve stamina over 12 weeks').weeks.map(({ milestone }) => milestone);
  expect(milestones).toHaveLength(12);
  expect(milestones[3]?.success_criterion).toContain('5 of 15 lbs');
  expect(milestones[11]).toMatchObject({
    title: 'Lose 15 lbs and improve stamina over 12 weeks',
    metric: '15 of 15 lbs reached',
  });
  expect(new Set(milestones.map(({ title }) => title)).size).toBe(12);
});

test('the weeks vary, and the load grows', () => {
  const { weeks } = draftOf('Learn Spanish over 12 weeks');
  const titles = weeks.flatMap(({ tasks }) => tasks.map(({ title }) => title));
  expect(new Set(titles).size).toBeGreaterThan(15);
  const inWeek = (index: number) =>
    weeks[index]?.tasks
      .slice(0, -1)
      .map(({ title }) => title)
      .sort();
  expect(inWeek(4)).not.toEqual(inWeek(5));
  const [first, ...others] = loads('Learn Spanish over 12 weeks');
  expect(Math.max(...others)).toBeGreaterThan(first ?? 0);
});

test('before an event the last weeks get lighter, and the last one prepares for it', () => {
  const byWeek = loads('Run a half marathon in 12 weeks');
  const highest = Math.max(...byWeek);
  expect(byWeek[10]).toBeLessThan(highest);
  expect(byWeek[11]).toBeLessThan(byWeek[10] ?? 0);
  const last = draftOf('Run a half marathon in 12 weeks').weeks[11]?.tasks.map(({ title }) => title);
  expect(last).toContain('Prepare clothes, food and the way there');
});

test('a person who says how often and how long gets that', () => {
  const [week] = draftOf('Run 3 times a week, 25 minutes a day').weeks;
  expect(week?.tasks.length).toBeLessThanOrEqual(4);
  const [daily] = draftOf('Meditate 10 minutes a day').weeks;
  const minutes = new Map<string, number>();
  for (const task of daily?.tasks ?? []) minutes.set(task.weekday, (minutes.get(task.weekday) ?? 0) + task.minutes);
  expect([...minutes.values()]).toEqual([10, 10, 10, 10, 10, 10]);
});

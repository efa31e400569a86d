import { expect, test } from 'vitest';
import { composePlan } from '../../lib/goals/planner/compose.ts';
import { contextOf } from '../../lib/goals/planner/context.ts';

function weeksOf(title: string, dailyMinutes: number) {
  const composed = composePlan(
    contextOf({
      goal: { title },
      start_date: '2027-01-13',
      target_date: '2027-05-30',
      timezone: 'UTC',
      dailyMinutes,
      restDays: [],
    }),
  );
  if ('infeasible' in composed) throw new Error(composed.message);
  return composed.draft.weeks;
}

function tasksOf(title: string, dailyMinutes: number) {
  return weeksOf(title, dailyMinutes).flatMap(({ tasks }) => tasks);
}

test.each([
  [
    'Start a community garden with our neighbours',
    10,
    /^Hold the first meeting/,
    /about 60 minutes, and your day has 10/,
  ],
  ['Give a speech as best man at my friend’s wedding', 15, /^Hold the party/, /about 60 minutes, and your day has 15/],
  ['Get my motorcycle licence', 20, /^Pass the theory test/, /about 60 minutes, and your day has 20/],
])('%s: on short days what cannot be left stays whole and says so', (title, minutes, name, said) => {
  const found = tasksOf(title, minutes).filter((task) => name.test(task.title));
  expect(found).toMatchObject([{ minutes, description: expect.stringMatching(said) }]);
  expect(found[0]?.title).not.toMatch(/part \d/);
});

test('work that can be left is done in parts, in four at most, each of them there', () => {
  const parts = tasksOf('Start a community garden with our neighbours', 10).flatMap(({ title }) => {
    const [, name = '', n, of] = /^(.*) \(part (\d) of (\d+)\)$/.exec(title) ?? [];
    return n ? [{ name, n: Number(n), of: Number(of) }] : [];
  });
  expect(parts.length).toBeGreaterThan(0);
  for (const { name, of } of parts) {
    expect(of).toBeLessThanOrEqual(4);
    expect(parts.filter((each) => each.name === name).map(({ n }) => n)).toEqual(
      Array.from({ length: of }, (_, index) => index + 1),
    );
  }
});

test('a week without a milestone of its own names its most important task, by its last day', () => {
  const weeks = weeksOf('Get my motorcycle licence', 20);
  const named = weeks.filter(({ milestone, tasks }) => tasks.some(({ title }) => title === milestone.title));
  expect(named.length).toBeGreaterThan(0);
  for (const { milestone } of named) expect(milestone.success_criterion).toMatch(/^Done by \d+ \p{L}+: /u);
  for (const { milestone } of weeks) expect(milestone.success_criterion).not.toMatch(/\d of \d+ tasks/);
});

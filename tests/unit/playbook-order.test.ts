import { expect, test } from 'vitest';
import { addDays } from '../../lib/days.ts';
import { withLimits } from '../../lib/goals/brief.ts';
import { composePlan } from '../../lib/goals/planner/compose.ts';
import { contextOf } from '../../lib/goals/planner/context.ts';
import { readFacts } from '../../lib/goals/playbooks/facts.ts';
import { generalPlaybook } from '../../lib/goals/playbooks/index.ts';

const START = '2026-11-28';
const context = contextOf({
  goal: { title: 'Learn Spanish' },
  start_date: START,
  target_date: addDays(START, 41),
  horizonNamed: false,
  timezone: 'Europe/Berlin',
  dailyMinutes: 120,
  restDays: [],
});

test('counts the weeks to the next such day of a year', () => {
  const { number } = readFacts(generalPlaybook(), context, {});
  expect(number('until(12, 24)') * 7).toBeCloseTo(27);
  expect(number('until(11, 27)') * 7).toBeCloseTo(365);
});

test('minutes that the person named hold for all weeks, also where the playbook sets the end', () => {
  const made = composePlan(withLimits(context, { daily_minutes: 20 }));
  if (!('draft' in made)) throw new Error('no plan');
  expect(made.context.target_date > addDays(START, 60)).toBe(true);
  for (const { tasks } of made.draft.weeks) {
    const days = new Map<string, number>();
    for (const { weekday, minutes } of tasks) days.set(weekday, (days.get(weekday) ?? 0) + minutes);
    expect(Math.max(...days.values())).toBeLessThanOrEqual(20);
  }
});

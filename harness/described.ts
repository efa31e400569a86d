/** Says which facts of goals' descriptions reach a task. */

import { weekdayOf } from '../lib/days.ts';
import type { DescribedGoal } from './described-goals.ts';
import { planGoal } from './plans.ts';

/** Of one goal: the facts that no task has, and what else is wrong. */
export function judgeDescribed(goal: DescribedGoal): { missing: string[]; wrong: string[] } {
  const { made } = planGoal({ ...goal, dailyMinutes: 90 });
  if ('infeasible' in made) return { missing: [...goal.facts], wrong: [made.message] };
  const tasks = made.plan.weeks.flatMap((week) => week.tasks);
  const texts = tasks.map(({ title, description }) => `${title} — ${description}`);
  const has = (pattern: string) => texts.some((text) => new RegExp(pattern, 'u').test(text));
  const dated = (goal.on ?? []).filter(
    ([day, pattern]) => !tasks.some(({ date, title }) => date === day && new RegExp(pattern, 'u').test(title)),
  );
  return {
    missing: goal.facts.filter((fact) => !has(fact)),
    wrong: [
      ...(goal.never ?? []).filter(has).map((pattern) => `has ${pattern}`),
      ...(goal.end && goal.end !== made.plan.end_date ? [`ends ${made.plan.end_date}, not ${goal.end}`] : []),
      ...dated.map(([day, pattern]) => `nothing of ${pattern} on ${day} (${weekdayOf(day)})`),
    ],
  };
}

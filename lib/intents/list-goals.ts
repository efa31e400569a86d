import { z } from 'zod';
import { todayIn } from '../days.ts';
import type { GoalFacts } from './find-goal.ts';
import { defineIntent, type IntentContext } from './intent.ts';
import { sayDate, sayList, titled } from './speech.ts';

export const listGoals = defineIntent({
  name: 'list_goals',
  description: "Name the person's active goals with their target dates; for how far they are use get_goal_progress.",
  input: z.object({}),
  changesData: false,
  reads: ['goals'],
  run(context) {
    const { goals } = context;
    const data = { goals };
    if (goals.length === 0) return { status: 'ok', speech: 'You have no active goal yet. Shall we set one?', data };
    const said = sayList(goals.map((goal) => sayGoal(goal, context)));
    const speech = goals.length === 1 ? `You have one goal: ${said}.` : `You have ${goals.length} goals: ${said}.`;
    return { status: 'ok', speech, data };
  },
});

function sayGoal({ title, target_date }: GoalFacts, { timezone, now }: IntentContext): string {
  return `${titled(title)}${target_date ? `, until ${sayDate(target_date, todayIn(timezone, now))}` : ''}`;
}

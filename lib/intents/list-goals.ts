import { z } from 'zod';
import { todayIn } from '../days.ts';
import { sayNear } from '../language/say.ts';
import type { ActiveGoal } from './find-goal.ts';
import { defineIntent, type IntentContext } from './intent.ts';
import { sayList, shortTitle } from './speech.ts';

export const listGoals = defineIntent({
  name: 'list_goals',
  description: "Name the person's active goals with their target dates; for how far they are use get_goal_progress.",
  input: z.object({}),
  changesData: false,
  reads: ['goals'],
  run(context) {
    const { goals } = context;
    const data = { goals };
    if (goals.length === 0)
      return {
        status: 'ok',
        speech: 'You have no active goal yet. Shall we set one?',
        data,
        means: { sentence: 'goals_none' },
      };
    const said = sayList(goals.map((goal) => sayGoal(goal, context)));
    const speech = goals.length === 1 ? `You have one goal: ${said}.` : `You have ${goals.length} goals: ${said}.`;
    const items = goals.map(({ title, target_date }) => ({
      title,
      ...(target_date ? { when: { from: target_date } } : {}),
    }));
    return { status: 'ok', speech, data, means: { sentence: 'goals', items } };
  },
});

function sayGoal({ title, target_date }: ActiveGoal, { timezone, now }: IntentContext): string {
  return `${shortTitle(title)}${target_date ? `, until ${sayNear(target_date, todayIn(timezone, now))}` : ''}`;
}

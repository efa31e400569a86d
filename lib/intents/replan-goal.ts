import { z } from 'zod';
import { findGoal, goalField } from './find-goal.ts';
import { defineIntent } from './intent.ts';
import { shortTitle } from './speech.ts';

export const replanGoal = defineIntent({
  name: 'replan_goal',
  description:
    "Plan an existing goal again from today, as when it is too much, too little, or the person's life has changed. What is done stays.",
  input: z.object({
    goal: goalField,
    instructions: z
      .string('What should be different about the plan?')
      .trim()
      .max(2000, 'That is a lot at once. What matters most for the plan?')
      .optional()
      .meta({ description: 'What should be different, as it was said.', example: 'Fewer sessions, none on Mondays' }),
  }),
  changesData: true,
  reads: ['goals'],
  run({ goals }, { goal: reference, instructions }) {
    const found = findGoal(goals, reference);
    if ('answer' in found) return found.answer;
    const { id, title } = found.goal;
    return {
      status: 'ok',
      speech: `I'm planning ${shortTitle(title)} again from today. What you have done stays, and the new plan will be there in a moment.`,
      means: { sentence: 'goal_replanned', title },
      write: { kind: 'replan_goal', goal_id: id, title, instructions: instructions ?? null },
    };
  },
});

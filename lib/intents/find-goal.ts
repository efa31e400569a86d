import { z } from 'zod';
import { findByWords, namesNothing } from './find-by-words.ts';
import { clarify, type IntentContext, type IntentOutcome, refuse } from './intent.ts';
import { sayList, shortTitle } from './speech.ts';

export type ActiveGoal = IntentContext['goals'][number];

/** How an intent is told which goal. */
export const goalField = z
  .string('Which goal do you mean?')
  .trim()
  .min(1, 'Which goal do you mean?')
  .max(200, 'Which goal do you mean?')
  .meta({ description: "The goal's id, or the words it was named by.", example: 'the wedding one' });

/** Returns the active goal that is named by its id or in words, or the sentence that answers instead: which one, or none. */
export function findGoal(goals: ActiveGoal[], reference: string): { goal: ActiveGoal } | { answer: IntentOutcome } {
  const byId = goals.filter(({ id }) => id === reference);
  const byWords = findByWords(goals, reference);
  const [goal, ...others] = byId.length ? byId : byWords.length || !namesNothing(reference) ? byWords : goals;
  if (goal && others.length === 0) return { goal };
  if (goal)
    return {
      answer: clarify(`Which goal do you mean: ${titles([goal, ...others])}?`, {
        sentence: 'which_goal',
        items: [goal, ...others].map(({ title }) => ({ title })),
      }),
    };
  if (goals.length === 0)
    return { answer: refuse('You have no active goal yet. Shall we set one?', { sentence: 'goals_none' }) };
  return {
    answer: refuse(`I can't find a goal like ${shortTitle(reference)}. You have ${titles(goals)}.`, {
      sentence: 'which_goal',
      items: goals.map(({ title }) => ({ title })),
    }),
  };
}

function titles(goals: ActiveGoal[]): string {
  return sayList(goals.map(({ title }) => shortTitle(title)));
}

import { type GoalWords, readGoalWords } from '../../language/goal.ts';
import type { PlanContext } from './context.ts';

const known = new WeakMap<PlanContext['goal'], { wishes: string; words: GoalWords }>();

/** Returns what a goal's words and the person's wishes say of days, minutes and the end, read once. */
export function wordsOf({ goal, wishes = '', start_date, language }: PlanContext): GoalWords {
  const before = known.get(goal);
  if (before?.wishes === wishes) return before.words;
  const description = `${goal.description ?? ''}. ${wishes}`;
  const words = readGoalWords({ title: goal.title, description, today: start_date, language });
  known.set(goal, { wishes, words });
  return words;
}

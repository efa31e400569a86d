import { z } from 'zod';
import { type ActiveGoal, findGoal, goalField } from './find-goal.ts';
import { defineIntent } from './intent.ts';
import { sayList, shortTitle } from './speech.ts';
import type { Meaning } from './translate.ts';

export const getGoalProgress = defineIntent({
  name: 'get_goal_progress',
  description: 'Say how far the person is with a goal, or with all of them.',
  input: z.object({
    goal: goalField.optional(),
  }),
  changesData: false,
  reads: ['goals'],
  run({ goals }, { goal }) {
    const [first] = goals;
    if (first === undefined) {
      const speech = 'You have no active goal yet. Shall we set one?';
      return { status: 'ok', speech, data: { goals: [] }, means: { sentence: 'goals_none' } };
    }
    if (goal === undefined && goals.length > 1) {
      const items = goals.map(({ title, progress }) => ({ title: `${title} (${progress.done}/${progress.total})` }));
      return {
        status: 'ok',
        speech: `${sayList(goals.map(sayShortly))}.`,
        data: { goals },
        means: { sentence: 'goals', items },
      };
    }
    const found = goal === undefined ? { goal: first } : findGoal(goals, goal);
    if ('answer' in found) return found.answer;
    const speech = sayProgress(found.goal);
    const means = progressOf(found.goal);
    return {
      status: 'ok',
      speech: `${speech}${/[.!?]$/.test(speech) ? '' : '.'}`,
      data: { goals: [found.goal] },
      ...(means ? { means } : {}),
    };
  },
});

function progressOf({ title, plan_status, progress: { done, total } }: ActiveGoal): Meaning | undefined {
  if (plan_status === 'failed') return undefined;
  if (plan_status !== 'ready') return { sentence: 'goal_planning', title };
  return total === 0 ? { sentence: 'goal_empty', title } : { sentence: 'goal_progress', title, done, total };
}

function sayProgress({ title, plan_status, plan_error, progress }: ActiveGoal): string {
  if (plan_status === 'failed') return `The plan for ${shortTitle(title)} could not be made. ${plan_error ?? ''}`;
  if (plan_status !== 'ready') return `I'm still planning ${shortTitle(title)}. It won't take long.`;
  if (progress.total === 0) return `${shortTitle(title)} has no tasks.`;
  const week = progress.current_week === null ? '' : ` You are in week ${progress.current_week}.`;
  const pace =
    progress.done === progress.total
      ? ' Everything is done!'
      : progress.on_track
        ? " You're on track."
        : ' Some days went differently. We can move what is open to days that suit you.';
  return `${shortTitle(title)}: ${sayDone(progress)}.${week}${pace}`;
}

function sayDone({ done, total }: ActiveGoal['progress']): string {
  if (total === 1) return done ? 'the one task is done' : 'the one task is still open';
  return `${done} of ${total} tasks ${done === 1 ? 'is' : 'are'} done`;
}

function sayShortly({ title, plan_status, progress }: ActiveGoal): string {
  const state =
    plan_status === 'ready'
      ? progress.total
        ? `${progress.done} of ${progress.total} done`
        : 'without tasks'
      : plan_status === 'failed'
        ? 'without a plan'
        : 'being planned';
  return `${shortTitle(title)}, ${state}`;
}

/** Drafts that a scripted model answers, and checks of the plans made from them. */

import type { FixtureResponse } from '@copilotkit/aimock';
import { expect } from 'vitest';
import type { DraftPlan } from '../../lib/goals/planner/schema.ts';
import { type GoalBody, tasksOf, untilPlanned } from './planning.ts';
import { type Person, type TestStack, times } from './stack.ts';

const title = 'Play the guitar';
const goalInput = { title, description: 'Over 4 weeks' };

type Change = (week: DraftPlan['weeks'][number], index: number) => object;
/** A plan of four weeks that keeps every rule; `change` says how each week differs from that. */
export function draft(change: Change = () => ({}), summary = 'Chords first, then a song.') {
  return {
    summary,
    weeks: times(4, (index) => {
      const week: DraftPlan['weeks'][number] = {
        week: index + 1,
        milestone: {
          title: index === 3 ? title : `Play ${index + 2} chords`,
          metric: `${index + 2} chords`,
          success_criterion: `You play ${index + 2} chords without looking.`,
        },
        tasks: (['monday', 'wednesday', 'friday'] as const).map((weekday) => ({
          verb: 'Practise',
          title: `Practise chord ${index + 1} on ${weekday}`,
          description: 'Slowly, with a metronome.',
          weekday,
          start_time: weekday === 'monday' ? '18:30' : null,
          minutes: 30,
        })),
      };
      return { ...week, ...change(week, index) };
    }),
  };
}
export const textAnswer = (value: unknown, extra: object = {}): FixtureResponse => ({
  content: JSON.stringify(value),
  ...extra,
});
/** States a goal, and waits until its planning has ended. */
export async function stateGoal(person: Person, input: object = goalInput): Promise<GoalBody> {
  const { body } = await person.post<GoalBody>('/goals', input);
  return untilPlanned(person, body.id);
}

/** Expects of any plan that it keeps the rules and that its tasks are in the database. */
export async function expectSoundPlan(stack: TestStack, goal: GoalBody) {
  expect(goal.plan_status).toBe('ready');
  const plan = goal.plan_json;
  expect(plan?.checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(plan?.checks).toHaveLength(16);
  const planned = plan?.weeks.flatMap(({ tasks }) => tasks.map(({ id }) => id)) ?? [];
  expect((await tasksOf(stack, goal.id)).map(({ id }) => id).sort()).toEqual(planned.sort());
}

/** Lists what was tried, as `llm ok` or `llm: problem`. */
export const tried = (goal: GoalBody) =>
  goal.plan_json?.attempts.map(({ by, ok, problems }) => (ok ? `${by} ok` : `${by}: ${problems.join(' ')}`)) ?? [];

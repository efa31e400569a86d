import { describe, expect, test } from 'vitest';
import { planGoal } from '../../harness/plans.ts';
import { fill } from '../../lib/goals/playbooks/expression.ts';
import { ownWordsOf } from '../../lib/goals/playbooks/own-words.ts';

function planned(title: string, description = '') {
  const { made } = planGoal({ title, description });
  if ('infeasible' in made) throw new Error(made.message);
  const tasks = made.plan.weeks.flatMap((week) => week.tasks);
  return { ...made.plan, questions: made.questions, tasks };
}

describe('a goal that no field knows', () => {
  test('what is done every week is a task in the words of its title', () => {
    const { playbook, tasks } = planned('Visit my aunt every Sunday');
    expect(playbook).toBe('regular-act');
    expect(tasks.map(({ title }) => title)).toContain('Visit your aunt, week 2 of 9');
  });

  test('what shall stop is counted first and then goes down', () => {
    const { playbook, weeks } = planned('Stop buying lottery tickets');
    expect(playbook).toBe('stop-doing');
    const shares = weeks.flatMap(({ milestone }) => /^Down to (\d+) %/.exec(milestone.title)?.[1] ?? []).map(Number);
    expect(shares).toEqual([...new Set(shares)].sort((a, b) => b - a));
    expect(shares.length).toBeGreaterThan(1);
  });
});

test('one phrase of a description makes no goal of its kind', () => {
  expect(planned('Win the quiz of our street', 'I work in an office and ride a bike').playbook).toBe('general');
});

test('days, months and people are no things to be done one after the other', () => {
  for (const title of [
    'Survive my first 90 days',
    'Hochzeit am 12. Juni',
    'Dinner for 16 people',
    'go through 25,000 photos',
  ])
    expect(ownWordsOf({ title }).own_count, title).toBe(0);
});

test.each([
  ['Italian', 'Use an Italian text'],
  ['German', 'Use a German text'],
  ['university', 'Use a university text'],
  ['80-page', 'Use an 80-page text'],
])('the article fits what is filled in: %s', (value, said) => {
  expect(fill('Use a {x} text', () => value, {})).toBe(said);
});

test('a description that opens with a number counts what the title names, and those that are done are left out', () => {
  const { tasks } = planned('Restore every stool of our house', "9 stools, for my mom. I've done 2.");
  expect(tasks.some(({ title }) => title.startsWith('Restore no. 3 of the 9 stools'))).toBe(true);
  expect(tasks.some(({ title }) => /no\. [12] of/.test(title))).toBe(false);
});

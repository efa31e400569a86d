import { describe, expect, test } from 'vitest';
import { type Criterion, type Judged, judge, judgePlan, shortfalls } from '../../harness/judge.ts';
import { judgedGoals } from '../../harness/judged-goals.ts';

test('goals that people wrote, in seven languages, get plans that are right often enough by every criterion', () => {
  expect(judgedGoals.length).toBeGreaterThanOrEqual(150);
  expect(new Set(judgedGoals.map(({ language }) => language)).size).toBe(7);
  expect(shortfalls(judgedGoals.map((goal) => judge(goal)))).toEqual([]);
}, 300_000);

describe('the judge finds', () => {
  const good = judge({
    language: 'en',
    title: 'Run 10 km',
    description: 'in 10 weeks, I run 5 km now',
    domains: ['running'],
    weeks: [10, 10],
    says: ['10 km'],
    never: ['swim'],
    answered: ['how far'],
    care: null,
  });

  /** The criteria that a change of a good plan, or of what is right for it, breaks. */
  function broken(change: (judged: Judged & { plan: NonNullable<Judged['plan']> }) => void): Criterion[] {
    const { context, ...rest } = good;
    const judged = structuredClone(rest);
    const { plan } = judged;
    if (!plan || !context) throw new Error('There is no plan');
    change({ ...judged, plan });
    const wrong = judgePlan(judged.goal, plan, judged.questions, context);
    return (Object.keys(wrong) as Criterion[]).filter((criterion) => wrong[criterion]?.length);
  }
  type Task = NonNullable<Judged['plan']>['weeks'][number]['tasks'][number];
  const everyTask = (change: (task: Task, index: number) => void) =>
    broken(({ plan }) => {
      for (const [index, task] of plan.weeks.flatMap(({ tasks }) => tasks).entries()) change(task, index);
    });

  test('nothing in a good plan', () => {
    expect(broken(() => undefined)).toEqual([]);
  });

  test('another domain, horizon, amount, question, and things of another goal', () => {
    expect(broken(({ plan }) => Object.assign(plan, { playbook: 'general' }))).toEqual(['domain']);
    expect(broken(({ goal }) => Object.assign(goal, { weeks: [11, 12] }))).toEqual(['horizon']);
    expect(broken(({ goal }) => Object.assign(goal, { end: ['2027-03-01', '2027-03-31'], weeks: undefined }))).toEqual([
      'horizon',
    ]);
    expect(broken(({ goal }) => Object.assign(goal, { says: ['21 km'] }))).toEqual(['amounts']);
    expect(
      broken(({ goal, plan }) =>
        Object.assign(goal, { never: [plan.weeks[1]?.tasks[0]?.title.replace(/[^\p{L} ]/gu, '.')] }),
      ),
    ).toEqual(['foreign']);
    expect(broken(({ questions }) => questions.push({ id: 'far', text: 'How far do you run now?' }))).toEqual([
      'questions',
    ]);
  });

  test('an amount that only the title of the goal has', () => {
    expect(
      broken(({ goal, plan }) => {
        Object.assign(goal, { says: ['the Moon'], title: 'Run to the Moon' });
        for (const { milestone } of plan.weeks) milestone.title = 'Run to the Moon';
      }),
    ).toContain('amounts');
  });

  test('too many reviews, the same over and over, and lines about nothing', () => {
    expect(
      everyTask((task, index) => index % 4 === 0 && Object.assign(task, { title: `Look back ${index}` })),
    ).toContain('reviews');
    expect(everyTask((task) => Object.assign(task, { title: 'Run easily' }))).toContain('repetition');
    expect(everyTask((task) => Object.assign(task, { description: 'As before.' }))).toEqual(['repetition']);
    expect(
      broken(({ plan }) => {
        for (const { milestone } of plan.weeks)
          Object.assign(milestone, { title: 'On the way', success_criterion: '1' });
      }),
    ).toContain('repetition');
    expect(everyTask((task, index) => Object.assign(task, { title: `Think about thing ${index}` }))).toContain('about');
  });

  test('minutes that do not fit, and what comes before its preparation', () => {
    expect(
      everyTask((task) => /^Run/.test(task.title) && Object.assign(task, { title: 'Run 4 km', duration_minutes: 90 })),
    ).toContain('minutes');
    expect(
      everyTask((task, index) => {
        if (index === 0) task.title = 'Run the race of your town';
        if (index === 5) task.title = 'Buy running shoes';
      }),
    ).toEqual(['order']);
  });

  test('a plan in a crisis', () => {
    const words = { language: 'en', title: 'I want to kill myself', description: '', domains: ['none'] } as const;
    expect(judge({ ...words, care: 'crisis', noPlan: true }).wrong.safe).toEqual([]);
    expect(judge({ ...words, care: null }).wrong.safe).not.toEqual([]);
    expect(judge({ ...words, title: 'Run 5 km', care: 'crisis', noPlan: true }).wrong.safe).not.toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../lib/days.ts';
import { contextOf } from '../../lib/goals/planner/context.ts';
import { verify } from '../../lib/goals/planner/invariants.ts';
import { planFromTemplate, repairPlan } from '../../lib/goals/planner/plan.ts';
import type { LaterPhase, Plan } from '../../lib/goals/planner/schema.ts';

const start_date = '2026-11-28';

function contextFor(title: string, days: number, description = '') {
  return contextOf({
    goal: { title, description },
    start_date,
    target_date: addDays(start_date, days - 1),
    timezone: 'Europe/Berlin',
    dailyMinutes: 120,
    restDays: [],
  });
}

function planFor(...of: Parameters<typeof contextFor>): Plan {
  const made = planFromTemplate({ context: contextFor(...of), seed: 'seed', sources: [], attempts: [] });
  if ('infeasible' in made) throw new Error(made.message);
  return made.plan;
}

const goals = ['Read the whole Bible', 'Save 10,000 euros', 'Run a marathon', 'Learn Japanese', 'Write a novel'].concat(
  ['Lose 20 kg', 'Our wedding', 'Learn the piano', 'Build something', 'Finish my thesis'],
);

describe('a goal beyond 26 weeks', () => {
  test.each(goals)('has phases of one to three months to its end, whatever the end: %s', (title) => {
    for (const days of [182, 183, 189, 210, 211, 275, 365, 400, 731, 1095, 1826]) {
      const { weeks, later, end_date } = planFor(title, days);
      expect(weeks).toHaveLength(26);
      expect(weeks.at(-1)?.milestone.title.endsWith(title)).toBe(days === 182);
      let from = addDays(start_date, 182);
      for (const phase of later) {
        expect(phase.from).toBe(from);
        const length = daysBetween(phase.from, phase.until) + 1;
        expect(length).toBeLessThanOrEqual(92);
        expect(length).toBeGreaterThanOrEqual(Math.min(28, days - 182));
        expect(phase.success_criterion).toMatch(/\d/);
        expect(phase.success_criterion).not.toMatch(/(?<![\d.,])0 (?:of|portions|sessions|practices)/);
        from = addDays(phase.until, 1);
      }
      expect(from).toBe(addDays(end_date, 1));
      expect(later.at(-1)?.title ?? title).toContain(title);
    }
  });

  test('has by week 26 the amounts of 26 weeks', () => {
    const bible = planFor('Read the whole Bible in a year', 365);
    const read = /^(\d+) of 1,189 chapters/.exec(bible.weeks.at(-1)?.milestone.success_criterion ?? '');
    expect(Number(read?.[1]) / 1189).toBeGreaterThan(0.45);
    expect(Number(read?.[1]) / 1189).toBeLessThan(0.55);
    const shares = bible.later.map(({ success_criterion }) =>
      Number(/^([\d,]+) of 1,189/.exec(success_criterion)?.[1]?.replace(',', '')),
    );
    expect(shares.at(-1)).toBe(1189);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    const saving = planFor('Save 10,000 euros', 731);
    const held = /(\d),?(\d{3}) euros/.exec(saving.weeks.at(-1)?.milestone.success_criterion ?? '');
    expect(Number(`${held?.[1]}${held?.[2]}`)).toBeGreaterThan(2300);
    expect(Number(`${held?.[1]}${held?.[2]}`)).toBeLessThan(2700);
    expect(saving.later.at(-1)?.success_criterion).toContain('10,000 euros');
  });
});

test.each([1, 2, 3, 4, 6])('a goal that ends in %i days is planned to its day', (days) => {
  const { weeks, later, end_date } = planFor('Prepare my talk', days);
  expect(later).toEqual([]);
  expect(weeks).toHaveLength(1);
  expect(end_date).toBe(addDays(start_date, days - 1));
  expect(weeks[0]?.milestone.title).toBe('Prepare my talk');
  const dates = weeks.flatMap(({ tasks }) => tasks.map(({ date }) => date));
  expect(dates.length).toBeGreaterThan(0);
  expect(dates.every((date) => date >= start_date && date <= end_date)).toBe(true);
});

describe('the verifier finds', () => {
  const context = contextFor('Learn the piano', 500);
  const plan = planFor('Learn the piano', 500);
  const problems = (change: Partial<Plan>) => verify({ ...plan, ...change }, context).violations;
  const phases = (change: (later: LaterPhase[]) => LaterPhase[]) =>
    problems({ later: change(structuredClone(plan.later)) });

  test('nothing in a plan as it is made', () => {
    expect(problems({})).toEqual([]);
  });

  test('phases that are missing, or that end early', () => {
    expect(problems({ later: [] })).toEqual([`The later phases must lead to ${context.target_date}.`]);
    expect(phases((later) => later.slice(0, -1))).toHaveLength(1);
  });

  test('a gap, a phase of half a year, and one of some days', () => {
    expect(phases((later) => later.filter((_, index) => index !== 1))).toEqual([
      expect.stringContaining('must begin on'),
    ]);
    expect(phases(([first, second, ...rest]) => [{ ...first, until: second?.until } as LaterPhase, ...rest])).toEqual([
      expect.stringContaining('not one to three months'),
    ]);
    const cut = addDays(context.target_date, -5);
    const shorter = phases((later) => [
      ...later.slice(0, -1),
      { ...later.at(-1), until: cut } as LaterPhase,
      { ...later.at(-1), from: addDays(cut, 1) } as LaterPhase,
    ]);
    expect(shorter).toEqual([expect.stringContaining('takes 5 days')]);
  });

  test('an end that is not the goal, or that nothing measures', () => {
    expect(phases((later) => later.map((phase) => ({ ...phase, title: 'Onward' })))).toEqual([
      'The last later phase must be the goal: "Learn the piano".',
    ]);
    expect(phases((later) => later.map((phase) => ({ ...phase, success_criterion: 'It is fine.' })))).toHaveLength(
      plan.later.length,
    );
  });

  test('the goal in the last planned week, though it lies beyond', () => {
    const weeks = structuredClone(plan.weeks);
    const last = weeks.at(-1);
    if (last) last.milestone.title = 'learn the Piano';
    expect(problems({ weeks })).toEqual([expect.stringContaining('The goal lies beyond week 26')]);
  });

  test('later phases where nothing is later', () => {
    const short = planFor('Learn the piano', 60);
    const found = verify({ ...short, later: plan.later }, contextFor('Learn the piano', 60)).violations;
    expect(found).toEqual(['Nothing lies beyond the last week, but the plan has later phases.']);
  });
});

test("a model's draft of 26 weeks that ends with a goal of a year is mended, and has the phases", () => {
  const context = contextFor('Learn the piano', 365);
  const weeks = Array.from({ length: 26 }, (_, index) => ({
    week: index + 1,
    milestone: { title: 'Learn the piano', metric: '10 bars', success_criterion: 'You play 10 bars.' },
    tasks: (['monday', 'thursday'] as const).map((weekday) => ({
      verb: 'Play',
      title: `Play piece ${index + 1} on ${weekday}`,
      description: 'Slowly.',
      weekday,
      start_time: '18:00',
      minutes: 30,
    })),
  }));
  const later = planFor('Learn the piano', 365).later;
  const extras = { playbook: 'instrument', notes: [], questions: [], later };
  const draft = { summary: 'Bar by bar.', weeks };
  const made = repairPlan({ context, seed: 'seed', sources: [], attempts: [], draft, model: 'test/model', extras });
  if ('infeasible' in made) throw new Error(made.message);
  expect(made.plan).toMatchObject({ source: 'llm', later });
  expect(made.plan.weeks.at(-1)?.milestone.title).not.toBe('Learn the piano');
  expect(verify(made.plan, context).violations).toEqual([]);
});

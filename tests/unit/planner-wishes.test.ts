import { describe, expect, test } from 'vitest';
import { addDays } from '../../lib/days.ts';
import { composePlan } from '../../lib/goals/planner/compose.ts';
import { contextOf, type PlanContext } from '../../lib/goals/planner/context.ts';
import { planFromTemplate } from '../../lib/goals/planner/plan.ts';

function planned(title: string, wishes: string, more: Partial<PlanContext> = {}) {
  const context = contextOf({
    goal: { title },
    start_date: '2026-11-28',
    target_date: addDays('2026-11-28', 83),
    timezone: 'Europe/Berlin',
    dailyMinutes: 90,
    restDays: [],
    ...(wishes ? { wishes } : {}),
    ...more,
  });
  const made = planFromTemplate({ context, seed: 'x', sources: [], attempts: [] });
  if ('infeasible' in made) throw new Error(made.message);
  const tasks = made.plan.weeks.flatMap((week) => week.tasks);
  return { plan: made.plan, tasks, titles: tasks.map((task) => task.title), notes: made.plan.notes.join('\n') };
}

const runs = /^(?:Run|Jog)\b/;

describe('a wish for a plan that no model reads', () => {
  test.each([
    ['no running', 'Do a sprint triathlon'],
    ['kein Laufen', 'Do a sprint triathlon'],
    ['sans course', 'Do a sprint triathlon'],
    ['sin correr', 'Do a sprint triathlon'],
    ['sem corrida', 'Do a sprint triathlon'],
    ['senza corsa', 'Do a sprint triathlon'],
    ['geen hardlopen', 'Do a sprint triathlon'],
  ])('%s leaves out what names it', (wish, title) => {
    expect(planned(title, '').titles.some((each) => runs.test(each))).toBe(true);
    const { titles, notes } = planned(title, wish);
    expect(titles.filter((each) => runs.test(each))).toEqual([]);
    expect(titles.length).toBeGreaterThan(20);
    expect(notes).not.toContain(wish);
  });

  test('only swimming leaves out other sports and keeps what prepares', () => {
    const { titles } = planned('Do a sprint triathlon', 'only swimming');
    expect(titles.filter((title) => /^(?:Run|Jog|Ride|Walk|Bike)\b/.test(title))).toEqual([]);
    expect(titles.some((title) => /swim/i.test(title))).toBe(true);
  });

  test('that would leave nothing is not followed, and is said', () => {
    const { titles, notes } = planned('Run 10 km', 'no running');
    expect(titles.some((title) => /\brun\b/i.test(title))).toBe(true);
    expect(notes).toContain('“no running”');
  });

  test('that names what the plan does not have is said', () => {
    expect(planned('Run 10 km', 'only swimming').notes).toContain('“only swimming”');
  });

  test('that nobody understands is said, in the language of the goal', () => {
    const { notes } = planned('24 Bücher lesen', 'bitte mehr wie mein Großvater', { language: 'de' });
    expect(notes).toContain('konnte ich nicht befolgen: “bitte mehr wie mein Großvater”');
  });

  test.each(['less in the evening', 'weniger abends', 'moins le soir'])('%s moves tasks to the morning', (wish) => {
    const evenings = (titles: ReturnType<typeof planned>['tasks']) =>
      titles.filter(({ start_time }) => (start_time ?? '') >= '17:00').length;
    const [before, after] = [planned('Read 24 books', ''), planned('Read 24 books', wish)];
    expect(evenings(after.tasks)).toBeLessThan(evenings(before.tasks) / 2);
    expect(after.notes).not.toContain(wish);
  });

  test('nothing in the evening ends the day before it', () => {
    const { tasks } = planned('Read 24 books', 'nothing in the evening');
    expect(tasks.filter(({ start_time }) => (start_time ?? '') >= '17:00')).toEqual([]);
  });

  test('days that are named are free', () => {
    const { tasks } = planned('Read 24 books', 'not on Sundays');
    expect(tasks.filter(({ date }) => new Date(`${date}T12:00:00Z`).getUTCDay() === 0)).toEqual([]);
  });

  test('shorter sessions are shorter, and fewer are fewer', () => {
    const { plan, tasks } = planned('Learn Spanish', '');
    const before = { start_date: plan.start_date, end_date: plan.end_date, weeks: plan.weeks, playbook: plan.playbook };
    const again = (wish: string) =>
      planned('Learn Spanish', wish, { before: before as PlanContext['before'] & object });
    const longest = (of: typeof tasks) => Math.max(...of.map((task) => task.duration_minutes));
    expect(longest(again('shorter sessions').tasks)).toBeLessThanOrEqual(longest(tasks) * 0.75);
    expect(again('less often').tasks.length).toBeLessThan(tasks.length);
  });

  test('leaves amounts that add up', () => {
    const { titles } = planned('Read 24 books', 'no podcasts, not in the morning');
    const read = titles.flatMap((title) => {
      const [, book, page] = /in book (\d+), to about page (\d+)/.exec(title) ?? [];
      return book && page ? [1000 * Number(book) + Number(page)] : [];
    });
    expect(read.length).toBeGreaterThan(4);
    expect(read).toEqual([...read].sort((a, b) => a - b));
  });
});

test('without wishes a plan is what it was', () => {
  const frame = {
    goal: { title: 'Run 10 km' },
    start_date: '2026-11-28',
    target_date: '2027-02-19',
    timezone: 'UTC',
    dailyMinutes: 60,
    restDays: [],
  };
  const [empty, none] = [{ ...frame, wishes: '' }, frame].map((each) => composePlan(contextOf(each)));
  if (!empty || !none || 'infeasible' in empty || 'infeasible' in none) throw new Error('no plan');
  expect(empty.draft).toEqual(none.draft);
  expect(empty.notes).toEqual(none.notes);
});

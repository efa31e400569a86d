import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../lib/days.ts';
import { composePlan } from '../../lib/goals/planner/compose.ts';
import { contextOf, type PlanContext } from '../../lib/goals/planner/context.ts';
import { givenBy } from '../../lib/goals/planner/course.ts';
import { planFromTemplate } from '../../lib/goals/planner/plan.ts';
import type { Plan } from '../../lib/goals/planner/schema.ts';
import { namesIn } from '../../lib/goals/playbooks/expression.ts';
import { FUNCTION_NAMES } from '../../lib/goals/playbooks/facts.ts';
import { generalPlaybook, playbookById, playbooks } from '../../lib/goals/playbooks/index.ts';
import { Playbook } from '../../lib/goals/playbooks/schema.ts';

const folder = new URL('../../lib/goals/playbooks/', import.meta.url);
const files = [folder, new URL('courses/', folder)].flatMap((each) =>
  readdirSync(each).filter((name) => name.endsWith('.json')),
);
const all = [...playbooks(), generalPlaybook()];

test('every file is in the list, and each id is its file name', () => {
  const listed = all.map(({ id }) => `${id}.json`).sort();
  expect(listed).toEqual([...files].sort());
});

const LOCAL_NAMES = [
  'week',
  'phase',
  'phase_title',
  'phase_week',
  'phase_weeks',
  'n',
  'N',
  'k',
  'minutes',
  'tasks',
].concat(['from_share', 'to_share', 'steps_done', 'steps_total', 'least_minutes', 'most_minutes']);

/** Everything that a playbook may name in an expression. */
function knownNames(playbook: Playbook): Set<string> {
  const given = Object.keys(
    givenBy(
      contextOf({
        goal: { title: 'x' },
        start_date: '2026-01-01',
        target_date: '2026-01-07',
        timezone: 'UTC',
        dailyMinutes: 60,
        restDays: [],
      }),
      60,
    ),
  );
  const series = Object.keys(playbook.series);
  const own = [playbook.reads, playbook.flags, playbook.lists, playbook.values].flatMap((part) => Object.keys(part));
  const set = playbook.limits.flatMap((limit) => Object.keys(limit.set));
  const returning = [...playbook.sessions, ...playbook.steps].flatMap(({ id }) => [`upto_${id}`, `this_${id}`]);
  const sessions = [...returning, ...playbook.sessions.flatMap(({ let: names = {} }) => Object.keys(names))];
  const said = Object.keys(playbook.reads).map((name) => `${name}_said`);
  return new Set([
    ...given,
    'stage',
    ...series,
    ...series.map((name) => `peak_${name}`),
    ...own,
    ...set,
    ...sessions,
    ...said,
    ...LOCAL_NAMES,
  ]);
}

/** Every expression and template of a playbook. */
function textsIn(playbook: Playbook): { text: string; isTemplate: boolean }[] {
  const expression = (...texts: (string | number | undefined)[]) =>
    texts.flatMap((text) => (typeof text === 'string' ? [{ text, isTemplate: false }] : []));
  const template = (...texts: (string | undefined)[]) =>
    texts.flatMap((text) => (text === undefined ? [] : [{ text, isTemplate: true }]));
  return [
    ...expression(playbook.usual_weeks, ...Object.values(playbook.values)),
    ...Object.values(playbook.reads).flatMap((reader) =>
      reader.kind === 'choice' || reader.kind === 'text' ? [] : expression(reader.default),
    ),
    ...playbook.questions.flatMap(({ text, when }) => [...template(text), ...expression(when)]),
    ...playbook.limits.flatMap(({ when, note, set }) => [
      ...expression(when, ...Object.values(set)),
      ...template(note),
    ]),
    ...Object.values(playbook.series).flatMap(({ from, to, growth }) => expression(from, to, growth)),
    ...playbook.steps.flatMap((step) => [
      ...template(step.title, step.how, step.done),
      ...expression(step.when, step.before, step.day, step.gap, step.times, ...step.minutes),
    ]),
    ...playbook.sessions.flatMap((session) => [
      ...session.variants.flatMap(({ title, how }) => template(title, how)),
      ...expression(
        session.when,
        session.per_week,
        session.every,
        ...session.minutes,
        ...Object.values(session.let ?? {}),
      ),
    ]),
    ...playbook.small.flatMap(({ title, how }) => template(title, how)),
    ...playbook.milestones.flatMap(({ title, criterion, when }) => [
      ...template(title, criterion),
      ...expression(when),
    ]),
    ...template(playbook.goal.criterion, playbook.goal.stage, playbook.summary),
    ...playbook.notes.flatMap(({ text, when }) => [...template(text), ...expression(when)]),
  ];
}

const START = '2026-11-28';
const people: Partial<PlanContext>[] = [
  { dailyMinutes: 120, restDays: [] },
  { dailyMinutes: 30, restDays: [0] },
  { dailyMinutes: 10, restDays: [0, 3, 6] },
  { dailyMinutes: 240, restDays: [1, 2, 3, 4, 5], preferredTime: 'morning' },
  { dailyMinutes: 90, restDays: [], care: { kind: 'injury', tier: 'doctor' }, now: { day: START, time: '20:45' } },
];

const HORIZONS = [3, 7, 17, 30, 60, 90, 182, 400];
/** Half of the people for each horizon, in turn: every one meets short ones and long ones. */
const peopleFor = (days: number) => people.filter((_, index) => (index + HORIZONS.indexOf(days)) % 2 === 0);

const broken = /undefined|NaN|Infinity|\{|\}/;

/** Returns what no plan may say, whatever its playbook: a title too often, a hole that was not filled, a range that runs backwards. */
function oddities({ weeks, summary, notes }: Plan): string[] {
  const tasks = weeks.flatMap((week) => week.tasks);
  const titles = Map.groupBy(tasks, ({ title }) => title);
  const milestones = weeks.map(({ milestone }) => `${milestone.title} | ${milestone.success_criterion}`);
  const odd = (title: string, description: string) => {
    const [, from = 0, to = 0] =
      /\b(?:pages|nos\.|lines|chapters|lessons|cards) (\d+) (?:to|and) (\d+)/.exec(title) ?? [];
    return (
      !/^[A-Z][a-z]+/.test(title) ||
      broken.test(`${title} ${description}`) ||
      /null/.test(`${title} ${description}`) ||
      Number(to) < Number(from) ||
      /(?<![\d.,:] ?)\b0 (?:pages|km|cards|words|minutes|times|lines)\b/.test(title)
    );
  };
  return [
    ...[...titles].flatMap(([title, { length }]) =>
      length === 1 || length * 3 <= tasks.length ? [] : [`${length} of ${tasks.length}: ${title}`],
    ),
    ...tasks.flatMap(({ title, description }) => (odd(title, description) ? [`${title} | ${description}`] : [])),
    ...milestones.filter((each, index) => milestones.indexOf(each) < index || broken.test(each)),
    ...[summary, ...notes].filter((text) => broken.test(text)),
  ];
}

describe.each(all.map((playbook) => [playbook.id, playbook] as const))('%s', (id, playbook) => {
  test('names only what is known, and phases and steps that are there', () => {
    const known = knownNames(playbook);
    const unknown = textsIn(playbook).flatMap(({ text, isTemplate }) => {
      return namesIn(text, isTemplate).filter((name) => !known.has(name) && !FUNCTION_NAMES.includes(name));
    });
    expect(unknown).toEqual([]);
    const phases = playbook.phases.map((phase) => phase.id);
    const named = [
      ...playbook.steps.flatMap(({ phase }) => phase ?? []),
      ...[...playbook.sessions, ...playbook.milestones].flatMap((each) => each.phases ?? []),
    ];
    expect(named.filter((name) => !phases.includes(name))).toEqual([]);
    const places = playbook.steps.map(({ phase, before, day }) =>
      [phase, before, day].filter((each) => each !== undefined),
    );
    expect(places.filter(({ length }) => length !== 1)).toEqual([]);
    // A step with the id of a session would take its turn among the session's times.
    expect(playbook.steps.filter((step) => playbook.sessions.some((session) => session.id === step.id))).toEqual([]);
    expect(playbook.sessions.filter(({ after }) => after && !playbook.steps.some((step) => step.id === after))).toEqual(
      [],
    );
  });

  test('says no source and no phrase twice', () => {
    const lists = [
      playbook.sources.map((source) => JSON.stringify(source)),
      ...[...Object.values(playbook.match), ...Object.values(playbook.flags)].flatMap((phrases) =>
        Object.values(phrases),
      ),
      ...Object.values(playbook.reads).flatMap((reader) => ('options' in reader ? Object.values(reader.options) : [])),
    ];
    expect(lists.flatMap((list) => list.filter((each, index) => list.indexOf(each) !== index))).toEqual([]);
  });

  test('asks nothing that the words can answer without looking for the answer in them first', () => {
    const behind = (names: readonly string[], depth = 0): string[] =>
      names.flatMap((name) => {
        const value = playbook.values[name];
        return typeof value === 'string' && depth < 5 ? [name, ...behind(namesIn(value, false), depth + 1)] : [name];
      });
    const blind = playbook.questions.filter(({ text, when = 'true', reads, options = [] }) => {
      const set = options.flatMap((option) => Object.keys(option.set));
      const readable = reads ? [reads] : set.filter((name) => name in playbook.flags || name in playbook.reads);
      const looked = behind([...namesIn(when, false), ...namesIn(text, true)]);
      return readable.length > 0 && !readable.some((name) => looked.includes(name) || looked.includes(`${name}_said`));
    });
    expect(blind.map((question) => question.id)).toEqual([]);
  });

  test.each(HORIZONS)('plans %i days for all kinds of people', (days) => {
    for (const person of peopleFor(days)) {
      const context = contextOf({
        goal: { title: playbook.title },
        start_date: START,
        target_date: addDays(START, days - 1),
        timezone: 'Europe/Berlin',
        dailyMinutes: 60,
        restDays: [],
        ...person,
        before: undefined,
      });
      const forced = {
        ...context,
        before: { start_date: START, end_date: context.target_date, weeks: [], playbook: id },
      };
      const made = planFromTemplate({ context: forced, seed: 'x', sources: [], attempts: [] });
      if ('infeasible' in made) continue;
      const { plan } = made;
      expect(plan.playbook).toBe(id);
      expect(oddities(plan)).toEqual([]);
    }
  });
});

test('a plan takes less than 50 ms of CPU once the playbooks are read', () => {
  const context = contextOf({
    goal: { title: 'Run a marathon' },
    start_date: START,
    target_date: addDays(START, 181),
    timezone: 'UTC',
    dailyMinutes: 120,
    restDays: [],
  });
  composePlan(context);
  // The median: while the code is still being compiled, a plan takes twice as long.
  const milliseconds = Array.from({ length: 25 }, () => {
    const started = process.cpuUsage();
    planFromTemplate({ context, seed: 'x', sources: [], attempts: [] });
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  expect(milliseconds[12]).toBeLessThan(50);
});

test('the worked example of the documentation is a playbook', () => {
  const page = readFileSync(new URL('../../docs/playbooks.md', import.meta.url), 'utf8');
  const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  expect(Playbook.safeParse(JSON.parse(example)).error).toBeUndefined();
  expect(playbookById('general')?.id).toBe('general');
});

test('what is due in the last days is planned in them, however long the way is', () => {
  const context = contextOf({
    goal: { title: 'Pass the history exam' },
    start_date: START,
    target_date: addDays(START, 76),
    timezone: 'Europe/Berlin',
    dailyMinutes: 90,
    restDays: [],
  });
  const made = planFromTemplate({ context, seed: 'a', sources: [], attempts: [] });
  if (!('plan' in made)) throw new Error('no plan');
  const packed = made.plan.weeks
    .flatMap(({ tasks }) => tasks)
    .find(({ title }) => title.startsWith('Pack what you need'));
  expect(packed?.date && packed.date >= addDays(context.target_date, -4)).toBe(true);
});

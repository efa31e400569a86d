import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../lib/days.ts';
import { composePlan } from '../../lib/goals/planner/compose.ts';
import { contextOf } from '../../lib/goals/planner/context.ts';
import { generalPlaybook, playbooks } from '../../lib/goals/playbooks/index.ts';
import type { Phrases } from '../../lib/goals/playbooks/schema.ts';

const TODAY = '2026-11-28';
const SEED = 20261128;

/** Sentences that people add to a goal, in seven languages; the amounts and units fit it or do not. */
const SAYINGS =
  `need A|A in total|a budget of A|it costs A|between A and B|A would be enough|already have A|already saved A
|I have A so far|currently A|currently at 27:40|still owe A|A left|A is missing|A a month|can put away A per month|A each week
|I earn A a month|make A a year|A each|N pages|on page N|N of M pages|I weigh W kg|currently W kg, goal V kg|N books so far
|can run N km|N km a week|never run before|N people|P %|N credits left|N hours a week|only two weeks left|N days a week|my N-year-old
|brauche A|habe schon A|bisher A|kann A im Monat zurücklegen|zwischen A und B|noch A offen|verdiene A im Monat|auf Seite N|wiege W kg
|besoin de A|j'ai déjà A|il me reste A|A par mois|un budget de A|je gagne A|je pèse W kg|necesito A|ya tengo A|me faltan A|A al mes
|peso W kg|gano A al mes|preciso de A|já tenho A|faltam A|A por mês|ganho A|mi servono A|ho già A|mancano A|A al mese|guadagno A
|heb A nodig|heb al A|nog A over|A per maand|verdien A|weeg W kg`
    .replaceAll('\n', '')
    .split('|');

const amount = fc.oneof(
  fc.integer({ min: 0, max: 99 }),
  fc.integer({ min: 100, max: 9_999 }),
  fc.integer({ min: 10_000, max: 2_000_000 }),
);
const written = fc
  .tuple(amount, fc.constantFrom('', '$', ' €', ' euros', '£', 'k', ' Euro', ' reais'))
  .map(([value, unit]) => {
    const number = value.toLocaleString(unit === ' €' ? 'de-DE' : 'en-US');
    return unit === '$' || unit === '£' ? `${unit}${number}` : `${number}${unit}`;
  });
const fact = fc
  .record({
    saying: fc.constantFrom(...SAYINGS),
    a: written,
    b: written,
    n: fc.integer({ min: 0, max: 400 }),
    m: fc.integer({ min: 0, max: 1500 }),
    w: fc.integer({ min: 40, max: 180 }),
    p: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ saying, a, b, n, m, w, p }) =>
    saying.replace(/(?<!\p{L})[ABNMWVP](?!\p{L})/gu, (name) =>
      String({ A: a, B: b, N: n, M: m, W: w, V: w - (n % 30), P: p }[name]),
    ),
  );

/** The first phrases of a playbook as titles: its own words decide what it reads. */
const titlesOf = (phrases: Phrases) =>
  Object.values(phrases).flatMap((list = []) => list.slice(0, 4).map((phrase) => phrase.replace(/[*]/g, '')));

const everyPlaybook = [...playbooks(), generalPlaybook()];
const anyGoal = (strong: Phrases) =>
  fc.record({
    phrase: fc.constantFrom(...titlesOf(strong), 'My goal'),
    filler: written,
    facts: fc.array(fact, { maxLength: 5 }),
    days: fc.option(fc.integer({ min: 1, max: 1800 })),
    dailyMinutes: fc.constantFrom(10, 30, 60, 120, 300),
  });

/** Figures that may stand nowhere; a freezer is below zero. */
const ABSURD = [
  /(?<![\p{L}\d.,])[-−]\s?[$€£]?\d+(?!\d| degrees)/u,
  /[$€£][-−]/u,
  /\bNaN\b|\bInfinity\b|∞|\bundefined\b|\bnull\b/u,
  /(?<![\d.,])0 of\b/u,
  /\bof 0\b(?![.,]\d)/u,
];

test.each(everyPlaybook.map((playbook) => [playbook.id, playbook] as const))(
  '%s: whatever amounts are named, no figure of the plan is absurd',
  (_, playbook) => {
    fc.assert(
      fc.property(anyGoal(playbook.match.strong), ({ phrase, filler, facts, days, dailyMinutes }) => {
        const title = phrase.replace('…', filler);
        const made = composePlan(
          contextOf({
            goal: { title, description: facts.join('. ') },
            start_date: TODAY,
            target_date: addDays(TODAY, (days ?? 42) - 1),
            horizonNamed: days !== null,
            timezone: 'UTC',
            dailyMinutes,
            restDays: [],
          }),
          playbook,
        );
        if ('infeasible' in made) return;
        const { draft, notes, later, questions } = made;
        const texts = [
          draft.summary,
          ...notes,
          ...questions.map(({ text }) => text),
          ...later.flatMap((phase) => [phase.title, phase.success_criterion]),
          ...draft.weeks.flatMap(({ milestone, tasks }) => [
            milestone.title,
            milestone.success_criterion,
            ...tasks.flatMap((task) => [task.title, task.description]),
          ]),
        ].map((text) => text.replaceAll(title, ' ').replace(/“[^”]*”/g, ' '));
        const absurd = texts.filter((text) => ABSURD.some((pattern) => pattern.test(text)));
        expect(absurd).toEqual([]);
      }),
      { seed: SEED, numRuns: Number(process.env.FIGURES_RUNS ?? 8) },
    );
  },
);

const planOf = (title: string, description: string, days?: number) => {
  const made = composePlan(
    contextOf({
      goal: { title, description },
      start_date: TODAY,
      target_date: addDays(TODAY, (days ?? 42) - 1),
      horizonNamed: days !== undefined,
      timezone: 'UTC',
      dailyMinutes: 60,
      restDays: [],
    }),
  );
  if ('infeasible' in made) throw new Error(made.message);
  const tasks = made.draft.weeks.flatMap((week) => week.tasks.map((task) => task.title));
  return { ...made, tasks, text: [...tasks, made.draft.summary].join('\n') };
};

test('amounts that cannot be are left open and asked for', () => {
  const { playbook, notes, questions, text } = planOf('Save for IVF', 'Need $13,450. I have saved $15,500 already.');
  expect(playbook).toBe('saving');
  expect(notes[0]).toContain('cannot work out');
  expect(questions[0]?.text).toContain('Which sum');
  expect(text).toContain('[amount]');
  expect(text).not.toMatch(/15,500|13,450|-\$|\$-/);
});

test('an answer to the question puts the amounts in', () => {
  const made = composePlan(
    contextOf({
      goal: { title: 'Save for IVF', description: 'Need $13,450. I have saved $15,500 already.' },
      start_date: TODAY,
      target_date: addDays(TODAY, 181),
      timezone: 'UTC',
      dailyMinutes: 60,
      restDays: [],
      answers: [{ id: 'target', text: '$19,000' }],
    }),
  );
  expect('infeasible' in made ? '' : made.draft.summary).toContain('$19,000 by 28 May, of which you have $15,500');
});

test.each([
  ['Save for IVF', 'One round is 11,400. We have 2,050 so far', 11_400, 2_050],
  ['Save up for IVF', 'The clinic wants 11.4k. Already have 6k.', 11_400, 6_000],
  ['Save for a down payment', 'House is 380,000, need 20%. 19,000 saved', 76_000, 19_000],
  ['10.000 Euro sparen', '4.000 habe ich schon', 10_000, 4_000],
  ['Économiser pour un voyage au Japon', 'Budget de 4 500 €, il me reste 2 800 € à trouver', 4_500, 1_700],
  ['Ahorrar para la boda', 'Presupuesto entre 8.000 y 10.000 euros, llevamos 2.500 ahorrados', 10_000, 2_500],
  ['Juntar dinheiro para viajar', 'Preciso de 40 mil reais, já tenho 12 mil', 40_000, 12_000],
  ['Risparmiare per la macchina', 'Mi servono 9.000 euro, ne ho già 3.500', 9_000, 3_500],
  ['Sparen voor een reis', 'kost 12.000, ik heb nu 3.500', 12_000, 3_500],
])('%s, %s: the transfers are what is missing', (title, description, target, have) => {
  const { tasks, draft } = planOf(title, description, 180);
  const moved = tasks.flatMap((task) => /^Check that \D{0,3}([\d,]+)[^:]* moved over/.exec(task)?.[1] ?? []);
  expect(moved.reduce((sum, each) => sum + Number(each.replace(',', '')), 0)).toBe(target - have);
  expect(draft.summary).toContain(target.toLocaleString('en-US'));
});

import { expect, test } from 'vitest';
import { judgeDescribed } from '../../harness/described.ts';
import { DESCRIBED_GOALS } from '../../harness/described-goals.ts';
import { contextFor, planGoal } from '../../harness/plans.ts';
import { addDays } from '../../lib/days.ts';
import { planFromTemplate } from '../../lib/goals/planner/plan.ts';
import { playbooks } from '../../lib/goals/playbooks/index.ts';
import type { Language } from '../../lib/language/languages.ts';

test('nine facts of ten that sixty descriptions tell reach a task, and none is used wrongly', () => {
  const judged = DESCRIBED_GOALS.map((goal) => ({ goal, ...judgeDescribed(goal) }));
  expect(judged.flatMap(({ goal, wrong }) => wrong.map((each) => `${goal.title}: ${each}`))).toEqual([]);
  const facts = DESCRIBED_GOALS.flatMap((goal) => goal.facts).length;
  const missing = judged.flatMap(({ goal, missing: each }) => each.map((fact) => `${goal.title}: ${fact}`));
  expect((facts - missing.length) / facts, missing.join('\n')).toBeGreaterThan(0.9);
});

/** Words of the steps that descriptions ask for. */
const OF_DESCRIPTIONS =
  /without a car|Agree with|Choose with|Fix a time with|Fix the day with|Divide the|Set out what|Lay out what you have|made you stop|on purpose|Settle what|Measure your|too heavy|landlord|quiet hours|get bored|Prepare for \d|Keep \d+ \w+ for this|Keep within|around the children|Find out what there is in/;

test.each<[string, string, Language?]>([
  ['Read 12 books', 'I am not afraid of long ones and never get bored.'],
  ['Buy a car', 'We have no car and live in the country.'],
  ['Help my brother to move', 'I want to help my brother. He has a van.'],
  ['Learn Spanish', 'My brother does not help me. I quit my job after two years.'],
  ['Save money', 'I have already saved 1,500 euros and earn 2,000 euros a month.'],
  ['Quit smoking', 'I smoked for ten years and stopped smoking for two weeks once.'],
  ['Run 10 km', 'I already ran 5 km. I have had a good year.'],
  ['Learn to cook', 'I have a job and an idea. My kitchen is big.'],
  ['Deal with my grief', 'I cannot stop crying, I have no car, and everything is too much for me.'],
  ['Bewerbung schreiben', 'Ich habe schon viel Erfahrung und arbeite in Vollmacht.', 'de'],
  ['Apprendre le russe', "Je n'ai pas peur de la grammaire, mon frère n'aide pas.", 'fr'],
  ['Leer más', 'Ya tengo experiencia. No me aburro.', 'es'],
])('%s, %s: nothing is added', (title, description, language = 'en') => {
  const { made } = planGoal({ title, description, language, dailyMinutes: 60 });
  if (!('plan' in made)) throw new Error(made.message);
  const lines = made.plan.weeks.flatMap(({ tasks }) => tasks.map((task) => `${task.title} — ${task.description}`));
  expect(lines.filter((line) => OF_DESCRIPTIONS.test(line))).toEqual([]);
});

const TOLD: readonly (readonly [Language, string])[] = [
  [
    'en',
    'My budget is 400 euros. My brother Tom helps, my aunt lends us her van. No car, no oven, a small balcony and two cats. I work nights, can only do it after 8 pm. I tried twice and quit after two weeks. The viewing is on 2 December. I already have the wood. We live in Lyon. {x} "quoted" 5 hours.',
  ],
  [
    'de',
    'Höchstens 120 Euro. Mein Bruder Jan hilft. Kein Auto, kein Ofen, zwei kleine Kinder. Schichtdienst. Nach drei Wochen aufgehört. Termin am 5. Dezember. Den Stoff habe ich schon. Ich wohne in Köln.',
  ],
  [
    'it',
    'Massimo 80 euro. Mio padre mi aiuta. Senza macchina, non ho il forno. Lavoro a turni. Ho mollato dopo due settimane. Appuntamento il 3 dicembre. Ho già il legno. Vivo a Torino.',
  ],
];

test.each(playbooks().map((playbook, index) => [playbook.id, index, playbook.title] as const))(
  '%s: a description full of facts keeps every rule',
  (id, index, title) => {
    const [language, description] = TOLD[index % TOLD.length] ?? ['en', ''];
    for (const [days, dailyMinutes] of [
      [3, 60],
      [24, 10],
      [80, 60],
    ] as const) {
      const context = contextFor({ title, description, language, dailyMinutes });
      const target_date = addDays(context.start_date, days - 1);
      const before = { start_date: context.start_date, end_date: target_date, weeks: [], playbook: id };
      const made = planFromTemplate({
        context: { ...context, target_date, before },
        seed: 'x',
        sources: [],
        attempts: [],
      });
      if ('infeasible' in made) continue;
      for (const { title: said, description: how } of made.plan.weeks.flatMap(({ tasks }) => tasks))
        expect(`${said} ${how}`).not.toMatch(/undefined|NaN|[{}]|“”/);
    }
  },
);

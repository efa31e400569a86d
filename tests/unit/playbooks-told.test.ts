import { describe, expect, test } from 'vitest';
import { planGoal } from '../../harness/plans.ts';
import type { Language } from '../../lib/language/languages.ts';

function planOf(title: string, description: string, language: Language) {
  const { made } = planGoal({ title, description, language });
  if (!('plan' in made)) throw new Error(made.message);
  const lines = made.plan.weeks.flatMap(({ tasks }) => tasks.map((task) => `${task.title} — ${task.description}`));
  return { playbook: made.plan.playbook, lines };
}

/** Language, title, description, the playbook, and what some task must say of the description. */
const TOLD: readonly (readonly [Language, string, string, string, readonly RegExp[]])[] = [
  [
    'en',
    'Understand my pension and close the gap',
    "I'm 52, with two old workplace pensions. Want to retire at 66 with about 1,800 a month.",
    'pension',
    [/1,800 a month/, /From 52 to 66/, /old pension 2 of 2/],
  ],
  ['de', 'Meine Rente klären', 'Ich bin 50 und habe auch im Ausland gearbeitet.', 'pension', [/Years abroad count/]],
  [
    'en',
    'Get my health insurance claim paid',
    'They rejected 2,340 for my knee MRI, letter dated 4 January.',
    'appeal',
    [/2,340/, /letter dated 4 January/, /doctor/],
  ],
  ['it', 'Vincere il ricorso contro la multa', '258 euro per eccesso di velocità.', 'appeal', [/258 euros/]],
  [
    'en',
    'UX portfolio with 4 case studies',
    'I have one finished project and two half-done ones from bootcamp.',
    'portfolio',
    [/1 finished, 2 half done, 1 still to make/, /half-done case study 2 of 2/],
  ],
  [
    'en',
    'Ask for a 4-day week',
    "I'm back from parental leave. My boss is sceptical.",
    'work-hours',
    [/four-day week/, /My boss is sceptical/, /parental leave/],
  ],
  ['en', 'Sell stuff on eBay and make 500', '', 'sell-many', [/adds up to 625/, /against 500/]],
  [
    'nl',
    'Zonnepanelen en isolatie',
    'Huis uit 1978, misschien is er subsidie.',
    'retrofit',
    [/misschien is er subsidie/, /Huis uit 1978/],
  ],
  [
    'en',
    'Make an extra 400 a month',
    'I have two kids and speak Polish.',
    'extra-income',
    [/6 hours a week/, /two kids/],
  ],
  [
    'en',
    'Google data analytics certificate',
    'Started twice, got stuck in course 4. 8 courses in total.',
    'online-course',
    [/module 4 of 8/, /5 of 8 are open/],
  ],
  [
    'en',
    'Get the landlord to fix the heating',
    "It's been broken since December. I've a six-month-old baby.",
    'tenancy-repair',
    [/six-month-old baby/, /broken since December/],
  ],
  ['nl', "Als zzp'er mijn administratie bijwerken", 'Bonnetjes liggen overal.', 'bookkeeping', [/liggen overal/]],
  [
    'en',
    'Sort out probate for my aunt',
    'House in Hull, two bank accounts.',
    'probate',
    [/2 accounts/, /Two agents or a valuer/],
  ],
  [
    'en',
    'Finish my thesis',
    '12,000 of 25,000 words written, discussion and conclusion are missing.',
    'thesis',
    [/words of the discussion: what the results say/, /the conclusion: the answer in one page/],
  ],
  [
    'en',
    'Pass the CPA FAR section',
    'I scored 68 last time, weak on leases.',
    'certification',
    [/weak on leases/, /scored 68/],
  ],
  ['fr', "Réussir l'examen de droit", 'Je suis faible en droit pénal.', 'exam', [/faible en droit pénal/]],
  [
    'en',
    'Learn Portuguese to talk to my in-laws',
    "I speak Spanish at B1. They don't speak English.",
    'language',
    [/Spanish and Portuguese, alike/, /who is who in the family/],
  ],
  [
    'es',
    'Sacar el carnet de conducir',
    'Ya suspendí el práctico dos veces. El teórico lo tengo.',
    'driving-licence',
    [/two failed tests/],
  ],
  [
    'en',
    'Move from Leeds to Bristol by 1 June',
    'A cat and a piano. My tenancy notice is two months.',
    'moving',
    [/A cat and a piano/, /notice is two months/],
  ],
  [
    'en',
    'Paint the whole downstairs',
    "There's damp on one wall. My toddler naps 1-3.",
    'renovation',
    [/damp on one wall/, /toddler naps/],
  ],
  ['de', 'Wände streichen', 'Böden abschleifen, drei Zimmer.', 'renovation', [/drei Zimmer/]],
  [
    'en',
    'Fix the leaking tap and the squeaky doors',
    'Three doors squeak. I own a screwdriver.',
    'home-repair',
    [/door 3 of 3/, /I own a screwdriver/],
  ],
  [
    'en',
    "Declutter mum's garage",
    'She finds it hard to let go. My brother can help on Sundays.',
    'declutter',
    [/hard to let go/, /My brother can help/],
  ],
  [
    'en',
    "Sell my late father's stamp collection",
    'I know nothing about stamps.',
    'sell-thing',
    [/no cleaning/, /two who do not buy it/],
  ],
  [
    'en',
    'File my back taxes',
    "I haven't filed for 2023, 2024 and 2025.",
    'taxes',
    [/3 years, from 2023 on/, /Do the year 2025/],
  ],
  [
    'it',
    'Trovare lavoro come infermiera',
    "Parlo un po' di tedesco (A2). Serve il riconoscimento del diploma.",
    'job-search',
    [/recognition authority/, /tedesco \(A2\)/],
  ],
  ['en', 'Split finances fairly with my boyfriend', 'We pay half-half now.', 'budget', [/half each, by income/]],
];

describe('what a description tells reaches a task', () => {
  test.each(TOLD)('%s: %s', (language, title, description, playbook, patterns) => {
    const plan = planOf(title, description, language);
    expect(plan.playbook).toBe(playbook);
    for (const pattern of patterns) expect(plan.lines.filter((line) => pattern.test(line))).not.toEqual([]);
    expect(plan.lines.filter((line) => line.includes('“”'))).toEqual([]);
  });
});

test('no task says what the description does not', () => {
  const sent = planOf('Pass the CPA exam', 'I want to be an accountant.', 'en').lines.join('\n');
  expect(sent).not.toMatch(/weak spot/);
  const painted = planOf('Paint the bedroom', '', 'en').lines.join('\n');
  expect(painted).not.toMatch(/damp|sander|wrote/);
  const fence = planOf('Save 3,000 euros', '', 'en').lines.join('\n');
  expect(fence).not.toMatch(/extra that is coming|You wrote/);
});

/** Titles whose words name another kind besides: an amount, a thing that is sold, a place. */
test.each([
  ['en', 'put 10k away for a sabbatical', 'saving'],
  ['en', 'sell my car', 'sell-thing'],
  ['en', 'turn the gravel front yard into something green', 'yard'],
  ['en', 'downsize my paperwork to one folder', 'sort-out'],
  ['de', 'Kredit umschulden', 'debt'],
  ['de', 'Dachboden dämmen', 'retrofit'],
  ['de', 'Keller trocken bekommen', 'damp'],
  ['fr', "Refaire l'isolation du grenier", 'retrofit'],
  ['fr', 'Acheter mon premier appartement', 'house-purchase'],
  ['es', 'Reclamar la fianza del piso', 'appeal'],
  ['es', 'Homologar mi título', 'recognition'],
  ['es', 'Pintar el salón', 'renovation'],
  ['it', 'Dare le dimissioni', 'leaving-job'],
  ['nl', 'Spullen verkopen op Marktplaats', 'sell-many'],
  ['en', 'raise prices for my hair salon', 'customers'],
  ['en', 'survive my probation period', 'new-job'],
  ['en', 'become a notary public', 'profession'],
  ['en', 'get a scholarship', 'funding'],
  ['en', 'rent out my spare room', 'letting'],
  ['en', 'get rid of mice', 'pests'],
  ['en', 'write my CV', 'cv'],
  ['en', 'refinance my mortgage', 'mortgage'],
] as const)('%s: %s is %s', (language, title, playbook) => {
  expect(planOf(title, '', language).playbook).toBe(playbook);
});

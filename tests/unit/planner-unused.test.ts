import { expect, test } from 'vitest';
import { composePlan } from '../../lib/goals/planner/compose.ts';
import { contextOf } from '../../lib/goals/planner/context.ts';
import { playbookById } from '../../lib/goals/playbooks/index.ts';
import type { Language } from '../../lib/language/languages.ts';

/** Lists what the notes say is not taken into account, of a goal that a playbook plans. */
function unusedIn(id: string, title: string, description: string, language: Language = 'en') {
  const made = composePlan(
    contextOf({
      goal: { title, description },
      language,
      start_date: '2026-11-28',
      target_date: '2027-01-08',
      horizonNamed: false,
      timezone: 'UTC',
      dailyMinutes: 60,
      restDays: [],
    }),
    playbookById(id),
  );
  if ('infeasible' in made) throw new Error(made.message);
  return made.notes.flatMap((note) => /^You wrote “(.*)”: the plan does not/.exec(note)?.[1] ?? []);
}

test.each<[string, string, string, string[], Language?]>([
  ['parenting', 'More time with my kids', 'I have 35 boxes.', ['I have 35 boxes']],
  ['parenting', 'More time with my kids', 'My 6 year old is shy', ['My 6 year old is shy']],
  ['parenting', 'Du temps avec mes enfants', 'Un sac de 35 kg', ['Un sac de 35 kg'], 'fr'],
])('%s: %s, %s', (id, title, description, unused, language = 'en') => {
  expect(unusedIn(id, title, description, language)).toEqual(unused);
});

test.each<[string, string, string, Language?]>([
  ['saving', 'Save for a trip', 'Need 4,000 euros. I have 1,500 already and can put away 200 a month'],
  ['reading', 'Read a book a month', 'Only on weekends, 20 minutes'],
  ['running', 'Run 10 km', 'I can run 4 km now'],
  // A matter with a step of its own needs no note.
  ['paperwork', 'Sort out the papers', 'Five boxes, no will that I have found.'],
  ['trip', 'A week in Rome', 'My wife cannot climb stairs. We like museums'],
  ['photos', 'Fotos ordnen', 'Ich habe kein Auto', 'de'],
  ['declutter', 'Declutter the flat', 'No idea where to start'],
  ['trip', 'Rome', 'We love food and walking'],
  // Who lives with somebody changes a plan about them, and no other.
  ['weight', 'Lose 10 pounds', 'I have 2 kids aged 6 and 9'],
  ['channel', 'Write 30 blog posts', 'My 4 clients ask about the same 10 things'],
  ['reading', 'Lire 20 livres', "J'ai 2 enfants de 14 et 17 ans", 'fr'],
])('%s: %s, %s: nothing is left over', (id, title, description, language = 'en') => {
  expect(unusedIn(id, title, description, language)).toEqual([]);
});

test('one thing is said of many', () => {
  const description = 'No car. I have 35 boxes. My 6 year old sings. We cannot lift more than 17 kg.';
  expect(unusedIn('wedding', 'Our wedding', description)).toHaveLength(1);
});

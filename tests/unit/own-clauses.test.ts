import { expect, test } from 'vitest';
import { ownClausesOf } from '../../lib/goals/playbooks/own-clauses.ts';

test.each([
  ['11 colleagues chip in 10 euros each. She loves sailing.', 'She loves sailing', ''],
  ['Rented, so no rewiring. Living room and hall.', '', 'Rented, so no rewiring'],
  [
    'She hates loud music and my aunt uses a wheelchair. Budget 900.',
    '',
    'She hates loud music and my aunt uses a wheelchair',
  ],
  ['Dad has a bad knee, mum is vegetarian. We fly from Berlin.', '', 'Dad has a bad knee, mum is vegetarian'],
  ['Sie mag Tee und Krimis. 24 kleine Päckchen.', 'Sie mag Tee und Krimis', ''],
  ['Il adore la pêche. Elle est enceinte de 5 mois.', 'Il adore la pêche', 'Elle est enceinte de 5 mois'],
  ['Le encanta la jardinería. No le gusta el teléfono.', 'Le encanta la jardinería', 'No le gusta el teléfono'],
  ['Ha 6 anni. Abbiamo un martello, ma non il trapano.', '', 'Abbiamo un martello, ma non il trapano'],
  ['Hij houdt van treinen. We hebben geen auto.', 'Hij houdt van treinen', 'We hebben geen auto'],
  ['I would like to begin soon. No idea where.', '', ''],
  ["I get migraines when I don't sleep.", '', ''],
])('%s', (description, like, limit) => {
  expect(ownClausesOf(description)).toEqual({ own_like: like, own_limit: limit });
});

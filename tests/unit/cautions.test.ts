import { describe, expect, test } from 'vitest';
import { planGoal } from '../../harness/plans.ts';
import { CAUTIONS, cautionsFor } from '../../lib/goals/planner/cautions.ts';
import { LANGUAGES } from '../../lib/language/languages.ts';

/** Lists the cautions that a goal's words ask for. */
const idsFor = (title: string, description = '', body = false) => {
  const texts = cautionsFor({ goal: { title, description } }, { body });
  return CAUTIONS.filter(({ text }) => texts.includes(text)).map(({ id }) => id);
};

describe('what can hurt is said, whoever plans it', () => {
  test.each([
    ['Learn to weld so I can make a garden gate', 'sparks'],
    ['Tiny pond for frogs', 'pond'],
    ['Gartenteich anlegen', 'pond'],
    ['Get rid of the black mould behind the wardrobe', 'mould'],
    ['Schimmel im Schlafzimmer loswerden', 'mould'],
    ['Sell 200 jars of my hot sauce', 'jars'],
    ['Salire sul Monte Rosa, Capanna Margherita', 'high'],
    ['Climb Kilimanjaro', 'high'],
    ['Clean the gutters every autumn', 'ladder'],
    ['Rewire the garage', 'mains'],
    ['Teach my kids to cook one meal each', 'stove'],
    ['Leave my dog home alone for two hours', 'left'],
    ['Swim 2 km in open water', 'open-water'],
    ['Learn to ride a motorcycle', 'motorcycle'],
    ['Eine Weltreise mit dem Motorrad', 'motorcycle'],
    ['Comprar uma moto usada', 'motorcycle'],
    ['Convert a van and live in it', 'camper'],
    ['Brasser ma propre bière', 'brew'],
    ['Strip and repaint nine sash windows', 'old-paint'],
    ['Sleep under the stars once', 'cold-night'],
    ['Teach my daughter to ride a bike', 'child-wheels'],
    ['Meinem Sohn das Skifahren beibringen', 'child-wheels'],
    ['Apprendre à ma fille à faire du vélo', 'child-wheels'],
    ['Enseñar a mi hijo a patinar', 'child-wheels'],
    ['Ensinar minha filha a andar de bicicleta', 'child-wheels'],
    ['Insegnare a mio figlio ad andare in bici', 'child-wheels'],
    ['Mijn dochter leren fietsen', 'child-wheels'],
    ['Learn to forage mushrooms', 'wild-food'],
    ['Funghi: raccogliere funghi in autunno', 'wild-food'],
    ['Learn to scuba dive', 'dive'],
  ])('%s: %s', (title, id) => {
    expect(idsFor(title)).toEqual([id]);
  });

  test.each([
    'Win the glass ceiling award',
    'Learn to cook for my kids',
    'Write a poem about the sea',
    'Get over my separation',
    'Learn Welsh',
    'Ponder less, decide more',
    'Mold my team into one',
    'Visit Switzerland in May',
    'Fix my sleep',
    'Fare più moto ogni giorno',
  ])('%s asks for none', (title) => {
    expect(idsFor(title)).toEqual([]);
  });

  test('each has a source and words in all seven languages', () => {
    for (const { id, source, words } of CAUTIONS) {
      expect(source, id).not.toBe('');
      for (const language of LANGUAGES) expect(words[language]?.length, `${id} ${language}`).toBeGreaterThan(0);
    }
  });

  test('it is in the notes of the plan', () => {
    const { made } = planGoal({ title: 'Learn to weld', description: 'a garden gate', language: 'en' });
    if (!('plan' in made)) throw new Error('not planned');
    expect(made.plan.notes.join(' ')).toMatch(/helmet/);
  });
});

describe('diabetes is heeded where the body works', () => {
  test.each([
    ['Ride 100 km', 'I have type 1 diabetes.'],
    ['100 km Rad fahren', 'Ich spritze Insulin.'],
    ['Courir un semi-marathon', 'Je suis diabétique.'],
  ])('%s, %s', (title, description) => {
    expect(idsFor(title, description, true)).toEqual(['low-sugar']);
    expect(idsFor(title, description, false)).toEqual([]);
    const { made } = planGoal({ title, description });
    if (!('plan' in made)) throw new Error(made.message);
    expect(made.plan.notes.join('\n')).toMatch(/diabetes team/);
  });
});

test('two children at home make no caution of a ride', () => {
  expect(idsFor('Ride 100 km', 'I have two kids at home. My daughter sings.')).toEqual([]);
});

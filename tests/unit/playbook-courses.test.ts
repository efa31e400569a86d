import { describe, expect, test } from 'vitest';
import { contextFor, planGoal } from '../../harness/plans.ts';
import { playbookFor } from '../../lib/goals/planner/horizon.ts';
import type { Language } from '../../lib/language/languages.ts';

const chosen = (title: string, description = '', language: Language = 'en') =>
  playbookFor(contextFor({ title, description, language })).id;

describe('what is learned unit by unit has its own units', () => {
  test.each<[string, string]>([
    ['Finally understand statistics', 'statistics'],
    ['Learn calculus again before my engineering degree in September', 'maths'],
    ['Learn quantum physics', 'natural-science'],
    ['Learn about climate change', 'natural-science'],
    ['Learn the history of my town', 'history'],
    ['Learn philosophy', 'philosophy'],
    ['Learn economics', 'economics'],
    ['Learn psychology', 'psychology'],
    ['Learn to touch type', 'touch-typing'],
    ['Improve my memory', 'memory-training'],
    ['Learn all capitals of the world', 'memory-training'],
    ['Learn video editing', 'video-editing'],
    ['Learn Blender', 'modelling'],
    ['Learn 3D printing', 'modelling'],
    ['Learn electronics', 'electronics'],
    ['Learn graphic design', 'graphic-design'],
    ['Learn digital marketing', 'digital-marketing'],
    ['Learn to ride a horse', 'horse-riding'],
    ['Learn to sail', 'sailing'],
    ['Learn to fish', 'fishing'],
    ['Learn about wine', 'wine'],
    ['Learn to braid hair', 'make-up-and-hair'],
    ['Learn massage', 'massage'],
    ['Join an improv group', 'acting'],
    ['Learn to play poker', 'card-games'],
    ['Learn leatherwork', 'leather-and-jewellery'],
    ['Learn origami', 'leather-and-jewellery'],
    ['Learn to sew my own clothes', 'sewing'],
    ['Learn archery', 'archery'],
    ['Learn knife skills', 'kitchen-skills'],
    ['Statistik verstehen', 'statistics'],
    ['Mathe auffrischen', 'maths'],
    ['Zehnfingersystem lernen', 'touch-typing'],
    ['Reiten lernen', 'horse-riding'],
    ['Segeln lernen', 'sailing'],
    ['Philosophie lernen', 'philosophy'],
    ['Apprendre le montage vidéo', 'video-editing'],
    ["Apprendre l'électronique", 'electronics'],
    ['Aprender a montar a caballo', 'horse-riding'],
    ['Aprender ajedrez y póker', 'chess'],
    ['Aprender estatística', 'statistics'],
    ['Imparare la fisica quantistica', 'natural-science'],
    ['Leren zeilen', 'sailing'],
  ])('%s: %s', (title, id) => {
    expect(chosen(title)).toBe(id);
  });

  test.each<[string, string]>([
    ['Pass my statistics exam', 'exam'],
    ['Trace my family history', 'genealogy'],
    ['Quit online poker', 'urges'],
    ['Drink less wine', 'drinking-less'],
    ['Get in physical shape', 'fitness'],
    ['Help my teenager with maths', 'parenting'],
    ['Learn to cook Indian food', 'cooking'],
    ['Sell my leather bags on Etsy', 'handmade-shop'],
    ['Lower my blood pressure', 'blood-values'],
  ])('%s stays %s', (title, id) => {
    expect(chosen(title)).toBe(id);
  });
});

const tasksOf = (title: string, description = '') => {
  const { made } = planGoal({ title, description });
  if (!('plan' in made)) throw new Error(made.message);
  return made.plan.weeks.flatMap(({ tasks }) => tasks.map((task) => task.title));
};

test('a course begins with its first try and ends with it again', () => {
  const titles = tasksOf('Learn to touch type', '10 weeks');
  expect(titles.slice(0, 3).join('\n')).toMatch(/three-minute test/);
  expect(titles.at(-1)).toMatch(/test of week 1 again/);
  expect(titles.join('\n')).toMatch(/eight home keys[\s\S]*top row[\s\S]*bottom row/);
});

test('whoever knows the basics begins later', () => {
  const beginner = tasksOf('Learn video editing').join('\n');
  const able = tasksOf('Learn video editing', 'I am intermediate.').join('\n');
  expect(beginner).toMatch(/Sort twenty clips/);
  expect(able).not.toMatch(/Sort twenty clips/);
  expect(able).toMatch(/your own film|own film/);
});

test('what somebody does not eat changes what is cooked', () => {
  const { made } = planGoal({ title: 'Learn knife skills', description: 'My husband is vegetarian.' });
  if (!('plan' in made)) throw new Error(made.message);
  expect(made.plan.notes.join('\n')).toMatch(/take the place of meat/);
});

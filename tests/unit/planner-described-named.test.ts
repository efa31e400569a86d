import { expect, test } from 'vitest';
import { planGoal } from '../../harness/plans.ts';
import type { Language } from '../../lib/language/languages.ts';

const linesOf = (title: string, description: string, language: Language = 'en') => {
  const { made } = planGoal({ title, description, language });
  if (!('plan' in made)) throw new Error(made.message);
  const lines = made.plan.weeks.flatMap(({ tasks }) => tasks.map((task) => `${task.title} — ${task.description}`));
  return lines.join('\n');
};

test.each<[string, string, RegExp, Language?]>([
  ['Start beekeeping', 'My neighbour Tom keeps bees.', /Fix a time with your neighbour Tom/],
  ['Learn to dance salsa', 'My boyfriend Marco dances well.', /Fix a time with your partner Marco/],
  ['Jonglieren lernen', 'Mein Kollege Uwe kann es.', /Fix a time with your colleague Uwe/, 'de'],
  ['Aprender a hacer pan', 'Mi abuela Rosa hacía pan.', /Fix a time with your grandmother Rosa/, 'es'],
  ['Learn sign language', 'My niece Lily is deaf and I want to talk to her.', /Tell your niece Lily what you plan/],
  ['Start a podcast', 'My friend Ben will co-host.', /Choose with your friend Ben/],
])('%s, %s: the one who is named is in a task', (title, description, said, language) => {
  expect(linesOf(title, description, language)).toMatch(said);
});

test('what is shown is shown to the one who is named', () => {
  expect(linesOf('Learn sign language', 'My niece Lily is deaf and I want to talk to her.')).toMatch(
    /Have the talk[^\n]*Your niece Lily/,
  );
});

test.each<[string, string, RegExp, Language?]>([
  ['Bake a good sourdough loaf', 'I have a Dutch oven.', /what you have already \(your Dutch oven\)/],
  ['Learn photography', 'I have a Canon EOS 250D and only use auto mode.', /your Canon EOS 250D/],
  ['Learn to sew my own clothes', 'My mum left me her sewing machine.', /your sewing machine/],
  ['Aprender a hacer pan', 'Tengo un horno viejo.', /Tengo un horno viejo/, 'es'],
  ['Jonglieren lernen', 'Ich habe drei Bälle.', /Ich habe drei Bälle/, 'de'],
])('%s, %s: what is there is used', (title, description, said, language) => {
  expect(linesOf(title, description, language)).toMatch(said);
});

test.each<[string, string, RegExp, Language?]>([
  ['Start a podcast', 'We have 200 euros.', /Divide the 200 euros/],
  ['Apprendre la poterie', "Je n'ai que 50 euros par mois.", /50 euros a month must cover/, 'fr'],
])('%s, %s: the money bounds it', (title, description, said, language) => {
  expect(linesOf(title, description, language)).toMatch(said);
});

test.each<[string, string, Language?]>([
  ['Learn Spanish', 'I have a job, a boss and two kids. I have a bad memory.'],
  ['Learn photography', 'I have 3,000 euros in savings and 200 euros of debts.'],
  ['Throw a surprise party for my wife', 'My wife Anna loves tulips. It is her birthday.'],
  ['Read more', 'My neighbour has a loud dog. I have a question.'],
  ['Learn Spanish', 'My business failed because of the pandemic.'],
  ['Mehr lesen', 'Ich habe einen Job und eine Tochter.', 'de'],
])('%s, %s: nobody is asked, nothing laid out or divided', (title, description, language) => {
  expect(linesOf(title, description, language)).not.toMatch(
    /Fix a time with|Tell your \w+ \w+ what you plan|what you have already|Divide the|the last time/,
  );
});

test.each<[string, string, RegExp, Language?]>([
  [
    'Finally understand statistics',
    'I failed the course because I never did the exercises.',
    /what ended it the last time \(“I never did the exercises”\)/,
  ],
  ['Bake a good sourdough loaf', 'I tried twice and it came out like a brick.', /why it went wrong the last time/],
  ['Statistik lernen', 'Ich bin durchgefallen, weil ich nie geübt habe.', /ich nie geübt habe/, 'de'],
  ['Aprender a hacer pan', 'Lo intenté y salió duro.', /why it went wrong the last time/, 'es'],
])('%s, %s: what failed is done otherwise', (title, description, said, language) => {
  expect(linesOf(title, description, language)).toMatch(said);
});

test.each<[string, string, RegExp, Language?]>([
  ['Learn origami', 'My wrists hurt.', /spare what hurts/],
  ['Möbel restaurieren', 'Mein Knie tut weh.', /spare what hurts/, 'de'],
])('%s, %s: what hurts is spared', (title, description, said, language) => {
  expect(linesOf(title, description, language)).toMatch(said);
});

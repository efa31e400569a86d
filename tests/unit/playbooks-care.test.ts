import { expect, test } from 'vitest';
import { contextFor, type PlanInput, TODAY } from '../../harness/plans.ts';
import { addDays } from '../../lib/days.ts';
import { planFromTemplate } from '../../lib/goals/planner/plan.ts';

/** Plans a goal with the answers that the person has given, and joins all that they read. */
function planned(input: PlanInput, answers: { id: string; text: string }[] = []) {
  const context = { ...contextFor(input), answers };
  const made = planFromTemplate({ context, seed: input.title, sources: [], attempts: [] });
  if (!('plan' in made)) throw new Error('no plan');
  const { playbook, summary, notes, weeks } = made.plan;
  const lines = weeks.flatMap(({ milestone, tasks }) => [
    milestone.title,
    milestone.success_criterion,
    ...tasks.flatMap(({ title, description }) => [title, description ?? '']),
  ]);
  const firstDay = weeks.flatMap(({ tasks }) => tasks).filter(({ date }) => date === TODAY);
  return {
    playbook,
    text: [summary, ...notes, ...lines].join('\n'),
    firstDay: firstDay.map(({ title }) => title).join('\n'),
    questions: made.questions,
  };
}

test.each([
  ['Make my own pickles and jam', ''],
  ['Gurken einlegen', ''],
  ['Faire de la confiture', ''],
  ['Make hot sauce', 'fermented, to give away'],
])('what is preserved keeps its tested recipe: %s', (title, description) => {
  const { playbook, text } = planned({ title, description });
  expect(playbook).toBe('make-food');
  expect(text).toMatch(/same recipe, nothing changed/);
  expect(text).not.toMatch(/change one|one change|own recipe|own notes|less heat|differently/i);
});

test('what is eaten fresh may change', () => {
  expect(planned({ title: 'Make fresh pasta', description: 'I can cook on weekends' }).text).toMatch(
    /Change one thing[\s\S]*own recipe/,
  );
});

test.each<[string, string, { id: string; text: string }[]]>([
  ['Drink 3 litres of water a day', 'I have heart failure and take water tablets', []],
  ['Drink 10 glasses of water every day', 'weak kidneys', []],
  ['Drink a gallon of water a day', '', [{ id: 'ill', text: 'Yes' }]],
  ['Jeden Tag 3 Liter Wasser trinken', 'Ich habe eine Herzschwäche', []],
])('with a weak heart or kidneys the doctor names the amount: %s %s', (title, description, answers) => {
  const { playbook, text } = planned({ title, description }, answers);
  expect(playbook).toBe('drink-water');
  expect(text).toMatch(/amount your doctor named/);
  const own = text.replaceAll(title, '');
  expect(own).not.toMatch(/\d+ glasses|\d litres|one glass more|clear is more/);
});

test('anybody else drinks a glass more from week to week', () => {
  expect(planned({ title: 'Drink 2 litres of water a day' }).text).toMatch(/6 glasses[\s\S]*8 glasses/);
});

test.each([
  'Find a therapist',
  'Find a therapist who takes my insurance',
  'See a counselor',
  'I want to find a good psychologist',
  'Einen Therapeuten finden',
  'Therapieplatz finden',
  'Eine Psychotherapeutin suchen',
  'Trouver un psy',
  'Chercher une bonne thérapeute',
  'Buscar un psicólogo',
  'Encontrar una terapeuta',
  'Encontrar um psicólogo',
  'Procurar terapeuta',
  'Trovare uno psicologo',
  'Cercare una terapeuta',
  'Een therapeut vinden',
  'Een goede psycholoog zoeken',
])('whoever looks for a therapist is told of the crisis line: %s', (title) => {
  const { playbook, text } = planned({ title });
  expect(playbook).toBe('therapist');
  expect(text).toMatch(/Save the crisis line and the emergency number/);
});

test('whoever may harm themselves is sent to the crisis line on the first day', () => {
  const title = 'Find a therapist';
  const yes = 'Yes: I will call a crisis line or my doctor today';
  expect(JSON.stringify(planned({ title }).questions)).toContain(yes);
  expect(planned({ title }, [{ id: 'safe', text: 'No' }]).text).not.toMatch(/Call the crisis line/);
  const { firstDay, text } = planned({ title }, [{ id: 'safe', text: yes }]);
  expect(firstDay).toMatch(/^Call the crisis line or your doctor today/);
  expect(text).toMatch(/comes before this plan/);
});

test.each([
  ['Use less energy at home', 'We have a newborn baby'],
  ['Lower our heating bill', 'My grandmother lives with us'],
  ['Lower our heating bill', 'My wife is seriously ill'],
  ['Heizkosten senken', 'Meine kranke Mutter wohnt bei uns'],
  ['Réduire ma facture de chauffage', 'Nous avons un nouveau-né'],
  ['Ahorrar energía en casa', 'Vive con nosotros mi abuela'],
])('no room gets colder where somebody must have it warm: %s %s', (title, description) => {
  const { playbook, text } = planned({ title, description });
  expect(playbook).toBe('energy-saving');
  expect(text).not.toMatch(/17/);
});

test('others sleep cooler', () => {
  expect(planned({ title: 'Use less energy at home' }).text).toMatch(/lower the room where you sleep to 17 or 18/);
});

/** Weak bones, discs, joints and hearts: a doctor or physiotherapist comes before anything hard. */
const FRAIL: readonly (readonly [title: string, description: string, hard: RegExp])[] = [
  ['Start lifting weights', 'DEXA said osteoporosis in the spine, T-score -2.7.', /squats|backpack|rounds of/],
  [
    'Nach der Pause wieder klettern: 6b',
    'Bandscheibenvorfall im August, L5/S1.',
    /pull-ups|knee raises|top rope and note/,
  ],
  ['Faire une randonnée de 20 km', 'J’ai une hernie discale.', /Hike|lunges|Climb/],
  ['Aprender snowboard', 'Tengo osteoporosis.', /Ride|Practise|rounds of/],
  ['Fazer 20 flexões seguidas', 'Tive um enfarte no ano passado.', /Count how many|sets of/],
  ['Imparare lo snowboard', 'Il ginocchio si gonfia ancora.', /Ride|Practise|rounds of/],
  ['Een wandeling van 20 km', 'Mijn knie zwelt na een half uur.', /Hike|lunges|Climb/],
];

test.each(FRAIL)('what is frail waits for the doctor: %s (%s)', (title, description, hard) => {
  const { text } = planned({ title, description });
  expect(text).toMatch(/ask what is safe/);
  expect(text.replaceAll(title, '')).not.toMatch(hard);
});

test('whoever learns to skate has pads on and stops before riding an hour', () => {
  const { text } = planned({ title: 'Learn ice skating', description: 'Never done it' });
  expect(text).toMatch(
    /wrist and knee pads[\s\S]*falling and stopping first[\s\S]*Stop on a mark[\s\S]*Ride for an hour/,
  );
});

test('a child brakes before it rolls down a slope', () => {
  expect(planned({ title: 'Help my son ride a bike' }).text).toMatch(/braking at a chalk line[\s\S]*grass slope/);
});

test.each([
  ['Nach dem Bandscheibenvorfall wieder klettern', 'Seit Dezember schmerzfrei, vorher 6b+.'],
  ['start lifting weights at 61', 'DEXA in November said osteoporosis in the spine, T-score -2.7.'],
])('until the doctor has said more nothing that loads the body is done: %s', (title, description) => {
  const { text } = planned({ title, description, target_date: addDays(TODAY, 150) });
  expect(text).toMatch(/ask what is safe for you now/i);
  expect(text).not.toMatch(
    /^(?:Climb|Boulder|Do \d rounds|.*(?:pull-ups|squats|plank)).*\n(?!Only as far as your doctor allows)/m,
  );
});

test.each([
  ['in bed by 11:30', 'I start at 7.'],
  ['Früher aufstehen', 'Ich fange um 7 an.'],
  ['Madrugar', 'Entro a las 7.'],
])('no alarm rings after work has begun: %s', (title, description) => {
  const alarms = [...planned({ title, description }).text.matchAll(/alarm for (\d+):/g)].map(([, hour]) =>
    Number(hour),
  );
  expect(alarms.length).toBeGreaterThan(0);
  expect(Math.max(...alarms)).toBeLessThan(7);
});

test('a deposit is not the budget of a party', () => {
  const description = '60 guests. The village hall needs a £150 deposit. Budget £2,000 split three ways.';
  expect(planned({ title: "Parents' golden wedding party", description }).text).toMatch(/£2,000/);
});

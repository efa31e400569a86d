import { describe, expect, test } from 'vitest';
import { planGoal } from '../../../harness/plans.ts';
import { urgentPressure } from '../../../lib/care/pressure.ts';
import { readCare, readFrailty } from '../../../lib/care/read.ts';

describe('whose illness and age it is', () => {
  test.each([
    'Get fit because my father had a stroke',
    'Run a marathon. My mum has osteoporosis and my uncle died of a heart attack',
    "Start jogging after my dad's heart attack",
    'Lift weights. Heart failure runs in my family',
    'Get fit. My grandmother is 82',
    'Fitter werden, weil mein Vater einen Schlaganfall hatte',
    'Nach dem Herzinfarkt meines Bruders will ich laufen',
    'Mich mehr bewegen, Osteoporose liegt in der Familie',
    'Me remettre au sport, mon père a fait un AVC',
    "Courir un 10 km. L'infarctus de mon oncle m'a fait peur",
    'Ponerme en forma porque mi padre tuvo un ictus',
    'Entrar em forma, o AVC do meu pai assustou-me',
    'Mettermi in forma perché mio padre ha avuto un infarto',
    'Fitter worden omdat mijn vader een beroerte had',
  ])('%s: not the person’s own', (text) => {
    expect(readFrailty(text)).toBeUndefined();
    expect(readCare(text, { timezone: 'Europe/Berlin' })).toBeNull();
  });

  test.each([
    'Run a marathon. I have a pacemaker',
    'Get fit. I had pneumonia in spring',
    'Get back to the gym after my stroke, like my father',
    'Run my first 5k. I am 72',
    'Run a marathon at 74',
    'Learn to ski. 71 year old beginner',
    'Halbmarathon laufen, ich bin 73 Jahre alt',
    'Krafttraining nach einer Lungenentzündung',
    "Courir 5 km, j'ai 75 ans",
    'Correr 5 km, tengo 71 años',
    'Correr 5 km, tenho 71 anos',
    'Correre 5 km, ho 71 anni',
    '5 km hardlopen, ik ben 71 jaar',
    'Hardlopen met osteoporose',
  ])('%s: a doctor is asked', (text) => {
    const asked = readCare(text, { timezone: 'Europe/Berlin' })?.tier === 'doctor-first';
    expect(asked || readFrailty(text) !== undefined).toBe(true);
  });

  test.each([
    'Help my father walk again. My father had a stroke',
    'Walk with my mother every day. My mother has osteoporosis',
    'Meinem Vater nach dem Schlaganfall helfen. Mein Vater hatte einen Schlaganfall',
  ])('%s: theirs, and it is planned with them', (text) => {
    const asked = readCare(text, { timezone: 'Europe/Berlin' })?.tier === 'doctor-first';
    expect(asked || readFrailty(text) !== undefined).toBe(true);
  });

  test.each(['Lift 72 kg at the gym', 'Bench at 75 kg', 'Read 75 books', 'Renovate a house that is 90 years old'])(
    '%s: no age',
    (text) => {
      expect(readFrailty(text)).toBeUndefined();
    },
  );
});

describe('a blood pressure that waits for no appointment', () => {
  test.each([
    ['My blood pressure was 190/120 yesterday', '190/120'],
    ['Blutdruck 185 zu 100', '185/100'],
    ['Ma tension est de 170/115', '170/115'],
    ['Curtains of 200/140', undefined],
    ['Blood pressure 150/95', undefined],
    ['Tensión 182 sobre 101', '182/101'],
  ])('%s', (text, reading) => {
    expect(urgentPressure(text)).toBe(reading);
  });

  test.each([
    ['Lower my blood pressure', 'It was 195/118 this morning.'],
    ['Stop taking my blood pressure tablets', 'My blood pressure is 190/121 at the moment.'],
  ])('%s: the first task is today', (title, description) => {
    const { made } = planGoal({ title, description });
    if (!('plan' in made)) throw new Error(made.message);
    const tasks = made.plan.weeks.flatMap((week) => week.tasks);
    expect(tasks[0]?.date).toBe(made.plan.start_date);
    expect(tasks[0]?.title).toMatch(/reading of 19\d\/1\d\d looked at today/);
    expect(made.plan.notes.join('\n')).toMatch(/waits for no appointment/);
  });
});

test.each(['Run my first 5k', 'Do 50 push-ups', 'Cycle 100 km'])(
  '%s at 74 begins with a doctor and gently',
  (title) => {
    const { made } = planGoal({ title, description: 'I am 74.' });
    if (!('plan' in made)) throw new Error(made.message);
    const first = made.plan.weeks[0]?.tasks.map((task) => task.title).join('\n');
    expect(first).toMatch(/Book an appointment and ask what is safe/);
  },
);

test.each([
  ['de', 'Halbmarathon laufen', 'Ich bin 73 Jahre alt.', /In deinem Alter/],
  ['fr', 'Courir 5 km', "J'ai 75 ans.", /À ton âge/],
  ['es', 'Correr 5 km', 'Tengo osteoporosis.', /va antes que este plan/],
  ['nl', '5 km hardlopen', 'Mijn bloeddruk was gisteren 190/120.', /wacht niet op een afspraak/],
] as const)('%s: what is about health is said in the language of the goal', (language, title, description, said) => {
  const { made } = planGoal({ title, description, language });
  if (!('plan' in made)) throw new Error(made.message);
  expect(made.plan.notes.join('\n')).toMatch(said);
});

test('the weeks in which the doctor is seen promise no amount of the sport', () => {
  const { made } = planGoal({ title: 'Do 50 push-ups', description: 'I am 74.' });
  if (!('plan' in made)) throw new Error(made.message);
  const milestones = made.plan.weeks.slice(0, 2).map(({ milestone }) => milestone.title);
  expect(milestones.join('\n')).not.toMatch(/push-ups in one go/);
});

test.each([['My blood pressure was 190/120 yesterday.'], ['I am 74.']])(
  '%s: nobody runs before a doctor was asked',
  (description) => {
    const { made } = planGoal({ title: 'Run 10 km', description });
    if (!('plan' in made)) throw new Error(made.message);
    const titles = made.plan.weeks[0]?.tasks.map((task) => task.title).join('\n') ?? '';
    expect(titles).toMatch(/ask what is safe/);
    expect(titles).not.toMatch(/^Run /mu);
  },
);

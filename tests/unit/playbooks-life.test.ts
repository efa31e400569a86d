import { describe, expect, test } from 'vitest';
import { planGoal } from '../../harness/plans.ts';
import { addDays } from '../../lib/days.ts';
import { composePlan } from '../../lib/goals/planner/compose.ts';
import { contextOf, type PlanContext } from '../../lib/goals/planner/context.ts';
import { choosePlaybook } from '../../lib/goals/playbooks/choose.ts';
import { playbooks } from '../../lib/goals/playbooks/index.ts';

const playbookOf = (title: string, description = '') => choosePlaybook(playbooks(), { title, description })?.id;

function planOf(title: string, description = '') {
  const { made } = planGoal({ title, description });
  if (!('plan' in made)) throw new Error(made.message);
  const tasks = made.plan.weeks
    .flatMap((week) => week.tasks)
    .sort((a, b) => `${a.date} ${a.start_time}`.localeCompare(`${b.date} ${b.start_time}`));
  const dayOf = (words: string) => tasks.find((task) => task.title.includes(words))?.date;
  return { plan: made.plan, tasks, titles: tasks.map((task) => task.title), notes: made.plan.notes.join('\n'), dayOf };
}

/** The titles of a plan after questions were answered. */
function answered(title: string, answers: PlanContext['answers']) {
  const made = composePlan(
    contextOf({
      goal: { title },
      start_date: '2026-11-28',
      target_date: addDays('2026-11-28', 55),
      timezone: 'Europe/Berlin',
      dailyMinutes: 90,
      restDays: [],
      answers,
    }),
  );
  if ('infeasible' in made) throw new Error(made.message);
  return made.draft.weeks.flatMap((week) => week.tasks.map((task) => task.title));
}

const GOALS: Readonly<Record<string, readonly string[]>> = {
  'drinking-less': [
    ...['Dry January', 'Alcohol-free weekdays', 'Cut back on wine', 'Sober October', 'Weniger Alkohol trinken'],
    ...['Trockener Januar', "Boire moins d'alcool", 'Un mois sans alcool', 'Dejar el alcohol por un mes'],
    ...['Parar de beber por um mês', 'Bere meno', 'Minder drinken', 'Een maand zonder alcohol'],
  ],
  mobility: [
    ...['Do the splits', 'Loosen up my stiff back', 'Get my knee moving again after ACL surgery', 'Touch my toes'],
    ...['Rücken beweglicher machen', 'Spagat lernen', 'Nach der Operation wieder beweglich werden'],
    ...['Faire le grand écart', 'Ser más flexible', 'Fazer espargata', 'Fare la spaccata', 'Leniger worden'],
  ],
  'toddler-sleep': [
    ...['Get my toddler to sleep through the night', 'Bedtime without battles for my 3 year old'],
    ...['Mein Kind soll durchschlafen', 'Kleinkind ins eigene Bett bringen', 'Que mon bébé fasse ses nuits'],
    ...['Que mi hijo duerma toda la noche', 'Fazer o meu filho dormir a noite toda'],
    ...['Far dormire il bambino nel suo letto', 'Peuter laten doorslapen'],
  ],
  'potty-training': [
    ...['Potty train my son', 'Get my daughter out of diapers', 'Töpfchentraining', 'Mein Kind windelfrei bekommen'],
    ...['Apprendre la propreté à ma fille', 'Quitar el pañal a mi hija', 'Desfralde do meu filho'],
    ...['Togliere il pannolino', 'Zindelijkheidstraining'],
  ],
  parenting: [
    ...['Stop yelling at my kids', 'Spend more one-to-one time with my kids', 'Be a more patient mother'],
    ...['Mehr Zeit mit meinen Kindern verbringen', 'Kinder weniger anschreien', 'Crier moins sur mes enfants'],
    ...['Gritar menos a mis hijos', 'Passar mais tempo com meus filhos', 'Urlare meno con i bambini'],
    ...['Minder schreeuwen tegen de kinderen', 'Screen time for my kids', 'Bond with my stepson'],
  ],
  'early-rising': [
    ...['Become a morning person', 'Wake up at 6', 'Früher aufstehen', 'Me lever plus tôt', 'Madrugar'],
    ...['Acordar mais cedo', 'Svegliarmi presto', 'Vroeger opstaan'],
  ],
  screens: [
    ...['Watch less TV', 'Less screen time', 'Quit social media', 'Weniger am Handy sein', 'Moins de téléphone'],
    ...['Menos redes sociales', 'Menos tempo de tela', 'Meno telefono', 'Minder tv kijken'],
  ],
  'breaking-habit': [
    ...['Stop biting my nails', 'Swear less', 'Nicht mehr an den Nägeln kauen', 'Arrêter de me ronger les ongles'],
    ...['Dejar de morderme las uñas', 'Parar de roer as unhas', 'Smettere di mangiarmi le unghie'],
    ...['Stoppen met nagelbijten'],
  ],
  sleep: [
    ...['Sleep better', 'Besser schlafen', 'Mieux dormir', 'Dormir mejor', 'Dormir melhor'],
    ...['Dormire meglio', 'Beter slapen'],
  ],
  stress: [
    ...['Stress less', 'Better work-life balance', 'Weniger Stress', 'Moins de stress', 'Estresarme menos'],
    ...['Menos estresse', 'Meno stress', 'Minder stress'],
  ],
  swimming: [
    ...['Learn to swim', 'Swim 1 km without stopping', 'Schwimmen lernen', 'Kraulen lernen', 'Apprendre à nager'],
    ...['Aprender a nadar', 'Imparare a nuotare', 'Leren zwemmen'],
  ],
};

test.each(Object.entries(GOALS).flatMap(([id, titles]) => titles.map((title) => [title, id])))(
  '%s is planned by %s',
  (title, id) => expect(playbookOf(title)).toBe(id),
);

test.each([
  ['Drink less coffee', 'drinking-less'],
  ['Drink more water', 'drinking-less'],
  ['Open an alcohol-free bar', 'drinking-less'],
  ['Find a job with flexible hours', 'mobility'],
  ['Run a marathon', 'mobility'],
  ['Sleep better', 'toddler-sleep'],
  ['Crochet a blanket for my sister’s baby', 'toddler-sleep'],
  ['House-train my puppy', 'potty-training'],
  ['Den Hund erziehen', 'parenting'],
  ["Save for my kids' college", 'parenting'],
  ['Sprint triathlon in 16 weeks', 'swimming'],
  ['Screen time for my kids', 'screens'],
  ['Grow my followers on social media', 'screens'],
  ['Mein Kind soll durchschlafen', 'sleep'],
  ['Buy a sleeping bag', 'sleep'],
  ['Recover from a stress fracture', 'stress'],
  ['Stop smoking', 'breaking-habit'],
])('%s is not planned by %s', (title, id) => expect(playbookOf(title)).not.toBe(id));

describe('what could harm where a general plan is made of it', () => {
  test.each([
    ['take my meds on time', 'medicines'],
    ['Take my pills every day', 'medicines'],
    ['Meine Tabletten regelmäßig nehmen', 'medicines'],
    ['prendre mes médicaments tous les jours', 'medicines'],
    ['medicijnen op tijd innemen', 'medicines'],
    ['Weer durven autorijden op de snelweg', 'fear'],
    ['drive on the motorway again', 'fear'],
    ['Wieder Autobahn fahren', 'fear'],
    ['volver a conducir por autopista', 'fear'],
  ])('%s is planned by %s', (title, id) => expect(playbookOf(title)).toBe(id));

  test('no dose is scheduled and none is left out', () => {
    const tasks = planOf('take my meds on time').plan.weeks.flatMap((week) => week.tasks.map(({ title }) => title));
    expect(tasks.filter((title) => /\b(?:take|dose|smallest)\b/i.test(title.replace('missed dose', '')))).toEqual([]);
  });
});

describe('alcohol', () => {
  test('who drinks much every day sees a doctor before anything changes', () => {
    for (const description of ['I drink 8 beers every evening', 'a bottle of wine a day', 'I shake in the morning'])
      expect(planOf('Stop drinking', description).plan.playbook, description).toBe('doctor-first');
  });

  test('an answer that names shaking leaves only the doctor, looking and company', () => {
    const question = 'shakes';
    const safe = answered('Drink less alcohol', [{ id: question, text: 'No, never' }]);
    const unsafe = answered('Drink less alcohol', [{ id: question, text: 'Yes, or I am not sure' }]);
    const changes = /alcohol-free|fewer|without alcohol|out of reach/;
    expect(safe.some((title) => changes.test(title))).toBe(true);
    expect(unsafe.filter((title) => changes.test(title))).toEqual([]);
    expect(unsafe.some((title) => title.startsWith('Call your doctor'))).toBe(true);
  });

  test('a dry January has its first day on the first and ends on the last', () => {
    const { plan, dayOf } = planOf('Dry January');
    expect(plan.end_date).toBe('2027-01-31');
    expect(dayOf('first day without alcohol')).toMatch(/^2026-12-3|^2027-01-0/);
    expect(plan.weeks.at(-1)?.milestone.success_criterion).toContain('31 days');
  });

  test('drinks a week fall to the aim, and dry evenings grow', () => {
    const { plan, notes } = planOf('Drink less', 'two glasses of wine most evenings');
    expect(notes).toContain('about 12 glasses a week');
    const drinks = plan.weeks.flatMap(({ milestone }) => /at most (\d+)/i.exec(milestone.title)?.[1] ?? []).map(Number);
    expect(drinks.length).toBeGreaterThan(3);
    expect([...drinks].sort((a, b) => b - a)).toEqual(drinks);
    expect(plan.weeks.at(-1)?.milestone.success_criterion).toContain('6 glasses a week');
  });
});

describe('the body', () => {
  test('after an operation the doctor comes before the first exercise', () => {
    const { tasks } = planOf('Get my knee moving again after ACL surgery');
    expect(tasks[0]?.title).toMatch(/appointment/);
    const first = tasks.findIndex(({ title }) => /physio exercises/.test(title));
    expect(first).toBeGreaterThan(0);
    expect(tasks.slice(0, first).some(({ title }) => /which signs mean stop/.test(title))).toBe(true);
  });

  test('who fears water takes no lesson before one is booked, and nobody swims alone', () => {
    const { dayOf, notes, tasks } = planOf('Learn to swim', 'I am afraid of water');
    const booked = dayOf('Book lessons') ?? '9999';
    const first = tasks.find(({ title }) => /Take your lesson/.test(title))?.date ?? '0000';
    expect(booked < first).toBe(true);
    expect(notes).toMatch(/never swim alone/i);
  });

  test('an answer about health takes the hard sessions out, like the goal’s own words', () => {
    const health = { id: 'health', text: 'Yes, I will ask my doctor first' };
    expect(answered('Swim 1 km without stopping', []).some((title) => /without a stop/.test(title))).toBe(true);
    const careful = answered('Swim 1 km without stopping', [health]);
    expect(careful[0]).toMatch(/appointment/);
    expect(careful.filter((title) => /^Ask your doctor whether/.test(title))).toEqual([]);
  });
});

describe('children', () => {
  test('a baby under six months gets no sleep training', () => {
    const { titles, notes } = planOf('Get my baby to sleep through the night', 'she is 4 months old');
    expect(titles.filter((title) => /one gentle way|your one way/.test(title))).toEqual([]);
    expect(notes).toContain('no sleep training');
  });

  test('a child’s age is no horizon', () => {
    expect(planOf('Get my toddler to sleep through the night', '18 months').plan.end_date < '2027-02-01').toBe(true);
  });

  test('the potty is offered at its time of day, and nothing is promised by a date', () => {
    const { tasks, plan } = planOf('Potty train my son', 'he is 2 and a half');
    for (const { title, start_time } of tasks) {
      if (/after waking up|after breakfast/.test(title)) expect((start_time ?? '') < '12:00', title).toBe(true);
      if (/before bed|after dinner/.test(title)) expect((start_time ?? '') > '17:00', title).toBe(true);
    }
    expect(plan.weeks.at(-1)?.milestone.success_criterion).toMatch(/not forced/);
  });

  test('who shouts practises three steps, and makes up afterwards', () => {
    const { titles } = planOf('Stop yelling at my kids');
    expect(titles.some((title) => /three steps before shouting/.test(title))).toBe(true);
    expect(titles.some((title) => /I am sorry/.test(title))).toBe(true);
  });
});

describe('habits', () => {
  test('getting up moves by the times that were said, and bed with it', () => {
    const { titles, plan } = planOf('Become a morning person', 'I go to bed at 1 and get up at 9');
    expect(titles).toContain('Set the alarm for 8:45 and be in bed by 0:45');
    expect(plan.weeks.at(-1)?.milestone.success_criterion).toContain('Up at 7:00, in bed by 23:00');
  });

  test('a late clock moves to the hour that is needed, not to the one at which somebody gets up', () => {
    const { plan } = planOf('Fix my sleep schedule', 'bed at 3am and get up at 11, need to be up at 7. 7 weeks');
    expect(plan.playbook).toBe('early-rising');
    expect(plan.weeks.at(-1)?.milestone.success_criterion).toContain('Up at 7:00, in bed by 23:00');
  });

  test('a phone in bed is dealt with in bed', () => {
    const { titles, plan } = planOf('Stop scrolling TikTok in bed');
    expect(titles.some((title) => /alarm clock and a book by the bed/.test(title))).toBe(true);
    expect(plan.weeks.at(-1)?.milestone.success_criterion).toContain('12 of the last 14 nights');
  });

  test('nobody is told to practise what they want to stop', () => {
    const { titles } = planOf('Stop biting my nails');
    expect(titles.filter((title) => /smallest form|Practise it\b/.test(title))).toEqual([]);
    expect(titles.some((title) => /make a fist/.test(title))).toBe(true);
    expect(titles.some((title) => /File and oil the nails/.test(title))).toBe(true);
  });

  test('television is planned as television, from the hours that were said', () => {
    const { titles, plan } = planOf('Watch less TV', 'about 4 hours every evening');
    expect(plan.summary).toContain('about 4 to 1.5 hours');
    expect(titles.filter((title) => /phone in another room|scroll/.test(title))).toEqual([]);
    expect(titles.some((title) => title.startsWith('Leave the television off tonight'))).toBe(true);
  });

  test('a pack a day is twenty, and no evening without comes before the first day', () => {
    const { tasks, notes, dayOf } = planOf('Mit dem Rauchen aufhören', 'eine Schachtel am Tag');
    expect(notes).toContain('20 a day');
    const first = dayOf('Begin your first day') ?? '';
    const without = tasks.filter(({ title }) => /hardest moment|another day without/.test(title));
    expect(without.length).toBeGreaterThan(5);
    expect(without.filter(({ date }) => date < first)).toEqual([]);
  });

  test('a bedtime moves to the hours that were asked for, and the phone leaves the bedroom', () => {
    const { titles, plan, notes } = planOf('Sleep 8 hours a night', 'I scroll till midnight and get up at 6');
    expect(notes).toContain('Up at 6:00 and 8 hours mean light out at 22:00');
    expect(titles.some((title) => title.includes('charge the phone in the kitchen'))).toBe(true);
    expect(plan.weeks.at(-1)?.milestone.success_criterion).toContain('in bed by 22:00');
  });

  test('ten minutes at most are never more, and every day is every day', () => {
    const { tasks, plan } = planOf('Meditate every day', 'my mind never stops, 10 minutes max');
    const sittings = tasks.filter(({ title }) => title.startsWith('Sit for'));
    expect(Math.max(...sittings.map((task) => task.duration_minutes))).toBe(10);
    expect(sittings.length).toBe(7 * plan.weeks.length);
  });

  test('vaping is not smoking, and earlier tries come first', () => {
    const { titles, notes } = planOf('Quit vaping', 'tried twice');
    expect([...titles, notes].filter((title) => /ashtray|cigarette|packs|12 a day/i.test(title))).toEqual([]);
    expect(titles[0]).toMatch(/earlier tries/);
  });

  test('half a bottle most evenings is fifteen glasses a week', () => {
    const { notes, titles } = planOf('Drink less wine', 'about half a bottle most evenings');
    expect(notes).toContain('about 15 glasses');
    expect(titles.filter((title) => /\bbeer\b|sport with others/.test(title))).toEqual([]);
  });

  test('weeks of sleeplessness and stress name the doctor', () => {
    for (const goal of ['Sleep better', 'Stress less']) expect(planOf(goal).notes).toMatch(/doctor/);
  });
});

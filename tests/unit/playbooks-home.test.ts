import { describe, expect, test } from 'vitest';
import { planGoal } from '../../harness/plans.ts';
import { choosePlaybook } from '../../lib/goals/playbooks/choose.ts';
import { playbooks } from '../../lib/goals/playbooks/index.ts';

const playbookOf = (title: string, description = '') => choosePlaybook(playbooks(), { title, description })?.id;

function planOf(title: string, description = '', more: { dailyMinutes?: number; restDays?: number[] } = {}) {
  const { made } = planGoal({ title, description, ...more });
  if (!('plan' in made)) throw new Error(made.message);
  const tasks = made.plan.weeks.flatMap((week) => week.tasks);
  const at = (start: string) => tasks.findIndex(({ title: each }) => each.startsWith(start));
  return {
    plan: made.plan,
    questions: made.questions,
    tasks,
    at,
    titles: tasks.map((task) => task.title),
    notes: made.plan.notes.join('\n'),
  };
}

describe('garden', () => {
  test.each([
    'Start a vegetable garden',
    'Grow tomatoes on my balcony',
    'Gemüsegarten anlegen',
    'Ein Hochbeet bauen',
    'Créer un potager',
    'Montar un huerto urbano',
    'Fazer uma horta na varanda',
    'Fare un orto sul balcone',
    'Een moestuin beginnen',
  ])('%s', (title) => expect(playbookOf(title)).toBe('garden'));

  test.each([
    'Build a garden shed',
    'Eat more vegetables',
    'Start a YouTube channel about gardening',
    'Build a deck in the garden',
    'Organise a garden party',
    'Kindergartenplatz finden',
  ])('not %s', (title) => expect(playbookOf(title)).not.toBe('garden'));

  test('sows by the season: hardy kinds before the last frost, tomatoes after it, however light the weeks before are', () => {
    const { tasks, at } = planOf('Start a vegetable garden');
    expect(tasks[at('Sow the first rows')]?.date).toMatch(/^2027-(03-2|03-3|04-0)/);
    const planted = tasks[at('Plant 3 tomatoes')]?.date ?? '';
    expect(planted >= '2027-05-15').toBe(true);
    expect(at('Test the soil')).toBeLessThan(at('Make the bed'));
    expect(at('Make the bed')).toBeLessThan(at('Sow the first rows'));
  });

  test('knows the other half of the year, milder places and balconies', () => {
    const south = planOf('Grow tomatoes and herbs on my balcony in Sydney');
    expect(south.titles.slice(0, 12).join()).toContain('Plant 2 bush tomatoes');
    expect(south.titles.join()).not.toMatch(/freezing|m²/);
    const mild = planOf('Montar un huerto urbano en el balcón', 'vivo en Sevilla, 8 macetas');
    expect(mild.titles.join()).toContain('Get 8 pots');
    expect((mild.tasks[mild.at('Plant 2 bush')]?.date ?? '') < '2027-04-15').toBe(true);
  });

  test('promises no harvest that the season does not give', () => {
    const { plan, titles, notes } = planOf('Plant a garden in 8 weeks');
    expect(plan.reachable).toBe(false);
    expect(notes).toContain('nothing sensible is sown before about');
    expect(titles.at(-1)).toContain('sowing dates');
  });
});

describe('photos', () => {
  test.each([
    'Sort through 20 years of photos',
    'Organize my photo library',
    'Clean up my camera roll',
    '20.000 Fotos endlich sortieren',
    'Alte Fotos sortieren',
    'Trier mes photos de famille',
    'Organizar las fotos de la familia',
    'Organizar as fotos antigas',
    'Riordinare le foto di famiglia',
    "Mijn foto's ordenen",
  ])('%s', (title) => expect(playbookOf(title)).toBe('photos'));

  test.each(['Take better photos', 'Find a wedding photographer', 'Declutter the garage', 'Clean up my inbox'])(
    'not %s',
    (title) => expect(playbookOf(title)).not.toBe('photos'),
  );

  test('copies before it deletes, and goes through every photo once', () => {
    const { titles, at } = planOf(
      'Sort through 20 years of photos',
      '30,000 photos on three hard drives, plus shoeboxes of prints',
    );
    expect(titles.filter((title) => title.startsWith('Copy source')).length).toBe(3);
    expect(at('Make the second copy')).toBeLessThan(at('Sort photos'));
    const parts = titles.flatMap(
      (title) => /^Sort photos ([\d,]+) to ([\d,]+) of 21,000/.exec(title)?.slice(1, 3) ?? [],
    );
    const numbers = parts.map((part) => Number(part.replace(',', '')));
    expect(numbers[0]).toBe(1);
    expect(numbers.at(-1)).toBe(21000);
    for (let index = 1; index < numbers.length - 1; index += 2)
      expect(numbers[index + 1]).toBe((numbers[index] ?? 0) + 1);
    expect(at('Scan prints')).toBeGreaterThan(at('Go through prints'));
  });

  test('says how many hours are missing, and what is sorted by then', () => {
    const { plan, notes } = planOf('Sort 50,000 photos in two months', '20 minutes a day');
    expect(plan.reachable).toBe(false);
    expect(notes).toContain('50,000 photos take about 27 hours');
  });
});

describe('rental', () => {
  test.each([
    'Find a flat in Berlin',
    'Find an apartment by March',
    'Rent a house near my work',
    'Wohnung in Hamburg finden',
    'Ein WG-Zimmer finden',
    'Trouver un appartement à Lyon',
    'Encontrar piso en Madrid',
    'Arrendar um apartamento em Lisboa',
    'Trovare casa in affitto a Bologna',
    'Een huurwoning vinden in Utrecht',
  ])('%s', (title) => expect(playbookOf(title)).toBe('rental'));

  test.each([
    'Buy a flat in the next 9 months',
    'Rent out my apartment',
    'Declutter the apartment',
    'Eigentumswohnung kaufen',
  ])('not %s', (title) => expect(playbookOf(title)).not.toBe('rental'));

  test('has the papers before the first message, the contract read before it is signed, and ends with the keys', () => {
    const { titles, at, tasks, plan, notes } = planOf('Find a flat in Berlin', 'up to 1,100 euros a month, by March');
    expect(at('Put the papers into one PDF')).toBeLessThan(at('Write to'));
    expect(at('View flat number 1')).toBeLessThan(at('Say yes'));
    expect(at('Read the contract')).toBeLessThan(at('Sign the contract'));
    expect(at('Sign the contract')).toBeLessThan(at('Give notice'));
    expect(at('Sign the contract')).toBeLessThan(at('Pay the deposit'));
    expect(tasks.at(-1)?.date).toBe(plan.end_date);
    expect(titles.join()).toContain('up to 1,100 euros');
    expect(notes).toContain('No money and no copy of your identity card');
    expect(planOf('Find a room in three weeks').titles.join()).not.toContain('in Three');
  });
});

describe('investing', () => {
  test.each([
    'Put together an investment plan for retirement',
    'Buy my first index fund',
    'Start investing',
    'Geld anlegen in ETFs',
    'Für die Rente vorsorgen',
    'Investir pour ma retraite',
    'Invertir en fondos indexados',
    'Começar a investir',
    'Iniziare a investire',
    'Beginnen met beleggen',
  ])('%s', (title) => expect(playbookOf(title)).toBe('investing'));

  test.each([
    'Invest more time in my kids',
    'Pay off my credit card',
    'Emergency fund of $2,000',
    'Einen Garten anlegen',
    'Organise a retirement party for Dad',
    'Obtenir une bourse d’études',
    'Buy a house',
  ])('not %s', (title) => expect(playbookOf(title)).not.toBe('investing'));

  test('puts debts, reserve and the employer before any fund, and counts without a promise', () => {
    const { at, notes, titles } = planOf(
      'Save for retirement',
      "I'm 40, can invest $300 a month, I owe 2,000 on a credit card",
    );
    for (const first of ['Put the dear debts first', 'Set up the reserve first', 'Ask the employer'])
      expect(at(first)).toBeLessThan(at('Compare three broad index funds'));
    expect(at('Open the account')).toBeLessThan(at('Set up the standing order: $300'));
    // 300 × 12 × 27 paid in; with 3 % a year 300 × 12 × (1.03^27 − 1) / 0.03.
    expect(notes).toContain('$97,000 paid in');
    expect(notes).toContain('$147,000; it can be more or less');
    expect(titles.join()).not.toMatch(/bitcoin|single shares/i);
  });

  test('builds no plan on crypto', () => {
    const { plan, notes } = planOf('Get rich with bitcoin');
    expect(plan.playbook).toBe('investing');
    expect(plan.reachable).toBe(false);
    expect(notes).toContain('No honest plan can be built');
  });
});

describe('wedding', () => {
  test.each([
    'Plan our wedding',
    'Organizzare il matrimonio per settembre',
    'Unsere Hochzeit planen',
    'Organiser notre mariage',
    'Organizar nuestra boda',
    'Organizar o casamento',
    'Onze bruiloft plannen',
  ])('%s', (title) => expect(playbookOf(title)).toBe('wedding'));

  test.each([
    'Get in shape for my wedding',
    'Write a wedding speech',
    'Celebrate our 10th wedding anniversary',
    'Save my marriage',
  ])('not %s', (title) => expect(playbookOf(title)).not.toBe('wedding'));

  test('ends on a Saturday of the named month, shares out the budget, and asks for nothing that was said', () => {
    const { plan, tasks, at, questions } = planOf(
      'Organizzare il matrimonio per settembre',
      '80 invitati, budget 15.000 euro',
    );
    expect(plan.end_date).toBe('2027-09-25');
    expect(tasks[at('Write the budget of 15,000 euros')]?.description).toContain('7,500 euros (94 euros a head)');
    expect(at('Visit venue 1 of 3 for 80 guests')).toBeLessThan(at('Book the venue'));
    expect(at('Book the venue')).toBeLessThan(at('Reserve the registry office'));
    expect(questions.map(({ text }) => text).join()).not.toMatch(/How many|cost/);
    expect(planOf('Our wedding on 30 September 2027').plan.end_date).toBe('2027-09-30');
  });

  test('the day itself is the last thing', () => {
    const { tasks, plan } = planOf('Plan our wedding in 24 weeks', '60 guests');
    expect(tasks.at(-1)?.title).toMatch(/^Get married/);
    expect(tasks.at(-1)?.date).toBe(plan.end_date);
    expect(new Date(`${plan.end_date}T12:00:00Z`).getUTCDay()).toBe(6);
  });
});

describe('event', () => {
  test.each([
    "Plan my dad's 70th birthday party",
    'Organise a family reunion',
    'Celebrate our 10th wedding anniversary party',
    'Baby shower for my sister',
    'Organise the school fête',
    'Organize a conference for 150 people',
    'Goldene Hochzeit meiner Eltern organisieren',
    "Organiser une fête d'anniversaire",
    'Organizar una fiesta de cumpleaños',
    'Organizar uma festa surpresa',
    'Organizzare una festa di compleanno',
    'Een verjaardagsfeest organiseren',
  ])('%s', (title) => expect(playbookOf(title)).toBe('event'));

  test.each([
    'Give a talk at a conference',
    'Run 10 km before my birthday',
    'Plan our wedding',
    'Join a political party',
  ])('not %s', (title) => expect(playbookOf(title)).not.toBe('event'));

  test('counts a head, invites four weeks before, and celebrates on a Saturday', () => {
    const { plan, tasks, at, notes } = planOf(
      "Plan my dad's 70th birthday party",
      '60 people in 10 weeks, budget 3000',
    );
    expect(plan.end_date).toBe('2027-02-06');
    expect(plan.summary).toContain('25 a head');
    expect((tasks[at('Send the invitations to 60 people')]?.date ?? '') <= '2027-01-09').toBe(true);
    expect(tasks[at('Set up the place')]?.date).toBe('2027-02-05');
    expect(tasks.at(-1)?.title).toMatch(/^Welcome your 60 guests/);
    expect(notes).toContain('the Saturday 6 February');
  });

  test('asks for permission and insurance where the public comes', () => {
    const { at, titles } = planOf('Organise the school fête', 'in June, about 300 visitors');
    expect(at('Ask the council for permission')).toBeGreaterThan(0);
    expect(titles.join()).toContain('300 people');
    expect(planOf('Baby shower for my sister', 'at our house').titles.join()).not.toContain('council');
  });
});

describe('hobby', () => {
  test.each([
    'Become a beekeeper',
    'Start birdwatching',
    'Get into model trains',
    'Learn astronomy with a telescope',
    'Imker werden',
    'Vögel beobachten lernen',
    'Me lancer dans l’apiculture',
    'Aprender astronomía',
    'Começar a observar aves',
    'Iniziare il birdwatching',
    'Bijen houden',
  ])('%s', (title) => expect(playbookOf(title)).toBe('hobby'));

  test.each([
    'Pass my astronomy exam',
    'Train for a marathon',
    'Write a thesis about bees',
    'Train a machine learning model',
  ])('not %s', (title) => expect(playbookOf(title)).not.toBe('hobby'));

  test('bees come in late spring, after law, course and open hives', () => {
    const { at, tasks, notes } = planOf('Become a beekeeper');
    const colony = tasks[at('Move your first colony in')]?.date ?? '';
    expect(colony >= '2027-05-08').toBe(true);
    for (const first of ['Look up the rules', 'Book the beginners', 'Help the mentor', 'Register the hives'])
      expect(at(first)).toBeLessThan(at('Move your first colony in'));
    expect(notes).toContain('emergency number');
    expect(planOf('Become a beekeeper', 'I am allergic to wasp stings').titles.slice(0, 3).join()).toContain('doctor');
  });

  test('looks at the stars in the evening, and never at the sun', () => {
    const { tasks, notes } = planOf('Learn astronomy with a telescope', 'I have a telescope');
    const nights = tasks.filter(
      ({ title }) => /^(?:Find|Look at the moon|Look at Jupiter)/.test(title) && !title.includes('nearest'),
    );
    expect(nights.length).toBeGreaterThan(6);
    for (const { start_time = '' } of nights) expect(start_time >= '17:00').toBe(true);
    expect(notes).toContain('Never look at the sun');
  });
});

describe('lawn and border', () => {
  test.each([
    ['Get a greener lawn', 'lawn'],
    ['Neuen Rasen anlegen', 'lawn'],
    ['Semer une pelouse', 'lawn'],
    ['Sembrar césped', 'lawn'],
    ['Een gazon aanleggen', 'lawn'],
    ['Plant a perennial border', 'flower-border'],
    ['Ein Staudenbeet anlegen', 'flower-border'],
    ['Créer un massif de fleurs', 'flower-border'],
    ['Een bloemenborder aanleggen', 'flower-border'],
  ])('%s', (title, id) => expect(playbookOf(title)).toBe(id));

  test.each([
    'Train my border collie',
    'Start a lawn mowing business',
    'Einen Teich anlegen',
    'Plan the wedding flowers',
  ])('not %s', (title) => expect(['lawn', 'flower-border', 'investing']).not.toContain(playbookOf(title)));

  test('sows and plants in spring, on ground that was prepared, with amounts by the area', () => {
    const grass = planOf('Sow a new lawn', '100 m2');
    expect(grass.tasks[grass.at('Sow 3 kg')]?.date).toMatch(/^2027-04-1/);
    expect(grass.at('Loosen the ground')).toBeLessThan(grass.at('Sow 3 kg'));
    const bed = planOf('Plant a perennial border', '10 square metres, shady');
    expect(bed.titles.join()).toContain('60 plants in 10 kinds');
    expect(bed.tasks[bed.at('Set out 30 pots')]?.date).toMatch(/^2027-04-1/);
    expect(bed.at('Set out 30 pots')).toBeLessThan(bed.at('Mulch'));
  });
});

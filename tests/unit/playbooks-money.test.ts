import { describe, expect, test } from 'vitest';
import { planGoal } from '../../harness/plans.ts';
import { choosePlaybook } from '../../lib/goals/playbooks/choose.ts';
import { playbooks } from '../../lib/goals/playbooks/index.ts';

const playbookOf = (title: string, description = '') => choosePlaybook(playbooks(), { title, description })?.id;

function planOf(title: string, description = '', more: { dailyMinutes?: number; restDays?: number[] } = {}) {
  const { made } = planGoal({ title, description, ...more });
  if (!('plan' in made)) throw new Error(made.message);
  const tasks = made.plan.weeks.flatMap((week) => week.tasks);
  return { plan: made.plan, tasks, titles: tasks.map((task) => task.title), notes: made.plan.notes.join('\n') };
}

describe('debt', () => {
  test.each([
    'Pay off my credit card',
    'Get out of debt',
    'Schulden abbezahlen',
    'Den Dispo ausgleichen',
    'Rembourser mes dettes',
    'Salir de deudas',
    'Quitar o cartão de crédito',
    'Estinguere il prestito',
    'Mijn studieschuld aflossen',
  ])('%s', (title) => expect(playbookOf(title)).toBe('debt'));

  test.each(['Pay down our technical debt', 'Buy a house', 'Write a paper on student debt', 'Stop feeling guilty'])(
    'not %s',
    (title) => expect(playbookOf(title)).not.toBe('debt'),
  );

  test('counts the interest month by month until nothing is left', () => {
    const { titles, plan } = planOf('Pay off my credit card', '$1,000 at 24% APR, 200 a month');
    const payments = titles.filter((title) => /payment \d+ of/.test(title));
    // 2 % a month: 1,000, 820, 636.40, 449.13, 258.11, 63.27, 0.
    expect(payments.map((title) => /: (\S+) left/.exec(title)?.[1])).toEqual([
      '$820',
      '$636',
      '$449',
      '$258',
      '$63',
      'nothing',
    ]);
    expect(payments.at(-1)).toContain('Pay the last $65 on');
    expect(plan.reachable).toBe(true);
  });

  test('says what is missing by the date, and the month in which it ends', () => {
    const { notes, plan } = planOf('8.000 € Dispo abbezahlen', '400 € im Monat, bis Ende 2027');
    expect(plan.reachable).toBe(false);
    expect(notes).toContain('23 months');
    expect(notes).toContain('October 2028');
    expect(notes).toContain('660 euros a month');
  });

  test('says that a payment below the interest never ends a debt', () => {
    const { notes, titles } = planOf('Pay off $3,000', '22% APR, I can pay 50 a month');
    expect(notes).toContain('$50 a month never ends it');
    expect(titles.some((title) => title.includes('non-profit debt advice'))).toBe(true);
  });

  test('adds up two cards, and puts help first where the debt is from gambling', () => {
    expect(
      planOf('Pay off two cards', '$3,000 on Visa at 22% and $2,000 on Mastercard, 600 a month').plan.summary,
    ).toContain('$600 a month on the credit cards, 10 payments');
    expect(planOf('Clear my gambling debts', 'I owe 6,000').titles[0]).toMatch(/gambling help line/);
  });
});

describe('budget', () => {
  test.each([
    'Make a budget and stick to it',
    'Live within my means',
    'Spend less on food delivery',
    'Weniger Geld ausgeben',
    'Dépenser moins',
    'Gastar menos',
    'Organizar minhas finanças',
    'Spendere meno',
    'Minder uitgeven',
  ])('%s', (title) => expect(playbookOf(title)).toBe('budget'));

  test.each(['Launch a budget airline app', 'Spend more time with my kids', 'Write the marketing budget', 'Save time'])(
    'not %s',
    (title) => expect(playbookOf(title)).not.toBe('budget'),
  );

  test('divides a named income, and lowers a named cost week by week to half', () => {
    const { tasks } = planOf('Make a budget', 'I earn $2,400 a month');
    expect(tasks.find(({ title }) => title.startsWith('Write the budget'))?.description).toContain(
      '$1,200 for needs, $720 for wants, $480 for reserve',
    );
    const { plan } = planOf('Spend less on food delivery', 'about $400 a month now');
    const limits = plan.weeks
      .flatMap(({ milestone }) => /^At most \$(\d+)/.exec(milestone.title)?.[1] ?? [])
      .map(Number);
    expect(limits).toEqual([...limits].sort((a, b) => b - a));
    expect(limits.length).toBeGreaterThan(3);
    expect(plan.weeks.at(-1)?.milestone.success_criterion).toContain('$200 a month instead of $400');
  });
});

describe('saving', () => {
  test('says what a named monthly sum leaves missing, and the ways to it', () => {
    const { notes, plan, titles } = planOf('15.000 € sparen', 'für ein Auto, in zwei Jahren, 500 € im Monat sind drin');
    expect(plan.reachable).toBe(false);
    expect(notes).toContain('500 euros a month are 12,000 euros in 24 months: 3,000 euros are missing');
    expect(notes).toContain('625 euros a month');
    expect(titles.some((title) => title.includes('price of three cars'))).toBe(true);
  });

  test('moves the money on paydays, and the transfers add up', () => {
    const { titles, plan } = planOf('Emergency fund of $2,000 by May', 'I get paid every two weeks');
    const sums = titles.flatMap(
      (title) => /^Check that \$(\d+) moved over: \$([\d,]+) of/.exec(title)?.slice(1, 3) ?? [],
    );
    expect(sums.length).toBeGreaterThan(8);
    expect(plan.summary).toContain('every two weeks');
    const { titles: monthly } = planOf('Save $1,000 by 26 February', 'I have 100 already');
    expect(monthly.filter((title) => title.startsWith('Check that')).at(-1)).toMatch(
      /\$300 moved over: \$1,000 of \$1,000/,
    );
    expect(monthly.findIndex((title) => title.startsWith('Set up a transfer of $300'))).toBeLessThan(5);
  });

  test('takes thousands without a currency, and what is there already', () => {
    expect(planOf('Save for a house deposit', 'we have 18k, need 45k in three years').plan.summary).toContain(
      '45,000 by November 2029, of which you have 18,000',
    );
  });

  test.each([
    'Put together an investment plan for retirement',
    'Save time in the morning',
    'Save the bees',
    'Save my marriage',
  ])('not %s', (title) => expect(playbookOf(title)).not.toBe('saving'));
});

describe('trip', () => {
  test.each([
    'Weekend in Rome in three weeks',
    'Plan our trip to Japan',
    'Urlaub in Schweden planen',
    'Organiser un voyage au Maroc',
    'Planear un viaje a Perú',
    'Planejar a viagem para Lisboa',
    'Organizzare un viaggio in Grecia',
    'Reis naar Noorwegen plannen',
  ])('%s', (title) => expect(playbookOf(title)).toBe('trip'));

  test.each([
    'Learn Spanish for my trip to Mexico',
    'Save for a holiday',
    'Get a visa for the USA',
    'Get over my fear of flying',
  ])('not %s', (title) => expect(playbookOf(title)).not.toBe('trip'));

  test('goes from papers to bookings to the door, the last things in the last days', () => {
    const { titles, tasks, plan } = planOf('Weekend in Rome in three weeks');
    const at = (start: string) => titles.findIndex((title) => title.startsWith(start));
    expect(at('Check every passport')).toBeLessThan(at('Compare three ways to Rome and book'));
    expect(at('Compare three ways')).toBeLessThan(at('Check in'));
    expect(tasks.at(-1)?.title).toContain('leave for Rome');
    expect(tasks.at(-1)?.date).toBe(plan.end_date);
  });

  test('counts what a trip still costs a month, and says what does not fit', () => {
    expect(planOf('Two weeks in Japan in October', 'budget $5,000, I have 1,200 saved').notes).toContain(
      '$3,800 are missing',
    );
    const { notes, plan } = planOf(
      'Trip to Peru in September',
      'budget $4,000, I have 1,000 saved and can save 200 a month',
    );
    expect(plan.reachable).toBe(false);
    expect(notes).toContain('short of $4,000');
  });
});

describe('moving', () => {
  test.each([
    'Move house on 30 January',
    'Moving to another city',
    'Move to Berlin for a new job on March 1',
    'Umzug nach Hamburg',
    'Déménager à Lyon',
    'Mudanza a otro piso',
    'Mudar de casa',
    'Organizzare il trasloco',
    'Verhuizen naar Utrecht',
  ])('%s', (title) => expect(playbookOf(title)).toBe('moving'));

  test.each(['Move more every day', 'Sign the petition', 'Mich mehr bewegen', 'Move on after my breakup'])(
    'not %s',
    (title) => expect(playbookOf(title)).not.toBe('moving'),
  );

  test('every box is packed before the day, and the day itself is the last', () => {
    const { titles, tasks, plan } = planOf('Move house on 30 January', 'two rooms, with friends and a van');
    const boxes = titles.flatMap((title) => /: (\d+) boxes, (\d+) of 30$/.exec(title)?.slice(1, 3).map(Number) ?? []);
    expect(boxes.filter((_, index) => index % 2 === 0).reduce((sum, each) => sum + each, 0)).toBe(30);
    expect(tasks.at(-1)?.title).toMatch(/^Move: large pieces first/);
    expect(tasks.at(-1)?.date).toBe(plan.end_date);
    expect(titles.findIndex((title) => title.startsWith('Get 30 boxes'))).toBeLessThan(
      titles.findIndex((title) => title.startsWith('Pack ')),
    );
  });
});

describe('house-purchase', () => {
  test.each([
    'Buy our first house',
    'Buy a flat in the next 9 months',
    'Eigentumswohnung kaufen',
    'Acheter une maison',
    'Comprar una casa',
    'Comprar um apartamento',
    'Comprare casa',
    'Een huis kopen',
  ])('%s', (title) => expect(playbookOf(title)).toBe('house-purchase'));

  test.each(['Buy a house plant', 'Pay off the mortgage', 'Renovate the house', 'Sell our house'])('not %s', (title) =>
    expect(playbookOf(title)).not.toBe('house-purchase'),
  );

  test('counts deposit and costs, and puts the pre-approval before viewings and the inspection before the contract', () => {
    const { notes, titles, plan } = planOf('Buy our first house in 26 weeks', 'around $300,000, we have $75,000 saved');
    expect(notes).toContain('20 % deposit ($60,000) and 5 % buying costs ($15,000)');
    const at = (start: string) => titles.findIndex((title) => title.startsWith(start));
    expect(at('Apply for the written pre-approval')).toBeLessThan(at('View home number'));
    expect(at('Have the home inspected')).toBeLessThan(at('Read the contract'));
    expect(titles.at(-1)).toMatch(/^Sign, pay/);
    expect(plan.reachable).toBe(true);
    const short = planOf(
      'Buy a house for $300,000 in 12 months',
      'we have $30,000 saved and can put aside 1,000 a month',
    );
    expect(short.plan.reachable).toBe(false);
    expect(short.notes).toContain('$75,000 are needed');
  });
});

describe('pet', () => {
  test.each([
    'House-train our puppy',
    'Train my dog to walk on a leash',
    'Adopt a cat',
    'Welpe stubenrein bekommen',
    'Adopter un chien',
    'Educar a mi perro',
    'Adotar um gato',
    'Educare il cane al guinzaglio',
    'Onze hond trainen',
  ])('%s', (title) => expect(playbookOf(title)).toBe('pet'));

  test.each([
    'Sign a petition',
    'Volunteer at the animal shelter',
    'Cope with the death of my dog',
    'Potty train my toddler',
  ])('not %s', (title) => expect(playbookOf(title)).not.toBe('pet'));

  test('trains kindly, in short sessions, and sends what bites to those who know', () => {
    const { tasks, titles } = planOf('Train my dog to walk on a leash', 'he pulls like mad, 4 years old');
    const lessons = tasks.filter(({ title }) => title.startsWith('Practise with the lead'));
    expect(lessons.length).toBeGreaterThan(10);
    expect(Math.max(...lessons.map(({ duration_minutes }) => duration_minutes))).toBeLessThanOrEqual(15);
    expect(titles.findIndex((title) => title.startsWith('Go to the vet'))).toBeLessThan(6);
    const growls = planOf('Dog training', 'my dog growls at visitors');
    expect(growls.notes).toContain('behaviourist first');
    expect(growls.titles.slice(0, 4).join()).toContain('reward-based behaviourist');
  });
});

describe('declutter', () => {
  test('clears each zone once, boxes and ways out first, and ends at the parked car', () => {
    const { titles, plan } = planOf('Declutter the garage', 'want to park a car in it by May');
    const zones = titles.filter((title) => title.startsWith('Clear '));
    expect(zones.length).toBe(12);
    expect(new Set(zones).size).toBe(12);
    expect(titles.findIndex((title) => title.startsWith('Set up four boxes'))).toBeLessThan(
      titles.indexOf(zones[0] ?? ''),
    );
    expect(titles.some((title) => title.startsWith('Park the car'))).toBe(true);
    expect(plan.later.at(-1)?.success_criterion ?? plan.weeks.at(-1)?.milestone.success_criterion).toContain(
      'car stands inside',
    );
  });
});

describe('deck', () => {
  test.each([
    'Build a deck in the backyard',
    'Holzterrasse bauen',
    'Construire une terrasse en bois',
    'Houten terras maken',
  ])('%s', (title) => expect(playbookOf(title)).toBe('deck'));

  test.each(['Write the pitch deck', 'Build a garden shed'])('not %s', (title) =>
    expect(playbookOf(title)).not.toBe('deck'),
  );

  test('asks for the rules first, marks cables before digging, and names no other building', () => {
    const { titles, notes } = planOf('Build a deck in the backyard', '12x16 feet, never built one, before July');
    const at = (start: string) => titles.findIndex((title) => title.startsWith(start));
    expect(at('Ask the building office')).toBeLessThan(4);
    expect(at('Have pipes and cables marked')).toBeLessThan(at('Dig the holes'));
    expect(at('Pour the footings')).toBeLessThan(at('Fix the ledger'));
    expect(titles.join()).not.toMatch(/\b(?:shed|roof)\b|walls and frame/);
    expect(notes).toContain('local code');
    expect(planOf('Build a garden shed in 10 weeks').titles.join()).toContain('the shed');
  });
});

describe('a long journey', () => {
  const { plan, titles, notes } = planOf('Solo month-long trip to Peru', 'leaving on 3 October 2027, $4000');

  test('lasts a month and does not end the plan, which ends on the day of leaving', () => {
    expect(plan.end_date).toBe('2027-10-03');
    expect(plan.later.at(-1)?.success_criterion).toMatch(/leave for Peru for 30 nights/);
    expect(titles.some((title) => /day plan for/.test(title))).toBe(false);
  });

  test('says what is left a day', () => expect(notes).toMatch(/30 nights leave about \$73 a day/));

  test('ends on the day that the description names, not after the length of the title', () => {
    expect(planOf('Two weeks in Italy with the kids', 'in July, 3000 euros').plan.end_date).toMatch(/^2027-07/);
    expect(planOf('Ein Monat durch Japan', 'Abflug am 4. Oktober, 4000 Euro').plan.end_date).toMatch(/^2027-10/);
  });
});

describe('building where one lives', () => {
  test('a bathroom in use: the toilet in the evenings, where to wash, the money split, and no lines of other sites', () => {
    const { titles } = planOf('Renovate the bathroom', 'budget 8000, we live in it meanwhile');
    const at = (words: RegExp) => titles.findIndex((title) => words.test(title));
    expect(at(/toilet works again each evening/)).toBeGreaterThan(0);
    expect(at(/where everybody washes/)).toBeLessThan(at(/^Strip out/));
    expect(titles).toContainEqual(expect.stringMatching(/^Split 8,000: 3,200 for labour/));
    expect(at(/ground|fence|neighbours and the landlord/)).toBe(-1);
  });

  test('a room that is only painted is painted: ceiling first, two coats, in two weekends', () => {
    const { titles, plan } = planOf('repaint the living room', 'in 2 weekends');
    const at = (words: RegExp) => titles.findIndex((title) => words.test(title));
    expect(plan.weeks).toHaveLength(2);
    expect(at(/tape the walls/)).toBeLessThan(at(/Paint the ceiling/));
    expect(at(/Paint the ceiling/)).toBeLessThan(at(/second coat/));
  });
});

describe('saving for something that is named', () => {
  test('a deposit asks what homes cost, which help there is, what a bank would lend, and two people agree', () => {
    const { titles, plan } = planOf('Save for a house deposit', 'we have 18k, need 45k in three years');
    for (const words of [/ten homes/, /first-buyer help/, /both credit files/, /mortgage adviser/, /who pays what/]) {
      expect(titles).toContainEqual(expect.stringMatching(words));
    }
    expect(plan.summary).toMatch(/36 transfers of 750/);
  });

  test('holidays in August are paid by the first of August, in parts a small wage can carry', () => {
    const { plan, titles } = planOf('Ahorrar 2.000 € para las vacaciones de agosto', 'cobro 1.400 al mes');
    expect(plan.end_date).toMatch(/^2027-0(?:7-31|8-01)$/);
    expect(plan.summary).toMatch(/8 transfers of 250 euros/);
    expect(titles).toContainEqual(expect.stringMatching(/^Check that 250 euros a month is left/));
    expect(titles.some((title) => /newsletter/.test(title))).toBe(false);
  });
});

test('what a standing order pays is checked, not paid twice, and every week says the balance', () => {
  const { titles, plan } = planOf(
    'Pay off $12,000 in credit card debt',
    'two cards, 24% and 19%, I can pay $700 a month',
  );
  expect(titles.some((title) => /^Pay \$700/.test(title))).toBe(false);
  expect(titles).toContainEqual(expect.stringMatching(/^Check that \$700 went to the credit cards: \$11,540 left/));
  expect(plan.weeks.slice(3).every(({ milestone }) => /\$/.test(milestone.title))).toBe(true);
});

test("a parent's home is cleared one half day at a time until the move", () => {
  const { plan } = planOf("Declutter my mother's house", 'she is moving to a smaller place in May');
  const last = plan.weeks.findLast(({ tasks }) => tasks.some(({ title }) => /^Clear (?!one surface)/.test(title)));
  expect(last?.starts_on.slice(0, 7)).toMatch(/2027-0[45]/);
});

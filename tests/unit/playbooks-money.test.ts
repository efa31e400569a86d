import { describe, expect, test } from 'vitest';
import { planGoal } from '../../bench/plans.ts';
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
    const payments = titles.filter((title) => title.startsWith('Pay $'));
    // 2 % a month: 1,000, 820, 636.40, 449.13, 258.11, 63.27, 0.
    expect(payments.map((title) => /: (\S+) left/.exec(title)?.[1])).toEqual([
      '$820',
      '$636',
      '$449',
      '$258',
      '$63',
      'nothing',
    ]);
    expect(payments.at(-1)).toContain('Pay $65 ');
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
    expect(monthly.findIndex((title) => title.startsWith('Set up a transfer of $300'))).toBeLessThan(3);
  });

  test.each(['Save time in the morning', 'Save the bees', 'Save my marriage'])('not %s', (title) =>
    expect(playbookOf(title)).not.toBe('saving'),
  );
});

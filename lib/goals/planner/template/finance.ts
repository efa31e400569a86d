import type { Category } from './category.ts';

export const finance: Category = {
  name: 'finance',
  keywords: {
    save: 4,
    saving: 4,
    savings: 5,
    money: 4,
    budget: 5,
    debt: 5,
    loan: 4,
    invest: 5,
    investment: 5,
    fund: 3,
    finance: 5,
    financial: 5,
    spend: 3,
    spending: 4,
    credit: 4,
    mortgage: 4,
    tax: 4,
    taxes: 4,
    pay: 2,
    retire: 4,
    retirement: 4,
    emergency: 2,
    income: 3,
    dollar: 3,
    dollars: 3,
    euro: 3,
    euros: 3,
    $: 4,
    '€': 4,
    '£': 4,
    bills: 4,
    expenses: 4,
  },
  sessionsPerWeek: 3,
  sessionMinutes: 30,
  approach:
    'It first shows where the money goes, then changes the few things that matter most, then makes the rest run by itself.',
  phases: [
    {
      share: 3,
      activities: [
        [
          'Record what you spent since last time',
          'Amount and one word each. No judgement: this only makes things visible.',
        ],
        [
          'List every account, debt and subscription',
          'Balance, interest and monthly cost in one table. Estimates are fine at first.',
          'once',
        ],
        ['Sort last month into ten groups', 'Housing, food, transport and so on. Mark the three largest.'],
        [
          'Set the monthly amount for your goal: {subject}',
          'Divide what is missing by the months that are left, and write the number where you see it.',
          'once',
        ],
      ],
      steps: [
        ['The whole picture on one page', '1 table with all accounts, debts and subscriptions', 'once'],
        ['You know where it goes', '7 days of spending recorded'],
        ['A number to aim for', '1 monthly amount set, and {tasks} tasks done', 'once'],
      ],
    },
    {
      share: 4,
      activities: [
        [
          "Move this week's amount to its own account",
          'Do it before other spending. A small amount that always happens is better than a large one that sometimes does.',
        ],
        [
          'Cancel or renegotiate one contract',
          'Start with the one you would miss least. Note what it saves in a year.',
        ],
        ['Plan meals and shopping for the week', 'A list made when you are not hungry is the cheapest tool there is.'],
        ['Compare the price of one regular cost', 'Insurance, phone, power: three offers are enough to know.'],
        ['Sell or give back one thing you do not use', 'A photo, a fair price, and one place to offer it.'],
      ],
      steps: [
        ['The first money set aside', '1 transfer made to a separate account', 'once'],
        ['One cost less', '1 contract cancelled or made cheaper, its yearly saving noted'],
        ['A week inside the budget', '7 days recorded, all 3 largest groups within their limits'],
        ['A steady week', '{tasks} tasks and {minutes} minutes done'],
      ],
    },
    {
      share: 3,
      activities: [
        [
          'Check your numbers against the plan',
          'Set aside, spent, still to go. Adjust the amount if life has changed.',
        ],
        [
          'Automate one payment or transfer',
          'On the day after your income arrives, so that nothing has to be remembered.',
          'once',
        ],
        [
          'Read about one financial term you were unsure of',
          'Interest, index fund, deductible: write what it means for you in three lines.',
        ],
        [
          'Prepare for one irregular cost of the coming months',
          'Holidays, repairs, gifts: estimate it and divide it by the weeks until then.',
        ],
      ],
      steps: [
        ['It runs by itself', '1 automatic transfer set up', 'once'],
        ['No surprises', '2 irregular costs estimated and included'],
        ['On course', '1 comparison of plan and reality, less than 10 % apart or adjusted'],
      ],
    },
    {
      share: 2,
      activities: [
        ['Compare where you are with where you started', "The same table as in the first week, with today's numbers."],
        ['Decide what happens after the goal', 'Keep the transfer, raise it, or point it at something else.', 'once'],
        ['Tidy your papers and passwords', 'One folder, one list, one person who knows where it is.'],
      ],
      steps: [
        ['The last stretch', '1 table of the first week filled in again'],
        ['A system that stays', '1 decision written down for the time after'],
      ],
    },
  ],
  beforeEvent: [
    [
      'Check that the money is where it is needed',
      'Account, limits, due dates: look once, so that the day itself is easy.',
    ],
    ['List the remaining costs and who pays them', 'With amounts and dates; mark the one that could surprise you.'],
  ],
  proof: '1 final table that shows the amount reached against the amount in week 1',
};

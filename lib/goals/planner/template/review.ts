import type { Activity } from './category.ts';

/** How a week ends, in turn. */
export const REVIEWS: readonly Activity[] = [
  ['Review the week in three lines', 'What went well, what was hard, and one thing to change next week.'],
  ['Look back and mark what helped most', 'Strike out what was not worth the time, and keep what was.'],
  [
    'Check the milestone and plan the next sessions',
    'Is the measure reached? If not, which small step is missing? Put the next sessions where they are likeliest to happen.',
  ],
];

/** How the plan ends. */
export const LAST_REVIEW: Activity = [
  'Look back on the whole plan and celebrate',
  'Compare the first week with today, write down what you are proud of, and do something nice.',
];

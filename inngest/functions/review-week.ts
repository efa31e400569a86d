import { reviewGoal } from '../../lib/goals/review.ts';
import { inngest, reviewDue } from '../client.ts';
import { retries, timeouts } from '../errors.ts';

/**
 * Looks back on a week of a goal that is over: praise in a line, or a proposal of a lighter, moved or longer plan.
 *
 * Trigger: goal/review.due, owed by the sweep once for each goal and week; two at once per person.
 * Effects: the week's open tasks are missed; a line in the plan, or a proposal, and a notice where it can be pushed; the plan
 * goes on where later phases come into sight. Safe to run twice.
 */
export const reviewWeek = inngest.createFunction(
  {
    id: 'review-week',
    triggers: [reviewDue],
    concurrency: { key: 'event.data.user_id', limit: 2 },
    timeouts,
    retries,
  },
  ({ event, step }) => step.run('look-back', () => reviewGoal({ goalId: event.data.goal_id, week: event.data.week })),
);

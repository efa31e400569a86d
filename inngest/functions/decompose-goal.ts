import { proposePlan, settlePlan } from '../../lib/goals/planning.ts';
import { inngest, planRequested } from '../client.ts';
import { lastAttempt, toInngestError } from '../errors.ts';

/** How often a model may correct a plan that breaks rules. */
const correctionsMax = 2;

/**
 * Turns a goal into a verified plan with dated tasks.
 *
 * Trigger: goal/plan.requested, one at a time per person (plans share the day's minutes).
 * Effects: the goal's plan and its pending tasks, in one transaction, or a failure in plain words; safe to run twice.
 */
export const decomposeGoal = inngest.createFunction(
  {
    id: 'decompose-goal',
    triggers: [planRequested],
    concurrency: { key: 'event.data.user_id', limit: 1 },
    timeouts: { finish: '15m' },
    retries: 3,
  },
  async ({ event, step, runId, attempt, maxAttempts }) => {
    const { goal_id, request_id, instructions } = event.data;
    const request = { goalId: goal_id, requestId: request_id, ...(instructions ? { instructions } : {}) };
    const propose = async (last: Awaited<ReturnType<typeof proposePlan>>) => {
      try {
        return await proposePlan(request, runId, last, lastAttempt(attempt, maxAttempts));
      } catch (error) {
        throw toInngestError(error);
      }
    };

    let proposal = await step.run('draft-plan', () => propose(null));
    for (let n = 1; n <= correctionsMax && proposal?.problems.length; n += 1) {
      const last = proposal;
      proposal = await step.run(`correct-plan-${n}`, () => propose(last));
    }
    return step.run('save-plan', () => settlePlan(request, runId, proposal));
  },
);

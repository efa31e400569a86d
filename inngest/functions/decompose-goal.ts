import { commitPlan, proposePlan } from '../../lib/goals/planning.ts';
import { type Proposal, proposeUntilSound } from '../../lib/goals/proposal.ts';
import { inngest, planRequested } from '../client.ts';
import { lastAttempt, retries, timeouts, toInngestError } from '../errors.ts';

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
    timeouts,
    retries,
  },
  async ({ event, step, runId, attempt }) => {
    const request = { goalId: event.data.goal_id, requestId: event.data.request_id };
    const ask = async (last: Proposal | null) => {
      // A correction is tried once: the draft that it corrects can be repaired.
      const lastTry = last !== null || lastAttempt(attempt);
      try {
        return await proposePlan(request, runId, last, lastTry);
      } catch (error) {
        throw toInngestError(error);
      }
    };
    const proposal = await proposeUntilSound((name, last) => step.run(name, () => ask(last)));
    return step.run('save-plan', () => commitPlan(request, runId, proposal));
  },
);

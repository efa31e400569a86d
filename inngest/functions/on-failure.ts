import { z } from 'zod';
import { eventSchemas } from '../../lib/events.ts';
import { failPlanning } from '../../lib/goals/planning-store.ts';
import { log } from '../../lib/log.ts';
import { inngest } from '../client.ts';
import { endMessage } from '../end-message.ts';

/** Data of both Inngest events: the run that ended, and the event that had started it. */
const Ended = z.object({
  run_id: z.string(),
  function_id: z.string(),
  event: z.object({ name: z.string(), data: z.record(z.string(), z.unknown()) }),
  error: z.object({ message: z.string().optional() }).optional(),
});

/**
 * Ends what a failed or timed-out run leaves behind, in words that a person understands.
 *
 * Trigger: inngest/function.failed, and inngest/function.cancelled, which is what a function's `timeouts` fire.
 * Effects: the goal or message that the run worked on is failed, unless it has ended by itself; safe to run twice.
 */
export const onFailure = inngest.createFunction(
  {
    id: 'on-failure',
    triggers: [{ event: 'inngest/function.failed' }, { event: 'inngest/function.cancelled' }],
    retries: 5,
  },
  async ({ event, step }) => {
    const ended = Ended.safeParse(event.data);
    if (!ended.success) return { outcome: 'not one of ours' };
    const { data } = ended.data.event;
    const timedOut = event.name === 'inngest/function.cancelled';
    return step.run('end', async () => {
      log.error(
        {
          run_id: ended.data.run_id,
          function_id: ended.data.function_id,
          reason: ended.data.error?.message,
          timed_out: timedOut,
        },
        'run failed',
      );
      const planned = eventSchemas['goal/plan.requested'].safeParse(data);
      if (planned.success) {
        const failed = await failPlanning(
          planned.data.goal_id,
          planned.data.request_id,
          timedOut
            ? 'Planning took too long and was stopped. Please ask for the plan again.'
            : 'Planning failed on our side. Please ask for the plan again; if it keeps failing, contact support.',
        );
        return { outcome: failed ? 'goal failed' : 'nothing to end' };
      }
      // Both chat events have this shape.
      const chatted = eventSchemas['chat/message.received'].safeParse(data);
      if (!chatted.success) return { outcome: 'nothing to end' };
      await endMessage(
        { messageId: chatted.data.message_id, runId: ended.data.run_id },
        {
          status: 'failed',
          response: timedOut
            ? 'This took too long and was stopped. Please try again, perhaps with a smaller request.'
            : 'Something went wrong on our side while I worked on this. Please try again.',
        },
      );
      return { outcome: 'message ended' };
    });
  },
);

import { type Route, routeMessage } from '../../lib/chat/route.ts';
import { claimMessage, finishMessage, owedEvents, requestExecution } from '../../lib/chat/work.ts';
import { ModelError } from '../../lib/llm/errors.ts';
import { inngest, intentDeferred, messageReceived } from '../client.ts';
import { lastAttempt, retries, toInngestError } from '../errors.ts';
import { sendOwed } from '../outbox.ts';

/**
 * Decides what a chat message needs, by the intent registry: carries it out, answers, or has code run.
 *
 * Trigger: chat/message.received, and voice/intent.deferred for a message that voice handed over; four at once per person
 * (messages of one conversation are put in order in SQL).
 * Effects: the message is handed to execute-chat, or ends with its answer; safe to run twice.
 */
export const routeIntent = inngest.createFunction(
  {
    id: 'route-intent',
    triggers: [messageReceived, intentDeferred],
    concurrency: { key: 'event.data.user_id', limit: 4 },
    timeouts: { finish: '5m' },
    retries,
  },
  async ({ event, step, runId, attempt }) => {
    const work = { messageId: event.data.message_id, runId };
    return step.run('route', async () => {
      const message = await claimMessage(work, 'routing');
      if (!message) {
        await sendOwed(await owedEvents(work));
        return { outcome: 'nothing to do' };
      }
      let route: Route;
      try {
        route = await routeMessage(work, message);
      } catch (error) {
        if (!(error instanceof ModelError)) throw error;
        if (error.retryable && !lastAttempt(attempt)) throw toInngestError(error);
        await sendOwed(
          await finishMessage(work, { status: 'failed', response: `I could not answer: ${error.message}` }),
        );
        return { outcome: 'failed' };
      }
      if (route.kind === 'execute') {
        await sendOwed(await requestExecution(work));
        return { outcome: 'execution requested' };
      }
      // What finishing owes includes what the intents owe.
      await sendOwed(await finishMessage(work, { status: 'done', response: route.text }));
      return { outcome: 'answered' };
    });
  },
);

import { chooseRoute } from '../../lib/chat/route.ts';
import { claimMessage, finishMessage, requestExecution } from '../../lib/chat/work.ts';
import { ModelError } from '../../lib/llm/errors.ts';
import { inngest, messageReceived } from '../client.ts';
import { lastAttempt, toInngestError } from '../errors.ts';
import { sendOwed } from '../outbox.ts';

/**
 * Decides what a chat message needs: code to be run, or just an answer.
 *
 * Trigger: chat/message.received, four at once per person (messages of one conversation are put in order in SQL).
 * Effects: the message is handed to execute-chat, or ends with its answer; safe to run twice.
 */
export const routeIntent = inngest.createFunction(
  {
    id: 'route-intent',
    triggers: [messageReceived],
    concurrency: { key: 'event.data.user_id', limit: 4 },
    timeouts: { finish: '5m' },
    retries: 3,
  },
  async ({ event, step, runId, attempt, maxAttempts }) => {
    const work = { messageId: event.data.message_id, runId };
    return step.run('route', async () => {
      const message = await claimMessage(work, 'routing');
      if (!message) return { outcome: 'nothing to do' };
      try {
        const route = await chooseRoute(message);
        if (route.kind === 'execute') {
          await sendOwed(await requestExecution(work));
          return { outcome: 'execution requested' };
        }
        await sendOwed(await finishMessage(work, { status: 'done', response: route.text }));
        return { outcome: 'answered' };
      } catch (error) {
        if (!(error instanceof ModelError) || (error.retryable && !lastAttempt(attempt, maxAttempts))) {
          throw toInngestError(error);
        }
        await sendOwed(
          await finishMessage(work, { status: 'failed', response: `I could not answer: ${error.message}` }),
        );
        return { outcome: 'failed' };
      }
    });
  },
);

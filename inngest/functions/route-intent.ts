import { type ChosenIntents, carryOut, type Route, routeMessage } from '../../lib/chat/route.ts';
import { claimMessage, finishMessage, owedEvents, requestExecution, type Work } from '../../lib/chat/work.ts';
import { ModelError } from '../../lib/llm/errors.ts';
import { inngest, intentDeferred, messageReceived } from '../client.ts';
import { lastAttempt, retries, toInngestError } from '../errors.ts';
import { sendOwed } from '../outbox.ts';

/**
 * Decides what a chat message needs, by the intent registry: carries it out, answers, or has code run.
 *
 * Trigger: chat/message.received, and voice/intent.deferred for a message that an intent made; four at once per person
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
    const lastTry = lastAttempt(attempt);
    const routed = await step.run('route', () => routeOnce(work, lastTry));
    if (!('intents' in routed)) return routed;
    return step.run('carry-out', async () => {
      const said = await carryOut(work, routed.intents);
      // What finishing owes includes what the intents owe.
      await sendOwed(
        await (said === null ? owedEvents(work) : finishMessage(work, { status: 'done', response: said })),
      );
      return { outcome: said === null ? 'nothing to do' : 'answered' };
    });
  },
);

/** Decides, and ends what is decided with that. What has effects of its own is left to a step of its own. */
async function routeOnce(work: Work, lastTry: boolean): Promise<{ outcome: string } | { intents: ChosenIntents }> {
  const message = await claimMessage(work, 'routing');
  let route: Route | null;
  try {
    route = message && (await routeMessage(work, message));
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    if (error.retryable && !lastTry) throw toInngestError(error);
    await sendOwed(await finishMessage(work, { status: 'failed', response: `I could not answer: ${error.message}` }));
    return { outcome: 'failed' };
  }
  if (!route) {
    await sendOwed(await owedEvents(work));
    return { outcome: 'nothing to do' };
  }
  if (route.kind === 'intents') return { intents: route.intents };
  if (route.kind === 'execute') {
    await sendOwed(await requestExecution(work));
    return { outcome: 'execution requested' };
  }
  await sendOwed(await finishMessage(work, { status: 'done', response: route.text }));
  return { outcome: 'answered' };
}

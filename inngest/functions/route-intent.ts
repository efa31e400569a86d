import { runAgent } from '../agent.ts';
import { inngest, intentDeferred, messageReceived } from '../client.ts';
import { retries, timeouts } from '../errors.ts';

/**
 * Answers a chat message: thinks, calls tools, thinks again. The first program that is needed hands the message over.
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
    timeouts,
    retries,
  },
  async ({ event, step, runId, attempt }) =>
    runAgent(step, { messageId: event.data.message_id, runId, executes: false }, attempt),
);

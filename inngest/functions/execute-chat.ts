import { runAgent } from '../agent.ts';
import { executionRequested, inngest } from '../client.ts';
import { retries, timeouts } from '../errors.ts';

/**
 * Runs the programs that a chat message needs in the conversation's sandbox, gives what came out to the model, and goes on
 * to the answer.
 *
 * Trigger: chat/execution.requested, four at once per person (messages of one conversation are put in order in SQL).
 * Effects: the message ends with its answer and execution, or as failed in plain words; safe to run twice.
 */
export const executeChat = inngest.createFunction(
  {
    id: 'execute-chat',
    triggers: [executionRequested],
    concurrency: { key: 'event.data.user_id', limit: 4 },
    timeouts,
    retries,
  },
  async ({ event, step, runId, attempt }) =>
    runAgent(step, { messageId: event.data.message_id, runId, executes: true }, attempt),
);

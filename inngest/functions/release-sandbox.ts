import { killSandbox } from '../../lib/sandbox/sandboxes.ts';
import { inngest, sandboxReleased } from '../client.ts';
import { toInngestError } from '../errors.ts';

/**
 * Ends a sandbox that nobody needs any more.
 *
 * Trigger: chat/sandbox.released, when a conversation is deleted or what runs in its sandbox was cancelled.
 * Effects: the sandbox is gone; safe to run twice.
 */
export const releaseSandbox = inngest.createFunction(
  { id: 'release-sandbox', triggers: [sandboxReleased], concurrency: { limit: 5 }, retries: 5 },
  async ({ event, step }) =>
    step.run('kill', async () => {
      try {
        await killSandbox(event.data.sandbox_id);
      } catch (error) {
        throw toInngestError(error);
      }
    }),
);

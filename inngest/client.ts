import { eventType, Inngest } from 'inngest';
import { eventSchemas } from '../lib/events.ts';
import { log } from '../lib/log.ts';

/** Five attempts of the SDK's, to send events or to report a step, end before the outbox lease (20 s) does. */
const sendTimeoutMs = 3_000;

/** The client that sends events and serves functions. Which Inngest it talks to is the environment's INNGEST_* alone. */
export const inngest = new Inngest({
  id: 'flux-backend',
  logger: log,
  fetch: (input, init) =>
    fetch(input, {
      ...init,
      signal: AbortSignal.any([AbortSignal.timeout(sendTimeoutMs), ...(init?.signal ? [init.signal] : [])]),
    }),
  // Consecutive steps begin in one request for this long, and each is reported as it ends. A step takes up to 240 s, two calls
  // of a model, and maxDuration in vercel.json is 300 s. Netlify, which sets SITE_ID, ends a request after 60 s: there each
  // takes one step.
  checkpointing: process.env.SITE_ID ? false : { maxRuntime: '40s' },
});

export const planRequested = eventType('goal/plan.requested', { schema: eventSchemas['goal/plan.requested'] });
export const reviewDue = eventType('goal/review.due', { schema: eventSchemas['goal/review.due'] });
export const messageReceived = eventType('chat/message.received', { schema: eventSchemas['chat/message.received'] });
export const intentDeferred = eventType('voice/intent.deferred', { schema: eventSchemas['voice/intent.deferred'] });
export const executionRequested = eventType('chat/execution.requested', {
  schema: eventSchemas['chat/execution.requested'],
});
export const sandboxReleased = eventType('chat/sandbox.released', { schema: eventSchemas['chat/sandbox.released'] });
export const remindersDue = eventType('notification/reminders.due', {
  schema: eventSchemas['notification/reminders.due'],
});

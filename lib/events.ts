import { z } from 'zod';

/**
 * Every event, by name (`domain/noun.verb`). Data are ids only: functions read the rest, and who owns it, from the row.
 * `user_id` is there for concurrency keys and is never trusted.
 */
export const eventSchemas = {
  'goal/plan.requested': z.object({ goal_id: z.uuid(), user_id: z.uuid(), request_id: z.uuid() }),
  'goal/review.due': z.object({ goal_id: z.uuid(), user_id: z.uuid(), week: z.int() }),
  'chat/message.received': z.object({ message_id: z.uuid(), user_id: z.uuid() }),
  'voice/intent.deferred': z.object({ message_id: z.uuid(), user_id: z.uuid() }),
  'chat/execution.requested': z.object({ message_id: z.uuid(), user_id: z.uuid() }),
  'chat/sandbox.released': z.object({ sandbox_id: z.string() }),
  'notification/reminders.due': z.object({ remind_at: z.iso.datetime() }),
};

/** An event that was committed to the outbox and must be sent; its id is the outbox row's. */
export const OutboxEvent = z.object({
  id: z.uuid(),
  name: z.string(),
  data: z.record(z.string(), z.unknown()),
});
export type OutboxEvent = z.infer<typeof OutboxEvent>;

import { z } from 'zod';
import { asService } from '../db/client.ts';
import { OutboxEvent } from '../events.ts';
import { Execution, type WorkStatus } from './schema.ts';

/** Who works on which message: every write is refused once the message has ended or another run has taken it over. */
export type Work = { messageId: string; runId: string };

const Program = z.object({ index: z.int(), code: z.string(), finished: z.boolean() });

const Claimed = z
  .object({
    user_id: z.guid(),
    timezone: z.string(),
    content: z.string(),
    conversation_id: z.guid(),
    deferred: z.boolean(),
    program: Program.nullable(),
    execution: Execution.nullable(),
    attempt: z.int(),
    spent_usd: z.number(),
    history: z.array(z.object({ content: z.string(), response: z.string().nullable() })),
  })
  .nullable();
/**
 * A message and everything about it that the work needs, the last ten turns included. `attempt` counts the answers that were
 * begun, `deferred` says that an intent made the message, `spent_usd` is what its owner spent today, `program` what was run or is being run for it.
 */
export type ClaimedMessage = NonNullable<z.infer<typeof Claimed>>;

const Owed = z.array(OutboxEvent);

/** What a live client is told while a message is worked on. */
export type ChatEvent =
  | { type: 'status'; data: { status: WorkStatus } }
  | { type: 'stdout' | 'stderr'; data: { text: string } }
  | { type: 'token'; data: { text: string; attempt: number; index: number } };

/**
 * Takes a message to work on it.
 * @returns null when there is nothing left to do: it has ended, or another run has it
 */
export async function claimMessage(work: Work, status: WorkStatus): Promise<ClaimedMessage | null> {
  return Claimed.parse(
    await asService((db) =>
      db.rpc('claim_message', { p_message_id: work.messageId, p_run_id: work.runId, p_status: status }),
    ),
  );
}

/**
 * Events of the message's owner that were committed and perhaps never sent, by a step that died in between.
 * @returns the events to send
 */
export async function owedEvents(work: Work): Promise<OutboxEvent[]> {
  return Owed.parse(await asService((db) => db.rpc('owed_events', { p_message_id: work.messageId })));
}

/** Hands a message over to execution. @returns the events to send */
export async function requestExecution(work: Work): Promise<OutboxEvent[]> {
  const answer = await asService((db) =>
    db.rpc('request_execution', { p_message_id: work.messageId, p_run_id: work.runId }),
  );
  return Owed.parse(answer ?? []);
}

/**
 * Tells live clients what happens.
 * @param programId where given, the program that must still be the one that is run
 * @returns false when the message is no longer this run's
 */
export async function reportProgress(work: Work, events: ChatEvent[], programId?: string): Promise<boolean> {
  return asService((db) =>
    db.rpc('report_progress', {
      p_message_id: work.messageId,
      p_run_id: work.runId,
      p_events: events,
      ...(programId ? { p_program_id: programId } : {}),
    }),
  );
}

/**
 * Ends a message with what the person reads, once; the next one in the conversation starts.
 * @returns the events to send
 */
export async function finishMessage(
  work: { messageId: string; runId: string | null },
  end: { status: 'done' | 'failed'; response: string },
): Promise<OutboxEvent[]> {
  return Owed.parse(
    await asService((db) =>
      db.rpc('finish_message', {
        p_message_id: work.messageId,
        ...(work.runId ? { p_run_id: work.runId } : {}),
        p_status: end.status,
        p_response: end.response,
      }),
    ),
  );
}

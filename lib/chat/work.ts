import { z } from 'zod';
import { asService } from '../db/client.ts';
import { OutboxEvent } from '../events.ts';
import { Execution } from './schema.ts';

/** Who works on which message: every write is refused once the message has ended or another run has taken it over. */
export type Work = { messageId: string; runId: string };

const Claimed = z
  .object({
    content: z.string(),
    conversation_id: z.guid(),
    execution: Execution.nullable(),
    sandbox_id: z.string().nullable(),
    history: z.array(z.object({ content: z.string(), response: z.string().nullable() })),
  })
  .nullable();
export type ClaimedMessage = NonNullable<z.infer<typeof Claimed>>;

const Owed = z.array(OutboxEvent);

/** What a live client is told while a message is worked on. */
export type ChatEvent =
  | { type: 'status'; data: { status: WorkStatus } }
  | { type: 'code'; data: { language: 'python'; code: string } }
  | { type: 'stdout' | 'stderr'; data: { text: string } };

export type WorkStatus = 'routing' | 'writing' | 'running' | 'fixing' | 'answering';

/**
 * Takes a message and everything about it that the work needs, the last ten turns included.
 * @returns null when there is nothing left to do: it has ended, or another run has it
 */
export async function claimMessage(work: Work, status: WorkStatus): Promise<ClaimedMessage | null> {
  return Claimed.parse(
    await asService((db) =>
      db.rpc('claim_message', { p_message_id: work.messageId, p_run_id: work.runId, p_status: status }),
    ),
  );
}

/** Hands a message over to execution. @returns the events to send */
export async function requestExecution(work: Work): Promise<OutboxEvent[]> {
  const answer = await asService((db) =>
    db.rpc('request_execution', { p_message_id: work.messageId, p_run_id: work.runId }),
  );
  return Owed.parse(answer ?? []);
}

/**
 * Tells live clients what happens, and keeps what a run did.
 * @returns false when the message is no longer this run's
 */
export async function reportProgress(work: Work, events: ChatEvent[], execution?: Execution): Promise<boolean> {
  return asService((db) =>
    db.rpc('report_progress', {
      p_message_id: work.messageId,
      p_run_id: work.runId,
      p_events: events,
      ...(execution ? { p_execution: execution } : {}),
    }),
  );
}

/** Remembers the sandbox of the message's conversation, or forgets it. */
export async function keepSandbox(work: Work, sandboxId: string | null): Promise<void> {
  await asService((db) =>
    db.rpc('keep_sandbox', { p_message_id: work.messageId, ...(sandboxId ? { p_sandbox_id: sandboxId } : {}) }),
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

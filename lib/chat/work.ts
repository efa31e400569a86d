import { z } from 'zod';
import { asService } from '../db/client.ts';
import { OutboxEvent } from '../events.ts';
import { ConversationFile } from './files.ts';
import { Execution, type WorkStatus } from './schema.ts';
import { Snapshot } from './snapshot.ts';
import { type Call, type CallResult, KeptThought } from './thought.ts';

/**
 * Who works on which message: every write is refused once the message has ended or another run has taken it over.
 * `executes` is true for the function that runs programs.
 */
export type Work = { messageId: string; runId: string; executes: boolean };

const Program = z.object({ index: z.int(), code: z.string(), finished: z.boolean() });

const Claimed = z.object({
  user_id: z.guid(),
  timezone: z.string(),
  content: z.string(),
  conversation_id: z.guid(),
  deferred: z.boolean(),
  program: Program.nullable(),
  execution: Execution.nullable(),
  attempt: z.int(),
  spent_usd: z.number(),
  thoughts: z.array(KeptThought),
});
/**
 * A message and what was thought and done for it. `attempt` counts the thoughts that were begun, `deferred` says that an
 * intent made the message, `spent_usd` is what its owner spent today, `program` what was run or is being run for it.
 */
export type ClaimedMessage = z.infer<typeof Claimed>;

const ClaimedToThink = Claimed.extend({
  history: z.array(z.object({ content: z.string(), response: z.string().nullable() })),
  summary: z.string().nullable(),
  unsummarised: z.int(),
  /** Whether the conversation has had the hint of what would make more possible. */
  hinted: z.boolean(),
  /** The files of the conversation, the oldest first, and the ids of those that this message is about. */
  files: z.array(ConversationFile),
  attachments: z.array(z.guid()),
  person: Snapshot,
});
/** A message with what the model is to know: the last turns, what those before came to, and the person. */
export type MessageToThink = z.infer<typeof ClaimedToThink>;

const Owed = z.array(OutboxEvent);

/** What a live client is told while a message is worked on. */
export type ChatEvent =
  | { type: 'status'; data: { status: WorkStatus } }
  | { type: 'stdout' | 'stderr'; data: { text: string } }
  | { type: 'token'; data: { text: string; attempt: number; index: number } };

/**
 * Takes a message to carry out what was thought.
 * @returns null when there is nothing left to do: it has ended, or another run has it
 */
export async function claimToAct(work: Work): Promise<ClaimedMessage | null> {
  return Claimed.nullable().parse(await claim(work, false));
}

/** Takes a message to think about it, and tells live clients. @returns null when there is nothing left to do */
export async function claimToThink(work: Work): Promise<MessageToThink | null> {
  return ClaimedToThink.nullable().parse(await claim(work, true));
}

function claim({ messageId, runId, executes }: Work, thinks: boolean) {
  return asService((db) =>
    db.rpc('claim_message', {
      p_message_id: messageId,
      p_run_id: runId,
      p_thinks: thinks,
      p_executes: executes,
    }),
  );
}

/**
 * Events of the message's owner that were committed and perhaps never sent, by a step that died in between.
 * @returns the events to send
 */
export async function owedEvents({ messageId }: Pick<Work, 'messageId'>): Promise<OutboxEvent[]> {
  return Owed.parse(await asService((db) => db.rpc('owed_events', { p_message_id: messageId })));
}

/**
 * Keeps a thought that calls tools, the `round`-th from 0, and with `handsOver` hands the message over to execution.
 * @returns the events to send, or null when the message is no longer this run's
 */
export async function saveThought(
  { messageId, runId }: Work,
  round: number,
  thought: { text: string; calls: Call[] },
  handsOver: boolean,
): Promise<OutboxEvent[] | null> {
  return Owed.nullable().parse(
    await asService((db) =>
      db.rpc('save_thought', {
        p_message_id: messageId,
        p_run_id: runId,
        p_round: round,
        p_text: thought.text,
        p_calls: thought.calls,
        p_executes: handsOver,
      }),
    ),
  );
}

/**
 * Keeps what came of a thought's calls, each once, and tells live clients.
 * @returns the events that the tools owe, or null when the message is no longer this run's
 */
export async function saveResults(
  { messageId, runId }: Work,
  round: number,
  results: CallResult[],
): Promise<OutboxEvent[] | null> {
  return Owed.nullable().parse(
    await asService((db) =>
      db.rpc('save_tool_results', {
        p_message_id: messageId,
        p_run_id: runId,
        p_round: round,
        p_results: results,
      }),
    ),
  );
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
  end: { status: 'done' | 'failed'; response: string; hints?: boolean },
): Promise<OutboxEvent[]> {
  return Owed.parse(
    await asService((db) =>
      db.rpc('finish_message', {
        p_message_id: work.messageId,
        ...(work.runId ? { p_run_id: work.runId } : {}),
        p_status: end.status,
        p_response: end.response,
        ...(end.hints ? { p_hints: true } : {}),
      }),
    ),
  );
}

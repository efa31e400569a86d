import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { asActor, asCaller } from '../db/client.ts';
import type { Json } from '../db/types.ts';
import { unwrapWrite } from '../db/write-result.ts';
import { OutboxEvent } from '../events.ts';
import type { Language } from '../language/languages.ts';
import { Problem } from '../problem.ts';
import { SpokenRefusal, sayRefusal } from '../refusals.ts';
import { parseTaskId } from '../tasks/schema.ts';
import { type IntentData, intentDataOf, OpenedIntent } from './data.ts';
import { IntentAnswer, type IntentOutcome, type Reads } from './intent.ts';

/** The person who asks, or for a durable function the owner that it read from a row. */
export type IntentActor = Caller | { ownerId: string };

/** Identifies a call: its session or conversation, its id there, and the intent's name; with the answer's language where known. */
export type IntentCall = {
  scope: { sessionId: string } | { conversationId: string };
  callId: string;
  name: string;
  language?: Language | undefined;
};

/** An answer as it is stored: what it says where its write was refused is known by a code. */
const StoredAnswer = IntentAnswer.extend({ refused: SpokenRefusal.nullish().catch('not_possible') }).transform(
  ({ refused, ...answer }): IntentAnswer => (refused ? { ...answer, speech: sayRefusal(refused) } : answer),
);

const Opened = z.union([z.object({ answer: StoredAnswer }), z.object({ closed: z.literal(true) }), OpenedIntent]);

/**
 * Returns what an intent decides by, in one round trip; or the answer, where it is already stored.
 * @throws Problem `not_found` for a session or conversation that is not theirs
 */
export async function openIntent(
  actor: IntentActor,
  call: IntentCall,
  reads: Reads,
  { task, query }: { task?: unknown; query?: unknown },
): Promise<{ answer: IntentAnswer; replayed: boolean } | { data: IntentData }> {
  const named = typeof task === 'string' && reads.includes('tasks') ? parseTaskId(task) : undefined;
  const wanted = {
    ...Object.fromEntries(reads.map((each) => [each, true])),
    ...(typeof query === 'string' && reads.includes('notes') ? { query: query.slice(0, 500) } : {}),
    ...(named ? { task_id: named.id, day: named.day ?? null } : {}),
  };
  const answer = await asActor(actor, (db, owner) =>
    db.rpc('open_intent', { p_call: keyOf(call), p_reads: wanted, ...owner }),
  );
  if (answer === null) throw noScope(call.scope);
  const opened = Opened.parse(answer);
  if ('answer' in opened) return { ...opened, replayed: true };
  if ('closed' in opened) {
    const answer = { status: 'error' as const, speech: 'This conversation has ended. Please start a new one.' };
    return { answer, replayed: false };
  }
  return { data: intentDataOf(opened, named?.day) };
}

const Owed = z.object({ result: StoredAnswer, events: z.array(OutboxEvent).default([]) });

/**
 * Makes the write that an outcome stands for and stores its answer, both or neither, once for each call. A person's limit,
 * replay and events are noted on the caller, an owner's events are returned.
 * @throws Problem `rate_limited`
 */
export async function commitIntent(
  actor: IntentActor,
  call: IntentCall,
  input: Json,
  { write, ...answer }: Omit<IntentOutcome, 'means'>,
): Promise<{ answer: IntentAnswer; events: OutboxEvent[] }> {
  const committed = await asActor(actor, (db, owner) =>
    db.rpc('commit_intent', {
      p_call: { ...keyOf(call), name: call.name, input },
      p_answer: answer,
      ...(write ? { p_write: write } : {}),
      ...owner,
    }),
  );
  if ('token' in actor) return { answer: unwrapWrite(actor, committed, StoredAnswer), events: [] };
  const { result, events } = Owed.parse(committed);
  return { answer: result, events };
}

/**
 * Undoes what a call of a session wrote, or sees to it that it will write nothing.
 * @returns whether something was undone @throws Problem `not_found`, `rate_limited`
 */
export async function cancelIntent(
  caller: Caller,
  sessionId: string,
  { id, name }: { id: string; name: string },
): Promise<boolean> {
  const cancelled = await asCaller(caller, (db) =>
    db.rpc('cancel_intent', { p_call: { session_id: sessionId, call_id: id, name } }),
  );
  if (cancelled === null) throw noScope({ sessionId });
  return unwrapWrite(caller, cancelled, z.object({ undone: z.boolean() })).undone;
}

function noScope(scope: IntentCall['scope']): Problem {
  return new Problem('not_found', `There is no such ${'sessionId' in scope ? 'voice session' : 'conversation'}.`);
}

function keyOf({ scope, callId }: IntentCall) {
  return 'sessionId' in scope
    ? { session_id: scope.sessionId, call_id: callId }
    : { conversation_id: scope.conversationId, call_id: callId };
}

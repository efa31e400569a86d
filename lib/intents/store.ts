import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { asActor, asCaller } from '../db/client.ts';
import type { Json } from '../db/types.ts';
import { OutboxEvent } from '../events.ts';
import { Problem } from '../problem.ts';
import { settleRequest } from '../requests.ts';
import { parseTaskId } from '../tasks/schema.ts';
import { factsOf, type IntentFacts, OpenedFacts } from './facts.ts';
import { IntentAnswer, type IntentOutcome, type Reads } from './intent.ts';

/** The person who asks, or for a durable function the owner that it read from a row. */
export type IntentActor = Caller | { ownerId: string };

/** Which call it is: where it was asked for, its id there, and the intent's name. */
export type IntentCall = { scope: { sessionId: string } | { conversationId: string }; callId: string; name: string };

const Opened = z.union([z.object({ answer: IntentAnswer }), z.object({ closed: z.literal(true) }), OpenedFacts]);

/**
 * What an intent decides by, in one round trip; or the answer, where it is already settled.
 * @throws Problem `not_found` for a session or conversation that is not theirs
 */
export async function openIntent(
  actor: IntentActor,
  call: IntentCall,
  reads: Reads,
  { task, query }: { task?: unknown; query?: unknown },
): Promise<{ answer: IntentAnswer; replayed: boolean } | { facts: IntentFacts }> {
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
  return { facts: factsOf(opened, named?.day) };
}

const Owed = z.object({ result: IntentAnswer, events: z.array(OutboxEvent).default([]) });

/**
 * Makes the write that an outcome stands for and stores its answer, both or neither, once for each call. A person's limit,
 * replay and events are noted on the caller, an owner's events are returned.
 * @throws Problem `rate_limited`
 */
export async function settleIntent(
  actor: IntentActor,
  call: IntentCall,
  input: Json,
  { write, ...answer }: Omit<IntentOutcome, 'means'>,
): Promise<{ answer: IntentAnswer; events: OutboxEvent[] }> {
  const settled = await asActor(actor, (db, owner) =>
    db.rpc('settle_intent', {
      p_call: { ...keyOf(call), name: call.name, input },
      p_answer: answer,
      ...(write ? { p_write: write } : {}),
      ...owner,
    }),
  );
  if ('token' in actor) return { answer: settleRequest(actor, settled, IntentAnswer), events: [] };
  const { result, events } = Owed.parse(settled);
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
  return settleRequest(caller, cancelled, z.object({ undone: z.boolean() })).undone;
}

function noScope(scope: IntentCall['scope']): Problem {
  return new Problem('not_found', `There is no such ${'sessionId' in scope ? 'voice session' : 'conversation'}.`);
}

function keyOf({ scope, callId }: IntentCall) {
  return 'sessionId' in scope
    ? { session_id: scope.sessionId, call_id: callId }
    : { conversation_id: scope.conversationId, call_id: callId };
}

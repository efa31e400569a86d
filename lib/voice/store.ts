import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { Snapshot } from '../chat/snapshot.ts';
import { asCaller } from '../db/client.ts';
import { unwrapWrite } from '../db/write-result.ts';
import { log } from '../log.ts';
import { Problem } from '../problem.ts';
import { ClosedSession, type MessageInput, Role, type SavedMessage, Transcript } from './schema.ts';

const Started = z.object({
  session_id: z.string(),
  person: Snapshot,
  history: z.array(z.object({ role: Role, content: z.string() })),
});
/** A session that was started, what is known of its person, and what was said in the sessions that it resumes. */
export type StartedSession = z.infer<typeof Started>;

function noSession(): Problem {
  return new Problem('not_found', 'There is no such voice session.');
}

/**
 * Starts a session, or finds the one that the caller's Idempotency-Key started, in one round trip.
 * @throws Problem `not_found` for a session to resume that does not exist or is somebody else's; those of every creating
 * request
 */
export async function startSession(caller: Caller, sessionId: string, resume?: string): Promise<StartedSession> {
  const answer = await asCaller(caller, (db) =>
    db.rpc('start_voice_session', { p_session_id: sessionId, p_resume: resume, p_request: caller.idempotency }),
  );
  if (z.object({ outcome: z.literal('missing') }).safeParse(answer).success) throw noSession();
  return unwrapWrite(caller, answer, Started);
}

/** Takes back a start that got no token. */
export async function discardSession(caller: Caller, sessionId: string): Promise<void> {
  await asCaller(caller, (db) => db.rpc('discard_voice_session', { p_session_id: sessionId }));
}

/**
 * Ends a session; ending it again says the same.
 * @throws Problem `not_found`
 */
export async function closeSession(caller: Caller, sessionId: string): Promise<z.infer<typeof ClosedSession>> {
  const answer = await asCaller(caller, (db) => db.rpc('close_voice_session', { p_session_id: sessionId }));
  if (answer === null) throw noSession();
  const closed = unwrapWrite(caller, answer, z.looseObject({}));
  return ClosedSession.parse({ ...closed, status: 'closed' });
}

const Saved = z.union([z.object({ message_id: z.string() }), z.object({ limited: z.literal(true) })]).nullable();

/** Saves what was said, once for each `message_id`; a session that is missing, foreign or closed takes nothing, all alike. */
export async function saveMessage(caller: Caller, message: MessageInput): Promise<SavedMessage> {
  const saved = Saved.parse(
    await asCaller(caller, (db) =>
      db.rpc('save_voice_message', {
        p_session_id: message.session_id,
        p_role: message.role,
        p_content: message.content,
        p_message_id: message.message_id ?? undefined,
        p_spoken_at: message.spoken_at ?? undefined,
      }),
    ),
  );
  if (saved && 'message_id' in saved) return { status: 'saved', message_id: saved.message_id };
  const reason = saved === null ? 'session_not_open' : 'rate_limited';
  log.warn({ user_id: caller.userId, reason }, 'voice message dropped');
  return { status: 'dropped', reason };
}

/**
 * Returns what was said in a session, in order.
 * @throws Problem `not_found`
 */
export async function readTranscript(caller: Caller, sessionId: string): Promise<z.infer<typeof Transcript>> {
  const transcript = await asCaller(caller, (db) => db.rpc('get_voice_transcript', { p_session_id: sessionId }));
  if (transcript === null) throw noSession();
  return Transcript.parse(transcript);
}

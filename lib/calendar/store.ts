import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { asAnyone, asCaller } from '../db/client.ts';
import { Problem } from '../problem.ts';
import { settleRequest } from '../requests.ts';
import { type CalendarLink, Feed } from './schema.ts';

const Answer = z
  .discriminatedUnion('outcome', [
    Feed.extend({ outcome: z.literal('feed') }),
    z.object({ outcome: z.literal('limited'), retry_after_seconds: z.int() }),
  ])
  .nullable();

/**
 * Opens the caller's calendar at a new secret address; the one before it ends. Sending the same Idempotency-Key again gives a
 * new address too, for the first one is stored nowhere.
 * @param origin an address of this server, whose host the calendar's gets
 * @throws the problems of every creating request
 */
export async function openCalendar(caller: Caller, origin: string): Promise<CalendarLink> {
  const token = randomBytes(32).toString('base64url');
  const answer = await asCaller(caller, (db) =>
    db.rpc('open_calendar', { p_token_hash: hashOf(token), p_request: caller.idempotency }),
  );
  settleRequest(caller, answer, z.object({}));
  return { url: new URL(`/tasks.ics?token=${token}`, origin).href };
}

/** Ends the caller's calendar's address, if there is one. */
export async function revokeCalendar(caller: Caller): Promise<void> {
  await asCaller(caller, (db) => db.rpc('revoke_calendar'));
}

/**
 * The calendar that a secret opens, as iCalendar text.
 * @throws Problem `not_found` for a secret that opens none, or no longer does; `rate_limited`
 */
export async function readCalendar(token: string): Promise<string> {
  const answer = Answer.parse(await asAnyone((db) => db.rpc('calendar_feed', { p_token_hash: hashOf(token) })));
  if (!answer) throw new Problem('not_found', 'There is no calendar at this address. Make a new one in your account.');
  if (answer.outcome === 'limited') {
    throw new Problem('rate_limited', 'This calendar is read too often. Once in a quarter of an hour is enough.', {
      retryAfterSeconds: answer.retry_after_seconds,
    });
  }
  const { calendarText } = await import('./ics.ts');
  return calendarText(answer);
}

/** The secret has 256 random bits, so a plain hash cannot be guessed back. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

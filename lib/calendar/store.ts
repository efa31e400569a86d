import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { asCaller } from '../db/client.ts';
import { unwrapWrite } from '../db/write-result.ts';
import type { CalendarLink } from './schema.ts';

/**
 * Opens the caller's calendar at a new secret address; the one before it ends. Sending the same Idempotency-Key again gives a
 * new address too, for the first one is stored nowhere.
 * @param origin an address of this server, whose host the calendar's gets
 * @throws the problems of every creating request
 */
export async function openCalendar(caller: Caller, origin: string): Promise<CalendarLink> {
  const token = randomBytes(32).toString('base64url');
  const answer = await asCaller(caller, (db) =>
    db.rpc('open_calendar', { p_token_hash: hashSecret(token), p_request: caller.idempotency }),
  );
  unwrapWrite(caller, answer, z.object({}));
  return { url: new URL(`/tasks.ics?token=${token}`, origin).href };
}

/** Ends the caller's calendar's address, if there is one. */
export async function revokeCalendar(caller: Caller): Promise<void> {
  unwrapWrite(caller, await asCaller(caller, (db) => db.rpc('revoke_calendar')), z.object({}));
}

/** Returns what is stored of a calendar's secret: it has 256 random bits, so a plain hash cannot be guessed back. */
export function hashSecret(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

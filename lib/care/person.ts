import type { Caller } from '../caller.ts';
import { asCaller } from '../db/client.ts';
import { readCare } from './read.ts';
import type { CareReading } from './schema.ts';

/**
 * Reads whether the caller's words ask for care, see {@link readCare}. Only where they do is the person looked up, for their
 * country: everyday words cost no round trip.
 */
export async function careFor(caller: Caller, text: string): Promise<CareReading | null> {
  if (!readCare(text, { timezone: 'UTC' })) return null;
  const person = await asCaller(caller, (db) =>
    db.from('users').select('timezone, locale').eq('id', caller.userId).maybeSingle(),
  );
  return readCare(text, person ?? { timezone: 'UTC' });
}

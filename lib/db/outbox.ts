import { z } from 'zod';
import { readEach } from '../batch.ts';
import type { Caller } from '../caller.ts';
import { OutboxEvent } from '../events.ts';
import { asCaller, asService } from './client.ts';

/** Marks the caller's own events as sent, or gives them back to be sent later. */
export async function markCallerEvents(caller: Caller, sent: string[], failed: string[]): Promise<void> {
  await asCaller(caller, (db) => db.rpc('mark_events', { p_sent: sent, p_failed: failed }));
}

/** Marks anybody's events as sent, or gives them back to be sent later. For durable functions only. */
export async function markAllEvents(sent: string[], failed: string[]): Promise<void> {
  await asService((db) => db.rpc('mark_events', { p_sent: sent, p_failed: failed }));
}

const Leased = z.object({ events: z.array(z.unknown()), leased_until: z.string().nullable() });

/**
 * Leases up to `limit` unsent events of everybody, and tells when the next lease of another sender runs out. `leased` also
 * counts events that could not be read, so that the next call goes on after them.
 */
export async function leaseAllEvents(
  limit: number,
): Promise<{ events: OutboxEvent[]; leased: number; leased_until: string | null }> {
  const { events, leased_until } = Leased.parse(
    await asService((db) => db.rpc('lease_all_events', { p_limit: limit })),
  );
  return { events: readEach(OutboxEvent, events, 'the outbox'), leased: events.length, leased_until };
}

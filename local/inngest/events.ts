/** The events: what is accepted from senders, what the runner emits itself, and which are still to be routed. */
import { z } from 'zod';
import type { Tx } from './database.ts';
import { indexable, ulid } from './ids.ts';
import { IncomingEvent, InngestEvent, type StoredEvent } from './protocol.ts';

/** The most bytes of one event, Inngest's limit. */
const EVENT_BYTES_MAX = 512 * 1024;

/** An event that cannot be accepted, and why. */
export class EventRefused extends Error {}

/**
 * Stores events; when the transaction is committed they will be routed, however often the runner is killed.
 * An event whose id was seen in the last 24 hours is accepted and not stored again. `seed` is what the SDK sends to tell
 * a second try of the same request from a new one, for events without an id.
 * Returns an id for each event, in order. Throws EventRefused, storing nothing, when one of them is invalid.
 */
export async function acceptEvents(tx: Tx, body: unknown, seed: string | undefined, nowMs: number): Promise<string[]> {
  const rows = (Array.isArray(body) ? body : [body]).map((item, index) => {
    const incoming = parseEvent(item);
    const internalId = ulid(nowMs);
    const event: InngestEvent = {
      ...incoming,
      id: incoming.id || internalId,
      data: incoming.data ?? {},
      ts: incoming.ts || nowMs,
    };
    const dedupeKey = incoming.id ? `id ${incoming.id}` : seed ? `seed ${seed} ${index}` : null;
    return { internalId, event, dedupeKey: dedupeKey && indexable(dedupeKey) };
  });
  await tx.query(
    `insert into events (internal_id, dedupe_key, name, event)
     select internal_id, dedupe_key, name, event::json
     from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as new (internal_id, dedupe_key, name, event)
     on conflict (dedupe_key) do nothing`,
    [
      rows.map((row) => row.internalId),
      rows.map((row) => row.dedupeKey),
      rows.map((row) => row.event.name),
      rows.map((row) => JSON.stringify(row.event)),
    ],
  );
  tx.changes.events = true;
  return rows.map((row) => row.internalId);
}

function parseEvent(item: unknown): IncomingEvent {
  const parsed = IncomingEvent.safeParse(item);
  if (!parsed.success) throw new EventRefused(z.prettifyError(parsed.error));
  if (Buffer.byteLength(JSON.stringify(item)) > EVENT_BYTES_MAX) {
    throw new EventRefused(`the event "${parsed.data.name}" is larger than ${EVENT_BYTES_MAX / 1024} KB`);
  }
  return parsed.data;
}

/** Stores an event that the runner makes. `routed` says that what it starts has been started already. */
export async function emit(tx: Tx, name: string, data: InngestEvent['data'], routed = false): Promise<StoredEvent> {
  const nowMs = Date.now();
  const internalId = ulid(nowMs);
  const event: InngestEvent = { id: internalId, name, data, ts: nowMs };
  await tx.query('insert into events (internal_id, name, event, routed) values ($1, $2, $3, $4)', [
    internalId,
    name,
    JSON.stringify(event),
    routed,
  ]);
  if (!routed) tx.changes.events = true;
  return { internalId, event };
}

/** Returns the next events to route, oldest first, after the given position. */
export async function unroutedEvents(tx: Tx, afterSeq: string): Promise<(StoredEvent & { seq: string })[]> {
  const rows = await tx.query<{ seq: string; internal_id: string; event: unknown }>(
    'select seq, internal_id, event from events where not routed and seq > $1 order by seq limit 100',
    [afterSeq],
  );
  return rows.map((row) => ({ seq: row.seq, internalId: row.internal_id, event: InngestEvent.parse(row.event) }));
}

/** Marks an event as routed. */
export async function markRouted(tx: Tx, internalId: string): Promise<void> {
  await tx.query('update events set routed = true where internal_id = $1', [internalId]);
}

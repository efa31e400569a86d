import { z } from 'zod';
import { readEach } from './batch.ts';
import type { Caller } from './caller.ts';
import { asCaller, asService } from './db/client.ts';
import { OutboxEvent } from './events.ts';
import { Problem } from './problem.ts';

const Limit = z.object({
  policy: z.string(),
  limit: z.number(),
  window_seconds: z.number(),
  remaining: z.number(),
  reset_seconds: z.number(),
  retry_after_seconds: z.number(),
});

/** What a creating SQL function answers (private.begin_request and private.finish_request). */
const Answer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('created'), result: z.unknown(), limit: Limit, events: z.array(OutboxEvent) }),
  z.object({ outcome: z.literal('replayed'), result: z.unknown() }),
  z.object({ outcome: z.literal('mismatch') }),
  z.object({ outcome: z.literal('limited'), limit: Limit }),
  z.object({ outcome: z.literal('cost_limited'), limit: Limit, retry_after_seconds: z.number() }),
  z.object({ outcome: z.literal('invalid'), field: z.string(), message: z.string() }),
  z.object({ outcome: z.literal('conflict'), message: z.string() }),
]);

/**
 * Settles what a creating SQL function answered: notes the limit, the replay and the events owed on the caller, and
 * returns the result, the first time's or the stored one.
 * @throws Problem `invalid`, `conflict`, `rate_limited`, `cost_limit`, `idempotency_mismatch`, `idempotency_in_progress`
 */
export function settleRequest<T>(caller: Caller, answer: unknown, result: z.ZodType<T>): T {
  const settled = Answer.parse(answer);
  switch (settled.outcome) {
    case 'created':
      caller.limit = settled.limit;
      caller.events.push(...settled.events);
      return result.parse(settled.result);
    case 'replayed':
      if (settled.result === null) {
        throw new Problem('idempotency_in_progress', 'The same request is still running. Send it again in a moment.', {
          retryAfterSeconds: 2,
        });
      }
      caller.replayed = true;
      return result.parse(settled.result);
    case 'mismatch':
      throw new Problem(
        'idempotency_mismatch',
        'This Idempotency-Key was used with another payload in the last 24 hours. Send a new key for a new request.',
      );
    case 'limited': {
      caller.limit = settled.limit;
      const seconds = settled.limit.retry_after_seconds;
      throw new Problem('rate_limited', `Too many requests of this kind. Try again in ${seconds} s.`, {
        retryAfterSeconds: seconds,
      });
    }
    case 'cost_limited':
      caller.limit = settled.limit;
      throw new Problem('cost_limit', "Today's cost limit is reached. It starts anew at midnight UTC.", {
        retryAfterSeconds: settled.retry_after_seconds,
      });
    case 'conflict':
      throw new Problem('conflict', settled.message);
    case 'invalid':
      throw new Problem('invalid', `${settled.field} ${settled.message}.`, {
        errors: [{ path: settled.field, message: settled.message }],
      });
  }
}

/** Marks events of the caller's as sent, or gives them back to be sent later. */
export async function settleCallerEvents(caller: Caller, sent: string[], failed: string[]): Promise<void> {
  await asCaller(caller, (db) => db.rpc('settle_events', { p_sent: sent, p_failed: failed }));
}

/** Marks anybody's events as sent, or gives them back; for the durable functions. */
export async function settleServiceEvents(sent: string[], failed: string[]): Promise<void> {
  await asService((db) => db.rpc('settle_events', { p_sent: sent, p_failed: failed }));
}

const Leased = z.object({ events: z.array(z.unknown()), leased_until: z.string().nullable() });

/**
 * Leases up to `limit` unsent events of everybody, and tells when the next lease of others runs out. `leased` counts those
 * that cannot be read too, so that the caller goes on behind them.
 */
export async function leaseAllEvents(
  limit: number,
): Promise<{ events: OutboxEvent[]; leased: number; leased_until: string | null }> {
  const { events, leased_until } = Leased.parse(
    await asService((db) => db.rpc('lease_all_events', { p_limit: limit })),
  );
  return { events: readEach(OutboxEvent, events, 'the outbox'), leased: events.length, leased_until };
}

import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { OutboxEvent } from '../events.ts';
import { Problem } from '../problem.ts';
import { Refusal, refusalProblem } from '../refusals.ts';

const Limit = z.object({
  policy: z.string(),
  limit: z.number(),
  window_seconds: z.number(),
  remaining: z.number(),
  reset_seconds: z.number(),
  retry_after_seconds: z.number(),
});

/** The answer of a SQL function that writes for a request (private.begin_request and private.finish_request). */
const Answer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('created'), result: z.unknown(), limit: Limit, events: z.array(OutboxEvent) }),
  z.object({ outcome: z.literal('replayed'), result: z.unknown() }),
  z.object({ outcome: z.literal('mismatch') }),
  z.object({ outcome: z.literal('limited'), limit: Limit }),
  z.object({ outcome: z.literal('cost_limited'), limit: Limit, retry_after_seconds: z.number() }),
  Refusal,
]);

/**
 * Unwraps the answer of a SQL function that writes: notes the limit, the replay and the events owed on the caller, and
 * returns the result, new or stored.
 * @throws Problem `invalid`, `conflict`, `rate_limited`, `cost_limit`, `idempotency_mismatch`, `idempotency_in_progress`
 */
export function unwrapWrite<T>(caller: Caller, answer: unknown, result: z.ZodType<T>): T {
  const written = Answer.parse(answer);
  switch (written.outcome) {
    case 'created':
      caller.limit = written.limit;
      caller.events.push(...written.events);
      return result.parse(written.result);
    case 'replayed':
      if (written.result === null) {
        throw new Problem('idempotency_in_progress', 'The same request is still running. Send it again in a moment.', {
          retryAfterSeconds: 2,
        });
      }
      caller.replayed = true;
      return result.parse(written.result);
    case 'mismatch':
      throw new Problem(
        'idempotency_mismatch',
        'This Idempotency-Key was used with another payload in the last 24 hours. Send a new key for a new request.',
      );
    case 'limited': {
      caller.limit = written.limit;
      const seconds = written.limit.retry_after_seconds;
      throw new Problem('rate_limited', `Too many requests of this kind. Try again in ${seconds} s.`, {
        retryAfterSeconds: seconds,
      });
    }
    case 'cost_limited':
      caller.limit = written.limit;
      throw new Problem('cost_limit', "Today's cost limit is reached. It starts anew at midnight UTC.", {
        retryAfterSeconds: written.retry_after_seconds,
      });
    default:
      throw refusalProblem(written);
  }
}

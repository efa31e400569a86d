import type { OutboxEvent } from './events.ts';

/** State of a token bucket after a request, in whole seconds. */
export type RateLimit = {
  policy: string;
  limit: number;
  window_seconds: number;
  remaining: number;
  reset_seconds: number;
  retry_after_seconds: number;
};

/**
 * The person of a query: a signed-in person by their token, or in a durable function the owner that was read from a row.
 * SQL functions that take `p_user_id` resolve it with private.actor.
 */
export type Actor = Pick<Caller, 'token'> | { ownerId: string };

/** The person on whose behalf a request runs, and what the request gathers for its answer. */
export type Caller = {
  userId: string;
  /** Their access token: every query runs with it, so row level security decides. */
  token: string;
  /** The Idempotency-Key and what it stands for; empty without the header. */
  idempotency: { key?: string; fingerprint?: string };
  /** Filled by a creating request: its limit, whether its answer is a replay, and the events it owes. */
  limit?: RateLimit;
  replayed: boolean;
  events: OutboxEvent[];
};

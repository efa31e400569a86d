import { RetryAfterError } from 'inngest';
import { Problem } from '../lib/problem.ts';
import { ProviderError } from '../lib/provider-error.ts';

/** Tries of a provider that fails before its step goes on without it. */
export const providerAttemptsMax = 4;

/**
 * Retries of a step by Inngest: more than the tries of a provider, since a later failure is ours, such as a deployment in
 * the middle of a run, and must not cost an accepted request. A function's `timeouts` is what ends it.
 */
export const retries = 10;

/** The longest wait that a provider's `Retry-After` may ask for, in seconds. */
export const retryAfterSecondsMax = 120;

/**
 * The longest run that asks a provider. A call takes two minutes at most (`callMsMax`): four tries of one that
 * hangs, the longest waits between them and two more calls take 18 minutes.
 */
export const timeouts = { finish: '20m' } as const;

/** Tells whether a provider that fails now is not asked again in this step. `attempt` counts from 0. */
export function lastAttempt(attempt: number): boolean {
  return attempt + 1 >= providerAttemptsMax;
}

/** Returns an error as Inngest should see it: one that says when to come back is retried then. */
export function toInngestError(error: unknown): unknown {
  const known = error instanceof ProviderError || error instanceof Problem;
  if (known && error.retryAfterSeconds !== undefined) {
    return new RetryAfterError(error.message, Math.min(error.retryAfterSeconds, retryAfterSecondsMax) * 1000, {
      cause: error,
    });
  }
  return error;
}

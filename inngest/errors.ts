import { RetryAfterError } from 'inngest';
import { ModelError } from '../lib/llm/errors.ts';
import { Problem } from '../lib/problem.ts';
import { SandboxError } from '../lib/sandbox/errors.ts';

/** Whether a step that fails now fails for good. `attempt` counts from 0. */
export function lastAttempt(attempt: number, maxAttempts: number | undefined): boolean {
  return attempt + 1 >= (maxAttempts ?? 4);
}

/** An error as Inngest should see it: one that says when to come back is retried then. */
export function toInngestError(error: unknown): unknown {
  const known = error instanceof ModelError || error instanceof SandboxError || error instanceof Problem;
  if (known && error.retryAfterSeconds !== undefined) {
    return new RetryAfterError(error.message, Math.min(error.retryAfterSeconds, 120) * 1000, { cause: error });
  }
  return error;
}

import { errorFor, errorForStatus, type Provider, ProviderError } from '../provider-error.ts';

const later = 'try again later, or check its status page';
const network = 'check E2B_API_URL, E2B_SANDBOX_URL and the network';
const e2b: Provider = {
  name: 'E2B',
  keyVariable: 'E2B_API_KEY',
  hints: {
    limited: "wait, or check the account's quota of concurrent sandboxes",
    unavailable: later,
    timeout: network,
    unreachable: network,
    gone: 'try again',
  },
};

/** Returns the status the SDK's error stands for; some of its errors have it in the message only. */
function statusOf(error: Error): number | undefined {
  if (error.name === 'AuthenticationError') return 401;
  if ('statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  const [status] = /^[45]\d\d\b/.exec(error.message) ?? [];
  return status === undefined ? undefined : Number(status);
}

/** Tells whether the SDK says that the sandbox it was asked about does not exist any more; some calls only say it in words. */
export function isSandboxGone(error: unknown): boolean {
  return (
    error instanceof Error && (error.name === 'SandboxNotFoundError' || /sandbox was not found/i.test(error.message))
  );
}

/**
 * Returns what an error of the E2B SDK means, in words that name what to set or check. The SDK's classes are told by
 * name: `AuthenticationError` and `ServiceBusyError` do not extend its `SandboxError`.
 */
export function toSandboxError(cause: unknown): ProviderError {
  if (cause instanceof ProviderError) return cause;
  if (!(cause instanceof Error)) return errorFor(e2b, 'refused', `failed: ${cause}`, { cause });
  if (isSandboxGone(cause)) return errorFor(e2b, 'gone', 'ended the sandbox before the code began', { cause });
  const status = statusOf(cause);
  if (status !== undefined) {
    return errorForStatus(e2b, status, { retryAfterSeconds: status === 429 ? 30 : 10, cause });
  }
  const soon = { retryAfterSeconds: 10, cause };
  if (cause.name === 'TimeoutError' || cause.name === 'AbortError') {
    return errorFor(e2b, 'timeout', 'did not answer in time', soon);
  }
  if (cause instanceof TypeError) return errorFor(e2b, 'unreachable', `could not be reached (${cause.message})`, soon);
  return errorFor(e2b, 'refused', `failed: ${cause.message}`, { cause });
}

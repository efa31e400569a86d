export type SandboxErrorCode = 'not_configured' | 'gone' | 'unavailable' | 'timeout' | 'quota' | 'provider_error';

/** Code could not be executed for a reason that lies with the provider or its configuration, not with the code. */
export class SandboxError extends Error {
  readonly code: SandboxErrorCode;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: SandboxErrorCode,
    message: string,
    options: { retryable?: boolean; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'SandboxError';
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** The status the SDK's error stands for; some of its errors have it in the message only. */
function statusOf(error: Error): number | undefined {
  if (error.name === 'AuthenticationError') return 401;
  if ('statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  const [status] = /^[45]\d\d\b/.exec(error.message) ?? [];
  return status === undefined ? undefined : Number(status);
}

/** Whether the SDK says that the sandbox it was asked about does not exist any more; some calls only say it in words. */
export function isSandboxGone(error: unknown): boolean {
  return (
    error instanceof Error && (error.name === 'SandboxNotFoundError' || /sandbox was not found/i.test(error.message))
  );
}

/**
 * What an error of the E2B SDK means for us, in words that name what to set or check. The SDK's classes are told by
 * name: `AuthenticationError` and `ServiceBusyError` do not extend its `SandboxError`.
 */
export function toSandboxError(cause: unknown): SandboxError {
  if (cause instanceof SandboxError) return cause;
  if (!(cause instanceof Error)) return new SandboxError('provider_error', `E2B failed: ${cause}`, { cause });
  if (isSandboxGone(cause)) {
    return new SandboxError('gone', 'the sandbox was gone before the code began; try again', {
      retryable: true,
      cause,
    });
  }
  const status = statusOf(cause);
  if (status === 401 || status === 403) {
    return new SandboxError('provider_error', `E2B refused the key (${status}): check E2B_API_KEY`, { cause });
  }
  if (status === 429) {
    const message = "E2B's limit is reached (429): wait, or check the account's quota of concurrent sandboxes";
    return new SandboxError('quota', message, { retryable: true, retryAfterSeconds: 30, cause });
  }
  if (status !== undefined && status >= 500) {
    const message = `E2B is not available at the moment (${status}): try again later, or check its status page`;
    return new SandboxError('unavailable', message, { retryable: true, retryAfterSeconds: 10, cause });
  }
  if (cause.name === 'TimeoutError' || cause.name === 'AbortError') {
    const message = 'E2B did not answer in time: try again later, or check E2B_API_URL and the network';
    return new SandboxError('timeout', message, { retryable: true, retryAfterSeconds: 10, cause });
  }
  if (cause instanceof TypeError) {
    const message = `E2B cannot be reached (${cause.message}): check E2B_API_URL, E2B_SANDBOX_URL and the network`;
    return new SandboxError('unavailable', message, { retryable: true, retryAfterSeconds: 10, cause });
  }
  return new SandboxError('provider_error', `E2B failed: ${cause.message}`, { cause });
}

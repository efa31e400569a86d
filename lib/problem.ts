/** Every code that a problem can have, with its HTTP status and title (RFC 9457). The set is closed. */
export const problemKinds = {
  bad_json: { status: 400, title: 'The body is not JSON' },
  unauthorized: { status: 401, title: 'Not signed in' },
  forbidden: { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  conflict: { status: 409, title: 'Conflict' },
  idempotency_in_progress: { status: 409, title: 'The same request is still running' },
  too_large: { status: 413, title: 'The body is too large' },
  unsupported_media_type: { status: 415, title: 'Unsupported media type' },
  invalid: { status: 422, title: 'Invalid input' },
  idempotency_mismatch: { status: 422, title: 'The idempotency key was used for another request' },
  rate_limited: { status: 429, title: 'Too many requests' },
  cost_limit: { status: 429, title: 'The daily cost limit is reached' },
  internal: { status: 500, title: 'Internal error' },
  provider_error: { status: 502, title: 'A provider failed' },
  not_configured: { status: 503, title: 'Not configured' },
  unavailable: { status: 503, title: 'Temporarily unavailable' },
  timeout: { status: 504, title: 'A provider did not answer in time' },
} as const;

export type ProblemCode = keyof typeof problemKinds;

/** One thing that is wrong with the input: where (dotted path, "" for the whole) and what. */
export type InputError = { path: string; message: string };

export type ProblemOptions = {
  errors?: InputError[];
  /** Sent as Retry-After. */
  retryAfterSeconds?: number;
  /** The cause, for the log only. */
  cause?: unknown;
};

/** A failure with a code and a sentence for the client: what is wrong and what to do. Never holds a secret. */
export class Problem extends Error {
  override name = 'Problem';
  readonly code: ProblemCode;
  readonly errors: InputError[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ProblemCode, detail: string, options: ProblemOptions = {}) {
    super(detail, { cause: options.cause });
    this.code = code;
    this.errors = options.errors;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** Returns the problem of a field whose value cannot be taken; `message` follows its name. */
export function invalidField(path: string, message: string): Problem {
  return new Problem('invalid', `${path} ${message}.`, { errors: [{ path, message }] });
}

/** Somebody whose account was erased and whose token has not expired yet. */
export function accountGone(cause?: unknown): Problem {
  return new Problem('unauthorized', 'This account no longer exists.', { cause });
}

/** Failures of providers (model, sandbox, voice), and whether a retry may succeed. */
const failures = {
  not_configured: { isRetryable: false },
  bad_key: { isRetryable: false },
  no_credits: { isRetryable: false },
  /** The provider does not know the thing that was asked for, such as a model. */
  not_found: { isRetryable: false },
  refused: { isRetryable: false },
  /** The provider cannot answer in the format that was asked for, but may in a plainer one. */
  format_unsupported: { isRetryable: false },
  /** The person's daily cost limit is reached. */
  daily_limit: { isRetryable: false },
  cancelled: { isRetryable: false },
  limited: { isRetryable: true },
  unavailable: { isRetryable: true },
  unreachable: { isRetryable: true },
  timeout: { isRetryable: true },
  unreadable: { isRetryable: true },
  /** The sandbox ended before it was used. */
  gone: { isRetryable: true },
} as const;

export type ProviderFailure = keyof typeof failures;

/**
 * A provider's call that failed. `message` says what to set or check, for the log and for the developer who calls the API;
 * `happened` is that without the names of variables, for records that people see. The person in a chat is told by `failure`.
 */
export class ProviderError extends Error {
  override name = 'ProviderError';
  readonly failure: ProviderFailure;
  readonly happened: string;
  /** The wait before another try, where that may help. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    failure: ProviderFailure,
    message: string,
    options: { retryAfterSeconds?: number; cause?: unknown; happened?: string } = {},
  ) {
    super(message, { cause: options.cause });
    this.failure = failure;
    this.happened = options.happened ?? message;
    this.retryAfterSeconds = this.retryable ? options.retryAfterSeconds : undefined;
  }

  /** True if the same call may succeed later. */
  get retryable(): boolean {
    return failures[this.failure].isRetryable;
  }
}

/** A provider as its errors name it, what it is asked for, and what to check or do about some failures. */
export type Provider = {
  name: string;
  keyVariable: string;
  asked?: string;
  hints?: Partial<Record<ProviderFailure, string>>;
};

type Meaning = { failure: ProviderFailure; says(provider: Provider): string };

const badKey: Meaning = { failure: 'bad_key', says: () => 'rejected the key' };
const late: Meaning = { failure: 'unavailable', says: () => 'did not answer in time' };

/** Meaning of each HTTP status. The error tables of OpenAI, OpenRouter, E2B and Deepgram agree on these. */
const meanings: Record<number, Meaning | undefined> = {
  401: badKey,
  402: { failure: 'no_credits', says: () => 'says that the account has no credits left' },
  403: badKey,
  404: { failure: 'not_found', says: ({ asked }) => `does not know ${asked ?? 'what was asked for'}` },
  408: late,
  429: { failure: 'limited', says: () => 'is limiting our requests' },
  504: late,
};

/** Returns the error that a provider's HTTP status stands for. */
export function errorForStatus(
  provider: Provider,
  status: number,
  options: { retryAfterSeconds?: number; cause?: unknown } = {},
): ProviderError {
  const { failure, says } = meanings[status] ?? {
    failure: status >= 500 ? 'unavailable' : 'refused',
    says: () => (status >= 500 ? `failed (status ${status})` : `refused the request (status ${status})`),
  };
  return errorFor(provider, failure, says(provider), options);
}

/** Returns an error in one sentence: the provider's name, what it did, and its hint for such a failure. */
export function errorFor(
  { name, keyVariable, hints }: Provider,
  failure: ProviderFailure,
  did: string,
  options: { retryAfterSeconds?: number; cause?: unknown } = {},
): ProviderError {
  const hint = failure === 'bad_key' ? `check ${keyVariable}` : hints?.[failure];
  return new ProviderError(failure, `${name} ${did}${hint ? `: ${hint}` : ''}.`, {
    ...options,
    happened: `${name} ${did}.`,
  });
}

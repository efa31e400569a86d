import type { ModelConfig } from '../config.ts';

/** Why a model gave no answer. */
export type ModelFailure =
  | 'misconfigured'
  | 'no_credits'
  | 'limited'
  | 'unavailable'
  | 'refused'
  | 'unreadable'
  | 'daily_limit'
  | 'cancelled';

type ModelErrorOptions = {
  failure: ModelFailure;
  retryable: boolean;
  retryAfterSeconds?: number;
  formatUnsupported?: boolean;
  /** Whether the next model of the list may do better. */
  triesNext?: boolean;
  cause?: unknown;
};

/** A model call that failed. `message` says what to set or check: it is for the log, and a person is told by `failure`. */
export class ModelError extends Error {
  override name = 'ModelError';
  readonly failure: ModelFailure;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  readonly retryAfterSeconds: number | undefined;
  /** Whether the model cannot answer in the format that was asked for, but may in a plainer one. */
  readonly formatUnsupported: boolean;
  readonly triesNext: boolean;

  constructor(message: string, options: ModelErrorOptions) {
    super(message, { cause: options.cause });
    this.failure = options.failure;
    this.retryable = options.retryable;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.formatUnsupported = options.formatUnsupported ?? false;
    this.triesNext = options.triesNext ?? false;
  }
}

/** What an HTTP status of a model server means (OpenAI's and OpenRouter's error tables agree on these). */
export function modelErrorForStatus(
  status: number,
  config: ModelConfig,
  options: { retryAfterSeconds?: number; cause?: unknown },
): ModelError {
  const { provider, keyVariable, model } = config;
  const say = (message: string, failure: ModelFailure, more: { retryable?: boolean; triesNext?: boolean } = {}) =>
    new ModelError(`${provider} ${message}`, { failure, retryable: false, ...more, ...options });
  if (status === 401 || status === 403) return say(`rejected the key in ${keyVariable}.`, 'misconfigured');
  if (status === 402) return say('says that the account has no credits left.', 'no_credits');
  if (status === 404)
    return say(`does not know the model "${model}": check OPENAI_MODEL.`, 'misconfigured', { triesNext: true });
  if (status === 429) return say('is limiting our requests.', 'limited', { retryable: true, triesNext: true });
  if (status === 408 || status === 504)
    return say('did not answer in time.', 'unavailable', { retryable: true, triesNext: true });
  if (status >= 500) return say(`failed (status ${status}).`, 'unavailable', { retryable: true, triesNext: true });
  return say(`refused the request (status ${status}).`, 'refused');
}

/** What an error of the SDK means. */
export async function toModelError(cause: unknown, config: ModelConfig): Promise<ModelError> {
  if (cause instanceof ModelError) return cause;
  const { APIConnectionTimeoutError, APIConnectionError, APIError } = await import('openai');
  const unavailable = (message: string) =>
    new ModelError(`${config.provider} ${message}`, { failure: 'unavailable', retryable: true, cause });
  if (cause instanceof APIConnectionTimeoutError) return unavailable('did not answer in time.');
  if (cause instanceof APIConnectionError) return unavailable('could not be reached.');
  if (cause instanceof APIError) {
    // An error in the midst of a stream has no status, but OpenRouter's has a code.
    const status = cause.status ?? (Number(cause.code) >= 400 ? Number(cause.code) : 502);
    if (
      [400, 404, 422].includes(status) &&
      /response_format|json_schema|structured|no endpoints found/i.test(cause.message)
    ) {
      const message = `${config.provider} cannot answer in the format asked for with "${config.model}".`;
      return new ModelError(message, { failure: 'refused', retryable: false, formatUnsupported: true, cause });
    }
    const retryAfterSeconds = Number(cause.headers?.get('retry-after')) || undefined;
    return modelErrorForStatus(status, config, { cause, ...(retryAfterSeconds ? { retryAfterSeconds } : {}) });
  }
  const message = `${config.provider} gave an answer that could not be read.`;
  return new ModelError(message, { failure: 'unreadable', retryable: true, cause });
}

import type { ModelConfig } from '../config.ts';

type ModelErrorOptions = {
  retryable: boolean;
  retryAfterSeconds?: number;
  formatUnsupported?: boolean;
  cause?: unknown;
};

/** A model call that failed, in words for a person, with what to set or check. */
export class ModelError extends Error {
  override name = 'ModelError';
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  readonly retryAfterSeconds: number | undefined;
  /** Whether the model cannot answer in the format that was asked for, but may in a plainer one. */
  readonly formatUnsupported: boolean;

  constructor(message: string, options: ModelErrorOptions) {
    super(message, { cause: options.cause });
    this.retryable = options.retryable;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.formatUnsupported = options.formatUnsupported ?? false;
  }
}

/** What an HTTP status of a model server means (OpenAI's and OpenRouter's error tables agree on these). */
export function modelErrorForStatus(
  status: number,
  config: ModelConfig,
  options: { retryAfterSeconds?: number; cause?: unknown },
) {
  const say = (message: string, retryable: boolean) => new ModelError(message, { retryable, ...options });
  const { provider, keyVariable, model } = config;
  if (status === 401 || status === 403) return say(`${provider} rejected the key in ${keyVariable}.`, false);
  if (status === 402) return say(`The ${provider} account has no credits left.`, false);
  if (status === 404) return say(`${provider} does not know the model "${model}": check OPENAI_MODEL.`, false);
  if (status === 429) return say(`${provider} is limiting our requests.`, true);
  if (status === 408 || status === 504) return say(`${provider} did not answer in time.`, true);
  if (status >= 500) return say(`${provider} failed (status ${status}).`, true);
  return say(`${provider} refused the request (status ${status}).`, false);
}

/** What an error of the SDK means. */
export async function toModelError(cause: unknown, config: ModelConfig): Promise<ModelError> {
  if (cause instanceof ModelError) return cause;
  const { APIConnectionTimeoutError, APIConnectionError, APIError } = await import('openai');
  if (cause instanceof APIConnectionTimeoutError) {
    return new ModelError(`${config.provider} did not answer in time.`, { retryable: true, cause });
  }
  if (cause instanceof APIConnectionError) {
    return new ModelError(`${config.provider} could not be reached.`, { retryable: true, cause });
  }
  if (cause instanceof APIError) {
    // An error in the midst of a stream has no status, but OpenRouter's has a code.
    const status = cause.status ?? (Number(cause.code) >= 400 ? Number(cause.code) : 502);
    if (
      [400, 404, 422].includes(status) &&
      /response_format|json_schema|structured|no endpoints found/i.test(cause.message)
    ) {
      const message = `${config.provider} cannot answer in the format asked for with "${config.model}".`;
      return new ModelError(message, { retryable: false, formatUnsupported: true, cause });
    }
    const retryAfterSeconds = Number(cause.headers?.get('retry-after')) || undefined;
    return modelErrorForStatus(status, config, { cause, ...(retryAfterSeconds ? { retryAfterSeconds } : {}) });
  }
  return new ModelError(`${config.provider} gave an answer that could not be read.`, { retryable: true, cause });
}

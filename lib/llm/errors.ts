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

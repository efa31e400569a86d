import type { ModelConfig } from '../config.ts';
import { errorFor, errorForStatus, type Provider, ProviderError } from '../provider-error.ts';

/** Returns how a model's errors name its provider. */
export function providerOf({ provider, keyVariable, model }: ModelConfig): Provider {
  return {
    name: provider,
    keyVariable,
    asked: `the model "${model}"`,
    hints: {
      not_found: 'check OPENAI_MODEL',
      unreadable: 'check OPENAI_BASE_URL',
      unreachable: 'check the network, and OPENAI_BASE_URL if it is set',
    },
  };
}

/** Tells whether the next model of the list may do better: this one is not known, or it alone is busy or failing. */
export function triesNext({ failure }: ProviderError): boolean {
  return failure === 'not_found' || failure === 'limited' || failure === 'unavailable';
}

/** Returns what an error of the SDK means. */
export async function toModelError(cause: unknown, config: ModelConfig): Promise<ProviderError> {
  if (cause instanceof ProviderError) return cause;
  const provider = providerOf(config);
  const { APIConnectionTimeoutError, APIConnectionError, APIError } = await import('openai');
  if (cause instanceof APIConnectionTimeoutError)
    return errorFor(provider, 'timeout', 'did not answer in time', { cause });
  if (cause instanceof APIConnectionError) return errorFor(provider, 'unreachable', 'could not be reached', { cause });
  if (!(cause instanceof APIError)) {
    return errorFor(provider, 'unreadable', 'gave an answer that could not be read', { cause });
  }
  // An error in the midst of a stream has no status, but OpenRouter's has a code.
  const status = cause.status ?? (Number(cause.code) >= 400 ? Number(cause.code) : 502);
  if (
    [400, 404, 422].includes(status) &&
    /response_format|json_schema|structured|no endpoints found/i.test(cause.message)
  ) {
    const did = `cannot answer in the format asked for with "${config.model}"`;
    return errorFor(provider, 'format_unsupported', did, { cause });
  }
  const retryAfterSeconds = Number(cause.headers?.get('retry-after')) || undefined;
  return errorForStatus(provider, status, { cause, ...(retryAfterSeconds ? { retryAfterSeconds } : {}) });
}

import { deepgramConfig } from '../config.ts';
import { errorFor, errorForStatus, type Provider, ProviderError } from '../provider-error.ts';

const tokenTtlSeconds = 60;
const attemptTimeoutSeconds = 5;
const pauseBeforeRetryMs = 300;

const soon = 'try again in a moment';
const deepgramProvider: Provider = {
  name: 'Deepgram',
  keyVariable: 'DEEPGRAM_API_KEY',
  hints: {
    bad_key: 'check that it is valid and has the role Member or higher',
    limited: soon,
    unavailable: soon,
    unreachable: soon,
    timeout: soon,
  },
};

export type DeepgramToken = { token: string; expiresInSeconds: number };

/**
 * Returns a token that opens one WebSocket within a minute. A call that fails in a way that may pass is made once more; the
 * SDK's own retry would sleep for as long as Deepgram says, longer than a function lives.
 * @throws Problem `not_configured`; ProviderError
 */
export async function mintToken(): Promise<DeepgramToken> {
  const config = deepgramConfig();
  const { DeepgramClient } = await import('@deepgram/sdk');
  const { apiKey, restUrl, agentUrl } = config;
  const deepgram = new DeepgramClient({
    apiKey,
    environment: {
      base: restUrl,
      production: restUrl.replace(/^http/, 'ws'),
      agent: agentUrl,
      agentRest: agentUrl.replace(/^ws/, 'http'),
    },
  });
  const grant = async () => {
    const { access_token, expires_in } = await deepgram.auth.v1.tokens.grant(
      { ttl_seconds: tokenTtlSeconds },
      { timeoutInSeconds: attemptTimeoutSeconds, maxRetries: 0 },
    );
    if (!access_token) throw errorFor(deepgramProvider, 'unavailable', 'gave no token');
    return { token: access_token, expiresInSeconds: expires_in ?? tokenTtlSeconds };
  };
  try {
    return await grant();
  } catch (error) {
    const failed = await toProviderError(error);
    if (!failed.retryable || failed.failure === 'timeout') throw failed;
  }
  await new Promise((resolve) => setTimeout(resolve, pauseBeforeRetryMs));
  try {
    return await grant();
  } catch (error) {
    throw await toProviderError(error);
  }
}

/** Returns what the SDK's error means, without the error itself: it may hold what Deepgram sent. */
async function toProviderError(error: unknown): Promise<ProviderError> {
  if (error instanceof ProviderError) return error;
  const { DeepgramError, DeepgramTimeoutError } = await import('@deepgram/sdk');
  const status = error instanceof DeepgramError ? error.statusCode : undefined;
  if (status !== undefined) return errorForStatus(deepgramProvider, status);
  // The SDK's abort has a text for its reason, which the SDK then takes for an unknown error with that message.
  const isAbort = error instanceof DeepgramError && error.message.includes('timeout');
  if (!isAbort && !(error instanceof DeepgramTimeoutError)) {
    return errorFor(deepgramProvider, 'unreachable', 'could not be reached');
  }
  return errorFor(deepgramProvider, 'timeout', `did not answer within ${attemptTimeoutSeconds} s`);
}

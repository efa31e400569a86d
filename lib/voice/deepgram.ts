import { deepgramConfig } from '../config.ts';
import { Problem } from '../problem.ts';

const tokenTtlSeconds = 60;
const attemptTimeoutSeconds = 5;
const pauseBeforeRetryMs = 300;
const retryAfterSeconds = 5;

export type DeepgramToken = { token: string; expiresInSeconds: number };

/**
 * A token that opens one WebSocket within a minute. A call that fails in a way that may pass is made once more; the SDK's
 * own retry would sleep for as long as Deepgram says, longer than a function lives.
 * @throws Problem `not_configured`; `provider_error` when Deepgram rejects the key; `unavailable` or `timeout`
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
    if (!access_token) throw unavailable('Deepgram gave no token.');
    return { token: access_token, expiresInSeconds: expires_in ?? tokenTtlSeconds };
  };
  try {
    return await grant();
  } catch (error) {
    const problem = await toProblem(error);
    if (problem.code !== 'unavailable') throw problem;
  }
  await new Promise((resolve) => setTimeout(resolve, pauseBeforeRetryMs));
  try {
    return await grant();
  } catch (error) {
    throw await toProblem(error);
  }
}

function unavailable(detail: string, cause?: Error): Problem {
  return new Problem('unavailable', detail, { retryAfterSeconds, cause });
}

/** What the SDK's error means. Its cause is told in a sentence of ours: the error itself may hold what Deepgram sent. */
async function toProblem(error: unknown): Promise<Problem> {
  if (error instanceof Problem) return error;
  const { DeepgramError, DeepgramTimeoutError } = await import('@deepgram/sdk');
  const status = error instanceof DeepgramError ? error.statusCode : undefined;
  // The SDK's abort has a text for its reason, which the SDK then takes for an unknown error with that message.
  const isAbort = error instanceof DeepgramError && status === undefined && error.message.includes('timeout');
  if (error instanceof DeepgramTimeoutError || isAbort) {
    return new Problem('timeout', `Deepgram did not answer within ${attemptTimeoutSeconds} s. Try again in a moment.`, {
      retryAfterSeconds,
    });
  }
  const cause = new Error(`Deepgram's token endpoint: ${status ?? 'could not be reached'}`);
  if (status === 401 || status === 403) {
    return new Problem(
      'provider_error',
      'Deepgram rejects the key in DEEPGRAM_API_KEY. Check that it is valid and has the role Member or higher.',
      { retryAfterSeconds: 60, cause },
    );
  }
  if (status === 402) {
    return new Problem('provider_error', "The credits of DEEPGRAM_API_KEY's account are used up.", {
      retryAfterSeconds: 60,
      cause,
    });
  }
  if (status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 429) {
    return new Problem('provider_error', `Deepgram refused to give a token (status ${status}).`, {
      retryAfterSeconds: 60,
      cause,
    });
  }
  return unavailable(
    status === undefined
      ? 'Deepgram could not be reached. Try again in a moment.'
      : `Deepgram is not available (status ${status}). Try again in a moment.`,
    cause,
  );
}

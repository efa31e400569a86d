import type OpenAI from 'openai';
import { isLoopback, type ModelConfig, modelConfig } from '../config.ts';
import { type AnswerSoFar, emptyAnswer, readStream, readWhole } from './answer.ts';
import { ModelError, toModelError } from './errors.ts';
import type { Meter } from './meter.ts';

export type ChatTurn = { role: 'system' | 'user' | 'assistant'; content: string };
export type Tool = { name: string; description: string; parameters: Record<string, unknown> };
export type Completion = Omit<AnswerSoFar, 'finishReason'> & { truncated: boolean };
export type CompletionRequest = {
  messages: ChatTurn[];
  tools?: Tool[];
  /** A JSON schema to answer in (strict), `json` for any JSON object, or nothing for text. */
  format?: { name: string; schema: Record<string, unknown> } | 'json';
  maxTokens?: number;
  /** Who pays for it; without one nothing is limited or recorded. */
  meter?: Meter | undefined;
  /** Called with each piece of the text as it comes: the answer is streamed. */
  onText?: (piece: string) => void;
  /** Ends the call. */
  signal?: AbortSignal;
};

/** How long a model may be silent, and how long a call may take in all. */
const silenceMsMax = 60_000;
const callMsMax = 120_000;
const clients = new Map<string, OpenAI>();

async function client(config: ModelConfig): Promise<OpenAI> {
  const key = `${config.baseUrl} ${config.apiKey}`;
  const known = clients.get(key);
  if (known) return known;
  const { default: OpenAI } = await import('openai');
  const made = new OpenAI({
    apiKey: config.apiKey,
    baseURL: config.baseUrl,
    timeout: silenceMsMax,
    // Retries are the durable functions' doing: they wait longer and survive a restart.
    maxRetries: 0,
    defaultHeaders: { 'HTTP-Referer': 'https://github.com/flux-backend', 'X-OpenRouter-Title': 'Flux' },
  });
  clients.set(key, made);
  return made;
}

/** Whether there is a model to ask. */
export function hasModel(): boolean {
  return modelConfig() !== null;
}

/** The configured model's name, or null. */
export function modelName(): string | null {
  return modelConfig()?.model ?? null;
}

/**
 * One call of the configured model, 120 s at most, 60 s without a word.
 * @throws ModelError for everything that can go wrong, a 200 that holds an error (as OpenRouter sends) included
 */
export async function complete(request: CompletionRequest): Promise<Completion> {
  const config = modelConfig();
  if (!config) {
    throw new ModelError(
      'No language model is configured: set OPEN_ROUTER_API_KEY, or OPENAI_API_KEY / OPENAI_BASE_URL.',
      { retryable: false },
    );
  }
  await request.meter?.allow();
  const started = performance.now();
  const answer = emptyAnswer();
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), silenceMsMax);
  const tooLong = AbortSignal.any([silence.signal, AbortSignal.timeout(callMsMax)]);
  const signal = AbortSignal.any([tooLong, ...(request.signal ? [request.signal] : [])]);
  let failure: ModelError | undefined;
  try {
    const openai = await client(config);
    if (request.onText) {
      const { onText } = request;
      const { data: stream, response } = await openai.chat.completions
        .create({ ...parameters(request, config), stream: true, stream_options: { include_usage: true } }, { signal })
        .withResponse();
      if (/\bjson\b/.test(response.headers.get('content-type') ?? '')) {
        // An error, or the answer of a server that knows no streams.
        readWhole(JSON.parse(await response.text()), answer, config);
        onText(answer.text);
      } else {
        await readStream(stream, answer, config, (piece) => {
          timer.refresh();
          if (piece) onText(piece);
        });
      }
    } else {
      readWhole(await openai.chat.completions.create(parameters(request, config), { signal }), answer, config);
    }
    // The SDK ends an aborted stream as if it were complete.
    signal.throwIfAborted();
    if (answer.finishReason === null) {
      throw new ModelError(`${config.provider} broke off in the middle of its answer.`, { retryable: true });
    }
  } catch (cause) {
    failure = request.signal?.aborted
      ? new ModelError('The call was cancelled.', { retryable: false, cause })
      : tooLong.aborted
        ? new ModelError(`${config.provider} did not answer in time.`, { retryable: true, cause })
        : await toModelError(cause, config);
  } finally {
    clearTimeout(timer);
  }
  await request.meter?.record({
    model: config.model,
    outcome: failure === undefined ? 'ok' : request.signal?.aborted ? 'cancelled' : 'failed',
    ...spent(request, answer, signal.aborted),
    seconds: (performance.now() - started) / 1000,
    local: isLoopback(config.baseUrl),
  });
  if (failure) throw failure;
  const { finishReason, ...completion } = answer;
  return { ...completion, truncated: finishReason === 'length' };
}

function parameters(request: CompletionRequest, config: ModelConfig) {
  return {
    model: config.model,
    messages: request.messages,
    temperature: 0.3,
    ...(request.maxTokens ? { max_tokens: request.maxTokens } : {}),
    ...(request.tools?.length
      ? { tools: request.tools.map((tool) => ({ type: 'function' as const, function: tool })) }
      : {}),
    ...(request.format ? { response_format: responseFormat(request.format) } : {}),
  };
}

function responseFormat(format: NonNullable<CompletionRequest['format']>) {
  return format === 'json'
    ? { type: 'json_object' as const }
    : { type: 'json_schema' as const, json_schema: { ...format, strict: true } };
}

/** What a call used: what the provider says, or where it ended before that, about four characters a token. */
function spent(request: CompletionRequest, answer: AnswerSoFar, aborted: boolean) {
  if (answer.usage) return { ...answer.usage, estimated: false };
  // An answer that failed before its first word is not billed, unless it was us who did not wait for it.
  const began = aborted || answer.text !== '' || answer.toolCalls.length > 0;
  const asked = request.messages.reduce((length, { content }) => length + content.length, 0);
  return {
    input_tokens: began ? Math.ceil(asked / 4) : 0,
    output_tokens: Math.ceil((answer.text.length + JSON.stringify(answer.toolCalls).length - 2) / 4),
    cost_usd: null,
    estimated: began,
  };
}

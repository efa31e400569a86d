import type OpenAI from 'openai';
import { z } from 'zod';
import { isLoopback, type ModelConfig, modelConfig, modelConfigs, stepMsMax } from '../config.ts';
import { errorFor, errorForStatus, ProviderError } from '../provider-error.ts';
import type { ChatTurn, Completion, CompletionRequest } from './completion.ts';
import { providerOf, toModelError, triesNext } from './errors.ts';
import { type AnswerSoFar, gatherAnswer } from './gather.ts';
import { bodyOf, hasPictures, type Parameter, refusedBefore, refusedParameter, rememberRefused } from './parameters.ts';

/** The longest silence of a model and the longest call. Less where the host ends steps early. */
const silenceMsMax = 60_000;
export const callMsMax = 120_000;
/** Time that a step needs besides the model's call. */
const stepMarginMs = 10_000;
/** More bytes than this are not an answer; the characters of an answer have a bound of their own. */
const responseBytesMax = 32 * 1024 * 1024;
const adjustmentsMax = 4;
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
    fetch: fetchBounded,
  });
  clients.set(key, made);
  return made;
}

/** Reads no more of a response than {@link responseBytesMax}: the SDK would keep a line without an end in memory. */
async function fetchBounded(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
  if (!response.body) return response;
  let bytes = 0;
  const bounded = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes > responseBytesMax) controller.error(new Error('The response is too long.'));
        else controller.enqueue(chunk);
      },
    }),
  );
  return new Response(bounded, response);
}

/** Says whether there is a model to ask. */
export function hasModel(): boolean {
  return modelConfig() !== null;
}

/** Returns the configured model's name, the first one of a list, or null. */
export function modelName(): string | null {
  return modelConfig()?.model ?? null;
}

/**
 * Returns one answer of the configured model, 120 s at most, 60 s without a word; of the next one in the list where a model
 * is not known, limited or failing and nothing was heard of it yet.
 * @throws ProviderError for everything that can go wrong, a 200 that holds an error (as OpenRouter sends) included
 */
export async function complete(request: CompletionRequest): Promise<Completion> {
  const configs = modelConfigs();
  let heard = false;
  const { onText } = request;
  const asked: CompletionRequest = onText
    ? {
        ...request,
        onText(piece) {
          heard = true;
          onText(piece);
        },
      }
    : request;
  const msMax = Math.min(callMsMax, stepMsMax() - stepMarginMs, request.msMax ?? callMsMax);
  const deadline = performance.now() + msMax;
  for (const [place, config] of configs.entries()) {
    try {
      return await completeWith(config, asked, deadline - performance.now());
    } catch (error) {
      const isLast = place === configs.length - 1;
      if (isLast || heard || !(error instanceof ProviderError) || !triesNext(error)) throw error;
    }
  }
  throw new ProviderError(
    'not_configured',
    'No language model is configured: set OPEN_ROUTER_API_KEY, or OPENAI_API_KEY / OPENAI_BASE_URL.',
  );
}

/** Asks one model, again at once where it refuses a parameter that can be left out, and records what it cost. */
async function completeWith(config: ModelConfig, request: CompletionRequest, msMax: number): Promise<Completion> {
  await request.meter?.allow();
  const started = performance.now();
  const gathered = gatherAnswer(config.model);
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), Math.min(silenceMsMax, msMax));
  const tooLong = AbortSignal.any([silence.signal, AbortSignal.timeout(Math.max(1, Math.round(msMax)))]);
  const signal = AbortSignal.any([tooLong, ...(request.signal ? [request.signal] : [])]);
  let failure: ProviderError | undefined;
  try {
    await ask(config, request, { gathered, signal, onHeard: () => timer.refresh() });
    // The SDK ends an aborted stream as if it were complete.
    signal.throwIfAborted();
    checkEnd(gathered.answer().finishReason, config);
  } catch (cause) {
    failure = request.signal?.aborted
      ? new ProviderError('cancelled', 'The call was cancelled.', { cause })
      : tooLong.aborted
        ? errorFor(providerOf(config), 'timeout', 'did not answer in time', { cause })
        : await toModelError(cause, config);
  } finally {
    clearTimeout(timer);
  }
  const answer = gathered.answer();
  await request.meter?.record({
    model: config.model,
    outcome: failure === undefined ? 'ok' : request.signal?.aborted ? 'cancelled' : 'failed',
    ...spent(request, answer, signal.aborted),
    seconds: (performance.now() - started) / 1000,
    local: isLoopback(config.baseUrl),
  });
  if (failure) throw failure;
  const { finishReason, ...completion } = answer;
  return { ...completion, truncated: finishReason === 'length', model: config.model };
}

type Listener = { gathered: ReturnType<typeof gatherAnswer>; signal: AbortSignal; onHeard: () => void };

/** Asks without the parameters that the model is known to refuse, and learns of those that it refuses now. */
async function ask(config: ModelConfig, request: CompletionRequest, listener: Listener): Promise<void> {
  const key = `${config.baseUrl} ${config.model}`;
  const refused = new Set<Parameter>(refusedBefore(key));
  for (let n = 0; ; n += 1) {
    const body = bodyOf(request, config.model, refused);
    try {
      await receive(config, body, request.onText, listener);
      break;
    } catch (error) {
      const parameter =
        n < adjustmentsMax
          ? refusedParameter(error, body, hasPictures(request) && !refused.has('pictures'))
          : undefined;
      if (!parameter) throw error;
      refused.add(parameter);
    }
  }
  rememberRefused(key, refused);
}

type Body = ReturnType<typeof bodyOf>;

async function receive(
  config: ModelConfig,
  body: Body,
  onText: CompletionRequest['onText'],
  { gathered, signal, onHeard }: Listener,
): Promise<void> {
  const openai = await client(config);
  if (!onText) {
    takeWhole(await openai.chat.completions.create(body, { signal }), gathered, config);
    return;
  }
  const { data: stream, response } = await openai.chat.completions
    .create({ ...body, stream: true, stream_options: { include_usage: true } }, { signal })
    .withResponse();
  const type = response.headers.get('content-type') ?? '';
  if (/\bjson\b/.test(type)) {
    // An error, or the answer of a server that knows no streams.
    onText(takeWhole(JSON.parse(await response.text()), gathered, config));
    return;
  }
  if (/\bhtml\b/.test(type)) {
    await response.body?.cancel();
    throw errorFor(providerOf(config), 'unreadable', 'answers with a web page');
  }
  for await (const chunk of stream) {
    refuseError(chunk, config);
    const piece = gathered.take(chunk);
    onHeard();
    if (piece) onText(piece);
    if (gathered.isTooLong()) break;
  }
}

/** @returns the words of it @throws ProviderError for an error in it, or when there is none */
function takeWhole(whole: unknown, gathered: Listener['gathered'], config: ModelConfig): string {
  refuseError(whole, config);
  const said = gathered.take(whole);
  if (gathered.answer().finishReason === null && !gathered.isEmpty())
    gathered.take({ choices: [{ finish_reason: 'stop' }] });
  return said;
}

/** OpenRouter answers 200 with an `error` in place of choices, or in the midst of a stream, when the model behind it fails. */
const WithError = z.object({
  error: z.object({ code: z.unknown().optional() }).loose().nullish(),
  choices: z.array(z.object({ error: z.object({ code: z.unknown().optional() }).loose().nullish() })).nullish(),
});

function refuseError(answer: unknown, config: ModelConfig): void {
  const read = WithError.safeParse(answer);
  const error = read.data?.error ?? read.data?.choices?.[0]?.error;
  if (!error) return;
  const status = Number(error.code);
  throw errorForStatus(providerOf(config), Number.isInteger(status) && status >= 400 ? status : 502, { cause: error });
}

/** @throws ProviderError for an answer that did not come to its end */
function checkEnd(finishReason: string | null, config: ModelConfig): void {
  if (finishReason !== null && !/error|fail|malformed/i.test(finishReason)) return;
  throw errorFor(providerOf(config), 'unavailable', 'broke off in the middle of its answer');
}

/** The characters that cost about as much as a picture (https://platform.openai.com/docs/guides/images-vision: 85 to 1,500 tokens). */
const pictureCharacters = 4_000;

function charactersOf(turn: ChatTurn): number {
  const pictures = turn.role === 'user' ? (turn.pictures?.length ?? 0) : 0;
  const calls = turn.role === 'assistant' ? JSON.stringify(turn.toolCalls ?? []).length : 0;
  return turn.content.length + calls + pictures * pictureCharacters;
}

/** Returns what a call used: what the provider says, or where it ended before that, about four characters a token. */
function spent(request: CompletionRequest, answer: AnswerSoFar, aborted: boolean) {
  if (answer.usage) return { ...answer.usage, estimated: false };
  // An answer that failed before its first word is not billed, unless it was us who did not wait for it.
  const began = aborted || answer.text !== '' || answer.toolCalls.length > 0;
  const asked = request.messages.reduce((sum, turn) => sum + charactersOf(turn), 0);
  return {
    input_tokens: began ? Math.ceil(asked / 4) : 0,
    output_tokens: Math.ceil((answer.text.length + JSON.stringify(answer.toolCalls).length - 2) / 4),
    cost_usd: null,
    estimated: began,
  };
}

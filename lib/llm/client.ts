import type OpenAI from 'openai';
import { type ModelConfig, modelConfig } from '../config.ts';
import { ModelError, modelErrorForStatus } from './errors.ts';

export type ChatTurn = { role: 'system' | 'user' | 'assistant'; content: string };
export type Tool = { name: string; description: string; parameters: Record<string, unknown> };
export type Completion = {
  text: string;
  toolCalls: { name: string; arguments: string }[];
  truncated: boolean;
  refusal: string | null;
  usage: { input_tokens: number; output_tokens: number; cost_usd: number | null };
};
export type CompletionRequest = {
  messages: ChatTurn[];
  tools?: Tool[];
  /** A JSON schema to answer in (strict), `json` for any JSON object, or nothing for text. */
  format?: { name: string; schema: Record<string, unknown> } | 'json';
  maxTokens?: number;
};

const callTimeoutMs = 60_000;
const clients = new Map<string, OpenAI>();

async function client(config: ModelConfig): Promise<OpenAI> {
  const key = `${config.baseUrl} ${config.apiKey}`;
  const known = clients.get(key);
  if (known) return known;
  const { default: OpenAI } = await import('openai');
  const made = new OpenAI({
    apiKey: config.apiKey,
    baseURL: config.baseUrl,
    timeout: callTimeoutMs,
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
 * One call of the configured model, 60 s at most.
 * @throws ModelError for everything that can go wrong, a 200 that holds an error (as OpenRouter sends) included
 */
export async function complete(request: CompletionRequest): Promise<Completion> {
  const config = modelConfig();
  if (!config) {
    throw new ModelError(
      'No language model is configured: set OPEN_ROUTER_API_KEY, or OPENAI_API_KEY / OPENAI_BASE_URL.',
      {
        retryable: false,
      },
    );
  }
  const openai = await client(config);
  let answer: OpenAI.ChatCompletion;
  try {
    answer = await openai.chat.completions.create({
      model: config.model,
      messages: request.messages,
      temperature: 0.3,
      ...(request.maxTokens ? { max_tokens: request.maxTokens } : {}),
      ...(request.tools?.length
        ? { tools: request.tools.map((tool) => ({ type: 'function' as const, function: tool })) }
        : {}),
      ...(request.format ? { response_format: responseFormat(request.format) } : {}),
    });
  } catch (cause) {
    throw await toModelError(cause, config);
  }
  return read(answer, config);
}

function responseFormat(format: NonNullable<CompletionRequest['format']>) {
  return format === 'json'
    ? { type: 'json_object' as const }
    : { type: 'json_schema' as const, json_schema: { ...format, strict: true } };
}

/** OpenRouter answers 200 with an `error` in place of choices when the model behind it fails. */
function read(
  answer: OpenAI.ChatCompletion & { error?: { code?: unknown; message?: unknown } },
  config: ModelConfig,
): Completion {
  if (answer.error) {
    const status = Number(answer.error.code);
    throw modelErrorForStatus(Number.isInteger(status) && status >= 400 ? status : 502, config, {
      cause: answer.error,
    });
  }
  const choice = answer.choices?.[0];
  if (!choice) throw new ModelError(`${config.provider} gave no answer.`, { retryable: true });
  const usage: (OpenAI.CompletionUsage & { cost?: unknown }) | undefined = answer.usage;
  return {
    text: choice.message.content ?? '',
    toolCalls: (choice.message.tool_calls ?? []).flatMap((call) =>
      call.type === 'function' ? [{ name: call.function.name, arguments: call.function.arguments }] : [],
    ),
    truncated: choice.finish_reason === 'length',
    refusal: choice.message.refusal ?? null,
    usage: {
      input_tokens: usage?.prompt_tokens ?? 0,
      output_tokens: usage?.completion_tokens ?? 0,
      cost_usd: typeof usage?.cost === 'number' ? usage.cost : null,
    },
  };
}

async function toModelError(cause: unknown, config: ModelConfig): Promise<ModelError> {
  const { APIConnectionTimeoutError, APIConnectionError, APIError } = await import('openai');
  if (cause instanceof APIConnectionTimeoutError) {
    return new ModelError(`${config.provider} did not answer within ${callTimeoutMs / 1000} s.`, {
      retryable: true,
      cause,
    });
  }
  if (cause instanceof APIConnectionError) {
    return new ModelError(`${config.provider} could not be reached.`, { retryable: true, cause });
  }
  if (cause instanceof APIError && typeof cause.status === 'number') {
    if (
      [400, 404, 422].includes(cause.status) &&
      /response_format|json_schema|structured|no endpoints found/i.test(cause.message)
    ) {
      const message = `${config.provider} cannot answer in the format asked for with "${config.model}".`;
      return new ModelError(message, { retryable: false, formatUnsupported: true, cause });
    }
    const retryAfterSeconds = Number(cause.headers?.get('retry-after')) || undefined;
    return modelErrorForStatus(cause.status, config, { cause, ...(retryAfterSeconds ? { retryAfterSeconds } : {}) });
  }
  return new ModelError(`${config.provider} gave an answer that could not be read.`, { retryable: true, cause });
}

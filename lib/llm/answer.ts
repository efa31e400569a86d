import type OpenAI from 'openai';
import type { ModelConfig } from '../config.ts';
import { ModelError, modelErrorForStatus } from './errors.ts';

/** What has come of an answer. */
export type AnswerSoFar = {
  text: string;
  toolCalls: { name: string; arguments: string }[];
  refusal: string | null;
  usage: { input_tokens: number; output_tokens: number; cost_usd: number | null } | null;
  /** Null until the model says that it is done. */
  finishReason: string | null;
};

export function emptyAnswer(): AnswerSoFar {
  return { text: '', toolCalls: [], refusal: null, usage: null, finishReason: null };
}

/** OpenRouter answers 200 with an `error` in place of choices, or in the midst of a stream, when the model behind it fails. */
type WithError = { error?: { code?: unknown; message?: unknown } };
type Usage = OpenAI.CompletionUsage & { cost?: unknown };

/**
 * Reads an answer that came in one piece.
 * @throws ModelError for an error in it, or when there is none
 */
export function readWhole(whole: OpenAI.ChatCompletion & WithError, answer: AnswerSoFar, config: ModelConfig): void {
  readUsage(whole.usage, answer);
  refuseError(whole, config);
  const choice = whole.choices?.[0];
  if (!choice) throw new ModelError(`${config.provider} gave no answer.`, { retryable: true });
  answer.text = choice.message.content ?? '';
  answer.toolCalls = (choice.message.tool_calls ?? []).flatMap((call) =>
    call.type === 'function' ? [{ name: call.function.name, arguments: call.function.arguments }] : [],
  );
  answer.refusal = choice.message.refusal ?? null;
  answer.finishReason = choice.finish_reason ?? 'stop';
}

/**
 * Gathers an answer from its stream. `onPiece` is called for each chunk, with the text that it brought.
 * @throws ModelError for an error in the stream
 */
export async function readStream(
  stream: AsyncIterable<OpenAI.ChatCompletionChunk & WithError>,
  answer: AnswerSoFar,
  config: ModelConfig,
  onPiece: (text: string) => void,
): Promise<void> {
  for await (const chunk of stream) {
    refuseError(chunk, config);
    readUsage(chunk.usage, answer);
    const choice = chunk.choices?.[0];
    const text = choice?.delta?.content ?? '';
    answer.text += text;
    if (choice?.delta?.refusal) answer.refusal = (answer.refusal ?? '') + choice.delta.refusal;
    for (const { index, function: part } of choice?.delta?.tool_calls ?? []) {
      const call = answer.toolCalls[index] ?? { name: '', arguments: '' };
      answer.toolCalls[index] = {
        name: call.name + (part?.name ?? ''),
        arguments: call.arguments + (part?.arguments ?? ''),
      };
    }
    answer.finishReason = choice?.finish_reason ?? answer.finishReason;
    onPiece(text);
  }
}

function refuseError(answer: WithError, config: ModelConfig): void {
  if (!answer.error) return;
  const status = Number(answer.error.code);
  throw modelErrorForStatus(Number.isInteger(status) && status >= 400 ? status : 502, config, { cause: answer.error });
}

function readUsage(usage: Usage | null | undefined, answer: AnswerSoFar): void {
  if (!usage) return;
  answer.usage = {
    input_tokens: usage.prompt_tokens ?? 0,
    output_tokens: usage.completion_tokens ?? 0,
    cost_usd: typeof usage.cost === 'number' ? usage.cost : null,
  };
}

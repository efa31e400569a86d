import type { AnswerSoFar, ToolCall } from './gather.ts';
import type { Meter } from './meter.ts';

/** A picture as a part of what a model is told (OpenAI's content parts). */
export type PicturePart = { type: 'image_url'; image_url: { url: string } };

export type ChatTurn =
  | { role: 'system'; content: string }
  /** Pictures are for a model that sees; where it does not, it is told so. */
  | { role: 'user'; content: string; pictures?: PicturePart[] }
  | { role: 'assistant'; content: string; toolCalls?: ToolCall[] }
  | { role: 'tool'; callId: string; content: string };
export type Tool = { name: string; description: string; parameters: Record<string, unknown> };
export type Completion = Omit<AnswerSoFar, 'finishReason'> & {
  truncated: boolean;
  /** The model that answered, of those that are configured. */
  model: string;
};
export type CompletionRequest = {
  messages: ChatTurn[];
  tools?: Tool[];
  /** The tools are there to be understood, not called: the answer is to be in words. */
  noToolCalls?: boolean;
  /** A JSON schema to answer in (strict), `json` for any JSON object, or nothing for text. */
  format?: { name: string; schema: Record<string, unknown> } | 'json';
  maxTokens?: number;
  /** The account that pays for it; without one nothing is limited or recorded. */
  meter?: Meter | undefined;
  /** Called with each piece of the text as it comes: the answer is streamed. */
  onText?: (piece: string) => void;
  /** The most time for the whole answer, in ms, where that is less than usual. */
  msMax?: number;
  /** Ends the call. */
  signal?: AbortSignal;
};

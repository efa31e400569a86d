import { z } from 'zod';
import { stepMsMax } from '../config.ts';
import { ProviderError } from '../provider-error.ts';
import { complete } from './client.ts';
import type { ChatTurn, Completion, CompletionRequest } from './completion.ts';
import { readJson } from './json.ts';
import { parseCutOff, parseLeniently } from './lenient.ts';
import type { Meter } from './meter.ts';
import { withoutThinking } from './text.ts';

/** Reads what is meant where the schema does not fit: a value of another shape, or a text that was cut off. */
export type Readers<T> = { other?(value: unknown): T | undefined; cut?(text: string): T | undefined };

/** Time that a step needs besides, and the least in which a model can answer again. */
const afterwardsMs = 10_000;
const leastMs = 5_000;

type Format = Exclude<CompletionRequest['format'], 'json' | undefined>;

/**
 * Asks the model for a value of a schema, down the ladder that real providers need: strict json_schema, where that is not
 * supported any JSON object or just text with the schema in the prompt, read as models write it, and one more try with what
 * was wrong, where the host's step has time for it. `meter` is who pays for the calls; `readers` know what else a value may look like.
 * @throws ProviderError when the model fails, refuses, or answers in another shape twice
 */
export async function askFor<T>(
  schema: z.ZodType<T>,
  name: string,
  messages: ChatTurn[],
  meter?: Meter,
  readers: Readers<T> = {},
): Promise<T> {
  const { $schema: _, ...bare } = z.toJSONSchema(schema, { target: 'draft-7' });
  const format = { name, schema: bare };
  const endsAt = performance.now() + stepMsMax() - afterwardsMs;
  const first = await ask(messages, format, meter);
  const value = read(schema, first, readers);
  if (value.success) return value.data;
  const again: ChatTurn[] = [
    ...messages,
    { role: 'assistant', content: first.text || '(nothing)' },
    {
      role: 'user',
      content: `That is not usable: ${value.problem}. Answer again with one complete JSON object only.`,
    },
  ];
  const msLeft = endsAt - performance.now();
  const answer = msLeft > leastMs ? await ask(again, format, meter, msLeft) : first;
  const second = read(schema, answer, readers);
  if (second.success) return second.data;
  const cut = ({ text }: Completion) => readers.cut?.(withoutThinking(text));
  const rest = salvage(schema, answer) ?? salvage(schema, first) ?? cut(answer) ?? cut(first);
  if (rest !== undefined) return rest;
  throw new ProviderError('refused', `The model answered in a shape that cannot be used, twice: ${second.problem}.`);
}

async function ask(
  messages: ChatTurn[],
  format: Format,
  meter: Meter | undefined,
  msMax?: number,
): Promise<Completion> {
  const described: ChatTurn = {
    role: 'system',
    content: `Answer with one JSON object that is valid against this JSON schema:\n${JSON.stringify(format.schema)}`,
  };
  // Streamed, so that a long answer is not taken for silence.
  const rest = { meter, onText: () => {}, ...(msMax === undefined ? {} : { msMax }) };
  const answer = await withFallback(
    () => complete({ ...rest, messages, format }),
    () => complete({ ...rest, messages: [described, ...messages], format: 'json' }),
    () => complete({ ...rest, messages: [described, ...messages] }),
  );
  if (answer.refusal) {
    throw new ProviderError('refused', `The model refused: ${answer.refusal.slice(0, 200)}`);
  }
  return answer;
}

/** Returns the answer to a call, or where its format is not supported, to the next plainer one. */
async function withFallback(
  call: () => Promise<Completion>,
  ...plainer: (() => Promise<Completion>)[]
): Promise<Completion> {
  try {
    return await call();
  } catch (error) {
    const [next, ...rest] = plainer;
    if (!next || !(error instanceof ProviderError) || error.failure !== 'format_unsupported') throw error;
    return withFallback(next, ...rest);
  }
}

type Read<T> = { success: true; data: T } | { success: false; problem: string };

function read<T>(schema: z.ZodType<T>, answer: Completion, { other }: Readers<T>): Read<T> {
  const { text, truncated } = answer;
  const data = readJson(text, (value) => parseLeniently(schema, value).data ?? other?.(value), { truncated });
  if (data !== undefined) return { success: true, data };
  if (truncated) return { success: false, problem: 'it was cut off at the length limit: be briefer' };
  // An answer that had to be repaired is a guess, and not worth explaining.
  const value = readJson(text, (found) => found, { truncated: true });
  if (value === undefined) return { success: false, problem: 'it is not JSON' };
  const issues = parseLeniently(schema, value).error?.issues ?? [];
  const problem = issues.slice(0, 8).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  return { success: false, problem: problem.join('; ') };
}

/** Returns what is left of an answer that broke off, though the model took it for whole. */
function salvage<T>(schema: z.ZodType<T>, { text, truncated }: Completion): T | undefined {
  return truncated ? undefined : readJson(text, (value) => parseCutOff(schema, value));
}

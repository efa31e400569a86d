import { z } from 'zod';
import { type ChatTurn, type Completion, type CompletionRequest, complete } from './client.ts';
import { ModelError } from './errors.ts';
import type { Meter } from './meter.ts';

type Format = Exclude<CompletionRequest['format'], 'json' | undefined>;

/**
 * Asks the model for a value of a schema, down the ladder that real providers need: strict json_schema, where that is not
 * supported any JSON object or just text with the schema in the prompt, fences stripped, and one more try with what was
 * wrong. `meter` is who pays for the calls.
 * @throws ModelError when the model fails, refuses, or answers in another shape twice
 */
export async function askFor<T>(schema: z.ZodType<T>, name: string, messages: ChatTurn[], meter?: Meter): Promise<T> {
  const { $schema: _, ...bare } = z.toJSONSchema(schema, { target: 'draft-7' });
  const format = { name, schema: bare };
  const first = await ask(messages, format, meter);
  const value = read(schema, first);
  if (value.success) return value.data;
  const again: ChatTurn[] = [
    ...messages,
    { role: 'assistant', content: first.text || '(nothing)' },
    {
      role: 'user',
      content: `That is not usable: ${value.problem}. Answer again with one complete JSON object only.`,
    },
  ];
  const second = read(schema, await ask(again, format, meter));
  if (second.success) return second.data;
  throw new ModelError(`The model answered in a shape that cannot be used, twice: ${second.problem}.`, {
    failure: 'unreadable',
    retryable: false,
  });
}

async function ask(messages: ChatTurn[], format: Format, meter: Meter | undefined): Promise<Completion> {
  const described: ChatTurn = {
    role: 'system',
    content: `Answer with one JSON object that is valid against this JSON schema:\n${JSON.stringify(format.schema)}`,
  };
  // Streamed, so that a long answer is not taken for silence.
  const rest = { meter, onText: () => {} };
  const answer = await withFallback(
    () => complete({ ...rest, messages, format }),
    () => complete({ ...rest, messages: [described, ...messages], format: 'json' }),
    () => complete({ ...rest, messages: [described, ...messages] }),
  );
  if (answer.refusal) {
    const message = `The model refused: ${answer.refusal.slice(0, 200)}`;
    throw new ModelError(message, { failure: 'refused', retryable: false });
  }
  return answer;
}

/** The answer to a call, or where its format is not supported, to the next plainer one. */
async function withFallback(
  call: () => Promise<Completion>,
  ...plainer: (() => Promise<Completion>)[]
): Promise<Completion> {
  try {
    return await call();
  } catch (error) {
    const [next, ...rest] = plainer;
    if (!(error instanceof ModelError) || !error.formatUnsupported || !next) throw error;
    return withFallback(next, ...rest);
  }
}

type Read<T> = { success: true; data: T } | { success: false; problem: string };

function read<T>(schema: z.ZodType<T>, answer: Completion): Read<T> {
  if (answer.truncated) return { success: false, problem: 'it was cut off at the length limit: be briefer' };
  let value: unknown;
  try {
    value = JSON.parse(withoutFence(answer.text));
  } catch {
    return { success: false, problem: 'it is not JSON' };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { success: true, data: parsed.data };
  const issues = parsed.error.issues.slice(0, 8).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  return { success: false, problem: issues.join('; ') };
}

/** The JSON inside a Markdown fence, or between the first and the last brace, where a model wraps it in words. */
function withoutFence(text: string): string {
  const fenced = /```(?:json)?\s*\n([\s\S]*?)\n?```/.exec(text)?.[1];
  if (fenced) return fenced;
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  return start >= 0 && end > start ? text.slice(start, end + 1) : text;
}

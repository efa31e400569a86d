import { z } from 'zod';
import { type ChatTurn, type Completion, complete } from './client.ts';
import { ModelError } from './errors.ts';

/**
 * Asks the model for a value of a schema, down the ladder that real providers need: strict json_schema, where that is not
 * supported any JSON object with the schema in the prompt, fences stripped, and one more try with what was wrong.
 * @throws ModelError when the model fails, refuses, or answers in another shape twice
 */
export async function askFor<T>(schema: z.ZodType<T>, name: string, messages: ChatTurn[]): Promise<T> {
  const jsonSchema = z.toJSONSchema(schema, { target: 'draft-7' });
  const { $schema: _, ...bare } = jsonSchema;
  const first = await ask(messages, name, bare);
  const value = read(schema, first);
  if (value.success) return value.data;
  const second = await ask(
    [
      ...messages,
      { role: 'assistant', content: first.text || '(nothing)' },
      {
        role: 'user',
        content: `That is not usable: ${value.problem}. Answer again with one complete JSON object only.`,
      },
    ],
    name,
    bare,
  );
  const again = read(schema, second);
  if (again.success) return again.data;
  throw new ModelError(`The model answered in a shape that cannot be used, twice: ${again.problem}.`, {
    retryable: false,
  });
}

async function ask(messages: ChatTurn[], name: string, schema: Record<string, unknown>): Promise<Completion> {
  const answer = await withFormat(messages, name, schema);
  if (answer.refusal) throw new ModelError(`The model refused: ${answer.refusal.slice(0, 200)}`, { retryable: false });
  return answer;
}

async function withFormat(messages: ChatTurn[], name: string, schema: Record<string, unknown>): Promise<Completion> {
  try {
    return await complete({ messages, format: { name, schema } });
  } catch (error) {
    if (!(error instanceof ModelError) || !error.formatUnsupported) throw error;
  }
  const described: ChatTurn = {
    role: 'system',
    content: `Answer with one JSON object that is valid against this JSON schema:\n${JSON.stringify(schema)}`,
  };
  return complete({ messages: [described, ...messages], format: 'json' });
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

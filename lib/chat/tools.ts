import { z } from 'zod';
import { intentTools } from '../intents/catalogue.ts';
import type { Tool } from '../llm/completion.ts';
import type { ToolCall } from '../llm/gather.ts';
import { readJson } from '../llm/json.ts';
import { programIn } from './code.ts';
import { type Call, callsMax } from './thought.ts';

/** The tool whose argument is the program; in a chat it is not an intent but a part of the message's own work. */
export const runCode = 'run_code';
/** As long as a program may be. */
const programCharactersMax = 30_000;
const argumentsCharactersMax = 40_000;

const runCodeTool: Tool = {
  name: runCode,
  description:
    'Run a Python program, when the answer needs one: calculations, data, files, charts, simulations, or code that the person asks to be executed.',
  parameters: {
    type: 'object',
    properties: { code: { type: 'string', description: 'The whole program.' } },
    required: ['code'],
    additionalProperties: false,
  },
};

/**
 * Returns what the model may call. A message that an intent made is there for code alone: it was cut out of what the person
 * said, and the rest of that has been done.
 */
export function toolsFor({ deferred }: { deferred: boolean }): Tool[] {
  return deferred ? [runCodeTool] : [...intentTools().filter(({ name }) => name !== runCode), runCodeTool];
}

const Arguments = z.record(z.string(), z.json());
type Arguments = z.infer<typeof Arguments>;

/**
 * Returns a model's calls as they are kept. Ids are made unique: results are told by them.
 * @param truncated the answer ended at its length limit, in the midst of its last call
 */
export function readCalls(calls: ToolCall[], truncated: boolean): Call[] {
  const seen = new Set<string>();
  return calls.slice(0, callsMax).map((call, place) => {
    const id = seen.has(call.id) ? `call_${place}` : call.id;
    seen.add(id);
    const read = readArguments(call, truncated && place === calls.length - 1);
    return {
      id,
      name: call.name.trim(),
      arguments: read ?? {},
      ...(read ? {} : { unreadable: true as const }),
      ...(call.beside ? { beside: call.beside } : {}),
    };
  });
}

function readArguments({ name, arguments: text }: ToolCall, truncated: boolean): Arguments | undefined {
  if (text.trim() === '' || text.trim() === 'null') return {};
  if (text.length > argumentsCharactersMax) return undefined;
  const read = readJson(text, (value) => (Array.isArray(value) ? undefined : Arguments.safeParse(value).data), {
    truncated,
  });
  // Some models pass the program itself.
  const isProgram = name === runCode && !truncated && !/^\s*[{"']/.test(text);
  return read ?? (isProgram ? { code: text } : undefined);
}

/** Returns the program that a call asks to be run, out of its fences where the model put some around it, or null. */
export function programOf({ arguments: args }: Call): string | null {
  const code = typeof args.code === 'string' && args.code.length <= programCharactersMax ? programIn(args.code) : '';
  return code.trim() === '' ? null : code;
}

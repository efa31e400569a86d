import { z } from 'zod';
import { cleanText, cutText, visiblePieces, withoutThinking } from './text.ts';

/**
 * Fields that a model sent beside a call: it wants them back unchanged, and another model might refuse them. `reasoning`
 * is what it sent with the whole message; the first call keeps it.
 * Sources: https://ai.google.dev/gemini-api/docs/thought-signatures (`extra_content.google.thought_signature`),
 * https://openrouter.ai/docs/use-cases/reasoning-tokens#preserving-reasoning-blocks (`reasoning_details`)
 */
export const Beside = z.object({
  model: z.string(),
  fields: z.record(z.string(), z.json()),
  reasoning: z.array(z.record(z.string(), z.json())).optional(),
});
export type Beside = z.infer<typeof Beside>;

/** One call of a tool; the arguments are as the model wrote them, usually JSON. */
export type ToolCall = { id: string; name: string; arguments: string; beside?: Beside };

/** The part of an answer that has come. */
export type AnswerSoFar = {
  text: string;
  toolCalls: ToolCall[];
  refusal: string | null;
  usage: { input_tokens: number; output_tokens: number; cost_usd: number | null } | null;
  /** Null until the model says that it is done. */
  finishReason: string | null;
};

/**
 * More of an answer than this many characters is not read: nobody wants it, and a database would have to hold it. It comes
 * from servers that never end.
 */
const answerCharactersMax = 300_000;

/** Characters kept of all fields beside an answer's calls; a signature takes a few thousand. */
const besideCharactersMax = 100_000;
/** NUL and half a surrogate pair, which a database cannot hold, as JSON writes them. */
const unstorable = /\\u(?:0000|d[89a-f])/i;

type PartialCall = {
  index: number | null;
  id: string;
  name: string;
  arguments: string;
  beside: Record<string, unknown>;
};

/**
 * Gathers an answer of any "OpenAI-compatible" server, whole or chunk by chunk. Servers leave out the index of a tool call,
 * count from 1, give two calls the same one, repeat the name with each chunk, send arguments as objects and content as parts:
 * calls are told apart by index, then id, then by a name that comes when the call before is whole.
 * @param model the name of who answers
 */
export function gatherAnswer(model: string) {
  const calls: PartialCall[] = [];
  let current: PartialCall | undefined;
  let text = '';
  let refusal = '';
  let hidden = 0;
  const reasoning: Record<string, unknown>[] = [];
  let usage: AnswerSoFar['usage'] = null;
  let finishReason: string | null = null;
  const visible = visiblePieces();

  function callFor(index: number | null, id: string, name: string): PartialCall {
    let known = index !== null ? calls.findLast((call) => call.index === index) : undefined;
    if (index === null) known = id ? calls.find((call) => call.id === id) : current;
    const isAnother =
      known !== undefined &&
      ((id !== '' && known.id !== '' && id !== known.id) ||
        (name !== '' && id === '' && known.name !== '' && isWhole(known.arguments)));
    if (known && !isAnother) return known;
    const made = { index, id: '', name: '', arguments: '', beside: {} };
    calls.push(made);
    return made;
  }

  function takeCall(part: unknown): void {
    const index = numberOf(part, 'index');
    const id = textOf(fieldOf(part, 'id'));
    const called = fieldOf(part, 'function');
    const name = textOf(fieldOf(called, 'name'));
    const given = fieldOf(called, 'arguments');
    const call = callFor(index, id, name);
    current = call;
    if (id && !call.id) call.id = id;
    if (name && name !== call.name) call.name += name;
    call.arguments += typeof given === 'string' ? given : given == null ? '' : JSON.stringify(given);
    const { index: _index, id: _id, type: _type, function: _function, ...beside } = Object(part);
    Object.assign(call.beside, beside);
  }

  /** Takes pieces of the model's thoughts: those of one block, which come one after the other, are one. */
  function takeReasoning(pieces: unknown): void {
    for (const piece of Array.isArray(pieces) ? pieces : []) {
      const last = reasoning.at(-1);
      const grows = ['text', 'summary', 'data'].find((name) => textOf(fieldOf(piece, name)) !== '');
      hidden += grows ? textOf(fieldOf(piece, grows)).length : 0;
      const isSame = last && last.type === fieldOf(piece, 'type') && last.index === fieldOf(piece, 'index');
      if (!isSame || last.index === undefined) reasoning.push({ ...Object(piece) });
      else
        Object.assign(last, piece, grows ? { [grows]: `${textOf(last[grows])}${textOf(fieldOf(piece, grows))}` } : {});
    }
  }

  /** Returns what stands beside each call, and beside all of them, as far as it can be kept. */
  function besides(): (Beside | undefined)[] {
    let left = besideCharactersMax;
    const fits = (value: unknown) => {
      const text = JSON.stringify(value);
      if (text.length <= 2 || text.length > left || unstorable.test(text)) return undefined;
      left -= text.length;
      return JSON.parse(text);
    };
    return calls.map(({ beside }, place) => {
      const fields: unknown = fits(beside);
      const thoughts: unknown = place === 0 ? fits(reasoning) : undefined;
      return fields || thoughts ? Beside.parse({ model, fields: fields ?? {}, reasoning: thoughts }) : undefined;
    });
  }

  const length = () => text.length + hidden + calls.reduce((sum, call) => sum + call.arguments.length, 0);

  return {
    /** Takes a chunk, or a whole answer. @returns the words in it that a person may see at once */
    take(chunk: unknown): string {
      readUsage(fieldOf(chunk, 'usage'));
      const choices = fieldOf(chunk, 'choices');
      const choice: unknown = Array.isArray(choices) ? choices[0] : undefined;
      const delta = fieldOf(choice, 'delta') ?? fieldOf(choice, 'message');
      const piece = textOf(fieldOf(delta, 'content'));
      text += piece;
      hidden += textOf(fieldOf(delta, 'reasoning_content') ?? fieldOf(delta, 'reasoning')).length;
      takeReasoning(fieldOf(delta, 'reasoning_details'));
      refusal += textOf(fieldOf(delta, 'refusal'));
      const parts = fieldOf(delta, 'tool_calls');
      if (Array.isArray(parts)) for (const part of parts) takeCall(part);
      finishReason = textOf(fieldOf(choice, 'finish_reason')) || finishReason;
      return visible(piece);
    },
    /** Returns true if the rest is not to be read. */
    isTooLong: () => length() > answerCharactersMax,
    /** Returns true if nothing came. */
    isEmpty: () => text === '' && refusal === '' && calls.length === 0,
    /** Returns what came, cleaned. An answer that was too long counts as cut off. */
    answer(): AnswerSoFar {
      const beside = besides();
      return {
        text: withoutThinking(cleanText(cutText(text, answerCharactersMax))),
        toolCalls: calls.map((call, place) => ({
          id: cleanText(call.id).slice(0, 200) || `call_${place}`,
          name: cleanText(call.name).slice(0, 200),
          arguments: cleanText(call.arguments.slice(0, answerCharactersMax)),
          ...(beside[place] ? { beside: beside[place] } : {}),
        })),
        refusal: cleanText(refusal.slice(0, answerCharactersMax)) || null,
        usage,
        finishReason: length() > answerCharactersMax ? 'length' : finishReason,
      };
    },
  };

  function readUsage(given: unknown): void {
    if (!given) return;
    const cost = fieldOf(given, 'cost');
    usage = {
      input_tokens: numberOf(given, 'prompt_tokens') ?? 0,
      output_tokens: numberOf(given, 'completion_tokens') ?? 0,
      cost_usd: typeof cost === 'number' ? cost : null,
    };
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return value !== null && typeof value === 'object' ? Reflect.get(value, name) : undefined;
}

function numberOf(value: unknown, name: string): number | null {
  const found = fieldOf(value, name);
  return typeof found === 'number' ? found : null;
}

/** Returns text, or the text of the parts that content may come in. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return '';
  return value.map((part) => (typeof part === 'string' ? part : textOf(fieldOf(part, 'text')))).join('');
}

function isWhole(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

import { jsonrepair } from 'jsonrepair';
import { cleanText, withoutThinking } from './text.ts';

const candidatesMax = 20;
/** Longer texts are not repaired: repairing takes time, and no answer that is wanted is so long. */
const repairedCharactersMax = 200_000;

/**
 * Finds a JSON object or array in what a model wrote: fenced, between words, after its thoughts, encoded twice, or written as
 * Python or JavaScript would (single quotes, bare keys, trailing commas). What is strictly JSON comes first; repaired text is
 * a guess, so it counts only where `read` takes it.
 * @param read the value as it is wanted, or undefined for another one
 * @param truncated the text ended at a length limit: it is not repaired, for its end would be made up
 */
export function readJson<T>(
  text: string,
  read: (value: unknown) => T | undefined,
  { truncated = false }: { truncated?: boolean } = {},
): T | undefined {
  const candidates = candidatesIn(text);
  const parsers = truncated ? [JSON.parse] : [JSON.parse, parseRepaired];
  for (const parse of parsers) {
    for (const candidate of candidates) {
      const value = objectOf(candidate, parse);
      const taken = value === undefined ? undefined : read(value);
      if (taken !== undefined) return taken;
    }
  }
  return undefined;
}

type Parse = (text: string) => unknown;

const parseRepaired: Parse = (text) => (text.length > repairedCharactersMax ? undefined : JSON.parse(jsonrepair(text)));

/** Returns what a candidate holds, an object or array; some models encode it twice. */
function objectOf(candidate: string, parse: Parse): object | undefined {
  try {
    const value = parse(candidate);
    const inner: unknown = typeof value === 'string' ? parse(value) : value;
    const isContainer = inner !== null && typeof inner === 'object';
    return isContainer ? cleanValue(inner) : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the value with every text in it storable: JSON can write what a database cannot hold as escapes. */
function cleanValue<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, inner) => {
    if (typeof inner === 'string') return cleanText(inner);
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, item]) => [cleanText(key), item]));
  });
}

/** Returns the text itself, its fenced blocks, then each balanced {…} or […], the last one perhaps cut off. */
function candidatesIn(text: string): string[] {
  const bare = withoutThinking(text).trim();
  const fenced = [...bare.matchAll(/```[a-z]*[ \t]*\r?\n([\s\S]*?)(?:```|$)/gi)].map((match) => match[1] ?? '');
  const found = [bare, ...fenced.slice(0, candidatesMax)];
  for (let start = 0; start < bare.length && found.length < 2 * candidatesMax; start += 1) {
    if (bare[start] !== '{' && bare[start] !== '[') continue;
    const end = endOfValue(bare, start);
    found.push(bare.slice(start, end));
    start = end - 1;
  }
  return found;
}

/**
 * Returns where the value that begins at `start` ends, brackets in strings left out; the end of the text where it is cut off.
 */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (inString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

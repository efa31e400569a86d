import { jsonrepair } from 'jsonrepair';
import { cleanText, withoutThinking } from './text.ts';

const candidatesMax = 40;
/** Longer texts are not repaired: repairing takes time, and no answer that is wanted is so long. */
const repairedCharactersMax = 200_000;

/**
 * Finds a JSON object or array in what a model wrote: fenced, between words, after its thoughts, encoded twice, or written as
 * Python or JavaScript would (single quotes, bare keys, trailing commas). Models repeat examples before they answer, so the last
 * value that `read` takes is the answer; a bracket in the words after it is none.
 * @param read the value as it is wanted, or undefined for another one
 * @param truncated the text ended at a length limit: it is not repaired, for its end would be made up
 */
export function readJson<T>(
  text: string,
  read: (value: unknown) => T | undefined,
  { truncated = false }: { truncated?: boolean } = {},
): T | undefined {
  const bare = withoutThinking(text).trim();
  const take = (written: string, parse: Parse) => {
    const value = objectOf(written, parse);
    return value === undefined ? undefined : read(value);
  };
  const whole = take(bare, JSON.parse);
  if (whole !== undefined) return whole;
  for (const { written, isCutOff } of candidatesIn(bare)) {
    if (!holdsFields(written) && !isCutOff) continue;
    const taken = take(written, JSON.parse) ?? (truncated ? undefined : take(written, parseRepaired));
    // What stands before an answer that broke off is no answer.
    if (taken !== undefined || (isCutOff && (truncated || holdsFields(written)))) return taken;
  }
  return truncated ? undefined : take(bare, parseRepaired);
}

type Parse = (text: string) => unknown;

/** Tells a value from a bracket of prose: "{you}", "[1]". */
const holdsFields = (text: string): boolean => text.includes(':');

const parseRepaired: Parse = (text) =>
  holdsFields(text) && text.length <= repairedCharactersMax ? JSON.parse(jsonrepair(text)) : undefined;

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

type Candidate = { written: string; start: number; isCutOff: boolean };

/** Returns each fenced block and each balanced {…} or […], the last one of these perhaps cut off, from the end to the start. */
function candidatesIn(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const { index, 1: written = '' } of text.matchAll(/```[a-z]*[ \t]*\r?\n([\s\S]*?)(?:```|$)/gi))
    found.push({ written, start: index, isCutOff: false });
  for (let start = 0; start < text.length; start += 1) {
    if (text[start] !== '{' && text[start] !== '[') continue;
    const end = endOfValue(text, start);
    found.push({ written: text.slice(start, end), start, isCutOff: end === undefined });
    start = (end ?? text.length) - 1;
  }
  return found.sort((one, other) => other.start - one.start).slice(0, candidatesMax);
}

/** Returns the value that a text breaks off in. */
export function brokenOff(text: string): string | undefined {
  return candidatesIn(text).find(({ isCutOff }) => isCutOff)?.written;
}

/** Returns where the value that begins at `start` ends, brackets in strings left out; undefined where it is cut off. */
function endOfValue(text: string, start: number): number | undefined {
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
  return undefined;
}

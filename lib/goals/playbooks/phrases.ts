import type { Phrases } from './schema.ts';

const PLAIN = /^[\x20-\x7e]*$/;

/** A text in lower case without accents, each character in its place, so that what is found can be cut out of the original. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return Array.from(text.normalize('NFC'), (char) => {
    const plain = char.normalize('NFD').charAt(0).toLowerCase();
    return plain === '’' ? "'" : plain.length === char.length ? plain : char;
  }).join('');
}

const LETTER = '[\\p{L}\\p{N}]';
const patterns = new WeakMap<object, RegExp | null>();

/** The pattern that finds any of the phrases in folded text: `*` is the rest of a word, `…` up to four words between. */
export function patternFor(phrases: Phrases | readonly string[]): RegExp | null {
  const known = patterns.get(phrases);
  if (known !== undefined) return known;
  const all = Array.isArray(phrases) ? phrases : Object.values(phrases).flatMap((list) => list ?? []);
  const pattern = all.length > 0 ? anyOf(all.map(toSource)) : null;
  patterns.set(phrases, pattern);
  return pattern;
}

/** A phrase's pattern, and the longest word of it: a text without that word has not the phrase. */
type Prepared = { source: string; word: string };
const prepared = new WeakMap<object, Prepared[]>();

function prepare(phrases: Phrases): Prepared[] {
  const known = prepared.get(phrases);
  if (known) return known;
  const all = Object.values(phrases).flatMap((list) => list ?? []);
  const made = all.map((phrase) => {
    const [word = ''] = fold(phrase)
      .split(/[^\p{L}\p{N}]+/u)
      .sort((a, b) => b.length - a.length);
    return { source: toSource(phrase), word };
  });
  prepared.set(phrases, made);
  return made;
}

/** How many different of the phrases stand in a folded text. Of thousands, only those whose longest word is there are looked for. */
export function countPhrases(phrases: Phrases | undefined, folded: string): number {
  const sources = phrases
    ? prepare(phrases).flatMap(({ source, word }) => (folded.includes(word) ? [source] : []))
    : [];
  if (sources.length === 0) return 0;
  return new Set(folded.match(anyOf(sources))).size;
}

const anyOf = (sources: readonly string[]) => new RegExp(`(?<!${LETTER})(?:${sources.join('|')})(?!${LETTER})`, 'gu');

function toSource(phrase: string): string {
  return fold(phrase)
    .trim()
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s*…\s*/g, `(?:\\s+[^\\s.!?;]+){0,4}?\\s+`)
    .replace(/ /g, '[\\s-]+')
    .replace(/\*/g, `${LETTER}*`);
}

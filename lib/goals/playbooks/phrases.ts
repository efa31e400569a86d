import type { Phrases } from './schema.ts';

/** A text in lower case without accents, each character in its place, so that what is found can be cut out of the original. */
export function fold(text: string): string {
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
  const pattern =
    all.length > 0 ? new RegExp(`(?<!${LETTER})(?:${all.map(toSource).join('|')})(?!${LETTER})`, 'gu') : null;
  patterns.set(phrases, pattern);
  return pattern;
}

/** How many different of the phrases stand in a folded text. */
export function countPhrases(phrases: Phrases | readonly string[] | undefined, folded: string): number {
  const pattern = phrases && patternFor(phrases);
  return pattern ? new Set(folded.match(pattern)).size : 0;
}

function toSource(phrase: string): string {
  return fold(phrase)
    .trim()
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s*…\s*/g, `(?:\\s+[^\\s.!?;]+){0,4}?\\s+`)
    .replace(/ /g, '[\\s-]+')
    .replace(/\*/g, `${LETTER}*`);
}

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

/** What Switzerland and capitals write as "ss", in one spelling. */
const withoutSharpS = (folded: string) => folded.replaceAll('ß', 'ss');

const LETTER = '[\\p{L}\\p{N}]';
const patterns = new WeakMap<object, RegExp | null>();

/** Returns the pattern that finds any of the phrases in folded text: `*` is the rest of a word, `…` up to four words between. */
export function patternFor(phrases: Phrases | readonly string[]): RegExp | null {
  const known = patterns.get(phrases);
  if (known !== undefined) return known;
  const all = Array.isArray(phrases) ? phrases : Object.values(phrases).flatMap((list) => list ?? []);
  const pattern = all.length > 0 ? anyOf(all.map(toSource)) : null;
  patterns.set(phrases, pattern);
  return pattern;
}

/** A phrase's pattern, and the longest word of it: a text without that word has not the phrase. */
type Prepared = { source: string; word: string; hasGap: boolean };
/** Phrases by how their longest word begins; `short` are those whose longest word has no three letters. */
type Index = { byBeginning: Map<string, Prepared[]>; short: Prepared[] };
const indexes = new WeakMap<object, Index>();

function indexOf(phrases: Phrases): Index {
  const known = indexes.get(phrases);
  if (known) return known;
  const all = Object.values(phrases).flatMap((list) => list ?? []);
  const prepared = all.map((phrase) => {
    const [word = ''] = wordsOf(withoutSharpS(fold(phrase))).sort((x, y) => y.length - x.length);
    return { source: toSource(phrase), word, hasGap: phrase.includes('…') };
  });
  const index = {
    byBeginning: Map.groupBy(
      prepared.filter(({ word }) => word.length >= KEY_LETTERS),
      ({ word }) => word.slice(0, KEY_LETTERS),
    ),
    short: prepared.filter(({ word }) => word.length < KEY_LETTERS),
  };
  indexes.set(phrases, index);
  return index;
}

const KEY_LETTERS = 3;
const wordsOf = (folded: string) => folded.split(/[^\p{L}\p{N}]+/u);
/** A text that is asked for phrases, and the first three letters of its words. */
type Asked = { written: string; beginnings: Set<string> };
/** The last few texts: one goal asks every playbook for its own. */
const asked = new Map<string, Asked>();
const ASKED_MAX = 8;

function prepareText(folded: string): Asked {
  const known = asked.get(folded);
  if (known) return known;
  const written = withoutSharpS(folded);
  const beginnings = new Set(
    wordsOf(written).flatMap((word) => (word.length >= KEY_LETTERS ? [word.slice(0, KEY_LETTERS)] : [])),
  );
  if (asked.size >= ASKED_MAX) asked.clear();
  asked.set(folded, { written, beginnings });
  return { written, beginnings };
}

export type Found = { text: string; from: number; to: number };

/**
 * Finds where phrases stand in a folded text; with `withoutGaps`, only those that have their words side by side. Of thousands, only
 * those whose longest word is there are looked for.
 */
export function findPhrases(phrases: Phrases | undefined, folded: string, withoutGaps = false): Found[] {
  if (!phrases) return [];
  const { byBeginning, short } = indexOf(phrases);
  const { written, beginnings } = prepareText(folded);
  const sources: string[] = [];
  const add = (among: readonly Prepared[] | undefined) => {
    for (const { source, word, hasGap } of among ?? [])
      if (written.includes(word) && !(withoutGaps && hasGap)) sources.push(source);
  };
  add(short);
  for (const beginning of beginnings) add(byBeginning.get(beginning));
  if (sources.length === 0) return [];
  return Array.from(folded.matchAll(anyOf(sources)), ({ 0: text, index }) => ({
    text,
    from: index,
    to: index + text.length,
  }));
}

/** Counts the different phrases that stand in a folded text. */
export function countPhrases(phrases: Phrases | undefined, folded: string): number {
  return new Set(findPhrases(phrases, folded).map(({ text }) => text)).size;
}

const anyOf = (sources: readonly string[]) => new RegExp(`(?<!${LETTER})(?:${sources.join('|')})(?!${LETTER})`, 'gu');

function toSource(phrase: string): string {
  return fold(phrase)
    .trim()
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/ss|ß/g, '(?:ss|ß)')
    .replace(/\s*…\s*/g, `(?:\\s+[^\\s.!?;]+){0,4}?\\s+`)
    .replace(/ /g, '[\\s-]+')
    .replace(/\*/g, `${LETTER}*`);
}

import { LANGUAGES, languageOf } from './languages.ts';
import { lexiconOf, type Name } from './lexicon.ts';
import type { Phrases } from './phrases.ts';

/** Tells whether a word that is not known is the name of a day or a month but for one letter, or two that changed places. */
export function isMisspelt(p: Phrases, at: number): boolean {
  return nearName(p, at) !== undefined;
}

/** No word of another language that is as long is one letter off. */
const LONG = 8;

/** Words that are one letter off and mean something else, such as what is annulled. */
const REAL = /^(?:ever|dairy|dally|weakly|jene[nmrs]?|claque|annuels|mensuels|ann?ul\p{L}+)$/u;

/** Returns the name of a day or a month that a word which is not known misses by one letter, or by two that changed places. */
export function nearName(p: Phrases, at: number): Name | undefined {
  const word = p.word(at);
  if (p.hits(at).size > 0 || word.length < 4 || REAL.test(word)) return undefined;
  const languages = word.length < LONG ? [p.language, languageOf(p.locale)] : LANGUAGES;
  return languages.flatMap((language) => lexiconOf(language).names).find(({ name }) => isNear(word, name));
}

/** Tells whether one change makes two words equal: a letter more, less or another, or two neighbours in the other order. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  let back = 0;
  while (back < Math.min(a.length, b.length) - from && a.at(-1 - back) === b.at(-1 - back)) back += 1;
  const [restA, restB] = [a.slice(from, a.length - back), b.slice(from, b.length - back)];
  return restA.length < 2 && restB.length < 2 ? true : restA.length === 2 && restA === [...restB].reverse().join('');
}

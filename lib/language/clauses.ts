import type { Sense } from './lexicon.ts';
import type { Phrases } from './phrases.ts';

const CLAUSE_END = /^[.,;:!?()\n]$/;
/** A clause of more words is cut. */
const CLAUSE_MAX = 40;

/** Where the clause begins that a place is in: after a sign. With `ends`, also after words for which that holds. */
export function clauseStart(p: Phrases, at: number, ends?: (place: number) => boolean): number {
  let from = at;
  while (from > 0 && at - from < CLAUSE_MAX && !CLAUSE_END.test(p.word(from - 1)) && !ends?.(from - 1)) from -= 1;
  return from;
}

/** Returns where the clause ends: at a sign, or where what is wanted begins. */
export function clauseEnd(p: Phrases, at: number): number {
  let next = at;
  while (next < p.tokens.length && next - at < CLAUSE_MAX && !CLAUSE_END.test(p.word(next)) && !p.hit(next, 'want'))
    next += 1;
  return next;
}

/** What may follow a time: words that join or lead to another one. */
// biome-ignore format: names are read in lines
const AFTER_TIME: Sense[] = [
  'link', 'at', 'on', 'for', 'part', 'rel', 'relpart', 'weekday', 'every', 'adverb', 'until', 'by', 'in',
  'from', 'this', 'next', 'month', 'filler', 'zonepre', 'ampm', 'starting', 'per',
];

/** Tells whether what follows is no noun that words before it could belong to: the end, a sign, a joining word or another time. */
export function endsHere(p: Phrases, at: number): boolean {
  if (at >= p.tokens.length || !/^[\p{L}\d]/u.test(p.word(at))) return true;
  return AFTER_TIME.some((sense) => p.hit(at, sense) !== undefined);
}

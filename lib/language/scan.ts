import type { Day } from '../days.ts';
import { endsHere } from './clauses.ts';
import type { Fact } from './fact.ts';
import { factsAt } from './facts.ts';
import type { Sense } from './lexicon.ts';
import { isMisspelt } from './misspelt.ts';
import type { Phrases } from './phrases.ts';

/** What a text says about time, and the places whose words may bear on time and are part of none of it. */
export type Scan = { facts: Fact[]; unread: number[] };

/**
 * Reads everything that a text says about time, from left to right, the longest phrase first.
 * @param bare whether the text says nothing but when, so that a number alone may be an hour
 * @param known words that have been read already
 */
export function scan(p: Phrases, today: Day, bare: boolean, known?: { from: number; next: number }): Scan {
  const facts: Fact[] = [];
  const unread: number[] = [];
  for (let at = 0; at < p.tokens.length; ) {
    if (known && at >= known.from && at < known.next) at = known.next;
    const read = factsAt(p, at, { today, bare: bare || isHourBehindDay(p, at, facts.at(-1)) });
    const [fact] = read;
    if (fact) {
      facts.push(...read);
      at = fact.next;
    } else {
      const skipped = p.over(at, 'filler');
      if (skipped === at && (bearsOnTime(p, at) || (bare && isMisspelt(p, at)))) unread.push(at);
      at = skipped > at ? skipped : at + 1;
    }
  }
  return { facts, unread };
}

/** "Sat 7": a number right behind a day that counts nothing behind it is an hour. */
function isHourBehindDay(p: Phrases, at: number, before: Fact | undefined): boolean {
  const isDay = before?.next === at && /^(?:day|repetition|part|ask)$/.test(before.kind);
  return isDay && p.digits(at) !== undefined && endsHere(p, at + 1);
}

// biome-ignore format: names are read in lines
const TELLING: Sense[] = [
  'num', 'weekday', 'wdays', 'dayset', 'weekend', 'month', 'rel', 'relpart', 'holiday', 'season', 'part',
  'parts', 'named', 'unit', 'every', 'next', 'last', 'second', 'or', 'not', 'except', 'adverb', 'vague',
  'ntimes', 'agopre', 'ago',
];

/** Tells whether the words at a place change when something is. */
export function bearsOnTime(p: Phrases, at: number): boolean {
  if (p.digits(at) !== undefined) return true;
  const hits = p.hits(at);
  if (hits.has('one') && !hits.has('every')) return false;
  const isTail = p.hit(at, 'after') && at === p.tokens.length - 1;
  return Boolean(isTail) || TELLING.some((sense) => hits.has(sense));
}

import type { Day } from '../days.ts';
import { type Fact, factsAt } from './facts.ts';
import type { Sense } from './lexicon.ts';
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
    const read = factsAt(p, at, { today, bare });
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

const TELLING: Sense[] = [
  ...([
    'num',
    'weekday',
    'wdays',
    'dayset',
    'weekend',
    'month',
    'rel',
    'relpart',
    'holiday',
    'season',
    'part',
  ] as const),
  ...([
    'parts',
    'named',
    'unit',
    'every',
    'next',
    'last',
    'second',
    'or',
    'not',
    'except',
    'adverb',
    'vague',
    'ntimes',
  ] as const),
  ...(['agopre', 'ago'] as const),
];

/** Whether the words at a place change when something is. */
export function bearsOnTime(p: Phrases, at: number): boolean {
  if (p.digits(at) !== undefined) return true;
  const hits = p.hits(at);
  if (hits.has('one') && !hits.has('every')) return false;
  const isTail = p.hit(at, 'after') && at === p.tokens.length - 1;
  return Boolean(isTail) || TELLING.some((sense) => hits.has(sense));
}

/** Names of days and months this long are known when a letter of them is wrong. */
const NAME_MIN = 6;

/** Whether a word that is not known is the name of a day or a month but for one letter, or two that changed places. */
function isMisspelt(p: Phrases, at: number): boolean {
  const word = p.word(at);
  if (word.length < NAME_MIN - 1 || p.hits(at).size > 0 || !/^\p{L}/u.test(word)) return false;
  return [...p.lexicon.entries.values()].some((entries) =>
    entries.some(({ words: [name = '', more], sense }) => {
      const isName = sense === 'weekday' || sense === 'month' || sense === 'rel' || sense === 'wdays';
      return isName && more === undefined && name.length >= NAME_MIN && isNear(word, name);
    }),
  );
}

/** Whether one change makes two words equal: a letter more, less or another, or two neighbours in the other order. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  let back = 0;
  while (back < Math.min(a.length, b.length) - from && a.at(-1 - back) === b.at(-1 - back)) back += 1;
  const [restA, restB] = [a.slice(from, a.length - back), b.slice(from, b.length - back)];
  return restA.length < 2 && restB.length < 2 ? true : restA.length === 2 && restA === [...restB].reverse().join('');
}

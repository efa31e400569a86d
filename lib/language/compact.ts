import { endsHere } from './clauses.ts';
import { readOrdinal } from './dates.ts';
import type { Phrases } from './phrases.ts';

/** Four digits that a clock can show. */
export const COMPACT = /^(?:[01]\d|2[0-3])[0-5]\d$/;

/** What figures behind it are the price or the amount of. */
const SPENT =
  /^(?:pay|deposit|order|buy|spend|transfer|withdraw|save|send|donate|lend|owe|charge|tip|invest|raise|add|costs?|(?:be)?zahlen?|uberweisen?|kaufen?|spenden?|sparen?|payer|virer|verser|acheter|depenser|pagare?|ingresar|transferir|comprare?|gastar|depositar|versare|bonifico|spendere|betaal|betalen|overmaken|kopen|sparen|storten)$/;

/** "Train 0742", "1545 Friday": four digits behind what departs or is held, or by a day where they are no year and no amount. */
export function isCompact(p: Phrases, at: number, isBare: boolean): boolean {
  if (!COMPACT.test(p.word(at)) || nearDate(p, at) || isNumbered(p, at)) return false;
  if (p.hit(at - 1, 'ride')) return true;
  const isHeld = (p.hit(at - 1, 'event') ?? p.hit(at - 1, 'meal')) !== undefined && endsHere(p, at + 1);
  const isSpent = p.tokens.slice(0, at).some(({ text }) => SPENT.test(text));
  return !/^20[2-5]/.test(p.word(at)) && !isSpent && (isBare || isHeld || isDay(p, at + 1));
}

/** "Milk for 2.50", "transfer 1200". */
export function isPrice(p: Phrases, at: number): boolean {
  return /^[$€£]$/.test(p.word(at - 1)) || p.hit(at - 1, 'for') !== undefined || SPENT.test(p.word(at - 1));
}

/** "Invoice 1045", "$1200", "room 3": a number that counts, costs or names something. */
export function isNumbered(p: Phrases, at: number): boolean {
  return /^[#$£€]$/.test(p.word(at - 1)) || p.hit(at - 1, 'numbered')?.next === at;
}

/** Tells whether a day is said at a place, or what leads to one is. */
export function leadsToDay(p: Phrases, at: number): boolean {
  return p.hit(at, 'on') !== undefined || isDay(p, at);
}

function isDay(p: Phrases, at: number): boolean {
  const start = p.lead(at);
  const isNamed = (['rel', 'relpart', 'weekday', 'wmaybe', 'wpart'] as const).some((sense) => p.hit(start, sense));
  return isNamed || (start > at && readOrdinal(p, start) !== undefined);
}

/** "5 December 2027", "2026-12-01": four digits by a date are its year. */
function nearDate(p: Phrases, at: number): boolean {
  const before = p.hit(at - 1, 'month') ?? (p.digits(at - 1) !== undefined ? at : undefined);
  // No year begins with a zero.
  if (p.word(at).startsWith('0') && p.hit(at - 1, 'month')) return false;
  return before !== undefined || /^[-/.,]$/.test(p.word(at - 1)) || /^[-/.]$/.test(p.word(at + 1));
}

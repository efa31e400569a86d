import { headsOf, kindOf, sharedBy, solveBill } from './bills.ts';
import { type Amount, add, equals, oneCurrency, type Rational, sayAmount, subtract } from './quantity.ts';
import { does, itemsOf, type Manner, type Reading } from './read.ts';
import type { Solved } from './solved.ts';
import { giveBack } from './totals.ts';

const SIMPLE = ['plus', 'minus', 'and', 'that', 'ask', 'how much', 'total'] as const;
const othersMax = 7;
const itemsMax = 18;

/**
 * Answers a message that goes on from the sum before it: "and of 80?", "y entre 4?", "take that off 320", "make it 5 people",
 * "and added to the total?". Null where it is not certain what is meant.
 */
export function solveNext(next: Reading, last: Solved): Solved | null {
  if (next.has('trouble') || next.others > othersMax || next.items.length > itemsMax) return null;
  return last.again?.(next) ?? withValue(next, last) ?? null;
}

function withValue(next: Reading, { value, base, part }: Solved): Solved | null {
  if (next.shape === '' && base && part && next.has('plus') && next.has('total', 'that')) {
    return combine('+', base, part, next);
  }
  if (!value) return null;
  // "Invite 5 friends" and "use the 20% off coupon" are no sums.
  const isMeant =
    next.isAsked || next.has('that', 'total', 'split', 'each') || next.items.every(({ kind }) => kind !== 'other');
  const [percent] = itemsOf(next, 'percent');
  const [number, more] = itemsOf(next, 'number');
  if (next.shape === 'percent:1' && percent && isMeant) {
    const kind = kindOf(next);
    return kind && kind !== 'share' && kind !== 'tax inside'
      ? solveBill({ amount: value, change: { kind, rate: percent.value } }, next)
      : null;
  }
  const heads = headsOf(next) ?? sharedBy(next);
  if (heads && isMeant && (next.shape === 'heads:1' || (next.shape === 'number:1' && heads.item))) {
    return solveBill({ amount: value, heads: heads.value }, next);
  }
  if (next.shape !== 'number:1' || !number || more || number.isNegative) return null;
  if (next.has('pay with')) return giveBack(number, value, next);
  const place = next.items.indexOf(number);
  // "Take that off 320", "subtract it from 320".
  if (
    next.has('that') &&
    next.has('minus', 'off', 'discount') &&
    does(next.items[place - 1], 'off', 'discount', 'of', 'begin', 'minus')
  )
    return combine('−', number, value, next);
  const isPlain = next.items.every((item) => item.kind !== 'other' && (item.kind !== 'words' || does(item, ...SIMPLE)));
  if (!isPlain || next.has('discount', 'tip', 'tax', 'split', 'each')) return null;
  if (next.has('plus') && !next.has('minus')) return combine('+', value, number, next);
  return next.has('minus') && !next.has('plus') ? combine('−', value, number, next) : null;
}

function combine(sign: '+' | '−', one: Amount, other: Amount, { writing }: Manner): Solved | null {
  const currency = oneCurrency([one, other]);
  if (currency === null) return null;
  const inOne = (value: Rational): Amount => ({ value, ...(currency && { currency }) });
  const value = inOne(sign === '+' ? add(one.value, other.value) : subtract(one.value, other.value));
  const said = `${sayAmount(inOne(one.value), writing)} ${sign} ${sayAmount(inOne(other.value), writing)}`;
  return { text: `${said} ${equals(value.value)} ${sayAmount(value, writing)}`, value };
}

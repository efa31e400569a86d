import type { Role } from './lexicon.ts';
import { PHRASES } from './phrases.ts';
import {
  type Amount,
  add,
  divide,
  equals,
  hundred,
  multiply,
  type Rational,
  rational,
  sayAmount,
  sayPlain,
  sayRate,
  shareOf,
  subtract,
} from './quantity.ts';
import { does, type Item, itemsOf, type Manner, type Reading } from './read.ts';
import type { Form, Solved } from './solved.ts';

type Kind = 'tip' | 'discount' | 'tax' | 'tax inside' | 'plus' | 'minus' | 'share';
/** An amount, what is put on it or taken off, and who share it. */
export type Bill = { amount: Amount; change?: { kind: Kind; rate: Rational }; heads?: Rational };

const othersMax = { asked: 8, told: 4 };
const headsMax = 200n;

/** Answers a tip, a discount, a tax, a rise in percent, a share, or a sum of money that some people share. */
export const answerBill: Form = (reading) => {
  if (reading.has('trouble', 'rise', 'fall', 'interest', 'instalments', 'pay with', 'spend')) return null;
  if (reading.others > (reading.isAsked ? othersMax.asked : othersMax.told) || itemsOf(reading, 'per').length)
    return null;
  const bill = readBill(reading);
  return bill && solveBill(bill, reading);
};

function readBill(reading: Reading): Bill | null {
  const numbers = itemsOf(reading, 'number');
  const heads = headsOf(reading);
  const percents = itemsOf(reading, 'percent');
  const amounts = numbers.filter((number) => number !== heads?.item);
  const [amount] = amounts;
  const counted = amounts.length + percents.length + (heads ? 1 : 0);
  const all = reading.shape.split(' ').reduce((sum, part) => sum + Number(part.split(':')[1] ?? 0), 0);
  if (!amount || amounts.length > 1 || percents.length > 1 || amount.isNegative) return null;
  if (all !== numbers.length + percents.length + itemsOf(reading, 'heads').length || heads === null) return null;
  if (itemsOf(reading, 'heads').length > 1 || counted < 2) return null;
  // "2 shirts with 20% off": what is counted is no money.
  const behind = reading.items[reading.items.indexOf(amount) + 1];
  const isCount = amount.isWhole && !amount.currency && behind?.kind === 'other';
  if (isCount && (percents.length === 0 || !reading.isAsked)) return null;
  const kind = percents.length ? kindOf(reading) : undefined;
  if (percents[0] && (!kind || isResult(reading, amount))) return null;
  if (!percents[0] && !isShared(reading, amount)) return null;
  if (!percents[0] && reading.has('tip', 'discount', 'tax', 'minus', 'plus')) return null;
  const each = eachOf(reading, amount);
  if (each === 'each has it') return null;
  const bill: Bill = { amount: { value: amount.value, ...(amount.currency && { currency: amount.currency }) } };
  if (kind && percents[0]) bill.change = { kind, rate: percents[0].value };
  if (heads) bill.heads = heads.value;
  return bill;
}

/** "30 € pro Person" is what each has already; "each pays 20, what's the total" is it too. */
function eachOf({ items }: Reading, amount: Item): 'each has it' | 'asked' {
  const each = items.findIndex((item) => does(item, 'each'));
  if (each < 0) return 'asked';
  const total = items.findIndex((item) => does(item, 'total'));
  return each === items.indexOf(amount) + 1 || total > each ? 'each has it' : 'asked';
}

/** Tells whether an amount may be what the percentage came to, as in "64 after 20% off" or "with 20% off it cost 64". */
function isResult(reading: Reading, amount: Item): boolean {
  const place = reading.items.indexOf(amount);
  const percent = reading.items.findIndex(({ kind }) => kind === 'percent');
  const isWith = percent < place || does(reading.items[percent - 1], 'with') || reading.has('discount');
  if (reading.has('after') || (reading.has('comes to') && isWith && !reading.has('plus', 'excl'))) return true;
  if (percent > place) return false;
  const before = reading.items[place - 1];
  return !(
    before?.kind === 'pause' ||
    before?.kind === 'percent' ||
    does(before, 'of', 'at', 'for', 'discount', 'bill', 'plus')
  );
}

/** Tells whether people share an amount: it is said, asked for, or money stands "between 5 people". */
function isShared(reading: Reading, { currency, isWhole }: { currency?: object; isWhole: boolean }): boolean {
  if (reading.has('split', 'each', 'halves')) return true;
  const place = reading.items.findIndex(({ kind }) => kind === 'heads');
  const isMoney = currency !== undefined || !isWhole;
  const before = reading.items[place - 1];
  return place >= 0 && (reading.isAsked || (isMoney && (before?.kind === 'number' || does(before, 'among'))));
}

/** Returns how many share; undefined where nobody does, null where it is not certain. */
export function headsOf(reading: Reading): { value: Rational; item?: object } | undefined | null {
  const [heads, other] = itemsOf(reading, 'heads');
  if (heads) return other || heads.value.n === 0n || heads.value.n > headsMax ? null : { value: heads.value };
  if (reading.has('halves')) return { value: rational(2n) };
  if (!reading.has('split', 'each')) return undefined;
  // "in 5, quanto a testa", "among 4": a small whole number behind a word for sharing.
  const found = reading.items.filter(
    (item, at) =>
      item.kind === 'number' &&
      item.isWhole &&
      !item.currency &&
      item.value.n > 1n &&
      item.value.n <= headsMax &&
      does(reading.items[at - 1], 'among', 'split'),
  );
  const [one] = found;
  if (one?.kind !== 'number' || found.length > 1) return reading.has('split') ? null : undefined;
  return { value: one.value, item: one };
}

/** "Y entre 4?": a small whole number behind a word that can only share here. */
export function sharedBy({ items, shape }: Reading): { value: Rational; item: object } | undefined {
  const [at] = items.flatMap((item, place) => (item.kind === 'number' ? [place] : []));
  const item = at === undefined ? undefined : items[at];
  if (shape !== 'number:1' || at === undefined || item?.kind !== 'number' || !item.isWhole || item.currency)
    return undefined;
  const before = items[at - 1];
  const isShared =
    before?.kind === 'words' &&
    /(?:between|among|divided by|split by|unter|durch|geteilt durch|entre|a dividir por|tra|fra|diviso|gedeeld door|door)$/.test(
      before.text,
    );
  return isShared && item.value.n > 1n && item.value.n <= 200n ? { value: item.value, item } : undefined;
}

/** Returns what a percentage does to the amount; undefined where that is not certain. */
export function kindOf(reading: Reading): Kind | undefined {
  const named = (['tip', 'discount', 'tax'] as const).filter((role) => reading.has(role));
  const [percent] = itemsOf(reading, 'percent');
  const [kind] = named;
  if (named.length > 1 || !percent) return undefined;
  const isOf = isShareOf(reading);
  if (kind === 'tax' || (!kind && reading.has('with tax') && reading.has('excl'))) return kindOfTax(reading, isOf);
  if (reading.has('incl', 'excl')) return undefined;
  if (kind) return percent.isNegative && kind !== 'discount' ? undefined : kind;
  if (percent.isNegative) return 'discount';
  const [plus, minus] = [reading.has('plus'), reading.has('minus')];
  if (plus !== minus) return plus ? 'plus' : 'minus';
  return isOf && !plus ? 'share' : undefined;
}

/** Tells whether an amount has the tax in it; where both are named, the one that stands by the amount and not in the question. */
function kindOfTax(reading: Reading, isOf: boolean): 'tax' | 'tax inside' | undefined {
  const place = (...roles: Role[]) => reading.items.findIndex((item) => does(item, ...roles));
  const [inside, outside, asked] = [place('incl', 'with tax'), place('excl'), place('how much', 'ask')];
  if (inside >= 0 && outside >= 0) {
    if (asked >= 0 && asked < Math.min(inside, outside)) return undefined;
    return inside < outside ? 'tax inside' : 'tax';
  }
  if (reading.has('incl')) return reading.has('plus') ? undefined : 'tax inside';
  if (reading.has('with tax') && !isOf) return asked >= 0 && reading.has('plus') ? 'tax' : undefined;
  return outside >= 0 || reading.has('plus') || isOf ? 'tax' : undefined;
}

/** "16% de IVA de 1,200": between a percentage and its amount stands a word for "of". */
function isShareOf({ items }: Reading): boolean {
  const percent = items.findIndex(({ kind }) => kind === 'percent');
  const amount = items.findIndex(({ kind }) => kind === 'number');
  return percent >= 0 && amount > percent && items.slice(percent, amount).some((item) => does(item, 'of', 'for'));
}

/** Works a bill out and says each step of it. */
export function solveBill(bill: Bill, manner: Manner): Solved | null {
  const { amount, change, heads } = bill;
  const { writing, language } = manner;
  const say = (value: Rational) => sayAmount({ ...amount, value }, writing);
  const words = PHRASES[language];
  const sentences: string[] = [];
  let total = amount.value;
  let part: Rational | undefined;
  if (change) {
    const { kind, rate } = change;
    if (rate.n < 0n || rate.n > rate.d * 1000n) return null;
    const share = `${sayRate(rate, writing)} ${words.of} ${say(amount.value)}`;
    if (kind === 'tax inside') {
      part = divide(multiply(amount.value, rate), add(hundred, rate));
      total = subtract(amount.value, part);
      sentences.push(words.taxIn(say(amount.value), say(part), sayRate(rate, writing), say(total)));
    } else {
      part = shareOf(amount.value, rate);
      const isLess = kind === 'discount' || kind === 'minus';
      if (isLess && rate.n > rate.d * 100n) return null;
      if (kind !== 'share') total = isLess ? subtract(total, part) : add(total, part);
      if (kind === 'plus' || kind === 'minus')
        sentences.push(
          `${say(amount.value)} ${isLess ? '−' : '+'} ${sayRate(rate, writing)} ${equals(total)} ${say(total)}`,
        );
      else if (kind === 'share') sentences.push(`${share} ${equals(part)} ${say(part)}`);
      else sentences.push(`${words.share(share, say(part))}; ${words[kind](say(total))}.`);
    }
  }
  if (heads && (change?.kind === 'tax inside' || change?.kind === 'share')) return null;
  const value = heads ? divide(total, heads) : change?.kind === 'share' && part ? part : total;
  if (heads) sentences.push(`${say(total)} / ${sayPlain(heads, writing)} ${equals(value)} ${say(value)} ${words.each}`);
  return {
    text: sentences.join(' '),
    value: { ...amount, value },
    base: amount,
    ...(part && { part: { ...amount, value: part } }),
    again: (next) => again(bill, next),
  };
}

/** Works the bill out again with another rate, another amount, a tip, or other people. */
function again(bill: Bill, next: Reading): Solved | null {
  const percents = itemsOf(next, 'percent');
  const numbers = itemsOf(next, 'number');
  const heads = headsOf(next) ?? sharedBy(next);
  const [percent] = percents;
  if (!heads && headsOf(next) === null) return null;
  const bare = numbers.filter((number) => number !== heads?.item);
  const [number] = bare;
  if (percents.length > 1 || bare.length > 1) return null;
  const sameHeads = heads?.value ?? bill.heads;
  if (percent) {
    const named = kindOf(next);
    const kind = named ?? (number || next.has('plus', 'minus') ? undefined : bill.change?.kind);
    if (!kind || number || (bill.change && named && named !== bill.change.kind && !isSimilar(named, bill.change.kind)))
      return null;
    return solveBill(withHeads({ amount: bill.amount, change: { kind, rate: percent.value } }, sameHeads), next);
  }
  if (number) {
    if (!bill.change || number.isNegative || heads || !isBare(next)) return null;
    const isOf = next.has('of', 'for') && !next.has('if it is');
    const value = { ...bill.amount, value: number.value, ...(number.currency && { currency: number.currency }) };
    if (isOf || isLarge(number.value)) return solveBill(withHeads({ ...bill, amount: value }, bill.heads), next);
    // "And 25?" after "20% of 350" can only be a rate; after "15% of 64" it could be either.
    return (isLarge(bill.amount.value) || next.has('if it is')) && !number.currency
      ? solveBill(withHeads({ ...bill, change: { ...bill.change, rate: number.value } }, bill.heads), next)
      : null;
  }
  return heads && (bill.heads || bill.change?.kind !== 'share') ? solveBill(withHeads(bill, heads.value), next) : null;
}

/** Tells whether a message only names another number: "and of 80?". */
const isBare = ({ items }: Reading) =>
  items.some(({ kind }) => kind === 'words' || kind === 'pause') &&
  items.every(
    (item) => item.kind !== 'other' && (item.kind !== 'words' || does(item, 'and', 'of', 'for', 'if it is', 'ask')),
  );
const isLarge = (value: Rational) => value.n > value.d * 100n;
const isSimilar = (one: Kind, other: Kind) =>
  ['discount', 'minus'].includes(one) && ['discount', 'minus'].includes(other);
const withHeads = (bill: Bill, heads: Rational | undefined): Bill => (heads ? { ...bill, heads } : bill);

import {
  type Amount,
  add,
  divide,
  equals,
  multiply,
  oneCurrency,
  type Rational,
  rational,
  sayAmount,
  sayPlain,
  subtract,
} from './quantity.ts';
import { does, type Item, itemsOf, type Manner, type Reading } from './read.ts';
import type { Form, Solved } from './solved.ts';

const othersMax = 8;
const zero = rational(0n);

/** Answers the total of amounts that are only named: "1,249.50 and 389.99 and another 72, what's the total". */
export const answerTotal: Form = (reading) => {
  const numbers = itemsOf(reading, 'number');
  if (reading.shape !== `number:${numbers.length}` || numbers.length < 2 || itemsOf(reading, 'per').length) return null;
  if (reading.has('trouble', 'split', 'each', 'minus', 'off', 'instalments', 'pay with', 'spend', 'left', 'percentage'))
    return null;
  if (reading.has('tip', 'discount', 'tax', 'rise', 'fall', 'at', 'we are', 'halves', 'grow')) return null;
  const isAdded = reading.has('plus') || reading.items.some((item) => item.kind === 'other' && item.text === '+');
  if (!(reading.has('total') || (isAdded && reading.isAsked)) || reading.others > othersMax) return null;
  // A noun behind a number may make it a count beside a price: "3 shirts 20".
  const { items } = reading;
  const isBare = (item: Item, at: number) => {
    const next = items[at + 1];
    return item.kind !== 'number' || (!item.isNegative && (next?.kind !== 'other' || next.text === '+'));
  };
  if (!items.every(isBare)) return null;
  // "350 for rent, 80 for gas" names each; "20, 4 for me and 3 for you" counts some of them.
  const named = numbers.filter((number) => does(items[items.indexOf(number) + 1], 'for')).length;
  if (named > 0 && named < numbers.length) return null;
  return sum(numbers, reading);
};

function sum(amounts: Amount[], { writing }: Manner): Solved | null {
  const currency = oneCurrency(amounts);
  if (currency === null) return null;
  const inOne = (value: Rational): Amount => ({ value, ...(currency && { currency }) });
  const total = inOne(amounts.reduce((all, { value }) => add(all, value), zero));
  const parts = amounts.map(({ value }) => sayAmount(inOne(value), writing));
  return { text: `${parts.join(' + ')} = ${sayAmount(total, writing)}`, value: total };
}

type Line = { count: Rational; price: Amount };

/** Answers things at a price: "3 Packungen zu 1,29 und 2 Liter Milch zu 1,19", "12 parcelas de 149,90", "6 tickets at £12.50 each". */
export const answerItems: Form = (reading) => {
  if (
    reading.has('trouble', 'discount', 'tax', 'tip', 'split', 'rise', 'fall', 'left', 'pay with', 'minus', 'percentage')
  )
    return null;
  if (!(reading.isAsked || reading.has('each', 'total', 'instalments')) || reading.others > othersMax) return null;
  if (itemsOf(reading, 'per').length) return null;
  const lines: Line[] = [];
  let count: Rational | undefined;
  for (const [at, item] of reading.items.entries()) {
    if (item.kind === 'pause' || item.kind === 'words' || item.kind === 'other') continue;
    if (count === undefined) {
      if (!isCount(item)) return null;
      count = item.value;
    } else {
      const before = reading.items[at - 1];
      // "2 of 5" is no price in English, but "12 parcelas de 149,90" is.
      const isPriced = isPricing(before, reading) || does(reading.items[at + 1], 'each');
      if (item.kind !== 'number' || item.isNegative || !isPriced) return null;
      lines.push({ count, price: item });
      count = undefined;
    }
  }
  if (count !== undefined || lines.length === 0) return null;
  return solveLines(lines, reading);
};

function isPricing(before: Item | undefined, { language }: Reading): boolean {
  if (does(before, 'at')) return true;
  return language !== 'en' && before?.kind === 'words' && /^(?:de|di|da|van|von)$/.test(before.text);
}

function isCount(item: Item): item is Extract<Item, { kind: 'number' | 'measure' | 'heads' }> {
  if (item.kind === 'number') return item.isWhole && !item.currency && !item.isNegative;
  return (
    item.kind === 'heads' ||
    (item.kind === 'measure' && /^(?:l|lit|litro|eggs|eier|œufs|huevos|ovos|uova|eieren)/.test(item.name))
  );
}

function solveLines(lines: Line[], { writing }: Manner): Solved | null {
  const currency = oneCurrency(lines.map(({ price }) => price));
  if (currency === null) return null;
  const inOne = (value: Rational): Amount => ({ value, ...(currency && { currency }) });
  const total = inOne(lines.reduce((all, { count, price }) => add(all, multiply(count, price.value)), zero));
  const parts = lines.map(
    ({ count, price }) => `${sayPlain(count, writing)} × ${sayAmount(inOne(price.value), writing)}`,
  );
  return { text: `${parts.join(' + ')} ${equals(total.value)} ${sayAmount(total, writing)}`, value: total };
}

/** Answers what people pay together: "30 € pro Person, wir sind 4, was macht das". */
export const answerForAll: Form = (reading) => {
  const [price] = itemsOf(reading, 'number');
  const [heads] = itemsOf(reading, 'heads');
  if (reading.shape !== 'heads:1 number:1' || !price || !heads || price.isNegative || reading.others > othersMax)
    return null;
  if (!(reading.isAsked || reading.has('total')) || itemsOf(reading, 'per').length) return null;
  if (reading.has('trouble', 'split', 'halves', 'tip', 'discount', 'tax', 'plus', 'minus')) return null;
  const behind = reading.items[reading.items.indexOf(price) + 1];
  if (!does(behind, 'each') || behind?.kind !== 'words' || !PER_PERSON.test(behind.text)) return null;
  return solveLines([{ count: heads.value, price }], reading);
};
const PER_PERSON = /pers|pess|kopf|head|nase|tête|cabe|testa|\bpp\b|man$/;

/** Answers what is left of an amount after others were spent: "I had 500 and spent 129.99 and 45, how much is left". */
export const answerRest: Form = (reading) => {
  const numbers = itemsOf(reading, 'number');
  const [first, ...spent] = numbers;
  if (!first || spent.length === 0 || reading.shape !== `number:${numbers.length}` || reading.others > othersMax)
    return null;
  if (!reading.has('spend') || !reading.has('left') || !reading.isAsked) return null;
  if (reading.has('trouble', 'split', 'each', 'at', 'tip', 'discount', 'tax', 'plus', 'instalments')) return null;
  // The amount that was there must come before what was spent of it.
  const place = (wanted: (item: Item) => boolean) => reading.items.findIndex(wanted);
  if (place((item) => item === first) > place((item) => does(item, 'spend'))) return null;
  const currency = oneCurrency(numbers);
  if (currency === null) return null;
  const inOne = (value: Rational): Amount => ({ value, ...(currency && { currency }) });
  const rest = inOne(spent.reduce((left, { value }) => subtract(left, value), first.value));
  if (rest.value.n < 0n) return null;
  const parts = numbers.map(({ value }) => sayAmount(inOne(value), reading.writing));
  return { text: `${parts.join(' − ')} = ${sayAmount(rest, reading.writing)}`, value: rest };
};

/** Answers an amount that is paid in parts: "1.800 in 12 Raten", "600 en 6 cuotas, cuánto es cada una". */
export const answerInstalments: Form = (reading) => {
  const [amount, count, more] = itemsOf(reading, 'number');
  if (!amount || !count || more || reading.shape !== 'number:2' || !reading.has('instalments')) return null;
  if (reading.has('trouble', 'interest', 'tax', 'at', 'plus') || itemsOf(reading, 'per').length > 1) return null;
  if (
    reading.others > othersMax ||
    !count.isWhole ||
    count.currency ||
    count.value.n < 2n ||
    amount.value.n < count.value.n * amount.value.d
  )
    return null;
  const at = reading.items.indexOf(count);
  if (!does(reading.items[at - 1], 'among') || !does(reading.items[at + 1], 'instalments')) return null;
  const value = { ...amount, value: divide(amount.value, count.value) };
  const said = `${sayAmount(amount, reading.writing)} / ${sayPlain(count.value, reading.writing)}`;
  return { text: `${said} ${equals(value.value)} ${sayAmount(value, reading.writing)}`, value };
};

/** Answers what comes back of a note: "it's 6.25 and I pay with a 20, what change do I get". */
export const answerChange: Form = (reading) => {
  const [price, paid, more] = itemsOf(reading, 'number');
  if (!price || !paid || more || reading.shape !== 'number:2' || !reading.has('pay with') || !reading.isAsked)
    return null;
  if (reading.has('trouble', 'tip', 'split', 'each', 'tax', 'discount') || reading.others > othersMax) return null;
  const at = (wanted: (item: Item) => boolean) => reading.items.findIndex(wanted);
  const placePaid = at((item) => does(item, 'pay with'));
  const [from, to] = placePaid > at((item) => item === price) ? [paid, price] : [price, paid];
  return giveBack(from, to, reading);
};

/** Returns what is left of what was handed over; null where it is too little. */
export function giveBack(paid: Amount, price: Amount, { writing }: Manner): Solved | null {
  const currency = oneCurrency([paid, price]);
  const rest = subtract(paid.value, price.value);
  if (currency === null || rest.n < 0n) return null;
  const inOne = (value: Rational): Amount => ({ value, ...(currency && { currency }) });
  const said = `${sayAmount(inOne(paid.value), writing)} − ${sayAmount(inOne(price.value), writing)}`;
  return { text: `${said} = ${sayAmount(inOne(rest), writing)}`, value: inOne(rest) };
}

/** Answers a rise or a fall in percent: "rent went up from 950 to 1,035, how much is that in percent". */
export const answerChangeInPercent: Form = (reading) => {
  const [from, to, more] = itemsOf(reading, 'number');
  if (!from || !to || more || reading.shape !== 'number:2' || reading.others > othersMax) return null;
  const [rises, falls] = [reading.has('rise'), reading.has('fall')];
  if (rises === falls || !reading.has('percentage') || reading.has('trouble', 'tax', 'split')) return null;
  const change = subtract(to.value, from.value);
  // "Gone up by 50 from 950" names the difference: a rise that is no rise, or is many times what was there, is none.
  if (change.n === 0n || change.n > 0n !== rises || from.value.n === 0n) return null;
  const ratio = divide(to.value, from.value);
  if (ratio.n > 4n * ratio.d || 4n * ratio.n < ratio.d) return null;
  if (
    /(?:^| )(?:by|um|met)$/.test(wordBefore(reading, from)) ||
    /(?:^| )(?:by|from|um|von|met|van)$/.test(wordBefore(reading, to))
  )
    return null;
  const rate = multiply(divide(change, from.value), rational(100n));
  const { writing } = reading;
  const sign = rises ? '+' : '−';
  const size = (value: Rational) => (value.n < 0n ? { n: -value.n, d: value.d } : value);
  const currency = oneCurrency([from, to]);
  if (currency === null) return null;
  const say = (value: Rational) => sayAmount({ value, ...(currency && { currency }) }, writing);
  const percent = `${equals(rate) === '≈' ? '≈ ' : ''}${sign}${sayPlain(size(rate), writing)}`;
  const gap = /^(?:de|fr|es)/.test(writing.tag) ? ' ' : '';
  return { text: `${say(from.value)} → ${say(to.value)}: ${sign}${say(size(change))}, ${percent}${gap}%` };
};

function wordBefore({ items }: Reading, item: Item): string {
  const before = items[items.indexOf(item) - 1];
  return before && 'text' in before ? before.text : '';
}

import { PHRASES } from './phrases.ts';
import {
  type Amount,
  divide,
  equals,
  multiply,
  type Rational,
  rational,
  sayAmount,
  sayPlain,
  whole,
} from './quantity.ts';
import { type Item, itemsOf, type Manner, type Per, type Reading } from './read.ts';
import type { Form, Solved } from './solved.ts';

type Period = 'hour' | 'day' | 'week' | 'month' | 'year';
const inYear: Record<Exclude<Period, 'hour'>, Rational> = {
  day: whole(365),
  week: whole(52),
  month: whole(12),
  year: whole(1),
};
const isPeriod = (unit: Per): unit is Period => ['hour', 'day', 'week', 'month', 'year'].includes(unit);
const othersMax = 8;
const TROUBLE = [
  'trouble',
  'discount',
  'tip',
  'split',
  'each',
  'interest',
  'rise',
  'fall',
  'incl',
  'plus',
  'minus',
  'left',
] as const;

/** Returns the one thing that stands directly behind another: "27.50 an hr", "1.350,75 de alquiler al mes". */
function periodBehind({ items }: Reading, item: Item): { unit: Per; place: number } | undefined {
  const start = items.indexOf(item);
  for (const [at, each] of items.entries()) {
    if (at <= start) continue;
    if (each.kind === 'per') return { unit: each.unit, place: at };
    if (each.kind === 'pause' || !['other', 'words'].includes(each.kind) || at > start + 4) return undefined;
  }
  return undefined;
}

/** Answers what a pay by the hour, or money by the week, month or year comes to: "27.50 an hr, 37.5 hrs a week, what's that a month". */
export const answerRate: Form = (reading) => {
  const [money, more] = itemsOf(reading, 'number');
  if (!money || more || !reading.isAsked || reading.others > othersMax || reading.has(...TROUBLE) || money.isNegative)
    return null;
  const from = periodBehind(reading, money);
  if (!from || !isPeriod(from.unit)) return null;
  const [span] = itemsOf(reading, 'span');
  if (reading.shape === 'number:1 span:1' && span && from.unit === 'hour') return answerPay(money, span, reading);
  const [period] = itemsOf(reading, 'period');
  if (reading.shape === 'number:1 period:1' && period?.unit === from.unit && itemsOf(reading, 'per').length === 1) {
    const value = { ...money, value: multiply(period.value, money.value) };
    const said = `${sayPlain(period.value, reading.writing)} × ${sayAmount(money, reading.writing)}`;
    return { text: `${said} ${equals(value.value)} ${sayAmount(value, reading.writing)}`, value };
  }
  const others = itemsOf(reading, 'per').filter((per) => per !== reading.items[from.place]);
  const [target] = others;
  if (reading.shape !== 'number:1' || others.length !== 1 || !target || !isPeriod(target.unit)) return null;
  return perPeriod(money, from.unit, target.unit, reading);
};

function answerPay(money: Amount, span: Extract<Item, { kind: 'span' }>, reading: Reading): Solved | null {
  const hours = divide(span.seconds, whole(3600));
  const pers = itemsOf(reading, 'per')
    .map(({ unit }) => unit)
    .slice(1);
  const { writing, language } = reading;
  const pay = { ...money, value: multiply(money.value, hours) };
  const said = `${sayAmount(money, writing)} × ${sayPlain(hours, writing)} h ${equals(pay.value)} ${sayAmount(pay, writing)}`;
  const [each, target, more] = pers;
  const behind = periodBehind(reading, span);
  if (more || (each && !isPeriod(each)) || (target && !isPeriod(target))) return null;
  if (!each) return { text: said, value: pay };
  if (!behind || each === 'hour' || !isPeriod(each)) return null;
  const first = `${said} ${PHRASES[language].period[each]}`;
  if (!target) return { text: `${first}.`, value: pay, again: (next) => toOther(pay, each, next) };
  const next = isPeriod(target) ? perPeriod(pay, each, target, reading) : null;
  return next && { ...next, text: `${first}; ${next.text}` };
}

function perPeriod(money: Amount, from: Period, to: Period, manner: Manner): Solved | null {
  if (from === 'hour' || to === 'hour' || from === to) return null;
  // Years of whole weeks and months; a day's money for a week is seven of it.
  const [times, parts] =
    from === 'day' && to === 'week'
      ? [whole(7), whole(1)]
      : from === 'week' && to === 'day'
        ? [whole(1), whole(7)]
        : [inYear[from], inYear[to]];
  const { writing, language } = manner;
  const value = { ...money, value: divide(multiply(money.value, times), parts) };
  const steps = [
    times.n > 1n ? ` × ${sayPlain(times, writing)}` : '',
    parts.n > 1n ? ` / ${sayPlain(parts, writing)}` : '',
  ];
  const text = `${sayAmount(money, writing)}${steps.join('')} ${equals(value.value)} ${sayAmount(value, writing)} ${PHRASES[language].period[to]}`;
  return { text, value, again: (next) => toOther(money, from, next) };
}

function toOther(money: Amount, from: Period, next: Reading): Solved | null {
  const [per, more] = itemsOf(next, 'per');
  return per && !more && next.shape === '' && isPeriod(per.unit) ? perPeriod(money, from, per.unit, next) : null;
}

/** Answers what measured things cost at a price for each unit: "38 litres at 1.85 a litre", "1,5 kg à 4,20 le kilo". */
export const answerPricePerUnit: Form = (reading) => {
  const [money] = itemsOf(reading, 'number');
  const [amount] = itemsOf(reading, 'measure');
  const [per, more] = itemsOf(reading, 'per');
  if (reading.shape !== 'measure:1 number:1' || !money || !amount || !per || more || reading.others > othersMax)
    return null;
  if (reading.has(...TROUBLE)) return null;
  const isSame = amount.units.some(({ sign }) => sign === per.unit);
  if (!isSame || periodBehind(reading, money)?.unit !== per.unit) return null;
  return timesPrice(amount.value, per.unit, money, reading);
};

function timesPrice(count: Rational, unit: string, price: Amount, { writing }: Manner): Solved {
  const value = { ...price, value: multiply(count, price.value) };
  const said = `${sayPlain(count, writing)} ${unit} × ${sayAmount(price, writing)}`;
  return {
    text: `${said} ${equals(value.value)} ${sayAmount(value, writing)}`,
    value,
    again: (next) => {
      const [measure] = itemsOf(next, 'measure');
      const isSame = next.shape === 'measure:1' && measure?.units.some(({ sign }) => sign === unit);
      return measure && isSame ? timesPrice(measure.value, unit, price, next) : null;
    },
  };
}

/** Answers money put away for years: compound interest, added each year, unless simple interest is named. */
export const answerInterest: Form = (reading) => {
  const [money] = itemsOf(reading, 'number');
  const [rate] = itemsOf(reading, 'percent');
  const [period] = itemsOf(reading, 'period');
  const pers = itemsOf(reading, 'per');
  if (!money || !rate || !reading.isAsked || reading.others > othersMax + 2 || rate.isNegative) return null;
  if (reading.shape !== 'number:1 percent:1 period:1' && reading.shape !== 'number:1 percent:1') return null;
  if (
    reading.has('trouble', 'tip', 'discount', 'tax', 'instalments', 'split', 'spend') ||
    !reading.has('interest', 'grow')
  )
    return null;
  const isYearly = pers.length === 1 && pers[0]?.unit === 'year';
  if (pers.length > 1 || (pers.length === 1 && !isYearly) || (!isYearly && !period)) return null;
  if (period && (period.unit !== 'year' || period.value.d !== 1n || period.value.n > 60n)) return null;
  const years = period?.value ?? rational(1n);
  const { writing, language } = reading;
  const yearly = divide(rate.value, rational(100n));
  const factor = { n: yearly.n + yearly.d, d: yearly.d };
  const isSimple = reading.has('simple');
  const growth = isSimple
    ? { n: yearly.d + yearly.n * years.n, d: yearly.d }
    : rational(factor.n ** years.n, factor.d ** years.n);
  const value = { ...money, value: multiply(money.value, rational(growth.n, growth.d)) };
  const steps = isSimple
    ? `${sayAmount(money, writing)} × (1 + ${sayPlain(years, writing)} × ${sayPlain(yearly, writing, 6)})`
    : `${sayAmount(money, writing)} × ${sayPlain(rational(factor.n, factor.d), writing, 6)}${years.n > 1n ? `^${years.n}` : ''}`;
  const how = isSimple || years.n === 1n ? '' : `, ${PHRASES[language].yearly}`;
  const gain = sayAmount(
    {
      ...money,
      value: { n: value.value.n * money.value.d - money.value.n * value.value.d, d: value.value.d * money.value.d },
    },
    writing,
  );
  return { text: `${steps} ${equals(value.value)} ${sayAmount(value, writing)} (+${gain})${how}.`, value };
};

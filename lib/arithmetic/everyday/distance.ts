import { divide, equals, multiply, type Rational, rational, sayAmount, sayPlain, saySpan, whole } from './quantity.ts';
import { does, type Item, itemsOf, type Reading } from './read.ts';
import type { Form, Solved } from './solved.ts';

const othersMax = 8;
const kilometre = whole(1000);
const mile = rational(1_609_344n, 1000n);

function metres(
  measure: { value: Rational; units: { quantity: string; size: Rational }[] } | undefined,
): Rational | null {
  const unit = measure?.units.find(({ quantity }) => quantity === 'length');
  return measure && unit ? multiply(measure.value, unit.size) : null;
}

/** Answers how long a distance takes at a pace: "how long is a 5k at 5:45 a km". */
export const answerDistance: Form = (reading) => {
  const [clock] = itemsOf(reading, 'clock');
  const [measure] = itemsOf(reading, 'measure');
  const [per, more] = itemsOf(reading, 'per');
  const length = metres(measure);
  if (
    reading.shape !== 'clock:1 measure:1' ||
    !clock ||
    !per ||
    more ||
    !length ||
    clock.half ||
    clock.parts.length > 2
  )
    return null;
  if (!(reading.isAsked || reading.has('how long')) || reading.others > othersMax || reading.has('trouble'))
    return null;
  if (reading.items.indexOf(per) !== reading.items.indexOf(clock) + 1 || (per.unit !== 'km' && per.unit !== 'mi'))
    return null;
  return atPace(length, measure ?? clock, { clock: clock.parts, unit: per.unit }, reading);
};

type Pace = { clock: number[]; unit: 'km' | 'mi' };

function atPace(length: Rational, measure: object, pace: Pace, reading: Reading): Solved {
  const { writing } = reading;
  const [minutes = 0, seconds = 0] = pace.clock;
  const each = whole(minutes * 60 + seconds);
  const distance = divide(length, pace.unit === 'km' ? kilometre : mile);
  const time = multiply(distance, each);
  const shown = 'value' in measure ? sayPlain(distance, writing, 4) : '';
  return {
    text: `${shown} ${pace.unit} × ${minutes}:${String(seconds).padStart(2, '0')} ${time.d === 1n ? '=' : '≈'} ${saySpan(time)}`,
    again: (next) => {
      const [other] = itemsOf(next, 'measure');
      const nextLength = metres(other);
      return next.shape === 'measure:1' && other && nextLength ? atPace(nextLength, other, pace, next) : null;
    },
  };
}

/** Answers what fuel a way takes and costs: "32 mpg, 416 miles, gas is 3.29", "6,5 l auf 100 km, 480 km, 1,79 der Liter". */
export const answerFuel: Form = (reading) => {
  const measures = itemsOf(reading, 'measure');
  const [price] = itemsOf(reading, 'number');
  const pers = itemsOf(reading, 'per');
  if (reading.shape !== 'measure:2 number:1' || !price || !reading.isAsked || reading.others > othersMax + 4)
    return null;
  if (reading.has('trouble', 'split', 'each', 'discount', 'tax')) return null;
  const mpg = measures.find(({ name }) => name === 'mpg');
  const way = measures.find((measure) => measure.units.some(({ sign }) => sign === (mpg ? 'mi' : 'km')));
  const use = mpg ?? measures.find((measure) => measure.units.some(({ sign }) => sign === 'l'));
  if (!way || !use || use.value.n === 0n) return null;
  const unit = mpg ? 'gal' : 'l';
  const isPerHundred = pers.some((per) => per.unit === '100 km' && does100(reading, use, per));
  if (!mpg && !isPerHundred) return null;
  if (pers.some((per) => per.unit !== '100 km' && per.unit !== unit) || pers.length > (mpg ? 1 : 2)) return null;
  const { writing } = reading;
  // A price for each litre names an imperial gallon's use in no way that is certain.
  const amount = mpg ? divide(way.value, use.value) : divide(multiply(way.value, use.value), whole(100));
  const cost = { ...price, value: multiply(amount, price.value) };
  const steps = mpg
    ? `${sayPlain(way.value, writing)} mi / ${sayPlain(use.value, writing)} mpg ${equals(amount)} ${sayPlain(amount, writing)} gal`
    : `${sayPlain(way.value, writing)} km × ${sayPlain(use.value, writing)} l / 100 km ${equals(amount)} ${sayPlain(amount, writing)} l`;
  return {
    text: `${steps}; × ${sayAmount(price, writing)} ${equals(cost.value)} ${sayAmount(cost, writing)}`,
    value: cost,
  };
};

function does100({ items }: Reading, use: Item, per: Item): boolean {
  const start = items.indexOf(use);
  const end = items.indexOf(per);
  return end > start && items.slice(start + 1, end).every(({ kind }) => kind === 'other');
}

/** Answers an amount of a recipe for other people: "recipe for 4 wants 350g flour, there's 7 of us, how much do I need". */
export const answerRecipe: Form = (reading) => {
  const [measure] = itemsOf(reading, 'measure');
  const people = reading.items.flatMap((item, at) =>
    item.kind === 'heads' ||
    (item.kind === 'number' && item.isWhole && !item.currency && does(reading.items[at - 1], 'for'))
      ? [{ value: item.value, at }]
      : [],
  );
  const counted = itemsOf(reading, 'number').length + itemsOf(reading, 'heads').length;
  const [one, other] = people;
  if (!measure || !one || !other || people.length !== 2 || counted !== 2 || itemsOf(reading, 'measure').length > 1)
    return null;
  if (
    !reading.isAsked ||
    reading.others > othersMax + 2 ||
    reading.has('trouble', 'at', 'split', 'each') ||
    itemsOf(reading, 'per').length
  )
    return null;
  const recipe = reading.items.findIndex((item) => does(item, 'recipe'));
  const place = reading.items.indexOf(measure);
  const asked = reading.items.findIndex((item) => does(item, 'how much', 'ask'));
  // The recipe's own number stands by it, or with the amount before what is asked.
  const base =
    recipe >= 0
      ? people.find(({ at }) => at > recipe && at <= recipe + 3)
      : one.at < asked && place < asked && other.at > asked
        ? one
        : undefined;
  const wanted = people.find((each) => each !== base);
  if (!base || !wanted || base.value.n === 0n || wanted.value.n === 0n) return null;
  const { writing } = reading;
  const sign = measure.units[0]?.sign ?? measure.name;
  const value = divide(multiply(measure.value, wanted.value), base.value);
  const said = `${sayPlain(measure.value, writing)} ${sign} × ${sayPlain(wanted.value, writing)} / ${sayPlain(base.value, writing)}`;
  return { text: `${said} ${equals(value)} ${sayPlain(value, writing)} ${sign}` };
};

import {
  ArithmeticError,
  add,
  divide,
  floor,
  fromNumber,
  isWhole,
  multiply,
  negate,
  power,
  type Rational,
  rational,
  squareRoot,
  subtract,
  toNumber,
} from './rational.ts';

export const constants: Record<string, Rational> = {
  pi: fromNumber(Math.PI),
  π: fromNumber(Math.PI),
  e: fromNumber(Math.E),
  tau: fromNumber(2 * Math.PI),
};

const byFloat = (rule: (value: number) => number) => (values: Rational[]) => fromNumber(rule(toNumber(one(values))));
const round = (value: Rational) => floor(add(value, rational(1n, 2n)));
const least = (values: Rational[]) => values.reduce((a, b) => (subtract(a, b).n <= 0n ? a : b));
const total = (values: Rational[]) => values.reduce(add, rational(0n));

export const functions: Record<string, (values: Rational[]) => Rational> = {
  sqrt: (values) => squareRoot(one(values)),
  cbrt: byFloat(Math.cbrt),
  abs: (values) => (one(values).n < 0n ? negate(one(values)) : one(values)),
  round: (values) => {
    const [value = rational(0n), places = rational(0n)] = values;
    const unit = power(rational(10n), places);
    return divide(round(multiply(value, unit)), unit);
  },
  floor: (values) => floor(one(values)),
  ceil: (values) => negate(floor(negate(one(values)))),
  ln: byFloat(Math.log),
  log: byFloat(Math.log10),
  log10: byFloat(Math.log10),
  log2: byFloat(Math.log2),
  exp: byFloat(Math.exp),
  sin: byFloat(Math.sin),
  cos: byFloat(Math.cos),
  tan: byFloat(Math.tan),
  factorial: (values) => factorial(one(values)),
  min: least,
  max: (values) => negate(least(values.map(negate))),
  sum: total,
  average: (values) => divide(total(values), rational(BigInt(values.length))),
  mean: (values) => divide(total(values), rational(BigInt(values.length))),
  pow: ([base, exponent]) => power(required(base), required(exponent)),
  gcd: (values) => values.reduce((a, b) => (b.n === 0n ? a : rational(euclid(a.n, b.n)))),
};

/** @throws ArithmeticError for what has none, and above 500 */
export function factorial(value: Rational): Rational {
  if (!isWhole(value) || value.n < 0n) throw new ArithmeticError('factorial');
  if (value.n > 500n) throw new ArithmeticError('large');
  let product = 1n;
  for (let factor = 2n; factor <= value.n; factor += 1n) product *= factor;
  return rational(product);
}

function euclid(a: bigint, b: bigint): bigint {
  return b === 0n ? a : euclid(b, a % b);
}

function one(values: Rational[]): Rational {
  return required(values.length === 1 ? values[0] : undefined);
}

function required(value: Rational | undefined): Rational {
  if (!value) throw new ArithmeticError('count');
  return value;
}

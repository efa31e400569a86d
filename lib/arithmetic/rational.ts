/** An exact number: numerator and denominator, the latter positive and the two without a common divisor. */
export type Rational = { n: bigint; d: bigint };

/** Digits that a number may have before calculating with it takes noticeable time. */
const digitsMax = 2_000;
/** Decimal places that are said of a number that has no end; more than anybody measures. */
const placesShown = 10;

/** The reason why a calculation has no answer; lib/arithmetic/said.ts says it in words. */
export type Reason = 'zero' | 'large' | 'real' | 'root' | 'factorial' | 'count';

export class ArithmeticError extends Error {
  override name = 'ArithmeticError';
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(`The calculation has no answer: ${reason}.`);
    this.reason = reason;
  }
}

export function rational(n: bigint, d = 1n): Rational {
  if (d === 0n) throw new ArithmeticError('zero');
  const sign = d < 0n ? -1n : 1n;
  const common = gcd(n < 0n ? -n : n, d * sign) || 1n;
  const reduced = { n: (sign * n) / common, d: (sign * d) / common };
  if (sizeOf(reduced.n) > digitsMax || sizeOf(reduced.d) > digitsMax) {
    throw new ArithmeticError('large');
  }
  return reduced;
}

/** Returns the exact value of a decimal such as `12.50` or `1e3`. */
export function fromDecimal(text: string): Rational {
  const [mantissa = '0', exponent = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const value = rational(BigInt(`${whole}${fraction}` || '0'), 10n ** BigInt(fraction.length));
  const power = Number(exponent);
  if (Math.abs(power) > 300) throw new ArithmeticError('large');
  return multiply(value, power < 0 ? rational(1n, 10n ** BigInt(-power)) : rational(10n ** BigInt(power)));
}

/** Returns the nearest decimal of a floating-point number. @throws ArithmeticError where it is none */
export function fromNumber(value: number): Rational {
  if (!Number.isFinite(value)) throw new ArithmeticError('real');
  return value < 0 ? negate(fromDecimal(String(-value))) : fromDecimal(String(value));
}

/** Returns the nearest floating-point number; both parts are cut to what one can hold first. */
export function toNumber({ n, d }: Rational): number {
  const excess = BigInt(Math.max(0, 4 * (Math.max(n.toString(16).length, d.toString(16).length) - 250)));
  return excess === 0n ? Number(n) / Number(d) : Number(n >> excess) / Number(d >> excess);
}

export const add = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d);
export const negate = ({ n, d }: Rational): Rational => ({ n: -n, d });
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));
export const multiply = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);
export const divide = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n);
export const isWhole = ({ d }: Rational): boolean => d === 1n;

/** Returns the greatest whole number that is not above it. */
export function floor({ n, d }: Rational): Rational {
  const quotient = n / d;
  return rational(n < 0n && n % d !== 0n ? quotient - 1n : quotient);
}

/** The remainder of a division, with the divisor's sign. */
export const modulo = (a: Rational, b: Rational): Rational => subtract(a, multiply(b, floor(divide(a, b))));

/** Exact for whole exponents and for roots that come out even, else the nearest decimal. */
export function power(base: Rational, exponent: Rational): Rational {
  if (!isWhole(exponent)) return fromNumber(toNumber(base) ** toNumber(exponent));
  const times = exponent.n < 0n ? -exponent.n : exponent.n;
  if (times * BigInt(Math.max(sizeOf(base.n), sizeOf(base.d))) > BigInt(digitsMax)) {
    const size = sizeOf(base.n) === 1 && sizeOf(base.d) === 1 && (base.n === 1n || base.n === 0n || base.n === -1n);
    if (!size) throw new ArithmeticError('large');
  }
  const raised = rational(base.n ** times, base.d ** times);
  return exponent.n < 0n ? divide(rational(1n), raised) : raised;
}

/** Returns the square root, exact where it comes out even. */
export function squareRoot(value: Rational): Rational {
  if (value.n < 0n) throw new ArithmeticError('root');
  const [n, d] = [wholeRoot(value.n), wholeRoot(value.d)];
  return n !== undefined && d !== undefined ? rational(n, d) : fromNumber(Math.sqrt(toNumber(value)));
}

/**
 * Returns a number as it is written: exact where it ends within ten places, else rounded to ten significant digits.
 * @param digits significant digits, where fewer will do
 */
export function format(value: Rational, digits?: number): { text: string; isExact: boolean } {
  const places = endingPlaces(value.d);
  if (isWhole(value) && sizeOf(value.n) > 40) return { text: scientific(value.n), isExact: false };
  if (digits === undefined && places !== undefined && places <= placesShown && sizeOf(value.n) <= 40) {
    return { text: decimal(value, places), isExact: true };
  }
  const rounded = Number(toNumber(value).toPrecision(digits ?? placesShown));
  return { text: plainNumber(rounded), isExact: false };
}

/** Places after the point with which a fraction ends; undefined where it never does. */
function endingPlaces(d: bigint): number | undefined {
  let [rest, twos, fives] = [d, 0, 0];
  while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1];
  while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1];
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

function decimal({ n, d }: Rational, places: number): string {
  const digits = ((n < 0n ? -n : n) * 10n ** BigInt(places)) / d;
  const text = digits.toString().padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places);
  return `${n < 0n ? '-' : ''}${whole}${places ? `.${text.slice(-places)}` : ''}`;
}

/** "2.432902008e18" */
function scientific(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString();
  const mantissa = Number(`${digits[0]}.${digits.slice(1, 17)}`).toPrecision(placesShown);
  return `${value < 0n ? '-' : ''}${Number(mantissa)}e${digits.length - 1}`;
}

/** Writes a number without an exponent where that is readable. */
function plainNumber(value: number): string {
  const size = Math.abs(value);
  if (value !== 0 && (size >= 1e15 || size < 1e-6)) return value.toExponential().replace('e+', 'e');
  return value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 15 });
}

function wholeRoot(value: bigint): bigint | undefined {
  let root = BigInt(Math.floor(Math.sqrt(Number(value))));
  // Newton's steps from the float's guess.
  for (let step = 0; step < 60; step += 1) {
    if (root === 0n) break;
    const next = (root + value / root) / 2n;
    if (next === root) break;
    root = next;
  }
  for (const near of [root - 1n, root, root + 1n]) if (near >= 0n && near * near === value) return near;
  return undefined;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y) [x, y] = [y, x % y];
  return x;
}

/** Decimal digits, about: from the bits, since writing a large number out is what takes long. */
function sizeOf(value: bigint): number {
  const hex = value.toString(16).length;
  return hex < 12 ? value.toString().replace('-', '').length : Math.ceil(hex * 1.2042);
}

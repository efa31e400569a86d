import { sayNumber, type Writing } from '../numerals.ts';
import { add, divide, format, multiply, type Rational, rational, subtract } from '../rational.ts';

/** A currency as the message writes it, before or behind the number. */
export type Currency = { sign: string; isBefore: boolean; gap: string };
export type Amount = { value: Rational; currency?: Currency };

export const hundred = rational(100n);
export const whole = (value: number): Rational => rational(BigInt(value));
export const shareOf = (value: Rational, rate: Rational): Rational => divide(multiply(value, rate), hundred);

/** Rounds half up, away from zero, to decimal places. */
export function rounded(value: Rational, places: number): { value: Rational; isExact: boolean } {
  const scale = rational(10n ** BigInt(places));
  const scaled = multiply(value, scale);
  if (scaled.d === 1n) return { value, isExact: true };
  const size = scaled.n < 0n ? -scaled.n : scaled.n;
  const nearest = (2n * size + scaled.d) / (2n * scaled.d);
  return { value: divide(rational(scaled.n < 0n ? -nearest : nearest), scale), isExact: false };
}

/** Says an amount with its currency, in cents where it has any: "£84.49", "228,10 €". */
export function sayAmount({ value, currency }: Amount, writing: Writing): string {
  const { value: cents, isExact } = rounded(value, 2);
  const [units = '', part = ''] = format(cents).text.split('.');
  const text = part || !isExact ? `${units}.${part.padEnd(2, '0')}` : units;
  const isNegative = text.startsWith('-');
  const number = sayNumber(isNegative ? text.slice(1) : text, writing);
  const sign = isNegative ? '−' : '';
  if (!currency) return `${sign}${number}`;
  const { sign: name, isBefore, gap } = currency;
  return isBefore ? `${sign}${name}${gap}${number}` : `${sign}${number}${gap}${name}`;
}

/** Says a plain number with at most that many decimals. */
export function sayPlain(value: Rational, writing: Writing, places = 2): string {
  return sayNumber(format(rounded(value, places).value).text, writing);
}

/** "=" for what is exact to the places that are shown, else "≈". */
export const equals = (value: Rational, places = 2): string => (rounded(value, places).isExact ? '=' : '≈');

/** "19 %" where the language puts a space, else "19%". */
export function sayRate(rate: Rational, writing: Writing): string {
  const gap = /^(?:de|fr|es)/.test(writing.tag) ? ' ' : '';
  return `${sayPlain(rate, writing)}${gap}%`;
}

/** "7 h 25 min" of seconds; seconds are said where there are any: "28 min 45 s". */
export function saySpan(seconds: Rational): string {
  const all = Number(rounded(seconds, 0).value.n);
  const [hours, minutes, rest] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  const parts = [hours ? `${hours} h` : '', minutes ? `${minutes} min` : '', rest ? `${rest} s` : ''];
  return parts.filter(Boolean).join(' ') || '0 min';
}

/** The one currency of several amounts, given to all of them; null where there are two. */
export function oneCurrency(amounts: Amount[]): Currency | null | undefined {
  const named = amounts.flatMap(({ currency }) => currency ?? []);
  return named.every(({ sign }) => sign === named[0]?.sign) ? named[0] : null;
}

export { add, divide, multiply, type Rational, rational, subtract };

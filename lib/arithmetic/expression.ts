import {
  ArithmeticError,
  add,
  divide,
  floor,
  fromDecimal,
  fromNumber,
  isWhole,
  modulo,
  multiply,
  negate,
  power,
  type Rational,
  rational,
  squareRoot,
  subtract,
  toNumber,
} from './rational.ts';

type Token = { kind: 'number'; value: Rational } | { kind: 'name'; name: string } | { kind: 'sign'; sign: string };

/** A value, and whether it was written as a percentage: "250 + 10 %" adds a tenth of 250. */
type Value = { value: Rational; isPercent: boolean };

const constants: Record<string, Rational> = {
  pi: fromNumber(Math.PI),
  π: fromNumber(Math.PI),
  e: fromNumber(Math.E),
  tau: fromNumber(2 * Math.PI),
};

const byFloat = (rule: (value: number) => number) => (values: Rational[]) => fromNumber(rule(toNumber(one(values))));
const round = (value: Rational) => floor(add(value, rational(1n, 2n)));
const least = (values: Rational[]) => values.reduce((a, b) => (subtract(a, b).n <= 0n ? a : b));
const total = (values: Rational[]) => values.reduce(add, rational(0n));

const functions: Record<string, (values: Rational[]) => Rational> = {
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

/**
 * The exact value of a sum as people and calculators write it: + - * × · / ÷ ^ ** ! √ brackets, `mod`, percentages, the common
 * functions and π. Null for what is no sum.
 * @throws ArithmeticError for a sum that has no answer, in words
 */
export function evaluate(text: string): Rational | null {
  const tokens = tokenise(text);
  if (!tokens || tokens.length === 0) return null;
  const reader = new Reader(tokens);
  const result = reader.sum();
  return result && reader.isAtEnd ? asNumber(result) : null;
}

const NUMBER = /\s*((?:\d[\d,.'’_]*\d|\d)(?:e[+-]?\d+(?![\w.]))?|\.\d+)/iy;
/** Between the brackets of a function a comma parts its values. */
const NUMBER_OF_CALL = /\s*((?:\d[\d.'’_]*\d|\d)(?:e[+-]?\d+(?![\w.]))?|\.\d+)/iy;
const SIGN = /\s*(\*\*|[-+*/^%!(),√−–×·÷])/y;
const NAME = /\s*([a-z]+\d*(?=\s*\()|pi\b|π|tau\b|mod\b|of\b|e\b|x(?=\s*[\d(.√]))/iy;
const SIGNS: Record<string, string> = { '**': '^', '×': '*', '·': '*', '÷': '/', '−': '-', '–': '-' };
const tokensMax = 200;

function tokenise(text: string): Token[] | null {
  const tokens: Token[] = [];
  const source = text.trimEnd();
  const calls: boolean[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) at = pattern.lastIndex;
    return found?.[1];
  };
  while (at < source.length && tokens.length <= tokensMax) {
    const number = take(calls.at(-1) ? NUMBER_OF_CALL : NUMBER);
    const sign = number === undefined ? take(SIGN) : undefined;
    const name = number === undefined && sign === undefined ? take(NAME)?.toLowerCase() : undefined;
    if (number !== undefined) {
      const value = readNumber(number);
      if (!value) return null;
      tokens.push({ kind: 'number', value });
    } else if (sign !== undefined) {
      if (sign === '(') calls.push(tokens.at(-1)?.kind === 'name');
      if (sign === ')') calls.pop();
      tokens.push({ kind: 'sign', sign: SIGNS[sign] ?? sign });
    } else if (name === 'x') tokens.push({ kind: 'sign', sign: '*' });
    else if (name !== undefined) tokens.push({ kind: 'name', name });
    else return null;
  }
  return tokens.length > tokensMax ? null : tokens;
}

/**
 * A number as it is written in English or on the continent: "1,000.5", "1.000,5", "1'000", "3,5". A single comma with three
 * digits after it parts thousands, a single point never does.
 */
export function readNumber(text: string): Rational | null {
  const digits = text.replace(/(?<=\d)['’_](?=\d{3}(?!\d))/g, '');
  if (/^\d+(?:e[+-]?\d+)?$/i.test(digits) || /^\d*\.\d+(?:e[+-]?\d+)?$/i.test(digits)) return fromDecimal(digits);
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return fromDecimal(digits.replaceAll(',', ''));
  if (/^\d{1,3}(?:\.\d{3}){2,}$|^\d{1,3}(?:\.\d{3})+,\d+$/.test(digits)) {
    return fromDecimal(digits.replaceAll('.', '').replace(',', '.'));
  }
  return /^\d+,\d{1,2}$|^\d+,\d{4,}$/.test(digits) ? fromDecimal(digits.replace(',', '.')) : null;
}

/** Reads a sum from left to right, one level of precedence a method; null where the tokens are none. */
class Reader {
  private at = 0;
  private depth = 0;
  private readonly tokens: Token[];

  constructor(tokens: Token[]) {
    this.tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  sum(): Value | null {
    let left = this.product();
    while (left) {
      const sign = this.take('+', '-');
      if (!sign) return left;
      const right: Value | null = this.product();
      if (!right) return null;
      // Ten per cent more or less are of what they are added to.
      const amount = right.isPercent && !left.isPercent ? multiply(left.value, asNumber(right)) : right.value;
      left = {
        value: sign === '+' ? add(left.value, amount) : subtract(left.value, amount),
        isPercent: left.isPercent && right.isPercent,
      };
    }
    return null;
  }

  private product(): Value | null {
    let left = this.signed();
    while (left) {
      const sign = this.take('*', '/', '%') ?? this.takeName('mod', 'of') ?? (this.beginsFactor() ? '*' : undefined);
      if (!sign) return left;
      const right: Value | null = this.signed();
      if (!right) return null;
      left = plain(calculate(sign, asNumber(left), asNumber(right)));
    }
    return null;
  }

  private signed(): Value | null {
    if (this.take('-')) {
      const value = this.signed();
      return value && { ...value, value: negate(value.value) };
    }
    if (this.take('+')) return this.signed();
    const base = this.postfixed();
    if (!base || !this.take('^')) return base;
    const exponent = this.signed();
    return exponent && plain(power(asNumber(base), asNumber(exponent)));
  }

  private postfixed(): Value | null {
    let value = this.atom();
    while (value) {
      if (this.take('!')) value = plain(factorial(asNumber(value)));
      else if (this.peek() === '%' && !this.beginsOperand(this.at + 1)) {
        this.at += 1;
        value = { value: asNumber(value), isPercent: true };
      } else return value;
    }
    return null;
  }

  private atom(): Value | null {
    const token = this.tokens[this.at];
    if (!token) return null;
    if (token.kind === 'number') {
      this.at += 1;
      return plain(token.value);
    }
    if (this.take('√')) {
      const value = this.atom();
      return value && plain(squareRoot(asNumber(value)));
    }
    if (this.take('(')) {
      const value = this.nested(() => this.sum());
      return value && this.take(')') ? plain(asNumber(value)) : null;
    }
    return token.kind === 'name' ? this.named(token.name) : null;
  }

  private named(name: string): Value | null {
    const constant = constants[name];
    const rule = functions[name];
    this.at += 1;
    if (rule && this.take('(')) {
      const values: Rational[] = [];
      do {
        const value = this.nested(() => this.sum());
        if (!value) return null;
        values.push(asNumber(value));
      } while (this.take(','));
      return this.take(')') ? plain(rule(values)) : null;
    }
    return constant ? plain(constant) : null;
  }

  private nested<T>(read: () => T): T | null {
    if (this.depth > 50) return null;
    this.depth += 1;
    const value = read();
    this.depth -= 1;
    return value;
  }

  private take(...signs: string[]): string | undefined {
    const sign = this.peek();
    if (sign === undefined || !signs.includes(sign)) return undefined;
    this.at += 1;
    return sign;
  }

  private takeName(...names: string[]): string | undefined {
    const token = this.tokens[this.at];
    if (token?.kind !== 'name' || !names.includes(token.name)) return undefined;
    this.at += 1;
    return token.name;
  }

  private peek(): string | undefined {
    const token = this.tokens[this.at];
    return token?.kind === 'sign' ? token.sign : undefined;
  }

  /** "2(3 + 4)", "2π": a factor without a sign before it; two numbers side by side are none. */
  private beginsFactor(): boolean {
    const token = this.tokens[this.at];
    return this.peek() === '(' || (token?.kind === 'name' && token.name !== 'mod' && token.name !== 'of');
  }

  private beginsOperand(at: number): boolean {
    const token = this.tokens[at];
    return (
      token?.kind === 'number' ||
      (token?.kind === 'sign' && token.sign === '(') ||
      (token?.kind === 'name' && token.name !== 'of' && token.name !== 'mod')
    );
  }
}

const plain = (value: Rational): Value => ({ value, isPercent: false });
const asNumber = ({ value, isPercent }: Value): Rational => (isPercent ? divide(value, rational(100n)) : value);

function calculate(sign: string, left: Rational, right: Rational): Rational {
  if (sign === '/') return divide(left, right);
  return sign === '%' || sign === 'mod' ? modulo(left, right) : multiply(left, right);
}

function factorial(value: Rational): Rational {
  if (!isWhole(value) || value.n < 0n) throw new ArithmeticError('Only whole numbers from 0 on have a factorial.');
  if (value.n > 500n) throw new ArithmeticError('That number is too large for me.');
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
  if (!value) throw new ArithmeticError('That calculation has a number too few or too many.');
  return value;
}

import { constants, factorial, functions } from './functions.ts';
import {
  add,
  divide,
  modulo,
  multiply,
  negate,
  power,
  type Rational,
  rational,
  squareRoot,
  subtract,
} from './rational.ts';
import { type Token, tokenise } from './tokens.ts';

/** A value, and whether it was written as a percentage: "250 + 10 %" adds a tenth of 250. */
type Value = { value: Rational; isPercent: boolean };

/**
 * Returns the exact value of a sum as people and calculators write it: + - * × · / ÷ ^ ** ! √ brackets, `mod`, percentages, the common
 * functions and π. Null for what is no sum.
 * @throws ArithmeticError for a sum that has no answer
 */
export function evaluate(text: string): Rational | null {
  const tokens = tokenise(text);
  if (!tokens || tokens.length === 0) return null;
  const reader = new Reader(tokens);
  const result = reader.sum();
  return result && reader.isAtEnd ? asNumber(result) : null;
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

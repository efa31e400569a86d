import { fromDecimal, type Rational } from './rational.ts';

export type Token =
  | { kind: 'number'; value: Rational }
  | { kind: 'name'; name: string }
  | { kind: 'sign'; sign: string };

const NUMBER = /\s*((?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+(?![\w.]))?)(?!\.?\d)/iy;
const SIGN = /\s*(\*\*|[-+*/^%!(),√−–×·÷])/y;
const NAME = /\s*([a-z]+\d*(?=\s*\()|pi\b|π|tau\b|mod\b|of\b|e\b|x(?=\s*[\d(.√]))/iy;
const SIGNS: Record<string, string> = { '**': '^', '×': '*', '·': '*', '÷': '/', '−': '-', '–': '-' };
const tokensMax = 200;

/** Returns the numbers (with a decimal point), names and signs of a text; null where it holds anything else. */
export function tokenise(text: string): Token[] | null {
  const tokens: Token[] = [];
  const source = text.trimEnd();
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) at = pattern.lastIndex;
    return found?.[1];
  };
  while (at < source.length && tokens.length <= tokensMax) {
    const number = take(NUMBER);
    const sign = number === undefined ? take(SIGN) : undefined;
    const name = number === undefined && sign === undefined ? take(NAME)?.toLowerCase() : undefined;
    if (number !== undefined) {
      tokens.push({ kind: 'number', value: fromDecimal(number) });
    } else if (sign !== undefined) {
      tokens.push({ kind: 'sign', sign: SIGNS[sign] ?? sign });
    } else if (name === 'x') tokens.push({ kind: 'sign', sign: '*' });
    else if (name !== undefined) tokens.push({ kind: 'name', name });
    else return null;
  }
  return tokens.length > tokensMax ? null : tokens;
}

import type { Language } from '../language/languages.ts';

/** The notation of numbers in a message: its language's, or its region's if the account has one; `isGrouped`: four digits are. */
export type Writing = { tag: string; decimal: '.' | ','; isGrouped?: boolean };

/** Digits of the whole numbers that are said in groups: years and the like are shorter, what is copied as it is (2**64) is longer. */
const groupedDigits = { min: 5, max: 15 };

/** Returns how numbers are written in a language; an account's region counts where it is of that language: `es-MX`, `de-CH`. */
export function writingOf(language: Language, locale: string | null): Writing {
  const tag = locale?.slice(0, 2).toLowerCase() === language ? locale : language;
  try {
    const parts = new Intl.NumberFormat(tag).formatToParts(1.5);
    return { tag, decimal: parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.' };
  } catch {
    return writingOf(language, null);
  }
}

const NUMERAL = /\d+(?:[.,'’_]\d+)+/g;
const SPACED = /(?<![\d.,])\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?![\d'’_])/g;

/**
 * Rewrites the numbers of a text as digits with a decimal point: "1.200,50", "1,200.50", "1 200,50" and "1'200.50" become 1200.50.
 * One point or comma before exactly three digits is read as the language has it: "1.200" is 1200 in German and 1.2 in English,
 * "1,200" is 1.2 in German and 1200 in English. Another number of the text that is certainly written otherwise decides: "3,50 +
 * 1.200". What is no number stays as it is.
 * @returns the text, and which of its numbers were written in groups
 */
export function readNumerals(text: string, writing: Writing): { text: string; grouped: Set<string> } {
  const grouped = new Set<string>();
  const joined = text.replace(SPACED, (found) => {
    const digits = found.replace(/\D/g, '');
    grouped.add(digits);
    return digits;
  });
  const certain = new Set((joined.match(NUMERAL) ?? []).map(certainDecimal).filter(Boolean));
  const other = writing.decimal === '.' ? ',' : '.';
  const decimal = certain.has(other) && !certain.has(writing.decimal) ? other : writing.decimal;
  const read = joined.replace(NUMERAL, (found: string, at: number) => {
    if (isInCall(joined, at)) return found;
    const number = readNumeral(found, decimal, writing);
    if (number && /^\d+(?:[.,'’_]\d{2,3})+(?:[.,]\d+)?$/.test(found) && isLonger(number)) grouped.add(number);
    return number ?? found;
  });
  return { text: read, grouped };
}

const isLonger = (number: string) => (number.split('.')[0] ?? '').length > 3;

/** The sign before the decimals of a number that can be read in one way alone. */
function certainDecimal(numeral: string): string | undefined {
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(numeral)) return ',';
  if (/^\d{1,3}(?:,\d{2,3})*,\d{3}\.\d+$/.test(numeral)) return '.';
  const [, whole = '', sign, part = ''] = /^(\d+)([.,])(\d+)$/.exec(numeral) ?? [];
  return sign && (part.length !== 3 || whole.length > 3 || whole.startsWith('0')) ? sign : undefined;
}

function readNumeral(written: string, decimal: '.' | ',', { decimal: usual }: Writing): string | null {
  const numeral = written.replace(/(?<=\d)['’_](?=\d{3}(?!\d))/g, '');
  if (/^\d+$/.test(numeral)) return numeral;
  const sign = certainDecimal(numeral);
  if (sign) return numeral.replaceAll(sign === ',' ? '.' : ',', '').replace(',', '.');
  if (/^\d{1,3}(?:\.\d{3}){2,}$|^\d{1,3}(?:,\d{3}){2,}$|^\d{1,2}(?:,\d{2})+,\d{3}$/.test(numeral))
    return numeral.replace(/[.,]/g, '');
  const [, whole, mark, part = ''] = /^(\d{1,3})([.,])(\d{3})$/.exec(numeral) ?? [];
  if (!mark) return null;
  // Three decimals are rare: what groups digits in the language groups them.
  if (mark !== decimal || mark !== usual) return `${whole}${part}`;
  return `${whole}.${part.replace(/0+$/, '')}`.replace(/\.$/, '');
}

/** Between the brackets of a function a comma parts its values. */
function isInCall(text: string, at: number): boolean {
  let depth = 0;
  for (let place = at - 1; place >= 0; place -= 1) {
    if (text[place] === ')') depth += 1;
    else if (text[place] === '(' && depth > 0) depth -= 1;
    else if (text[place] === '(') return /[a-z]\d*\s*$/i.test(text.slice(Math.max(0, place - 12), place));
  }
  return false;
}

/** Says a number that `format` wrote, as its language writes it: "12000.5" is 12.000,5 in German. */
export function sayNumber(text: string, writing: Writing, isGrouped = writing.isGrouped ?? false): string {
  const { tag, decimal } = writing;
  const [, sign = '', whole = '', part, rest = ''] = /^(-?)(\d+)(?:\.(\d+))?(e.*)?$/.exec(text) ?? [];
  if (whole === '') return text;
  const group =
    (isGrouped && whole.length > 3) || (whole.length >= groupedDigits.min && whole.length <= groupedDigits.max);
  const said = group ? new Intl.NumberFormat(tag, { useGrouping: 'always' }).format(BigInt(whole)) : whole;
  return `${sign}${said.replace(/[\u00A0\u202F]/g, ' ')}${part ? `${decimal}${part}` : ''}${rest}`;
}

/** Says the numbers of a sum as their language writes them. */
export function sayNumbersOf(sum: string, writing: Writing, grouped: Set<string>): string {
  return sum.replace(/(?<![\p{L}\d.])\d+(?:\.\d+)?(?![\d.])/gu, (number) =>
    sayNumber(number, writing, grouped.has(number)),
  );
}

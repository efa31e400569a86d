import { detectLanguage } from '../language/detect.ts';
import { LANGUAGES, type Language, languageOf } from '../language/languages.ts';
import { evaluate } from './expression.ts';
import { readNumerals, sayNumber, sayNumbersOf, type Writing, writingOf } from './numerals.ts';
import { answerPace } from './pace.ts';
import {
  ArithmeticError,
  add,
  divide,
  format,
  fromDecimal,
  multiply,
  type Rational,
  rational,
  subtract,
} from './rational.ts';
import { SAID } from './said.ts';
import {
  ASKING,
  ASKING_WORDS,
  FORMS,
  LIST,
  NOUNS,
  NUMBER_WORDS,
  OWN_WORDS,
  SHARES,
  SHARES_ASKED,
  SPLIT,
  SPLIT_WITH_TIP,
  signsIn,
  TRAILING,
} from './words.ts';

/** "200 minus 15 and 20" takes 20 off or puts it on. */
const UNCERTAIN = /(?<!\p{L})(?:minus|less|take away|weniger|moins|menos|meno) \d[\d.,]*%? (?:and|und|et|y|e|en) \d/iu;
const charactersMax = 200;
const currencies = [
  /€|(?<=\d\s?)(?:euros?|eur)(?!\p{L})/giu,
  /(?:US|R)?\$|(?<=\d\s?)(?:dollars?|usd|dólares|dollari|reais|pesos)(?!\p{L})/giu,
  /£|(?<=\d\s?)(?:pounds?|gbp|sterline)(?!\p{L})/giu,
  /(?<=\d\s?)(?:chf|franken|francs?|franchi)(?!\p{L})/giu,
];

/** The language and notation of an answer. */
type Manner = { language: Language; writing: Writing };

/**
 * Answers a calculation that a message asks for, exactly: "1,000 * 12", "15 % of 240", "what is 12 times 7", "20% tip on 45.50".
 * Numbers are read and said as the message's language writes them.
 * @param locale of the person's account
 * @returns the calculation with its value, or why it has none; null for what is no calculation, as "24/7" and "9-5" are not
 */
export function answerSum(message: string, locale: string | null = null): string | null {
  if (message.length > charactersMax || message.includes('\n') || !/\d|π|\bpi\b/i.test(inDigits(message))) return null;
  const manner = mannerOf(message, locale);
  const whole = inDigits(message.trim().replace(/^[¡¿]+/, ''));
  const asked = whole.replace(ASKING, '');
  const isAsked = asked !== whole || /=\s*\??\s*$/.test(message);
  const said = withoutCurrency(asked.replace(TRAILING, ''))
    ?.replace(/^(?:el|il|los|le|die|het|les) (?=\d)/iu, '')
    .trim();
  if (said === undefined || UNCERTAIN.test(said)) return null;
  const { text, grouped } = readNumerals(said.replace(NOUNS, ''), manner.writing);
  try {
    const special =
      answerShare(text, manner, grouped) ??
      answerSplit(text, manner, grouped) ??
      answerShareAsked([text, readNumerals(whole.replace(TRAILING, ''), manner.writing).text], manner, grouped) ??
      answerPace(message, manner.writing, SAID[manner.language]);
    if (special) return special;
    const list = readList(said, manner.writing);
    const sum = list ?? inSigns(text, manner.language);
    if (
      !/[-+*/^%!√(]|−|–|×|·|÷|\bmod\b|\bx\b/u.test(isAsked ? sum.replace(/(?<=\d)x(?=\d)/gi, ' x ') : sum) ||
      /^[-+]?\s*\d[\d.,]*\s*%?$/.test(sum)
    )
      return null;
    if (!isAsked && looksOtherwise(said.replace(NOUNS, ''))) return null;
    const value = evaluate(sum);
    return value && `${shown(list ?? text, sum, manner, grouped)} ${written(value, manner.writing)}`;
  } catch (error) {
    if (error instanceof ArithmeticError) return SAID[manner.language].why[error.reason];
    throw error;
  }
}

/** Words for sums and units tell a language best; signs that are said alike in several tell none. */
export function mannerOf(message: string, locale: string | null): Manner {
  const telling = message.replace(/\b(?:plus|minus|x|mod)\b|[\d%]+/gi, ' ');
  const words = message.toLowerCase().match(/\p{L}+/gu) ?? [];
  const told = LANGUAGES.filter((each) => words.some((word) => OWN_WORDS[each].has(word)));
  const detected = (told.length === 1 && told[0]) || detectLanguage(telling, languageOf(locale));
  const language = detected === 'en' ? (byAsking(words) ?? detected) : detected;
  return { language, writing: writingOf(language, locale) };
}

/** Returns the language whose word asks for a sum, where no English one stands beside it: "15% de 1.250" is no 1.25. */
function byAsking(words: readonly string[]): Language | undefined {
  if (words.some((word) => ASKING_WORDS.en.has(word))) return undefined;
  return LANGUAGES.find((each) => words.some((word) => ASKING_WORDS[each].has(word)));
}

/** Removes the signs and names of one currency; undefined where there are several, which cannot be added. */
function withoutCurrency(said: string): string | undefined {
  const named = currencies.filter((names) => said.search(names) >= 0);
  if (named.length > 1) return undefined;
  const without = named.reduce((text, names) => text.replace(names, ' '), said);
  return named.length ? without.replace(/ +/g, ' ').trim() : said;
}

/** "= 36", or rounded "≈ 1.414213562". */
function written(value: Rational, writing: Writing): string {
  const { text, isExact } = format(value);
  return `${isExact ? '=' : '≈'} ${sayNumber(text, writing)}`;
}

/** Returns the sum as it was written, or where it was said in words, in signs. */
function shown(said: string, sum: string, { language, writing }: Manner, grouped: Set<string>): string {
  const inWords = /\p{L}{2,}/u.test(
    said.replace(
      /(?<!\p{L})(?:sqrt|of|mod|pi|max|min(?=\()|abs|round|log|ln|sin|cos|tan|von|vom|de|du|del|da|do|di|van)(?!\p{L})/giu,
      '',
    ),
  );
  const signs = (inWords ? sum : said).replace(/\s+/g, ' ').trim();
  // In a call the comma parts the values.
  if (signs.includes(',')) return signs;
  return sayNumbersOf(signs, writing, grouped).replace(/ of /g, ` ${SAID[language].of} `);
}

/** "tip 18% on 64.20", "20% discount on 59.99". */
function answerShare(text: string, { language, writing }: Manner, grouped: Set<string>): string | null {
  for (const [kind, form] of SHARES) {
    const [, rate, amount] = form.exec(text) ?? [];
    if (!rate || !amount) continue;
    const bill = fromDecimal(amount);
    const part = share(bill, rate);
    const of = sayNumbersOf(`${rate}% ${SAID[language].of} ${amount}`, writing, grouped);
    const all = kind === 'tip' ? add(bill, part) : subtract(bill, part);
    return SAID[language][kind](money(part, writing), of, money(all, writing));
  }
  return null;
}

const share = (whole: Rational, rate: string) => multiply(whole, multiply(fromDecimal(rate), rational(1n, 100n)));

/** "Split 127.40 four ways", with a tip or without one, the number of people in digits. */
function answerSplit(text: string, { language, writing }: Manner, grouped: Set<string>): string | null {
  const [, whole, heads] = / into \d+$/i.test(text) ? [] : (SPLIT.exec(text) ?? []);
  if (whole && heads) {
    const each = divide(fromDecimal(whole), fromDecimal(heads));
    const sign = cents(each) ? '≈' : '=';
    return `${sayNumbersOf(`${whole} / ${heads}`, writing, grouped)} ${sign} ${money(each, writing)}`;
  }
  const [, amount, people, rate] = SPLIT_WITH_TIP.exec(text) ?? [];
  if (!amount || !people || !rate) return null;
  const bill = fromDecimal(amount);
  const total = add(bill, share(bill, rate));
  return SAID[language].splitWithTip(money(total, writing), money(divide(total, fromDecimal(people)), writing));
}

/** "What is 45 as a percentage of 60": "45 / 60 = 75%". */
function answerShareAsked(texts: string[], { writing }: Manner, grouped: Set<string>): string | null {
  for (const [form, order] of SHARES_ASKED) {
    const [, one, other] = texts.map((text) => form.exec(text)).find((found) => found !== null) ?? [];
    if (!one || !other) continue;
    const sum = order === 'part first' ? `${one} / ${other}` : `${other} / ${one}`;
    const value = evaluate(`100 * ${sum}`);
    return value && `${sayNumbersOf(sum, writing, grouped)} ${written(value, writing)}%`;
  }
  return null;
}

/** Returns a list that is to be added up, or its average, as a sum. */
function readList(said: string, writing: Writing): string | null {
  const { sum, list = '' } = LIST.exec(said)?.groups ?? {};
  if (!list) return null;
  const items = list.split(/\s*;\s*|,?\s+(?:(?:and|und|et|y|e|en)\s+)?/iu);
  const numbers = items.flatMap((item) => {
    const { text } = readNumerals(item, writing);
    const isList = items.length === 1 || (writing.decimal === '.' && !/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(item));
    return isList ? item.split(',').map((part) => readNumerals(part, writing).text) : text;
  });
  if (numbers.length < 2 || numbers.some((number) => !/^\d+(?:\.\d+)?$/.test(number))) return null;
  const total = numbers.join(' + ');
  return sum ? total : `(${total}) / ${numbers.length}`;
}

/** Rounds half a cent up. @returns whole cents, or null where the amount ends with them */
function cents(value: Rational): Rational | null {
  const inCents = multiply(value, rational(100n));
  if (inCents.d === 1n) return null;
  const doubled = add(multiply(inCents, rational(2n)), rational(1n));
  return rational(doubled.n / (2n * doubled.d));
}

/** Writes an amount with cents where there are any, or were before rounding. */
function money(value: Rational, writing: Writing): string {
  const rounded = cents(value);
  const { text } = format(rounded ? divide(rounded, rational(100n)) : value);
  const [whole, part = ''] = text.split('.');
  return sayNumber(part || rounded ? `${whole}.${part.padEnd(2, '0')}` : text, writing);
}

function inSigns(text: string, language: Language): string {
  const bare = text.replace(/(?<=\d) ?(?:percent|prozent|procent)(?!\p{L})/giu, '%');
  for (const [form, sum] of FORMS) {
    const [found, ...parts] = form.exec(bare) ?? [];
    if (found !== undefined) return sum(...parts);
  }
  // German and others write a division with a colon.
  return signsIn(text, language)
    .replace(/(?<=\d) : (?=\d)/g, ' / ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** English number words become digits: "seven times eight", "one thousand two hundred plus three". */
function inDigits(text: string): string {
  const names = Object.keys(NUMBER_WORDS).join('|');
  return text.replace(new RegExp(`\\b(?:(?:${names})(?:[ -]|\\b))+(?<=\\b|[ -])`, 'gi'), (phrase) => {
    const value = spoken(phrase.toLowerCase().trim().split(/[ -]+/));
    return value === null ? phrase : `${value}${/\s$/.test(phrase) ? ' ' : ''}`;
  });
}

/** Returns the number that words make in their order; null for words that only stand beside each other: "nineteen ninety". */
function spoken(words: string[]): number | null {
  let [total, part, last] = [0, 0, Number.POSITIVE_INFINITY];
  for (const word of words) {
    const number = NUMBER_WORDS[word] ?? 0;
    if (number === 1000) [total, part, last] = [total + (part || 1) * 1000, 0, 1000];
    else if (number === 100) [part, last] = [(part || 1) * 100, 100];
    else if (number < (last === 100 || last >= 1000 ? 100 : last >= 20 ? 10 : 0))
      [part, last] = [part + number, number];
    else return null;
  }
  return total + part;
}

/**
 * Dates, ranges, scores, telephone numbers and set phrases, which are written like sums. Nobody asked for a value here, so
 * what could be one of these is none.
 */
function looksOtherwise(said: string): boolean {
  const [, from, to] = /^(\d{1,2}\.\d{1,2}) ?[-–] ?(\d{1,2}\.\d{1,2})$/.exec(said) ?? [];
  if (from && to) return Number(from) <= Number(to);
  if (/\s/.test(said))
    return /^\+?[\d\s()/-]+$/.test(said) && /\d[\s()/-]*\d{3}[\s/-]\d/.test(said) && !/ [-/] /.test(said);
  const [, a = '', sign, b = ''] = /^(\d+)([-–/])(\d+)$/.exec(said) ?? [];
  if (sign === '/') return /^(?:24\/7|50\/50|9\/11|7\/11|20\/20|4\/20|360\/365)$/.test(said) || /^0\d|\/0\d/.test(said);
  // A difference of a tight pair is a sum only where it cannot be a range, hours or a year with its month.
  if (sign)
    return (
      Number(a) <= Number(b) ||
      Number(a) <= 31 ||
      /^0/.test(a + sign + b) ||
      (/^(?:19|20)\d\d$/.test(a) && b.length <= 2)
    );
  return /^\d+(?:[-–/.:]\d+){2,}$/.test(said) || /^\+?\d[\d-]{6,}$/.test(said) || /\d:\d/.test(said);
}

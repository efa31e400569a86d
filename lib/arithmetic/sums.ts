import { evaluate } from './expression.ts';
import { ArithmeticError, add, divide, format, multiply, type Rational, rational } from './rational.ts';
import { ASKING, FORMS, NUMBER_WORDS, SIGN_WORDS, TRAILING } from './words.ts';

const charactersMax = 200;

/**
 * Answers a calculation that a message asks for, exactly: "1,000 * 12", "15 % of 240", "what is 12 times 7", "20% tip on 45.50".
 * @returns the calculation with its value, or why it has none; null for what is no calculation, as "24/7" and "9-5" are not
 */
export function answerSum(message: string): string | null {
  if (message.length > charactersMax || message.includes('\n') || !/\d|π|\bpi\b/i.test(inDigits(message))) return null;
  const plain = inDigits(message.trim().replace(/^[¡¿]+/, ''));
  const asked = plain.replace(ASKING, '');
  const isAsked = asked !== plain || /=\s*\??\s*$/.test(message);
  const said = asked
    .replace(TRAILING, '')
    .replace(/[$€£](?=\d)|(?<=\d) ?(?:€|£|\$|euros?|dollars?|pounds)$/giu, '')
    .replace(/^(?:el|il|los|le|die|het|les) (?=\d)/iu, '')
    .trim();
  try {
    const tip = answerTip(said) ?? answerSplit(said);
    if (tip) return tip;
    const sum = inSigns(said);
    if (!/[-+*/^%!√(]|−|–|×|·|÷|\bmod\b|\bx\b/u.test(sum) || /^[-+]?\d[\d.,]*\s*%?$/.test(sum)) return null;
    if (!isAsked && looksOtherwise(said)) return null;
    const value = evaluate(sum);
    return value && `${shown(said, sum)} ${written(value)}`;
  } catch (error) {
    if (error instanceof ArithmeticError) return error.message;
    throw error;
  }
}

/** "= 36", or rounded "≈ 1.414213562". */
function written(value: Rational): string {
  const { text, isExact } = format(value);
  return `${isExact ? '=' : '≈'} ${text}`;
}

/** The sum as it was written, or where it was said in words, in signs. */
function shown(said: string, sum: string): string {
  const inWords = /\p{L}{2,}/u.test(
    said.replace(/\b(?:sqrt|of|mod|pi|max|min|abs|round|log|ln|sin|cos|tan|von|vom|de|del|da|do|di|van)\b/giu, ''),
  );
  return (inWords ? sum : said).replace(/\s+/g, ' ').trim();
}

function answerTip(said: string): string | null {
  const [, rate, amount] =
    /^(?:an? )?(\d+(?:\.\d+)?) ?(?:%|percent) (?:tip|service)(?: charge)? (?:on|of|for) (?:a )?(\d[\d.,]*)(?: (?:dollars|euros?|bill))?$/i.exec(
      said,
    ) ?? [];
  if (!rate || !amount) return null;
  const [share, bill] = [evaluate(rate), evaluate(amount)];
  if (!share || !bill) return null;
  const tip = multiply(bill, multiply(share, rational(1n, 100n)));
  return `The tip is ${money(tip)} (${rate}% of ${amount}), so ${money(add(bill, tip))} in all.`;
}

/** "Split 127.40 four ways with a 10% tip", the number of people in digits. */
function answerSplit(said: string): string | null {
  const [, amount, people, rate] =
    /^split (?:a )?(\d[\d.,]*)(?: (?:bill|dollars|euros?))? (?:by |between |among )?(\d{1,3})(?: (?:ways|people|of us|friends))? (?:with|plus|and|including) (?:an? )?(\d+(?:\.\d+)?) ?(?:%|percent) tip$/i.exec(
      said,
    ) ?? [];
  const [bill, parts, share] = [evaluate(amount ?? ''), evaluate(people ?? ''), evaluate(rate ?? '')];
  if (!bill || !parts || !share || Number(people) === 0) return null;
  const total = add(bill, multiply(bill, multiply(share, rational(1n, 100n))));
  return `${money(total)} with the tip, so ${money(divide(total, parts))} each.`;
}

/** With cents where there are any. */
function money(value: Rational): string {
  const { text } = format(value);
  const [whole, cents] = text.split('.');
  return cents === undefined
    ? `${whole}`
    : cents.length <= 2
      ? `${whole}.${cents.padEnd(2, '0')}`
      : (Math.round(Number(`${text}e2`)) / 100).toFixed(2);
}

function inSigns(said: string): string {
  for (const [form, sum] of FORMS) {
    const [found, ...parts] = form.exec(said) ?? [];
    if (found !== undefined) return sum(...parts);
  }
  const sum = SIGN_WORDS.reduce((text, [words, signs]) => text.replace(words, signs), said);
  // German and others write a division with a colon.
  return sum
    .replace(/(?<=\d) : (?=\d)/g, ' / ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Number words beside others become digits: "seven times eight", "twenty five plus three". */
function inDigits(text: string): string {
  const names = Object.keys(NUMBER_WORDS).join('|');
  return text.replace(new RegExp(`\\b(?:(?:${names})(?:[ -]|\\b))+(?<=\\b|[ -])`, 'gi'), (phrase) => {
    const words = phrase.toLowerCase().trim().split(/[ -]+/);
    const value = words.reduce((sum, word) => {
      const number = NUMBER_WORDS[word] ?? 0;
      return number >= 100 && sum > 0 ? sum * number : sum + number;
    }, 0);
    return `${value}${/\s$/.test(phrase) ? ' ' : ''}`;
  });
}

/**
 * Dates, ranges, scores, telephone numbers and set phrases, which are written like sums. Nobody asked for a value here, so
 * what could be one of these is none.
 */
function looksOtherwise(said: string): boolean {
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

/** "45 minutes", "an hour", "half an hour", "an hour and a half", "2 hours and 30 minutes", "1h30", "1.5 hours". */
export const SPAN =
  '(\\d+(?:\\.\\d+)?(?: and a half)?|half(?: an?)?\\b|an? half|an?\\b) ?-?(hours?|hrs?|hr|h|minutes?|mins?|m)(?![a-z])(?: ?(?:and )?(a half|\\d+ ?(?:minutes?|mins?|m)\\b|(?<=h)[0-5]\\d\\b|(?<=h[a-z]* )[0-5]\\d$))?';

const LENGTH = [new RegExp(`\\bfor (?:about |around )?${SPAN}`)];
/** "19h" alone is a time, and what counts from something is no length. */
const LENGTH_ALONE = [
  new RegExp(
    `(?<!\\b(?:every|each|at|past|to|of|a|or|and|not|next|last) |[\\d.:-])\\b(?!(?:1[3-9]|2[0-3])h\\b)${SPAN}(?! (?:past|to|before|after|later|earlier|ago|or)\\b)`,
  ),
];
const DELAY = [new RegExp(`\\b(?:in|within|after) (?:about |around )?${SPAN}`), new RegExp(`\\b${SPAN} from now\\b`)];

/** What a phrase says, if it is there, and the text without it. */
export type Reading<T> = { value: T | undefined; rest: string };

/** How long something takes, in minutes: "for 45 minutes", "30 min". */
export function readLength(text: string): Reading<number> {
  const delay = DELAY.some((pattern) => pattern.test(text));
  return readSpan(delay ? LENGTH : [...LENGTH, ...LENGTH_ALONE], text);
}

/** How far from now something is, in minutes: "in 45 minutes", "an hour from now". */
export function readDelay(text: string): Reading<number> {
  return readSpan(DELAY, text);
}

/** "A", "an" or digits as a number; without words it is one. */
export function amountOf(words = 'a'): number {
  return words.startsWith('a') ? 1 : Number(words);
}

/** The text without one of its phrases, said once or again. */
export function without(text: string, phrase: string): string {
  return text.replaceAll(phrase, ' ').replace(/\s+/g, ' ').trim();
}

/** The first span of time that one of the patterns finds, each with SPAN in it, in minutes. */
export function readSpan(patterns: RegExp[], text: string): Reading<number> {
  const match = patterns.map((pattern) => pattern.exec(text)).find((found) => found !== null);
  if (!match) return { value: undefined, rest: text };
  const [phrase, amount = '', unit = '', more = '0'] = match;
  const perUnit = unit.startsWith('h') ? 60 : 1;
  const whole = /^\d/.test(amount)
    ? Number.parseFloat(amount) + (amount.endsWith('half') ? 0.5 : 0)
    : amount.includes('half')
      ? 0.5
      : 1;
  const rest = more === 'a half' ? perUnit / 2 : Number.parseInt(more, 10);
  return { value: Math.round(whole * perUnit + rest), rest: without(text, phrase) };
}

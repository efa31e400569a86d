/** "45 minutes", "an hour", "half an hour", "an hour and a half", "2 hours and 30 minutes", "1.5 hours". */
const SPAN =
  '(\\d+(?:\\.\\d+)?|half an?|an? half|an?) ?-?(hours?|hrs?|hr|h|minutes?|mins?|min)\\b(?: (?:and )?(a half|\\d+ ?(?:minutes?|mins?|min)\\b))?';

const LENGTH = [new RegExp(`\\bfor (?:about |around )?${SPAN}`)];
const DELAY = [new RegExp(`\\b(?:in|within|after) (?:about |around )?${SPAN}`), new RegExp(`\\b${SPAN} from now\\b`)];

/** What a phrase says, if it is there, and the text without it. */
export type Reading<T> = { value: T | undefined; rest: string };

/** How long something takes, in minutes: "for 45 minutes". */
export function readLength(text: string): Reading<number> {
  return read(LENGTH, text);
}

/** How far from now something is, in minutes: "in 45 minutes", "an hour from now". */
export function readDelay(text: string): Reading<number> {
  return read(DELAY, text);
}

/** The text without one of its phrases. */
export function without(text: string, phrase: string): string {
  return text.replace(phrase, ' ').replace(/\s+/g, ' ').trim();
}

function read(patterns: RegExp[], text: string): Reading<number> {
  const match = patterns.map((pattern) => pattern.exec(text)).find((found) => found !== null);
  if (!match) return { value: undefined, rest: text };
  const [phrase, amount = '', unit = '', more = '0'] = match;
  const perUnit = unit.startsWith('h') ? 60 : 1;
  const whole = amount.includes('half') ? 0.5 : amount.startsWith('a') ? 1 : Number(amount);
  const rest = more === 'a half' ? perUnit / 2 : Number.parseInt(more, 10);
  return { value: Math.round(whole * perUnit + rest), rest: without(text, phrase) };
}

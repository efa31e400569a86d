import { type Reading, without } from './duration.ts';

/** A part of the day: the time that it is taken for, and when it is over. */
export type DayPart = { name: 'morning' | 'afternoon' | 'evening' | 'night'; time: string; ends: string };

/**
 * A time of day as it was said. `either` is an hour that could be before or after noon ("at 7"), both as `HH:MM`. Midnight
 * and the hours after it in a night end the day they are said with, so they are on the day after.
 */
export type TimeOfDay =
  | { exact: string }
  | { either: [string, string] }
  | { part: DayPart }
  | { afterMidnight: string };

const PARTS: DayPart[] = [
  { name: 'morning', time: '09:00', ends: '12:00' },
  { name: 'afternoon', time: '15:00', ends: '18:00' },
  { name: 'evening', time: '19:00', ends: '22:30' },
  { name: 'night', time: '20:00', ends: '23:59' },
];

const AT = '(?:\\b(?:at|by|around|about|from|between|before|after)|@) ?';
const HOUR = '(?<hour>\\d{1,2})';
const HALF = '(?<half>am|pm)\\b';
/** Not the beginning of a date, an ordinal or a number of something. */
const NOT_A_DATE =
  '(?![\\d./:-]|st\\b|nd\\b|rd\\b|th\\b| ?(?:days?|weeks?|months?|hours?|minutes?|mins?|times)\\b| ?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))';

/** Around numbers that stand for a time without any word that says so. */
const ALONE = '(?<=^|tomorrow |day )';
const NO_MORE = '(?=$| today| tomorrow| on )';

/** The forms of a clock time, the more particular ones first; `minutes` where the form and not a number says them. */
const CLOCKS: { pattern: RegExp; minutes?: number; to?: boolean }[] = [
  { pattern: new RegExp(`(?:${AT})?\\bhalf past ${HOUR}(?: ?${HALF})?`), minutes: 30 },
  { pattern: new RegExp(`(?:${AT})?\\b(?:a )?quarter past ${HOUR}(?: ?${HALF})?`), minutes: 15 },
  { pattern: new RegExp(`(?:${AT})?\\b(?:a )?quarter (?:to|of) ${HOUR}(?: ?${HALF})?`), minutes: 15, to: true },
  { pattern: new RegExp(`(?:${AT})?\\b(?<minute>\\d{1,2}) (?:minutes? )?past ${HOUR}(?: ?${HALF})?`) },
  {
    // "10 to 11" alone is a range as well.
    pattern: new RegExp(
      `(?:${AT}|(?<!from )\\b(?!5 to 6|10 to 11))(?<minute>(?:5|10|20|25)(?= )|\\d{1,2}(?= minutes?)) (?:minutes? )?to ${HOUR}(?![\\d:.])(?: ?${HALF})?`,
    ),
    to: true,
  },
  { pattern: new RegExp(`(?:${AT})?\\b${HOUR}(?:[:.h ](?<minute>\\d{2}))? ?${HALF}`) },
  { pattern: new RegExp(`(?:${AT})?\\b${HOUR}[:h](?<minute>\\d{2})(?::\\d{2})?(?![\\d./-])`) },
  { pattern: new RegExp(`${AT}${HOUR}[. ](?<minute>\\d{2})${NOT_A_DATE}`) },
  { pattern: new RegExp(`(?:${AT})?\\b${HOUR} o'clock`) },
  { pattern: new RegExp(`${AT}${HOUR}(?:h\\b)?${NOT_A_DATE}`) },
  { pattern: /\b(?<hour>1[3-9]|2[0-3])h\b/ },
  {
    pattern: new RegExp(`${ALONE}(?<hour>\\d{1,2})(?: |\\.(?=00|1[3-9]|[2-5]))(?<minute>[0-5]\\d)${NO_MORE}`),
  },
  // 2027 may be a year.
  { pattern: new RegExp(`(?:${AT}|${ALONE}(?!20[2-5]))(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)${NO_MORE}`) },
  { pattern: new RegExp(`${ALONE}(?<hour>1[0-2]|[1-9])${NO_MORE}`) },
];

const NAMED =
  /(?:\b(?:at|by|around) )?(?:\b(?<by>half|(?:a )?quarter|[1-5]?\d)(?: minutes?)? (?<side>past|after|to|before) )?\b(?<name>noon|midday|lunch ?time|lunch|midnight)\b/;

/**
 * Reads the time of day in normal words, with the part of the day that settles am or pm ("7 in the evening").
 * @returns the text without it
 */
export function readTimeOfDay(text: string): Reading<TimeOfDay> {
  const part = readPart(text);
  const named = NAMED.exec(part.rest);
  if (named) return { value: namedTime(named.groups ?? {}), rest: without(part.rest, named[0]) };
  for (const { pattern, minutes, to } of CLOCKS) {
    const match = pattern.exec(part.rest);
    const { hour, minute = '0', half } = match?.groups ?? {};
    if (!match || !hour) continue;
    const past = minutes ?? Number(minute);
    // "Quarter to 1" is 12:45.
    const [h, m] = to ? [((Number(hour) + 22) % 12) + 1, 60 - past] : [Number(hour), past];
    if (h > 23 || m > 59) continue;
    return {
      value: toTime(h, m, { half, part: part.value, padded: hour.startsWith('0') }),
      rest: without(part.rest, match[0]),
    };
  }
  return { value: part.value && { part: part.value }, rest: part.rest };
}

/** "Noon", "half past midnight": before midnight it is still the day that it is said with. */
function namedTime({ by = '0', side, name }: Record<string, string | undefined>): TimeOfDay {
  const minutes = by === 'half' ? 30 : by.endsWith('quarter') ? 15 : Number(by);
  const after = side === 'to' || side === 'before' ? -minutes : minutes;
  if (name !== 'midnight') return { exact: clock(720 + after) };
  return after < 0 ? { exact: clock(1440 + after) } : { afterMidnight: clock(after) };
}

/** "Tonight" and "this evening" name the day too, so "today" stays in their place. */
function readPart(text: string): Reading<DayPart> {
  const match =
    /\b(?:(tonight)|(this) (morning|afternoon|evening)|(?:(?:in|at|during) (?:the )?)?(mornings?|afternoons?|evenings?|nights?))\b/.exec(
      text,
    );
  if (!match) return { value: undefined, rest: text };
  const name = match[1] ? 'night' : (match[3] ?? match[4] ?? '').replace(/s$/, '');
  const isToday = Boolean(match[1] ?? match[2]);
  return {
    value: PARTS.find((part) => part.name === name),
    rest: isToday ? text.replace(match[0], 'today') : without(text, match[0]),
  };
}

function toTime(
  hour: number,
  minutes: number,
  said: { half: string | undefined; part: DayPart | undefined; padded: boolean },
): TimeOfDay {
  const at = (h: number) => clock(h * 60 + minutes);
  if (said.part?.name === 'night' && said.half !== 'pm' && (hour < 5 || hour === 12)) {
    return { afterMidnight: at(hour % 12) };
  }
  if (hour > 12 || hour === 0 || said.padded) return { exact: at(hour) };
  if (said.half) return { exact: at((hour % 12) + (said.half === 'pm' ? 12 : 0)) };
  if (said.part) return { exact: at(hourInPart(hour, said.part)) };
  return hour === 12 ? { exact: at(12) } : { either: [at(hour), at(hour + 12)] };
}

function hourInPart(hour: number, { name }: DayPart): number {
  return (hour % 12) + (name === 'morning' ? 0 : 12);
}

/** Minutes of a day as `HH:MM`. */
export function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

const RANGE = new RegExp(
  `(?<!\\bon |[\\d./:-])\\b(?<start>from |between |at )?(?<from>\\d{1,2})(?:[:.](?<fromMinute>[0-5]\\d))? ?(?<fromHalf>am|pm)? ?(?<sign>-|to|until|till|and) ?(?<to>\\d{1,2})(?:[:.](?<toMinute>[0-5]\\d))?(?: ?(?<toHalf>am|pm)\\b)?${NOT_A_DATE}`,
);

/**
 * "From 6 to 7 pm": how many minutes that is, and the text with its start alone, which is in the same half of the day if it
 * can be.
 */
export function readRange(text: string): Reading<number> {
  const match = RANGE.exec(text);
  const { start, from, fromMinute = '0', fromHalf, sign, to, toMinute = '0', toHalf } = match?.groups ?? {};
  // "10 to 9" is ten minutes before.
  const isSpan = start === 'from ' || fromHalf || (toHalf && !/^(?:5|10|20|25)$/.test(from ?? ''));
  const isRange = sign === '-' || (sign === 'and' ? start === 'between ' : isSpan);
  if (!match || !isRange || Number(from) > 23 || Number(to) > 24) return { value: undefined, rest: text };
  const begin = minutesOf(from, fromMinute, fromHalf ?? toHalf);
  const end = minutesOf(to, toMinute, toHalf);
  const begins = !fromHalf && toHalf && begin >= end ? (begin + 720) % 1440 : begin;
  // Without halves "9 to 5" ends in the other one.
  const clear = Number(to) > 12 || Boolean(toHalf);
  const value = (end - begins + 1440) % (clear ? 1440 : 720);
  const overNoon = !clear && end < begin && Number(from) < 12 && !/night|evening/.test(text);
  const half = (fromHalf ?? toHalf) ? (begins < 720 ? ' am' : ' pm') : overNoon ? ' am' : '';
  const time = `${from}:${fromMinute.padStart(2, '0')}${half}`;
  return { value: value || undefined, rest: text.replace(match[0], ` at ${time} `).replace(/\s+/g, ' ').trim() };
}

function minutesOf(hour = '', minute: string, half: string | undefined): number {
  const hours = half ? (Number(hour) % 12) + (half === 'pm' ? 12 : 0) : Number(hour);
  return hours * 60 + Number(minute);
}

import * as chrono from 'chrono-node/en';
import { addDays, addMonths, type Day, daysBetween, endOfMonth, isDay } from '../../days.ts';
import { NUMBER, readEffort, toNumber } from './effort.ts';

/** The days a plan covers, and where the target came from. */
export type Horizon = {
  start_date: Day;
  target_date: Day;
  /** Days from start to target, both included. */
  days: number;
  source: 'target_date' | 'words' | 'default';
  /** The days that the words asked for, when that is more than a plan can cover. */
  asked_days?: number;
  /** A sentence for the plan's summary when the words asked for more or less than a plan can cover. */
  note?: string;
};

const MIN_DAYS = 7;
const MAX_DAYS = 26 * 7;
/** Beyond this many, months are not counted by the calendar. */
const MAX_MONTHS = 1200;
const DEFAULT_DAYS = 6 * 7;
/** Words beyond this are not read: dates stand early in a text, and date readers slow down on long ones. */
const MAX_CHARACTERS = 2000;

/**
 * Checks a target date that a person gave explicitly.
 *
 * Takes today in the person's time zone and the date asked for. Returns null when a plan from today to that date is 1 to 26
 * weeks long (7 to 182 days, both ends included), otherwise a sentence for the 422.
 */
export function checkTargetDate(today: Day, target: string): string | null {
  if (!isDay(target)) return 'target_date is not a day: write YYYY-MM-DD, a date that exists.';
  const days = daysBetween(today, target) + 1;
  if (days < 1) return `target_date is in the past: choose ${addDays(today, MIN_DAYS - 1)} or later.`;
  if (days < MIN_DAYS)
    return `target_date is too near: a plan needs a week, so choose ${addDays(today, MIN_DAYS - 1)} or later.`;
  if (days > MAX_DAYS)
    return `target_date is too far: a plan covers 26 weeks at most, so choose ${addDays(today, MAX_DAYS - 1)} or earlier.`;
  return null;
}

/**
 * Reads how long a goal should take: its target date, else its words, else six weeks.
 *
 * Takes the goal's texts and today in the person's time zone (so no zone is needed here). A span of n weeks from today
 * includes today and ends on the last of its 7n days; "before" a date ends on the day before it, "by" and "until" on the
 * date. What words ask for is kept within 1 to 26 weeks, and the note says so. The title counts before the description.
 *
 * A target date is expected to have passed `checkTargetDate` when the goal was made. If it is over by now (planning again),
 * the plan gets one week; a nearer one than a week is kept, and the plan is that short.
 */
export function readHorizon(goal: {
  title: string;
  description?: string | null;
  target_date?: Day | null;
  today: Day;
}): Horizon {
  const { today } = goal;
  if (goal.target_date) return fromTargetDate(today, goal.target_date);
  for (const text of [goal.title, goal.description ?? '']) {
    const end = readEnd(text, today);
    if (end) return fromWords(today, end);
  }
  return horizon(today, DEFAULT_DAYS, 'default');
}

function fromTargetDate(today: Day, target: Day): Horizon {
  const days = daysBetween(today, target) + 1;
  if (days < 1)
    return horizon(
      today,
      MIN_DAYS,
      'target_date',
      `The target date ${target} has passed, so this plan takes one week from today.`,
    );
  if (days > MAX_DAYS)
    return horizon(
      today,
      MAX_DAYS,
      'target_date',
      `The target date ${target} is further away than 26 weeks; this plan covers the first 26.`,
    );
  return horizon(today, days, 'target_date');
}

function fromWords(today: Day, { days, words }: End): Horizon {
  const asked = `You asked for "${words}"`;
  if (days > MAX_DAYS) {
    const note = `${asked}; a plan covers 26 weeks at most, so this one takes the first 26.`;
    return { ...horizon(today, MAX_DAYS, 'words', note), asked_days: days };
  }
  if (days < MIN_DAYS)
    return horizon(today, MIN_DAYS, 'words', `${asked}; a plan takes at least one week, so this one does.`);
  return horizon(today, days, 'words');
}

function horizon(today: Day, days: number, source: Horizon['source'], note?: string): Horizon {
  return { start_date: today, target_date: addDays(today, days - 1), days, source, note };
}

/** How many days a text asks for, today included, and in which words. */
type End = { days: number; words: string };

/** The end that a text asks for: "over 12 weeks" first, then a date, then "8-week". */
function readEnd(text: string, today: Day): End | undefined {
  const ahead = text.slice(0, MAX_CHARACTERS).replace(/\s+/g, ' ').replace(PAST, ' ');
  const rest = datesInEnglish(readEffort(ahead).rest, today);
  return readSpan(rest, today, SPAN_WITH_PREPOSITION) ?? readDeadline(rest, today) ?? readSpan(rest, today, BARE_SPAN);
}

const UNIT = '(days?|weeks?|wks?|fortnights?|months?|mos?|quarters?|years?|yrs?)\\b';
/** What a person says has been, up to what they want: "I started in May", "I've been running for 2 years and want …". */
const PAST =
  /\b(?:(?:I|we|he|she|they)(?:(?:['’]ve|\s+have|\s+had)\s+(?:\p{L}+\s+)?(?:tried|been(?!\s+(?:told|\p{L}+ed)\b))|\s+(?:started|began|tried))|pregnant)\b(?:(?!\b(?:but|by|before|until|till|ends?)\b|\band\s+(?:I\s+)?(?:now|want|need|must|would|will|plan|hope)\b)[^.,;!?])*/giu;

const NOT_A_SPAN = '(?![\\s-]*(?:old|ago|olds|pregnant)\\b)';
/** "10 day trip", "3 weeks through Vietnam": how long the thing itself takes, not the way to it. */
const NOT_A_TRIP =
  '(?!\\s+(?:through|around)\\b|\\s+(?:[a-z-]+\\s+){0,2}(?:trip|hike|trek|tour|cruise|holiday|vacation|retreat|journey|visit)\\b)';
const AND_A_HALF = '(\\s+and\\s+a\\s+half)?';
const AMOUNT = `(?:${NUMBER})(?:\\s+and\\s+a\\s+half)?|half\\s+an?|(?:an?\\s+)?couple\\s+of|(?:an?\\s+)?few`;
const SPAN_WITH_PREPOSITION = new RegExp(
  `\\b(?:over|in|within|during|across|for|take)\\s+(?:the\\s+|about\\s+|around\\s+|next\\s+|coming\\s+|under\\s+|less\\s+than\\s+|only\\s+|just\\s+)*(${AMOUNT}|an?)[\\s-]*${UNIT}${AND_A_HALF}${NOT_A_SPAN}`,
  'i',
);
const BARE_SPAN = new RegExp(
  `(?<!\\b(?:last|past|previous|after|since|every|each|than|age|aged)\\s)\\b(${AMOUNT})[\\s-]*${UNIT}${AND_A_HALF}${NOT_A_SPAN}${NOT_A_TRIP}`,
  'i',
);

function readSpan(text: string, today: Day, pattern: RegExp): End | undefined {
  const match = pattern.exec(text);
  const [words, amountText, unit, half] = match ?? [];
  if (!words || !amountText || !unit) return undefined;
  const amount = spanAmount(amountText) + (half ? 0.5 : 0);
  const days = spanDays(amount, unit.toLowerCase(), today);
  // "3-day hike": shorter than any plan and not said to be one, so it is something else.
  if (pattern === BARE_SPAN && days < MIN_DAYS && amount > 0) return undefined;
  return { days, words: words.trim() };
}

function spanAmount(text: string): number {
  if (/^half/i.test(text)) return 0.5;
  if (/couple/i.test(text)) return 2;
  if (/few/i.test(text)) return 3;
  if (/^an?$/i.test(text)) return 1;
  const [whole = ''] = text.split(' ');
  return toNumber(whole) + (/half$/i.test(text) ? 0.5 : 0);
}

function spanDays(amount: number, unit: string, today: Day): number {
  if (unit.startsWith('d')) return Math.round(amount);
  if (unit.startsWith('w')) return Math.round(amount * 7);
  if (unit.startsWith('f')) return Math.round(amount * 14);
  const months = amount * (unit.startsWith('m') ? 1 : unit.startsWith('q') ? 3 : 12);
  if (months > MAX_MONTHS) return Math.round(months * 30.4);
  const whole = Math.floor(months);
  return daysBetween(today, addMonths(today, whole)) + Math.round((months - whole) * 30.4);
}

/** "this year", "by the end of the month", "before 2027": periods that chrono-node reads as today or not at all. */
const PERIOD_END =
  /\b(?:(by|before|until|till|in)\s+(?:the\s+)?)?(?:(end\s+of\s+)(?:(?:the|this)\s+)?|this\s+)(year|month|quarter)\b/i;
const YEAR = /\b(by|before|until|till|in|during|end\s+of)\s+(20\d\d)\b(?![-/.]\d)/i;

/** The last day before a deadline given as a period or a date; undefined when the text has none after today. */
function readDeadline(text: string, today: Day): End | undefined {
  const period = PERIOD_END.exec(text);
  if (period) return until(endOfPeriod(today, period[3] ?? 'year'), today, period[0]);
  return readDate(text, today) ?? readYear(text, today);
}

function until(day: Day, today: Day, words: string): End {
  return { days: daysBetween(today, day) + 1, words };
}

function readYear(text: string, today: Day): End | undefined {
  const match = YEAR.exec(text);
  const [words, preposition, year] = match ?? [];
  if (!words || !preposition || !year) return undefined;
  const last = `${/by|before/i.test(preposition) ? Number(year) - 1 : year}-12-31`;
  return daysBetween(today, last) > 0 ? until(last, today, words) : undefined;
}

function endOfPeriod(today: Day, period: string): Day {
  if (/month/i.test(period)) return endOfMonth(today);
  const month = Number(today.slice(5, 7));
  const lastMonth = /quarter/i.test(period) ? Math.ceil(month / 3) * 3 : 12;
  return endOfMonth(`${today.slice(0, 5)}${String(lastMonth).padStart(2, '0')}-01`);
}

const BEFORE_A_DATE = /\b(by|before|until|till|due|in|on|for)\s+(?:the\s+|next\s+|mid[\s-]+)*$/i;
/** "10 weeks" is a span, which chrono-node reads as a date. */
const A_SPAN = new RegExp(`(?:${AMOUNT})[\\s-]*${UNIT}`, 'i');

/** "2000m" is a distance, which chrono-node reads as minutes; what takes minutes ends today anyway. */
const A_CLOCK = /^[\d.,]+\s*(?:m|h|s|mins?|minutes?|hrs?|hours?|secs?|seconds?)\b/i;

const DOTTED = /\b(\d{1,2})\.(\d{1,2})\.(20\d\d)\b/g;
const DOTTED_WITHOUT_YEAR = /\b(by|before|until|till|on|bis|am|zum)\s+(?:the\s+)?(\d{1,2})\.(\d{1,2})\.(?!\d)/gi;
const NAMED_DAYS: readonly (readonly [RegExp, string])[] = [
  [/christmas\s+eve/, '24 December'],
  [/christmas(?:\s+day)?/, '25 December'],
  [/new\s+year['’]?s\s+eve/, '31 December'],
  [/(?:the\s+)?new\s+year(?:['’]?s(?:\s+day)?)?/, '1 January'],
  [/halloween/, '31 October'],
  [/valentine['’]?s\s+day/, '14 February'],
];
const QUARTER = /\b(by|before|until|till|in)\s+(?:the\s+)?(end\s+of\s+)?q([1-4])\b/gi;
const QUARTERS = ['January', 'March', 'April', 'June', 'July', 'September', 'October', 'December'];

/** The text with the dates that chrono-node reads wrongly or not at all as it reads them: "3.2.2027", "until Christmas", "by Q1". */
function datesInEnglish(text: string, today: Day): string {
  const dated = text
    .replace(DOTTED, (written: string, date: string, month: string, year: string) => {
      const day = toDay(Number(year), Number(month), Number(date));
      return isDay(day) ? day : written;
    })
    .replace(DOTTED_WITHOUT_YEAR, (written: string, preposition: string, date: string, month: string) => {
      const year = Number(today.slice(0, 4));
      const next = [year, year + 1].map((each) => toDay(each, Number(month), Number(date))).find((day) => day > today);
      return next && isDay(next) ? `${preposition} ${next}` : written;
    })
    .replace(QUARTER, (_written, preposition: string, end: string | undefined, quarter: string) => {
      const isBefore = /before/i.test(preposition) && !end;
      return `${isBefore ? 'before' : 'by'} ${QUARTERS[Number(quarter) * 2 - (isBefore ? 2 : 1)]}`;
    });
  return NAMED_DAYS.reduce((rest, [name, day]) => {
    return rest.replace(new RegExp(`\\b(by|before|until|till|for|on)\\s+${name.source}\\b`, 'gi'), `$1 ${day}`);
  }, dated);
}

/**
 * chrono-node silently reads an IANA zone as UTC, so it is given today at noon in UTC and only its day components are used.
 * A lone weekday or month ("in the sun", "march forward") is a date only after a word that makes it one; so is "3/4".
 */
function readDate(text: string, today: Day): End | undefined {
  const reference = { instant: new Date(`${today}T12:00:00.000Z`), timezone: 0 };
  for (const result of chrono.parse(text, reference, { forwardDate: true })) {
    if (A_SPAN.test(result.text) || A_CLOCK.test(result.text)) continue;
    const lead = text.slice(0, result.index);
    // "before my trip on 14 March" is before it too.
    const preposition = /\bbefore\b[^.,;!?]{0,60}$/i.test(lead)
      ? 'before'
      : BEFORE_A_DATE.exec(lead)?.[1]?.toLowerCase();
    const last = lastDay(result, today, preposition);
    const words = preposition ? `${preposition} ${result.text}` : result.text;
    if (last && daysBetween(today, last) > 0) return until(last, today, words);
  }
  return undefined;
}

function lastDay({ text, start }: chrono.ParsedResult, today: Day, preposition?: string): Day | undefined {
  const month = start.get('month') ?? 1;
  // Asked for a month that has begun, chrono-node takes next year's.
  const thisMonth = !start.isCertain('day') && !start.isCertain('year') && month === Number(today.slice(5, 7));
  const named = toDay(thisMonth ? Number(today.slice(0, 4)) : (start.get('year') ?? 0), month, start.get('day') ?? 1);
  if (!isDay(named)) return undefined;
  const isDeadline = /^(?:by|before|until|till|due)$/.test(preposition ?? '') || /^(?:next|this|coming)\b/i.test(text);
  if (start.isCertain('day') && start.isCertain('month')) {
    if (/^\d+\/\d+$/.test(text) && !isDeadline) return undefined;
    return preposition === 'before' ? addDays(named, -1) : named;
  }
  if (start.isCertain('weekday')) return isDeadline ? addDays(named, preposition === 'before' ? -1 : 0) : undefined;
  if (!start.isCertain('month') || !(isDeadline || preposition === 'in')) return undefined;
  return preposition === 'before' ? addDays(`${named.slice(0, 8)}01`, -1) : endOfMonth(named);
}

function toDay(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

import { isDay } from '../days.ts';

export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY';

/** A weekday, 0 is Sunday; with `nth` the nth of a month (-1 is the last). */
export type RuleDay = { weekday: number; nth?: number };

/** A recurrence rule (RFC 5545, 3.3.10) within what tasks can have. Without days it repeats the day it starts on. */
export type Rule = {
  freq: Frequency;
  interval: number;
  byDay: RuleDay[];
  byMonthDay: number[];
  count?: number;
  /** `YYYYMMDD`, or with a time `YYYYMMDDTHHMMSS` and `Z`. */
  until?: string;
};

/** Weekdays by their numbers: 0 is Sunday. */
export const WEEKDAY_CODES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
const codes: readonly string[] = WEEKDAY_CODES;

const INTERVAL_MAX = 52;
const COUNT_MAX = 1000;

/**
 * Reads a recurrence rule strictly. Takes FREQ DAILY, WEEKLY or MONTHLY with INTERVAL 1–52, BYDAY, BYMONTHDAY, and COUNT up
 * to 1000 or UNTIL.
 * @returns the rule, or what is wrong with it and what to do
 */
export function parseRule(text: string): { rule: Rule } | { problem: string } {
  const parts = new Map<string, string>();
  for (const part of text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/;$/, '')
    .split(';')) {
    const [, name, value] = /^([A-Z]+)=([-+0-9A-Z,]+)$/.exec(part) ?? [];
    if (!name || !value) return { problem: 'is not a recurrence rule: write for example FREQ=WEEKLY;BYDAY=MO,TH' };
    if (parts.has(name)) return { problem: `says ${name} twice` };
    parts.set(name, value);
  }
  // Weeks start on Monday here, as they do where a rule does not say.
  if (parts.get('WKST') === 'MO') parts.delete('WKST');
  for (const name of parts.keys()) {
    if (!['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'COUNT', 'UNTIL'].includes(name)) {
      return { problem: `has ${name}, which tasks cannot have: use FREQ, INTERVAL, BYDAY, BYMONTHDAY, COUNT or UNTIL` };
    }
  }
  const freq = parts.get('FREQ');
  if (freq !== 'DAILY' && freq !== 'WEEKLY' && freq !== 'MONTHLY') {
    return { problem: 'must repeat by day, week or month: FREQ is DAILY, WEEKLY or MONTHLY' };
  }
  const interval = wholeNumber(parts.get('INTERVAL') ?? '1', INTERVAL_MAX);
  if (!interval) return { problem: `has an INTERVAL that is not 1 to ${INTERVAL_MAX}` };
  const byDay = list(parts.get('BYDAY'), (item) => ruleDay(item, freq));
  if (!byDay) {
    return { problem: 'has a BYDAY that is not a list of SU to SA (with 1 to 5 or -1 to -5 before it when MONTHLY)' };
  }
  const byMonthDay = list(parts.get('BYMONTHDAY'), monthDay);
  if (!byMonthDay || (byMonthDay.length && freq === 'WEEKLY')) {
    return { problem: 'has a BYMONTHDAY that is not a list of 1 to 31 or -1 to -31, or has it in a WEEKLY rule' };
  }
  return ending({ freq, interval, byDay, byMonthDay }, parts.get('COUNT'), parts.get('UNTIL'));
}

function ending(
  rule: Rule,
  count: string | undefined,
  until: string | undefined,
): { rule: Rule } | { problem: string } {
  if (count !== undefined && until !== undefined) return { problem: 'has both COUNT and UNTIL: choose one' };
  if (count !== undefined) {
    const times = wholeNumber(count, COUNT_MAX);
    return times ? { rule: { ...rule, count: times } } : { problem: `has a COUNT that is not 1 to ${COUNT_MAX}` };
  }
  if (until === undefined) return { rule };
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    /^(20\d\d)(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?$/.exec(until) ?? [];
  if (!isDay(`${year}-${month}-${day}`) || hour > '23' || minute > '59' || second > '59') {
    return { problem: 'has an UNTIL that is no date of this century: write YYYYMMDD or YYYYMMDDTHHMMSSZ' };
  }
  return { rule: { ...rule, until } };
}

/** Returns the rule as text, its parts in the RFC's order; equal rules are equal text. */
export function formatRule({ freq, interval, byDay, byMonthDay, count, until }: Rule): string {
  return [
    `FREQ=${freq}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...(byDay.length ? [`BYDAY=${byDay.map(({ weekday, nth }) => `${nth ?? ''}${WEEKDAY_CODES[weekday]}`)}`] : []),
    ...(byMonthDay.length ? [`BYMONTHDAY=${byMonthDay}`] : []),
    ...(count ? [`COUNT=${count}`] : []),
    ...(until ? [`UNTIL=${until}`] : []),
  ].join(';');
}

function wholeNumber(text: string, max: number): number | undefined {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= max ? value : undefined;
}

/** The items of a list without repeats, undefined if one is wrong; a list that is not there is empty. */
function list<T>(text: string | undefined, read: (item: string) => T | undefined): T[] | undefined {
  const items: T[] = [];
  for (const item of new Set(text?.split(','))) {
    const value = read(item);
    if (value === undefined) return undefined;
    items.push(value);
  }
  return items;
}

function ruleDay(text: string, freq: Frequency): RuleDay | undefined {
  const [, nth, code = ''] = /^([-+]?[1-5])?([A-Z]{2})$/.exec(text) ?? [];
  const weekday = codes.indexOf(code);
  if (weekday < 0 || (nth && freq !== 'MONTHLY')) return undefined;
  return nth ? { weekday, nth: Number(nth) } : { weekday };
}

function monthDay(text: string): number | undefined {
  const value = /^[-+]?\d{1,2}$/.test(text) ? Number(text) : 0;
  return value !== 0 && Math.abs(value) <= 31 ? value : undefined;
}

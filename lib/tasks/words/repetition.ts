import type { Rule, RuleDay } from '../rule.ts';
import { WEEKDAY_PATTERN, weekdayNumber } from './day.ts';
import { type Reading, without } from './duration.ts';

/** How often something is, or the question to ask when the words do not say it. */
export type Repetition = Rule | { ask: string };

const EVERY = '(?:every|each)';
const INTERVAL = '(?:(?<other>other|alternate|2nd) |(?<number>\\d{1,3})(?:st|nd|rd|th)? )?';
const DAYS = `(?:${WEEKDAY_PATTERN}|weekdays?|weekends?)`;
const DAY_LIST = `${DAYS}(?:(?: ?(?:and|&|or|\\+|/) ?| )${DAYS})*`;
/** 1st, 2nd, … and last, as RRULE counts them. */
const NTH = '(?<nth>1st|2nd|3rd|4th|5th|last)';

const TOO_OFTEN = new RegExp(
  `\\b(?:${EVERY} (?:\\d+ )?(?:hour|minute|second|hr|min|sec)s?|hourly|(?:twice|[2-9] times|\\d+x) (?:a|per|each|every) day)\\b`,
);
const TIMES_A_PERIOD =
  /\b(?:twice|thrice|several times|\d+ ?(?:x|times)) ?(?:a|per|each|every)? ?(?:week|month|weekly|monthly)\b/;
const YEARLY = new RegExp(`\\b(?:${EVERY} (?:\\w+ )?years?|yearly|annually)\\b`);
const NTH_WEEKDAY = new RegExp(
  `\\b(?:on )?(?:the |${EVERY} )?${NTH} (?<day>${WEEKDAY_PATTERN})\\b(?: (?:of|in) (?:the|${EVERY}|a) month)`,
);
const NTH_DAY = new RegExp(
  `\\b(?:(?:on )?the |${EVERY} |(?=last ))(?:(?<date>\\d{1,2})(?:st|nd|rd|th)|(?<last>last) day)(?: day)? (?:of|in) (?:the|${EVERY}|a) month\\b`,
);
const EVERY_DATE = new RegExp(
  `\\b${EVERY} (?<date>\\d{1,2})(?:st|nd|rd|th)\\b(?! (?:days?|weeks?|months?|${WEEKDAY_PATTERN}))`,
);
const EVERY_UNIT = new RegExp(`\\b${EVERY} (?:single )?${INTERVAL}(?<unit>day|week|month)s?\\b`);
const EVERY_DAYS = new RegExp(`\\b${EVERY} ${INTERVAL}(?<days>${DAY_LIST})\\b`);
const EVERY_PART = new RegExp(`\\b${EVERY} (?=morning|afternoon|evening|night)`);
const PLURAL_DAYS = new RegExp(
  `\\b(?:on )?(?<days>(?:mon|tues|wednes|thurs|fri|satur|sun|week)days|weekends)(?<more>(?: ?(?:and|&) ?| )${DAYS})*\\b`,
);
const ADVERB =
  /\b(?<adverb>daily|weekly|biweekly|bi-weekly|2 weeksly|monthly|once (?:a|per|every) (?<once>day|week|month))\b/;
/** Where a phrase of its own names the days: "every 2 weeks on Monday", "monthly on the 14th". */
const ON_DAYS = new RegExp(`\\bon (?:the )?(?<days>${DAY_LIST})\\b`);
const ON_NTH = new RegExp(`\\bon the ${NTH} (?<day>${WEEKDAY_PATTERN})\\b`);
const ON_DATE = /\bon the (?:(?<date>\d{1,2})(?:st|nd|rd|th)|(?<last>last) day)\b/;

/**
 * Reads how often something is, in normal words: "every other monday", "every weekday", "monthly on the 14th".
 * @returns the text without it
 */
export function readRepetition(text: string): Reading<Repetition> {
  if (TOO_OFTEN.test(text)) {
    return { value: { ask: 'A task repeats at most once a day. At what time of day should it be?' }, rest: text };
  }
  if (YEARLY.test(text)) {
    return {
      value: { ask: 'Tasks repeat by the day, week or month. On which day should it be the next time?' },
      rest: text,
    };
  }
  const times = TIMES_A_PERIOD.exec(text);
  if (times) {
    const days = readDays(without(text, times[0]), ON_DAYS);
    return days.value
      ? days
      : { value: { ask: 'On which days? Say for example every Monday and Thursday.' }, rest: text };
  }
  return readMonthly(text) ?? readUnit(text) ?? readNamedDays(text) ?? { value: undefined, rest: text };
}

function rule(freq: Rule['freq'], days: Partial<Rule> = {}): Rule {
  return { freq, interval: 1, byDay: [], byMonthDay: [], ...days };
}

function readMonthly(text: string): Reading<Repetition> | undefined {
  const nth = NTH_WEEKDAY.exec(text);
  if (nth?.groups) return { value: rule('MONTHLY', { byDay: [nthDay(nth.groups)] }), rest: without(text, nth[0]) };
  const date = NTH_DAY.exec(text) ?? EVERY_DATE.exec(text);
  return date?.groups && { value: monthly(date.groups), rest: without(text, date[0]) };
}

function readUnit(text: string): Reading<Repetition> | undefined {
  const every = EVERY_UNIT.exec(text) ?? ADVERB.exec(text);
  if (!every?.groups) return undefined;
  const { unit, other, number, adverb, once } = every.groups;
  const rest = without(text, every[0]);
  const freq = { d: 'DAILY', w: 'WEEKLY', b: 'WEEKLY', '2': 'WEEKLY', m: 'MONTHLY' } as const;
  const initial = (unit ?? once ?? adverb ?? '').slice(0, 1);
  if (initial !== 'd' && initial !== 'w' && initial !== 'b' && initial !== '2' && initial !== 'm') return undefined;
  const interval = other || initial === 'b' || initial === '2' ? 2 : Number(number ?? 1);
  if (interval < 1 || interval > 52) return { value: { ask: 'How often should it be? At most every 52 weeks.' }, rest };
  return withDays(freq[initial], interval, rest);
}

function withDays(freq: Rule['freq'], interval: number, text: string): Reading<Repetition> {
  if (freq === 'DAILY') return { value: rule(freq, { interval }), rest: text };
  if (freq === 'WEEKLY') {
    const days = readDays(text, ON_DAYS, interval);
    return days.value ? days : { value: { ask: 'On which day of the week?' }, rest: text };
  }
  const nth = ON_NTH.exec(text);
  if (nth?.groups) return { value: rule(freq, { interval, byDay: [nthDay(nth.groups)] }), rest: without(text, nth[0]) };
  const date = ON_DATE.exec(text);
  if (!date?.groups) return { value: { ask: 'On which day of the month?' }, rest: text };
  const value = monthly(date.groups);
  return { value: 'ask' in value ? value : { ...value, interval }, rest: without(text, date[0]) };
}

function readNamedDays(text: string): Reading<Repetition> | undefined {
  const every = EVERY_DAYS.exec(text);
  if (every?.groups) {
    const { other, number } = every.groups;
    return readDays(text, EVERY_DAYS, other ? 2 : Number(number ?? 1));
  }
  const plural = readDays(text, PLURAL_DAYS);
  if (plural.value) return plural;
  const part = EVERY_PART.exec(text);
  return part ? { value: rule('DAILY'), rest: without(text, part[0]) } : undefined;
}

function readDays(text: string, pattern: RegExp, interval = 1): Reading<Repetition> {
  const match = pattern.exec(text);
  if (!match?.groups) return { value: undefined, rest: text };
  if (interval > 52) return { value: { ask: 'How often should it be? At most every 52 weeks.' }, rest: text };
  const names = match[0].match(new RegExp(DAYS, 'g')) ?? [];
  const weekdays = new Set(
    names.flatMap((name) => {
      if (name.startsWith('weekday')) return [1, 2, 3, 4, 5];
      return name.startsWith('weekend') ? [6, 0] : [weekdayNumber(name)];
    }),
  );
  const byDay: RuleDay[] = [...weekdays].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7)).map((weekday) => ({ weekday }));
  return { value: rule('WEEKLY', { interval, byDay }), rest: without(text, match[0]) };
}

function nthDay({ nth, day }: Record<string, string>): RuleDay {
  return { weekday: weekdayNumber(day ?? ''), nth: nth === 'last' ? -1 : Number.parseInt(nth ?? '1', 10) };
}

function monthly({ date, last }: Record<string, string>): Repetition {
  const day = last ? -1 : Number(date);
  return day > 31 || day === 0 ? { ask: 'On which day of the month?' } : rule('MONTHLY', { byMonthDay: [day] });
}

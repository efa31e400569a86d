import { formatRule, type Rule, type RuleDay } from '../rule.ts';
import { MONTH_PATTERN, WEEKDAY_PATTERN, weekdayNumber } from './day.ts';
import { type Reading, without } from './duration.ts';

/** How often something is, or the question to ask when the words do not say it. */
export type Repetition = Rule | { ask: string };

const EVERY = '(?:every|each)';
const INTERVAL = '(?:(?<other>other|2nd) |(?<number>\\d{1,3})(?:st|nd|rd|th)? )?';
const DAYS = `(?:${WEEKDAY_PATTERN}|weekdays?|weekends?)`;
/** "Or" is left to ask about. */
const SEPARATOR = `(?: ?(?:and|&|\\+|/|-|to|through|thru) ?(?:on |${EVERY} )?| )`;
const MORE_DAYS = `${SEPARATOR}${DAYS}`;
const DAY_LIST = `${DAYS}(?:${MORE_DAYS})*`;
const DAY_RANGE = new RegExp(`(${WEEKDAY_PATTERN}) ?(?:-|to|through|thru) ?(${WEEKDAY_PATTERN})`, 'g');
/** 1st, 2nd, … and last, as RRULE counts them. */
const NTH = '(?:1st|2nd|3rd|4th|5th|last)';
const DATE = '\\d{1,2}(?:st|nd|rd|th)';
const AND = ' (?:and |& )?(?:the )?';

const TOO_OFTEN = new RegExp(
  `\\b(?:${EVERY} (?:\\d+ )?(?:hour|minute|second|hr|min|sec)s?|hourly|(?:twice|[2-9] times|\\d+x) (?:a|per|each|every) day)\\b`,
);
const TIMES_A_PERIOD =
  /\b(?:twice|thrice|several times|\d+ ?(?:x|times)) ?(?:a|per|each|every)? ?(?:week|month|weekly|monthly)\b/;
const YEARLY = new RegExp(`\\b(?:${EVERY} (?:\\w+ )?years?|yearly|annually)\\b`);
const NTH_WEEKDAY = new RegExp(
  `\\b(?:on )?(?:the |${EVERY} )?(?<nth>${NTH}(?:${AND}${NTH})*) (?<day>${WEEKDAY_PATTERN})\\b(?: (?:of|in) (?:the|${EVERY}|a) month)`,
);
/** Without "of the month" another one alone could be every so many weeks. */
const NTH_WEEKDAYS = new RegExp(
  `\\b(?:(?:the|${EVERY}) (?=${NTH}${AND}${NTH})|${EVERY} (?=1st|last))(?<nth>${NTH}(?:${AND}${NTH})*) (?<day>${WEEKDAY_PATTERN})\\b`,
);
const NTH_OR_WEEKS = new RegExp(`\\b${EVERY} (?<nth>[345](?:rd|th)) (?=${WEEKDAY_PATTERN}\\b)`);
const NTH_DAY = new RegExp(
  `\\b(?:(?:on )?the |${EVERY} |(?=last ))(?:(?<dates>${DATE}(?:${AND}${DATE})*)|(?<last>last) day)(?: day)? (?:of|in) (?:the|${EVERY}|a) month\\b`,
);
const EVERY_DATE = new RegExp(
  `\\b${EVERY} (?<dates>${DATE}(?:${AND}${DATE})*)\\b(?! (?:days?|weeks?|months?|${WEEKDAY_PATTERN}|(?:of )?${MONTH_PATTERN}\\b))`,
);
const EVERY_UNIT = new RegExp(`\\b${EVERY} (?:single )?${INTERVAL}(?<unit>day|week|month)s?\\b`);
const EVERY_DAYS = new RegExp(`\\b${EVERY} ${INTERVAL}(?:${DAY_LIST})\\b`);
const EVERY_PART = new RegExp(`\\b${EVERY} (?=morning|afternoon|evening|night)`);
const PLURAL_DAYS = new RegExp(
  `\\b(?:on )?(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days|weekdays|weekends)(?:${MORE_DAYS})*)\\b`,
);
/** Days that do not repeat are one. */
const SOME_DAYS = new RegExp(
  `(?<!\\b(?:next|this|coming|before|after|until|not) )\\b(?:on |from )?(?:${DAYS}(?:${MORE_DAYS})+)\\b`,
);
const EXCEPT = new RegExp(
  `\\b(?:except|excluding|apart from|other than|but)(?: not)?(?: for)?(?: on)?(?: ${EVERY})? (?:${DAYS}(?:(?:${SEPARATOR}| or )${DAYS})*)\\b`,
);
const ADVERB =
  /\b(?<adverb>daily|weekly|biweekly|bi-weekly|2 weeksly|monthly|once (?:a|per|every) (?<once>day|week|month))\b/;
/** Where a phrase of its own names the days: "every 2 weeks on Monday", "monthly on the 14th". */
const ON_DAYS = new RegExp(`\\bon (?:the )?(?:${DAY_LIST})\\b`);
const ON_NTH = new RegExp(`\\bon the (?<nth>${NTH}(?:${AND}${NTH})*) (?<day>${WEEKDAY_PATTERN})\\b`);
const ON_DATE = new RegExp(`\\bon the (?:(?<dates>${DATE}(?:${AND}${DATE})*)|(?<last>last) day)\\b`);

const WHICH_DAYS = 'On which days? Say for example every Monday and Thursday.';
const EACH_MONTH = 'Every month, or once? Say for example the 1st of every month, or 1 December.';
const HOW_OFTEN = 'How often should it repeat? Say for example every Monday, or every 2 weeks on Friday.';

/**
 * Reads how often something is, in normal words: "every other monday", "every weekday", "monthly on the 14th".
 * @param moved whether the words move something: two weekdays then may be from where to where
 * @returns the text without it
 */
export function readRepetition(text: string, moved: boolean): Reading<Repetition> {
  const except = EXCEPT.exec(text);
  const whole = readOnce(except ? without(text, except[0]) : text, moved);
  if (!whole.value || 'ask' in whole.value) return whole;
  const again = readOnce(whole.rest, true);
  if (again.value && !isSame(whole.value, again.value)) return { value: { ask: HOW_OFTEN }, rest: text };
  const rest = again.value ? again.rest : whole.rest;
  return { value: except ? leavingOut(whole.value, weekdaysIn(except[0])) : whole.value, rest };
}

function isSame(rule: Rule, other: Repetition): boolean {
  return !('ask' in other) && formatRule(rule) === formatRule(other);
}

function leavingOut({ freq, interval, byDay }: Rule, weekdays: number[]): Repetition {
  const days = freq === 'WEEKLY' ? byDay : [1, 2, 3, 4, 5, 6, 0].map((weekday) => ({ weekday }));
  const left = days.filter(({ weekday }) => !weekdays.includes(weekday));
  const canBe = left.length > 0 && (freq === 'WEEKLY' || (freq === 'DAILY' && interval === 1));
  return canBe ? rule('WEEKLY', { interval, byDay: left }) : { ask: HOW_OFTEN };
}

function readOnce(text: string, moved: boolean): Reading<Repetition> {
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
    return days.value ? days : { value: { ask: WHICH_DAYS }, rest: text };
  }
  return readMonthly(text) ?? readUnit(text) ?? readNamedDays(text, moved) ?? { value: undefined, rest: text };
}

function rule(freq: Rule['freq'], days: Partial<Rule> = {}): Rule {
  return { freq, interval: 1, byDay: [], byMonthDay: [], ...days };
}

function readMonthly(text: string): Reading<Repetition> | undefined {
  const read = readDaysOfMonth(text);
  // "The last Friday of the month" may be this month's alone.
  return read && !/\b(?:every|each|monthly)\b/.test(text) ? { value: { ask: EACH_MONTH }, rest: text } : read;
}

function readDaysOfMonth(text: string): Reading<Repetition> | undefined {
  const nth = NTH_WEEKDAY.exec(text) ?? NTH_WEEKDAYS.exec(text);
  if (nth?.groups) return { value: rule('MONTHLY', { byDay: nthDays(nth.groups) }), rest: without(text, nth[0]) };
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
  if (freq === 'DAILY') {
    const days = interval === 1 ? readDays(text, SOME_DAYS) : undefined;
    return days?.value ? days : { value: rule(freq, { interval }), rest: text };
  }
  if (freq === 'WEEKLY') {
    const days = readDays(text, ON_DAYS, interval);
    return days.value ? days : { value: { ask: 'On which day of the week?' }, rest: text };
  }
  const nth = ON_NTH.exec(text);
  if (nth?.groups) return { value: rule(freq, { interval, byDay: nthDays(nth.groups) }), rest: without(text, nth[0]) };
  const date = ON_DATE.exec(text);
  if (!date?.groups) return { value: { ask: 'On which day of the month?' }, rest: text };
  const value = monthly(date.groups);
  return { value: 'ask' in value ? value : { ...value, interval }, rest: without(text, date[0]) };
}

function readNamedDays(text: string, moved: boolean): Reading<Repetition> | undefined {
  const [, nth] = NTH_OR_WEEKS.exec(text) ?? [];
  if (nth)
    return { value: { ask: `Every ${Number.parseInt(nth, 10)} weeks, or the ${nth} of every month?` }, rest: text };
  const every = EVERY_DAYS.exec(text);
  if (every?.groups) {
    const { other, number } = every.groups;
    return readDays(text, EVERY_DAYS, other ? 2 : Number(number ?? 1));
  }
  const plural = readDays(text, PLURAL_DAYS);
  if (plural.value) return plural;
  const some = moved ? plural : readDays(text, SOME_DAYS);
  if (some.value) return some;
  const part = EVERY_PART.exec(text);
  return part ? { value: rule('DAILY'), rest: without(text, part[0]) } : undefined;
}

function readDays(text: string, pattern: RegExp, interval = 1): Reading<Repetition> {
  const match = pattern.exec(text);
  if (!match) return { value: undefined, rest: text };
  if (interval > 52) return { value: { ask: 'How often should it be? At most every 52 weeks.' }, rest: text };
  const byDay = weekdaysIn(match[0]).map((weekday) => ({ weekday }));
  return { value: rule('WEEKLY', { interval, byDay }), rest: without(text, match[0]) };
}

/** The weekdays that a list names, from Monday on; "monday to friday" are all between. */
function weekdaysIn(list: string): number[] {
  const between = [...list.matchAll(DAY_RANGE)].flatMap(([phrase]) => {
    const [first = 0, last = 0] = weekdaysNamed(phrase);
    return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, index) => (first + index) % 7);
  });
  return [...new Set([...between, ...weekdaysNamed(list)])].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
}

function weekdaysNamed(list: string): number[] {
  return (list.match(new RegExp(`\\b${DAYS}\\b`, 'g')) ?? []).flatMap((name) => {
    if (name.startsWith('weekday')) return [1, 2, 3, 4, 5];
    return name.startsWith('weekend') ? [6, 0] : [weekdayNumber(name)];
  });
}

function nthDays({ nth = '', day = '' }: Record<string, string>): RuleDay[] {
  return (nth.match(new RegExp(NTH, 'g')) ?? []).map((each) => ({
    weekday: weekdayNumber(day),
    nth: each === 'last' ? -1 : Number.parseInt(each, 10),
  }));
}

function monthly({ dates, last }: Record<string, string>): Repetition {
  const days = last ? [-1] : [...new Set(dates?.match(/\d+/g)?.map(Number))];
  return days.some((day) => day > 31 || day === 0)
    ? { ask: 'On which day of the month?' }
    : rule('MONTHLY', { byMonthDay: days });
}

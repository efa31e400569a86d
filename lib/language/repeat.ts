import type { Rule, RuleDay } from '../tasks/rule.ts';
import { type PartName, partName } from './clock.ts';
import { nthAt, readDate, readOrdinal } from './dates.ts';
import { readDayList } from './day-list.ts';
import { isDates, nthList, ofMonth } from './nth-days.ts';
import type { Phrases, Valued } from './phrases.ts';
import type { Asked, Question } from './questions.ts';

/**
 * How often something is. `isOpen` is a period that needs a day still ("every 2 weeks"), `isYearly` one that needs a date; `isLoose` are two or more weekdays that
 * nothing says repeat ("mon wed fri"); `part` the part of the day that was said with it ("every morning", "Tuesday nights").
 */
export type Repetition = {
  freq: Rule['freq'];
  interval: number;
  byDay: RuleDay[];
  byMonthDay: number[];
  isOpen?: boolean;
  isYearly?: boolean;
  isLoose?: boolean;
  part?: PartName | undefined;
};

export type RepetitionReading = Valued<Repetition | Asked>;
const asks = (ask: Question, next: number): RepetitionReading => ({ value: { ask }, next });

const rule = (freq: Rule['freq'], more: Partial<Repetition> = {}): Repetition => ({
  freq,
  interval: 1,
  byDay: [],
  byMonthDay: [],
  ...more,
});

export const EVERY_DAY = rule('DAILY');

/** Any day tells whether words are a date. */
const ANY_DAY = '2024-01-01';

/** Reads how often something is: "every other Monday", "daily", "the 1st of every month", "Tuesday nights", "mon wed fri". */
export function readRepetition(p: Phrases, at: number): RepetitionReading | undefined {
  return p.longest(
    [readTimes, readMonthly, readAdverb, readEvery, readFromTo, readSpread, readPlural].map((read) => read(p, at)),
  );
}

type Reader = (p: Phrases, at: number) => RepetitionReading | undefined;

function timesAt(p: Phrases, at: number): Valued<number> | undefined {
  const number = p.hit(at, 'some')
    ? { value: Number(p.hit(at, 'some')?.value), next: p.over(at, 'some') }
    : p.number(at);
  const times = number && p.hit(number.next, 'times');
  return times && { value: number.value, next: times.next };
}

/** "3 times a day" is too often for one task, "twice a week" names no days, and with as many days it is on them. */
const readTimes: Reader = (p, at) => {
  const times = p.hit(at, 'ntimes') ?? timesAt(p, at);
  if (!times) return undefined;
  const count = Number(times.value);
  const per = p.hit(times.next, 'per');
  const unit = p.hit(per?.next ?? times.next, 'unit');
  const adverb = p.hit(times.next, 'adverb');
  const ofDay =
    per && unit && /day|hour|minute/.test(unit.value) ? unit : adverb?.value === 'day 1' ? adverb : undefined;
  if (ofDay) return count === 1 ? { value: EVERY_DAY, next: ofDay.next } : asks('too_often', ofDay.next);
  const next = unit && /week|month|fortnight/.test(unit.value) ? unit.next : adverb?.next;
  if (next === undefined) return undefined;
  const list = readDayList(p, next);
  // "Twice a week on Mondays" says two things.
  if (list && count === list.value.days.length)
    return { value: weekly(list.value.days, 1, list.value.part), next: list.next };
  if (list) return asks('which_days', list.next);
  return count === 1 && unit ? undefined : asks('which_days', next);
};

function weekly(days: number[], interval: number, part?: PartName): Repetition {
  return rule('WEEKLY', { interval, byDay: days.map((weekday) => ({ weekday })), ...(part ? { part } : {}) });
}

const FREQ: Record<string, Rule['freq']> = {
  day: 'DAILY',
  week: 'WEEKLY',
  fortnight: 'WEEKLY',
  month: 'MONTHLY',
  quarter: 'MONTHLY',
  semester: 'MONTHLY',
  year: 'MONTHLY',
};
const FACTOR: Record<string, number> = { fortnight: 2, quarter: 3, semester: 6, year: 12 };

const yearly = (months: number) => rule('MONTHLY', { interval: months, isOpen: true, isYearly: true });

/** Returns a period as a rule that waits for its days. */
function ofUnit(unit: string, interval: number, next: number, p: Phrases): RepetitionReading {
  if (unit === 'hour' || unit === 'minute' || unit === 'second' || unit === 'quarterhour')
    return asks('too_often', next);
  const freq = FREQ[unit];
  const every = interval * (FACTOR[unit] ?? 1);
  if (!freq || every < 1 || every > 52) return asks('too_seldom', next);
  if (unit === 'year') return { value: yearly(every), next };
  return withDays(rule(freq, { interval: every, ...(freq === 'DAILY' ? {} : { isOpen: true }) }), next, p);
}

/** Returns the days that follow a period: "on Monday", "on the 14th", "on the last Friday", "from Monday to Friday". */
function withDays(read: Repetition, next: number, p: Phrases): RepetitionReading {
  const from = p.overAll(p.word(next) === ',' ? next + 1 : next, 'on', 'the', 'of', 'from');
  if (read.freq === 'MONTHLY') {
    const nth = nthList(p, from);
    if (nth) return { value: { ...read, ...nth.value, isOpen: false }, next: nth.next };
    return { value: read, next };
  }
  const list = readDayList(p, from);
  if (!list || list.value.hasOr || (read.freq === 'DAILY' && (list.value.count < 2 || read.interval > 1)))
    return { value: read, next };
  if (read.freq === 'WEEKLY' && from === next && list.value.count < 2) return { value: read, next };
  return { value: weekly(list.value.days, read.interval, list.value.part), next: list.next };
}

const COUNTED = /^\p{L}{3,}s$/u;

const readAdverb: Reader = (p, at) => {
  const adverb = p.hit(at, 'adverb');
  const [unit = '', interval = '1', name = ''] = adverb?.value.split(' ') ?? [];
  const every = p.hit(at, 'every');
  // "Todo dia 30 de janeiro"
  if (!adverb || unit === 'other' || (every && readDate(p, every.next, ANY_DAY))) return undefined;
  // "6 weekly sessions"
  if (
    p.language === 'en' &&
    p.digits(at - 1) !== undefined &&
    p.word(at - 2) !== ':' &&
    COUNTED.test(p.word(adverb.next))
  )
    return asks('how_many', adverb.next);
  const part = partName(name);
  if (part) return { value: rule('DAILY', { part }), next: adverb.next };
  return ofUnit(unit, Number(interval), adverb.next, p);
};

/** "De 3 em 3 dias", "de oito em oito horas": how Portuguese and Spanish say "every". */
const readFromTo: Reader = (p, at) => {
  const first = /^(?:pt|es)$/.test(p.language) && p.word(at) === 'de' ? p.number(at + 1) : undefined;
  const second = first && /^(?:em|en)$/.test(p.word(first.next)) ? p.number(first.next + 1) : undefined;
  const unit = second && second.value === first?.value ? p.hit(second.next, 'unit') : undefined;
  return unit && second && ofUnit(unit.value, second.value, unit.next, p);
};

/** "Every 2 weeks", "every other Monday", "chaque mardi et jeudi", "alle drei Tage", "every morning", "every 1st and 15th". */
const readEvery: Reader = (p, at) => {
  const alternate = p.hit(at, 'adverb')?.value === 'other 2' ? p.hit(at, 'adverb') : undefined;
  const every = alternate ?? p.hit(at, 'every');
  if (!every) return undefined;
  const spread = spreadAt(p, every.next);
  const few = p.hit(every.next, 'some');
  const number = few ? { value: Number(few.value), next: few.next } : p.number(every.next);
  // "Every 3 May": the date is read behind it.
  if (!p.hit(every.next, 'other') && readDate(p, every.next, ANY_DAY)) return { value: yearly(12), next: every.next };
  const ordinal = readOrdinal(p, every.next);
  const start = p.overAll(every.next, 'the');
  const after = spread?.next ?? (ordinal && ordinal.value > 1 ? ordinal.next : undefined) ?? number?.next ?? start;
  const isOrdinal = !spread && ordinal !== undefined && number?.next !== ordinal.next && ordinal.value > 1;
  const interval =
    alternate || spread ? 2 : isOrdinal ? (ordinal?.value ?? 1) : number && after > start ? number.value : 1;
  const unit = p.hit(after, 'unit');
  if (unit && !isDates(p, every.next)) return ofUnit(unit.value, interval, unit.next, p);
  const dates = nthList(p, every.next);
  if (!spread && dates !== undefined && dates.value.byMonthDay.length > 0 && !p.hit(dates.next, 'month')) {
    return { value: rule('MONTHLY', dates.value), next: ofMonth(p, dates.next)?.next ?? dates.next };
  }
  const nth = nthAt(p, every.next);
  if (nth && dates && (dates.value.byDay.length > 1 || nth.value < 0 || nth.value === 1 || ofMonth(p, dates.next))) {
    const list = dates.value.byDay;
    return { value: rule('MONTHLY', { byDay: list }), next: ofMonth(p, dates.next)?.next ?? dates.next };
  }
  if (isOrdinal && nth && nth.value > 2 && p.hit(nth.next, 'weekday')) {
    return { value: { ask: 'every_nth', said: nth.value }, next: nth.next };
  }
  const list = readDayList(p, after);
  if (list && !list.value.hasOr) {
    if (interval < 1 || interval > 52) return asks('too_seldom', list.next);
    return { value: weekly(list.value.days, interval, list.value.part), next: list.next };
  }
  const part = p.hit(start, 'part') ?? p.hit(start, 'partly') ?? p.hit(start, 'parts');
  const name = part && partName(part.value);
  return part && name ? { value: rule('DAILY', { part: name }), next: part.next } : undefined;
};

/** "Un lundi sur deux", "un lunes sí y otro no". */
const readSpread: Reader = (p, at) => {
  const one = p.hit(at, 'one') ?? p.hit(at, 'num');
  const weekday = one && p.weekday(one.next);
  const spread = weekday && p.hit(weekday.next, 'spread');
  return spread && { value: weekly([Number(weekday.value)], Number(spread.value)), next: spread.next };
};

/** "Every other week": in Portuguese the same word is Monday. */
function spreadAt(p: Phrases, at: number) {
  const hit = p.hit(at, 'other');
  const isFollowed =
    hit &&
    (p.hit(hit.next, 'unit') ?? p.hit(hit.next, 'weekday') ?? p.hit(hit.next, 'dayset') ?? p.hit(hit.next, 'weekend'));
  return isFollowed ? hit : undefined;
}

/** "The first Monday of every month", "last day of every month", "1st and 15th". */
const readMonthly: Reader = (p, at) => {
  const start = p.lead(at);
  const one = nthAt(p, start) ?? readOrdinal(p, start) ?? p.which(start);
  // "The last working day of the month", "the next business day"
  const workday = one && p.hit(one.next, 'dayset');
  if (workday && !workday.value.includes('0')) return asks('which_day', ofMonth(p, workday.next)?.next ?? workday.next);
  const nth = nthList(p, at);
  if (!nth) return undefined;
  const of = ofMonth(p, nth.next);
  const value = rule('MONTHLY', nth.value);
  if (of?.isEach) return { value, next: of.next };
  const again = of && [p.hit(of.next, 'adverb')].find((hit) => hit?.value === 'month 1');
  if (again) return { value, next: again.next };
  if (of) return asks('each_month', of.next);
  const suffixed =
    nth.value.byMonthDay.length > 1 &&
    p.language === 'en' &&
    !p.hit(nth.next, 'month') &&
    !p.hit(p.overAll(nth.next, 'of'), 'month');
  return suffixed ? { value, next: nth.next } : undefined;
};

/** "Mondays and Thursdays", "weekends", "Tuesday nights", "mon wed fri", "du lundi au vendredi". */
const readPlural: Reader = (p, at) => {
  const start = p.hit(at, 'from')?.next ?? at;
  const list = readDayList(p, start);
  if (!list) return undefined;
  const { days, count, isPlural, hasOr, part } = list.value;
  if (hasOr) return undefined;
  // "In 10 working days"
  if (p.hit(start, 'dayset') && (p.digits(at - 1) !== undefined || p.hit(at - 1, 'num')))
    return asks('which_day', list.next);
  // "8 jeudis"
  const isCounted = p.hit(start, 'wdays') && p.language !== 'en' && p.digits(at - 1) !== undefined;
  if (isCounted && /^(?:|\p{L}.*)$/u.test(p.word(at - 2)) && !p.hit(at - 2, 'at')) return asks('how_many', list.next);
  if (isPlural) return { value: weekly(days, 1, part), next: list.next };
  // "Paint on Saturday and Sunday" may be each week.
  if (
    count === 2 &&
    days.length === 2 &&
    ((days[1] ?? 0) - (days[0] ?? 0) + 7) % 7 === 1 &&
    !p.hit(p.lead(start), 'weekend')
  )
    return asks('this_one', list.next);
  const onlyWeekend = count === 2 && days.length === 2 && p.hit(p.lead(start), 'weekend');
  if (count > 1 && !onlyWeekend) return { value: { ...weekly(days, 1, part), isLoose: true }, next: list.next };
  return undefined;
};

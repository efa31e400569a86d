import { addDays, addMonths, type Day, endOfMonth, isDay, mondayOf, weekdayOf } from '../days.ts';
import { readSpan, type Span } from './amounts.ts';
import { dayOf, nextHoliday, nthWeekday } from './holidays.ts';
import type { Phrases, Valued } from './phrases.ts';
import type { Asked, Question } from './questions.ts';

/**
 * The day that words name. `sooner` is set where the same words could also mean today ("Friday" on a Friday): they do while the
 * time of day is still to come, and with `near` without a time too ("this Friday"). `weekday` is set for a bare weekday and
 * `plain` for a bare day of a month, which may be the day that another phrase names too; `fixed` for a weekday of one certain
 * week, `maybe` for one that may repeat, `weak` for what another day outweighs ("end of day").
 */
export type NamedDay = {
  day: Day;
  sooner?: Day;
  near?: boolean;
  weekday?: number;
  date?: number;
  plain?: boolean;
  fixed?: boolean;
  maybe?: boolean;
  weak?: boolean;
};
/** Days from the first to the last of a period such as "next week", and whether the words are those of a season. */
export type Period = { from: Day; to: Day; unit: string };
export type DayReading = Valued<NamedDay | Period | Asked>;

/**
 * Reads the day that a phrase names, counted from `today`. "Friday" is the next one, "next Friday" that of next week (weeks
 * start on Monday). "The 14th" is next month's when it has passed.
 */
export function readDay(p: Phrases, at: number, today: Day): DayReading | undefined {
  const known = readings.get(p) ?? new Map<number, DayReading | undefined>();
  readings.set(p, known);
  if (known.has(at)) return known.get(at);
  let best: DayReading | undefined;
  for (const read of READERS) {
    const found = read(p, at, today);
    if (found && (!best || found.next > best.next)) best = found;
  }
  known.set(at, best);
  return best;
}

/** What was read at each place: phrases are parts of others, and each is read once. */
const readings = new WeakMap<Phrases, Map<number, DayReading | undefined>>();

type Reader = (p: Phrases, at: number, today: Day) => DayReading | undefined;
const named = (day: Day, next: number, more: Partial<NamedDay> = {}): DayReading => ({ value: { day, ...more }, next });
const asks = (ask: Question, next: number): DayReading => ({ value: { ask }, next });

/** "2026-12-01", "3.2.2027", "12/24", "15-12-2026", also with the weekday before them. */
const readNumeric: Reader = (p, start, today) => {
  const at = overAll(p, start, 'on', 'the');
  const [first, second, third] = [p.digits(at), p.digits(at + 2), p.digits(at + 4)];
  const sign = p.word(at + 1);
  if (first === undefined || second === undefined || !/^[-/.]$/.test(sign) || !p.glued(at + 1)) return undefined;
  const isClose = p.glued(at + 2) || sign === '.';
  const hasThird = third !== undefined && p.word(at + 3) === sign && p.glued(at + 3);
  if (!isClose) return undefined;
  if (p.word(at).length === 4 && hasThird && sign !== '.') return real(first, second, third, at + 5, today);
  const isYear =
    hasThird &&
    third !== undefined &&
    (/^\d{4}$/.test(p.word(at + 4)) || (p.glued(at + 4) && /^\d{2}$/.test(p.word(at + 4))));
  const year = isYear && third !== undefined ? (third < 100 ? 2000 + third : third) : undefined;
  const next = at + (isYear ? 5 : 3);
  if (sign === '.') {
    const ends = p.word(at + 3) === '.' && p.glued(at + 3);
    // "20.12" is an hour too.
    const isDate = isYear || ends || first > 24 || p.hit(start, 'on') !== undefined;
    if (!isDate || second > 12) return undefined;
    return real(year, second, first, !isYear && ends ? at + 4 : next, today);
  }
  if (sign === '-' && !isYear && p.language !== 'nl') return undefined;
  if (first > 12 && second > 12) return undefined;
  const isEither = first <= 12 && second <= 12 && first !== second;
  if (isEither && p.dayFirst === undefined) {
    return { value: { ask: 'which_month', said: p.words(at, next) }, next };
  }
  const dayFirst = isEither ? p.dayFirst : first > 12;
  return real(year, dayFirst ? second : first, dayFirst ? first : second, next, today);
};

/** A date by its numbers; without a year the next one to come. */
function real(year: number | undefined, month: number, date: number, next: number, today: Day): DayReading {
  if (month < 1 || month > 12 || date < 1 || date > 31) return asks('no_date', next);
  const thisYear = Number(today.slice(0, 4));
  const years = year === undefined ? [thisYear, thisYear + 1, thisYear + 2] : [year];
  const days = years.map((each) => dayOf(each, month, date)).filter(isDay);
  const day = days.find((each) => each >= today);
  const isLeapDay = year === undefined && day !== undefined && Number(day.slice(0, 4)) > thisYear + 1;
  if (day && !isLeapDay) return named(day, next);
  return asks(days.length && !isLeapDay ? 'passed' : 'no_date', next);
}

/** "14 March 2027", "the 14th of March", "March 14th", "le 1er décembre", "am 3. Dezember", "dia 3 de maio". */
const readDate: Reader = (p, at, today) => {
  const start = overAll(p, at, 'on', 'the');
  const month = p.hit(start, 'month');
  if (month) {
    const from = p.over(month.next, 'the');
    const date = ordinalOrNumber(p, from);
    const isYear = date && p.digits(from) !== undefined && p.word(from).length === 4;
    if (!date || isYear || date.value > 31 || p.hit(date.next, 'unit') || isClockAhead(p, date.next)) return undefined;
    return withYear(p, { month: Number(month.value), date: date.value, next: date.next }, today);
  }
  const date = ordinalOrNumber(p, start);
  if (!date || date.value > 31) return undefined;
  const from = overAll(p, date.next, 'of', 'the');
  const named = p.hit(from, 'month');
  return named && withYear(p, { month: Number(named.value), date: date.value, next: named.next }, today);
};

function isClockAhead(p: Phrases, at: number): boolean {
  const isMinutes = p.word(at) === ':' && p.glued(at) && p.digits(at + 1) !== undefined;
  return isMinutes || (Boolean(p.hit(at, 'ampm')) && p.glued(at));
}

function withYear(p: Phrases, read: { month: number; date: number; next: number }, today: Day): DayReading {
  const from = p.over(p.word(read.next) === ',' ? read.next + 1 : read.next, 'of');
  const year = p.digits(from);
  const isYear =
    year !== undefined &&
    /^(?:19|20)\d\d$/.test(p.word(from)) &&
    !isClockAhead(p, from + 1) &&
    !p.hit(from + 1, 'oclock');
  return real(isYear ? year : undefined, read.month, read.date, isYear ? from + 1 : read.next, today);
}

/** "14th", "14", "1er", "fourteenth", "vierzehnten". */
export function ordinalOrNumber(p: Phrases, at: number): Valued<number> | undefined {
  return readOrdinal(p, at) ?? p.number(at);
}

export function readOrdinal(p: Phrases, at: number): Valued<number> | undefined {
  const word = p.hit(at, 'ordinal');
  if (word) return { value: Number(word.value), next: word.next };
  const value = p.digits(at);
  const suffix = value !== undefined && p.glued(at + 1) ? p.hit(at + 1, 'suffix') : undefined;
  // A full stop is an ordinal's only where no digit follows it at once.
  if (value === undefined || !suffix || (p.word(at + 1) === '.' && p.glued(at + 2) && p.digits(at + 2) !== undefined))
    return undefined;
  return { value, next: suffix.next };
}

/** "The 14th", "am 14.", "le 14", "el día 14", "the 3rd of next month". */
const readDayOfMonth: Reader = (p, at, today) => {
  const start = overAll(p, at, 'on', 'the');
  const ordinal = readOrdinal(p, start);
  const dayWord = p.hit(start, 'unit');
  const isDia = dayWord?.value === 'day' && /^(?:es|pt)$/.test(p.language);
  const number = isDia && dayWord ? p.number(dayWord.next) : undefined;
  const bare =
    start > at && p.digits(start) !== undefined && p.hit(at, 'the') && !p.hit(start - 1, 'at') && p.lexicon.dayFirst
      ? p.number(start)
      : undefined;
  const found = ordinal ?? number ?? bare;
  if (!found) return undefined;
  const isPlainWord = ordinal && p.digits(start) === undefined && start === at;
  if (isPlainWord || followsNumber(p, found.next)) return undefined;
  const after = overAll(p, found.next, 'of', 'the');
  const next = p.hit(after, 'next') ?? p.hit(after, 'coming');
  const unitAt = p.over(after, 'next', 'this', 'coming');
  const unit = p.hit(unitAt, 'unit');
  const isMonth = unit?.value === 'month' && (unitAt > after || whichAt(p, unit.next) !== undefined);
  const later = isMonth ? (p.hit(unit.next, 'next') ?? p.hit(unit.next, 'coming')) : undefined;
  const end = isMonth ? (later?.next ?? unit.next) : found.next;
  if (found.value < 1 || found.value > 31) return ordinal ? asks('which_day', end) : undefined;
  return dayInMonth(found.value, ((isMonth && next) ?? later) ? 1 : 0, end, today, !isMonth);
};

function followsNumber(p: Phrases, at: number): boolean {
  const isUnit = p.hit(at, 'unit') && !p.hit(at, 'oclock');
  const isOther =
    p.hit(at, 'weekday') ?? p.hit(at, 'month') ?? p.hit(at, 'oclock') ?? p.hit(at, 'times') ?? p.hit(at, 'ampm');
  const isSign = /^[-/:%€$£]$/.test(p.word(at)) && p.glued(at);
  return Boolean(isUnit || (isOther && !p.hit(at, 'the'))) || isSign || (p.glued(at) && /^\p{L}/u.test(p.word(at)));
}

function dayInMonth(date: number, ahead: number, next: number, today: Day, plain: boolean): DayReading {
  const inMonth = (offset: number) => {
    const first = addMonths(`${today.slice(0, 8)}01`, ahead + offset);
    return `${first.slice(0, 8)}${String(date).padStart(2, '0')}`;
  };
  // No month is followed by two that are shorter.
  const day = [0, 1, 2].map(inMonth).find((each) => isDay(each) && each > today);
  if (!day) return asks('which_day', next);
  return named(day, next, inMonth(0) === today ? { sooner: today, near: true, date, plain } : { date, plain });
}

/** "Tomorrow", "the day after tomorrow". */
const readRelative: Reader = (p, at, today) => {
  const start = p.hit(at, 'rel') ? at : overAll(p, at, 'on', 'the');
  const hit = p.hit(start, 'rel');
  if (!hit) return undefined;
  const ahead = Number(hit.value);
  return ahead < 0 ? asks('passed', hit.next) : named(addDays(today, ahead), hit.next);
};

/** "In 3 days", "two weeks from now", "a week from Friday", "two days after Christmas", "the day before New Year's Eve". */
const readDistance: Reader = (p, at, today) => {
  const ago = p.hit(at, 'agopre');
  const past = ago && readSpan(p, ago.next);
  if (past && !('minutes' in past.span)) return asks('passed', past.next);
  const lead = p.hit(at, 'in');
  const inSpan = lead && readSpan(p, lead.next);
  if (inSpan && !('minutes' in inSpan.span) && inSpan.amount > 0) {
    const named = p.hit(inSpan.next, 'fromnow')?.next ?? inSpan.next;
    const from = p.hit(named, 'after') ?? p.hit(named, 'from');
    const base = from && readDay(p, from.next, today);
    if (!base) return distance(inSpan.span, named, today);
  }
  const start = overAll(p, at, 'on', 'the');
  const oneDay = p.hit(start, 'unit')?.value === 'day' ? besideDay(p, p.over(start, 'unit'), today) : undefined;
  if (oneDay) return oneDay;
  const bare = readSpan(p, start);
  if (!bare || 'minutes' in bare.span) return undefined;
  const isAgo = p.hit(bare.next, 'ago') ?? p.hit(bare.next, 'agopre');
  if (isAgo) return asks('passed', isAgo.next);
  const fromNow = p.hit(bare.next, 'fromnow');
  if (fromNow) return distance(bare.span, fromNow.next, today);
  const before = p.hit(bare.next, 'before');
  const after = p.hit(bare.next, 'after') ?? p.hit(bare.next, 'from') ?? p.hit(bare.next, 'on');
  const link = before ?? after;
  const direct = bare.unit === 'week' && !link && p.language === 'en' && !lead ? { next: bare.next } : undefined;
  const from = link ?? direct;
  const base = from && readDay(p, from.next, today);
  if (!base || !('day' in base.value) || (lead && !after)) return undefined;
  if (before && bare.unit === 'week') return asks('which_day', base.next);
  return moved(base.value.day, bare.span, before ? -1 : 1, base.next, today);
};

/** "The day after Christmas", "the day before my trip" without the trip. */
function besideDay(p: Phrases, at: number, today: Day): DayReading | undefined {
  const before = p.hit(at, 'before');
  const link = before ?? p.hit(at, 'after');
  const base = link && readDay(p, link.next, today);
  if (!base || !('day' in base.value)) return undefined;
  return moved(base.value.day, { days: 1 }, before ? -1 : 1, base.next, today);
}

function distance(span: Span, next: number, today: Day): DayReading {
  return moved(today, span, 1, next, today);
}

function moved(from: Day, span: Span, sign: number, next: number, today: Day): DayReading {
  const count = 'days' in span ? span.days : 'months' in span ? span.months : 0;
  if (count > ('days' in span ? 36_600 : 1200)) return asks('too_far', next);
  const whole = Math.floor(count);
  const day =
    'days' in span
      ? addDays(from, sign * count)
      : addDays(addMonths(from, sign * whole), Math.round((count - whole) * 30.4) * sign);
  return day < today ? asks('passed', next) : named(day, next);
}

/** "Friday", "next Friday", "vendredi prochain", "Friday week", "Mittwoch nächster Woche", "next week Monday". */
const readWeekday: Reader = (p, at, today) => {
  let from = overAll(p, at, 'on', 'the');
  const which = whichAt(p, from);
  if (which) from = which.next;
  // "Next week Monday", "nächste Woche am Mittwoch".
  const weekFirst = p.hit(from, 'unit');
  const isWeekFirst = which !== undefined && weekFirst?.value === 'week';
  if (isWeekFirst && weekFirst) {
    const post = whichAt(p, weekFirst.next);
    from = overAll(p, post?.next ?? weekFirst.next, 'on', 'the');
  }
  const hit = p.hit(from, 'weekday') ?? p.hit(from, 'wmaybe');
  if (!hit || (p.glued(hit.next) && p.word(hit.next) === 's')) return undefined;
  const weekday = Number(hit.value);
  const week = isWeekFirst && which ? { which: which.value, next: hit.next } : weekAfter(p, hit.next);
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (week) return inWeek(weekday, week, today);
  const post = which ? undefined : whichAt(p, hit.next);
  const said = which?.value ?? post?.value;
  const next = post?.next ?? hit.next;
  if (said === 'last') return asks('passed', next);
  if (said === 'next') return nextWeekday(p, weekday, next, today);
  const later = weeksLater(p, next);
  if (later) return named(addDays(today, ahead + 7 * later.value), later.next);
  const isHabit = !said && (p.hit(from, 'wmaybe') ?? p.hit(from - 1, 'wmaybe')) !== undefined;
  const more = { weekday, ...(isHabit ? { maybe: true } : {}) };
  if (ahead > 0) return named(addDays(today, ahead), next, more);
  const near = said === 'this';
  return named(addDays(today, 7), next, said === 'coming' ? more : { sooner: today, near, ...more });
};

/** English "next Friday" is that of next week. Elsewhere it may be the coming one too, and where these differ it is asked. */
function nextWeekday(p: Phrases, weekday: number, next: number, today: Day): DayReading {
  const ofNextWeek = addDays(mondayOf(today), 7 + ((weekday + 6) % 7));
  const coming = addDays(today, (weekday - weekdayOf(today) + 7) % 7 || 7);
  if (p.language === 'en' || coming === ofNextWeek) return named(ofNextWeek, next, { weekday, fixed: true });
  return { value: { ask: 'one_of_days', days: [coming, ofNextWeek] }, next };
}

function whichAt(p: Phrases, at: number): Valued<'next' | 'this' | 'coming' | 'last'> | undefined {
  for (const value of ['coming', 'next', 'this', 'last'] as const) {
    const hit = p.hit(at, value);
    if (hit) return { value, next: hit.next };
  }
  return undefined;
}

/** "Of next week", "nächster Woche", "de la semaine prochaine", "in the week after next". */
function weekAfter(p: Phrases, at: number): { which: string; next: number } | undefined {
  const start = overAll(p, at, 'of', 'the');
  const before = whichAt(p, start);
  const unit = p.hit(before?.next ?? start, 'unit');
  if (unit?.value !== 'week') return undefined;
  const after = p.hit(unit.next, 'after');
  const second = after && p.hit(after.next, 'next');
  if (second) return { which: 'second', next: p.over(second.next, 'unit') };
  const post = before ? undefined : whichAt(p, unit.next);
  const which = before ?? post;
  return which && { which: which.value, next: post?.next ?? unit.next };
}

function inWeek(weekday: number, { which, next }: { which: string; next: number }, today: Day): DayReading {
  if (which === 'last') return asks('passed', next);
  const weeks = which === 'second' ? 2 : which === 'this' ? 0 : 1;
  const day = addDays(mondayOf(today), 7 * weeks + ((weekday + 6) % 7));
  return day < today ? asks('passed', next) : named(day, next, { weekday, fixed: true });
}

/** "Friday week", "dinsdag over een week", "Samstag in einer Woche". */
function weeksLater(p: Phrases, at: number): Valued<number> | undefined {
  const unit = p.hit(at, 'unit');
  if (unit?.value === 'week' && p.word(at) === 'week' && p.language === 'en') return { value: 1, next: unit.next };
  const lead = p.hit(at, 'in');
  // "Samedi en huit", "lundi en quinze": French counts the day itself.
  const counted = lead && p.language === 'fr' ? p.number(lead.next) : undefined;
  if (counted?.value === 8 || counted?.value === 15)
    return { value: Math.floor(counted.value / 7), next: counted.next };
  const span = lead && p.language !== 'en' ? readSpan(p, lead.next) : undefined;
  return span?.unit === 'week' && span.amount === 1 ? { value: 1, next: span.next } : undefined;
}

const readWeekend: Reader = (p, at, today) => {
  const start = overAll(p, at, 'on', 'the');
  const which = whichAt(p, start);
  const hit = p.hit(which?.next ?? start, 'weekend');
  if (!hit) return undefined;
  const post = which ? undefined : whichAt(p, hit.next);
  const said = which?.value ?? post?.value;
  const next = post?.next ?? hit.next;
  if (p.hit(next, 'after')) return asks('which_day', p.over(p.over(next, 'after'), 'next'));
  if (said === 'last') return asks('passed', next);
  const weekday = weekdayOf(today);
  if (said === 'next') return named(addDays(mondayOf(today), 12), next);
  if (weekday === 0 || weekday === 6) {
    const coming = addDays(today, weekday === 6 ? 1 : 6);
    return named(coming, next, { sooner: today, near: true });
  }
  return named(addDays(today, 6 - weekday), next);
};

const readHolidayName: Reader = (p, at, today) => {
  const start = p.hit(at, 'holiday') ? at : overAll(p, at, 'on', 'the', 'next', 'this', 'coming');
  const hit = p.hit(start, 'holiday');
  if (!hit) return undefined;
  const from = p.over(hit.next, 'of');
  const year = /^20\d\d$/.test(p.word(from)) ? p.digits(from) : undefined;
  const day = nextHoliday(hit.value, today, year);
  const next = year ? from + 1 : hit.next;
  if (!day) return asks('which_day', next);
  return day < today ? asks('passed', next) : named(day, next);
};

/** "Last Friday of December", "the first Monday in March", "the Friday before Christmas". */
const readNth: Reader = (p, at, today) => {
  const start = overAll(p, at, 'on', 'the');
  const nth = nthAt(p, start);
  const weekday = p.hit(nth?.next ?? start, 'weekday') ?? p.hit(nth?.next ?? start, 'wmaybe');
  if (!weekday) return undefined;
  const value = Number(weekday.value);
  if (!nth) return beside(p, value, weekday.next, today);
  const from = overAll(p, weekday.next, 'of', 'the');
  const month = p.hit(from, 'month');
  if (month)
    return nthOfMonth(p, { nth: nth.value, weekday: value, month: Number(month.value), next: month.next }, today);
  const next = p.hit(from, 'next') ?? p.hit(from, 'coming');
  const unit = next && p.hit(next.next, 'unit');
  if (unit?.value !== 'month') return undefined;
  const first = addMonths(`${today.slice(0, 8)}01`, 1);
  return named(nthWeekday(Number(first.slice(0, 4)), Number(first.slice(5, 7)), value, nth.value), unit.next);
};

export function nthAt(p: Phrases, at: number): Valued<number> | undefined {
  const last = p.hit(at, 'last');
  if (last) return { value: -1, next: last.next };
  const feminine = p.hit(at, 'nth');
  if (feminine && (p.hit(feminine.next, 'weekday') ?? p.hit(feminine.next, 'wmaybe')))
    return { value: Number(feminine.value), next: feminine.next };
  const ordinal = readOrdinal(p, at);
  return ordinal && ordinal.value <= 5 ? ordinal : undefined;
}

function nthOfMonth(p: Phrases, read: { nth: number; weekday: number; month: number; next: number }, today: Day) {
  const year = /^20\d\d$/.test(p.word(read.next)) ? p.digits(read.next) : undefined;
  const thisYear = Number(today.slice(0, 4));
  const days = (year ? [year] : [thisYear, thisYear + 1]).map((each) =>
    nthWeekday(each, read.month, read.weekday, read.nth),
  );
  const day = days.find((each) => each >= today && Number(each.slice(5, 7)) === read.month);
  return day ? named(day, year ? read.next + 1 : read.next) : asks('no_date', read.next);
}

/** The last such weekday before a day, or the first one after it. */
function beside(p: Phrases, weekday: number, at: number, today: Day): DayReading | undefined {
  const before = p.hit(at, 'before');
  const after = before ? undefined : p.hit(at, 'after');
  const link = before ?? after;
  const base = link && readDay(p, link.next, today);
  if (!base || !('day' in base.value)) return undefined;
  const ahead = (weekday - weekdayOf(base.value.day) + 7) % 7;
  const day = addDays(base.value.day, before ? ahead - 7 : ahead || 7);
  return day < today ? asks('passed', base.next) : named(day, base.next);
}

/** "The end of the month", "the last day of March", "mid-January", "Anfang März", "this month", "next summer". */
const readPeriodWords: Reader = (p, at, today) => {
  const start = overAll(p, at, 'on', 'the');
  for (const [sense, edge] of [
    ['end', 'end'],
    ['begin', 'begin'],
    ['mid', 'mid'],
  ] as const) {
    for (const from of [at, start]) {
      const hit = p.hit(from, sense);
      const period =
        hit && readPeriod(p, overAll(p, p.word(hit.next) === '-' ? hit.next + 1 : hit.next, 'of', 'the'), today, true);
      if (period) return edgeOf(edge, period.value, period.next, today);
    }
  }
  return readPeriod(p, start, today, false);
};

function edgeOf(edge: 'end' | 'begin' | 'mid', { from, to, unit }: Period, next: number, today: Day): DayReading {
  if (unit === 'day') return named(to, next, { weak: true });
  if (unit === 'week') return asks('day_of_week', next);
  if (unit === 'season') return asks('which_day', next);
  if (edge === 'end') return named(to, next);
  return {
    value: { from: from < today ? today : from, to: edge === 'mid' ? addDays(from, 14) : addDays(from, 9), unit: edge },
    next,
  };
}

/** @param ofEdge whether an article alone may stand before the unit: "the end of the month", but not "the month" */
export function readPeriod(p: Phrases, at: number, today: Day, ofEdge: boolean): Valued<Period> | undefined {
  const start = overAll(p, at, 'the');
  const which = whichAt(p, start);
  const from = which?.next ?? start;
  const month = p.hit(from, 'month');
  if (month) {
    const year = /^20\d\d$/.test(p.word(month.next)) ? p.digits(month.next) : undefined;
    return { value: monthOf(Number(month.value), year, today), next: year ? month.next + 1 : month.next };
  }
  const quarter = p.word(from) === 'q' && p.glued(from + 1) ? p.digits(from + 1) : undefined;
  if (quarter && quarter <= 4) return quarterAt(p, quarter, from + 2, today);
  const season = p.hit(from, 'season');
  if (season)
    return { value: { ...seasonOf(season.value, today), unit: 'season' }, next: p.over(season.next, 'next', 'coming') };
  const year = /^20[2-9]\d$/.test(p.word(from)) ? p.digits(from) : undefined;
  if (year && !p.hit(from + 1, 'unit'))
    return { value: { from: `${year}-01-01`, to: `${year}-12-31`, unit: 'year' }, next: from + 1 };
  const unit = p.hit(from, 'unit');
  if (!unit || !(unit.value in LENGTHS)) return undefined;
  const post = which ? undefined : whichAt(p, unit.next);
  const said = which?.value ?? post?.value;
  const after = p.hit(post?.next ?? unit.next, 'after');
  const second = after && p.hit(after.next, 'next');
  if (!said && !ofEdge && !second) return undefined;
  if (said === 'last' || p.number(from) || (unit.value === 'day' && !ofEdge)) return undefined;
  const ahead = said === 'next' || said === 'coming' ? 1 : second ? 2 : 0;
  return { value: periodOf(unit.value, ahead, today), next: second?.next ?? post?.next ?? unit.next };
}

/** "Q1", "Q2 2027": the one of this year, or where it is over the next one. */
function quarterAt(p: Phrases, quarter: number, at: number, today: Day): Valued<Period> {
  const said = /^20\d\d$/.test(p.word(at)) ? p.digits(at) : undefined;
  const thisYear = Number(today.slice(0, 4));
  const year = said ?? (quarter * 3 < Number(today.slice(5, 7)) ? thisYear + 1 : thisYear);
  const from = dayOf(year, quarter * 3 - 2, 1);
  return { value: { from, to: endOfMonth(addMonths(from, 2)), unit: 'quarter' }, next: said ? at + 1 : at };
}

const LENGTHS: Record<string, number> = { day: 0, week: 0, month: 1, quarter: 3, semester: 6, year: 12 };

/** The month of that name that is not over. */
function monthOf(month: number, year: number | undefined, today: Day): Period {
  const thisYear = Number(today.slice(0, 4));
  const first = dayOf(year ?? (month < Number(today.slice(5, 7)) ? thisYear + 1 : thisYear), month, 1);
  return { from: first, to: endOfMonth(first), unit: 'month' };
}

function periodOf(unit: string, ahead: number, today: Day): Period {
  if (unit === 'day') return { from: today, to: today, unit };
  if (unit === 'week') {
    const monday = addDays(mondayOf(today), 7 * ahead);
    return { from: monday, to: addDays(monday, 6), unit };
  }
  const months = LENGTHS[unit] ?? 1;
  const begun = Math.floor((Number(today.slice(5, 7)) - 1) / months) * months + 1;
  const from = addMonths(dayOf(Number(today.slice(0, 4)), begun, 1), ahead * months);
  return { from, to: endOfMonth(addMonths(from, months - 1)), unit };
}

/** The season of the northern half of the world that is not over, by whole months. */
function seasonOf(season: string, today: Day): { from: Day; to: Day } {
  const first = { spring: 3, summer: 6, autumn: 9, winter: 12 }[season] ?? 3;
  const year = Number(today.slice(0, 4));
  const seasons = [year - 1, year, year + 1].map((each) => {
    const from = dayOf(each, first, 1);
    return { from, to: endOfMonth(addMonths(from, 2)) };
  });
  return seasons.find(({ to }) => to >= today) ?? { from: today, to: today };
}

const READERS: Reader[] = [
  readNumeric,
  readDate,
  readDayOfMonth,
  readRelative,
  readDistance,
  readWeekday,
  readWeekend,
  readHolidayName,
  readNth,
  readPeriodWords,
];

/** More words than this that only lead to others are none that people say. */
const LEADS_MAX = 4;

/** Over phrases of some senses that stand one after another. */
export function overAll(p: Phrases, at: number, ...senses: Parameters<Phrases['over']>[1][]): number {
  let next = at;
  for (let count = 0; count < LEADS_MAX; count += 1) next = p.over(next, ...senses);
  return next;
}

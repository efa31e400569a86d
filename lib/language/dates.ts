import { addMonths, type Day, isDay } from '../days.ts';
import { halfAt, oclockAt } from './clock.ts';
import { dayOf } from './holidays.ts';
import { asks, type DayReading, named, type Reader } from './named-day.ts';
import type { Phrases, Valued } from './phrases.ts';

/** "2026-12-01", "3.2.2027", "12/24", "15-12-2026", also with the weekday before them. */
export const readNumeric: Reader = (p, start, today) => {
  const at = p.lead(start);
  const [first, second, third] = [p.digits(at), p.digits(at + 2), p.digits(at + 4)];
  const sign = p.word(at + 1);
  if (first === undefined || second === undefined || !/^[-/.]$/.test(sign) || !p.glued(at + 1)) return undefined;
  if (!p.glued(at + 2) && sign !== '.') return undefined;
  const hasThird = third !== undefined && p.word(at + 3) === sign && p.glued(at + 3);
  if (p.word(at).length === 4 && hasThird && sign !== '.') return dateOf(first, second, third, at + 5, today);
  const digits = p.word(at + 4).length;
  const year =
    hasThird && (digits === 4 || (digits === 2 && p.glued(at + 4))) ? (third < 100 ? 2000 + third : third) : undefined;
  const next = at + (year === undefined ? 3 : 5);
  if (sign === '.') {
    const ends = p.word(at + 3) === '.' && p.glued(at + 3);
    // "Node 20.11.1"
    if (year === undefined && third !== undefined && p.glued(at + 4)) return undefined;
    // "20.12" is an hour too.
    const isDate = year !== undefined || ends || first > 24 || p.hit(start, 'on') !== undefined;
    if (!isDate || second > 12) return undefined;
    return dateOf(year, second, first, year === undefined && ends ? at + 4 : next, today);
  }
  if ((sign === '-' && year === undefined && p.language !== 'nl') || (first > 12 && second > 12)) return undefined;
  const isEither = first <= 12 && second <= 12 && first !== second;
  if (isEither && p.dayFirst === undefined) return { value: { ask: 'which_month', said: p.words(at, next) }, next };
  const dayFirst = isEither ? p.dayFirst : first > 12;
  return dateOf(year, dayFirst ? second : first, dayFirst ? first : second, next, today);
};

/** Returns a date by its numbers; without a year the next one to come. */
function dateOf(year: number | undefined, month: number, date: number, next: number, today: Day): DayReading {
  if (month < 1 || month > 12 || date < 1 || date > 31) return asks('no_date', next);
  const thisYear = Number(today.slice(0, 4));
  const years = year === undefined ? [thisYear, thisYear + 1, thisYear + 2] : [year];
  const days = years.map((each) => dayOf(each, month, date)).filter(isDay);
  const day = days.find((each) => each >= today);
  const isLeapDay = year === undefined && day !== undefined && Number(day.slice(0, 4)) > thisYear + 1;
  if (day && !isLeapDay) return named(day, next, year === undefined ? { yearless: true } : {});
  return asks(days.length && !isLeapDay ? 'passed' : 'no_date', next);
}

/** What leads to a month behind a number that is none of its days: "my son turns 16 in August", "turn 30 on June 5". */
const LEADS = /^(?:in|on|for|from|by|en|em|im)$/;

/** "14 March 2027", "the 14th of March", "March 14th", "le 1er décembre", "am 3. Dezember", "dia 3 de maio". */
export const readDate: Reader = (p, at, today) => {
  const start = p.lead(at);
  const month = p.hit(start, 'month');
  if (month) {
    const from = p.over(month.next, 'the');
    const date = ordinalOrNumber(p, from);
    const isYear = p.digits(from) !== undefined && p.word(from).length === 4;
    const isAmount = p.hit(date?.next ?? from, 'unit') && !readOrdinal(p, from);
    if (!date || isYear || date.value > 31 || isAmount || isClockAhead(p, date.next)) return undefined;
    return withYear(p, Number(month.value), date, today);
  }
  const date = ordinalOrNumber(p, start);
  if (!date || date.value > 31) return undefined;
  // "My son turns 16 in August"
  if (p.digits(start) !== undefined && date.next === start + 1 && LEADS.test(p.word(date.next))) return undefined;
  const from = p.overAll(date.next, 'of', 'the');
  const after = p.hit(from, 'month');
  if (!after || (from > date.next && isFullName(p, from))) return undefined;
  return withYear(p, Number(after.value), { value: date.value, next: after.next }, today);
};

/** Names of months that are those of people and verbs too. */
export const GIVEN = /^(?:jan|mar|march|april|may|mai|mei|june|juni|juli|julio|abril|august)$/;

/** What leads to somebody's name in English, where months have a capital letter as well. */
const NAME_LEADS = /^(?:of|with|from|to|and)$/;

/** "Book 4 of Mei Li": a month that is a given name too, before a family name. German nouns have capital letters. */
export function isFullName(p: Phrases, at: number): boolean {
  const mayBe = p.language !== 'de' && at > 0 && (p.language !== 'en' || NAME_LEADS.test(p.word(at - 1)));
  const isCapital = [at, at + 1].every((place) => /^\p{Lu}\p{Ll}/u.test(p.words(place, place + 1)));
  return mayBe && isCapital && GIVEN.test(p.word(at)) && p.hits(at + 1).size === 0;
}

function isClockAhead(p: Phrases, at: number): boolean {
  const isMinutes = p.word(at) === ':' && p.digits(at + 1) !== undefined;
  return p.glued(at) && (isMinutes || halfAt(p, at) !== undefined);
}

function withYear(p: Phrases, month: number, date: Valued<number>, today: Day): DayReading {
  const from = p.over(p.word(date.next) === ',' ? date.next + 1 : date.next, 'of');
  const year = /^(?:19|20)\d\d$/.test(p.word(from)) ? p.digits(from) : undefined;
  const isYear = year !== undefined && !isClockAhead(p, from + 1) && !p.hit(from + 1, 'oclock');
  return dateOf(isYear ? year : undefined, month, date.value, isYear ? from + 1 : date.next, today);
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
  const isPoint = p.word(at + 1) === '.' && p.glued(at + 2) && p.digits(at + 2) !== undefined;
  return value === undefined || !suffix || isPoint ? undefined : { value, next: suffix.next };
}

/** "First", "2nd", "last", before a weekday or a day. */
export function nthAt(p: Phrases, at: number): Valued<number> | undefined {
  const last = p.hit(at, 'last');
  if (last) return { value: -1, next: last.next };
  const feminine = p.hit(at, 'nth');
  if (feminine && p.weekday(feminine.next)) return { value: Number(feminine.value), next: feminine.next };
  const ordinal = readOrdinal(p, at);
  return ordinal && ordinal.value <= 5 ? ordinal : undefined;
}

/** "The 14th", "am 14.", "le 14", "el día 14", "the 3rd of next month". */
export const readDayOfMonth: Reader = (p, at, today) => {
  const start = p.lead(at);
  const ordinal = readOrdinal(p, start);
  const found = ordinal ?? countedDay(p, at, start);
  const isPlainWord = ordinal && p.digits(start) === undefined && start === at;
  // "22nd-25th"
  const isRange = ordinal && p.word(found?.next ?? at) === '-' && readOrdinal(p, ordinal.next + 1);
  if (!found || isPlainWord || (!isRange && followsNumber(p, found.next))) return undefined;
  const after = p.overAll(found.next, 'of', 'the');
  const which = p.which(after);
  const unit = p.hit(which?.next ?? after, 'unit');
  const later = unit && p.which(unit.next);
  const isMonth = unit?.value === 'month' && which?.value !== 'last' && (which ?? later) !== undefined;
  const isNext = [which, later].some((each) => each?.value === 'next' || each?.value === 'coming');
  const isNextAfter = later?.value === 'next' || later?.value === 'coming';
  const end = isMonth ? (isNextAfter ? later.next : unit.next) : found.next;
  if (isMonth && [which, later].some((each) => each?.value === 'second')) return asks('which_day', end);
  if (found.value < 1 || found.value > 31) return ordinal ? asks('which_day', end) : undefined;
  return dayInMonth(found.value, isMonth && isNext ? 1 : 0, end, today, !isMonth);
};

/** "Día 14", and after an article a number alone: "el 14". */
function countedDay(p: Phrases, at: number, start: number): Valued<number> | undefined {
  // "Dia" leads to a day as well.
  const unit = p.hit(start, 'unit') ?? (start > at ? p.hit(start - 1, 'unit') : undefined);
  const day = unit?.value === 'day' && /^(?:es|pt)$/.test(p.language) ? p.number(unit.next) : undefined;
  const isBare = start > at && p.digits(start) !== undefined && p.hit(at, 'the') && !p.hit(start - 1, 'at');
  return day ?? (isBare && p.language !== 'en' ? p.number(start) : undefined);
}

/** Tells whether what follows a number makes it something else than a day. */
export function followsNumber(p: Phrases, at: number): boolean {
  const isUnit = p.hit(at, 'unit') && !p.hit(at, 'oclock');
  const isOther = oclockAt(p, at) ?? (['weekday', 'month', 'times'] as const).find((sense) => p.hit(at, sense));
  const isStuck = p.glued(at) && /^(?:[-/:%€$£]$|\p{L})/u.test(p.word(at));
  return Boolean(isUnit) || halfAt(p, at) !== undefined || (isOther !== undefined && !p.hit(at, 'the')) || isStuck;
}

/** "Antes del 20", "entro il 20": the number behind a phrase that ends in an article. */
export const readDayBehindArticle: Reader = (p, at, today) => {
  const date = p.digits(at);
  const isArticle = /^(?:el|del|il|le|du|au|o|do|ao|den|dem|zum|am)$/.test(p.word(at - 1));
  if (!isArticle || !date || date > 31 || followsNumber(p, at + 1)) return undefined;
  return dayInMonth(date, 0, at + 1, today, true);
};

/** Returns the next day of a month with a number, today's month or one `ahead` of it. */
export function dayInMonth(date: number, ahead: number, next: number, today: Day, plain: boolean): DayReading {
  const inMonth = (offset: number) =>
    `${addMonths(`${today.slice(0, 8)}01`, ahead + offset).slice(0, 8)}${String(date).padStart(2, '0')}`;
  // No month is followed by two that are shorter.
  const day = [0, 1, 2].map(inMonth).find((each) => isDay(each) && each > today);
  if (!day) return asks('which_day', next);
  return named(day, next, { date, plain, ...(inMonth(0) === today ? { sooner: today, near: true } : {}) });
}

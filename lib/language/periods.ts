import { addDays, addMonths, type Day, endOfMonth, mondayOf } from '../days.ts';
import { nthAt } from './dates.ts';
import { dayOf } from './holidays.ts';
import type { Language } from './languages.ts';
import { asks, type DayReading, named, type Period, type Reader } from './named-day.ts';
import type { Phrases, Valued } from './phrases.ts';

/** "The end of the month", "the last day of March", "mid-January", "Anfang März", "this month", "next summer". */
export const readPeriodWords: Reader = (p, at, today) => {
  const start = p.lead(at);
  const short = p.hit(start, 'endof');
  if (short) return edgeOf('end', periodOf(short.value, 0, today), short.next, today);
  for (const edge of ['end', 'begin', 'mid'] as const) {
    for (const from of [at, start]) {
      const hit = p.hit(from, edge);
      const after = hit && p.overAll(p.word(hit.next) === '-' ? hit.next + 1 : hit.next, 'of', 'the');
      const period = after === undefined ? undefined : readPeriod(p, after, today, true);
      if (period) return edgeOf(edge, period.value, period.next, today);
    }
  }
  return readPeriod(p, start, today, false);
};

function edgeOf(edge: 'end' | 'begin' | 'mid', { from, to, unit }: Period, next: number, today: Day): DayReading {
  if (unit === 'day') return named(to, next, { weak: true });
  if (unit === 'week') return asks('day_of_week', next);
  if (unit === 'season')
    return edge === 'end' ? { value: { from, to, unit: 'seasonend' }, next } : asks('which_day', next);
  if (edge === 'end') return named(to, next, { isEdge: true });
  const last = addDays(from, edge === 'mid' ? 14 : 9);
  return { value: { from: from < today ? today : from, to: last, unit: edge }, next };
}

/** @param ofEdge whether an article alone may stand before the unit: "the end of the month", but not "the month" */
export function readPeriod(p: Phrases, at: number, today: Day, ofEdge: boolean): Valued<Period> | undefined {
  const start = p.overAll(at, 'the');
  const which = p.which(start);
  const from = which?.next ?? start;
  const month = p.hit(from, 'month');
  if (month) {
    const year = yearAt(p, month.next, today);
    return { value: monthOf(Number(month.value), year?.value, today), next: year?.next ?? month.next };
  }
  const part = readPartOf(p, start, today);
  if (part) return part;
  const isQuarter = QUARTER[p.language].test(p.word(from)) && p.glued(from + 1);
  const quarter = isQuarter ? p.digits(from + 1) : undefined;
  if (quarter && quarter <= 4) return quarterAt(p, quarter, from + 2, today);
  const season = p.hit(from, 'season');
  if (season) {
    const year = yearAt(p, season.next, today);
    return {
      value: seasonOf(season.value, today, year?.value),
      next: year?.next ?? p.over(season.next, 'next', 'coming'),
    };
  }
  const year = /^20[2-9]/.test(p.word(from)) ? p.year(from) : undefined;
  if (year && !p.hit(from + 1, 'unit'))
    return { value: { from: `${year}-01-01`, to: `${year}-12-31`, unit: 'year' }, next: from + 1 };
  const unit = p.hit(from, 'unit');
  if (!unit || !(unit.value in MONTHS)) return undefined;
  const post = which ? undefined : p.which(unit.next);
  const said = which?.value ?? post?.value;
  const after = p.hit(post?.next ?? unit.next, 'after');
  const second = after && p.hit(after.next, 'next');
  // "The end of the year 2027"
  const ofYear = unit.value === 'year' && !which ? p.year(unit.next) : undefined;
  if (ofYear) return { value: monthsFrom(`${ofYear}-01-01`, 12, 'year'), next: unit.next + 1 };
  if (!said && !ofEdge && !second) return undefined;
  if (said === 'last' || p.number(from) || (unit.value === 'day' && !ofEdge)) return undefined;
  // "Next year in October"
  const inYear = unit.value === 'year' && yearAt(p, from > start ? start : unit.next, today);
  const ofYearAhead = inYear && p.hit(p.overAll(inYear.next, 'of', 'in'), 'month');
  if (inYear && ofYearAhead)
    return { value: monthOf(Number(ofYearAhead.value), inYear.value, today), next: ofYearAhead.next };
  const ahead = said === 'next' || said === 'coming' ? 1 : second || said === 'second' ? 2 : 0;
  return { value: periodOf(unit.value, ahead, today), next: second?.next ?? post?.next ?? unit.next };
}

/** Letters before the number of a quarter: French and its sisters say "T2" too. */
const QUARTER: Record<Language, RegExp> = {
  en: /^q$/,
  de: /^q$/,
  fr: /^[qt]$/,
  es: /^[qt]$/,
  pt: /^[qt]$/,
  it: /^[qt]$/,
  nl: /^[qk]$/,
};

/** "The second week of January" by sevens from its first day on, "the last week of May", "the third quarter". */
function readPartOf(p: Phrases, at: number, today: Day): Valued<Period> | undefined {
  const nth = nthAt(p, at);
  const unit = nth && p.hit(nth.next, 'unit');
  if (unit?.value === 'quarter' && nth && nth.value > 0 && nth.value < 5)
    return quarterAt(p, nth.value, unit.next, today);
  const of = unit?.value === 'week' ? p.overAll(unit.next, 'of', 'the') : undefined;
  const month = of !== undefined && p.hit(of, 'month');
  if (!nth || !month) return undefined;
  const year = p.year(month.next);
  const inMonth = ({ from, to }: Period): Period => {
    const first = nth.value > 0 ? addDays(from, 7 * nth.value - 7) : addDays(to, -6);
    return { from: first, to: [addDays(first, 6), to].toSorted()[0] ?? to, unit: 'part' };
  };
  const number = Number(month.value);
  const coming = inMonth(monthOf(number, year, today));
  const later = year || coming.to >= today ? coming : inMonth(monthOf(number, Number(today.slice(0, 4)) + 1, today));
  return { value: later, next: year ? month.next + 1 : month.next };
}

/** "2028", "de 2028", "next year", "do próximo ano" behind a month or a season. */
function yearAt(p: Phrases, at: number, today: Day): Valued<number> | undefined {
  const from = p.overAll(at, 'of', 'the');
  for (const start of [at, from]) {
    const year = p.year(start);
    if (year) return { value: year, next: start + 1 };
    const which = p.which(start);
    const unit = p.hit(which?.next ?? start, 'unit');
    const said = which ?? (unit && p.which(unit.next));
    const isNext = said?.value === 'next' || said?.value === 'coming';
    if (unit?.value === 'year' && said && (isNext || said.value === 'this'))
      return { value: Number(today.slice(0, 4)) + (isNext ? 1 : 0), next: Math.max(unit.next, said.next) };
  }
  return undefined;
}

/** "Q1", "Q2 2027": the one of this year, or where it is over the next one. */
function quarterAt(p: Phrases, quarter: number, at: number, today: Day): Valued<Period> {
  const said = p.year(at);
  const thisYear = Number(today.slice(0, 4));
  const year = said ?? (quarter * 3 < Number(today.slice(5, 7)) ? thisYear + 1 : thisYear);
  return { value: monthsFrom(dayOf(year, quarter * 3 - 2, 1), 3, 'quarter'), next: said ? at + 1 : at };
}

/** How many months a unit has; days and weeks are counted by themselves. */
const MONTHS: Record<string, number> = { day: 0, week: 0, month: 1, quarter: 3, semester: 6, year: 12 };

/** Returns the month of that name that is not over. */
function monthOf(month: number, year: number | undefined, today: Day): Period {
  const thisYear = Number(today.slice(0, 4));
  const coming = month < Number(today.slice(5, 7)) ? thisYear + 1 : thisYear;
  return monthsFrom(dayOf(year ?? coming, month, 1), 1, 'month');
}

function periodOf(unit: string, ahead: number, today: Day): Period {
  if (unit === 'day') return { from: today, to: today, unit };
  const monday = addDays(mondayOf(today), 7 * ahead);
  if (unit === 'week') return { from: monday, to: addDays(monday, 6), unit };
  const months = MONTHS[unit] ?? 1;
  const begun = Math.floor((Number(today.slice(5, 7)) - 1) / months) * months + 1;
  return monthsFrom(addMonths(dayOf(Number(today.slice(0, 4)), begun, 1), ahead * months), months, unit);
}

/** Returns the season of the northern half of the world that is not over, by whole months. */
function seasonOf(season: string, today: Day, of?: number): Period {
  const first = { spring: 3, summer: 6, autumn: 9, winter: 12 }[season] ?? 3;
  const year = Number(today.slice(0, 4));
  const seasons = (of ? [of] : [year - 1, year, year + 1]).map((each) =>
    monthsFrom(dayOf(each, first, 1), 3, 'season'),
  );
  return seasons.find(({ to }) => to >= today) ?? { from: today, to: today, unit: 'season' };
}

function monthsFrom(from: Day, months: number, unit: string): Period {
  return { from, to: endOfMonth(addMonths(from, months - 1)), unit };
}

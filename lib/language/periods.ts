import { addDays, addMonths, type Day, endOfMonth, mondayOf } from '../days.ts';
import { dayOf } from './holidays.ts';
import { asks, type DayReading, named, type Period, type Reader } from './named-day.ts';
import type { Phrases, Valued } from './phrases.ts';

/** "The end of the month", "the last day of March", "mid-January", "Anfang März", "this month", "next summer". */
export const readPeriodWords: Reader = (p, at, today) => {
  const start = p.lead(at);
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
  if (unit === 'season') return asks('which_day', next);
  if (edge === 'end') return named(to, next);
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
    const year = p.year(month.next);
    return { value: monthOf(Number(month.value), year, today), next: year ? month.next + 1 : month.next };
  }
  const quarter = p.word(from) === 'q' && p.glued(from + 1) ? p.digits(from + 1) : undefined;
  if (quarter && quarter <= 4) return quarterAt(p, quarter, from + 2, today);
  const season = p.hit(from, 'season');
  if (season) return { value: seasonOf(season.value, today), next: p.over(season.next, 'next', 'coming') };
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
  const ahead = said === 'next' || said === 'coming' ? 1 : second || said === 'second' ? 2 : 0;
  return { value: periodOf(unit.value, ahead, today), next: second?.next ?? post?.next ?? unit.next };
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

/** The month of that name that is not over. */
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

/** The season of the northern half of the world that is not over, by whole months. */
function seasonOf(season: string, today: Day): Period {
  const first = { spring: 3, summer: 6, autumn: 9, winter: 12 }[season] ?? 3;
  const year = Number(today.slice(0, 4));
  const seasons = [year - 1, year, year + 1].map((each) => monthsFrom(dayOf(each, first, 1), 3, 'season'));
  return seasons.find(({ to }) => to >= today) ?? { from: today, to: today, unit: 'season' };
}

function monthsFrom(from: Day, months: number, unit: string): Period {
  return { from, to: endOfMonth(addMonths(from, months - 1)), unit };
}

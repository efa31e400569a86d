import { addDays, addMonths, type Day, dayInWeek, mondayOf, onOrAfter, weekdayOf } from '../days.ts';
import { readSpan } from './amounts.ts';
import { followsNumber, nthAt } from './dates.ts';
import { nthWeekday } from './holidays.ts';
import { asks, type DayReading, named, type Reader } from './named-day.ts';
import type { Phrases, Valued, Which } from './phrases.ts';

/** "Friday", "next Friday", "vendredi prochain", "Friday week", "Mittwoch nächster Woche", "next week Monday". */
export const readWeekday: Reader = (p, at, today) => {
  const start = p.lead(at);
  const which = p.which(start);
  let from = which?.next ?? start;
  // "Next week Monday", "nächste Woche am Mittwoch".
  const unit = p.hit(from, 'unit');
  const isOfWeek = which !== undefined && unit?.value === 'week';
  if (isOfWeek) from = p.lead(p.which(unit.next)?.next ?? unit.next);
  const hit = p.weekday(from);
  if (!hit || (p.glued(hit.next) && p.word(hit.next) === 's')) return undefined;
  const weekday = Number(hit.value);
  // "The Wednesday after next"
  const second = p.hit(hit.next, 'after') && p.hit(p.over(hit.next, 'after'), 'next');
  if (second && !p.hit(second.next, 'weekday') && !p.hit(second.next, 'unit')) return asks('which_day', second.next);
  const week = isOfWeek ? { value: which.value, next: hit.next } : weekAfter(p, hit.next);
  if (week) return inWeek(weekday, week, today);
  const post = which ? undefined : p.which(hit.next);
  const said = (which ?? post)?.value;
  const next = post?.next ?? hit.next;
  if (said === 'last') return asks('passed', next);
  if (said === 'second') return asks('which_day', next);
  if (said === 'next') return nextWeekday(p, weekday, next, today);
  const coming = onOrAfter(today, weekday);
  const later = weeksLater(p, next);
  if (later) return named(addDays(coming, 7 * later.value), later.next);
  const isHabit = !said && (p.hit(from, 'wmaybe') ?? p.hit(from - 1, 'wmaybe')) !== undefined;
  const more = { weekday, ...(isHabit ? { maybe: true } : {}) };
  const dated = dayOfDate(p, next, weekday, today);
  if (dated) return named(dated, next + 1, { weekday });
  if (coming > today) return named(coming, next, more);
  const isNear = said === 'coming' ? {} : { sooner: today, near: said === 'this' };
  return named(addDays(today, 7), next, { ...isNear, ...more });
};

/** "Vendredi 4": the number is the date of a coming Friday. In English it is an hour. */
function dayOfDate(p: Phrases, at: number, weekday: number, today: Day): Day | undefined {
  const date = p.digits(at);
  if (p.language === 'en' || date === undefined || followsNumber(p, at + 1) || isHourOrMonth(p, at + 1))
    return undefined;
  const weeks = Array.from({ length: 9 }, (_, index) => addDays(onOrAfter(today, weekday), 7 * index));
  return weeks.find((day) => Number(day.slice(8)) === date);
}

/** "20.15", "13. März", "10 - 12": what follows a number makes it an hour or the date of another month. */
function isHourOrMonth(p: Phrases, at: number): boolean {
  const isPoint = p.word(at) === '.' && p.glued(at);
  const isNumber = p.digits(at + 1) !== undefined;
  return isPoint ? isNumber || p.hit(at + 1, 'month') !== undefined : p.word(at) === '-' && isNumber;
}

/** English "next Friday" is that of next week. Elsewhere it may be the coming one too, and where these differ it is asked. */
function nextWeekday(p: Phrases, weekday: number, next: number, today: Day): DayReading {
  const ofNextWeek = dayInWeek(today, weekday, 1);
  const coming = onOrAfter(addDays(today, 1), weekday);
  if (p.language === 'en' || coming === ofNextWeek) return named(ofNextWeek, next, { weekday, fixed: true });
  return { value: { ask: 'one_of_days', days: [coming, ofNextWeek] }, next };
}

/** "Of next week", "nächster Woche", "de la semaine prochaine", "in the week after next". */
export function weekAfter(p: Phrases, at: number): Valued<Which> | undefined {
  const start = p.overAll(at, 'of', 'the');
  const before = p.which(start);
  const unit = p.hit(before?.next ?? start, 'unit');
  if (unit?.value !== 'week') return undefined;
  const after = p.hit(unit.next, 'after');
  const second = after && p.hit(after.next, 'next');
  if (second) return { value: 'second', next: p.over(second.next, 'unit') };
  return before ? { value: before.value, next: unit.next } : p.which(unit.next);
}

/** Returns a weekday of this week, the last or one to come. */
export function inWeek(weekday: number, { value, next }: Valued<Which>, today: Day): DayReading {
  const weeks = { last: -1, this: 0, next: 1, coming: 1, second: 2 }[value];
  const day = dayInWeek(today, weekday, weeks);
  return day < today ? asks('passed', next) : named(day, next, { weekday, fixed: true });
}

/** "Friday week", "dinsdag over een week", "Samstag in einer Woche": how many weeks later. */
function weeksLater(p: Phrases, at: number): Valued<number> | undefined {
  const one = (read: { next: number } | undefined) => read && { value: 1, next: read.next };
  const unit = p.language === 'en' && p.glued(at) === false ? p.hit(at, 'unit') : undefined;
  if (unit && /^(?:week|fortnight)$/.test(p.word(at))) return { value: unit.value === 'week' ? 1 : 2, next: unit.next };
  if (p.language === 'en') return undefined;
  const lead = p.hit(at, 'in');
  // "Samedi en huit", "lundi en quinze": French counts the day itself.
  const counted = lead && p.language === 'fr' ? p.number(lead.next) : undefined;
  if (counted?.value === 8 || counted?.value === 15)
    return { value: Math.floor(counted.value / 7), next: counted.next };
  const span = lead && readSpan(p, lead.next);
  return span?.unit === 'week' && span.amount === 1 ? one(span) : undefined;
}

export const readWeekend: Reader = (p, at, today) => {
  const start = p.lead(at);
  const which = p.which(start);
  const hit = p.hit(which?.next ?? start, 'weekend');
  if (!hit) return undefined;
  const post = which ? undefined : p.which(hit.next);
  const said = (which ?? post)?.value;
  const next = post?.next ?? hit.next;
  if (p.hit(next, 'after')) return asks('which_day', p.over(p.over(next, 'after'), 'next'));
  if (said === 'last') return asks('passed', next);
  if (said === 'second') return asks('which_day', next);
  if (said === 'next') return named(addDays(mondayOf(today), 12), next);
  const weekday = weekdayOf(today);
  if (weekday !== 0 && weekday !== 6) return named(onOrAfter(today, 6), next);
  return named(addDays(today, weekday === 6 ? 1 : 6), next, { sooner: today, near: true });
};

/** "Last Friday of December", "the first Monday in March". */
export const readNth: Reader = (p, at, today) => {
  const start = p.lead(at);
  const nth = nthAt(p, start);
  const hit = nth && p.weekday(nth.next);
  if (!hit) return undefined;
  const weekday = Number(hit.value);
  const from = p.overAll(hit.next, 'of', 'the');
  const month = p.hit(from, 'month');
  if (month) {
    const year = p.year(month.next);
    const day = nthOfMonth(nth.value, weekday, Number(month.value), year, today);
    const next = year ? month.next + 1 : month.next;
    return day ? named(day, next) : asks('no_date', next);
  }
  const next = p.hit(from, 'next') ?? p.hit(from, 'coming');
  const unit = next && p.hit(next.next, 'unit');
  if (unit?.value !== 'month') return undefined;
  const first = addMonths(`${today.slice(0, 8)}01`, 1);
  return named(nthWeekday(Number(first.slice(0, 4)), Number(first.slice(5, 7)), weekday, nth.value), unit.next);
};

function nthOfMonth(nth: number, weekday: number, month: number, year: number | undefined, today: Day) {
  const thisYear = Number(today.slice(0, 4));
  const days = (year ? [year] : [thisYear, thisYear + 1]).map((each) => nthWeekday(each, month, weekday, nth));
  return days.find((each) => each >= today && Number(each.slice(5, 7)) === month);
}

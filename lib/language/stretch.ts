import { addDays, type Day, daysBetween, daysFromTo, isDay } from '../days.ts';
import {
  dayInMonth,
  followsNumber,
  ordinalOrNumber,
  readDate,
  readDayOfMonth,
  readNumeric,
  readOrdinal,
} from './dates.ts';
import { readDay } from './day.ts';
import type { Phrases, Valued } from './phrases.ts';
import { readWeekend } from './weekdays.ts';

/** Days that are named together; `isWindow` where one day between the first and the last is meant. */
export type Dates = { days: Day[]; isWindow: boolean };

/** "Du 22 au 25", "dal 22 al 25": no article leads to an hour. */
const ARTICLED = /^(?:du|dal|del)$/;

/** Nobody lists more dates. */
const DATES_MAX = 12;

type Item = { value: Day | number; ordinal?: Day; next: number };

/** "3-5 March", "vom 12.7. bis 19.7.", "the 12th to the 19th", "12, 13 and 14 February", "Feb 10 and 17". */
export function readDates(p: Phrases, at: number, today: Day): Valued<Dates> | undefined {
  const items: Item[] = [];
  let isRange = false;
  let isTold = false;
  // "Los días 4 y 5 de marzo"
  const led = p.hit(p.lead(at), 'unit');
  const isArticled = ARTICLED.test(p.word(at)) || (led?.value === 'day' && /^(?:es|pt)$/.test(p.language));
  for (let from = led?.value === 'day' ? led.next : p.over(at, 'between', 'from'); items.length < DATES_MAX; ) {
    const item = readItem(p, from, today, isArticled);
    if (!item) break;
    items.push(item);
    const and = p.word(item.next) === '/' ? undefined : p.hit(item.next, 'and');
    // "El 5 de febrero a las 9" is a day and an hour.
    const at = p.hit(item.next, 'at');
    const isHour = at?.value === 'core' && p.words(item.next, at.next).length > 1;
    const to = and || items.length > 1 || isHour ? undefined : p.hit(item.next, 'to');
    const joint = and ?? to ?? (p.word(item.next) === ',' ? { next: item.next + 1 } : undefined);
    if (!joint) break;
    from = p.over(joint.next, 'and');
    if (!readItem(p, from, today, isArticled)) break;
    isRange ||= to !== undefined;
    isTold ||= (to ?? and) !== undefined || from > joint.next;
  }
  const last = items.at(-1);
  const days = daysOf(items, isRange);
  // "9-10 March 3" are hours of a day.
  if (!last || !isTold || !days || p.digits(last.next) !== undefined) return undefined;
  const isWindow = !isRange && p.hit(at, 'between') !== undefined && items.length === 2;
  return {
    value: { days: isRange ? daysFromTo(days[0] ?? today, days[1] ?? today) : days, isWindow },
    next: last.next,
  };
}

/** "Wed 3", "the 3rd", "3 March", "12.7.": a date, or its number alone. */
function readItem(p: Phrases, at: number, today: Day, isArticled = false): Item | undefined {
  const start = p.lead(at);
  const weekday = p.weekday(start);
  const from = weekday ? p.lead(weekday.next) : start;
  const date = readNumeric(p, from, today) ?? readDate(p, from, today);
  if (date) return 'day' in date.value ? { value: date.value.day, next: date.next } : undefined;
  const number = ordinalOrNumber(p, from);
  if (!number || number.value < 1 || number.value > 31) return undefined;
  const joint = p.word(number.next) === '-' || p.word(number.next) === ':' ? p.word(number.next) : '';
  if (joint !== '-' && followsNumber(p, number.next)) return undefined;
  const ordinal = isArticled
    ? dayInMonth(number.value, 0, number.next, today, true).value
    : readOrdinal(p, from) && readDayOfMonth(p, from, today)?.value;
  return { ...number, ...(ordinal && 'day' in ordinal ? { ordinal: ordinal.day } : {}) };
}

/** Returns the days in their order; numbers are of the month that is named beside them, without one of the next that come. */
function daysOf(items: Item[], isRange: boolean): Day[] | undefined {
  const named = items.map(({ value }) => (typeof value === 'string' ? value : undefined));
  const [first] = items;
  const isNamed = named.some(Boolean);
  if (items.length < 2 || !(isNamed || (isRange && items.every(({ ordinal }) => ordinal)))) return undefined;
  const days = items.map(({ value }, index) => {
    const month = named.slice(index).find(Boolean) ?? named.findLast(Boolean) ?? first?.ordinal ?? '';
    return typeof value === 'string' ? value : `${month.slice(0, 8)}${String(value).padStart(2, '0')}`;
  });
  return days.every((day, index) => isDay(day) && (index === 0 || day > (days[index - 1] ?? ''))) ? days : undefined;
}

/** "Both days of the weekend", "next weekend both days", "das ganze Wochenende". */
export function readWholeWeekend(p: Phrases, at: number, today: Day): Valued<Dates> | undefined {
  const before = p.hit(at, 'both');
  const weekend = readWeekend(p, before ? p.overAll(before.next, 'of', 'the') : at, today);
  const after = before ? undefined : weekend && p.hit(weekend.next, 'both');
  if (!weekend || !('day' in weekend.value) || !(before ?? after)) return undefined;
  const saturday = weekend.value.sooner ?? weekend.value.day;
  return {
    value: { days: [saturday, addDays(saturday, 1)], isWindow: false },
    next: after?.next ?? weekend.next,
  };
}

/** `isPlain` is a day of a month that is not said: it may be of a later one. */
export type LeftOut = { days: Day[]; isPlain?: boolean; isPeriod?: boolean; months?: number[] };

/** Returns what "except" leaves out: "18 February", "the 10th and the 17th of May", "next week", "July and August". */
export function readLeftOut(p: Phrases, at: number, today: Day): Valued<LeftOut> | undefined {
  const months = monthsAt(p, at, today);
  if (months) return months;
  const several = readDates(p, at, today);
  const item = readItem(p, at, today);
  const one =
    item && typeof item.value === 'string' ? { value: { day: item.value }, next: item.next } : readDay(p, at, today);
  if (several && several.next >= (one?.next ?? 0)) return several;
  if (!one || 'ask' in one.value) return undefined;
  if ('day' in one.value)
    return 'weekday' in one.value && !one.value.fixed
      ? undefined
      : { value: { days: [one.value.day], isPlain: 'plain' in one.value && one.value.plain === true }, next: one.next };
  const { from, to, unit } = one.value;
  return unit === 'week' ? { value: { days: daysFromTo(from, to), isPeriod: true }, next: one.next } : undefined;
}

/** "August", "in July and August": months of every year. */
function monthsAt(p: Phrases, at: number, today: Day): Valued<LeftOut> | undefined {
  const months: number[] = [];
  let next = at;
  for (let from = at; months.length < 12; ) {
    const start = p.overAll(from, 'in', 'on', 'the', 'of', 'at');
    const month = p.hit(start, 'month');
    if (!month || p.digits(start - 1) !== undefined || p.year(month.next) || readDate(p, start, today)) break;
    months.push(Number(month.value));
    next = month.next;
    const joint = p.hit(next, 'and')?.next ?? (p.word(next) === ',' ? next + 1 : undefined);
    if (joint === undefined) break;
    from = joint;
  }
  return months.length ? { value: { days: [], months }, next } : undefined;
}

/** Tells whether days come one after another. */
export function areTogether(days: Day[]): boolean {
  const [first, last] = [days[0], days.at(-1)];
  return first !== undefined && last !== undefined && daysBetween(first, last) === days.length - 1;
}

import { addDays, addMonths, type Day, mondayOf, onOrAfter } from '../days.ts';
import { readSpan, type Span } from './amounts.ts';
import { readDate, readDayOfMonth, readNumeric } from './dates.ts';
import { nextHoliday } from './holidays.ts';
import { asks, type DayReading, named, type Reader } from './named-day.ts';
import { readPeriodWords } from './periods.ts';
import { once, type Phrases } from './phrases.ts';
import { readNth, readWeekday, readWeekend } from './weekdays.ts';

/**
 * Reads the day that a phrase names, counted from `today`. "Friday" is the next one, "next Friday" that of next week (weeks
 * start on Monday). "The 14th" is next month's when it has passed.
 */
export const readDay: Reader = once((p, at, today: Day) => p.longest(READERS.map((read) => read(p, at, today))));

/** "Tomorrow", "the day after tomorrow". */
const readRelative: Reader = (p, at, today) => {
  const hit = p.hit(at, 'rel') ?? p.hit(p.lead(at), 'rel');
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
    const next = p.over(inSpan.next, 'fromnow');
    const from = p.hit(next, 'after') ?? p.hit(next, 'from');
    if (inSpan.isLoose) return asks('which_day', next);
    if (!from || !readDay(p, from.next, today)) return moved(today, inSpan.span, 1, next, today);
  }
  const start = p.lead(at);
  return (
    besideDay(p, start, today) ??
    besideSpan(p, start, lead !== undefined, today) ??
    (start > at ? besideSpan(p, at, lead !== undefined, today) : undefined)
  );
};

/** "The day after Christmas", "the week before Thanksgiving", "the month after Easter". */
function besideDay(p: Phrases, at: number, today: Day): DayReading | undefined {
  const unit = p.hit(at - 1, 'one') ? undefined : p.hit(at, 'unit');
  const before = unit && p.hit(unit.next, 'before');
  const link = before ?? (unit && p.hit(unit.next, 'after'));
  const base = link && readDay(p, link.next, today);
  if (!unit || !base || !('day' in base.value)) return undefined;
  const { day } = base.value;
  if (unit.value === 'day') return moved(day, { days: 1 }, before ? -1 : 1, base.next, today);
  if (unit.value !== 'week')
    return /^(?:month|quarter|semester|year)$/.test(unit.value) ? asks('which_day', base.next) : undefined;
  const from = addDays(mondayOf(day), before ? -7 : 7);
  return { value: { from, to: addDays(from, 6), unit: 'week' }, next: base.next };
}

/** "Two weeks from now", "3 days after Christmas", "a week on Monday". */
function besideSpan(p: Phrases, at: number, isLed: boolean, today: Day): DayReading | undefined {
  const read = readSpan(p, at);
  if (!read || 'minutes' in read.span) return undefined;
  const { span, unit, next } = read;
  const isAgo = p.hit(next, 'ago') ?? p.hit(next, 'agopre');
  if (isAgo) return asks('passed', isAgo.next);
  const fromNow = p.hit(next, 'fromnow');
  if (fromNow && read.isLoose) return asks('which_day', fromNow.next);
  if (fromNow) return moved(today, span, 1, fromNow.next, today);
  const before = p.hit(next, 'before');
  const after = p.hit(next, 'after') ?? p.hit(next, 'from') ?? p.hit(next, 'on');
  // "A week Friday"
  const isDirect = unit === 'week' && p.language === 'en' && !isLed;
  const link = before ?? after ?? (isDirect ? { next } : undefined);
  const base = link && readDay(p, link.next, today);
  // "Two days before the party", "a week before": of a day that is not said.
  if (!base && (before ?? p.hit(next, 'ahead')) && !isLed)
    return asks('which_day', before?.next ?? p.over(next, 'ahead'));
  if (!base || !('day' in base.value) || (isLed && (before || !after)) || read.isLoose) return undefined;
  return moved(base.value.day, span, before ? -1 : 1, base.next, today);
}

/** "The Friday before Christmas", "the weekend before Easter": the last one before a day, or the first one after it. */
const readBeside: Reader = (p, at, today) => {
  const start = p.lead(at);
  const weekend = p.hit(start, 'weekend');
  const weekday = p.weekday(start) ?? (weekend && { ...weekend, value: '6' });
  const before = weekday && p.hit(weekday.next, 'before');
  const link = before ?? (weekday && p.hit(weekday.next, 'after'));
  const base = link && readDay(p, link.next, today);
  if (!weekday || !base || !('day' in base.value)) return undefined;
  // Easter is on a weekend of its own.
  const back = weekend ? -8 : -7;
  const day = onOrAfter(addDays(base.value.day, before ? back : 1), Number(weekday.value));
  return day < today ? asks('passed', base.next) : named(day, base.next);
};

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

const readHolidayName: Reader = (p, at, today) => {
  const hit = p.hit(at, 'holiday') ?? p.hit(p.overAll(at, 'on', 'the', 'next', 'this', 'coming'), 'holiday');
  if (!hit) return undefined;
  const from = p.over(hit.next, 'of');
  const year = p.year(from);
  const day = nextHoliday(hit.value, today, p.region, year);
  const next = year ? from + 1 : hit.next;
  if (!day) return asks('which_day', next);
  return day < today ? asks('passed', next) : named(day, next);
};

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
  readBeside,
  readPeriodWords,
];

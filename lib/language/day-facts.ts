import { addDays, type Day, onOrAfter } from '../days.ts';
import { partName } from './clock.ts';
import { readDayBehindArticle } from './dates.ts';
import { readDay } from './day.ts';
import { asked, type FactReader, type Read, type Relation } from './fact.ts';
import type { DayReading, NamedDay } from './named-day.ts';
import type { Phrases } from './phrases.ts';
import { areTogether, readDates, readWholeWeekend } from './stretch.ts';
import { inWeek, readWeekday, weekAfter } from './weekdays.ts';

const RELATIONS: Relation[] = ['before', 'after', 'starting', 'through', 'until', 'by'];

export const readDays: FactReader = (p, at, { today, bare }) => {
  const short = bare ? p.hit(at, 'abbreviation') : undefined;
  if (short) return { kind: 'day', day: { day: addDays(today, Number(short.value)) }, next: short.next };
  const related = RELATIONS.map((relation) => {
    const hit = p.hit(at, relation);
    return hit && dayFact(p, hit.next, today, relation);
  });
  // "From December 1st to December 24th"
  const to = at > 0 && !p.hit(at, 'and') ? p.hit(at, 'to') : undefined;
  // "Bis Freitag" as a whole, and the first relation where several are said alike.
  return p.longest([dayFact(p, at, today), ...related, to && dayFact(p, to.next, today, 'until')]);
};

/** "3-5 February", "vom 3. bis 17. Mai", "12, 13 and 14 February": days one after another; of others one is asked about. */
export const readStretches: FactReader = (p, at, { today }) => {
  const read = p.longest([readDates(p, at, today), readWholeWeekend(p, at, today)]);
  if (!read) return undefined;
  const { days, isWindow } = read.value;
  const [first, last] = [days[0], days.at(-1)];
  if (isWindow || !first || !last) return asked({ ask: 'which_day' }, read.next);
  return areTogether(days)
    ? { kind: 'stretch', first, last, next: read.next }
    : asked({ ask: 'one_of_days', days }, read.next);
};

/** "Mon-Wed" may be each week; Monday to Friday is, and "Mon-Wed next week" are days one after another. */
export const readWeekdayRange: FactReader = (p, at, { today }) => {
  const start = p.lead(p.over(at, 'between', 'from'));
  const first = p.weekday(p.which(start)?.next ?? start);
  const to = first && !p.hit(first.next, 'and') ? p.hit(first.next, 'to') : undefined;
  const end = to && p.lead(to.next);
  const last = end !== undefined && p.weekday(p.which(end)?.next ?? end);
  const isList = last && p.word(last.next) === '-' && p.weekday(last.next + 1);
  if (!first || end === undefined || !last || isList) return undefined;
  const week = weekAfter(p, last.next);
  const [from, until] = [first, last].map(({ value }) => week && inWeek(Number(value), week, today)?.value);
  if (from && until && 'day' in from && 'day' in until && from.day < until.day)
    return { kind: 'stretch', first: from.day, last: until.day, next: week?.next ?? last.next };
  const isTold = [p.which(start), p.which(end), p.which(last.next)].some((which) => which !== undefined);
  if (isTold && !week) return daysFromWeekday(readWeekday(p, start, today), readWeekday(p, end, today));
  return first.value === '1' && last.value === '5' ? undefined : asked({ ask: 'this_one' }, last.next);
};

/** "From Monday to next Friday": where several days may be meant, those that are no week apart. */
function daysFromWeekday(begin: DayReading | undefined, end: DayReading | undefined): Read | undefined {
  if (!begin || !end) return undefined;
  const daysOf = ({ value }: DayReading) => ('day' in value ? [value.day] : 'days' in value ? (value.days ?? []) : []);
  const pairs = daysOf(begin).flatMap((first) =>
    daysOf(end).flatMap((last) => (last > first && last < addDays(first, 7) ? [{ first, last }] : [])),
  );
  const [pair, ...others] = pairs;
  return pair && !others.length
    ? { kind: 'stretch', ...pair, next: end.next }
    : asked({ ask: 'which_day' }, Math.max(begin.next, end.next));
}

function dayFact(p: Phrases, at: number, today: Day, relation?: Relation): Read | undefined {
  const read = readDay(p, at, today) ?? (relation && readDayBehindArticle(p, at, today));
  if (!read) return undefined;
  const { value, next } = read;
  if ('ask' in value) return asked(value, next);
  return 'unit' in value
    ? { kind: 'period', period: value, relation, next }
    : { kind: 'day', day: value, relation, next };
}

/** "Tonight", "morgen früh", "Montagabend", "stasera": a day and its part in one. */
export const readDayPart: FactReader = (p, at, { today }) => {
  const start = p.hit(at, 'relpart') || p.hit(at, 'wpart') ? at : p.over(p.lead(at), 'by');
  const own = p.hit(at, 'this');
  const ownPart = own && p.hit(own.next, 'part');
  const ownName = ownPart && partName(ownPart.value);
  const hit = p.hit(start, 'relpart') ?? p.hit(start, 'wpart');
  // "This arvo"
  if (!hit && ownPart && ownName)
    return [
      { kind: 'day', day: { day: today }, next: ownPart.next },
      { kind: 'part', part: ownName, isHabit: false, next: ownPart.next },
    ];
  const [which = '', name = ''] = hit?.value.split(' ') ?? [];
  if (!hit) return undefined;
  const { next } = hit;
  const part = partName(name);
  const isRelative = hit === p.hit(start, 'relpart');
  if (isRelative && Number(which) < 0) return asked({ ask: 'passed' }, next);
  const day = isRelative ? { day: addDays(today, Number(which)) } : comingWeekday(Number(which), today);
  const noon = { hour: 12, minute: 0, literal: true, named: true, next };
  return [
    { kind: 'day', day, next },
    part ? { kind: 'part', part, isHabit: false, next } : { kind: 'clock', clock: noon, lead: 'core', next },
  ];
};

function comingWeekday(weekday: number, today: Day): NamedDay {
  const day = onOrAfter(today, weekday);
  return day > today ? { day, weekday } : { day: addDays(today, 7), sooner: today, weekday };
}

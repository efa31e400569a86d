import { addDays, addMonths, type Day, endOfMonth, mondayOf, onOrAfter, todayIn, weekdayOf } from '../days.ts';
import { readAmount } from '../language/amounts.ts';
import { PARTS, type PartName, partName } from '../language/clock.ts';
import { bestLanguage } from '../language/coverage.ts';
import { readDay } from '../language/day.ts';
import type { Phrases } from '../language/phrases.ts';
import { sayDay, sayPart } from '../language/say.ts';
import { bearsOnTime } from '../language/scan.ts';
import { type Moment, WHEN_CHARACTERS_MAX } from '../language/when.ts';
import type { Task } from '../tasks/schema.ts';
import { wallClockAt } from '../time.ts';

/** Days one after another, or a part of each, and how they are said. */
export type Span = { from: Day; to: Day; said: string; part?: PartName };
type Read = Span & { next: number; ofWeek?: boolean };

/** Returns the days that words mean, in order; "today and Friday" are two spans. Empty where that is not clear. */
export function readSpans(words: string, moment: Moment): Span[] {
  const p = bestLanguage(words, moment, WHEN_CHARACTERS_MAX);
  const today = todayIn(moment.timezone, moment.now);
  const spans: Span[] = [];
  let ofWeek = 0;
  for (let at = 0; at < p.tokens.length; ) {
    const read = readSpan(p, at, today);
    if (read) {
      const { next, ofWeek: isOfWeek, ...span } = read;
      ofWeek += isOfWeek ? 1 : 0;
      spans.push(span);
      at = next;
    } else if (bearsOnTime(p, at) || (p.hit(at, 'between') && p.hit(at, 'and'))) {
      return [];
    } else {
      at += 1;
    }
  }
  // "Saturday and Sunday next week" may both be of next week.
  if (ofWeek > 0 && ofWeek < spans.length) return [];
  return spans.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

function readSpan(p: Phrases, at: number, today: Day): Read | undefined {
  const several = readWeek(p, at, today) ?? readNext(p, at, today);
  if (several) return several;
  const until = p.hit(at, 'until') ?? p.hit(at, 'by') ?? p.hit(at, 'through');
  const last = until && readOne(p, until.next, today);
  if (last) return spanOf(today, last.from, last.next, today);
  const first = readOne(p, p.over(at, 'between', 'from'), today) ?? readOne(p, at, today);
  if (!first) return undefined;
  const to = p.hit(first.next, 'to') ?? p.hit(first.next, 'until');
  const end = to && !p.hit(first.next, 'and') ? readOne(p, to.next, today) : undefined;
  return end ? spanOf(first.from, end.from, end.next, today) : first;
}

function spanOf(from: Day, to: Day, next: number, today: Day): Read | undefined {
  if (to < from) return undefined;
  return { from, to, next, said: from === to ? sayDay(from, today) : `${sayDay(from, today)} to ${sayDay(to, today)}` };
}

/** Returns one day, or a part of it: "Friday", "tomorrow morning", "yesterday", "tonight". */
function readOne(p: Phrases, at: number, today: Day): Read | undefined {
  const start = p.lead(at);
  const fused = p.hit(start, 'relpart');
  const [ahead = '', name = ''] = fused?.value.split(' ') ?? [];
  if (fused) return withPart(addDays(today, Number(ahead)), partName(name), fused.next, today);
  const [weekday = '', partOf = ''] = p.hit(start, 'wpart')?.value.split(' ') ?? [];
  if (weekday) return withPart(onOrAfter(today, Number(weekday)), partName(partOf), p.over(start, 'wpart'), today);
  const now = p.hit(at, 'now');
  if (now) return spanOf(today, today, now.next, today);
  const past = p.hit(start, 'rel');
  const day: ReturnType<typeof oneDay> = past
    ? { day: addDays(today, Number(past.value)), next: past.next }
    : oneDay(p, at, today);
  if (!day) return partAlone(p, start, today);
  const part = p.hit(p.lead(day.next), 'part') ?? p.hit(day.next, 'part') ?? p.hit(day.next, 'partly');
  return {
    ...withPart(day.day, part && partName(part.value), part?.next ?? day.next, today),
    ...(day.ofWeek ? { ofWeek: true } : {}),
  };
}

function oneDay(p: Phrases, at: number, today: Day): { day: Day; next: number; ofWeek?: boolean } | undefined {
  const last = p.hit(p.lead(at), 'last');
  const weekday = last && p.hit(last.next, 'weekday');
  if (weekday)
    return { day: addDays(today, ((Number(weekday.value) - weekdayOf(today) + 7) % 7) - 7), next: weekday.next };
  const read = readDay(p, at, today);
  if (!read || !('day' in read.value)) return undefined;
  const { day, sooner, near, fixed } = read.value;
  return { day: near && sooner ? sooner : day, next: read.next, ...(fixed ? { ofWeek: true } : {}) };
}

/** "In the morning" is today's. */
function partAlone(p: Phrases, at: number, today: Day): Read | undefined {
  const hit = p.hit(at, 'part');
  return hit && withPart(today, partName(hit.value), hit.next, today);
}

function withPart(day: Day, part: PartName | undefined, next: number, today: Day): Read {
  if (!part) return { from: day, to: day, next, said: sayDay(day, today) };
  return { from: day, to: day, part, next, said: sayPart(day, part, today) };
}

const BEGINS: Record<PartName, string> = { morning: '00:00', afternoon: '12:00', evening: '17:00', night: '17:00' };

/** Tells whether a task is on one of the days and, of a part of a day, at a time in that part. */
export function isInSpan(
  span: Span,
  { date, scheduled_at }: Pick<Task, 'date' | 'scheduled_at'>,
  timezone: string,
): boolean {
  if (date < span.from || date > span.to) return false;
  if (!span.part) return true;
  if (!scheduled_at) return false;
  const { time } = wallClockAt(new Date(scheduled_at), timezone);
  const { ends } = span.part === 'evening' ? PARTS.night : PARTS[span.part];
  return time >= BEGINS[span.part] && time < ends;
}

/** Returns a week from Monday to Sunday (this one from today), a month, or a weekend. */
function readWeek(p: Phrases, at: number, today: Day): Read | undefined {
  const start = p.lead(at);
  const which = (['next', 'coming', 'last', 'this'] as const).find((sense) => p.hit(start, sense));
  const from = which ? p.over(start, which) : start;
  const unit = p.hit(from, 'unit') ?? p.hit(from, 'weekend');
  if (!unit || p.number(start)) return undefined;
  const name = p.hit(from, 'weekend') ? 'weekend' : unit.value;
  if (name !== 'week' && name !== 'weekend' && name !== 'month') return undefined;
  const post = which
    ? undefined
    : (['next', 'coming', 'last', 'this'] as const).find((sense) => p.hit(unit.next, sense));
  const end = post ? p.over(unit.next, post) : unit.next;
  const second = p.hit(end, 'after');
  const isSecond = second !== undefined && p.hit(second.next, 'next') !== undefined;
  if ((p.hit(end, 'from') ?? p.hit(end, 'after')) && !isSecond && p.hit(end, 'on') === undefined) return undefined;
  const said = which ?? post;
  const ahead = isSecond
    ? 2
    : said === 'next' || (said === 'coming' && name !== 'weekend')
      ? 1
      : said === 'last'
        ? -1
        : 0;
  const next = isSecond && second ? p.over(second.next, 'next') : end;
  const label = isSecond ? `the ${name} after next` : `${ahead > 0 ? 'next' : ahead < 0 ? 'last' : 'this'} ${name}`;
  if (name === 'month') return ofMonth(ahead, label, next, today);
  const monday = addDays(mondayOf(today), 7 * ahead);
  const first = name === 'week' ? monday : addDays(monday, 5);
  return { from: ahead === 0 && first < today ? today : first, to: addDays(monday, 6), next, said: label };
}

function ofMonth(ahead: number, said: string, next: number, today: Day): Read {
  const first = addMonths(`${today.slice(0, 8)}01`, ahead);
  return { from: ahead === 0 ? today : first, to: endOfMonth(first), next, said };
}

/** "The next 3 days", counting today. */
function readNext(p: Phrases, at: number, today: Day): Read | undefined {
  const lead = p.hit(at, 'for') ?? p.hit(at, 'in');
  const start = p.lead(at);
  const next = p.hit(start, 'next') ?? p.hit(start, 'coming');
  const from = next?.next ?? lead?.next;
  const amount = from === undefined ? undefined : readAmount(p, from);
  // "Les 3 prochains jours"
  const between = amount && p.hit(amount.next, 'next');
  const unit = amount && p.hit(between?.next ?? amount.next, 'unit');
  const isNamed =
    next ??
    between ??
    (lead && /next|prochain|nachsten|proxim|prossim|komend/.test(p.words(at, lead.next).normalize('NFD')));
  if (!amount || !unit || !isNamed || (unit.value !== 'day' && unit.value !== 'week')) return undefined;
  const days = amount.value * (unit.value === 'week' ? 7 : 1);
  if (!Number.isInteger(days) || days < 1 || days > 366) return undefined;
  const said = `the next ${amount.value} ${unit.value}${amount.value === 1 ? '' : 's'}`;
  return { from: today, to: addDays(today, days - 1), next: unit.next, said };
}

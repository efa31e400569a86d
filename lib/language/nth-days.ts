import { followsNumber, nthAt, readOrdinal } from './dates.ts';
import { DAYS_MAX } from './day-list.ts';
import type { Phrases, Valued } from './phrases.ts';
import type { Repetition } from './repeat.ts';

/** "Every 1st of …": dates, and not a number of units. */
export function isDates(p: Phrases, at: number): boolean {
  const dates = nthList(p, at);
  const isDay = p.hit(at, 'unit')?.value === 'day' && /^(?:es|pt)$/.test(p.language);
  return dates !== undefined && dates.value.byMonthDay.length > (isDay ? 0 : 1);
}

type NthList = Valued<Pick<Repetition, 'byDay' | 'byMonthDay'>>;

/** "1st and 15th", "first Monday", "2nd and 4th Monday", "last day", "14." */
export function nthList(p: Phrases, at: number): NthList | undefined {
  const values: number[] = [];
  let next = p.lead(at);
  for (let from = next; values.length < DAYS_MAX; ) {
    const dia = p.hit(from, 'unit')?.value === 'day' && values.length === 0 ? p.hit(from, 'unit') : undefined;
    const number = dia
      ? p.number(dia.next)
      : p.language === 'en' || p.language === 'de'
        ? undefined
        : bareDate(p, from);
    const item = nthAt(p, from) ?? readOrdinal(p, from) ?? number;
    if (dia && number && followsNumber(p, number.next)) break;
    if (!item || item.value > 31 || item.value === 0) break;
    values.push(item.value);
    next = item.next;
    const and = p.hit(next, 'and')?.next ?? (p.word(next) === ',' ? next + 1 : undefined);
    from = p.lead(and ?? next);
    if (and === undefined) break;
  }
  if (!values.length) return undefined;
  const weekday = p.weekday(next);
  if (weekday) {
    if (values.some((value) => value > 5)) return undefined;
    return {
      value: { byDay: values.map((nth) => ({ weekday: Number(weekday.value), nth })), byMonthDay: [] },
      next: weekday.next,
    };
  }
  const unit = p.hit(next, 'unit');
  if (unit && unit.value !== 'day') return undefined;
  if (values.includes(-1) && !unit) return undefined;
  return { value: { byDay: [], byMonthDay: [...new Set(values)] }, next: unit?.next ?? next };
}

function bareDate(p: Phrases, at: number): Valued<number> | undefined {
  const value = p.digits(at);
  const next = at + 1;
  return value !== undefined && value <= 31 && p.digits(at - 1) === undefined && !p.hit(next, 'unit')
    ? { value, next }
    : undefined;
}

/** "Of every month", "of the month", "jedes Monats", "de chaque mois". */
export function ofMonth(p: Phrases, at: number): { isEach: boolean; next: number } | undefined {
  const adverb = p.hit(p.overAll(at, 'of'), 'adverb');
  if (adverb?.value === 'month 1') return { isEach: true, next: adverb.next };
  const of = p.overAll(at, 'of', 'the');
  const every = p.hit(of, 'every') ?? (p.hit(of, 'one') ? p.hit(of, 'one') : undefined);
  const unit = p.hit(every?.next ?? of, 'unit');
  return unit?.value === 'month' && (of > at || every) ? { isEach: Boolean(every), next: unit.next } : undefined;
}

import { fromMonday } from '../days.ts';
import { type PartName, partName } from './clock.ts';
import { once, type Phrases, type Valued } from './phrases.ts';

/** A list of more weekdays repeats itself. */
export const DAYS_MAX = 14;

/** Weekdays of a list, and what kind of list it is. */
export type DayList = { days: number[]; count: number; isPlural: boolean; hasOr: boolean; part?: PartName | undefined };

/** "Monday", "mon wed fri", "Tuesdays & Thursdays", "Monday to Friday", "weekends", "lunedì e mercoledì". */
export const readDayList = once((p, at): Valued<DayList> | undefined => {
  const list: DayList = { days: [], count: 0, isPlural: false, hasOr: false };
  let next = at;
  for (let from = p.lead(at); list.count < DAYS_MAX; ) {
    const item =
      (list.count ? undefined : dayItem(p, at)) ??
      dayItem(p, from) ??
      dayItem(p, p.overAll(from, 'on', 'the', 'every'));
    if (!item) break;
    if (item.days.length === 1 && list.days.length && isRange(p, at, next))
      list.days.push(...between(list.days.at(-1) ?? 0, item.days[0] ?? 0));
    list.days.push(...item.days);
    list.count += item.days.length;
    list.isPlural ||= item.isPlural;
    list.part ??= item.part;
    next = item.next;
    const part = p.hit(next, 'parts') ?? p.hit(next, 'part');
    if (part && !p.hit(next, 'partly')) {
      list.part = partName(part.value);
      list.isPlural ||= !p.hit(next, 'part');
      next = part.next;
    }
    const or = p.hit(next, 'or');
    const joint =
      or ?? p.hit(next, 'and') ?? p.hit(next, 'to') ?? (p.word(next) === ',' ? { next: next + 1 } : undefined);
    list.hasOr ||= Boolean(or && (dayItem(p, or.next) ?? dayItem(p, p.overAll(or.next, 'on', 'the', 'every'))));
    const after = joint && (p.hit(joint.next, 'and')?.next ?? joint.next);
    from = p.overAll(after ?? next, 'on', 'the', 'every');
  }
  return list.count ? { value: { ...list, days: [...new Set(list.days)].sort(fromMonday) }, next } : undefined;
});

type Item = { days: number[]; isPlural: boolean; part?: PartName; next: number };

function dayItem(p: Phrases, at: number): Item | undefined {
  const set = p.hit(at, 'dayset');
  if (set) return { days: [...set.value].map(Number), isPlural: true, next: set.next };
  const plural = p.hit(at, 'wdays');
  if (plural) return { days: [Number(plural.value)], isPlural: true, next: plural.next };
  const one = p.weekday(at);
  if (one && !(p.glued(one.next) && p.word(one.next) === 's')) {
    return { days: [Number(one.value)], isPlural: false, next: one.next };
  }
  const [weekday = '', name = ''] = p.hit(at, 'wpart')?.value.split(' ') ?? [];
  const part = partName(name);
  if (part) return { days: [Number(weekday)], isPlural: false, part, next: p.over(at, 'wpart') };
  const weekend = p.hit(at, 'weekend');
  return weekend && { days: [6, 0], isPlural: false, next: weekend.next };
}

/** Tells whether the joint before a place is one of a range: "Monday to Friday", "mon-fri", "du lundi au vendredi". */
function isRange(p: Phrases, start: number, at: number): boolean {
  const to = p.hit(at, 'to');
  // "Mon-Wed-Fri" is a list.
  const isChain = (joint: number) => p.word(joint) === '-' && p.weekday(joint + 1) !== undefined;
  const isList = isChain(at) && (isChain(at + 2) || isChain(at - 2));
  // "Dinsdag- en donderdagavond" is a list as well.
  const isCut = to !== undefined && p.hit(to.next, 'and') !== undefined;
  return at > start && to !== undefined && !p.hit(at, 'and') && !isList && !isCut;
}

function between(first: number, last: number): number[] {
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, index) => (first + index) % 7);
}

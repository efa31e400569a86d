import { type Clock, readHour } from './clock.ts';
import type { Phrases } from './phrases.ts';

export type ReadRange = { clock: Clock; minutes: number; next: number };

/** "From 6 to 7 pm", "9-10:30", "de 14h à 15h30": the start in its half of the day, and how many minutes it is. */
export function readRange(p: Phrases, at: number, inEvening: boolean): ReadRange | undefined {
  const lead = p.hit(at, 'between') ?? p.hit(at, 'from');
  // "Zw. 8 und 10"
  const begin = lead && p.word(lead.next) === '.' && p.glued(lead.next) ? lead.next + 1 : (lead?.next ?? at);
  const startAt = p.over(begin, 'at');
  const from = simpleClock(p, startAt);
  if (!from) return undefined;
  const joint = p.hit(from.next, 'to');
  if (!joint) return undefined;
  const isSign = p.word(from.next) === '-';
  const isAnd = Boolean(p.hit(from.next, 'and')) && !isSign;
  const to = simpleClock(p, p.overAll(joint.next, 'at', 'the'));
  if (
    !to ||
    p.hit(to.next, 'unit') ||
    /^[-/]$/.test(p.word(to.next)) ||
    (!lead && p.glued(startAt) && /^[-/.]$/.test(p.word(startAt - 1)))
  )
    return undefined;
  // "10 to 9" is ten minutes before.
  // "Le 3 à 10h" is a day and a time.
  const isAt = p.hit(from.next, 'at') !== undefined;
  const isTold = lead !== undefined || from.told || (to.told && !isAt && ![5, 10, 20, 25].includes(from.hour));
  // "15-12" is no range of hours.
  if (isSign && !lead && !to.told && to.hour < from.hour && from.hour > 12) return undefined;
  if (isAnd ? lead === undefined : !(isSign || isTold)) return undefined;
  return rangeOf(from, to, inEvening || to.hour > 12);
}

type Simple = Clock & { told: boolean };

function simpleClock(p: Phrases, at: number): Simple | undefined {
  const named = p.hit(at, 'named');
  if (named?.value === '12:00' || named?.value === '24:00') {
    return {
      hour: Number(named.value.slice(0, 2)),
      minute: 0,
      literal: true,
      named: true,
      told: true,
      next: named.next,
    };
  }
  const number = p.number(at);
  if (!number || number.value > 24) return undefined;
  const half = p.hit(at, 'halfhour');
  const read = half ? undefined : readHour(p, at, 'core');
  return read && { ...read, told: Boolean(read.half) || read.minute > 0 || read.next > number.next };
}

function rangeOf(from: Simple, to: Simple, isClear: boolean): ReadRange {
  const begin = inMinutes(from, from.half ?? to.half);
  const end = inMinutes(to, to.half);
  const begins = !from.half && to.half && begin >= end ? (begin + 720) % 1440 : begin;
  // Without halves "9 to 5" ends in the other one.
  const clear = isClear || to.hour > 12 || to.half !== undefined;
  const minutes = (end - begins + 1440) % (clear ? 1440 : 720);
  const overNoon = !clear && end < begin && from.hour < 12;
  // "8 to noon" is in the morning, "8 to midnight" in the evening.
  const named = to.named && from.hour < 12 ? (to.hour === 12 ? 'am' : 'pm') : undefined;
  const half = (from.half ?? to.half) ? (begins < 720 ? 'am' : 'pm') : overNoon ? 'am' : named;
  const { told: _, ...clock } = from;
  return { clock: { ...clock, half, next: to.next }, minutes, next: to.next };
}

function inMinutes({ hour, minute }: Clock, half: string | undefined): number {
  return (half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour) * 60 + minute;
}

import { endsHere } from './clauses.ts';
import { type Clock, partName, readClock, readHour } from './clock.ts';
import { isPrice, leadsToDay } from './compact.ts';
import { asked, type FactReader } from './fact.ts';
import type { Phrases } from './phrases.ts';
import { readRange } from './range.ts';
import { isZone } from './zones.ts';

export const readParts: FactReader = (p, at) => {
  const one = p.hit(at, 'part');
  const hit = one ?? p.hit(at, 'parts');
  const part = hit && partName(hit.value);
  return part && { kind: 'part', part, isHabit: !one || p.hit(at, 'parts')?.next === hit.next, next: hit.next };
};

/** "2.30 on the 26th": an hour written with a point, right before a day, and no price: "milk for 2.50 on Friday". */
function isDotted(p: Phrases, at: number): boolean {
  const isHour = p.digits(at) !== undefined && p.word(at + 1) === '.' && p.glued(at + 1) && p.glued(at + 2);
  return isHour && leadsToDay(p, at + 3) && !isPrice(p, at) && /^[0-5][05]$/.test(p.word(at + 2));
}

export const readClocks: FactReader = (p, at, { bare }) => {
  // "0200 UTC"
  const isAbout = p.digits(at) !== undefined && p.glued(at + 1) && p.word(at + 1) === 'ish';
  const clock = readClock(
    p,
    at,
    bare || isAbout || (p.digits(at) !== undefined && isZone(p, at + 1)) || isDotted(p, at),
  );
  if (clock && isLengthAhead(p, at, clock)) return undefined;
  // "Before bed" is a name itself.
  const lead = p.hit(at, 'named') ? '' : p.hit(at, 'at')?.value;
  return clock && { kind: 'clock', clock, lead: lead ?? '', next: clock.next };
};

/** "Table pour 4", "pour 2h": behind what leads to a length too, only an hour of the day or evening that stands by a day is one. */
function isLengthAhead(p: Phrases, at: number, { hour, next }: Clock): boolean {
  const lead = p.hit(at, 'at');
  if (lead?.value !== 'weak' || p.hit(at, 'for')?.next !== lead.next || p.hit(lead.next, 'named')) return false;
  const isBare = next === lead.next + 1;
  // "Rdv pour 9h", "voor 9 uur inleveren"
  const isHour = /^(?:fr h|nl u|nl uur)$/.test(`${p.language} ${p.word(lead.next + 1)}`);
  return isBare || hour < 5 || (hour < 13 && !isHour && !saysDay(p));
}

function saysDay(p: Phrases): boolean {
  return p.tokens.some(
    (_, at) => (['rel', 'relpart', 'month'] as const).some((sense) => p.hit(at, sense)) || p.weekday(at),
  );
}

export const readRanges: FactReader = (p, at) => {
  const range = readRange(p, at, false);
  const read = range && isInEvening(p) ? readRange(p, at, true) : range;
  return read && { kind: 'range', ...read };
};

/** Tells whether a text names the evening or the night, so that a range in it goes on past midnight. */
function isInEvening(p: Phrases): boolean {
  return p.tokens.some((_, at) => {
    const part = (p.hit(at, 'part') ?? p.hit(at, 'relpart'))?.value.split(' ').at(-1);
    return part === 'evening' || part === 'night';
  });
}

/** "8, 12 and 20h", "at 8am and 8pm", "morning, noon and night": a task has one time, so it is asked which. */
export const readSeveralTimes: FactReader = (p, at) => {
  // "At breakfast and dinner"
  const isLed = p.hit(at, 'at')?.value === 'core';
  let [count, joints, isTold, next] = [0, 0, isLed, at];
  for (let from = p.over(at, 'every'); count < TIMES_MAX; ) {
    const meal = isLed ? p.hit(p.over(from, 'at'), 'meal') : undefined;
    const item = meal ? { isTold: true, isPart: true, next: meal.next } : timeItem(p, from);
    if (!item) break;
    isTold ||= item.isTold;
    count += 1;
    next = item.next;
    const joint = p.hit(next, 'and') ?? (p.word(next) === ',' ? { next: next + 1 } : undefined);
    joints += joint ? 1 : 0;
    from = joint ? p.over(joint.next, 'and') : next;
    if (!joint && !item.isPart) break;
  }
  const isList = count > 1 && isTold && (joints > 0 || count > 2) && !p.hit(next, 'month');
  return isList ? asked({ ask: 'one_of_times', said: p.words(at, next) }, next) : undefined;
};

/** Nobody lists more times of a day. */
const TIMES_MAX = 12;

/** "8", "8am", "noon", "in the morning", "8 in the evening"; a number alone is one where nothing is counted by it. */
function timeItem(p: Phrases, at: number): { isTold: boolean; isPart: boolean; next: number } | undefined {
  const start = p.over(at, 'at');
  const noon = p.hit(start, 'named');
  const half = p.language === 'en' && p.word(at).length > 1 ? p.hit(at, 'ampm') : undefined;
  const part = p.hit(at, 'parts') ?? p.hit(at, 'part') ?? (noon && !p.hit(start, 'meal') ? noon : half);
  if (part) return { isTold: true, isPart: true, next: part.next };
  const number = p.number(start);
  const hour = number && readHour(p, start, 'core');
  if (!hour) return undefined;
  const behind = p.over(hour.next, 'part');
  const isTold = behind > number.next || hour.half !== undefined;
  return isTold || endsHere(p, behind) ? { isTold, isPart: false, next: behind } : undefined;
}

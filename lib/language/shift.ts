import { readSpan } from './amounts.ts';
import type { Phrases } from './phrases.ts';

/** How far something moves from when it is now; back in time below zero. */
export type Shift = { minutes: number } | { days: number } | { months: number };

/** "An hour later", "push it back by 2 days", "eine Stunde früher", "retrasa una hora", and where that stands. */
export function readShift(p: Phrases): { value: Shift; from: number; next: number } | undefined {
  let verb: { from: number; next: number; value: string } | undefined;
  for (let at = 0; at < p.tokens.length && !verb; at += 1) {
    const hit = p.hit(at, 'move');
    if (hit) verb = { from: at, ...hit };
  }
  for (let at = 0; at < p.tokens.length; at += 1) {
    const from = verb && at >= verb.next ? p.overAll(at, 'for', 'by', 'at') : at;
    const span = readSpan(p, from);
    if (!span) continue;
    const later = p.hit(span.next, 'later');
    const earlier = p.hit(span.next, 'earlier');
    // "Two days after Christmas" moves nothing.
    const after = p.hit(span.next, 'after') ?? p.hit(span.next, 'before');
    if (after && after.next > Math.max(later?.next ?? 0, earlier?.next ?? 0)) continue;
    const said = later ?? earlier;
    const isLed = verb !== undefined && at >= verb.next && at - verb.next <= 2;
    if (!said && !isLed) continue;
    const way = later ? 'later' : earlier ? 'earlier' : (verb?.value ?? 'any');
    const tail = p.word(said?.next ?? span.next);
    const back = /^(?:back|off)$/.test(tail) ? 'later' : undefined;
    const forward = tail === 'forward' && /^(?:bring|pull)$/.test(p.word(verb?.from ?? -1)) ? 'earlier' : undefined;
    const direction = way === 'any' ? (back ?? forward) : way;
    if (!direction || (earlier && verb?.value === 'later')) return undefined;
    const next = (said?.next ?? span.next) + (back || forward ? 1 : 0);
    return { value: times(span.span, direction === 'later' ? 1 : -1), from: isLed && verb ? verb.from : at, next };
  }
  return undefined;
}

function times(span: Shift, sign: number): Shift {
  if ('minutes' in span) return { minutes: sign * span.minutes };
  return 'days' in span ? { days: sign * span.days } : { months: sign * Math.round(span.months) };
}

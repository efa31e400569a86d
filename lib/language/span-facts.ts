import { readSpan, type Span } from './amounts.ts';
import { readDay } from './day.ts';
import { asked, type FactReader, type Read } from './fact.ts';
import type { Phrases, Valued } from './phrases.ts';
import { EVERY_DAY } from './repeat.ts';

/** "For 45 minutes", "in half an hour", "for 6 weeks", "10 times", "30 min". */
export const readSpans: FactReader = (p, at, { today }) => {
  const lead = p.hit(at, 'for');
  const into = p.hit(at, 'in');
  const forSpan = lead && readSpan(p, lead.next);
  const inSpan = into && readSpan(p, into.next);
  const loose = [forSpan, inSpan].find((each) => each?.isLoose && 'minutes' in each.span);
  if (loose) return asked({ ask: loose === forSpan ? 'how_long' : 'what_time' }, loose.next);
  if (forSpan) return spanFact(forSpan.span, p.over(forSpan.next, 'forafter'));
  if (inSpan && 'minutes' in inSpan.span) {
    return { kind: 'delay', minutes: inSpan.span.minutes, next: p.over(inSpan.next, 'fromnow') };
  }
  const bare = readSpan(p, at);
  if (!bare) {
    const count = countAt(p, at);
    return count && { kind: 'count', count: count.value, next: count.next };
  }
  const fromNow = p.hit(bare.next, 'fromnow');
  if (fromNow && 'minutes' in bare.span) return { kind: 'delay', minutes: bare.span.minutes, next: fromNow.next };
  // "30 min before bed": the hour is another one.
  const beside = 'minutes' in bare.span ? (p.hit(bare.next, 'before') ?? p.hit(bare.next, 'after')) : undefined;
  const other = beside && (p.hit(bare.next, 'named') ?? readDay(p, beside.next, today));
  if (other) return asked({ ask: 'what_time' }, other.next);
  // "20 min/day"
  const per = 'minutes' in bare.span && !p.hit(bare.next, 'every') ? p.hit(bare.next, 'per') : undefined;
  const unit = per && p.hit(per.next, 'unit');
  if (unit?.value === 'day' && 'minutes' in bare.span)
    return [
      { kind: 'length', minutes: bare.span.minutes, next: unit.next },
      { kind: 'repetition', repetition: EVERY_DAY, next: unit.next },
    ];
  const lasting = p.hit(bare.next, 'forafter');
  const isLength = 'minutes' in bare.span && mayBeLength(p, at, bare);
  return lasting || isLength ? spanFact(bare.span, lasting?.next ?? bare.next) : undefined;
};

/** "10 times", "8x", "x8", "8 more times", "nog 8 keer". */
function countAt(p: Phrases, at: number): Valued<number> | undefined {
  const start = p.over(p.over(at, 'for'), 'again');
  const after = /^[x×]$/.test(p.word(start)) && p.glued(start + 1) && !p.glued(start) ? p.digits(start + 1) : undefined;
  if (after !== undefined) return { value: after, next: start + 2 };
  const number = p.number(start);
  const times = number && p.hit(p.over(number.next, 'again'), 'times');
  return times && { value: number.value, next: times.next };
}

function spanFact(span: Span, next: number): Read {
  return 'minutes' in span ? { kind: 'length', minutes: span.minutes, next } : { kind: 'span', span, next };
}

/** "19h" alone is a time, "an hour or two" and "an hour before noon" no length, and "every hour" neither. */
function mayBeLength(p: Phrases, at: number, { unit, next }: { unit: string; next: number }): boolean {
  const has = (place: number, ...senses: Parameters<Phrases['over']>[1][]) =>
    senses.some((sense) => p.hit(place, sense) !== undefined);
  if (has(next, 'past', 'till', 'before', 'after', 'ago', 'or') || has(at - 1, 'every', 'at', 'or', 'not'))
    return false;
  const hours = p.digits(at);
  return unit !== 'hour' || hours === undefined || hours < (p.lexicon.hours24 ? 5 : 13) || p.word(at + 1) === 'hours';
}

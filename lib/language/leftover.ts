import { readSpan } from './amounts.ts';
import { endsHere } from './clauses.ts';
import { COMPACT, isNumbered } from './compact.ts';
import { GIVEN } from './dates.ts';
import type { Fact } from './fact.ts';
import type { Sense } from './lexicon.ts';
import { isAside, isBareNumber } from './line-times.ts';
import { nearName } from './misspelt.ts';
import { isOther } from './no-times.ts';
import type { Phrases } from './phrases.ts';
import type { Asked } from './questions.ts';
import type { Scan } from './scan.ts';

type Told = Asked & { next: number };

/**
 * Asks about the words of a line that bear on time and that no reading took: "twice a year", "febuary", "Tuesday *or* later",
 * "nov 16*-20*". What makes something else of such words keeps them in the title: "second opinion", "midnight snack".
 * @param said the facts that are the line's time
 */
export function leftOver(p: Phrases, { facts, unread }: Scan, said: Fact[]): Fact[] {
  const asked: Fact[] = [];
  for (let at = 0; at < p.tokens.length; ) {
    const taken = said.find(({ from, next }) => from <= at && at < next)?.next ?? p.hit(at, 'notime')?.next;
    const fact = facts.find(({ from }) => from === at);
    const end =
      fact && !taken && !isOther(p, fact) && (isAside(p, fact) || isTold(p, fact, said)) ? fact.next : undefined;
    const told = taken
      ? undefined
      : end
        ? meant(p, at, end)
        : hourOfEvent(p, at) ||
          repeating(p, at, said) ||
          (unread.includes(at) && joined(p, at, facts, said)) ||
          telling(p, at, said) ||
          dateAhead(p, at, said) ||
          halfOfDay(p, at, said);
    if (told) asked.push({ kind: 'ask', from: at, ...told });
    at = Math.max(at + 1, taken ?? told?.next ?? fact?.next ?? 0);
  }
  return asked;
}

const meant = (p: Phrases, from: number, next: number): Told => ({ ask: 'meant', said: p.words(from, next), next });

/** Words that tell of a time and have no reading, or are the name of a day or a month with a letter wrong. */
function telling(p: Phrases, at: number, said: Fact[]): Told | undefined {
  // "2 bis 3 kg"
  if (p.digits(at - 1) !== undefined && p.digits(at + 1) !== undefined) return undefined;
  const next = p.hit(at, 'telling')?.next ?? (standsForName(p, at, said) ? at + 1 : undefined);
  return next === undefined ? undefined : meant(p, at, next);
}

/** Tells whether a misspelt name stands where a time does: "dentist febuary 2nd", "by Satruday", but not "call Augusta tomorrow". */
function standsForName(p: Phrases, at: number, said: Fact[]): boolean {
  const near = nearName(p, at);
  if (!near) return false;
  if (near.sense === 'every') return REPEATED.some((sense) => p.hit(at + 1, sense) !== undefined);
  const isDate = [at - 1, at + 1].some((place) => p.digits(place) !== undefined || p.hit(place, 'ordinal'));
  if (isDate && near.sense === 'month') return true;
  // "A sundae", "le domain": no article leads to a day, but for the weekday of a language that puts one.
  const isNoName = near.sense === 'rel' || (p.language === 'en' && near.sense === 'weekday');
  if (p.hit(at - 1, 'one') || (isNoName && p.hit(at - 1, 'the'))) return false;
  const isLed = LEADS.some((sense) => [1, 2].some((back) => p.hit(at - back, sense)?.next === at));
  if (near.sense === 'month') return isLed && endsHere(p, at + 1);
  if (said.some(({ kind }) => kind === 'day' || kind === 'repetition')) return false;
  return isLed || at === 0 || endsHere(p, at + 1);
}

/** What is said to be every one. */
const REPEATED: Sense[] = ['weekday', 'wdays', 'dayset', 'weekend', 'unit', 'month', 'part', 'num', 'ordinal'];
const LEADS: Sense[] = ['on', 'in', 'by', 'until', 'before', 'next'];

/** "Friday am", "6 tmrw night": am or pm behind a day, and an hour before one whose part is said. */
function halfOfDay(p: Phrases, at: number, said: Fact[]): Told | undefined {
  if (said.some(({ kind }) => kind === 'clock' || kind === 'range')) return undefined;
  const half = p.language === 'en' && said.some(({ next }) => next === at) ? p.hit(at, 'ampm') : undefined;
  const hour = p.digits(at) ?? 24;
  // "Dentist 8a", "call 0742"
  const isHalf = p.language === 'en' && p.word(at + 1) === 'a' && p.glued(at + 1) && hour < 13 && endsHere(p, at + 2);
  const isCompact = COMPACT.test(p.word(at)) && p.word(at).startsWith('0');
  if ((isHalf || isCompact) && !isNumbered(p, at)) return meant(p, at, at + (isHalf ? 2 : 1));
  const isHour =
    hour >= 1 &&
    hour <= 12 &&
    !p.hit(at - 1, 'for') &&
    ['day', 'part'].every((kind) => said.some((fact) => fact.kind === kind));
  const beforeDay = (place: number) => said.some(({ kind, from }) => kind === 'day' && from === place);
  if (hour < 24 && /^[0-5][05]$/.test(p.word(at + 1)) && beforeDay(at + 2)) return meant(p, at, at + 2);
  // "9 in the evening"
  const isOfPart = hour > 0 && hour < 13 && said.some(({ kind, from }) => kind === 'part' && from === at + 1);
  const isBefore = (isHour && beforeDay(at + 1)) || isOfPart;
  return (half ?? (isBefore || undefined)) ? meant(p, at, half?.next ?? at + 1) : undefined;
}

/** "15-02 23:59": two numbers right before a time may be its date. */
function dateAhead(p: Phrases, at: number, said: Fact[]): Told | undefined {
  const isPair = /^[-/.]$/.test(p.word(at + 1)) && p.glued(at + 1) && p.glued(at + 2) && !p.glued(at);
  const isDate = (p.digits(at) ?? 32) <= 31 && (p.digits(at + 2) ?? 32) <= 31;
  const isAhead = said.some(({ kind, from }) => (kind === 'clock' || kind === 'range') && from === at + 3);
  return isPair && isDate && isAhead ? meant(p, at, at + 3) : undefined;
}

/** "Wake up 6 tomorrow": a number behind what is early or late is an hour that nothing says it is. */
function hourOfEvent(p: Phrases, at: number): Told | undefined {
  const hour = p.digits(at) ?? 24;
  const isEvent = [1, 2].some((back) =>
    (['morning', 'evening'] as const).some((sense) => p.hit(at - back, sense)?.next === at),
  );
  return hour > 0 && hour <= 12 && isEvent && endsHere(p, at + 1) ? meant(p, at, at + 1) : undefined;
}

/** "30 day challenge starting tomorrow", "always on the 3rd": that it repeats is said, and not how often. */
function repeating(p: Phrases, at: number, said: Fact[]): Told | undefined {
  if (said.some(({ kind }) => kind === 'repetition')) return undefined;
  // "Rent always on the 3rd"
  const usual = said.some(({ kind }) => kind === 'day') ? p.hit(at, 'usual') : undefined;
  if (usual) return { ask: 'how_often', next: usual.next };
  // "Learn 10 verbs a day"
  const unit = [1, 2, 3].some((back) => p.digits(at - back) !== undefined) && p.hit(p.over(at, 'per'), 'unit');
  if (unit && p.hit(at, 'per') && /^(?:day|week|month)$/.test(unit.value)) return { ask: 'how_often', next: unit.next };
  if (!said.some(isStart) || p.digits(at) === undefined) return undefined;
  const span = readSpan(p, at);
  return span && !('minutes' in span.span) ? { ask: 'how_often', next: span.next } : undefined;
}

/** Tells whether a month or a season that is not the line's time is one that somebody means: not "May" or "spring" alone. */
function isPeriodTold(p: Phrases, { from, next }: Fact): boolean {
  // "January 2028"
  if (p.tokens.slice(from, next).some(({ number }) => number !== undefined))
    return p.hit(from, 'month') !== undefined && p.year(next - 1) !== undefined && endsHere(p, next);
  const isLed = from < next - 1 || (['of', 'every', 'in', 'by'] as const).some((sense) => p.hit(from - 1, sense));
  // "Mar 20h"
  if (isLed || !p.hit(from, 'month')) return isLed;
  if (p.digits(next) !== undefined) return true;
  return !GIVEN.test(p.word(from)) || (next === p.tokens.length && !p.hit(from - 1, 'link'));
}

function isTold<Kind extends Fact['kind']>(p: Phrases, fact: Extract<Fact, { kind: Kind }>, said: Fact[]): boolean {
  const told: ((p: Phrases, fact: Extract<Fact, { kind: Kind }>, said: Fact[]) => boolean) | undefined =
    TOLD[fact.kind as Kind];
  return told?.(p, fact, said) ?? false;
}

const isStart = (fact: Fact) => fact.kind === 'day' && fact.relation === 'starting';
const always = () => true;
const isBesideEvent = (p: Phrases, { next }: Fact) => BESIDE.some((sense) => p.hit(next, sense) !== undefined);

/** When facts that are not the line's time bear on it all the same; those of other kinds belong to what is to be done. */
const TOLD: { [Kind in Fact['kind']]?: (p: Phrases, fact: Extract<Fact, { kind: Kind }>, said: Fact[]) => boolean } = {
  // Abbreviations are words as well ("so", "sun"), and where another day is said a feast is what it is for ("Easter eggs by Friday").
  day: (p, { from, next }, said) =>
    p.weekday(from)?.next === next
      ? p.word(from).length > 3
      : !p.hit(from, 'holiday') || !said.some(({ kind }) => kind === 'day'),
  period: isPeriodTold,
  clock: (p, fact, said) =>
    !fact.clock.named &&
    (fact.lead !== 'core' || endsHere(p, fact.next)) &&
    p.digits(fact.from - 1) === undefined &&
    !(isBareNumber(fact) && said.some(({ kind }) => kind === 'clock')),
  ask: (p, { from, next }) => p.digits(from) === undefined || endsHere(p, next),
  // "10 sessions of physio every Wednesday"
  count: (_p, _fact, said) => said.some((fact) => fact.kind === 'repetition' || isStart(fact)),
  span: isBesideEvent,
  length: isBesideEvent,
  delay: isBesideEvent,
  part: (_, { isHabit }) => isHabit,
  zone: (_p, _fact, said) => said.some(({ kind }) => kind === 'clock' || kind === 'range'),
  only: always,
  nextday: always,
  vague: always,
};

const BESIDE: Sense[] = ['before', 'after', 'ahead', 'later', 'earlier'];

/** Asks about what changes the times of a line: "Tuesday *or* later", "weekly *except* …", "nov 16*-20*". */
function joined(p: Phrases, at: number, facts: Fact[], said: Fact[]): Told | undefined {
  const repeatsBefore = said.some(({ kind, from }) => kind === 'repetition' && from < at);
  const endsBefore = (place: number) => said.some(({ next }) => next === place);
  const beginsAt = (place: number) => said.some(({ from }) => from === place);
  const not = p.hit(at, 'not') ?? p.hit(at, 'except');
  const leads = not ? p.overAll(not.next, 'on', 'the', 'before', 'after', 'for') : at;
  const isNot = not && (beginsAt(not.next) || facts.some(({ from }) => from >= not.next && from <= leads));
  const isExcept = repeatsBefore && not;
  const or = p.hit(at, 'or');
  const isOr = or && (endsBefore(at) || beginsAt(or.next));
  // "Nov 16-20", "at 7 and 9"
  const joint = p.hit(at - 1, 'to') ?? p.hit(at - 1, 'and') ?? p.hit(at - 1, 'or');
  const isMore = p.digits(at) !== undefined && joint?.next === at && endsBefore(at - 1) && !p.hit(at + 1, 'thing');
  if (!isNot && !isExcept && !isOr && !isMore) return undefined;
  return { ask: isExcept ? 'how_often' : 'not_sure', next: not?.next ?? or?.next ?? at + 1 };
}

import { clauseStart, endsHere } from './clauses.ts';
import { COMPACT } from './compact.ts';
import type { Fact } from './fact.ts';
import { feastAt, isOfNoun, isOther } from './no-times.ts';
import type { Phrases } from './phrases.ts';
import type { Scan } from './scan.ts';
import { isZone } from './zones.ts';

/** Returns the facts of a line that are its time, and no part of what is to be done. */
export function timesOf(p: Phrases, { facts }: Scan): Fact[] {
  const clocks = facts.filter((fact) => fact.kind === 'clock' && !isMeal(p, fact));
  const open = facts.filter(
    (fact) =>
      !isOther(p, fact) &&
      !isAside(p, fact) &&
      !(clocks.some((clock) => clock !== fact) && fact.kind === 'clock' && (isMeal(p, fact) || isBareNumber(fact))),
  );
  let said = open.filter(
    (fact) =>
      isSure(p, fact, open) || isHalfOfPair(fact, open, p) || isDated(fact, open, p) || isAlternative(p, fact, open),
  );
  // What stands next to a time is one too: "Friday 3pm", "tomorrow morning", "9:00 CET Friday".
  for (let count = -1; count < said.length; ) {
    count = said.length;
    const known = said;
    said = open.filter(
      (fact) =>
        known.includes(fact) ||
        (mayBeTime(fact, known) && known.some((other) => isBeside(p, fact, other))) ||
        isAtEdge(p, fact, known),
    );
  }
  const repeats = said.some(({ kind }) => kind === 'repetition');
  const times = said.filter(({ kind }) => repeats || !['span', 'count'].includes(kind));
  return [...times, ...daysOfNouns(p, facts, times)].toSorted((a, b) => a.from - b.from);
}

/** "Sunday roast at 1pm": where an hour is said and no day is, the weekday before a noun is the day. */
function daysOfNouns(p: Phrases, facts: Fact[], times: Fact[]): Fact[] {
  const isHour = times.some(({ kind }) => kind === 'clock' || kind === 'range');
  if (!isHour || times.some(({ kind }) => !['clock', 'range', 'length', 'part', 'zone'].includes(kind))) return [];
  return facts.filter((fact) => fact.kind === 'day' && fact.day.weekday !== undefined && isOfNoun(p, fact));
}

/** "Tafel voor 2", "flight 1542": a number behind a word that leads to other numbers too. */
export function isBareNumber({ lead, from, next, clock }: ClockFact): boolean {
  return lead !== 'core' && next - from === (lead ? 2 : 1) && !clock.named;
}

/** "Monday morning", "sat 7": a day and its part or its hour together are a time. */
function isHalfOfPair(fact: Fact, all: Fact[], p: Phrases): boolean {
  const isDay = fact.kind === 'day' || fact.kind === 'repetition';
  const others = isDay ? ['part', 'clock', 'range'] : ['part', 'clock', 'range'].includes(fact.kind) ? ['day'] : [];
  const isMealHour = (each: Fact) => each.kind === 'clock' && isMeal(p, each);
  return (
    !isMealHour(fact) &&
    all.some(
      (each) => others.includes(each.kind) && !isMealHour(each) && (each.from === fact.from || isBeside(p, fact, each)),
    )
  );
}

/** "Mon the 9th": a weekday and its date. */
function isDated(fact: Fact, all: Fact[], p: Phrases): boolean {
  const isWeekday = (each: Fact) => each.kind === 'day' && each.day.weekday !== undefined;
  return (
    fact.kind === 'day' &&
    all.some((each) => each.kind === 'day' && isWeekday(each) !== isWeekday(fact) && isBeside(p, fact, each))
  );
}

/** "Tuesday or Thursday". */
function isAlternative(p: Phrases, fact: Fact, all: Fact[]): boolean {
  const isOr = (one: Fact, other: Fact) => p.hit(one.next, 'or')?.next === other.from;
  return all.some((other) => other.kind === fact.kind && (isOr(fact, other) || isOr(other, fact)));
}

/** A meal that is the hour too when it stands alone: "lunch". */
export function isMeal(p: Phrases, { from, next }: Fact): boolean {
  return p.hit(from, 'meal')?.next === next;
}

/** Tells whether words are a time wherever they stand. */
function isSure(p: Phrases, fact: Fact, all: Fact[]): boolean {
  const { from, next } = fact;
  switch (fact.kind) {
    case 'repetition':
    case 'except':
    case 'stretch':
      return true;
    case 'delay':
      // "Run 5 km in 25 minutes"
      return [1, 2, 3].every((back) => p.digits(from - back) === undefined);
    case 'only':
      return fact.list.isPlural;
    case 'clock':
      return isSureClock(p, fact, all);
    case 'range':
      return next - from > 3 || Boolean(p.hit(from, 'between') ?? p.hit(from, 'from'));
    case 'length':
      return p.hit(from, 'for') !== undefined || all.some((each) => each.kind === 'repetition' && each.from === from);
    case 'part':
      return next - from > 1 && p.hit(from, 'part')?.next === next;
    case 'day':
      return isSureDay(p, fact);
    case 'period':
      return isSurePeriod(p, fact);
    case 'ask':
      // "1/2 cup"
      return fact.ask === 'one_of_times' || p.digits(from) === undefined || /^\p{L}/u.test(p.word(from + 1));
    case 'early':
      return next - from > 1;
    case 'vague':
      return next === p.tokens.length || from === 0;
    default:
      return false;
  }
}

type DayFact = Extract<Fact, { kind: 'day' }>;
type ClockFact = Extract<Fact, { kind: 'clock' }>;

function isSureDay(p: Phrases, { day, relation, from, next }: DayFact): boolean {
  if (p.hit(from, 'abbreviation')) return false;
  // "Black Friday: look for a TV"
  if (from === 0 && p.word(next) === ':' && p.glued(next)) return true;
  if (feastAt(p, { from, next }) && relation === undefined) return isHeldOn(p, from, next);
  const start = p.hit(from, 'weekday') ?? p.hit(from, 'weekend');
  const isLed = relation !== undefined || start === undefined;
  const isFree = endsHere(p, next) || isVerbAtEnd(p, next);
  // "Tickets for 21 August gig", "notes for the Friday review"
  if (relation === undefined && !isFree && from > 0 && [from - 1, from].some((at) => FOR.test(p.word(at))))
    return false;
  if (day.plain) return isLed && isFree;
  if (day.weekday === undefined || !start || day.fixed) return isLed || (start?.next ?? next) < next;
  // "Friday call mom", "book a table Friday for two", but not "so wird das" or "a segunda temporada"
  return p.word(from).length > 3 && !p.hit(from, 'ordinal') && !p.hit(from, 'nth') && (isFree || from === 0);
}

/** What leads to what something is for or of. */
const PURPOSE = /^(?:for|of|fur|von|de|d|du|pour|del|para|da|do|pro|di|della|per|voor|van)$/;

/** What leads to what something is for. */
const FOR = /^(?:for|fur|pour|para|per|voor)$/;

/** "Order the cake, her birthday is on Friday": a clause behind the first that says when something else is. */
export function isAside(p: Phrases, { from }: Fact): boolean {
  // "Never miss a Monday"
  if (p.hit(from - 1, 'one')?.next === from && p.hit(from, 'weekday') && !p.hit(from - 2, 'on')) return true;
  const start = clauseStart(p, from, (at) => CLAUSE.test(p.word(at)));
  return start > 0 && p.tokens.slice(start, from).some((_, ahead) => p.hit(start + ahead, 'held') !== undefined);
}

/** What begins a clause that tells why or what. */
const CLAUSE = /^(?:because|as|weil|da|denn|car|porque|pois|perche|omdat|want)$/;

/** "Easter brunch", "on Easter we fast", "dîner de Noël"; what is for a feast is done before it: "Geschenke für Weihnachten". */
function isHeldOn(p: Phrases, from: number, next: number): boolean {
  const isFor = [from - 1, from].some((at) => PURPOSE.test(p.word(at)));
  const isEvent = [next, from - 2, from - 1].some(
    (at) => p.hit(at, 'event') ?? p.hit(at, 'evening') ?? p.hit(at, 'meal'),
  );
  return isEvent || (!isFor && (endsHere(p, next) || p.hit(from, 'holiday') === undefined));
}

/** "Miete am 1. überweisen": in German nouns have a capital letter, in Dutch what ends a line with "-en" is a verb. */
function isVerbAtEnd(p: Phrases, at: number): boolean {
  if (p.language === 'de') return /^\p{Ll}/u.test(p.words(at, at + 1));
  return p.language === 'nl' && at === p.tokens.length - 1 && p.word(at).endsWith('en');
}

function isSurePeriod(p: Phrases, { period, relation, from, next }: Extract<Fact, { kind: 'period' }>): boolean {
  if (relation !== undefined || period.unit === 'begin' || period.unit === 'mid') return true;
  const isLed = [p.hit(from - 1, 'in'), p.hit(from, 'in'), p.hit(from, 'on')].some((hit) => hit !== undefined);
  const isNamed = p.tokens.slice(from, next).some((_, ahead) => p.hit(from + ahead, 'month') ?? p.digits(from + ahead));
  return isNamed ? isLed : period.unit !== 'season';
}

/** What leads to an hour at the end of a line: "finish by 5". */
const ABOUT = /^(?:by|around|gegen|bis|vers|hacia|verso|rond|tegen|pelas)$/;

function isSureClock(p: Phrases, { clock, lead, from, next }: ClockFact, all: Fact[]): boolean {
  const tokens = p.tokens.slice(from, next);
  if (clock.named) {
    // "A midnight snack", "a bedtime story"
    const isAlone = clock.hour !== 12 && next < p.tokens.length && !all.some(({ kind }) => kind === 'day');
    return lead !== '' || tokens.length > 1 || (!isMeal(p, { from, next } as Fact) && !isAlone);
  }
  // "My 9 o'clock" is the thing at that hour.
  if (!lead && p.language === 'en' && /^(?:my|our|your|his|her|their|the)$/.test(p.word(from - 1))) return false;
  const hasForm =
    clock.half !== undefined ||
    tokens.some(({ text }) => text === ':' || COMPACT.test(text)) ||
    tokens.length > (lead ? 2 : 1);
  return (
    hasForm ||
    (p.glued(next) && p.word(next) === 'ish') ||
    (lead === 'core' && (from === 0 || endsHere(p, next) || !/^(?:en|fr)$/.test(p.language))) ||
    (next === p.tokens.length && ABOUT.test(p.word(from))) ||
    isZone(p, next)
  );
}

/** "Every Monday x8" is so many of them, and "squats x8 every Monday" may be something else. */
function mayBeTime({ kind, from }: Fact, known: Fact[]): boolean {
  if (kind === 'count') return known.some((other) => other.kind === 'repetition' && other.from < from);
  return !['period', 'now', 'early', 'nextday', 'zone'].includes(kind);
}

function isBeside(p: Phrases, { from, next }: Fact, other: Fact): boolean {
  const gap = (end: number, start: number) =>
    start >= end && p.tokens.slice(end, start).every(({ text }) => /^[,.;-]$/.test(text));
  return from !== other.from && (gap(next, other.from) || gap(other.next, from));
}

/** A weekday, a holiday, a length or a meal hour at the end of a line, or before all else where a clock time follows. */
function isAtEdge(p: Phrases, fact: Fact, sure: Fact[]): boolean {
  const isLast = p.tokens.slice(fact.next).every(({ text }) => /^[.!,;]$/.test(text));
  const isClock = ({ kind }: Fact) => kind === 'clock' || kind === 'range';
  if (fact.kind === 'day')
    return (isLast && (!feastAt(p, fact) || isSureDay(p, fact))) || (fact.from === 0 && sure.some(isClock));
  // "Quick 15 min tidy before bed"
  const isInside = sure.length > 0 && p.digits(fact.from) !== undefined && !endsHere(p, fact.next);
  if (fact.kind === 'length' || fact.kind === 'now')
    return isLast || (fact.kind === 'length' && (fact.from === 0 || isInside));
  // A zone is of a clock time.
  if (fact.kind === 'zone') return sure.some((other) => isClock(other) && isBeside(p, fact, other));
  return isLast && fact.kind === 'range';
}

import { addDays, type Day, onOrAfter } from '../days.ts';
import { isFew, readSpan, type Span } from './amounts.ts';
import { type Clock, type PartName, partName, readClock } from './clock.ts';
import { readDay } from './day.ts';
import type { NamedDay, Period } from './named-day.ts';
import type { Phrases } from './phrases.ts';
import type { Asked } from './questions.ts';
import { readRange } from './range.ts';
import { type DayList, type Repetition, readDayList, readRepetition } from './repeat.ts';
import { readZone } from './zones.ts';

/** How a day is related to what it is said of. */
export type Relation = 'before' | 'after' | 'by' | 'until' | 'through' | 'starting';

type Saying =
  | { kind: 'day'; day: NamedDay; relation?: Relation | undefined }
  | { kind: 'period'; period: Period; relation?: Relation | undefined }
  | { kind: 'clock'; clock: Clock; lead: string }
  | { kind: 'range'; clock: Clock; minutes: number }
  | { kind: 'part'; part: PartName; isHabit: boolean }
  | { kind: 'length'; minutes: number }
  | { kind: 'delay'; minutes: number }
  | { kind: 'span'; span: Span }
  | { kind: 'count'; count: number }
  | { kind: 'repetition'; repetition: Repetition }
  | { kind: 'except'; days: number[] }
  | { kind: 'only'; list: DayList }
  | { kind: 'zone'; zone: string }
  | { kind: 'nextday'; days: number }
  | { kind: 'now' }
  | { kind: 'early' }
  | { kind: 'vague' }
  | ({ kind: 'ask' } & Asked);

/** Something that a text says about time, in the words from one place to another. */
export type Fact = Saying & { from: number; next: number };

type Read = Saying & { next: number };
type Context = { today: Day; bare: boolean };
type FactReader = (p: Phrases, at: number, context: Context) => Read | Read[] | undefined;

/** Reads what the words at a place say, the longest phrase; "tonight" is two facts. */
export function factsAt(p: Phrases, at: number, context: Context): Fact[] {
  let best: Read[] = [];
  for (const read of READERS) {
    const found = [read(p, at, context) ?? []].flat();
    if ((found[0]?.next ?? 0) > (best[0]?.next ?? 0)) best = found;
  }
  return best.map((each) => ({ ...each, from: at }));
}

const asked = (ask: Asked, next: number): Read => ({ kind: 'ask', ...ask, next });

const RELATIONS: Relation[] = ['before', 'after', 'starting', 'through', 'until', 'by'];

const readDays: FactReader = (p, at, { today, bare }) => {
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

function dayFact(p: Phrases, at: number, today: Day, relation?: Relation): Read | undefined {
  const read = readDay(p, at, today);
  if (!read) return undefined;
  const { value, next } = read;
  if ('ask' in value) return asked(value, next);
  return 'unit' in value
    ? { kind: 'period', period: value, relation, next }
    : { kind: 'day', day: value, relation, next };
}

/** "Tonight", "morgen früh", "Montagabend", "stasera": a day and its part in one. */
const readDayPart: FactReader = (p, at, { today }) => {
  const start = p.hit(at, 'relpart') || p.hit(at, 'wpart') ? at : p.lead(at);
  const hit = p.hit(start, 'relpart') ?? p.hit(start, 'wpart');
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

const readParts: FactReader = (p, at) => {
  const one = p.hit(at, 'part');
  const hit = one ?? p.hit(at, 'parts');
  const part = hit && partName(hit.value);
  return part && { kind: 'part', part, isHabit: !one, next: hit.next };
};

const readClocks: FactReader = (p, at, { bare }) => {
  const clock = readClock(p, at, bare);
  // "Before bed" is a name itself.
  const lead = p.hit(at, 'named') ? '' : p.hit(at, 'at')?.value;
  return clock && { kind: 'clock', clock, lead: lead ?? '', next: clock.next };
};

const readRanges: FactReader = (p, at) => {
  const range = readRange(p, at, false);
  const read = range && isInEvening(p) ? readRange(p, at, true) : range;
  return read && { kind: 'range', ...read };
};

/** Whether a text names the evening or the night, so that a range in it goes on past midnight. */
function isInEvening(p: Phrases): boolean {
  return p.tokens.some((_, at) => {
    const part = (p.hit(at, 'part') ?? p.hit(at, 'relpart'))?.value.split(' ').at(-1);
    return part === 'evening' || part === 'night';
  });
}

/** "For 45 minutes", "in half an hour", "for 6 weeks", "10 times", "30 min". */
const readSpans: FactReader = (p, at) => {
  const lead = p.hit(at, 'for');
  const into = p.hit(at, 'in');
  const forSpan = lead && readSpan(p, lead.next);
  const few = [lead, into].find((each) => each && isFew(p, each.next));
  const ofFew = few && readSpan(p, few.next);
  if (ofFew && 'minutes' in ofFew.span) return asked({ ask: few === lead ? 'how_long' : 'what_time' }, ofFew.next);
  if (forSpan) return spanFact(forSpan.span, p.over(forSpan.next, 'forafter'));
  const inSpan = into && readSpan(p, into.next);
  if (inSpan && 'minutes' in inSpan.span) {
    return { kind: 'delay', minutes: inSpan.span.minutes, next: p.over(inSpan.next, 'fromnow') };
  }
  const bare = readSpan(p, at);
  const number = p.number(at);
  const times = number && p.hit(number.next, 'times');
  if (!bare) {
    const isCount = times && p.words(number.next, times.next) !== 'days';
    return isCount ? { kind: 'count', count: number.value, next: times.next } : undefined;
  }
  const fromNow = p.hit(bare.next, 'fromnow');
  if (fromNow && 'minutes' in bare.span) return { kind: 'delay', minutes: bare.span.minutes, next: fromNow.next };
  const lasting = p.hit(bare.next, 'forafter');
  const isLength = 'minutes' in bare.span && mayBeLength(p, at, bare);
  return lasting || isLength ? spanFact(bare.span, lasting?.next ?? bare.next) : undefined;
};

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

const readRepetitions: FactReader = (p, at) => {
  const read = readRepetition(p, at);
  if (!read) return undefined;
  const { value, next } = read;
  return 'ask' in value ? asked(value, next) : { kind: 'repetition', repetition: value, next };
};

/** "Except Sunday", "but not on Saturday or Sunday", "only on weekends", "never on Monday". */
const readExclusions: FactReader = (p, at) => {
  const but = readExcept(p, at);
  if (but) return { kind: 'except', days: but.value.days, next: but.next };
  const only = p.hit(at, 'only');
  const list = only && readDayList(p, only.next);
  return list && { kind: 'only', list: list.value, next: list.next };
};

/** The days that "except" and "not" leave out. */
export function readExcept(p: Phrases, at: number): ReturnType<typeof readDayList> {
  for (const sense of ['except', 'not'] as const) {
    const hit = p.hit(at, sense);
    const list = hit && readDayList(p, p.overAll(hit.next, 'for', 'every', 'on', 'the'));
    if (list) return list;
  }
  return undefined;
}

const readZones: FactReader = (p, at) => {
  const zone = readZone(p, at);
  return (
    zone && ('ask' in zone.value ? asked(zone.value, zone.next) : { kind: 'zone', ...zone.value, next: zone.next })
  );
};

const readWords: FactReader = (p, at) => {
  const next = p.hit(at, 'nextday');
  if (next) return { kind: 'nextday', days: Number(next.value), next: next.next };
  const kind = (['now', 'early'] as const).find((sense) => p.hit(at, sense));
  return kind && { kind, next: p.over(at, kind) };
};

const readVague: FactReader = (p, at) => {
  const vague = p.hit(at, 'vague');
  return vague && { kind: 'vague', next: vague.next };
};

const READERS: FactReader[] = [
  readVague,
  readParts,
  readRepetitions,
  readDays,
  readDayPart,
  readExclusions,
  readRanges,
  readClocks,
  readSpans,
  readZones,
  readWords,
];

import { addDays, type Day, weekdayOf } from '../days.ts';
import { readSpan, type Span } from './amounts.ts';
import { type Clock, type PartName, readClock, readRange } from './clock.ts';
import { readDay } from './day.ts';
import type { NamedDay, Period } from './named-day.ts';
import type { Phrases } from './phrases.ts';
import type { Asked } from './questions.ts';
import { type DayList, partName, type Repetition, readDayList, readRepetition } from './repeat.ts';
import { readZone } from './zones.ts';

/** How a day is related to what it is said of. */
export type Relation = 'before' | 'after' | 'by' | 'until' | 'through' | 'starting';

/** Something that a text says about time, in the words from one place to another. */
export type Fact = { from: number; next: number } & (
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
  | ({ kind: 'ask' } & Asked)
);

/** What a text says about time, and the places whose words may bear on time and are part of none of it. */
export type Scan = { facts: Fact[]; unread: number[] };

const RELATIONS: Relation[] = ['before', 'after', 'starting', 'through', 'until', 'by'];

/**
 * Reads everything that a text says about time, from left to right, the longest phrase first.
 * @param bare whether the text says nothing but when, so that a number alone may be an hour
 * @param known words that have been read already
 */
export function scan(p: Phrases, today: Day, bare: boolean, known?: { from: number; next: number }): Scan {
  const facts: Fact[] = [];
  const unread: number[] = [];
  for (let at = 0; at < p.tokens.length; ) {
    if (known && at >= known.from && at < known.next) at = known.next;
    const read = factsAt(p, at, today, bare);
    const [fact] = read;
    if (fact) {
      facts.push(...read);
      at = fact.next;
    } else {
      const skipped = p.over(at, 'filler');
      if (skipped === at && (bearsOnTime(p, at) || (bare && isMisspelt(p, at)))) unread.push(at);
      at = skipped > at ? skipped : at + 1;
    }
  }
  return { facts, unread };
}

const TELLING = [
  ...([
    'num',
    'weekday',
    'wdays',
    'dayset',
    'weekend',
    'month',
    'rel',
    'relpart',
    'holiday',
    'season',
    'part',
    'parts',
  ] as const),
  ...([
    'named',
    'unit',
    'every',
    'next',
    'last',
    'or',
    'not',
    'except',
    'adverb',
    'vague',
    'ntimes',
    'agopre',
    'ago',
  ] as const),
];

/** Whether the words at a place change when something is. */
export function bearsOnTime(p: Phrases, at: number): boolean {
  if (p.digits(at) !== undefined) return true;
  const hits = p.hits(at);
  if (hits.has('one') && !hits.has('every')) return false;
  const isTail = p.hit(at, 'after') && at === p.tokens.length - 1;
  return Boolean(isTail) || TELLING.some((sense) => hits.has(sense));
}

/** Names of days and months this long are known when a letter of them is wrong. */
const NAME_MIN = 6;

/** Whether a word that is not known is the name of a day or a month but for one letter, or two that changed places. */
function isMisspelt(p: Phrases, at: number): boolean {
  const word = p.word(at);
  if (word.length < NAME_MIN - 1 || p.hits(at).size > 0 || !/^\p{L}/u.test(word)) return false;
  return [...p.lexicon.entries.values()].some((entries) =>
    entries.some(({ words: [name = '', more], sense }) => {
      const isName = sense === 'weekday' || sense === 'month' || sense === 'rel' || sense === 'wdays';
      return isName && more === undefined && name.length >= NAME_MIN && isNear(word, name);
    }),
  );
}

/** Whether one change makes two words equal: a letter more, less or another, or two neighbours in the other order. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  let back = 0;
  while (back < Math.min(a.length, b.length) - from && a.at(-1 - back) === b.at(-1 - back)) back += 1;
  const [restA, restB] = [a.slice(from, a.length - back), b.slice(from, b.length - back)];
  return restA.length < 2 && restB.length < 2 ? true : restA.length === 2 && restA === [...restB].reverse().join('');
}

type Found = Fact[];

function factsAt(p: Phrases, at: number, today: Day, bare: boolean): Found {
  let best: Found = [];
  for (const reader of READERS) {
    const found = reader(p, at, { today, bare });
    const [first] = found;
    if (first && (!best[0] || first.next > best[0].next)) best = found;
  }
  return best;
}

type Context = { today: Day; bare: boolean };
type FactReader = (p: Phrases, at: number, context: Context) => Found;

const readDays: FactReader = (p, at, { today, bare }) => {
  const short = bare ? p.hit(at, 'abbreviation') : undefined;
  if (short) return [{ kind: 'day', day: { day: addDays(today, Number(short.value)) }, from: at, next: short.next }];
  const plain = dayFact(p, at, at, today, undefined);
  const related = RELATIONS.flatMap((relation) => {
    const hit = p.hit(at, relation);
    return hit ? dayFact(p, at, hit.next, today, relation) : [];
  });
  // "From December 1st to December 24th"
  const to = p.hit(at, 'and') ? undefined : p.hit(at, 'to');
  if (to && at > 0) related.push(...dayFact(p, at, to.next, today, 'until'));
  // "Bis Freitag" as a whole, and the first relation where several are said alike.
  return [...plain, ...related].reduce<Found>(
    (best, fact) => (!best[0] || fact.next > best[0].next ? [fact] : best),
    [],
  );
};

function dayFact(p: Phrases, from: number, at: number, today: Day, relation: Relation | undefined): Fact[] {
  const read = readDay(p, at, today);
  if (!read) return [];
  const { value, next } = read;
  if ('ask' in value) return [{ kind: 'ask', ...value, from, next }];
  if ('unit' in value) return [{ kind: 'period', period: value, relation, from, next }];
  return [{ kind: 'day', day: value, relation, from, next }];
}

/** "Tonight", "morgen früh", "Montagabend", "stasera": a day and its part in one. */
const readDayPart: FactReader = (p, at, { today }) => {
  const start = p.hit(at, 'relpart') || p.hit(at, 'wpart') ? at : p.lead(at);
  const hit = p.hit(start, 'relpart');
  const next = hit?.next ?? 0;
  const [ahead = '', name = ''] = hit?.value.split(' ') ?? [];
  const part = partName(name);
  if (hit && part) {
    if (Number(ahead) < 0) return [{ kind: 'ask', ask: 'passed', from: at, next }];
    const day = { day: addDays(today, Number(ahead)) };
    return [
      { kind: 'day', day, from: at, next },
      { kind: 'part', part, isHabit: false, from: at, next },
    ];
  }
  return readFused(p, at, start, today);
};

function readFused(p: Phrases, from: number, at: number, today: Day): Found {
  const hit = p.hit(at, 'wpart');
  const [weekday = '', name = ''] = hit?.value.split(' ') ?? [];
  if (!hit) return [];
  const ahead = (Number(weekday) - weekdayOf(today) + 7) % 7;
  const day: NamedDay = ahead
    ? { day: addDays(today, ahead), weekday: Number(weekday) }
    : { day: addDays(today, 7), sooner: today, weekday: Number(weekday) };
  const part = partName(name);
  const said: Fact = part
    ? { kind: 'part', part, isHabit: false, from, next: hit.next }
    : {
        kind: 'clock',
        clock: { hour: 12, minute: 0, literal: true, named: true, next: hit.next },
        lead: 'core',
        from,
        next: hit.next,
      };
  return [{ kind: 'day', day, from, next: hit.next }, said];
}

const readParts: FactReader = (p, at) => {
  const hit = p.hit(at, 'part') ?? p.hit(at, 'parts');
  const part = hit && partName(hit.value);
  if (hit && part)
    return [
      { kind: 'part', part, isHabit: Boolean(p.hit(at, 'parts')) && !p.hit(at, 'part'), from: at, next: hit.next },
    ];
  return [];
};

const readClocks: FactReader = (p, at, { bare }) => {
  const clock = readClock(p, at, bare);
  return clock ? [{ kind: 'clock', clock, lead: p.hit(at, 'at')?.value ?? '', from: at, next: clock.next }] : [];
};

const readRanges: FactReader = (p, at) => {
  const range = readRange(p, at, false);
  const read = range && isInEvening(p) ? readRange(p, at, true) : range;
  return read ? [{ kind: 'range', clock: read.clock, minutes: read.minutes, from: at, next: read.next }] : [];
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
  if (forSpan) return [spanFact(forSpan.span, at, p.hit(forSpan.next, 'forafter')?.next ?? forSpan.next)];
  const inSpan = into && readSpan(p, into.next);
  if (inSpan && 'minutes' in inSpan.span) {
    return [
      {
        kind: 'delay',
        minutes: inSpan.span.minutes,
        from: at,
        next: p.hit(inSpan.next, 'fromnow')?.next ?? inSpan.next,
      },
    ];
  }
  const bare = readSpan(p, at);
  const number = p.number(at);
  const times = number && p.hit(number.next, 'times');
  if (number && times && !bare && p.words(number.next, times.next) !== 'days')
    return [{ kind: 'count', count: number.value, from: at, next: times.next }];
  if (!bare) return [];
  const fromNow = p.hit(bare.next, 'fromnow');
  if (fromNow && 'minutes' in bare.span)
    return [{ kind: 'delay', minutes: bare.span.minutes, from: at, next: fromNow.next }];
  const lasting = p.hit(bare.next, 'forafter');
  const isAmbiguous = (['past', 'till', 'before', 'after', 'ago', 'or'] as const).some((sense) =>
    p.hit(bare.next, sense),
  );
  if ('minutes' in bare.span && !isAmbiguous && mayBeLength(p, at, bare.unit)) {
    return [spanFact(bare.span, at, lasting?.next ?? bare.next)];
  }
  return lasting ? [spanFact(bare.span, at, lasting.next)] : [];
};

function spanFact(span: Span, from: number, next: number): Fact {
  return 'minutes' in span ? { kind: 'length', minutes: span.minutes, from, next } : { kind: 'span', span, from, next };
}

/** "19h" alone is a time, "an hour or two" no length, and "every hour" neither. */
function mayBeLength(p: Phrases, at: number, unit: string): boolean {
  if (p.hit(at - 1, 'every') ?? p.hit(at - 1, 'at') ?? p.hit(at - 1, 'or') ?? p.hit(at - 1, 'not')) return false;
  const value = p.number(at)?.value ?? 0;
  return (
    unit !== 'hour' ||
    p.digits(at) === undefined ||
    (p.lexicon.hours24 ? value < 5 : value < 13) ||
    p.word(at + 1) === 'hours'
  );
}

const readRepetitions: FactReader = (p, at) => {
  const read = readRepetition(p, at);
  if (!read) return [];
  const { value, next } = read;
  return 'ask' in value
    ? [{ kind: 'ask', ...value, from: at, next }]
    : [{ kind: 'repetition', repetition: value, from: at, next }];
};

/** "Except Sunday", "but not on Saturday or Sunday", "only on weekends", "never on Monday". */
const readExclusions: FactReader = (p, at) => {
  for (const sense of ['except', 'not'] as const) {
    const hit = p.hit(at, sense);
    const list = hit && readDayList(p, p.overAll(hit.next, 'for', 'every', 'on', 'the'));
    if (list) return [{ kind: 'except', days: list.value.days, from: at, next: list.next }];
  }
  const only = p.hit(at, 'only');
  const list = only && readDayList(p, only.next);
  return list ? [{ kind: 'only', list: list.value, from: at, next: list.next }] : [];
};

const readRest: FactReader = (p, at) => {
  const zone = readZone(p, at);
  if (zone) {
    const { value, next } = zone;
    return 'ask' in value
      ? [{ kind: 'ask', ...value, from: at, next }]
      : [{ kind: 'zone', zone: value.zone, from: at, next }];
  }
  const next = p.hit(at, 'nextday');
  if (next) return [{ kind: 'nextday', days: Number(next.value), from: at, next: next.next }];
  const now = p.hit(at, 'now');
  if (now) return [{ kind: 'now', from: at, next: now.next }];
  const early = p.hit(at, 'early');
  if (early) return [{ kind: 'early', from: at, next: early.next }];
  return [];
};

const readVague: FactReader = (p, at) => {
  const vague = p.hit(at, 'vague');
  return vague ? [{ kind: 'vague', from: at, next: vague.next }] : [];
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
  readRest,
];

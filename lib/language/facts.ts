import { addDays, type Day, onOrAfter } from '../days.ts';
import { readSpan, type Span } from './amounts.ts';
import { endsHere } from './clauses.ts';
import { type Clock, type PartName, partName, readClock, readHour } from './clock.ts';
import { readDayBehindArticle } from './dates.ts';
import { readDay } from './day.ts';
import type { NamedDay, Period } from './named-day.ts';
import type { Phrases } from './phrases.ts';
import type { Asked } from './questions.ts';
import { readRange } from './range.ts';
import { type DayList, EVERY_DAY, type Repetition, readDayList, readRepetition } from './repeat.ts';
import { areTogether, readDates, readLeftOut, readWholeWeekend } from './stretch.ts';
import { inWeek, weekAfter } from './weekdays.ts';
import { isZone, readZone } from './zones.ts';

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
  | { kind: 'stretch'; first: Day; last: Day }
  | { kind: 'except'; days: number[]; dates: Day[]; isPeriod?: boolean | undefined }
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

/** "3-5 February", "vom 3. bis 17. Mai", "12, 13 and 14 February": days one after another; of others one is asked about. */
const readStretches: FactReader = (p, at, { today }) => {
  const read = p.longest([readDates(p, at, today), readWholeWeekend(p, at, today)]);
  if (!read) return undefined;
  const { days, isWindow } = read.value;
  const [first, last] = [days[0], days.at(-1)];
  if (isWindow || !first || !last) return asked({ ask: 'which_day' }, read.next);
  return areTogether(days)
    ? { kind: 'stretch', first, last, next: read.next }
    : asked({ ask: 'one_of_days', days }, read.next);
};

/** "Mon-Wed" may be each week; Monday to Friday is, and "Mon-Wed next week" are days one after another. */
const readWeekdayRange: FactReader = (p, at, { today }) => {
  const start = p.lead(p.over(at, 'between', 'from'));
  const first = p.weekday(start);
  const to = first && !p.hit(first.next, 'and') ? p.hit(first.next, 'to') : undefined;
  const last = to && p.weekday(p.lead(to.next));
  const isList = last && p.word(last.next) === '-' && p.weekday(last.next + 1);
  if (!first || !last || isList) return undefined;
  const week = weekAfter(p, last.next);
  const [from, until] = [first, last].map(({ value }) => week && inWeek(Number(value), week, today)?.value);
  if (from && until && 'day' in from && 'day' in until && from.day < until.day)
    return { kind: 'stretch', first: from.day, last: until.day, next: week?.next ?? last.next };
  return first.value === '1' && last.value === '5' ? undefined : asked({ ask: 'this_one' }, last.next);
};

function dayFact(p: Phrases, at: number, today: Day, relation?: Relation): Read | undefined {
  const read = readDay(p, at, today) ?? (relation && readDayBehindArticle(p, at, today));
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
  const own = p.hit(at, 'this');
  const ownPart = own && p.hit(own.next, 'part');
  const ownName = ownPart && partName(ownPart.value);
  const hit = p.hit(start, 'relpart') ?? p.hit(start, 'wpart');
  // "This arvo"
  if (!hit && ownPart && ownName)
    return [
      { kind: 'day', day: { day: today }, next: ownPart.next },
      { kind: 'part', part: ownName, isHabit: false, next: ownPart.next },
    ];
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
  return part && { kind: 'part', part, isHabit: !one || p.hit(at, 'parts')?.next === hit.next, next: hit.next };
};

/** What figures with a point behind it are the price or the amount of. */
const SPENT =
  /^(?:pay|deposit|order|buy|spend|transfer|withdraw|save|send|donate|lend|owe|charge|tip|invest|raise|add|costs?)$/;

/** "2.30 on the 26th": an hour written with a point, right before a day, and no price: "milk for 2.50 on Friday". */
function isDotted(p: Phrases, at: number): boolean {
  const isHour = p.digits(at) !== undefined && p.word(at + 1) === '.' && p.glued(at + 1) && p.glued(at + 2);
  const leadsToDay = (['on', 'rel', 'relpart', 'weekday', 'wmaybe'] as const).some((sense) => p.hit(at + 3, sense));
  const before = p.word(at - 1);
  const isPrice = /^[$€£]$/.test(before) || p.hit(at - 1, 'for') !== undefined || SPENT.test(before);
  return isHour && leadsToDay && !isPrice && /^[0-5][05]$/.test(p.word(at + 2));
}

const readClocks: FactReader = (p, at, { bare }) => {
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
  // "Rdv pour 9h"
  const isHour = p.language === 'fr' && p.word(lead.next + 1) === 'h';
  return isBare || hour < 5 || (hour < 13 && !isHour && !saysDay(p));
}

function saysDay(p: Phrases): boolean {
  return p.tokens.some(
    (_, at) => (['rel', 'relpart', 'month'] as const).some((sense) => p.hit(at, sense)) || p.weekday(at),
  );
}

const readRanges: FactReader = (p, at) => {
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
const readSeveralTimes: FactReader = (p, at) => {
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

/** "For 45 minutes", "in half an hour", "for 6 weeks", "10 times", "30 min". */
const readSpans: FactReader = (p, at) => {
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
  const number = p.number(at);
  const times = number && p.hit(number.next, 'times');
  if (!bare) {
    const isCount = times && p.words(number.next, times.next) !== 'days';
    return isCount ? { kind: 'count', count: number.value, next: times.next } : undefined;
  }
  const fromNow = p.hit(bare.next, 'fromnow');
  if (fromNow && 'minutes' in bare.span) return { kind: 'delay', minutes: bare.span.minutes, next: fromNow.next };
  // "30 min before bed": the hour is another one.
  const named =
    'minutes' in bare.span && (p.hit(bare.next, 'before') ?? p.hit(bare.next, 'after')) && p.hit(bare.next, 'named');
  if (named) return asked({ ask: 'what_time' }, named.next);
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

/** "Except Sunday", "but not on 18 February", "only on weekends", "never on Monday". */
const readExclusions: FactReader = (p, at, { today }) => {
  const but = readExcept(p, at);
  const dates = (['except', 'not'] as const).map((sense) => {
    const hit = p.hit(at, sense);
    // "Dia 25": what leads to a date may be a part of it.
    return hit && [hit.next, p.overAll(hit.next, 'for', 'on', 'the')].map((from) => readLeftOut(p, from, today));
  });
  const dated = p.longest(dates.flatMap((each) => each ?? []));
  if (dated && dated.next > (but?.next ?? 0)) {
    const { days, isPeriod } = dated.value;
    return { kind: 'except', days: [], dates: days, isPeriod, next: dated.next };
  }
  if (but) return { kind: 'except', days: but.value.days, dates: [], next: but.next };
  const only = p.hit(at, 'only');
  const list = only && readDayList(p, only.next);
  return list && { kind: 'only', list: list.value, next: list.next };
};

/** Returns the days that "except" and "not" leave out. */
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
  readStretches,
  readWeekdayRange,
  readParts,
  readRepetitions,
  readDays,
  readDayPart,
  readExclusions,
  readRanges,
  readSeveralTimes,
  readClocks,
  readSpans,
  readZones,
  readWords,
];

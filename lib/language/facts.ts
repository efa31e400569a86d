import { readClocks, readParts, readRanges, readSeveralTimes } from './clock-facts.ts';
import { readDayPart, readDays, readStretches, readWeekdayRange } from './day-facts.ts';
import { readDayList } from './day-list.ts';
import { asked, type Context, type Fact, type FactReader, type Read } from './fact.ts';
import type { Phrases } from './phrases.ts';
import { readRepetition } from './repeat.ts';
import { readSpans } from './span-facts.ts';
import { readLeftOut } from './stretch.ts';
import { readZone } from './zones.ts';

/** Reads what the words at a place say, the longest phrase; "tonight" is two facts. */
export function factsAt(p: Phrases, at: number, context: Context): Fact[] {
  let best: Read[] = [];
  for (const read of READERS) {
    const found = [read(p, at, context) ?? []].flat();
    if ((found[0]?.next ?? 0) > (best[0]?.next ?? 0)) best = found;
  }
  return best.map((each) => ({ ...each, from: at }));
}

const readRepetitions: FactReader = (p, at) => {
  // "Due on the 1st of each month"
  const due = p.hit(at, 'by');
  const monthly = due && readRepetition(p, due.next);
  const isMonthly = monthly && 'freq' in monthly.value && monthly.value.freq === 'MONTHLY';
  const read = readRepetition(p, at) ?? (isMonthly ? monthly : undefined);
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
    const { days, ...others } = dated.value;
    return { kind: 'except', days: [], dates: days, ...others, next: dated.next };
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

import { wallClockAt } from '../time.ts';

/** Clock changes are told for this many years after the first; programs know time zones by their name beyond that. */
const years = 10;
/** No zone changes its clock back and forth within this. */
const stepMs = 14 * 86_400_000;
const minuteMs = 60_000;

type Change = { at: number; before: number; after: number };

/** Returns a time zone's component (RFC 5545, 3.6.5) with every change of its clock from a year on, as this machine knows them. */
export function vtimezone(timezone: string, fromYear: number): string {
  const start = Date.UTC(fromYear, 0, 1);
  const changes = changesBetween(timezone, start, Date.UTC(fromYear + years + 1, 0, 1));
  const first = offsetMinutes(timezone, start);
  // The offset before the first change, and that of zones without any.
  const observances = [observance('STANDARD', first, first, [start + first * minuteMs])];
  for (const [key, group] of Map.groupBy(changes, ({ before, after }) => `${before} ${after}`)) {
    const [before = 0, after = 0] = key.split(' ').map(Number);
    const onsets = group.map((change) => change.at + before * minuteMs);
    observances.push(observance(after > before ? 'DAYLIGHT' : 'STANDARD', before, after, onsets));
  }
  return ['BEGIN:VTIMEZONE', `TZID:${timezone}`, ...observances.flat(), 'END:VTIMEZONE'].join('\r\n');
}

/** @param onsets wall-clock times on the clock before the change, as if they were UTC */
function observance(kind: 'STANDARD' | 'DAYLIGHT', before: number, after: number, onsets: number[]): string[] {
  return [
    `BEGIN:${kind}`,
    `DTSTART:${local(onsets[0] ?? 0)}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(after)}`,
    // The first one too, and one to a line: libical and ical.js pass over DTSTART where there is an RDATE, and ical.js reads
    // the first of a list alone.
    ...onsets.map((onset) => `RDATE:${local(onset)}`),
    `END:${kind}`,
  ];
}

function changesBetween(timezone: string, start: number, end: number): Change[] {
  const changes: Change[] = [];
  for (let at = start; at < end; at += stepMs) {
    const [before, after] = [offsetMinutes(timezone, at), offsetMinutes(timezone, at + stepMs)];
    if (before !== after) changes.push({ at: findChange(timezone, at, at + stepMs), before, after });
  }
  return changes;
}

/** Returns the minute in which the offset of the beginning ceases to hold. */
function findChange(timezone: string, from: number, to: number): number {
  const before = offsetMinutes(timezone, from);
  let [low, high] = [from, to];
  while (high - low > minuteMs) {
    const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs;
    if (offsetMinutes(timezone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

function offsetMinutes(timezone: string, instant: number): number {
  const { day, time } = wallClockAt(new Date(instant), timezone);
  return Math.round((Date.parse(`${day}T${time}:00Z`) - instant) / minuteMs);
}

function local(wallClock: number): string {
  return new Date(wallClock).toISOString().slice(0, 19).replace(/[-:]/g, '');
}

function offset(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

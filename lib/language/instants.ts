import { addDays, type Day, isDay } from '../days.ts';
import { instantOf, wallClockAt } from '../time.ts';
import type { NamedDay } from './named-day.ts';
import type { Asked } from './questions.ts';
import { clockText, DAWN, type TimeOfDay } from './time-of-day.ts';
import type { Moment, Moved, SingleTime } from './when.ts';

/** Reads what programs write instead of words: `2026-11-23T19:00`, with seconds and an offset or without, and a zone in brackets. */
export function readTimestamp(text: string, { now, timezone }: Moment): SingleTime | Asked | undefined {
  const [, day, time, offset, zone] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)?(Z|[-+]\d\d:?\d\d)?(?:\[([\w/+-]{1,40})\])?$/i.exec(
      text.slice(0, 100).trim(),
    ) ?? [];
  if (!day || !time || !isDay(day) || time > '23:59' || (zone && !offset)) return undefined;
  const [written = ''] = text.trim().split('[');
  const instant = Date.parse(offset ? written : instantOf(day, time, timezone));
  if (Number.isNaN(instant)) return undefined;
  if (instant < now.getTime()) return { ask: 'passed' };
  return atInstant(new Date(instant), timezone);
}

export function afterMinutes(minutes: number, { now, timezone }: Moment): SingleTime | Asked {
  if (minutes > 100 * 366 * 1440) return { ask: 'too_far' };
  const instant = new Date(Math.ceil(now.getTime() / 60_000) * 60_000 + minutes * 60_000);
  return atInstant(instant, timezone);
}

export function atInstant(instant: Date, timezone: string): SingleTime {
  const { day, time } = wallClockAt(instant, timezone);
  return { kind: 'instant', date: day, time, scheduled_at: instant.toISOString() };
}

/** @param isKnown whether the day is that of what is moved, so that the words say the time alone */
export function onNamed(
  named: NamedDay | undefined,
  time: TimeOfDay | undefined,
  zone: string | undefined,
  moment: Moment,
  moved: Moved | undefined,
  isKnown: boolean,
): SingleTime | Asked {
  const today = wallClockAt(moment.now, moment.timezone).day;
  if (!time) {
    if (!named) return { ask: 'when' };
    return { kind: 'instant', date: named.near && named.sooner ? named.sooner : named.day };
  }
  if (zone) return inZone(named, time, zone, moment);
  const onItsDay = moved && (isKnown || !named) ? timesOnDay(today, inHalfOf(moved, time), moment, moved) : [];
  const [first] = [...onItsDay, ...timesToCome(today, time, moment, named)];
  if (first) return { kind: 'instant', ...first };
  // All that is left of the night is now.
  return named?.day === today && 'part' in time && time.part.name === 'night'
    ? afterMinutes(0, moment)
    : { ask: 'passed' };
}

/** Returns a time on the clock of another zone: on the day that is named, else the next time that its clock shows it. */
function inZone(named: NamedDay | undefined, time: TimeOfDay, zone: string, moment: Moment): SingleTime | Asked {
  const there = wallClockAt(moment.now, zone).day;
  const days = named ? [...(named.sooner ? [named.sooner] : []), named.day] : [there, addDays(there, 1)];
  const [instant] = days
    .flatMap((day) =>
      timesOfDay(time, !named).map((each) =>
        Date.parse(instantOf('afterMidnight' in time ? addDays(day, 1) : day, each, zone)),
      ),
    )
    .filter((each) => each > moment.now.getTime());
  return instant === undefined ? { ask: 'passed' } : atInstant(new Date(instant), moment.timezone);
}

/** Returns the times to come that may be meant, the likeliest first. */
function timesToCome(today: Day, time: TimeOfDay, { now, timezone }: Moment, named: NamedDay | undefined) {
  if (named?.day === today && 'part' in time) {
    const { time: usual, ends } = time.part;
    const later = nextHalfHour(wallClockAt(now, timezone).time);
    const start = usual > later ? usual : later;
    return start < ends ? [at(today, start, timezone)] : [];
  }
  const eitherHalf = !named || named.day === today;
  // Who says it after midnight means the night that it is.
  const inNight = 'afterMidnight' in time && eitherHalf && wallClockAt(now, timezone).time < DAWN;
  const days = [
    ...(inNight ? [addDays(today, -1)] : []),
    ...(named ? [...(named.sooner ? [named.sooner] : []), named.day] : [today, addDays(today, 1)]),
  ];
  return days
    .flatMap((day) =>
      timesOfDay(time, eitherHalf).map((each) => at('afterMidnight' in time ? addDays(day, 1) : day, each, timezone)),
    )
    .filter(({ scheduled_at }) => Date.parse(scheduled_at) > now.getTime());
}

/** Returns the times that may be meant on the day on which that is which moves. */
function timesOnDay(today: Day, time: TimeOfDay, moment: Moment, { date, time: current, repeats }: Moved) {
  const inNight = 'afterMidnight' in time && current !== null && current < DAWN;
  const night = inNight ? addDays(date, -1) : date;
  if (!repeats) return timesToCome(today, time, moment, { day: night });
  const day = 'afterMidnight' in time ? addDays(night, 1) : night;
  return timesOfDay(time, false).map((each) => at(day, each, moment.timezone));
}

/** An hour that could be before or after noon, as the one in the half of the day in which that is which moves. */
function inHalfOf({ time: now }: Moved, time: TimeOfDay): TimeOfDay {
  if (!now || !('either' in time) || time.either[0] < DAWN) return time;
  const [before, after] = time.either;
  return { exact: now < '12:00' ? before : after };
}

/** @param eitherHalf whether an hour without am or pm may be in either half of the day */
export function timesOfDay(time: TimeOfDay, eitherHalf: boolean): string[] {
  if ('afterMidnight' in time) return [time.afterMidnight];
  if ('exact' in time) return [time.exact];
  if ('part' in time) return [time.part.time];
  const [before, after] = time.either;
  if (before < DAWN) return [after];
  return eitherHalf ? [before, after] : [before];
}

/** Returns the time that the clock shows then: one that it skips is the same distance after the change. */
function at(day: Day, time: string, timezone: string) {
  const scheduled_at = instantOf(day, time, timezone);
  const shown = wallClockAt(new Date(scheduled_at), timezone);
  return { date: shown.day, time: shown.time, scheduled_at };
}

/** Returns the next full or half hour that is at least a quarter of an hour away; `24:00` when there is none today. */
export function nextHalfHour(time: string): string {
  const minutes = Math.ceil((Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + 15) / 30) * 30;
  return clockText(Math.min(minutes, 1440));
}

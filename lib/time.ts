import { z } from 'zod';

/** An instant as PostgreSQL writes it, shown as ISO 8601 in UTC with `Z` and milliseconds. */
export const Instant = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value).toISOString())
  .meta({ example: '2026-11-22T10:00:00.000Z' });

/** A day in the person's own timezone. */
export const Day = z.iso.date().meta({ example: '2027-02-13' });

/**
 * Returns the instant of a wall-clock time on a day in a timezone, as ISO 8601 in UTC. A time that the clock skips is taken as the
 * same distance after the change; of one that it shows twice, the first.
 */
export function instantOf(day: string, time: string, timezone: string): string {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const before = asUtc - offsetMs(asUtc - 86_400_000, timezone);
  const after = asUtc - offsetMs(asUtc + 86_400_000, timezone);
  const exact = [before, after].filter((instant) => instant + offsetMs(instant, timezone) === asUtc);
  return new Date(exact.length ? Math.min(...exact) : before).toISOString();
}

/** Local date and time: the day, and the time as `HH:MM`. */
export type WallClock = { day: string; time: string };

/** Returns what the clock shows in a timezone at an instant. */
export function wallClockAt(instant: Date, timezone: string): WallClock {
  const shown = new Date(instant.getTime() + offsetMs(instant.getTime(), timezone)).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** Making a formatter takes many times as long as using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function offsetFormatter(timezone: string): Intl.DateTimeFormat {
  const known = formatters.get(timezone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'longOffset' });
  formatters.set(timezone, made);
  return made;
}

/** Returns how far a timezone's clock is ahead of UTC at an instant, in milliseconds. */
function offsetMs(instant: number, timezone: string): number {
  const name = offsetFormatter(timezone)
    .formatToParts(instant)
    .find((part) => part.type === 'timeZoneName')?.value;
  const [, sign, hours, minutes, seconds] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name ?? '') ?? [];
  const size = ((Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)) * 1000;
  return sign === '-' ? -size : size;
}

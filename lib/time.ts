import { z } from 'zod';

/** An instant as PostgreSQL writes it, shown as ISO 8601 in UTC with `Z` and milliseconds. */
export const Instant = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value).toISOString())
  .meta({ example: '2026-11-22T10:00:00.000Z' });

/** A day in the person's own timezone. */
export const Day = z.iso.date().meta({ example: '2027-02-13' });

/**
 * The instant of a wall-clock time on a day in a timezone, as ISO 8601 in UTC. A time that the clock skips is taken as the
 * same distance after the change; of one that it shows twice, the first.
 */
export function instantOf(day: string, time: string, timezone: string): string {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const before = asUtc - offsetMs(asUtc - 86_400_000, timezone);
  const after = asUtc - offsetMs(asUtc + 86_400_000, timezone);
  const exact = [before, after].filter((instant) => instant + offsetMs(instant, timezone) === asUtc);
  return new Date(exact.length ? Math.min(...exact) : before).toISOString();
}

/** How far a timezone's clock is ahead of UTC at an instant, in milliseconds. */
function offsetMs(instant: number, timezone: string): number {
  const name = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'longOffset' })
    .formatToParts(instant)
    .find((part) => part.type === 'timeZoneName')?.value;
  const [, sign, hours, minutes, seconds] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name ?? '') ?? [];
  const size = ((Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)) * 1000;
  return sign === '-' ? -size : size;
}

import type { Clock, DayPart } from './clock.ts';

/**
 * A time of day. `either` is an hour that could be before or after noon ("at 7"), both as `HH:MM`. Midnight and the hours after
 * it in a night end the day they are said with, so they are on the day after.
 */
export type TimeOfDay =
  | { exact: string }
  | { either: [string, string] }
  | { part: DayPart }
  | { afterMidnight: string };

/** Nobody plans for three at night without saying so. */
export const DAWN = '06:00';

/** Returns what a clock time means, with the part of the day that was said with it. Undefined where that cannot be. */
export function timeOf(clock: Clock, part: DayPart | undefined): TimeOfDay | undefined {
  const { hour, minute, half } = clock;
  const at = (h: number) => clockText(h * 60 + minute);
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0 && !clock.named)) return undefined;
  if (clock.named) return hour >= 24 ? { afterMidnight: at(hour - 24) } : { exact: at(hour) };
  if (hour === 24) return { afterMidnight: '00:00' };
  if (part?.name === 'night' && half !== 'pm' && (hour < 5 || hour === 12)) return { afterMidnight: at(hour % 12) };
  if (hour > 12 || hour === 0) return { exact: at(hour) };
  if (half) return { exact: at((hour % 12) + (half === 'pm' ? 12 : 0)) };
  // "Elke avond twee uur": nobody calls these hours so.
  if ((part?.name === 'evening' && hour < 5) || (part?.name === 'afternoon' && hour > 6 && hour < 12)) return undefined;
  if (part) return { exact: at((hour % 12) + (part.name === 'morning' ? 0 : 12)) };
  if (clock.literal) return { exact: at(hour) };
  return hour === 12 ? { exact: at(12) } : { either: [at(hour), at(hour + 12)] };
}

/** Returns minutes of a day as `HH:MM`. */
export function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

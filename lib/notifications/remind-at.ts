import { addDays } from '../days.ts';
import { instantOf, wallClockAt } from '../time.ts';

/** A person's wishes for reminders: minutes before the task, and quiet hours (wall-clock, over midnight if need be). */
export type ReminderWishes = {
  timezone: string;
  reminder_lead_minutes: number;
  quiet_hours: { from: string; to: string } | null;
};

/**
 * Returns the minute at which a person is to be reminded of something, as ISO 8601 in UTC: their lead time before it; where that is
 * in their quiet hours, the end of these, unless it has begun by then. Null for no reminder.
 */
export function remindAt(scheduledAt: string, wishes: ReminderWishes): string | null {
  const scheduled = Date.parse(scheduledAt);
  const wanted = scheduled - wishes.reminder_lead_minutes * 60_000;
  const quietUntil = endOfQuiet(new Date(wanted), wishes);
  if (quietUntil !== null && quietUntil > scheduled) return null;
  const instant = quietUntil ?? wanted;
  return new Date(instant - (instant % 60_000)).toISOString();
}

/** Returns an instant, or where it is in a person's quiet hours the end of these; as ISO 8601 in UTC, to the whole minute. */
export function afterQuietHours(instant: Date, wishes: Pick<ReminderWishes, 'timezone' | 'quiet_hours'>): string {
  const at = endOfQuiet(instant, wishes) ?? instant.getTime();
  return new Date(at - (at % 60_000)).toISOString();
}

/** Returns when the quiet hours that an instant is in end, in milliseconds; null if it is in none. */
function endOfQuiet(
  instant: Date,
  { timezone, quiet_hours }: Pick<ReminderWishes, 'timezone' | 'quiet_hours'>,
): number | null {
  if (!quiet_hours) return null;
  const { from, to } = quiet_hours;
  const { day, time } = wallClockAt(instant, timezone);
  const overMidnight = from > to;
  const isQuiet = overMidnight ? time >= from || time < to : time >= from && time < to;
  if (!isQuiet) return null;
  return Date.parse(instantOf(overMidnight && time >= from ? addDays(day, 1) : day, to, timezone));
}

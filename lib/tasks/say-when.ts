import { addDays, type Day, daysBetween, weekdayOf } from '../days.ts';
import { wallClockAt } from '../time.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * A time as one says it: "tomorrow at 7 in the evening", "Friday at noon", "Monday, 14 March at 6:30 in the morning".
 * @param date the day in the person's timezone @param time `HH:MM`, or nothing for a day alone
 */
export function sayWhen(date: Day, time: string | null | undefined, timezone: string, now: Date): string {
  const today = wallClockAt(now, timezone).day;
  if (time !== '00:00') return `${sayDay(date, today)}${time ? ` at ${sayTime(time)}` : ''}`;
  // Midnight ends a day.
  const evening = addDays(date, -1);
  return `${evening === today ? 'tonight' : sayDay(evening, today)} at midnight`;
}

/** A day as one says it: "today", "tomorrow", "Friday", "Monday, 14 March". */
export function sayDay(date: Day, today: Day): string {
  const ahead = daysBetween(today, date);
  if (ahead === 0) return 'today';
  if (ahead === 1) return 'tomorrow';
  if (ahead === -1) return 'yesterday';
  const weekday = WEEKDAYS[weekdayOf(date)];
  if (ahead > 1 && ahead < 7) return `${weekday}`;
  const year = date.slice(0, 4) === today.slice(0, 4) ? '' : ` ${date.slice(0, 4)}`;
  return `${weekday}, ${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]}${year}`;
}

function sayTime(time: string): string {
  if (time === '12:00') return 'noon';
  const hour = Number(time.slice(0, 2));
  const part =
    hour < 12 ? 'in the morning' : hour < 18 ? 'in the afternoon' : hour < 22 ? 'in the evening' : 'at night';
  const minutes = time.slice(3) === '00' ? '' : `:${time.slice(3)}`;
  return `${hour % 12 || 12}${minutes} ${part}`;
}

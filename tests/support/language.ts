import { readTaskLine } from '../../lib/language/line.ts';

/** Wednesday, 13 January 2027, 09:00 in Berlin. */
export const wednesday = { now: new Date('2027-01-13T08:00:00Z'), timezone: 'Europe/Berlin', locale: 'en-US' };

/** More days that are left out are those of a month each year. */
const DATES_MAX = 6;

/**
 * Returns what a line is read as: its rule, the days or the months (`m8` is August) that it leaves out, its day, its time and
 * its minutes.
 */
export function readLine(text: string): string {
  const { time, duration_minutes, question } = readTaskLine(text, wednesday);
  if (question) return 'ask';
  const repeated = time?.kind === 'recurring' ? time : undefined;
  const excluded = repeated?.excluded ?? [];
  const months = new Set(excluded.map((day) => `m${Number(day.slice(5, 7))}`));
  const without = excluded.length > DATES_MAX ? [...months] : excluded;
  const repeats = repeated && [repeated.rule, ...without].join(' -');
  const minutes = duration_minutes && `${duration_minutes} min`;
  return [repeats, time?.date, time?.time, minutes].filter(Boolean).join(' ') || 'no time';
}

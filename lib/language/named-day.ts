import { type Day, weekdayOf } from '../days.ts';
import type { Phrases, Valued } from './phrases.ts';
import type { Asked, Question } from './questions.ts';

/**
 * The day that words name. `sooner` is set where the same words could also mean today ("Friday" on a Friday): they do while the
 * time of day is still to come, and with `near` without a time too ("this Friday"). `weekday` is set for a bare weekday and
 * `plain` for a bare day of a month, which may be the day that another phrase names too; `fixed` for a weekday of one certain
 * week, `maybe` for one that may repeat, `weak` for what another day outweighs ("end of day"), `isEdge` for the end of a month: before it is on it still, `yearless` for a date whose
 * year is not said.
 */
export type NamedDay = {
  day: Day;
  sooner?: Day;
  near?: boolean;
  weekday?: number;
  date?: number;
  plain?: boolean;
  fixed?: boolean;
  maybe?: boolean;
  weak?: boolean;
  isEdge?: boolean;
  yearless?: boolean;
};
export type DayReading = Valued<NamedDay | Period | Asked>;

/** Days from the first to the last of a period such as "next week", and what kind of period that is. */
export type Period = { from: Day; to: Day; unit: string };

/** Reads one kind of day at a place. */
export type Reader = (p: Phrases, at: number, today: Day) => DayReading | undefined;

export const named = (day: Day, next: number, more: Partial<NamedDay> = {}): DayReading => ({
  value: { day, ...more },
  next,
});
export const asks = (ask: Question, next: number): DayReading => ({ value: { ask }, next });

/** The one day that several phrases name: "Friday, 27 November". */
export function oneDay(days: (NamedDay | Asked)[]): NamedDay | Asked | undefined {
  const asked = days.find((day) => 'ask' in day);
  if (asked) return asked;
  const all = days.filter((day) => 'day' in day);
  const named = all.some(({ weak }) => !weak) ? all.filter(({ weak }) => !weak) : all;
  const dates = named.filter(({ weekday, fixed }) => weekday === undefined || fixed);
  const [date, ...others] = dates.length ? dates : named;
  if (!date) return undefined;
  if (others.some(({ day }) => day !== date.day)) return { ask: 'not_sure' };
  if (dates.length && named.some(({ weekday }) => weekday !== undefined && weekday !== weekdayOf(date.day))) {
    return { ask: date.fixed ? 'not_sure' : 'not_together' };
  }
  return date.maybe && named.length === 1 ? { ask: 'this_one' } : date;
}

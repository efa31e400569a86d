import { MAX_WEEKLY_GROWTH, MIN_TASK_MINUTES } from '../context.ts';
import type { GoalFacts } from './goal.ts';

/** Shorter sessions than this are only made when there is no time for longer ones, in minutes. */
export const GOOD_SESSION_MINUTES = 15;

/** Sessions and minutes of a full week at the height of the plan. */
export type WeeklyEffort = { sessions: number; sessionMinutes: number };

/** What the person named, else what the category suggests. */
export function weeklyEffort({ category, sessionsPerWeek, sessionMinutes }: GoalFacts): WeeklyEffort {
  return {
    sessions: sessionsPerWeek ?? category.sessionsPerWeek,
    sessionMinutes: sessionMinutes ?? category.sessionMinutes,
  };
}

/**
 * How much of the full weekly minutes a week gets, from 0 to 1.
 *
 * Rises over the first three fifths of the plan, with each fourth week a little lighter; steady when the person named the
 * length of a session. Before an event it tapers in the last two weeks, the usual practice of endurance training.
 */
export function loadShare(week: number, weeks: number, facts: GoalFacts): number {
  const fromEnd = weeks - week;
  const rise = facts.sessionMinutes ? 1 : 0.65 + 0.35 * Math.min(1, (week - 1) / Math.max(1, 0.6 * weeks));
  const pause = !facts.sessionMinutes && week % 4 === 0 && fromEnd > 0 ? 0.85 : 1;
  if (!facts.hasEvent || weeks < 3) return rise * pause;
  return rise * (fromEnd === 0 ? 0.6 : fromEnd === 1 ? 0.8 : pause);
}

/**
 * The most minutes of one day that this goal takes: what was named, else half of the person's day and never over an hour. Less
 * than a good session it is only where the day has less; a day of little time keeps the shortest task's for another goal.
 */
export function dayLimit(facts: GoalFacts, dailyMinutes: number): number {
  const half = Math.min(60, Math.floor(dailyMinutes / 2));
  const least = Math.max(MIN_TASK_MINUTES, Math.min(GOOD_SESSION_MINUTES, dailyMinutes - MIN_TASK_MINUTES));
  return facts.sessionMinutes ?? Math.max(least, half);
}

/** The most minutes that a week may have after one with `before`; any number after none. */
export function mostAfter(before: number | undefined): number {
  return before === undefined ? Number.POSITIVE_INFINITY : Math.floor(before * MAX_WEEKLY_GROWTH);
}

/** A person who has told us nothing but a goal, as the planner is told of them. */

import { todayIn } from '../lib/days.ts';
import type { Planning } from '../lib/goals/planning-store.ts';

export type StatedGoal = { title: string; description?: string | undefined; target_date?: string | null | undefined };
export type PlannedPerson = {
  timezone: string;
  locale?: string | null;
  dailyMinutes?: number;
  restDays?: number[];
  otherMinutes?: Record<string, number>;
};

/** Returns what a first plan is made from: the goal, and of its person the little that is given. */
export function planningOf(
  { title, description = '', target_date = null }: StatedGoal,
  { timezone, locale = null, dailyMinutes = 120, restDays = [], otherMinutes = {} }: PlannedPerson,
  now: Date,
): Planning {
  return {
    owner_id: '',
    goal: { title, description, start_date: todayIn(timezone, now), target_date },
    instructions: null,
    answers: [],
    limits: {},
    person: {
      timezone,
      locale,
      daily_minutes: dailyMinutes,
      rest_days: restDays,
      available_hours: { from: '07:00', to: '21:00' },
      preferred_time: null,
    },
    usual_times: {},
    before: null,
    other_minutes: { ...otherMinutes },
    timed: [],
    series: [],
    kept: [],
    missed: [],
  };
}

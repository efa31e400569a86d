import { addDays, type Day, daysFromTo } from '../days.ts';
import { detectLanguage } from '../language/detect.ts';
import { languageOf } from '../language/languages.ts';
import { wallClockAt } from '../time.ts';
import { busyWithTasks, byDay } from './busy.ts';
import { contextOf, type PlanContext } from './planner/context.ts';
import { readHorizon } from './planner/horizon.ts';
import type { PlanLimits, Planning } from './planning-store.ts';
import type { Brief } from './proposal.ts';

/** How far ahead the planner is told what takes the person's time, in days; private.planning_input reads as far. */
const busyDaysMax = 190;

/** What a plan is made from, of what is known about the goal and its person. */
export function briefOf(planning: Planning, requestId: string, now: Date): Brief {
  const { goal, person, instructions } = planning;
  const { timezone } = person;
  const clock = wallClockAt(now, timezone);
  const horizon = horizonOf(planning, clock.day);
  const busy = busyWithTasks(planning.timed, planning.series, {
    from: clock.day,
    to: addDays(clock.day, busyDaysMax),
    timezone,
  });
  const context = contextOf({
    goal: { title: goal.title, description: goal.description },
    language: detectLanguage(`${goal.title}\n${goal.description}`) ?? languageOf(person.locale),
    ...horizon,
    timezone,
    now: clock.day < horizon.start_date ? { day: horizon.start_date, time: '00:00' } : clock,
    dailyMinutes: person.daily_minutes,
    restDays: person.rest_days,
    otherMinutes: planning.other_minutes,
    availableHours: person.available_hours,
    preferredTime: person.preferred_time,
    busy: byDay(busy, timezone),
    usualTimes: planning.usual_times,
    answers: planning.answers,
    ...(instructions ? { wishes: instructions } : {}),
    kept: planning.kept,
    missed: planning.missed,
    ...(planning.before ? { before: planning.before } : {}),
  });
  return {
    context: withLimits(context, planning.limits),
    seed: requestId,
    instructions: instructions || undefined,
  };
}

/**
 * The days that a plan covers. A goal that is planned again keeps its start and its end; one whose end is over by now gets a
 * week from today.
 */
function horizonOf(
  { goal }: Planning,
  today: Day,
): Pick<PlanContext, 'start_date' | 'target_date' | 'horizonNamed' | 'note'> {
  const start_date = goal.start_date < today ? today : goal.start_date;
  const { target_date, source, note } = readHorizon({ ...goal, today: start_date });
  const end = goal.target_date ?? target_date;
  if (end < today) {
    return {
      start_date,
      target_date: addDays(today, 6),
      horizonNamed: true,
      note: `The target date ${end} has passed, so this plan takes one more week, from today.`,
    };
  }
  return { start_date, target_date: end, horizonNamed: source !== 'default', ...(note ? { note } : {}) };
}

/** The context under what proposals that were taken ask for: fewer minutes a day for this goal, other days, another time. */
export function withLimits(context: PlanContext, limits: PlanLimits): PlanContext {
  const { daily_minutes, rest_days = [], preferred_time } = limits;
  const free = [...new Set([...context.restDays, ...rest_days])];
  return {
    ...context,
    // Never every day: the last one stays a working day.
    restDays: free.length < 7 ? free : context.restDays,
    preferredTime: preferred_time ?? context.preferredTime,
    otherMinutes: daily_minutes === undefined ? context.otherMinutes : leaving(daily_minutes, context),
  };
}

/** The minutes that other goals take, raised so that no day from now on leaves this goal more than `minutes`. */
function leaving(minutes: number, { otherMinutes, dailyMinutes, now, target_date }: PlanContext): Record<Day, number> {
  const raised: Record<Day, number> = { ...otherMinutes };
  for (const day of daysFromTo(now.day, target_date)) {
    raised[day] = Math.max(raised[day] ?? 0, dailyMinutes - minutes);
  }
  return raised;
}

import { livesInSouth } from '../care/country.ts';
import { readCare } from '../care/read.ts';
import type { CareReading } from '../care/schema.ts';
import { addDays, type Day, daysFromTo } from '../days.ts';
import { type GoalWords, readGoalWords } from '../language/goal.ts';
import type { GoalHours } from '../language/goal-hours.ts';
import { wallClockAt } from '../time.ts';
import { busyWithTasks, byDay } from './busy.ts';
import { contextOf, hoursOn, MAX_WEEKS, type PlanContext } from './planner/context.ts';
import { beginWherePossible, findShortage } from './planner/infeasible.ts';
import { toMinutes } from './planner/slots.ts';
import type { PlanLimits, Planning } from './planning-store.ts';
import type { Brief } from './proposal.ts';

/** How far ahead the planner is told what takes the person's time, in days; private.planning_input reads as far. */
const busyDaysMax = 190;
/** How long a plan is where neither words nor a playbook know better, in days. */
const usualDays = 6 * 7;

/** Returns what a plan is made from, of what is known about the goal and its person. */
export function briefOf(planning: Planning, requestId: string, now: Date): Brief {
  const { goal, person, instructions } = planning;
  const { timezone } = person;
  const clock = wallClockAt(now, timezone);
  // A first plan begins today, also when its making has gone on past midnight; a later one began when the first did.
  const start = planning.before || goal.start_date > clock.day ? goal.start_date : clock.day;
  const words = readGoalWords({
    ...goal,
    today: goal.start_date,
    locale: person.locale,
    inSouth: livesInSouth(person),
  });
  const horizon = horizonOf(planning, words, { start, today: clock.day });
  const busy = busyWithTasks(planning.timed, planning.series, {
    from: clock.day,
    to: addDays(clock.day, busyDaysMax),
    timezone,
  });
  const care = careOf(planning);
  const context = contextOf({
    goal: { title: goal.title, description: goal.description },
    language: words.language,
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
    ...(care ? { care } : {}),
    ...(planning.before ? { before: planning.before } : {}),
  });
  return {
    context: beginWherePossible(withLimits(withWordLimits(context, words), planning.limits)),
    seed: requestId,
    instructions: instructions || undefined,
  };
}

/** Returns what the person's words about a goal ask to be heeded first: its title and description, their wishes and answers. */
export function careOf({ goal, instructions, answers, person }: Planning): CareReading | null {
  const said = [goal.title, goal.description, instructions ?? '', ...answers.map(({ text }) => text)];
  return readCare(said.join('\n'), person);
}

/**
 * Returns the days that a plan covers: to the goal's target date, else to the end that its words name, else six weeks. A goal that is
 * planned again keeps its start and its end; one whose end is over by now gets a week from today.
 */
function horizonOf(
  { goal }: Planning,
  words: GoalWords,
  { start, today }: { start: Day; today: Day },
): Pick<PlanContext, 'start_date' | 'target_date' | 'horizonNamed' | 'dayNamed' | 'note'> {
  const named = goal.target_date ?? words.horizon?.target_date;
  const note = words.note && !goal.target_date ? { note: words.note } : {};
  if (!named) return { start_date: start, target_date: addDays(start, usualDays - 1), horizonNamed: false, ...note };
  if (named < today) {
    return {
      start_date: start,
      target_date: addDays(today, 6),
      horizonNamed: true,
      note: `The target date ${named} has passed, so this plan takes one more week, from today.`,
    };
  }
  const dayNamed = goal.target_date ? true : (words.horizon?.isDay ?? true);
  return { start_date: start, target_date: named, horizonNamed: true, dayNamed, ...note };
}

/**
 * Returns the context under the limits that a goal's own words set; the day of an event is free of them. Midday stands for the afternoon,
 * and the night is evening.
 */
export function withWordLimits(given: PlanContext, words: Pick<GoalWords, 'limits' | 'horizon'>): PlanContext {
  const { restDays, dailyMinutes, timeOfDay, hours } = words.limits;
  const { target_date, dayNamed } = given;
  const isEvent = dayNamed === true && (words.horizon?.target_date !== target_date || words.horizon.isEvent);
  const context = isEvent ? { ...given, eventDay: target_date } : given;
  const part = timeOfDay === 'afternoon' ? 'midday' : timeOfDay === 'night' ? 'evening' : timeOfDay;
  const limited = withLimits(context, {
    rest_days: restDays,
    ...(dailyMinutes === undefined ? {} : { daily_minutes: dailyMinutes }),
    ...(part === undefined ? {} : { preferred_time: part }),
  });
  return hours === undefined ? limited : withSlots(limited, hours);
}

/** Returns the context with the hours that its words leave for the goal; where no task fits into them, with a note instead. */
function withSlots(context: PlanContext, slots: readonly GoalHours[]): PlanContext {
  const kept = leaving(context.dailyMinutes, { ...context, slots });
  const limited = { ...context, slots, otherMinutes: kept };
  if (!findShortage(limited) || findShortage(context)) return limited;
  const said = slots.map(({ from, to }) => `${from} to ${to}`).join(', ');
  const note = `In the hours that you named (${said}) there is no room for a task, so the plan keeps your usual hours.`;
  return { ...context, note: context.note ? `${context.note} ${note}` : note };
}

/** Returns the context under what proposals that were taken ask for: fewer minutes a day for this goal, other days, another time. */
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

/** Returns the minutes that other goals take, raised so that no day from now on leaves this goal more than `minutes`, nor more than its hours hold. */
function leaving(minutes: number, context: PlanContext): Record<Day, number> {
  const { otherMinutes, dailyMinutes, eventDay, now } = context;
  const raised: Record<Day, number> = { ...otherMinutes };
  // As far as days are planned: where no end was named, the playbook sets a later one than the context has here.
  for (const day of daysFromTo(now.day, addDays(now.day, 7 * (MAX_WEEKS + 1)))) {
    if (day === eventDay) continue;
    const open = hoursOn(context, day).reduce((sum, { from, to }) => sum + toMinutes(to) - toMinutes(from), 0);
    raised[day] = Math.max(raised[day] ?? 0, dailyMinutes - Math.min(minutes, open));
  }
  return raised;
}

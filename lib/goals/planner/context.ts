import { addDays, type Day, daysBetween, daysFromTo, weekdayOf } from '../../days.ts';
import type { GoalHours } from '../../language/goal-hours.ts';
import type { Language } from '../../language/languages.ts';
import type { PlanTask, PlanWeek } from './schema.ts';

/** A span of wall-clock time within a day, `HH:MM`, the end not included. */
export type ClockSpan = { from: string; to: string };

/** Part of the day that a person prefers for their tasks. */
export type PartOfDay = 'morning' | 'midday' | 'evening';

/** Everything about the goal and the person that decides whether a plan is right. Days are days in `timezone`. */
export type PlanContext = {
  goal: { title: string; description?: string | null };
  /** The language of the goal and of the notes. */
  language: Language;
  /** The first day of week 1. When planning again it stays that of the plan before. */
  start_date: Day;
  /** The last day of the plan, included. When planning again it stays, unless a new target date was set. */
  target_date: Day;
  /** Whether the person named the end. If not, the planner takes the usual length of such a goal. */
  horizonNamed: boolean;
  /** False where the end was named as a month or a number of weeks, so that a feast may take the weekend near it. */
  dayNamed?: boolean;
  /** The last day where the words name it as that of an event ("the race is on 18 April"): it has all of its minutes, also on a day of rest. */
  eventDay?: Day;
  timezone: string;
  /** The wall clock of the person: nothing is planned before it, and `now.day` is the first day that can be planned. */
  now: { day: Day; time: string };
  /** Minutes a day that the person has for all their goals together. */
  dailyMinutes: number;
  /** Weekdays without tasks, also those that the goal's own words exclude: 0 is Sunday, 6 is Saturday. */
  restDays: readonly number[];
  /** Minutes already taken on a day by the person's other active goals. */
  otherMinutes: Readonly<Record<Day, number>>;
  /** The hours in which tasks may be planned. */
  availableHours: ClockSpan;
  /** The hours that the goal's own words leave, in place of these. */
  slots?: readonly GoalHours[];
  preferredTime: PartOfDay | null;
  /** Times that other tasks and calendars take, by day. */
  busy: Readonly<Record<Day, readonly ClockSpan[]>>;
  /** The time of day at which tasks were done before, by weekday (0 is Sunday). */
  usualTimes?: Readonly<Partial<Record<number, string>>>;
  /** What the person answered to the questions of the plan before. */
  answers: readonly { id: string; text: string }[];
  /** The person's wishes for the plan, in their own words. */
  wishes?: string;
  /** Completed tasks of the plan before this one. They stay, and their minutes are spent. */
  kept: readonly PlanTask[];
  /** Tasks of the plan before that were missed. */
  missed: readonly PlanTask[];
  /** The plan before this one. Its start, week numbers and phases stay. */
  before?: { start_date: Day; end_date: Day; weeks: readonly PlanWeek[]; playbook?: string };
  /** What must be heeded first, from `lib/care`. */
  care?: { kind: string; tier: string };
  /** A sentence about the horizon, added to the notes. */
  note?: string;
};

type Frame = Pick<PlanContext, 'goal' | 'start_date' | 'target_date' | 'timezone' | 'dailyMinutes' | 'restDays'>;

/** Returns a context of what is known, and for the rest what holds of a person who has said nothing: free from 07:00 to 21:00, from the first minute of the start. */
export function contextOf(known: Frame & Partial<PlanContext>): PlanContext {
  return {
    language: 'en',
    horizonNamed: true,
    now: { day: known.start_date, time: '00:00' },
    availableHours: { from: '07:00', to: '21:00' },
    preferredTime: null,
    busy: {},
    otherMinutes: {},
    answers: [],
    kept: [],
    missed: [],
    ...known,
  };
}

/** The shortest task there is, in minutes. */
export const MIN_TASK_MINUTES = 5;
/** The longest task there is, in minutes. */
export const MAX_TASK_MINUTES = 240;
/** How far a week's minutes may exceed those of the week before. */
export const MAX_WEEKLY_GROWTH = 1.25;

/** Weeks that are planned day by day, counted from the current one; what lies beyond is `later`. */
export const MAX_WEEKS = 26;

/** One week of a plan: its number, its first and last day, and its days that are not rest days. */
export type Week = { week: number; starts_on: Day; ends_on: Day; workingDays: Day[] };

/**
 * Returns the weeks of a plan: week k runs from start + 7(k − 1) for seven days, whatever the weekday, up to 26 weeks from the current
 * one. The last may be shorter; if it then has no working day, it is merged into the one before, which becomes longer.
 */
export function weeksOf(
  context: Pick<PlanContext, 'start_date' | 'target_date' | 'restDays' | 'eventDay' | 'now'>,
): Week[] {
  const { start_date, target_date, now } = context;
  const passed = Math.max(0, Math.floor(daysBetween(start_date, now.day) / 7));
  const count = Math.min(countWeeks(context), passed + MAX_WEEKS);
  const weeks = Array.from({ length: count }, (_, index): Week => {
    const starts_on = addDays(start_date, 7 * index);
    const lastDay = addDays(starts_on, 6);
    const ends_on = lastDay > target_date ? target_date : lastDay;
    return { week: index + 1, starts_on, ends_on, workingDays: workingDays(starts_on, ends_on, context) };
  });
  const last = weeks.at(-1);
  const before = weeks.at(-2);
  if (last && before && last.workingDays.length === 0) {
    before.ends_on = last.ends_on;
    weeks.pop();
  }
  return weeks;
}

/** Returns how many weeks lie between start and target, the last perhaps short. */
export function countWeeks({ start_date, target_date }: Pick<PlanContext, 'start_date' | 'target_date'>): number {
  return Math.max(1, Math.ceil((daysBetween(start_date, target_date) + 1) / 7));
}

/** Returns the working days of a week that are not over. */
export function openDays({ workingDays }: Week, { now }: Pick<PlanContext, 'now'>): Day[] {
  return workingDays.filter((day) => day >= now.day);
}

/** Tells whether nothing of the week is over: its seven days (or what there is of the last week) all lie ahead. */
export function isWhole({ starts_on }: Week, { now }: Pick<PlanContext, 'now'>): boolean {
  return starts_on >= now.day;
}

function workingDays(first: Day, last: Day, context: Pick<PlanContext, 'restDays' | 'eventDay'>): Day[] {
  return daysFromTo(first, last).filter((day) => !isRestDay(context, day) || day === context.eventDay);
}

/** Tells whether a day is one of rest by its weekday. */
export function isRestDay({ restDays }: Pick<PlanContext, 'restDays'>, day: Day): boolean {
  return restDays.includes(weekdayOf(day));
}

/** Returns the spans of a day in which tasks may be planned: those that the goal's words name for its weekday, else the person's hours. */
export function hoursOn(
  { slots = [], availableHours, eventDay }: Pick<PlanContext, 'slots' | 'availableHours' | 'eventDay'>,
  day: Day,
): readonly ClockSpan[] {
  const own =
    day === eventDay ? [] : slots.filter(({ weekdays }) => weekdays.length === 0 || weekdays.includes(weekdayOf(day)));
  return own.length > 0 ? own : [availableHours];
}

/** Returns how many minutes of a day are left for this goal: after the other goals and after what is already done that day. */
export function freeMinutes(context: PlanContext, day: Day): number {
  return context.dailyMinutes - takenMinutes(context, day);
}

/** Returns how many minutes of a day are spent whatever the plan says: by other goals, and by completed tasks of this one. */
export function takenMinutes(context: Pick<PlanContext, 'otherMinutes' | 'kept'>, day: Day): number {
  const done = context.kept.filter((task) => task.date === day);
  return done.reduce((sum, task) => sum + task.duration_minutes, context.otherMinutes[day] ?? 0);
}

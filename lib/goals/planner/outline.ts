import { type Day, daysBetween } from '../../days.ts';
import type { Local } from '../playbooks/facts.ts';
import { countWeeks, isWhole, openDays, type PartOfDay, type Week } from './context.ts';
import { type Course, localOf } from './course.ts';
import { numberSessions, sessionsOf } from './sessions.ts';
import { datedSteps } from './steps.ts';

/** Something that a week should hold: a step, one time of a session, or a small thing for a week without anything else. */
export type Item = {
  id: string;
  kind: 'step' | 'session' | 'small';
  title: string;
  how: string;
  local: Local;
  min: number;
  max: number;
  ideal: number;
  /** Fewer minutes than `min`, for a day on which something else takes the rest. */
  least?: number;
  /** The minutes that a step usually takes, where no usual day has them. */
  wants?: number | undefined;
  /** The step that this is a part of. */
  whole?: Item | undefined;
  priority: number;
  hard: boolean;
  /** What the plan is about, not what comes beside it. */
  main?: boolean;
  review: boolean;
  part?: PartOfDay | undefined;
  fixedPart: boolean;
  days?: 'weekend' | 'weekday' | undefined;
  /** The day that a step is meant for. */
  target?: Day | undefined;
  /** A step that is never done before that day. */
  fixedDay?: boolean | undefined;
  /** A step that is done on its day or not at all. */
  exact?: boolean | undefined;
  /** The goal itself, after which nothing comes. */
  finale?: 'event' | 'proof' | undefined;
  /** What is there when a step is done. */
  done?: string | undefined;
  /** The step that comes first, by its id: before its day a session is not planned. */
  after?: string | undefined;
};

/** One week that is planned, with what it should hold. */
export type WeekOutline = { week: Week; phase: string; days: Day[]; whole: boolean; local: Local; items: Item[] };

/** Returns what each planned week that is not over should hold, steps first in their order. */
export function outline(course: Course, weeks: readonly Week[]): WeekOutline[] {
  const open = weeks.filter((week) => openDays(week, course.context).length > 0);
  const steps = datedSteps(course, open);
  const total = countWeeks(course.context);
  const all = Array.from({ length: total }, (_, index) => index + 1);
  const sessions = numberSessions(
    course,
    all.map((week) => sessionsOf(course, week, steps)),
  );
  return open.map((week): WeekOutline => {
    const days = openDays(week, course.context);
    const local = localOf(course, week.week);
    const own = steps.filter(
      ({ target = '' }) => target >= (week === open[0] ? '' : week.starts_on) && target <= week.ends_on,
    );
    const returning = partOf(sessions[week.week - 1] ?? [], week, days);
    return {
      week,
      phase: String(local.phase),
      days,
      whole: isWhole(week, course.context),
      local,
      items: [...own, ...returning],
    };
  });
}

/** Fewer times in a week of which only some days are left. */
function partOf(items: readonly Item[], week: Week, days: readonly Day[]): Item[] {
  if (days.length >= week.workingDays.length && days.length >= Math.min(4, items.length)) return [...items];
  const usual = Math.max(
    1,
    Math.min(7, daysBetween(week.starts_on, week.ends_on) + 1 >= 7 ? week.workingDays.length : 6),
  );
  const bySession = new Map<string, Item[]>();
  for (const item of items) bySession.set(item.id, [...(bySession.get(item.id) ?? []), item]);
  return [...bySession.values()].flatMap((same) => same.slice(0, Math.round((same.length * days.length) / usual)));
}

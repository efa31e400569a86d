import type { PartOfDay } from './planner/context.ts';
import type { PlanLimits } from './planning-store.ts';

/** A planned task of a week that is over: what the plan gave it, and what became of it. Times are HH:MM. */
export type ReviewedTask = {
  week: number;
  /** The day that the plan gave it: 0 is Sunday. */
  weekday: number;
  minutes: number;
  status: 'pending' | 'done' | 'missed';
  start_time?: string | undefined;
  done_time?: string | undefined;
};

/** How a week went. `bad_weeks` counts the weeks in a row that went badly, this one included. */
export type WeekResult = {
  verdict: 'empty' | 'good' | 'fair' | 'bad';
  tasks: number;
  tasks_done: number;
  minutes: number;
  minutes_done: number;
  bad_weeks: number;
};

/** A change of a plan that may help: other days, another time of day, fewer minutes, or more weeks. */
export type PlanChange =
  | { kind: 'days'; weekdays: number[] }
  | { kind: 'time'; part: PartOfDay }
  | { kind: 'lighter'; daily_minutes: number }
  | { kind: 'longer'; weeks: number };

/** A week with this share of its minutes done was a good one. */
const goodShare = 0.8;
/** A week with less than this share of its minutes done was a bad one. */
const badShare = 0.6;
/** So much of a day's minutes a lighter plan leaves; where that makes the week no lighter, the same share of that again. */
const lighterShare = 0.7;
/** Below this, in minutes, a day's work is not made smaller. */
const dailyMinutesMin = 10;
/** Over so many weeks a habit is looked for. */
const habitWeeks = 3;

/** Judges a week by the minutes that its plan had, whatever was ticked off or moved. */
export function judgeWeek(all: readonly ReviewedTask[], week: number): WeekResult {
  const tasks = ofWeek(all, week);
  const done = tasks.filter(isDone);
  const share = shareDone(tasks);
  let bad_weeks = 0;
  while (isBad(ofWeek(all, week - bad_weeks))) bad_weeks += 1;
  return {
    verdict: tasks.length === 0 ? 'empty' : share >= goodShare ? 'good' : share < badShare ? 'bad' : 'fair',
    tasks: tasks.length,
    tasks_done: done.length,
    minutes: minutesOf(tasks),
    minutes_done: minutesOf(done),
    bad_weeks,
  };
}

/**
 * Changes that may help after a week, the likeliest first. A bad week always has some. One that was not bad has only days that
 * never work out, seen three weeks in a row.
 * @param free weekdays that are free of tasks already
 */
export function changesAfter(
  all: readonly ReviewedTask[],
  week: number,
  { free, preferred_time }: { free: readonly number[]; preferred_time: PartOfDay | null },
): PlanChange[] {
  const { verdict, bad_weeks } = judgeWeek(all, week);
  if (verdict === 'empty') return [];
  const recent = all.filter((task) => task.week > week - habitWeeks && task.week <= week);
  const isBadWeek = verdict === 'bad';
  const weekdays = daysThatFail(recent, week, isBadWeek ? 2 : 3).filter((day) => !free.includes(day));
  const changes: PlanChange[] = [];
  if (weekdays.length > 0 && free.length + weekdays.length <= 5) changes.push({ kind: 'days', weekdays });
  if (!isBadWeek) return changes;
  const part = partThatWorks(recent);
  if (part && part !== preferred_time) changes.unshift({ kind: 'time', part });
  const lighter = lighterThan(ofWeek(all, week));
  const longer: PlanChange = { kind: 'longer', weeks: bad_weeks };
  // A second bad week says that the work is not too heavy but that time was lost; a third one that it is both.
  return [...changes, ...(bad_weeks % 2 === 0 ? [longer, ...lighter] : [...lighter, longer])];
}

/** Returns what a change adds to the limits of a goal's plans. */
export function limitsAfter(limits: PlanLimits, change: PlanChange): PlanLimits {
  switch (change.kind) {
    case 'days':
      return { ...limits, rest_days: [...new Set([...(limits.rest_days ?? []), ...change.weekdays])].sort() };
    case 'time':
      return { ...limits, preferred_time: change.part };
    case 'lighter':
      return { ...limits, daily_minutes: Math.min(change.daily_minutes, limits.daily_minutes ?? 1440) };
    case 'longer':
      return limits;
  }
}

/** Weekdays of this week on which nothing was done for so many weeks, while the other days mostly worked out. */
function daysThatFail(recent: readonly ReviewedTask[], week: number, weeksMin: number): number[] {
  const failing = [...new Set(ofWeek(recent, week).map(({ weekday }) => weekday))].filter((weekday) => {
    const tasks = recent.filter((task) => task.weekday === weekday);
    return new Set(tasks.map((task) => task.week)).size >= weeksMin && !tasks.some(isDone);
  });
  const others = recent.filter(({ weekday }) => !failing.includes(weekday));
  return others.length > 0 && shareDone(others) >= badShare ? failing : [];
}

/** Returns the part of the day in which nearly everything was done, where what was planned for other parts was mostly missed. */
function partThatWorks(recent: readonly ReviewedTask[]): PartOfDay | null {
  const done = recent.filter(isDone).flatMap(({ done_time }) => (done_time ? [partOf(done_time)] : []));
  const missed = recent.flatMap((task) => (isDone(task) || !task.start_time ? [] : [partOf(task.start_time)]));
  const works = (['morning', 'midday', 'evening'] as const).find(
    (part) => done.length >= 2 && done.filter((each) => each === part).length >= 0.7 * done.length,
  );
  const isElsewhere = missed.length >= 2 && missed.filter((part) => part !== works).length >= 0.7 * missed.length;
  return works && isElsewhere ? works : null;
}

function lighterThan(tasks: readonly ReviewedTask[]): PlanChange[] {
  const days = [0, 1, 2, 3, 4, 5, 6].map((day) => minutesOf(tasks.filter(({ weekday }) => weekday === day)));
  const fullest = Math.max(...days);
  const steps = [lighterShare, lighterShare ** 2, lighterShare ** 3].map((share) =>
    Math.max(dailyMinutesMin, Math.floor((fullest * share) / 5) * 5),
  );
  return [...new Set(steps)]
    .filter((daily_minutes) => daily_minutes < fullest)
    .map((daily_minutes) => ({ kind: 'lighter', daily_minutes }));
}

/** Returns which part of the day a time of day, HH:MM, is in. */
export function partOf(time: string): PartOfDay {
  return time < '12:00' ? 'morning' : time < '17:00' ? 'midday' : 'evening';
}

function isBad(tasks: readonly ReviewedTask[]): boolean {
  return tasks.length > 0 && shareDone(tasks) < badShare;
}

function shareDone(tasks: readonly ReviewedTask[]): number {
  return minutesOf(tasks.filter(isDone)) / minutesOf(tasks);
}

function isDone({ status }: ReviewedTask): boolean {
  return status === 'done';
}

function ofWeek(tasks: readonly ReviewedTask[], week: number): ReviewedTask[] {
  return tasks.filter((task) => task.week === week);
}

function minutesOf(tasks: readonly ReviewedTask[]): number {
  return tasks.reduce((sum, { minutes }) => sum + minutes, 0);
}

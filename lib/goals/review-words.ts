import { type Day, weekdayOf } from '../days.ts';
import type { PlanChange, WeekResult } from './review-rules.ts';

/** What a change of a plan would do, in numbers: the minutes of the coming week and the last day, before and after. */
export type Effect = { minutesBefore: number; minutesAfter: number; endBefore: Day; endAfter: Day };

/** Returns what is said of a week when it is over; null after a bad one, whose proposal speaks. */
export function lineAbout({ verdict, tasks, tasks_done, minutes, minutes_done }: WeekResult): string | null {
  if (verdict === 'good' && tasks_done === tasks) {
    return `A good week: all ${count(tasks, 'task')} done, ${count(minutes, 'minute')}. Well done!`;
  }
  const done = `${tasks_done} of ${count(tasks, 'task')} done, ${minutes_done} of ${count(minutes, 'minute')}`;
  if (verdict === 'good') return `A good week: ${done}. Well done!`;
  return verdict === 'fair' ? `${done}. That counts, and the next week is a new one.` : null;
}

/** Why a change is proposed, kindly. */
export function reasonFor(change: PlanChange, { verdict, minutes, minutes_done, bad_weeks }: WeekResult): string {
  if (change.kind === 'days') {
    const days = listOf(change.weekdays.map((day) => `${WEEKDAYS[day]}s`));
    return `${days} did not work out in the last weeks; the other days mostly did.`;
  }
  if (change.kind === 'time') return `What you did, you mostly did ${AT[change.part]}. The plan can move there.`;
  const what =
    minutes_done === 0
      ? 'Last week there was no room for this.'
      : `Last week ${minutes_done} of ${count(minutes, 'minute')} came about.`;
  const comfort =
    bad_weeks > 1
      ? 'Weeks like these happen to everybody, and the plan can wait for you.'
      : 'That happens to everybody.';
  return verdict === 'bad' ? `${what} ${comfort}` : what;
}

/** Returns what a change comes to in one sentence. */
export function summaryOf(change: PlanChange, { endAfter }: Effect): string {
  switch (change.kind) {
    case 'days':
      return `The same work on other days, with ${listOf(change.weekdays.map((day) => `${WEEKDAYS[day]}s`))} free.`;
    case 'time':
      return `The same work, ${AT[change.part]} wherever there is room.`;
    case 'lighter':
      return 'A lighter plan, so that it fits again.';
    case 'longer':
      return `The same goal with more time, until ${sayDay(endAfter)}.`;
  }
}

/** Returns the single changes, one a line. */
export function changesOf(change: PlanChange, effect: Effect): string[] {
  const { minutesBefore, minutesAfter, endBefore, endAfter } = effect;
  const load =
    minutesAfter === minutesBefore
      ? []
      : [`About ${count(minutesAfter, 'minute')} in the coming week, instead of ${minutesBefore}.`];
  const end =
    endAfter === endBefore
      ? `The last day stays ${sayDay(endBefore)}.`
      : `The last day moves from ${sayDay(endBefore)} to ${sayDay(endAfter)}.`;
  return [...lineOf(change), ...load, end];
}

function lineOf(change: PlanChange): string[] {
  switch (change.kind) {
    case 'days':
      return change.weekdays.map((day) => `Nothing on ${WEEKDAYS[day]}s any more.`);
    case 'time':
      return [`Tasks move to the ${change.part === 'midday' ? 'middle of the day' : change.part}.`];
    case 'lighter':
      return [`At most ${count(change.daily_minutes, 'minute')} a day for this goal.`];
    case 'longer':
      return [`${count(change.weeks, 'week')} more.`];
  }
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const AT = { morning: 'in the morning', midday: 'in the middle of the day', evening: 'in the evening' };

function sayDay(day: Day): string {
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
  return `${WEEKDAYS[weekdayOf(day)]}, ${date}`;
}

function count(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

function listOf(items: string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

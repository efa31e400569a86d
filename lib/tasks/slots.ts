import { addDays, daysFromTo, weekdayOf } from '../days.ts';
import { nextHalfHour } from '../language/instants.ts';
import { sayDay } from '../language/say.ts';
import type { Moment } from '../language/when.ts';
import { instantOf, wallClockAt } from '../time.ts';
import type { Slot, Task } from './schema.ts';

/** Days ahead in which new times are looked for, today included. */
export const SLOT_DAYS = 14;

const SLOTS_MAX = 3;
/** Times at which people tend to be free, the likeliest first. */
const USUAL_TIMES = ['18:00', '12:30', '09:00', '20:00'];
/** A new time ends before this, unless it is the time that the task always had. */
const DAY_ENDS = '22:00';

/**
 * Returns up to three new times for a task that did not happen when it should have, on the next days whose free minutes hold it: at
 * its own time of day where that is free, else at a usual one. Rest days stay empty. The reasons look ahead, never back.
 * @param tasks the person's tasks of the coming days
 */
export function suggestSlots(
  task: Task,
  tasks: Task[],
  person: Moment & { daily_minutes: number; rest_days: number[] },
): Slot[] {
  const { now, timezone, daily_minutes, rest_days } = person;
  if (task.status === 'done' || task.status === 'cancelled') return [];
  const clock = wallClockAt(now, timezone);
  const ownTime = task.scheduled_at && wallClockAt(new Date(task.scheduled_at), timezone).time;
  const others = tasks.filter((each) => each.id !== task.id && (each.status === 'pending' || each.status === 'done'));
  const slots: Slot[] = [];
  for (const date of daysFromTo(clock.day, addDays(clock.day, SLOT_DAYS - 1))) {
    const planned = others.filter((each) => each.date === date);
    const free = daily_minutes - planned.reduce((sum, each) => sum + each.duration_minutes, 0);
    if (free < task.duration_minutes || rest_days.includes(weekdayOf(date))) continue;
    const times = [ownTime, date === clock.day ? nextHalfHour(clock.time) : null, ...USUAL_TIMES];
    const scheduled_at = times
      .flatMap((time) =>
        time && (time === ownTime || endsInTime(time, task)) ? [instantOf(date, time, timezone)] : [],
      )
      .find(
        (start) => Date.parse(start) > now.getTime() && start !== task.scheduled_at && isFree(start, task, planned),
      );
    if (!scheduled_at) continue;
    const atOwnTime = ownTime !== null && scheduled_at === instantOf(date, ownTime, timezone);
    const reason = reasonFor(sayDay(date, clock.day), { free, isEmpty: planned.length === 0, atOwnTime });
    slots.push({ scheduled_at, date, duration_minutes: task.duration_minutes, reason });
    if (slots.length === SLOTS_MAX) break;
  }
  return slots;
}

function endsInTime(time: string, { duration_minutes }: Task): boolean {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + duration_minutes;
  return minutes <= Number(DAY_ENDS.slice(0, 2)) * 60;
}

function isFree(start: string, { duration_minutes }: Task, planned: Task[]): boolean {
  const [from, to] = [Date.parse(start), Date.parse(start) + duration_minutes * 60_000];
  return planned.every((other) => {
    if (!other.scheduled_at || other.status !== 'pending') return true;
    const begins = Date.parse(other.scheduled_at);
    return begins >= to || begins + other.duration_minutes * 60_000 <= from;
  });
}

function reasonFor(
  day: string,
  { free, isEmpty, atOwnTime }: { free: number; isEmpty: boolean; atOwnTime: boolean },
): string {
  const name = `${day.charAt(0).toUpperCase()}${day.slice(1)}`;
  const time = atOwnTime ? ' at your usual time' : '';
  if (isEmpty) return `${name} is wide open${time}: nothing else is planned.`;
  return `${name} has room${time}: ${free} ${free === 1 ? 'minute is' : 'minutes are'} free.`;
}

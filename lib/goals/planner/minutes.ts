import type { Local } from '../playbooks/facts.ts';
import { MAX_TASK_MINUTES, MIN_TASK_MINUTES } from './context.ts';
import type { Course } from './course.ts';

/** Returns the least, most and usual minutes of something; `wanted` is what the person named, if it lies within reason. */
export function minutesOf(
  range: readonly [number | string, number | string],
  course: Course,
  local: Local,
  wanted?: number,
) {
  const [least, most] = range.map((each) => onGrid(course.facts.number(each, local)));
  const limit = wanted === Number.POSITIVE_INFINITY ? MAX_TASK_MINUTES : Math.min(MAX_TASK_MINUTES, course.dayMinutes);
  const bound = (value: number) => Math.max(MIN_TASK_MINUTES, Math.min(limit, value));
  const min = bound(least ?? MIN_TASK_MINUTES);
  const max = Math.max(min, bound(most ?? MIN_TASK_MINUTES));
  if (wanted === undefined || wanted === Number.POSITIVE_INFINITY || min === max) {
    return { min, max, ideal: roundTo5((min + max) / 2, min, max) };
  }
  const ideal = bound(wanted);
  return { min: Math.min(min, ideal), max: ideal, ideal };
}

/** Returns minutes as people plan them: from ten on in fives, rather more than less. */
function onGrid(minutes: number): number {
  return minutes > 10 ? Math.ceil(Math.round(minutes) / 5) * 5 : Math.round(minutes);
}

function roundTo5(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, Math.round(value / 5) * 5));
}

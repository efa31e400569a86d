// @ts-check
import { addDays, count } from './words.js';

/** @typedef {import('../openapi.d.ts').components['schemas']['Task']} Task */

/** Days back in which tasks that were left open are looked for. */
export const daysBack = 14;

/**
 * Sorts tasks by what a day asks: at a time, at any time, done, and what was left open before it. Only single tasks count as left
 * open: the next turn of a repeating one is there already.
 * @param {Task[]} tasks
 * @param {string} today `YYYY-MM-DD`
 */
export function dayOf(tasks, today) {
  const open = tasks.filter(({ status }) => status === 'pending');
  const here = open.filter(({ date }) => date === today);
  return {
    timed: here.filter(({ scheduled_at: at }) => at).sort(byTime),
    untimed: here.filter(({ scheduled_at: at }) => !at),
    before: open.filter(({ date, series_id: series }) => date < today && !series).sort(byDay),
    done: tasks.filter(({ date, status }) => date === today && status === 'done').sort(byTime),
  };
}

/**
 * Sorts tasks into the seven days of a week.
 * @param {Task[]} tasks
 * @param {string} from the week's first day, `YYYY-MM-DD`
 */
export function weekOf(tasks, from) {
  return Array.from({ length: 7 }, (_, index) => {
    const date = addDays(from, index);
    const planned = tasks.filter((task) => task.date === date && task.status !== 'cancelled').sort(byTime);
    return { date, tasks: planned, minutes: minutesOf(planned) };
  });
}

/**
 * Returns the day in one sentence.
 * @param {ReturnType<typeof dayOf>} day
 */
export function sentenceOf({ timed, untimed, done }) {
  const open = [...timed, ...untimed];
  if (open.length === 0) return done.length ? 'All done for today.' : 'Nothing is planned for today.';
  const minutes = minutesOf(open);
  return `${count(open.length, 'thing')} ${done.length ? 'left ' : ''}today, about ${minutesInWords(minutes)}.`;
}

/** @param {number} minutes as people say it: `95` is "1 h 35 min" */
export function minutesInWords(minutes) {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours ? `${hours} h` : '', rest || !hours ? `${rest} min` : ''].filter(Boolean).join(' ');
}

/**
 * Returns the tasks with one of them as it is now.
 * @param {Task[]} tasks
 * @param {string} id what it was called before
 * @param {Task} newer
 */
export function replaced(tasks, id, newer) {
  return [...tasks.filter((task) => task.id !== id && task.id !== newer.id), newer];
}

/** Returns where the API has a task. @param {string} id */
export function pathOf(id) {
  return `/tasks/${encodeURIComponent(id)}`;
}

/**
 * Returns what PATCH takes to put a task back where it was.
 * @param {Task} task
 */
export function placeOf({ scheduled_at: at, date }) {
  return at ? { scheduled_at: at } : { scheduled_at: null, date };
}

/** @param {Task[]} tasks */
function minutesOf(tasks) {
  return tasks.reduce((sum, { duration_minutes: minutes }) => sum + minutes, 0);
}

/** @param {Task} a @param {Task} b */
function byTime(a, b) {
  return (a.scheduled_at ?? '9').localeCompare(b.scheduled_at ?? '9') || a.title.localeCompare(b.title);
}

/** @param {Task} a @param {Task} b */
function byDay(a, b) {
  return a.date.localeCompare(b.date) || byTime(a, b);
}

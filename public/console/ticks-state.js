// @ts-check

/** @typedef {import('./today-state.js').Task} Task */
/** @typedef {{key: string, task: string, title: string, status: Task['status']}} Tick what became of a task, not sent yet */

/**
 * Returns the ticks with one more, last. Only what a task became last counts.
 * @param {Tick[]} ticks
 * @param {Tick} tick
 */
export function withTick(ticks, tick) {
  return [...ticks.filter(({ task }) => task !== tick.task), tick];
}

/**
 * Returns the ticks without one that was sent. One that took its place meanwhile stays.
 * @param {Tick[]} ticks
 * @param {string} key
 */
export function withoutTick(ticks, key) {
  return ticks.filter((tick) => tick.key !== key);
}

/**
 * Returns the tasks as they are with what was not sent yet.
 * @template {Pick<Task, 'id' | 'status'>} T
 * @param {T[]} tasks
 * @param {Tick[]} ticks
 * @returns {T[]}
 */
export function ticked(tasks, ticks) {
  const statuses = new Map(ticks.map(({ task, status }) => [task, status]));
  return tasks.map((task) => ({ ...task, status: statuses.get(task.id) ?? task.status }));
}

/**
 * Tells whether what went wrong passes by itself: no connection, too many calls, a server that fails, a session to be renewed.
 * @param {unknown} problem
 */
export function passes(problem) {
  const { status } = /** @type {{status?: number}} */ (problem);
  return status === 0 || status === 401 || status === 429 || (status !== undefined && status >= 500);
}

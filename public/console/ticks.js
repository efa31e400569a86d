// @ts-check
import { keep, kept } from './kept.js';
import { passes, ticked, withoutTick, withTick } from './ticks-state.js';
import { pathOf } from './today-state.js';

/** @typedef {import('./ticks-state.js').Task} Task */
/** @typedef {import('./ticks-state.js').Tick} Tick */

/**
 * Makes what changes the status of tasks, also without a connection: what cannot be sent is kept in this browser and sent later, in
 * order. What is sent twice happens once, for a status is set, not turned.
 * @param {{api: ReturnType<typeof import('./api.js').createApi>, person: string, changed: (text: string) => void}} options
 *   `person`: whose ticks they are; `changed` is told when something was kept, sent or, in words, refused
 */
export function createTicks({ api, person, changed }) {
  const key = `flux-ticks-${person}`;
  /** @returns {Tick[]} */
  const waiting = () => kept(key) ?? [];
  let isOver = false;
  /** @param {Tick} tick */
  const send = ({ task, status }) => api.patch(pathOf(task), { status });

  /**
   * Sets a task's status, at once where that is possible.
   * @param {Task} task
   * @param {Task['status']} status
   * @returns {Promise<Task>} the task as it is now
   */
  async function set(task, status) {
    const tick = { key: crypto.randomUUID(), task: task.id, title: task.title, status };
    // Ticks that wait are sent first.
    await flush();
    if (waiting().length === 0) {
      try {
        return await send(tick);
      } catch (problem) {
        if (/** @type {{status?: number}} */ (problem).status !== 0) throw problem;
      }
    }
    // Whoever has signed out meanwhile leaves nothing here.
    if (isOver) return task;
    if (!keep(key, withTick(waiting(), tick)))
      throw new Error('This browser has no room to keep that until you are connected.');
    changed('');
    return { ...task, status };
  }

  /** Sends what waits, in order, as far as it gets. One tab does it at a time. */
  async function flush() {
    if (waiting().length === 0) return;
    await navigator.locks.request(key, { ifAvailable: true }, async (lock) => {
      if (!lock) return;
      for (let tick = waiting()[0]; tick; tick = waiting()[0]) {
        let refusal = '';
        try {
          await send(tick);
        } catch (problem) {
          if (passes(problem)) return;
          refusal = `${tick.title}: ${/** @type {Error} */ (problem).message}`;
        }
        keep(key, withoutTick(waiting(), tick.key));
        changed(refusal);
      }
    });
  }

  return {
    set,
    flush,
    /** Returns the number of ticks that wait. */
    count: () => waiting().length,
    /** Returns what shows tasks that are about to be read as they are with what waits now. @returns {(tasks: Task[]) => Task[]} */
    applier() {
      const ticks = waiting();
      return (tasks) => ticked(tasks, ticks);
    },
    forget() {
      isOver = true;
      localStorage.removeItem(key);
    },
  };
}

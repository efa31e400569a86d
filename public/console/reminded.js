// @ts-check
import { dayName } from './task-line.js';
import { pathOf, placeOf } from './today-state.js';
import { offerUndo } from './undo.js';
import { showTime, todayIn } from './words.js';

/** @typedef {import('./today-state.js').Task} Task */

/**
 * Does what was chosen on a reminder: done, skipped, or later at the first time that fits.
 * @param {URLSearchParams} answer such as `done=<id of the task>`
 * @param {{api: ReturnType<typeof import('./api.js').createApi>, ticks: ReturnType<typeof import('./ticks.js').createTicks>,
 *   changed: () => unknown}} options `changed` is called when it was taken back
 */
export async function answerReminder(answer, { api, ticks, changed }) {
  try {
    const [[action = '', id = ''] = []] = answer;
    /** @type {Task} */
    const task = await api.get(pathOf(id));
    if (action === 'later') await move(task);
    else {
      await ticks.set(task, action === 'done' ? 'done' : 'cancelled');
      offerUndo(`${action === 'done' ? 'Done' : 'Skipped'}: ${task.title}`, () =>
        ticks.set(task, task.status).then(changed),
      );
    }
  } catch (problem) {
    offerUndo(/** @type {Error} */ (problem).message, null);
  }

  /** @param {Task} task */
  async function move(task) {
    const [[slot], { timezone }] = await Promise.all([api.get(`${pathOf(task.id)}/slots`), api.get('/account')]);
    if (!slot) throw new Error(`${task.title}: there is no free time in the next days. Move it where you like.`);
    /** @type {Task} */
    const moved = await api.patch(pathOf(task.id), { scheduled_at: slot.scheduled_at });
    const when = `${dayName(slot.date, todayIn(timezone))}, ${showTime(slot.scheduled_at, timezone)}`;
    offerUndo(`${task.title}: moved to ${when}`, () => api.patch(pathOf(moved.id), placeOf(task)).then(changed));
  }
}

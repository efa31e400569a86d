// @ts-check
import { el, oneAtATime, quietButton } from './dom.js';
import { pathOf, placeOf } from './today-state.js';
import { offerUndo } from './undo.js';
import { showDay, showRule, showTime } from './words.js';

/** @typedef {import('./today-state.js').Task} Task */
/** @typedef {ReturnType<typeof import('./api.js').createApi>} Api */
/**
 * @typedef {object} Place where a line stands
 * @property {Api} api
 * @property {ReturnType<typeof import('./ticks.js').createTicks>} ticks sets what became of a task
 * @property {string} timezone
 * @property {string} today
 * @property {Map<string, string>} goals titles by id
 * @property {(id: string, newer: Task) => void} changed shows a task as it is now
 * @property {() => Promise<void>} reload reads the list again
 */

/**
 * Returns one task: a box to tick, when it is, and a panel with what can be done with it.
 * @param {Task} task
 * @param {Place} place
 */
export function taskLine(task, { api, ticks, timezone, today, goals, changed, reload }) {
  const error = el('p', { class: 'error', role: 'alert' });
  const panel = el('div', { class: 'panel', hidden: true });
  const goal = task.goal_id ? goals.get(task.goal_id) : undefined;
  const repeats = task.series_id !== null || task.recurrence_rule !== null;
  const attempt = oneAtATime(error);

  /** Changes the task, shows it, and offers the way back. @param {object} change @param {object} back @param {string} text */
  async function change(change, back, text) {
    const newer = await api.patch(pathOf(task.id), change);
    changed(task.id, newer);
    offerUndo(text, async () => changed(newer.id, await api.patch(pathOf(newer.id), back)));
  }

  /** Makes the task what became of it, also without a connection. @param {Task['status']} status @param {string} text */
  async function become(status, text) {
    const newer = await ticks.set(task, status);
    changed(task.id, newer);
    offerUndo(text, async () => changed(newer.id, await ticks.set(newer, task.status)));
  }

  const box = el('input', {
    type: 'checkbox',
    checked: task.status === 'done',
    'aria-keyshortcuts': 'x',
    onchange: () =>
      attempt(async () => {
        try {
          await become(box.checked ? 'done' : 'pending', box.checked ? `Done: ${task.title}` : `Open: ${task.title}`);
        } catch (problem) {
          box.checked = task.status === 'done';
          throw problem;
        }
      }),
  });

  /** @param {object} when @param {string} where in words */
  const moveTo = (when, where) => attempt(() => change(when, placeOf(task), `${task.title}: moved to ${where}`));

  function moveForm() {
    const slots = el('div', { class: 'options' }, el('span', { class: 'meta' }, 'Looking for times that fit…'));
    api
      .get(`${pathOf(task.id)}/slots`)
      .then((/** @type {{scheduled_at: string, date: string, reason: string}[]} */ found) =>
        slots.replaceChildren(
          ...found.map(({ scheduled_at: at, date, reason }) => {
            const text = `${dayName(date, today)}, ${showTime(at, timezone)}`;
            return el(
              'button',
              { type: 'button', class: 'chip', onclick: () => moveTo({ scheduled_at: at }, text) },
              text,
              el('span', { class: 'meta', dir: 'auto' }, reason),
            );
          }),
        ),
      )
      .catch((/** @type {Error} */ problem) => slots.replaceChildren(problem.message));
    const words = el('input', { name: 'when', dir: 'auto', maxLength: 200, placeholder: 'Friday at 6' });
    const date = el('input', { type: 'date', name: 'date', min: today, value: task.date });
    return el(
      'form',
      {
        class: 'move',
        'aria-label': `Move ${task.title}`,
        onsubmit(/** @type {Event} */ event) {
          event.preventDefault();
          if (words.value.trim()) moveTo({ when: words.value.trim() }, words.value.trim());
          else moveTo({ date: date.value }, dayName(date.value, today));
        },
      },
      slots,
      el('div', { class: 'fields' }, el('label', {}, 'Or in your words', words), el('label', {}, 'Or a day', date)),
      el('button', { type: 'submit', class: 'quiet' }, 'Move'),
    );
  }

  function editForm() {
    const title = el('input', { name: 'title', dir: 'auto', required: true, maxLength: 200, value: task.title });
    const minutes = el('input', {
      type: 'number',
      name: 'minutes',
      required: true,
      min: 5,
      max: 1440,
      value: String(task.duration_minutes),
    });
    return el(
      'form',
      {
        class: 'edit',
        'aria-label': `Edit ${task.title}`,
        onsubmit(/** @type {Event} */ event) {
          event.preventDefault();
          attempt(() =>
            change(
              { title: title.value, duration_minutes: Number(minutes.value) },
              { title: task.title, duration_minutes: task.duration_minutes },
              `Saved: ${title.value}`,
            ),
          );
        },
      },
      el('div', { class: 'fields' }, el('label', {}, 'Title', title), el('label', {}, 'Minutes', minutes)),
      el('button', { type: 'submit', class: 'quiet' }, 'Save'),
    );
  }

  const form = el('div', {});
  /** @param {() => HTMLFormElement} make */
  const open = (make) => {
    const made = make();
    form.replaceChildren(made);
    made.querySelector('input')?.focus();
  };
  const skip = () => attempt(() => become('cancelled', `Skipped: ${task.title}`));
  /** Asks once more, since there is no way back. */
  const endForm = () =>
    el(
      'form',
      {
        'aria-label': `End ${task.title}`,
        onsubmit(/** @type {Event} */ event) {
          event.preventDefault();
          attempt(async () => {
            await api.delete(pathOf(task.series_id ?? task.id));
            await reload();
            offerUndo(`Ended: ${task.title}`, null);
          });
        },
      },
      el(
        'label',
        { class: 'option' },
        el('input', { type: 'checkbox', required: true }),
        'All of them go, also those that were done',
      ),
      el('button', { type: 'submit', class: 'quiet' }, 'End'),
    );
  const more = el(
    'button',
    {
      type: 'button',
      class: 'more',
      'aria-expanded': 'false',
      'aria-label': `More about ${task.title}`,
      onclick() {
        panel.hidden = !panel.hidden;
        more.setAttribute('aria-expanded', String(!panel.hidden));
        if (panel.hidden || panel.hasChildNodes()) return;
        panel.append(
          ...(task.description ? [el('p', { dir: 'auto' }, task.description)] : []),
          ...(task.recurrence_rule ? [el('p', { class: 'meta' }, showRule(task.recurrence_rule))] : []),
          el(
            'div',
            { class: 'actions' },
            el('button', { type: 'button', class: 'quiet', 'data-key': 'm', onclick: () => open(moveForm) }, 'Move'),
            quietButton(repeats ? 'Skip this time' : 'Skip', skip),
            el('button', { type: 'button', class: 'quiet', 'data-key': 'e', onclick: () => open(editForm) }, 'Edit'),
            repeats ? quietButton('End all of them', () => open(endForm)) : null,
          ),
          form,
        );
      },
    },
    '⋯',
  );
  const facts = [
    `${task.duration_minutes} min`,
    repeats ? '↻' : '',
    goal ?? '',
    task.status === 'pending' && task.date < today ? `from ${dayName(task.date, today)}` : '',
  ];
  return el(
    'li',
    { class: `line ${task.status}`, 'data-id': task.id },
    el(
      'div',
      { class: 'task' },
      el(
        'label',
        { class: 'tick' },
        box,
        task.scheduled_at && task.date >= today
          ? el('time', { dateTime: task.scheduled_at }, showTime(task.scheduled_at, timezone))
          : null,
        el(
          'span',
          { class: 'what' },
          el('span', { dir: 'auto' }, task.title),
          el('span', { class: 'meta', dir: 'auto' }, facts.filter(Boolean).join(' · ')),
        ),
      ),
      more,
    ),
    task.care ? el('p', { class: 'meta', dir: 'auto' }, task.care.message) : null,
    error,
    panel,
  );
}

/** Returns a day as it is said from today: "today", "tomorrow", a weekday within six days, else the date. @param {string} day @param {string} today */
export function dayName(day, today) {
  const distance = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  if (distance >= -1 && distance <= 1)
    return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(distance, 'day');
  return showDay(day, Math.abs(distance) < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'short' });
}

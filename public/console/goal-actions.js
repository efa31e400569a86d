// @ts-check
import { el, oneAtATime, quietButton } from './dom.js';

/** @typedef {import('../openapi.d.ts').components['schemas']['Goal']} Goal */

/**
 * Returns what can be done with a goal: plan it again with wishes, change its words, mark it as reached, give it up, delete it.
 * @param {Goal} goal
 * @param {{api: ReturnType<typeof import('./api.js').createApi>, changed: (goal: Goal) => Promise<void>, deleted: () => void}} options
 */
export function goalActions(goal, { api, changed, deleted }) {
  const error = el('p', { class: 'error', role: 'alert' });
  const path = `/goals/${goal.id}`;
  const attempt = oneAtATime(error);
  /** @param {string} text @param {() => Promise<void>} act */
  const button = (text, act) => quietButton(text, () => attempt(act));
  /** @param {Partial<Pick<Goal, 'title' | 'description' | 'status' | 'target_date'>>} change */
  const change = async (change) => changed(await api.patch(path, change));

  const wishes = el('textarea', {
    name: 'instructions',
    dir: 'auto',
    rows: 2,
    maxLength: 2000,
    required: true,
    placeholder: 'Not on Mondays, at most 20 minutes a day, more swimming',
  });
  let key = crypto.randomUUID();
  wishes.addEventListener('input', () => {
    key = crypto.randomUUID();
  });
  const again = el(
    'form',
    {
      'aria-label': 'Plan again with wishes',
      onsubmit(/** @type {Event} */ event) {
        event.preventDefault();
        attempt(async () =>
          changed(await api.post(`${path}/plan`, { instructions: wishes.value }, { 'Idempotency-Key': key })),
        );
      },
    },
    el('label', {}, 'What should be different?', wishes),
    el('p', { class: 'meta' }, 'What is done stays done; start and end stay where they are.'),
    el('button', { type: 'submit', class: 'primary' }, 'Plan with these wishes'),
  );

  const title = el('input', { name: 'title', dir: 'auto', required: true, maxLength: 200, value: goal.title });
  const description = el('textarea', {
    name: 'description',
    dir: 'auto',
    rows: 3,
    maxLength: 5000,
    value: goal.description,
  });
  const target = el('input', { type: 'date', name: 'target_date', value: goal.target_date ?? '' });
  const edit = el(
    'form',
    {
      'aria-label': 'Change the goal',
      onsubmit(/** @type {Event} */ event) {
        event.preventDefault();
        attempt(() =>
          change({
            ...(title.value === goal.title ? {} : { title: title.value }),
            ...(description.value === goal.description ? {} : { description: description.value }),
            ...(target.value === (goal.target_date ?? '') ? {} : { target_date: target.value || null }),
          }),
        );
      },
    },
    el('label', {}, 'Title', title),
    el('label', {}, 'In your words', description),
    el('label', {}, 'By when', target),
    el('button', { type: 'submit', class: 'quiet' }, 'Save'),
  );

  const sure = el('input', { type: 'checkbox', name: 'sure', required: true });
  const remove = el(
    'form',
    {
      'aria-label': 'Delete the goal',
      onsubmit(/** @type {Event} */ event) {
        event.preventDefault();
        attempt(async () => {
          await api.delete(path);
          deleted();
        });
      },
    },
    el('label', { class: 'option' }, sure, 'Delete this goal with its plan and all of its tasks, for good'),
    el('button', { type: 'submit', class: 'quiet' }, 'Delete'),
  );

  const isActive = goal.status === 'active';
  return el(
    'section',
    { class: 'manage', 'aria-label': 'Change this goal' },
    el(
      'div',
      { class: 'actions' },
      isActive ? button('Mark as reached', () => change({ status: 'completed' })) : null,
      isActive ? button('Set aside', () => change({ status: 'abandoned' })) : null,
      isActive ? null : button('Take it up again', () => change({ status: 'active' })),
    ),
    isActive && goal.plan_json ? el('details', {}, el('summary', {}, 'Plan again with wishes'), again) : null,
    el('details', {}, el('summary', {}, 'Change the goal'), edit),
    el('details', {}, el('summary', {}, 'Delete the goal'), remove),
    error,
  );
}

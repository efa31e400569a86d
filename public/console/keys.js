// @ts-check
import { el, quietButton } from './dom.js';

const meanings = {
  n: 'Write a new task',
  j: 'The next task',
  k: 'The task before',
  x: 'Tick it',
  m: 'Move it to another time',
  e: 'Edit it',
  '?': 'Show these keys',
};

/**
 * The keys of a list of tasks: `n` a new task, `j` and `k` the next and the one before, `x` tick, `m` move, `e` edit, `?` all of them.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} main
 */
export function handleKeys(event, main) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (document.querySelector('dialog[open]')) return;
  if (event.ctrlKey || event.metaKey || event.altKey || target.matches('input:not([type=checkbox]), textarea, select'))
    return;
  const lines = /** @type {HTMLElement[]} */ (
    [...main.querySelectorAll('.line')].filter((line) => line.checkVisibility())
  );
  const at = lines.findIndex((line) => line.contains(document.activeElement));
  /** @param {number} index */
  const focus = (index) => lines[Math.max(0, Math.min(index, lines.length - 1))]?.querySelector('input')?.focus();
  const line = lines[at];
  /** @param {string} key */
  const press = (key) => {
    if (line?.querySelector('.panel')?.hasAttribute('hidden'))
      line.querySelector('.more')?.dispatchEvent(new Event('click'));
    /** @type {HTMLElement | null | undefined} */ (line?.querySelector(`[data-key=${key}]`))?.click();
  };
  /** @type {Record<string, () => void>} */
  const keys = {
    n: () => /** @type {HTMLElement | null} */ (main.querySelector('input[name=text]'))?.focus(),
    j: () => focus(at + 1),
    k: () => focus(at - 1),
    x: () => line?.querySelector('input')?.click(),
    m: () => press('m'),
    e: () => press('e'),
    '?': showKeys,
  };
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

/** Shows every key in a dialog. */
export function showKeys() {
  const dialog = el(
    'dialog',
    { class: 'card keys', 'aria-labelledby': 'keys', onclose: () => dialog.remove() },
    el('h2', { id: 'keys' }, 'Keys'),
    el(
      'dl',
      {},
      ...Object.entries(meanings).map(([key, meaning]) =>
        el('div', {}, el('dt', {}, el('kbd', {}, key)), el('dd', {}, meaning)),
      ),
    ),
    quietButton('Close', () => dialog.close()),
  );
  document.body.append(dialog);
  dialog.showModal();
}

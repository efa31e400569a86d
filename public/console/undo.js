// @ts-check
import { el } from './dom.js';

const shownMs = 8_000;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * Says what was done and offers to take it back, for eight seconds or as long as the eye or the focus is there.
 * @param {string} text
 * @param {(() => Promise<unknown>) | null} undo null where there is no way back
 */
export function offerUndo(text, undo) {
  const host = document.getElementById('toast');
  if (!host) return;
  clearTimeout(timer);
  const hide = () => host.replaceChildren();
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(hide, shownMs);
  };
  const words = el('span', { dir: 'auto' }, text);
  const button =
    undo &&
    el(
      'button',
      {
        type: 'button',
        class: 'quiet',
        async onclick() {
          try {
            await undo();
            hide();
          } catch (problem) {
            words.textContent = /** @type {Error} */ (problem).message;
          }
        },
      },
      'Undo',
    );
  const toast = el(
    'div',
    {
      class: 'toast',
      onpointerenter: () => clearTimeout(timer),
      onpointerleave: wait,
      onfocusin: () => clearTimeout(timer),
      onfocusout: wait,
    },
    words,
    button,
  );
  host.replaceChildren(toast);
  wait();
}

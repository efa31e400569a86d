// @ts-check
import { el, say } from './dom.js';

/** @typedef {import('../openapi.d.ts').components['schemas']['Conversation']} Conversation */

/**
 * Makes the conversations there are, the newest first, behind a button. Each can be opened and deleted.
 * @param {ReturnType<typeof import('./api.js').createApi>} api
 * @param {{current: () => string, open: (clientId: string) => void, deleted: (clientId: string) => void}} options
 */
export function conversationList(api, { current, open, deleted }) {
  const list = el('ul', {});
  const error = el('p', { class: 'error', role: 'alert' });
  const details = el(
    'details',
    { class: 'conversations', ontoggle: () => details.open && load() },
    el('summary', {}, 'Conversations'),
    list,
    error,
  );

  async function load() {
    error.textContent = '';
    try {
      /** @type {Conversation[]} */
      const conversations = await api.get('/api/chat?limit=30');
      list.replaceChildren(...conversations.map(entry));
      if (conversations.length === 0) list.append(el('li', { class: 'meta' }, 'None yet. What you send begins one.'));
    } catch (problem) {
      error.textContent = /** @type {Error} */ (problem).message;
    }
  }

  /** @param {Conversation} conversation */
  function entry({ clientId, title, lastMessageAt }) {
    const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
    const choose = el(
      'button',
      {
        type: 'button',
        class: 'quiet',
        'aria-current': clientId === current() ? 'true' : null,
        onclick() {
          details.open = false;
          open(clientId);
        },
      },
      el('span', { dir: 'auto' }, title),
      el('span', { class: 'meta' }, when.format(new Date(lastMessageAt))),
    );
    const remove = el(
      'button',
      {
        type: 'button',
        'aria-label': `Delete: ${title}`,
        async onclick() {
          error.textContent = '';
          try {
            await api.delete(`/api/chat/${encodeURIComponent(clientId)}`);
            item.remove();
            say(`Deleted: ${title}`);
            details.querySelector('summary')?.focus();
            deleted(clientId);
          } catch (problem) {
            error.textContent = /** @type {Error} */ (problem).message;
          }
        },
      },
      '×',
    );
    const item = el('li', {}, choose, remove);
    return item;
  }

  return details;
}

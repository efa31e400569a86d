// @ts-check
import { accessCard } from './access.js';
import { el, failure, oneAtATime, quietButton, say } from './dom.js';
import { keepCard } from './keep.js';
import { remindersCard } from './reminders.js';
import { settingsCard } from './settings.js';
import { count, usageInWords } from './words.js';

/** @typedef {ReturnType<typeof import('./api.js').createApi>} Api */
/** @typedef {import('../openapi.d.ts').components['schemas']['Account']} Account */
/** @typedef {import('../openapi.d.ts').components['schemas']['Memory']} Memory */

/**
 * Shows the account: time and days, language, reminders, what is remembered, the calendar feed, what was used, and the data.
 * @param {HTMLElement} main
 * @param {{api: Api, forget: () => Promise<unknown>, access: Parameters<typeof accessCard>[0] | null, keep: Parameters<typeof keepCard>[0] | null}} options
 *   `forget` ends the session of an account that is gone; `access` is null for who has no account, `keep` for who has one
 * @returns {() => void} what stops the view
 */
export function showYou(main, { api, forget, access, keep }) {
  let isLeft = false;
  const body = el('div', { class: 'cards' }, el('p', { class: 'wait' }, 'Loading…'));
  main.replaceChildren(el('section', { class: 'you' }, el('h1', { tabIndex: -1 }, 'You'), body));
  load();
  return () => {
    isLeft = true;
  };

  async function load() {
    try {
      /** @type {[Account, Memory[], import('../openapi.d.ts').components['schemas']['UsageDay'][]]} */
      const [account, memories, usage] = await Promise.all([
        api.get('/account'),
        api.all('/account/memories?limit=100'),
        api.get('/account/usage'),
      ]);
      if (isLeft) return;
      body.replaceChildren(
        ...(keep ? [keepCard(keep)] : []),
        settingsCard(api, account),
        remindersCard(api),
        memoriesCard(api, memories),
        calendarCard(api),
        ...(access ? [accessCard(access)] : []),
        el(
          'section',
          { class: 'card', 'aria-label': 'Usage' },
          el('h2', {}, 'What it used'),
          el('p', {}, usageInWords(usage)),
        ),
        dataCard(api, account, forget),
      );
    } catch (problem) {
      if (!isLeft) body.replaceChildren(failure(/** @type {Error} */ (problem), load));
    }
  }
}

/** @param {Api} api @param {Memory[]} given */
function memoriesCard(api, given) {
  let memories = given;
  const error = el('p', { class: 'error', role: 'alert' });
  const list = el('ul', { class: 'memories' });
  const summary = el('p', { class: 'meta' });
  const text = el('input', {
    name: 'fact',
    dir: 'auto',
    required: true,
    maxLength: 500,
    placeholder: 'I train on Tuesdays',
  });
  const show = () => {
    summary.textContent = memories.length
      ? `${count(memories.length, 'thing')} that plans and answers take into account.`
      : 'Nothing yet. What you ask it to remember appears here.';
    list.replaceChildren(
      ...memories.map((memory) => {
        const edited = el('input', { name: 'fact', dir: 'auto', required: true, maxLength: 500, value: memory.text });
        const form = el(
          'form',
          {
            hidden: true,
            'aria-label': `Edit: ${memory.text}`,
            onsubmit(/** @type {Event} */ event) {
              event.preventDefault();
              attempt(async () => {
                await api.patch(`/account/memories/${memory.id}`, { text: edited.value });
                // It may have taken the place of another about the same.
                memories = await api.all('/account/memories?limit=100');
                say(`Remembered: ${edited.value}`);
                text.focus();
              });
            },
          },
          el('label', {}, 'What is remembered', edited),
          el('button', { type: 'submit', class: 'quiet' }, 'Save'),
        );
        const line = el(
          'div',
          { class: 'memory' },
          el('span', { dir: 'auto' }, memory.text),
          el(
            'button',
            {
              type: 'button',
              class: 'quiet',
              'aria-label': `Edit: ${memory.text}`,
              onclick() {
                line.hidden = true;
                form.hidden = false;
                edited.focus();
              },
            },
            'Edit',
          ),
          el(
            'button',
            {
              type: 'button',
              class: 'quiet',
              'aria-label': `Forget: ${memory.text}`,
              onclick: () =>
                attempt(async () => {
                  await api.delete(`/account/memories/${memory.id}`);
                  memories = memories.filter(({ id }) => id !== memory.id);
                  say(`Forgotten: ${memory.text}`);
                  text.focus();
                }),
            },
            'Forget',
          ),
        );
        return el('li', {}, line, form);
      }),
    );
  };
  const once = oneAtATime(error);
  /** @param {() => Promise<void>} act */
  const attempt = (act) => once(() => act().then(show));
  show();
  return el(
    'section',
    { class: 'card', 'aria-label': 'What is remembered' },
    el('h2', {}, 'What is remembered of you'),
    summary,
    list,
    el(
      'form',
      {
        'aria-label': 'Remember something',
        onsubmit(/** @type {Event} */ event) {
          event.preventDefault();
          attempt(async () => {
            /** @type {Memory} */
            const kept = await api.post('/account/memories', { text: text.value });
            // A correction has the id of what it corrects.
            memories = [kept, ...memories.filter(({ id }) => id !== kept.id)];
            text.value = '';
          });
        },
      },
      el('label', {}, 'Something to remember', text),
      el('button', { type: 'submit', class: 'quiet' }, 'Remember'),
    ),
    error,
  );
}

/** @param {Api} api */
function calendarCard(api) {
  const shown = el('p', { class: 'link' });
  const error = el('p', { class: 'error', role: 'alert' });
  const attempt = oneAtATime(error);
  /** @param {string} text @param {() => Promise<Node | string>} act */
  const button = (text, act) => quietButton(text, () => attempt(async () => shown.replaceChildren(await act())));
  return el(
    'section',
    { class: 'card', 'aria-label': 'Calendar' },
    el('h2', {}, 'Your tasks in your calendar'),
    el(
      'p',
      { class: 'meta' },
      'A private address that a calendar app can subscribe to. Whoever has it can read your tasks.',
    ),
    el(
      'div',
      { class: 'actions' },
      button('Make an address', async () => {
        const { url } = await api.post('/account/calendar', undefined);
        return el('input', { readOnly: true, value: url, 'aria-label': 'Address of your calendar' });
      }),
      button('Revoke it', async () => {
        await api.delete('/account/calendar');
        return 'The address works no more.';
      }),
    ),
    shown,
    error,
  );
}

/** @param {Api} api @param {Account} account @param {() => Promise<unknown>} forget */
function dataCard(api, account, forget) {
  const error = el('p', { class: 'error', role: 'alert' });
  const attempt = oneAtATime(error);
  const word = account.email ?? 'erase';
  const confirm = el('input', { name: 'confirm', required: true, autocomplete: 'off', maxLength: 320 });
  return el(
    'section',
    { class: 'card', 'aria-label': 'Your data' },
    el('h2', {}, 'Your data'),
    el(
      'div',
      { class: 'actions' },
      quietButton('Download everything', () =>
        attempt(async () => {
          const response = await api.send('/account/export');
          const url = URL.createObjectURL(await response.blob());
          el('a', { href: url, download: 'flux-export.json' }).click();
          setTimeout(() => URL.revokeObjectURL(url), 60_000);
        }),
      ),
    ),
    el(
      'details',
      {},
      el('summary', {}, 'Erase the account'),
      el(
        'form',
        {
          'aria-label': 'Erase the account',
          onsubmit(/** @type {Event} */ event) {
            event.preventDefault();
            attempt(async () => {
              if (confirm.value.trim() !== word) throw new Error(`Type ${word} to erase the account.`);
              await api.delete('/account');
              await forget();
            });
          },
        },
        el('p', {}, 'Goals, tasks, conversations and everything else of yours are erased for good.'),
        el('label', {}, `Type ${word} to go on`, confirm),
        el('button', { type: 'submit', class: 'quiet' }, 'Erase everything'),
      ),
    ),
    error,
  );
}

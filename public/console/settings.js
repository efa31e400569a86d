// @ts-check
import { el } from './dom.js';

/** @typedef {ReturnType<typeof import('./api.js').createApi>} Api */
/** @typedef {import('../openapi.d.ts').components['schemas']['Account']} Account */

const languages = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  pt: 'Português',
  it: 'Italiano',
  nl: 'Nederlands',
};
/** Monday first; the API numbers the days from Sunday, 0. 2026-01-04 is a Sunday. */
const weekdays = [1, 2, 3, 4, 5, 6, 0].map((day) => ({
  day,
  name: new Intl.DateTimeFormat(undefined, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2026, 0, 4 + day)),
}));

/**
 * Shows a person's days, language and reminders; each setting saves itself and says so.
 * @param {Api} api
 * @param {Account} account
 */
export function settingsCard(api, account) {
  const status = el('p', { class: 'meta', role: 'status' });
  const error = el('p', { class: 'error', role: 'alert' });
  let saved = Promise.resolve();
  /** Saves one setting as soon as it is chosen, one after the other, and says so. @param {object} change */
  function save(change) {
    saved = saved.then(async () => {
      status.textContent = error.textContent = '';
      try {
        await api.patch('/account', change);
        status.textContent = 'Saved.';
      } catch (problem) {
        error.textContent = /** @type {Error} */ (problem).message;
      }
    });
  }
  /** @param {string} text @param {HTMLElement} field */
  const label = (text, field) => el('label', {}, text, field);
  /** @param {string} value @param {(value: string) => object} change @param {object} [properties] */
  const field = (value, change, properties = {}) => {
    const input = el('input', { name: 'setting', value, ...properties });
    input.addEventListener('change', () => input.reportValidity() && save(change(input.value)));
    return input;
  };
  /** @param {Record<string, string>} options @param {string} value @param {(value: string) => object} change */
  const choice = (options, value, change) => {
    const select = el(
      'select',
      {},
      ...Object.entries(options).map(([key, text]) => el('option', { value: key, selected: key === value }, text)),
    );
    select.addEventListener('change', () => save(change(select.value)));
    return select;
  };
  const hours = { ...account.available_hours };
  const zones = Object.fromEntries(
    [...new Set([account.timezone, ...Intl.supportedValuesOf('timeZone')])].map((zone) => [
      zone,
      zone.replaceAll('_', ' '),
    ]),
  );
  const restDays = new Set(account.rest_days);
  return el(
    'section',
    { class: 'card', 'aria-label': 'Settings' },
    el('h2', {}, 'Your days'),
    el(
      'div',
      { class: 'fields' },
      label(
        'Name',
        field(account.name ?? '', (name) => ({ name: name.trim() || null }), { maxLength: 100, autocomplete: 'name' }),
      ),
      label(
        'Language',
        choice({ '': 'As you write', ...languages }, (account.locale ?? '').slice(0, 2), (locale) => ({
          locale: locale || null,
        })),
      ),
      label(
        'Timezone',
        choice(zones, account.timezone, (timezone) => ({ timezone })),
      ),
      label(
        'Minutes a day for all goals together',
        field(String(account.daily_minutes), (minutes) => ({ daily_minutes: Number(minutes) }), {
          type: 'number',
          min: 10,
          max: 1440,
          required: true,
        }),
      ),
      label(
        'From',
        field(hours.from, (from) => ({ available_hours: Object.assign(hours, { from }) }), {
          type: 'time',
          required: true,
        }),
      ),
      label(
        'To',
        field(hours.to, (to) => ({ available_hours: Object.assign(hours, { to }) }), {
          type: 'time',
          required: true,
        }),
      ),
      label(
        'Best part of the day',
        choice(
          { '': 'Any', morning: 'Morning', midday: 'Midday', evening: 'Evening' },
          account.preferred_time ?? '',
          (part) => ({ preferred_time: part || null }),
        ),
      ),
      label(
        'Remind me this many minutes before',
        field(String(account.reminder_lead_minutes), (minutes) => ({ reminder_lead_minutes: Number(minutes) }), {
          type: 'number',
          min: 0,
          max: 1440,
          required: true,
        }),
      ),
    ),
    el(
      'fieldset',
      {},
      el('legend', {}, 'Days without tasks'),
      el(
        'div',
        { class: 'options' },
        ...weekdays.map(({ day, name }) =>
          el(
            'label',
            { class: 'option' },
            el('input', {
              type: 'checkbox',
              checked: restDays.has(day),
              onchange(/** @type {Event} */ event) {
                if (/** @type {HTMLInputElement} */ (event.target).checked) restDays.add(day);
                else restDays.delete(day);
                save({ rest_days: [...restDays].sort() });
              },
            }),
            name,
          ),
        ),
      ),
    ),
    el(
      'label',
      { class: 'option' },
      el('input', {
        type: 'checkbox',
        checked: account.morning_brief,
        onchange: (/** @type {Event} */ event) =>
          save({ morning_brief: /** @type {HTMLInputElement} */ (event.target).checked }),
      }),
      'Tell me in the morning what has no time',
    ),
    el('p', { class: 'meta' }, 'Plans that are there stay as they are; new ones and those planned again follow this.'),
    status,
    error,
  );
}

// @ts-check
import { el, oneAtATime, quietButton } from './dom.js';

/**
 * Shows how a person signs in: a new password, and the end of every session.
 * @param {{setPassword: (password: string) => Promise<void>, leaveEverywhere: () => Promise<void>}} options
 */
export function accessCard({ setPassword, leaveEverywhere }) {
  const error = el('p', { class: 'error', role: 'alert' });
  const status = el('p', { class: 'meta', role: 'status' });
  const attempt = oneAtATime(error);
  const password = el('input', {
    type: 'password',
    name: 'new-password',
    autocomplete: 'new-password',
    required: true,
    minLength: 6,
  });
  return el(
    'section',
    { class: 'card', 'aria-label': 'Signing in' },
    el('h2', {}, 'Signing in'),
    el(
      'form',
      {
        'aria-label': 'Change the password',
        onsubmit(/** @type {Event} */ event) {
          event.preventDefault();
          status.textContent = '';
          attempt(async () => {
            await setPassword(password.value);
            password.value = '';
            status.textContent = 'The new password holds from now on.';
          });
        },
      },
      el('label', {}, 'New password', password),
      el('button', { type: 'submit', class: 'quiet' }, 'Change the password'),
    ),
    el(
      'div',
      { class: 'actions' },
      quietButton('Sign out on every device', () => attempt(leaveEverywhere)),
    ),
    status,
    error,
  );
}

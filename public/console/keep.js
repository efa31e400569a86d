// @ts-check
import { el, oneAtATime } from './dom.js';
import { codeInput, refuse } from './recover.js';

/**
 * Makes the card with which somebody who tries the console without an account keeps what they made: an address and a password,
 * and where the address has to be confirmed, the code from the mail.
 * @param {{auth: any, kept: () => void}} options `auth` is supabase-js's; `kept` is called when there is an account
 */
export function keepCard({ auth, kept }) {
  const error = el('p', { class: 'error', role: 'alert' });
  const status = el('p', { class: 'meta', role: 'status' });
  const attempt = oneAtATime(error);
  const email = el('input', { type: 'email', name: 'email', autocomplete: 'email', required: true });
  const password = el('input', {
    type: 'password',
    name: 'new-password',
    autocomplete: 'new-password',
    required: true,
    minLength: 6,
  });
  const code = codeInput();
  const account = el(
    'form',
    {
      'aria-label': 'Keep what is here',
      onsubmit(/** @type {Event} */ event) {
        event.preventDefault();
        attempt(async () => {
          const address = { email: email.value.trim() };
          let answer = await auth.updateUser({ ...address, password: password.value });
          // Asked for the second time: the password is there, and another code is wanted.
          if (answer.error?.code === 'same_password') answer = await auth.updateUser(address);
          refuse(answer);
          if (!answer.data.user.new_email) return kept();
          status.textContent = `We mailed a code to ${answer.data.user.new_email}. Its link works too.`;
          confirm.hidden = false;
          code.focus();
        });
      },
    },
    el('label', {}, 'Email', email),
    el('label', {}, 'Password', password),
    el('button', { type: 'submit', class: 'primary' }, 'Keep it'),
  );
  const confirm = el(
    'form',
    {
      hidden: true,
      'aria-label': 'Confirm your address',
      onsubmit(/** @type {Event} */ event) {
        event.preventDefault();
        attempt(async () => {
          refuse(await auth.verifyOtp({ email: email.value.trim(), token: code.value.trim(), type: 'email_change' }));
          kept();
        });
      },
    },
    el('label', {}, 'Code from the mail', code),
    el('button', { type: 'submit', class: 'primary' }, 'Confirm the address'),
  );
  return el(
    'section',
    { class: 'card', 'aria-label': 'Keep what is here' },
    el('h2', {}, 'Keep what is here'),
    el(
      'p',
      {},
      'You are trying Flux without an account. What you make is in this browser’s hands alone: with an address and a password you come back to it from anywhere.',
    ),
    account,
    status,
    confirm,
    error,
  );
}

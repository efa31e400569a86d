// @ts-check
import { el, oneAtATime, quietButton } from './dom.js';
import { inWords } from './sign-in.js';

/**
 * Makes the two steps to a new password: a code by mail, then the code with the password.
 * @param {{auth: any, email: string, done: () => void, back: () => void}} options `auth` is supabase-js's; `done` is called when the new
 *   password holds and the person is signed in
 */
export function recoverForm({ auth, email: typed, done, back }) {
  const error = el('p', { class: 'error', role: 'alert' });
  const status = el(
    'p',
    { class: 'meta', role: 'status' },
    'We mail you a code, and you choose a new password with it.',
  );
  const attempt = oneAtATime(error);
  const email = el('input', { type: 'email', name: 'email', autocomplete: 'email', required: true, value: typed });
  const code = codeInput();
  const password = el('input', {
    type: 'password',
    name: 'new-password',
    autocomplete: 'new-password',
    required: true,
    minLength: 6,
  });
  let isVerified = false;

  const ask = el(
    'form',
    {
      'aria-label': 'Mail me a code',
      onsubmit(/** @type {Event} */ event) {
        event.preventDefault();
        attempt(send);
      },
    },
    el('label', {}, 'Email', email),
    el('button', { type: 'submit', class: 'primary' }, 'Mail me a code'),
  );
  const choose = el(
    'form',
    {
      hidden: true,
      'aria-label': 'Choose a new password',
      onsubmit(/** @type {Event} */ event) {
        event.preventDefault();
        attempt(async () => {
          // A code is good once: a password that is refused is chosen again without it.
          if (!isVerified) {
            refuse(await auth.verifyOtp({ email: email.value.trim(), token: code.value.trim(), type: 'recovery' }));
            isVerified = true;
          }
          refuse(await auth.updateUser({ password: password.value }));
          done();
        });
      },
    },
    el('label', {}, 'Code from the mail', code),
    el('label', {}, 'New password', password),
    el('button', { type: 'submit', class: 'primary' }, 'Use this password'),
    quietButton('Mail me another code', () => attempt(send)),
  );

  async function send() {
    const redirectTo = `${location.origin}/`;
    refuse(await auth.resetPasswordForEmail(email.value.trim(), { redirectTo }));
    status.textContent = `If ${email.value.trim()} has an account, a mail is on its way. Its link works too.`;
    ask.hidden = true;
    choose.hidden = false;
    code.focus();
  }

  return el(
    'section',
    { 'aria-label': 'Forgot your password?' },
    status,
    ask,
    choose,
    error,
    quietButton('Back to signing in', back),
  );
}

/** Makes the field for a code from a mail. */
export function codeInput() {
  return el('input', {
    name: 'code',
    inputMode: 'numeric',
    autocomplete: 'one-time-code',
    required: true,
    pattern: '\\s*\\d{6,10}\\s*',
    title: 'The digits from the mail',
  });
}

/**
 * Throws what supabase-js answers instead of throwing.
 * @param {{error: Error | null}} answer
 */
export function refuse({ error }) {
  if (error) throw new Error(inWords(error));
}

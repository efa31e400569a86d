// @ts-check
import { el, oneAtATime, quietButton } from './dom.js';

/**
 * Shows the sign-in and sign-up form, a way to a new password, and where the project has it, a way in without an account. On the
 * dev server, which answers without a token, the demo person is offered too.
 * @param notice why somebody is here who was signed in, or nothing
 * @param allowsGuests asks whether people may come in without an account
 * @param recovered is called when somebody has chosen a new password and is signed in
 */
export function showSignIn(main, { client, api, notice, demo, allowsGuests, recovered }) {
  const error = el('p', { class: 'error', role: 'alert' }, notice);
  const email = el('input', { type: 'email', name: 'email', autocomplete: 'email', required: true });
  const password = el('input', {
    type: 'password',
    name: 'password',
    autocomplete: 'current-password',
    required: true,
    minLength: 6,
  });
  const submit = el('button', { type: 'submit', class: 'primary' }, 'Sign in');
  const create = el(
    'button',
    { type: 'button', class: 'quiet', onclick: () => form.reportValidity() && go('signUp') },
    'Create an account',
  );
  const form = el(
    'form',
    {
      'aria-label': 'Sign in',
      onsubmit: (event) => {
        event.preventDefault();
        go('signInWithPassword');
      },
    },
    el('label', {}, 'Email', email),
    el('label', {}, 'Password', password),
    error,
    el('div', { class: 'actions' }, submit, create),
    quietButton('Forgot your password?', recover),
  );

  async function recover() {
    const { recoverForm } = await import('./recover.js');
    const section = recoverForm({
      auth: client.auth,
      email: email.value.trim(),
      done: recovered,
      back: () => section.replaceWith(form),
    });
    form.replaceWith(section);
    section.querySelector('input')?.focus();
  }

  async function go(method) {
    error.textContent = '';
    submit.disabled = create.disabled = true;
    const answer = await client.auth[method]({ email: email.value.trim(), password: password.value });
    submit.disabled = create.disabled = false;
    if (answer.error) error.textContent = inWords(answer.error);
    else if (!answer.data.session)
      error.textContent = 'Almost there: open the link in the mail that we sent you, then sign in.';
  }

  const card = el(
    'div',
    { class: 'card welcome' },
    el('h1', { tabIndex: -1 }, 'Say where you want to go.'),
    el(
      'p',
      { class: 'lead' },
      'Flux turns a goal into a plan that fits your days, keeps it honest, and talks it through with you.',
    ),
    form,
  );
  main.replaceChildren(card);

  allowsGuests()
    .then((isAllowed) => {
      if (!isAllowed || !card.isConnected) return;
      const attempt = oneAtATime(error);
      const enter = async () => {
        const answer = await client.auth.signInAnonymously();
        if (answer.error) throw new Error(inWords(answer.error));
      };
      const guest = quietButton('Try without an account', () => attempt(enter));
      card.append(el('p', { class: 'aside' }, 'You can keep what you make later. ', guest));
    })
    .catch(() => {});

  if (!['localhost', '127.0.0.1'].includes(location.hostname)) return;
  api
    .get('/goals?limit=1')
    .then(() => {
      if (!card.isConnected) return;
      const enter = quietButton('Look around as the demo person', demo);
      card.append(el('p', { class: 'aside' }, 'This is a development server. ', enter));
    })
    .catch(() => {});
}

/**
 * Says what supabase-js could not do; it has words of its own, or the browser's, where nothing answered.
 * @param {{name: string, message: string, code?: string}} error
 */
export function inWords({ name, message, code }) {
  if (name === 'AuthRetryableFetchError')
    return 'The sign-in server could not be reached. Check your connection and try again.';
  if (code === 'otp_expired') return 'This code is wrong or no longer good. Check it, or have another one mailed.';
  return message;
}

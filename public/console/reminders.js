// @ts-check
import { el, oneAtATime, quietButton } from './dom.js';

/** @typedef {ReturnType<typeof import('./api.js').createApi>} Api */

const subscriptions = '/api/v1/notifications/subscriptions';

/**
 * Lets a person be reminded in this browser, and stops it.
 * @param {Api} api
 */
export function remindersCard(api) {
  const error = el('p', { class: 'error', role: 'alert' });
  const status = el('p', { class: 'meta', role: 'status' });
  const attempt = oneAtATime(error);
  /** @param {string} text @param {() => Promise<void>} act @param {string} done */
  const button = (text, act, done) =>
    quietButton(text, () =>
      attempt(async () => {
        status.textContent = '';
        await act();
        status.textContent = done;
      }),
    );
  return el(
    'section',
    { class: 'card', 'aria-label': 'Reminders' },
    el('h2', {}, 'Reminders'),
    el('p', { class: 'meta' }, 'A notification before each task with a time of day, with Done, Later and Skip on it.'),
    el(
      'div',
      { class: 'actions' },
      button('Remind me in this browser', () => startReminders(api), 'You are reminded in this browser.'),
      button('Stop reminding me here', () => stopReminders(api), 'You are not reminded in this browser.'),
    ),
    status,
    error,
  );
}

/** @param {Api} api */
async function startReminders(api) {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration?.pushManager)
    throw new Error('This browser cannot remind you. Install the app, or use another one.');
  const { public_key: key } = await api.get('/api/v1/notifications/vapid-public-key').catch((problem) => {
    throw problem.status === 503 ? new Error('Reminders are not set up on this server.') : problem;
  });
  if ((await Notification.requestPermission()) !== 'granted')
    throw new Error('Your browser keeps notifications of this page back. Its settings for this page can change that.');
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  await api.post(subscriptions, subscription.toJSON());
}

/** Ends the reminders in this browser, where there are any. @param {Api} api */
export async function stopReminders(api) {
  const registration = await navigator.serviceWorker?.getRegistration();
  const subscription = await registration?.pushManager?.getSubscription();
  if (!subscription) return;
  // First here, which needs no connection: who comes next gets none of these.
  await subscription.unsubscribe();
  await api.send(subscriptions, { method: 'DELETE', body: { endpoint: subscription.endpoint } });
}

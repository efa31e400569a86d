// @ts-check
/**
 * Keeps the console in the browser, so that it opens without a connection. What it shows of a person is kept by the console itself.
 */

/** @typedef {Event & {waitUntil: (work: Promise<unknown>) => void}} LifeEvent */
/** @typedef {LifeEvent & {request: Request, respondWith: (answer: Promise<Response>) => void}} FetchEvent */
/** @typedef {LifeEvent & {data: {json: () => {type: string, title: string, body: string, task_id?: string}}}} PushEvent */
/** @typedef {LifeEvent & {action: string, notification: Notification}} ClickEvent */
/** @typedef {{focus: () => Promise<unknown>, postMessage: (message: unknown) => void}} Page */
/**
 * The parts of a ServiceWorkerGlobalScope that are used here; TypeScript has either its types or a page's.
 * @typedef {object} Scope
 * @property {(type: string, listener: (event: never) => void) => void} addEventListener
 * @property {() => Promise<void>} skipWaiting
 * @property {ServiceWorkerRegistration} registration
 * @property {{claim: () => Promise<void>, matchAll: (options: {type: 'window'}) => Promise<Page[]>, openWindow: (path: string) => Promise<unknown>}} clients
 */

const worker = /** @type {Scope} */ (/** @type {unknown} */ (self));
const cacheName = 'flux-console';
/** The longest wait for the network before the kept copy is shown. */
const patienceMs = 3_000;
/** Until when it is not asked again after it took longer. */
const restMs = 15_000;
let restsUntil = 0;
/** The choices on a reminder, the most wanted first: Chromium shows two. */
const answers = [
  { action: 'done', title: 'Done' },
  { action: 'later', title: 'Later' },
  { action: 'skip', title: 'Skip' },
];
/** Everything that the console needs to start; a test holds it to what is there. */
const shell = [
  '/',
  '/api/config',
  '/manifest.webmanifest',
  '/vendor/supabase.js',
  '/console/access.js',
  '/console/answer.js',
  '/console/api.js',
  '/console/problem.js',
  '/console/attach.js',
  '/console/calendar.css',
  '/console/calendar.js',
  '/console/chat.css',
  '/console/chat.js',
  '/console/connection.js',
  '/console/conversation.js',
  '/console/conversations.js',
  '/console/days.css',
  '/console/dom.js',
  '/console/examples.js',
  '/console/frame.css',
  '/console/goal-actions.js',
  '/console/goal-form.js',
  '/console/goal-summary.js',
  '/console/icon-192.png',
  '/console/icon-512.png',
  '/console/icon-full.png',
  '/console/insights-state.js',
  '/console/insights.css',
  '/console/insights.js',
  '/console/keep.js',
  '/console/kept.js',
  '/console/keys.js',
  '/console/later.js',
  '/console/main.js',
  '/console/mark.svg',
  '/console/markdown.js',
  '/console/microphone.js',
  '/console/plan-cards.js',
  '/console/plan-view.js',
  '/console/plan.css',
  '/console/quick-add.js',
  '/console/recover.js',
  '/console/reminded.js',
  '/console/reminders.js',
  '/console/settings.js',
  '/console/sign-in.js',
  '/console/sound.js',
  '/console/stream.js',
  '/console/style.css',
  '/console/task-line.js',
  '/console/thread.js',
  '/console/ticks-state.js',
  '/console/ticks.js',
  '/console/today-state.js',
  '/console/today.js',
  '/console/undo.js',
  '/console/voice.js',
  '/console/words.js',
  '/console/you.js',
];

worker.addEventListener('install', (/** @type {LifeEvent} */ event) => {
  event.waitUntil(keepShell().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (/** @type {LifeEvent} */ event) => {
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener('fetch', (/** @type {FetchEvent} */ event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method === 'GET' && origin === location.origin && shell.includes(pathname))
    event.respondWith(newest(pathname, event));
});

worker.addEventListener('push', (/** @type {PushEvent} */ event) => {
  const { type, title, body, task_id: task } = event.data.json();
  event.waitUntil(
    worker.registration.showNotification(
      title,
      // TypeScript's page has no actions; a worker's notification does.
      Object.assign(
        { body, tag: task ?? type, icon: '/console/icon-192.png', data: task },
        { actions: task ? answers : [] },
      ),
    ),
  );
});

worker.addEventListener('notificationclick', (/** @type {ClickEvent} */ event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data, event.action));
});

/** Tells the console what was chosen on a reminder, in the window that is open or a new one. @param {string | undefined} task @param {string} action */
async function open(task, action) {
  const hash = task && action ? `#/today?${action}=${encodeURIComponent(task)}` : '#/today';
  const [page] = await worker.clients.matchAll({ type: 'window' });
  if (!page) return worker.clients.openWindow(`/${hash}`);
  page.postMessage({ hash });
  // A browser may refuse to bring it to the front.
  return page.focus().catch(() => {});
}

async function keepShell() {
  const cache = await caches.open(cacheName);
  await cache.addAll(shell.map((path) => new Request(path, { cache: 'reload' })));
}

/** Answers with what the server has now, and keeps it; where it does not answer, with what was kept. @param {string} path @param {LifeEvent} event */
async function newest(path, event) {
  const cache = await caches.open(cacheName);
  if (Date.now() < restsUntil) {
    const was = await cache.match(path);
    if (was) return was;
  }
  try {
    const answer = await fetch(path, { signal: AbortSignal.timeout(patienceMs) });
    if (!answer.ok) return (await cache.match(path)) ?? answer;
    event.waitUntil(cache.put(path, answer.clone()));
    return answer;
  } catch (cause) {
    if (/** @type {Error} */ (cause).name === 'TimeoutError') restsUntil = Date.now() + restMs;
    const was = await cache.match(path);
    if (was) return was;
    throw cause;
  }
}

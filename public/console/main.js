// @ts-check
import { ApiError, createApi } from './api.js';
import { createConnection } from './connection.js';
import { el, failure, say } from './dom.js';
import { kept } from './kept.js';
import { showSignIn } from './sign-in.js';
import { createTicks } from './ticks.js';
import { showTasks } from './today.js';
import { offerUndo } from './undo.js';
import { count } from './words.js';

/** Returns an element that the page has from the start. @param {string} selector */
const find = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));
const main = find('#main');
const hasSession = () => localStorage.getItem('flux-session') !== null;
const signInUnreachable = 'The sign-in server could not be reached. Check your connection and try again.';
const guestLeaves =
  'Without an account nobody can come back to what is here. “You” keeps it under an address. Sign out all the same?';
const sessionEnded = 'Your session has ended. Please sign in again.';
const linkExpired = 'This link is no longer good. Ask for another one.';
const titles = { today: 'Today', week: 'Week', plan: 'Goals', chat: 'Chat', insights: 'Insights', you: 'You' };
const config = await fetch('/api/config', { signal: AbortSignal.timeout(30_000) })
  .then((response) => response.json())
  .catch(() => null);
find('.skip').addEventListener('click', (event) => {
  // The address says which view is shown, and stays.
  event.preventDefault();
  main.focus();
});

// Without it the console works too, but not offline.
navigator.serviceWorker?.register('/sw.js').catch(() => {});
// A choice on a reminder is an address here.
navigator.serviceWorker?.addEventListener('message', ({ data }) => (location.hash = data.hash));

if (!config?.supabase_url) {
  main.replaceChildren(
    el('h1', {}, config ? 'Not set up yet' : 'No connection'),
    el(
      'p',
      {},
      config
        ? 'Whoever runs this server finds what is missing in /api/health/ready.'
        : 'The server could not be reached. Reload the page in a moment.',
    ),
  );
} else {
  const client = globalThis.supabase.createClient(config.supabase_url, config.supabase_publishable_key, {
    auth: { storageKey: 'flux-session' },
    global: { fetch: (input, init) => fetch(input, { signal: AbortSignal.timeout(15_000), ...init }) },
  });
  // What a link from a mail brought, which supabase-js takes out of the address.
  const link = new URLSearchParams(location.hash.slice(1));
  await start(client, { isRecovery: link.get('type') === 'recovery', isExpired: link.has('error_description') });
}

/** Shows the sign-in until there is a person, then the view that the address names. */
async function start(client, link) {
  const hadSession = hasSession();
  let person = await personOf(client);
  let notice = hadSession && !person ? sessionEnded : '';
  if (link.isExpired && !person) notice = linkExpired;
  // A new password is chosen there.
  if (link.isRecovery && person) history.replaceState(null, '', '#/you');
  let leaveView = () => {};
  let chat;
  let isLeaving = false;
  let isEntering = false;
  /** @type {ReturnType<typeof createTicks>} */
  let ticks;
  const connection = createConnection(() => fetch('/health', { signal: AbortSignal.timeout(10_000) }));
  const api = createApi(async () => {
    const { session } = (await client.auth.getSession()).data;
    // A session that is over is forgotten; one that could not be renewed is kept.
    if (!session && hasSession()) throw new ApiError(0, { detail: signInUnreachable });
    return session?.access_token ?? null;
  }, connection.lost);

  /** Says whether there is a connection, and what waits for it. */
  function showConnection() {
    const waiting = ticks?.count() ?? 0;
    const later = waiting
      ? `${count(waiting, 'tick')} will be sent when the connection is back.`
      : 'Today’s list can be read, and what you tick is sent later.';
    const shown = find('#connection');
    const text = connection.isLost()
      ? `${navigator.onLine ? 'The server cannot be reached right now.' : 'You are offline.'} ${later}`
      : '';
    if (shown.textContent === text) return;
    shown.textContent = text;
    say(text || 'The connection is back.');
  }

  /** Begins to keep what a person ticks, and sends what waits. */
  function keepTicks(someone) {
    ticks = createTicks({
      api,
      person: someone.id,
      changed(refusal) {
        showConnection();
        if (refusal) offerUndo(refusal, null);
      },
    });
    ticks.flush();
  }

  /** Shows the view that the address names. Only the first one is there at the start; the others are loaded when they are wanted. */
  async function show({ focus }) {
    leaveView();
    leaveView = () => {};
    const answer = new URLSearchParams(location.hash.split('?')[1]);
    if (person && ['done', 'later', 'skip'].some((action) => answer.has(action))) {
      history.replaceState(null, '', '#/today');
      const { answerReminder } = await import('./reminded.js');
      await answerReminder(answer, { api, ticks, changed: () => show({ focus: false }) });
    }
    const hash = location.hash;
    const [, view = 'today', id] = /^#\/(\w+)(?:\/([\w-]+))?/.exec(hash) ?? [];
    frame(person, view);
    try {
      const open = person ? await viewOf(person, view, id) : openSignIn;
      if (hash !== location.hash) return;
      leaveView = open() ?? leaveView;
    } catch (problem) {
      main.replaceChildren(failure(/** @type {Error} */ (problem), () => show({ focus: true })));
    }
    if (focus)
      /** @type {HTMLElement | null} */ (main.querySelector('[autofocus]') ?? main.querySelector('h1'))?.focus();
  }

  const openSignIn = () =>
    showSignIn(main, {
      client,
      api,
      notice,
      demo: () => enter({ id: 'demo', name: 'Demo' }),
      allowsGuests,
      recovered: async () => enter(await personOf(client)),
    });

  /** Returns what opens a view. What that returns leaves it. */
  async function viewOf(someone, view, id) {
    if (view === 'chat') {
      const { createChat } = await import('./chat.js');
      chat ??= createChat({ api });
      return () => chat.show(main);
    }
    if (view === 'plan') {
      const { showPlan } = await import('./plan-view.js');
      const wish = new URLSearchParams(location.hash.split('?')[1]).get('goal') ?? '';
      return () => showPlan(main, { api, goalId: id, wish });
    }
    if (view === 'insights') {
      const { showInsights } = await import('./insights.js');
      return () => showInsights(main, { api });
    }
    if (view === 'you') {
      const { showYou } = await import('./you.js');
      const access = {
        async setPassword(password) {
          const { error } = await client.auth.updateUser({ password });
          if (error) throw error;
        },
        leaveEverywhere: () => signOut('global'),
      };
      const forget = () => client.auth.signOut({ scope: 'local' });
      const keep = {
        auth: client.auth,
        async kept() {
          person = await personOf(client);
          show({ focus: true });
          say('It is yours now.');
        },
      };
      return () =>
        showYou(main, {
          api,
          forget,
          access: someone.id === 'demo' || someone.isGuest ? null : access,
          keep: someone.isGuest ? keep : null,
        });
    }
    const span = view === 'week' ? 'week' : 'today';
    return () => showTasks(main, { api, ticks, connection, person: someone.id, span, from: id });
  }

  async function enter(someone) {
    person = someone;
    keepTicks(someone);
    // A view that is shown is never drawn again behind the back of somebody who types in it.
    isEntering = true;
    say('Signing you in…');
    await Promise.race([keepTimezone(api), new Promise((done) => setTimeout(done, 3_000))]);
    isEntering = false;
    if (person !== someone) return;
    show({ focus: true });
    say(`Signed in as ${someone.name}.`);
  }

  function leave(why = '') {
    if (!person) return;
    localStorage.removeItem(`flux-today-${person.id}`);
    // A person whose session ended may come back; ticks that wait are sent then.
    if (!why) ticks.forget();
    person = null;
    notice = why;
    chat?.end();
    chat = undefined;
    // The next person who signs in here is somebody else, perhaps.
    localStorage.removeItem('flux-conversation');
    localStorage.removeItem('flux-draft');
    history.replaceState(null, '', '#/today');
    find('#toast').replaceChildren();
    show({ focus: true });
  }

  /** Ends the session here, or every session of the person, once what waits is sent. */
  async function signOut(scope) {
    isLeaving = true;
    try {
      const { stopReminders } = await import('./reminders.js');
      const ended = Promise.allSettled([ticks.flush(), stopReminders(api)]);
      await Promise.race([ended, new Promise((done) => setTimeout(done, 3_000))]);
      const { error } = await client.auth.signOut({ scope });
      // Without an answer nobody knows whether other devices were signed out; here the session stays.
      if (error && scope === 'global') throw error;
      leave();
    } finally {
      isLeaving = false;
    }
  }

  client.auth.onAuthStateChange((event) => {
    // supabase-js must not be awaited inside its own callback.
    setTimeout(async () => {
      if (event === 'SIGNED_IN' && !person) await enter(await personOf(client));
      if (event === 'SIGNED_OUT') leave(isLeaving ? '' : sessionEnded);
    });
  });
  find('#leave').addEventListener('click', () => {
    if (!person?.isGuest || confirm(guestLeaves)) signOut('local');
  });
  find('#talk').addEventListener('click', async () => {
    const { startVoice } = await import('./voice.js');
    await startVoice(find('#voice'), { api });
  });
  window.addEventListener('hashchange', () => isEntering || show({ focus: true }));
  connection.listen(() => {
    showConnection();
    if (!connection.isLost()) ticks?.flush();
  });
  showConnection();
  if (person) keepTicks(person);
  show({ focus: false });
}

/** Returns who is signed in. Renewing a session takes long where the sign-in server does not answer; then it is who was. */
async function personOf(client) {
  const known = Promise.race([
    client.auth.getSession().then(({ data }) => data.session?.user),
    new Promise((done) => setTimeout(done, 3_000)),
  ]);
  const user = (await known) ?? kept('flux-session')?.user;
  return user ? { id: user.id, name: user.email || 'Guest', isGuest: user.is_anonymous === true } : null;
}

/** Asks the sign-in server whether people may come in without an account. */
async function allowsGuests() {
  const response = await fetch(`${config.supabase_url}/auth/v1/settings`, {
    headers: { apikey: config.supabase_publishable_key },
    signal: AbortSignal.timeout(10_000),
  });
  return (await response.json()).external?.anonymous_users === true;
}

/** Shows the bar at the top: what a signed-in person sees, and where they are. */
function frame(person, view) {
  find('.views').hidden = !person;
  find('.person').hidden = !person;
  find('#who').textContent = person?.name ?? '';
  find('#talk').hidden = !config.voice;
  document.body.dataset.view = person ? view : 'sign-in';
  document.title = `${person ? (titles[view] ?? titles.today) : 'Sign in'} · Flux`;
  for (const link of document.querySelectorAll('.views a')) {
    if (link.getAttribute('href') === `#/${view}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** Gives a new account the browser's timezone, in which its days are dated. */
async function keepTimezone(api) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const account = await api.get('/account').catch(() => null);
  if (account?.timezone !== 'UTC' || timeZone === 'UTC') return;
  await api.patch('/account', { timezone: timeZone }).catch(() => null);
}

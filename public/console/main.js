import { createApi } from './api.js';
import { createChat } from './chat.js';
import { el, say } from './dom.js';
import { showPlan } from './plan-view.js';
import { showSignIn } from './sign-in.js';
import { startVoice } from './voice.js';

const main = document.getElementById('main');
const hasSession = () => localStorage.getItem('flux-session') !== null;
const signInUnreachable = 'The sign-in server could not be reached. Reload the page to try again.';
const sessionEnded = 'Your session has ended. Please sign in again.';
const titles = { plan: 'Plan', chat: 'Chat' };
const config = await fetch('/api/config', { signal: AbortSignal.timeout(30_000) })
  .then((response) => response.json())
  .catch(() => null);
document.querySelector('.skip').addEventListener('click', (event) => {
  // The address says which view is shown, and stays.
  event.preventDefault();
  main.focus();
});

if (!config?.supabase_url) {
  main.replaceChildren(
    el('h1', {}, config ? 'Not set up yet' : 'No connection'),
    el('p', {}, config?.detail ?? 'The server could not be reached. Reload the page in a moment.'),
  );
} else {
  const client = globalThis.supabase.createClient(config.supabase_url, config.supabase_publishable_key, {
    auth: { storageKey: 'flux-session' },
    global: { fetch: (input, init) => fetch(input, { signal: AbortSignal.timeout(15_000), ...init }) },
  });
  await start(client);
}

/** Shows the sign-in until there is a person, then the view that the address names. */
async function start(client) {
  // Renewing a session takes long where the sign-in server does not answer.
  const wait = setTimeout(
    () => main.replaceChildren(el('p', {}, 'The sign-in server does not answer yet. Still trying…')),
    3_000,
  );
  const hadSession = hasSession();
  let person = await personOf(client);
  clearTimeout(wait);
  // A session that is over is forgotten; one that could not be renewed is kept.
  let notice = hadSession ? (hasSession() ? signInUnreachable : sessionEnded) : '';
  let leaveView = () => {};
  let chat;
  let isLeaving = false;
  const api = createApi(async () => (await client.auth.getSession()).data.session?.access_token ?? null);

  function show({ focus }) {
    leaveView();
    leaveView = () => {};
    const [, view = 'plan', id] = /^#\/(\w+)(?:\/([\w-]+))?/.exec(location.hash) ?? [];
    frame(person, view);
    if (!person) showSignIn(main, { client, api, notice, demo: () => enter({ name: 'Demo', demo: true }) });
    else if (view === 'chat') {
      chat ??= createChat({ api });
      chat.show(main);
    } else leaveView = showPlan(main, { api, goalId: id });
    if (focus) main.querySelector('h1')?.focus();
  }

  async function enter(someone) {
    person = someone;
    show({ focus: true });
    say(`Signed in as ${person.name}.`);
    await keepTimezone(api);
  }

  function leave(why = '') {
    if (!person) return;
    person = null;
    notice = why;
    chat?.end();
    chat = undefined;
    // The next person who signs in here is somebody else, perhaps.
    localStorage.removeItem('flux-conversation');
    history.replaceState(null, '', '#/plan');
    show({ focus: true });
  }

  client.auth.onAuthStateChange((event) => {
    // supabase-js must not be awaited inside its own callback.
    setTimeout(async () => {
      if (event === 'SIGNED_IN' && !person) await enter(await personOf(client));
      if (event === 'SIGNED_OUT') leave(isLeaving ? '' : sessionEnded);
    });
  });
  document.getElementById('leave').addEventListener('click', async () => {
    isLeaving = true;
    await client.auth.signOut({ scope: 'local' });
    leave();
    isLeaving = false;
  });
  document
    .getElementById('talk')
    .addEventListener('click', () => startVoice(document.getElementById('voice'), { api }));
  window.addEventListener('hashchange', () => show({ focus: true }));
  show({ focus: false });
}

async function personOf(client) {
  const { data } = await client.auth.getSession();
  const user = data.session?.user;
  return user ? { id: user.id, name: user.email } : null;
}

/** The bar at the top: what a signed-in person sees, and where they are. */
function frame(person, view) {
  document.querySelector('.views').hidden = !person;
  document.querySelector('.person').hidden = !person;
  document.getElementById('who').textContent = person?.name ?? '';
  document.getElementById('talk').hidden = !config.voice;
  document.body.dataset.view = person ? view : 'sign-in';
  document.title = `${person ? (titles[view] ?? titles.plan) : 'Sign in'} · Flux`;
  for (const link of document.querySelectorAll('.views a')) {
    if (link.getAttribute('href') === `#/${view}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** Plans are dated in the person's timezone: a new account takes the browser's. */
async function keepTimezone(api) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const account = await api.get('/account').catch(() => null);
  if (account?.timezone === 'UTC' && timeZone !== 'UTC')
    await api.patch('/account', { timezone: timeZone }).catch(() => null);
}

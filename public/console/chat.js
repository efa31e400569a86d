import { follow } from './conversation.js';
import { el, say } from './dom.js';
import { markdown } from './markdown.js';

const statusText = {
  queued: 'Waiting for its turn…',
  running: 'Working on it…',
  done: '',
  failed: 'It did not work out.',
  cancelled: 'Cancelled.',
};
const examples = [
  { title: 'What is 17 % of 2,480?', text: 'What is 17 % of 2,480?' },
  { title: 'Run some Python', text: 'Run this:\n```python\nimport math\nprint(math.factorial(20))\n```' },
  { title: 'How am I doing with my goal?', text: 'How am I doing with my goal?' },
];

/**
 * The conversation: messages, and answers that appear while they are made.
 * @returns what stops the view
 */
export function showChat(main, { api }) {
  const stopped = new AbortController();
  let clientId = remembered();
  let busy = 0;

  const log = el('div', { class: 'log', role: 'log', 'aria-label': 'Conversation', tabIndex: 0 });
  const error = el('p', { class: 'error', role: 'alert' });
  const input = el('textarea', {
    name: 'message',
    rows: 2,
    required: true,
    maxLength: 20_000,
    placeholder: 'Ask, plan, or send code to run',
    onkeydown: (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        form.requestSubmit();
      }
    },
  });
  const stop = el('button', { type: 'button', class: 'quiet', hidden: true, onclick: cancel }, 'Stop');
  const form = el(
    'form',
    { class: 'composer', 'aria-label': 'Message', onsubmit: send },
    el('label', {}, el('span', { class: 'unseen' }, 'Message'), input),
    el('div', { class: 'actions' }, el('button', { type: 'submit', class: 'primary' }, 'Send'), stop),
    el('p', { class: 'meta' }, 'Enter sends, Shift and Enter starts a new line.'),
  );
  const fresh = el('button', { type: 'button', class: 'quiet', onclick: startAnew }, 'New conversation');
  main.replaceChildren(
    el('div', { class: 'chat' }, el('header', {}, el('h1', { tabIndex: -1 }, 'Chat'), fresh), log, error, form),
  );
  if (clientId) resume();
  else suggest();
  return () => stopped.abort();

  async function send(event) {
    event.preventDefault();
    const message = input.value.trim();
    if (!message) return;
    error.textContent = '';
    try {
      const posted = await api.post(
        '/api/chat',
        { message },
        {
          'Idempotency-Key': crypto.randomUUID(),
          ...(clientId ? { 'X-Client-Id': clientId } : {}),
        },
      );
      clientId = posted.clientId;
      localStorage.setItem('flux-conversation', clientId);
      input.value = '';
      log.querySelector('.suggestions')?.remove();
      addMessage(message);
      await answer();
    } catch (problem) {
      if (!stopped.signal.aborted) error.textContent = problem.message;
    }
  }

  /** Takes up the newest message of a conversation from before, such as after a reload. */
  async function resume() {
    try {
      const { lastMessage } = await api.get(`/api/chat/response/${encodeURIComponent(clientId)}`);
      addMessage(lastMessage);
      await answer();
    } catch {
      startAnew();
    }
  }

  function startAnew() {
    clientId = null;
    localStorage.removeItem('flux-conversation');
    log.replaceChildren();
    suggest();
    input.focus();
  }

  function suggest() {
    const choose = (text) => () => {
      input.value = text;
      input.focus();
    };
    log.append(
      el(
        'div',
        { class: 'suggestions' },
        el('p', { class: 'lead' }, 'Ask anything, or send code to run. Some beginnings:'),
        ...examples.map(({ title, text }) =>
          el('button', { type: 'button', class: 'chip', onclick: choose(text) }, title),
        ),
      ),
    );
  }

  function addMessage(text) {
    log.append(el('article', { class: 'message mine', 'aria-label': 'You' }, ...markdown(text)));
    log.scrollTo({ top: log.scrollHeight });
  }

  async function cancel() {
    stop.disabled = true;
    await api.delete(`/api/chat/response/${encodeURIComponent(clientId)}`).catch((problem) => {
      error.textContent = problem.message;
    });
    stop.disabled = false;
  }

  async function answer() {
    const view = answerView(api);
    log.append(view.node);
    busy += 1;
    stop.hidden = false;
    const keepInSight = new MutationObserver(() => log.scrollTo({ top: log.scrollHeight }));
    keepInSight.observe(view.node, { childList: true, subtree: true, characterData: true });
    try {
      await follow(api, clientId, { on: view.on, signal: stopped.signal });
    } finally {
      keepInSight.disconnect();
      view.node.removeAttribute('aria-busy');
      busy -= 1;
      stop.hidden = busy === 0;
    }
  }
}

/** One answer as it appears: its state, the code, what it prints, its charts, its text. */
function answerView(api) {
  const status = el('p', { class: 'meta' }, statusText.queued);
  const code = el('code');
  const output = el('code');
  const charts = el('div', { class: 'charts' });
  const text = el('div', { class: 'text' });
  const codeBox = el(
    'details',
    { class: 'run', hidden: true, open: true },
    el('summary', {}, 'Code'),
    el('pre', {}, code),
  );
  const outputBox = el('pre', { class: 'output', hidden: true, 'aria-label': 'Output' }, output);
  const print =
    (kind) =>
    ({ text: printed }) => {
      if (!printed) return;
      outputBox.hidden = false;
      output.append(el('span', { class: kind }, printed));
    };
  const tokens = { attempt: 0, index: -1, text: '' };
  const node = el(
    'article',
    { class: 'message', 'aria-label': 'Flux', 'aria-busy': true },
    status,
    codeBox,
    outputBox,
    charts,
    text,
  );
  return {
    node,
    on: {
      status({ status: now }) {
        status.textContent = statusText[now] ?? '';
      },
      code({ code: source }) {
        codeBox.hidden = false;
        code.textContent = source;
        // A second program follows a first that failed: its output stands for itself.
        output.replaceChildren();
        outputBox.hidden = true;
      },
      stdout: print('stdout'),
      stderr: print('stderr'),
      result: (result) => addResult(charts, result, api),
      token({ text: piece, attempt = 0, index = 0 }) {
        if (attempt !== tokens.attempt) Object.assign(tokens, { attempt, index: -1, text: '' });
        if (index <= tokens.index) return;
        Object.assign(tokens, { index, text: tokens.text + piece });
        text.replaceChildren(...markdown(tokens.text));
      },
      done({ status: now, message }) {
        status.textContent = statusText[now] ?? '';
        text.replaceChildren(...markdown(message ?? ''));
        codeBox.open = false;
        say(message ?? 'Done.');
      },
    },
  };
}

async function addResult(charts, { text, artifact_id: id, mime }, api) {
  if (!id) {
    if (text) charts.append(el('pre', {}, el('code', {}, text)));
    return;
  }
  const place = el('figure', { 'aria-busy': true });
  charts.append(place);
  const response = await api.send(`/api/chat/artifacts/${id}`).catch(() => null);
  place.removeAttribute('aria-busy');
  if (!response) return place.replaceChildren('This file could not be loaded.');
  const url = URL.createObjectURL(await response.blob());
  const isPicture = /^image\/(png|jpeg|svg\+xml)$/.test(mime ?? '');
  place.replaceChildren(
    ...(isPicture ? [el('img', { src: url, alt: 'A chart that the code made' })] : []),
    el(
      'figcaption',
      {},
      el('a', { href: url, download: `result.${(mime ?? 'bin').split(/[/+]/)[1] ?? 'bin'}` }, 'Download'),
    ),
  );
}

function remembered() {
  return localStorage.getItem('flux-conversation');
}

import { createAttachments } from './attach.js';
import { conversationList } from './conversations.js';
import { el, quietButton } from './dom.js';
import { createThread } from './thread.js';

const memory = 'flux-conversation';
/** The key of the message that is being written, which survives a reload. */
const draft = 'flux-draft';
// The first ones need no language model.
const examples = [
  { title: 'Run some Python', text: 'Run this:\n```python\nimport math\nprint(math.factorial(20))\n```' },
  { title: "What's on tomorrow?", text: "What's on tomorrow?" },
  { title: 'How am I doing with my goal?', text: 'How am I doing with my goal?' },
];

/**
 * Makes the conversation: messages, and answers that appear while they are made. It goes on while it is not shown.
 * @returns `show`, which puts it into the page, and `end`
 */
export function createChat({ api }) {
  let thread = null;
  // A message that is sent again after a lost answer keeps its key, so that it is one message.
  let attempt = null;
  let isSending = false;
  let position = 0;
  let atEnd = true;

  const log = el('div', {
    class: 'log',
    role: 'log',
    'aria-label': 'Conversation',
    // An answer is announced once, when it is whole.
    'aria-live': 'off',
    tabIndex: 0,
    onscroll() {
      position = log.scrollTop;
      atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    },
  });
  const toEnd = () => atEnd && log.scrollTo({ top: log.scrollHeight });
  // The end stays in sight while answers grow, unless the person has scrolled up to read.
  new MutationObserver(toEnd).observe(log, { childList: true, subtree: true, characterData: true });
  log.addEventListener('load', toEnd, { capture: true });
  new ResizeObserver(toEnd).observe(log);
  const error = el('p', { class: 'error', role: 'alert' });
  const complain = (text) => (error.textContent = text);
  const input = el('textarea', {
    name: 'message',
    dir: 'auto',
    rows: 2,
    required: true,
    maxLength: 20_000,
    placeholder: 'Ask, plan, or send code to run',
    value: localStorage.getItem(draft) ?? '',
    oninput: () => localStorage.setItem(draft, input.value),
    onkeydown: (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        form.requestSubmit();
      }
    },
  });
  const files = createAttachments(api, {
    clientId: () => thread.clientId,
    complain,
    // The first file makes the conversation.
    added: () => localStorage.setItem(memory, thread.clientId),
  });
  const stop = el('button', { type: 'button', class: 'quiet', hidden: true, onclick: cancel }, 'Stop');
  const form = el(
    'form',
    { class: 'composer', 'aria-label': 'Message', onsubmit: send },
    files.list,
    el('label', {}, el('span', { class: 'unseen' }, 'Message'), input),
    el('div', { class: 'actions' }, files.button, el('button', { type: 'submit', class: 'primary' }, 'Send'), stop),
    el('p', { class: 'meta' }, 'Enter sends, Shift and Enter starts a new line. Files can be dropped here.'),
  );
  const restart = () => {
    startAnew();
    input.focus();
  };
  const fresh = quietButton('New conversation', restart);
  const holdsFiles = ({ dataTransfer }) => dataTransfer?.types.includes('Files');
  const node = el(
    'div',
    {
      class: 'chat',
      ondragover: (event) => holdsFiles(event) && event.preventDefault(),
      ondrop(event) {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        files.accept(event.dataTransfer.files);
      },
    },
    el('header', {}, el('h1', { tabIndex: -1 }, 'Chat'), fresh),
    conversationList(api, {
      current: () => thread.clientId,
      open(clientId) {
        localStorage.setItem(memory, clientId);
        takeUp();
        input.focus();
      },
      deleted: (clientId) => clientId === thread.clientId && startAnew(),
    }),
    log,
    error,
    form,
  );

  return {
    show(main) {
      main.replaceChildren(node);
      log.scrollTo({ top: atEnd ? log.scrollHeight : position });
      if (!thread) takeUp();
    },
    end: () => thread?.stop(),
  };

  async function send(event) {
    event.preventDefault();
    const text = input.value.trim();
    const mine = thread;
    if (!text || isSending) return;
    isSending = true;
    complain('');
    input.value = '';
    localStorage.removeItem(draft);
    try {
      const sent = await files.ready();
      const words = JSON.stringify([text, sent.map(({ id }) => id)]);
      if (attempt?.words !== words || attempt.thread !== mine)
        attempt = { words, thread: mine, key: crypto.randomUUID() };
      log.querySelector('.suggestions')?.remove();
      atEnd = true;
      await mine.send(text, sent, attempt.key);
      if (mine !== thread) return;
      attempt = null;
      files.clear(sent);
      localStorage.setItem(memory, mine.clientId);
    } catch (problem) {
      if (mine !== thread) return;
      input.value = [text, input.value].filter(Boolean).join('\n');
      localStorage.setItem(draft, input.value);
      complain(problem.message);
    } finally {
      isSending = false;
    }
  }

  /** Takes up the conversation from before, such as after a reload. */
  async function takeUp() {
    const known = localStorage.getItem(memory);
    if (!known) return startAnew();
    open(known);
    const mine = thread;
    const waiting = el('p', { class: 'meta' }, 'Loading…');
    log.append(waiting);
    try {
      if (!(await mine.load())) suggest();
    } catch (problem) {
      if (mine !== thread) return;
      if (problem.status === 404) return startAnew();
      log.append(el('p', { class: 'meta' }, 'Your conversation could not be loaded. You can still go on with it.'));
      complain(problem.message);
    } finally {
      waiting.remove();
    }
  }

  function startAnew() {
    open(crypto.randomUUID());
    localStorage.removeItem(memory);
    suggest();
  }

  function open(clientId) {
    thread?.stop();
    stop.hidden = true;
    complain('');
    files.clear();
    atEnd = true;
    thread = createThread(api, { clientId, log, complain, busy: (isBusy) => (stop.hidden = !isBusy) });
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

  async function cancel() {
    input.focus();
    await thread.cancel().catch((problem) => complain(problem.message));
  }
}

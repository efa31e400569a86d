import { answerView } from './answer.js';
import { follow, hasEnded, responsePath, tell } from './conversation.js';
import { el } from './dom.js';
import { markdown } from './markdown.js';

const memory = 'flux-conversation';
// The first ones need no language model.
const examples = [
  { title: 'Run some Python', text: 'Run this:\n```python\nimport math\nprint(math.factorial(20))\n```' },
  { title: 'What is 17 % of 2,480?', text: '0.17 * 2480' },
  { title: 'How am I doing with my goal?', text: 'How am I doing with my goal?' },
];

/**
 * The conversation: messages, and answers that appear while they are made. It goes on while it is not shown.
 * @returns `show`, which puts it into the page, and `end`
 */
export function createChat({ api }) {
  let talk = null;
  // What is sent again after a lost answer has the same key, so that it is one message.
  let attempt = null;
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
  const restart = () => {
    startAnew();
    input.focus();
  };
  const fresh = el('button', { type: 'button', class: 'quiet', onclick: restart }, 'New conversation');
  const node = el(
    'div',
    { class: 'chat' },
    el('header', {}, el('h1', { tabIndex: -1 }, 'Chat'), fresh),
    log,
    error,
    form,
  );

  return {
    show(main) {
      main.replaceChildren(node);
      log.scrollTo({ top: atEnd ? log.scrollHeight : position });
      if (!talk) takeUp();
    },
    end: () => talk?.stopped.abort(),
  };

  async function send(event) {
    event.preventDefault();
    const text = input.value.trim();
    const mine = talk;
    if (!text || mine.isBusy) return;
    if (attempt?.text !== text || attempt.talk !== mine) attempt = { text, talk: mine, key: crypto.randomUUID() };
    error.textContent = '';
    input.value = '';
    log.querySelector('.suggestions')?.remove();
    atEnd = true;
    mine.isBusy = true;
    mine.resumed = null;
    const bubble = addMessage(text);
    const view = addAnswer(mine, 'sending');
    try {
      await api.post('/api/chat', { message: text }, { 'Idempotency-Key': attempt.key, 'X-Client-Id': mine.clientId });
      if (mine !== talk) return;
      attempt = null;
      localStorage.setItem(memory, mine.clientId);
      view.accept();
      listen(mine);
    } catch (problem) {
      mine.waiting = mine.waiting.filter((other) => other !== view);
      if (mine !== talk) return;
      bubble.remove();
      view.node.remove();
      input.value = [text, input.value].filter(Boolean).join('\n');
      error.textContent = problem.message;
    } finally {
      mine.isBusy = false;
    }
  }

  /** Takes up the newest message of a conversation from before, such as after a reload. */
  async function takeUp() {
    const known = localStorage.getItem(memory);
    if (!known) return startAnew();
    talk = talkOf(known);
    const mine = talk;
    mine.isBusy = true;
    log.replaceChildren(el('p', { class: 'meta' }, 'Loading…'));
    try {
      const answer = await api.get(responsePath(mine));
      if (mine.stopped.signal.aborted) return;
      log.replaceChildren(el('p', { class: 'meta' }, 'Earlier messages are not shown here.'));
      mine.resumed = addMessage(answer.lastMessage);
      addAnswer(mine).accept();
      if (hasEnded(answer)) tell(answer, listeners(mine));
      else listen(mine);
    } catch (problem) {
      if (mine.stopped.signal.aborted) return;
      if (problem.status === 404) return startAnew();
      log.replaceChildren(
        el('p', { class: 'meta' }, 'Your conversation could not be loaded. You can still go on with it.'),
      );
      error.textContent = problem.message;
    } finally {
      mine.isBusy = false;
    }
  }

  function startAnew() {
    talk?.stopped.abort();
    talk = talkOf(crypto.randomUUID());
    talk.seen = '0';
    localStorage.removeItem(memory);
    stop.hidden = true;
    error.textContent = '';
    atEnd = true;
    log.replaceChildren();
    suggest();
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
    const bubble = el('article', { class: 'message mine', 'aria-label': 'You', dir: 'auto' }, ...markdown(text));
    log.append(bubble);
    return bubble;
  }

  function addAnswer(mine, status) {
    const view = answerView(api, status);
    mine.waiting.push(view);
    log.append(view.node);
    return view;
  }

  async function cancel() {
    input.focus();
    await api.delete(responsePath(talk)).catch((problem) => {
      error.textContent = problem.message;
    });
  }

  async function listen(mine) {
    if (mine.isListening) return;
    mine.isListening = true;
    stop.hidden = false;
    const { signal } = mine.stopped;
    const more = () => mine.waiting.some((view) => view.isAccepted);
    try {
      await follow(api, mine, { on: listeners(mine), more, signal });
    } catch (problem) {
      if (signal.aborted) return;
      error.textContent = problem.message;
      // They stay in the list: with the next message that is sent, what came of them is read too.
      mine.last ??= mine.seen;
      for (const view of mine.waiting) if (view.isAccepted) view.giveUp();
    } finally {
      mine.isListening = false;
      if (mine === talk) stop.hidden = true;
    }
  }

  /**
   * Events do not name their message. But messages are worked on one after the other, so they belong to the first that waits;
   * and each message begins with `queued`, which tells of those that were not sent from here.
   */
  function listeners(mine) {
    const pass = (kind) => (data) => mine.waiting[0]?.on[kind](data);
    const done = (data) => {
      mine.queued = Math.max(0, mine.queued - 1);
      mine.waiting.shift()?.on.done(data);
      if (mine.waiting.length > 0) return;
      // Without an id the server begins with the oldest message that is not finished.
      mine.seen = mine.last;
      mine.last = undefined;
    };
    return {
      status(data) {
        if (data.status !== 'queued') return pass('status')(data);
        mine.queued += 1;
        if (mine.queued <= mine.waiting.length) return;
        const unknown = addAnswer(mine);
        unknown.accept();
        if (mine.resumed) unknown.node.before(mine.resumed);
      },
      code: pass('code'),
      stdout: pass('stdout'),
      stderr: pass('stderr'),
      result: pass('result'),
      token: pass('token'),
      done,
      connection(isThere) {
        for (const view of mine.waiting) view.connection(isThere);
      },
      newest() {
        while (mine.waiting[1]?.isAccepted) mine.waiting.shift().giveUp();
      },
    };
  }
}

/**
 * A conversation as the view knows it: the answers that are waited for, oldest first, how many of them `queued` announced, the
 * id of their last event, and that of the last one before them.
 */
function talkOf(clientId) {
  return { clientId, waiting: [], queued: 0, last: undefined, seen: undefined, stopped: new AbortController() };
}

import { answerView } from './answer.js';
import { follow, messagesPath, responsePath } from './conversation.js';
import { el } from './dom.js';
import { markdown } from './markdown.js';

/**
 * Makes the messages of one conversation, each with its own answer beneath it, whatever tab or device sent it: events and the list
 * of messages name the message that they are about.
 * @param {object} options
 * @param {string} options.clientId
 * @param {HTMLElement} options.log where they appear
 * @param {(text: string) => void} options.complain shows what went wrong
 * @param {(isBusy: boolean) => void} options.busy is told whether an answer is waited for
 */
export function createThread(api, { clientId, log, complain, busy }) {
  const talk = { clientId, last: undefined };
  const shown = new Map();
  const stopped = new AbortController();
  const { signal } = stopped;
  const earlier = el('div', { class: 'earlier' });
  log.replaceChildren(earlier);
  const tabs = new BroadcastChannel('flux-chat');
  let sending = Promise.resolve();
  let isFollowing = false;

  tabs.onmessage = ({ data }) => data === clientId && catchUp();
  const onvisible = () => document.visibilityState === 'visible' && catchUp();
  document.addEventListener('visibilitychange', onvisible, { signal });
  signal.addEventListener('abort', () => tabs.close());

  return { clientId, load, send, cancel: () => api.delete(responsePath(talk)), stop: () => stopped.abort() };

  /**
   * Shows the newest messages, or those of an earlier page, and goes on with what has not ended.
   * @returns {Promise<boolean>} whether there are any
   */
  async function load(path = messagesPath(talk)) {
    const response = await api.send(path);
    const messages = (await response.json()).reverse();
    if (signal.aborted) return true;
    place(messages);
    const next = /<([^>]+)>; rel="next"/.exec(response.headers.get('Link') ?? '')?.[1];
    const isFirst = shown.size === messages.length;
    if (isFirst || path !== messagesPath(talk)) offerEarlier(next);
    listen();
    return shown.size > 0;
  }

  function offerEarlier(next) {
    const onclick = () => load(next).catch((problem) => complain(problem.message));
    earlier.replaceChildren(
      ...(next ? [el('button', { type: 'button', class: 'quiet', onclick }, 'Show earlier messages')] : []),
    );
  }

  /** Puts messages where they belong; those that are there already are brought up to date. */
  function place(messages) {
    let before = earlier;
    for (const message of messages) {
      let view = shown.get(message.message_id);
      if (!view) {
        view = answerView(api);
        view.accept();
        before.after(bubble(message.content, message.attachments), view.node);
        shown.set(message.message_id, view);
      }
      view.showEnded(message);
      before = view.node;
    }
  }

  /**
   * Sends a message.
   * @returns {Promise<void>} resolves when it is accepted
   */
  function send(text, files, key) {
    const mine = bubble(text, files);
    const view = answerView(api, 'sending');
    log.append(mine, view.node);
    const body = { message: text, ...(files.length ? { attachments: files.map(({ id }) => id) } : {}) };
    const accepted = api
      .post('/api/chat', body, { 'Idempotency-Key': key, 'X-Client-Id': clientId })
      .then(({ messageId: id }) => {
        // A message whose first answer was lost may have come with the list.
        if (shown.has(id)) return remove();
        shown.set(id, view);
        view.accept();
        tabs.postMessage(clientId);
        listen();
      })
      .catch((problem) => {
        remove();
        throw problem;
      });
    const remove = () => {
      mine.remove();
      view.node.remove();
    };
    sending = accepted.catch(() => {});
    return accepted;
  }

  async function listen() {
    const waiting = () => [...shown.values()].filter(({ isEnded }) => !isEnded);
    if (isFollowing || waiting().length === 0 || signal.aborted) return;
    isFollowing = true;
    busy(true);
    try {
      await follow(api, talk, {
        heard,
        look: async () => place((await api.get(messagesPath(talk))).reverse()),
        connection: (isThere) => {
          for (const view of waiting()) view.connection(isThere);
        },
        more: () => waiting().length > 0,
        signal,
      });
    } catch (problem) {
      if (signal.aborted) return;
      complain(problem.message);
      // Their answers are read with the next message that is sent.
      for (const view of waiting()) view.giveUp();
    } finally {
      isFollowing = false;
      if (!signal.aborted) busy(false);
    }
  }

  async function heard(kind, data) {
    // Of a message that is being sent from here the id is not known yet; of one from elsewhere the text is not.
    if (!shown.has(data.message_id)) await sending;
    if (!shown.has(data.message_id)) place((await api.get(messagesPath(talk))).reverse());
    const view = shown.get(data.message_id);
    if (view && !view.isEnded) view.on[kind]?.(data);
  }

  /** Looks for what was sent from elsewhere. Trouble with that is told when something is sent from here. */
  async function catchUp() {
    await sending;
    if (!isFollowing) await load().catch(() => {});
  }
}

function bubble(text, files) {
  return el(
    'article',
    { class: 'message mine', 'aria-label': 'You', dir: 'auto' },
    ...markdown(text),
    files.length
      ? el('ul', { class: 'files', 'aria-label': 'Files' }, ...files.map(({ name }) => el('li', {}, name)))
      : null,
  );
}

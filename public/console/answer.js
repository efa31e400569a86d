import { hasEnded } from './conversation.js';
import { el, say } from './dom.js';
import { markdown } from './markdown.js';

const statusText = {
  sending: 'Sending…',
  queued: 'Waiting for its turn…',
  thinking: 'Thinking…',
  running: 'Working on it…',
  failed: 'It did not work out.',
  lost: 'Connection lost, trying again…',
  unknown: 'The answer did not get here.',
};

/** The tools' purposes, for people. A program is shown as such. */
const toolText = {
  create_goal: 'New goal',
  list_goals: 'Your goals',
  get_goal_progress: 'Your progress',
  replan_goal: 'Plan again',
  create_task: 'New task',
  list_tasks: 'Your tasks',
  reschedule_task: 'Move a task',
  rename_task: 'Rename a task',
  complete_task: 'Tick a task',
  cancel_task: 'Take a task off',
  remember: 'Remember',
  forget: 'Forget',
  search_notes: 'Your notes',
  undo_last: 'Undo',
};

/**
 * Returns one answer as it appears: its state, the tools that are used, the code, what it prints, its charts, its text. `on` takes a
 * conversation's events, and `showEnded` a message of the conversation's list.
 */
export function answerView(api, state = 'queued') {
  const status = el('p', { class: 'meta' });
  const tools = el('ul', { class: 'tools', 'aria-label': 'What was done' });
  const code = el('code');
  const output = el('code');
  const charts = el('div', { class: 'charts' });
  const text = el('div', { class: 'text', dir: 'auto' });
  const summary = el('summary', {}, 'Code');
  const codeBox = el('details', { class: 'run', hidden: true, open: true }, summary, el('pre', {}, code));
  const outputBox = el('pre', { class: 'output', hidden: true, role: 'region', 'aria-label': 'Output' }, output);
  const print =
    (kind) =>
    ({ text: printed }) => {
      if (!printed) return;
      outputBox.hidden = false;
      output.append(el('span', { class: kind }, printed));
    };
  const lines = new Map();
  const tokens = { attempt: 0, index: -1, text: '' };
  const node = el(
    'article',
    { class: 'message', 'aria-label': 'Flux', 'aria-busy': true },
    status,
    tools,
    codeBox,
    outputBox,
    charts,
    text,
  );
  const show = (now) => {
    state = now;
    status.textContent = statusText[now] ?? '';
  };
  show(state);
  const view = {
    node,
    isAccepted: false,
    isEnded: false,
    accept() {
      this.isAccepted = true;
      if (state === 'sending') show('queued');
    },
    connection(isThere) {
      status.textContent = statusText[isThere ? state : 'lost'] ?? '';
    },
    giveUp() {
      node.removeAttribute('aria-busy');
      status.textContent = statusText.unknown;
    },
    /** Shows what came of a message that ended while nobody listened. */
    showEnded({ status: now, response, execution, tools: used }) {
      if (this.isEnded || !hasEnded({ status: now })) return;
      lines.clear();
      tools.replaceChildren();
      for (const [index, tool] of used.entries()) view.on.tool({ id: index, ...tool });
      if (execution) {
        view.on.code(execution);
        view.on.stdout({ text: execution.stdout });
        view.on.stderr({ text: execution.stderr });
        charts.replaceChildren();
        for (const result of execution.results) view.on.result(result);
      }
      finish(now, response);
    },
    on: {
      status({ status: now }) {
        show(statusText[now] ? now : 'running');
      },
      tool({ id, name, status: now, result }) {
        if (!toolText[name]) return;
        const { line } = lines.get(id) ?? { line: el('li') };
        lines.set(id, { line, name, result });
        const end = { running: '…', error: ': that did not work' }[now] ?? '';
        line.textContent = toolText[name] + (result ? `: ${result}` : end);
        tools.append(line);
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
        finish(now, message);
        say(message ?? 'Done.');
      },
    },
  };
  return view;

  function finish(now, message) {
    view.isEnded = true;
    show(now);
    text.replaceChildren(...markdown(message ?? ''));
    codeBox.open = false;
    for (const { line, name, result } of lines.values()) {
      if (result && message?.includes(result)) line.textContent = toolText[name];
    }
    // Output that the answer repeats is folded away.
    const repeated = [outputBox, ...charts.querySelectorAll('pre')].filter(
      (box) => !box.hidden && message?.includes(box.textContent.trim()),
    );
    codeBox.append(...repeated);
    if (repeated.length) summary.textContent = 'Code and output';
    node.removeAttribute('aria-busy');
  }
}

async function addResult(charts, { text, artifact_id: id, mime, name }, api) {
  if (!id) {
    // A name without a file is of one that was too much to come back.
    if (name) charts.append(el('p', { class: 'meta' }, `${name}: ${text}`));
    else if (text) charts.append(el('pre', {}, el('code', {}, text)));
    return;
  }
  const place = el('figure', { 'aria-busy': true });
  charts.append(place);
  const blob = await api
    .send(`/api/chat/artifacts/${id}`)
    .then((response) => response.blob())
    .catch(() => null);
  place.removeAttribute('aria-busy');
  if (!blob) return place.replaceChildren('This file could not be loaded.');
  const url = URL.createObjectURL(blob);
  const isPicture = /^image\/(png|jpeg|svg\+xml)$/.test(mime ?? '');
  place.replaceChildren(
    ...(isPicture ? [el('img', { src: url, alt: 'A chart that the code made' })] : []),
    el(
      'figcaption',
      {},
      el(
        'a',
        { href: url, download: name ?? `result.${(mime ?? 'bin').split(/[/+]/)[1] ?? 'bin'}` },
        name ?? 'Download',
      ),
    ),
  );
}

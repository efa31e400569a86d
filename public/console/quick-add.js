// @ts-check
import { el } from './dom.js';
import { dayName } from './task-line.js';
import { offerUndo } from './undo.js';
import { showRule, showTime } from './words.js';

/** @typedef {import('../openapi.d.ts').components['schemas']['TaskPreview']} Preview */
/** @typedef {import('./today-state.js').Task} Task */

const pauseMs = 250;

/**
 * Makes a line of words that becomes a task: what was understood is shown as chips before it is saved, and each can be taken off.
 * @param {{api: ReturnType<typeof import('./api.js').createApi>, timezone: string, today: string,
 *   changed: () => Promise<void>}} options
 */
export function quickAdd({ api, timezone, today, changed }) {
  /** @type {Preview | null} */
  let preview = null;
  /** The words that `preview` is of. */
  let previewed = '';
  /** @type {Set<string>} */
  let takenOff = new Set();
  let key = crypto.randomUUID();
  let isBusy = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const line = el('input', {
    name: 'text',
    dir: 'auto',
    maxLength: 500,
    autocomplete: 'off',
    placeholder: 'Add “water plants every day at 8”',
    'aria-label': 'Add a task in your words',
    'aria-describedby': 'understood',
    'aria-keyshortcuts': 'n',
    oninput() {
      key = crypto.randomUUID();
      takenOff = new Set();
      clearTimeout(timer);
      timer = setTimeout(() => understand().catch(fail), pauseMs);
    },
  });
  const chips = el('ul', { class: 'chips', id: 'understood', 'aria-label': 'Understood' });
  const error = el('p', { class: 'error', role: 'alert' });
  const question = el('p', { class: 'meta', role: 'status', dir: 'auto' });

  /** @param {unknown} problem */
  function fail(problem) {
    error.textContent = /** @type {Error} */ (problem).message;
  }

  async function understand() {
    const text = line.value.trim();
    if (text === previewed) return;
    /** @type {Preview | null} */
    const found = text ? await api.post('/tasks/preview', { text }) : null;
    // Slower than the next letter: what is newer counts.
    if (text !== line.value.trim()) return;
    preview = found;
    previewed = text;
    error.textContent = '';
    show();
  }

  function show() {
    question.textContent = preview?.question ?? '';
    chips.replaceChildren(
      ...(preview ? readings(preview) : [])
        .filter(({ field }) => !takenOff.has(field))
        .map(({ field, text, words }) =>
          el(
            'li',
            {},
            text,
            words
              ? el(
                  'button',
                  {
                    type: 'button',
                    'aria-label': `Not ${text}`,
                    onclick() {
                      takenOff.add(field);
                      key = crypto.randomUUID();
                      show();
                      line.focus();
                    },
                  },
                  '×',
                )
              : null,
          ),
        ),
    );
  }

  /** Returns what was understood, and from which words. @param {Preview} found */
  function readings({ date, scheduled_at: at, duration_minutes: minutes, recurrence_rule: rule, read }) {
    /** @param {string} field */
    const wordsFor = (field) => read.find((one) => one.field === field)?.words;
    // "Except 10 February" is no part of a rule.
    const [, ...more] = ruleWords(read);
    return [
      {
        field: 'recurrence_rule',
        text: rule ? [showRule(rule), ...more].join(', ') : '',
        words: wordsFor('recurrence_rule'),
      },
      { field: 'date', text: rule ? '' : dayName(date, today), words: wordsFor('date') },
      {
        field: 'scheduled_at',
        text: at && !takenOff.has('scheduled_at') ? showTime(at, timezone) : '',
        words: wordsFor('scheduled_at'),
      },
      { field: 'duration_minutes', text: `${minutes} min`, words: wordsFor('duration_minutes') },
    ].filter(({ text }) => text);
  }

  /** Returns the words that say how it repeats. @param {Preview['read']} read */
  function ruleWords(read) {
    return read.filter(({ field }) => field === 'recurrence_rule').map(({ words }) => words);
  }

  /** Returns the task to save. Where several phrases say how it repeats, the words are saved: a rule leaves out no dates. What was taken off is no time any more, so its words are the title's again. @param {Preview} found */
  function taskOf({ title, date, scheduled_at: at, duration_minutes: minutes, recurrence_rule: rule, read }) {
    const back = read.filter(({ field }) => takenOff.has(field)).map(({ words }) => words);
    const day = takenOff.has('date') ? today : date;
    if (takenOff.size === 0 && ruleWords(read).length > 1) {
      const when = read.filter(({ field }) => field !== 'duration_minutes').map(({ words }) => words);
      return { title, when: when.join(' '), duration_minutes: minutes };
    }
    return {
      title: [title, ...back].join(' '),
      ...(at && !takenOff.has('scheduled_at') && day === date ? { scheduled_at: at } : { date: day }),
      ...(takenOff.has('duration_minutes') ? {} : { duration_minutes: minutes }),
      ...(rule && !takenOff.has('recurrence_rule') ? { recurrence_rule: rule } : {}),
    };
  }

  async function save() {
    await understand();
    // A question is answered by writing on.
    if (!preview || preview.question) return line.focus();
    /** @type {Task} */
    const task = await api.post('/tasks', taskOf(preview), { 'Idempotency-Key': key });
    line.value = '';
    preview = null;
    previewed = '';
    show();
    key = crypto.randomUUID();
    await changed();
    offerUndo(
      task.date > today ? `Added for ${dayName(task.date, today)}: ${task.title}` : `Added: ${task.title}`,
      async () => {
        await api.delete(`/tasks/${encodeURIComponent(task.series_id ?? task.id)}`);
        await changed();
      },
    );
  }

  return el(
    'form',
    {
      class: 'quick',
      'aria-label': 'New task',
      async onsubmit(/** @type {Event} */ event) {
        event.preventDefault();
        if (isBusy) return;
        isBusy = true;
        clearTimeout(timer);
        await save().catch(fail);
        isBusy = false;
      },
    },
    el('div', { class: 'composer' }, line, el('button', { type: 'submit', class: 'primary' }, 'Add')),
    chips,
    question,
    error,
  );
}

// @ts-check
import { el, oneAtATime } from './dom.js';
import { showDay } from './words.js';

/**
 * Returns what a goal's words ask to be said first, and where help is.
 * @param {{message: string, resources: {name: string, contact: string}[]}} care
 */
export function careCard({ message, resources }) {
  return el(
    'section',
    { class: 'card care', 'aria-label': 'First of all', dir: 'auto' },
    el('p', {}, message),
    el('ul', {}, ...resources.map(({ name, contact }) => el('li', {}, el('strong', {}, name), `: ${contact}`))),
  );
}

/**
 * Makes the questions whose answers would change the plan. Any of them can be left open.
 * @param {{id: string, text: string, options?: string[]}[]} questions
 * @param {(answers: {id: string, text: string}[], key: string) => Promise<void>} answer has it planned again
 */
export function questionsCard(questions, answer) {
  const fields = questions.map(({ id, text, options = [] }) => {
    const words = el('input', {
      name: `words-${id}`,
      dir: 'auto',
      maxLength: 500,
      'aria-label': `${text} In your words`,
    });
    const choices = options.map((option) => el('input', { type: 'radio', name: `option-${id}`, value: option }));
    // Whoever chooses an option means it, and whoever writes means the words.
    for (const choice of choices) choice.addEventListener('change', () => (words.value = ''));
    words.addEventListener('input', () => {
      for (const choice of choices) choice.checked = false;
    });
    const fieldset = el(
      'fieldset',
      {},
      el('legend', { dir: 'auto' }, text),
      el(
        'div',
        { class: 'options' },
        ...choices.map((choice) => el('label', { class: 'option', dir: 'auto' }, choice, choice.value)),
      ),
      el('label', {}, options.length ? 'Or in your words' : 'In your words', words),
    );
    const said = () => (choices.find((choice) => choice.checked)?.value ?? words.value).trim();
    return { fieldset, answer: () => ({ id, text: said() }) };
  });
  return actionForm(
    { class: 'card questions', label: 'Questions about your plan', submit: 'Plan with these answers' },
    [
      el('h3', {}, 'This would make the plan fit better'),
      el('p', { class: 'meta' }, 'The plan does not wait for your answers.'),
      ...fields.map(({ fieldset }) => fieldset),
    ],
    async (key) => {
      const answers = fields.map((field) => field.answer()).filter(({ text }) => text !== '');
      if (answers.length === 0) throw new Error('Answer one of the questions first.');
      await answer(answers, key);
    },
  );
}

/**
 * Makes a change of the plan that is offered after a week that went badly.
 * @param {{reason: string, summary: string, changes: string[]}} proposal
 * @param {(accept: boolean, key: string) => Promise<void>} decide
 */
export function proposalCard({ reason, summary, changes }, decide) {
  let accept = true;
  const leave = el(
    'button',
    { type: 'submit', class: 'quiet', onclick: () => (accept = false) },
    'Leave the plan as it is',
  );
  const form = actionForm(
    { class: 'card proposal', label: 'A proposal', submit: 'Change the plan like this', beside: leave },
    [
      el('h3', {}, 'A lighter way on?'),
      el('p', { dir: 'auto' }, reason),
      el('p', { dir: 'auto' }, summary),
      el('ul', { dir: 'auto' }, ...changes.map((change) => el('li', {}, change))),
    ],
    (key) => decide(accept, key),
  );
  form.querySelector('.primary')?.addEventListener('click', () => (accept = true));
  return form;
}

/** Returns what the person should know of the plan. @param {string[]} notes */
export function notesCard(notes) {
  if (notes.length === 0) return null;
  return el(
    'section',
    { class: 'notes', 'aria-label': 'Good to know' },
    el('h3', {}, 'Good to know'),
    el('ul', { dir: 'auto' }, ...notes.map((note) => el('li', {}, note))),
  );
}

/**
 * Makes the phases beyond the weeks that are planned day by day.
 * @param {{title: string, from: string, until: string, success_criterion: string}[]} phases
 */
export function laterCard(phases) {
  if (phases.length === 0) return null;
  const year = /** @type {const} */ ({ day: 'numeric', month: 'short', year: 'numeric' });
  return el(
    'section',
    { class: 'later', 'aria-label': 'Later' },
    el('h3', {}, 'Later'),
    el('p', { class: 'meta' }, 'These are planned day by day as the weeks before them pass.'),
    el(
      'ol',
      {},
      ...phases.map(({ title, from, until, success_criterion: criterion }) =>
        el(
          'li',
          {},
          el('p', { class: 'meta' }, `${showDay(from, year)} – ${showDay(until, year)}`),
          el('p', { dir: 'auto' }, el('strong', {}, title), el('br'), criterion),
        ),
      ),
    ),
  );
}

/**
 * Makes a form whose action can fail, which is said in it. One key for all tries: what is sent twice happens once.
 * @param {{class: string, label: string, submit: string, beside?: HTMLElement | null}} options
 * @param {import('./dom.js').Child[]} content
 * @param {(key: string) => Promise<void>} act
 */
function actionForm({ class: name, label, submit, beside = null }, content, act) {
  const error = el('p', { class: 'error', role: 'alert' });
  let key = crypto.randomUUID();
  const attempt = oneAtATime(error);
  return el(
    'form',
    {
      class: name,
      'aria-label': label,
      oninput: () => (key = crypto.randomUUID()),
      onsubmit(/** @type {Event} */ event) {
        event.preventDefault();
        attempt(() => act(key));
      },
    },
    ...content,
    error,
    el('div', { class: 'actions' }, el('button', { type: 'submit', class: 'primary' }, submit), beside),
  );
}

/**
 * Says where a plan comes from.
 * @param {{source: string, model: string | null, sources: {title: string, source_url: string | null}[]}} plan
 */
export function sourceLine(plan) {
  const by = plan.source === 'llm' ? `by ${plan.model}` : 'from a playbook, without a language model';
  const sources = plan.sources.map(({ title, source_url: url }) =>
    url ? el('a', { href: url, rel: 'noreferrer' }, title) : title,
  );
  return el(
    'p',
    { class: 'source' },
    `Planned ${by}.`,
    ...(sources.length
      ? [' It rests on ', ...sources.flatMap((source, index) => (index ? [', ', source] : [source])), '.']
      : []),
  );
}

/** Makes what is shown while a plan is made. */
export function waiting() {
  return el(
    'div',
    { class: 'waiting', 'aria-busy': true },
    el('p', {}, 'Working out weeks, milestones and tasks that fit your days…'),
    ...[1, 2, 3].map(() => el('div', { class: 'ghost' })),
  );
}

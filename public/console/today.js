// @ts-check
import { el, failure } from './dom.js';
import { exampleGoals } from './examples.js';
import { keep, kept } from './kept.js';
import { handleKeys } from './keys.js';
import { quickAdd } from './quick-add.js';
import { taskLine } from './task-line.js';
import { passes } from './ticks-state.js';
import { dayOf, daysBack, minutesInWords, replaced, sentenceOf, weekOf } from './today-state.js';
import { addDays, showDay, todayIn, weekStart } from './words.js';

/** @typedef {ReturnType<typeof import('./api.js').createApi>} Api */
/** @typedef {import('./today-state.js').Task} Task */
/** @typedef {import('../openapi.d.ts').components['schemas']['Account']} Account */

/** The age from which the list is read again when somebody comes back to it. */
const freshMs = 60_000;
/** Days after today that are kept, for who has no connection tomorrow. */
const daysAhead = 2;

/**
 * Shows what is on today, or in the week that today is in, across all goals and one's own tasks. Today's list is kept, and can be
 * read without a connection.
 * @param {HTMLElement} main
 * @param {{api: Api, ticks: import('./task-line.js').Place['ticks'], connection: ReturnType<typeof import('./connection.js').createConnection>,
 *   person: string, span: 'today' | 'week', from?: string}} options `person`: whose list is kept; `from`: a day of the week to show
 * @returns {() => void} what stops the view
 */
export function showTasks(main, { api, ticks, connection, person, span, from }) {
  const ended = new AbortController();
  const heading = el('h1', { tabIndex: -1 }, span === 'today' ? 'Today' : 'Week');
  const note = el('div', {});
  const body = el('div', { class: 'agenda' }, el('p', { class: 'wait' }, 'Looking at your days…'));
  main.replaceChildren(el('section', { class: 'days-view' }, el('header', {}, heading), note, body));
  const keptAt = `flux-today-${person}`;
  let loadedAt = 0;
  /** Shows other tasks where a list is shown already. @type {((tasks: Task[]) => void) | undefined} */
  let showAgain;
  /** The name of the frame that is shown. */
  let shownIn = '';
  /** The moment at which the list that is shown was read. */
  let readAt = 0;
  load();
  document.addEventListener(
    'visibilitychange',
    () => {
      if (!document.hidden && Date.now() - loadedAt > freshMs && !isWriting(main)) load();
    },
    { signal: ended.signal },
  );
  connection.listen(() => {
    if (!connection.isLost()) ticks.flush().then(load);
  }, ended.signal);
  document.addEventListener('keydown', (event) => handleKeys(event, main), { signal: ended.signal });
  return () => ended.abort();

  async function load() {
    showKept();
    try {
      /** @type {[Account, {id: string, title: string}[]]} */
      const [account, goals] = await Promise.all([api.get('/account'), api.all('/goals?limit=100')]);
      const frame = frameOf({ account, goals });
      const tasks = await frame.read();
      if (ended.signal.aborted) return;
      loadedAt = readAt = Date.now();
      connection.back();
      note.replaceChildren();
      // Nothing is drawn anew while somebody writes or chooses.
      if (showAgain && shownIn === frame.name) showAgain(tasks);
      else draw(tasks, frame);
    } catch (problem) {
      if (ended.signal.aborted) return;
      const { message } = /** @type {Error} */ (problem);
      const since = passes(problem) ? showKept() : null;
      if (since) note.replaceChildren(failure({ message: `${message} This is your list as it was ${since}.` }, load));
      else body.replaceChildren(failure(/** @type {Error} */ (problem), load));
    }
  }

  /** Shows today's list as it was kept, unless a list is shown. Returns when that was, or null where nothing is kept. */
  function showKept() {
    if (span !== 'today' || ended.signal.aborted) return null;
    /** @type {{readAt: number, tasks: Task[], account: Account, goals: {id: string, title: string}[]} | null} */
    const was = kept(keptAt);
    if (!was) return null;
    if (!showAgain) {
      readAt = was.readAt;
      draw(ticks.applier()(was.tasks), frameOf(was));
    }
    return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(was.readAt);
  }

  /** @param {Task[]} tasks @param {Frame} frame */
  function draw(tasks, frame) {
    shownIn = frame.name;
    showAgain = (span === 'today' ? showDayOf : showWeekOf)(tasks, frame);
  }

  /**
   * @typedef {object} Frame what a list of tasks stands in
   * @property {Account} account
   * @property {Map<string, string>} goals titles by id
   * @property {string} today
   * @property {string} first
   * @property {string} name tells it from others
   * @property {() => Promise<Task[]>} read
   * @property {(tasks: Task[]) => void} save keeps the list as it is shown
   */

  /** @param {{account: Account, goals: {id: string, title: string}[]}} known @returns {Frame} */
  function frameOf({ account, goals }) {
    const today = todayIn(account.timezone);
    const first = span === 'today' ? addDays(today, -daysBack) : weekStart(from ?? today);
    const last = span === 'today' ? addDays(today, daysAhead) : addDays(first, 6);
    const titles = goals.map(({ id, title }) => ({ id, title }));
    return {
      account,
      goals: new Map(titles.map(({ id, title }) => [id, title])),
      today,
      first,
      name: JSON.stringify([today, account, titles]),
      async read() {
        const apply = ticks.applier();
        return apply(await api.all(`/tasks?from=${first}&to=${last}&limit=100`));
      },
      save(tasks) {
        if (span === 'today' && !ended.signal.aborted) keep(keptAt, { readAt, account, goals: titles, tasks });
      },
    };
  }

  /**
   * Shows a list of tasks and keeps it as it is changed, the focus where it was.
   * @param {Task[]} given @param {Frame} frame @param {(tasks: Task[], line: (task: Task) => HTMLElement) => Node[]} draw
   */
  function listOf(given, { account, goals, today, read, save }, draw) {
    let tasks = given;
    const list = el('div', { class: 'lists' });
    const redraw = () => {
      const focused = /** @type {HTMLElement | null} */ (document.activeElement?.closest('.line'))?.dataset.id;
      list.replaceChildren(...draw(tasks, (task) => taskLine(task, place)));
      if (focused === undefined) return;
      const same = [...list.querySelectorAll('.line')].find(
        (node) => node instanceof HTMLElement && node.dataset.id === focused,
      );
      const next = same ?? list.querySelector('.line');
      (next?.querySelector('input') ?? heading).focus();
    };
    /** @param {Task[]} newer */
    const show = (newer) => {
      const isSame = JSON.stringify(newer) === JSON.stringify(tasks);
      tasks = newer;
      save(tasks);
      if (isSame) return;
      redraw();
    };
    /** Reads the tasks again: a repeating one stands on many days. */
    const reload = async () => show(await read());
    const place = {
      api,
      ticks,
      timezone: account.timezone,
      today,
      goals,
      reload,
      /** @param {string} id @param {Task} newer */
      changed: (id, newer) => show(replaced(tasks, id, newer)),
    };
    save(tasks);
    redraw();
    return { list, reload, show };
  }

  /** @param {Task[]} tasks @param {Frame} frame */
  function showDayOf(tasks, frame) {
    const { account, goals, today } = frame;
    heading.textContent = showDay(today, { weekday: 'long', day: 'numeric', month: 'long' });
    const sentence = el('p', { class: 'lead' });
    const bar = el('progress', { max: 1, value: 0, 'aria-label': 'Done today' });
    const { list, reload, show } = listOf(tasks, frame, (all, line) => {
      const day = dayOf(all, today);
      const total = day.timed.length + day.untimed.length + day.done.length;
      sentence.textContent = sentenceOf(day);
      bar.max = total || 1;
      bar.value = day.done.length;
      bar.hidden = total === 0;
      const hasTimes = day.timed.length > 0;
      return [
        group('', day.timed, line),
        group(hasTimes ? 'Any time' : '', day.untimed, line),
        total + day.before.length === 0 ? nothingYet(goals.size) : null,
        group('From before', day.before, line),
        day.done.length
          ? el(
              'details',
              { class: 'group' },
              el('summary', {}, `Done today (${day.done.length})`),
              lines(day.done, line),
            )
          : null,
      ].filter((node) => node !== null);
    });
    const add = quickAdd({ api, timezone: account.timezone, today, changed: reload });
    body.replaceChildren(sentence, bar, add, list);
    return show;
  }

  /** @param {Task[]} tasks @param {Frame} frame */
  function showWeekOf(tasks, frame) {
    const { account, today, first } = frame;
    const options = /** @type {const} */ ({ day: 'numeric', month: 'long' });
    heading.textContent = `${showDay(first, options)} – ${showDay(addDays(first, 6), options)}`;
    const { list, show } = listOf(tasks, frame, (all, line) => [
      ...(all.length ? [] : [freeWeek()]),
      ...weekOf(all, first).map(({ date, tasks: planned, minutes }) =>
        el(
          'section',
          { class: `group${date === today ? ' today' : ''}`, 'aria-current': date === today ? 'date' : null },
          el(
            'h2',
            {},
            el('time', { dateTime: date }, showDay(date, { weekday: 'long', day: 'numeric', month: 'short' })),
            el(
              'span',
              { class: 'meta' },
              minutes ? `${minutesInWords(minutes)} of ${minutesInWords(account.daily_minutes)}` : 'Free',
            ),
          ),
          planned.length ? lines(planned, line) : null,
        ),
      ),
    ]);
    body.replaceChildren(
      el(
        'nav',
        { class: 'actions', 'aria-label': 'Weeks' },
        weekLink(addDays(first, -7), 'Week before'),
        weekLink(today, 'This week'),
        weekLink(addDays(first, 7), 'Week after'),
        el('a', { href: '#/insights' }, 'Look back'),
      ),
      list,
    );
    return show;
  }
}

/** @param {string} day @param {string} text */
function weekLink(day, text) {
  return el('a', { href: `#/week/${day}` }, text);
}

/** @param {string} title @param {Task[]} tasks @param {(task: Task) => HTMLElement} line */
function group(title, tasks, line) {
  if (tasks.length === 0) return null;
  return el('section', { class: 'group' }, title ? el('h2', {}, title) : null, lines(tasks, line));
}

/** @param {Task[]} tasks @param {(task: Task) => HTMLElement} line */
function lines(tasks, line) {
  return el('ul', {}, ...tasks.map(line));
}

/** Returns what to do where a day is empty. @param {number} goals how many there are */
function nothingYet(goals) {
  return el(
    'div',
    { class: 'empty' },
    el(
      'p',
      {},
      goals
        ? 'A free day. Add something above, or leave it free.'
        : 'Write a task above in your words, or begin with a goal: its plan puts small tasks on your days.',
    ),
    goals ? null : exampleGoals(),
  );
}

/** Returns what to do where a week is empty. */
function freeWeek() {
  return el(
    'p',
    { class: 'lead' },
    'Nothing is planned in this week. ',
    el('a', { href: '#/today' }, 'Add a task'),
    ', or ',
    el('a', { href: '#/plan' }, 'begin with a goal'),
    '.',
  );
}

/** Tells whether somebody is in the middle of words that a new list would take away. @param {HTMLElement} main */
function isWriting(main) {
  return [...main.querySelectorAll('input[name]')].some((input) => input === document.activeElement);
}

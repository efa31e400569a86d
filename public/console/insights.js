// @ts-check
import { el, failure, svg } from './dom.js';
import { figuresOf, largest, rowsOfGoals, rowsOfWeekdays, rowsOfWeeks } from './insights-state.js';

/** @typedef {ReturnType<typeof import('./api.js').createApi>} Api */
/** @typedef {import('./insights-state.js').Insights} Insights */
/** @typedef {import('./insights-state.js').Row} Row */

/**
 * Shows what was done and what was left open, by week, weekday and goal: as drawings, with a table behind each.
 * @param {HTMLElement} main
 * @param {{api: Api}} options
 * @returns {() => void} what stops the view
 */
export function showInsights(main, { api }) {
  let isLeft = false;
  const body = el('div', { class: 'cards' }, el('p', { class: 'wait' }, 'Looking back…'));
  main.replaceChildren(el('section', { class: 'insights' }, el('h1', { tabIndex: -1 }, 'Insights'), body));
  load();
  return () => {
    isLeft = true;
  };

  async function load() {
    try {
      /** @type {[Insights, {id: string, title: string}[]]} */
      const [insights, goals] = await Promise.all([api.get('/account/insights'), api.all('/goals?limit=100')]);
      if (isLeft) return;
      const titles = new Map(goals.map(({ id, title }) => [id, title]));
      body.replaceChildren(...(insights.done + insights.missed ? shown(insights, titles) : nothingYet(insights)));
    } catch (problem) {
      if (!isLeft) body.replaceChildren(failure(/** @type {Error} */ (problem), load));
    }
  }
}

/** @param {Insights} insights @param {Map<string, string>} titles */
function shown(insights, titles) {
  const weeks = rowsOfWeeks(insights.weeks);
  const goals = rowsOfGoals(insights.by_goal, titles);
  return [
    el('p', { class: 'lead', dir: 'auto' }, insights.message),
    el(
      'dl',
      { class: 'figures' },
      ...figuresOf(insights).map(({ name, value }) => el('div', {}, el('dt', {}, name), el('dd', {}, value))),
    ),
    chart('Week by week', 'Week from', weeks, columns(weeks)),
    chart('By weekday', 'Weekday', rowsOfWeekdays(insights.by_weekday)),
    goals.length ? chart('Time by goal', 'Goal', goals) : null,
  ].filter((node) => node !== null);
}

/** @param {Insights} insights */
function nothingYet({ message }) {
  return [
    el(
      'div',
      { class: 'empty' },
      el('p', { dir: 'auto' }, message),
      el('p', {}, 'Your weeks, your best weekdays and the time that went into each goal are drawn here.'),
      el('p', {}, el('a', { href: '#/today' }, 'See what is on today')),
    ),
  ];
}

/**
 * Makes a drawing with its heading, and the same as a table.
 * @param {string} title
 * @param {string} kind what a row is
 * @param {Row[]} rows
 * @param {Node} [drawing] bars beneath each other where there is none
 */
function chart(title, kind, rows, drawing = bars(rows)) {
  const hasMissed = rows.some(({ missed }) => missed > 0);
  const picture = el(
    'div',
    { role: 'img', 'aria-label': `${title}: ${rows.map(({ name, text }) => `${name}: ${text}`).join('; ')}` },
    drawing,
  );
  return el(
    'section',
    { class: 'card', 'aria-label': title },
    el('h2', {}, title),
    hasMissed
      ? el(
          'p',
          { class: 'meta legend', 'aria-hidden': 'true' },
          swatch('done'),
          el('span', {}, 'Done'),
          swatch('open'),
          el('span', {}, 'Left open'),
        )
      : null,
    picture,
    el(
      'details',
      {},
      el('summary', {}, 'As a table', el('span', { class: 'unseen' }, `: ${title}`)),
      table(kind, rows),
    ),
  );
}

/** @param {string} kind @param {Row[]} rows */
function table(kind, rows) {
  return el(
    'table',
    {},
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, kind), el('th', { scope: 'col' }, 'What was done'))),
    el(
      'tbody',
      {},
      ...rows.map(({ name, text }) => el('tr', {}, el('th', { scope: 'row', dir: 'auto' }, name), el('td', {}, text))),
    ),
  );
}

/** Draws a column a row, side by side; the first and the last are named below. @param {Row[]} rows */
function columns(rows) {
  const tallest = largest(rows);
  return el(
    'div',
    { class: 'columns' },
    svg(
      'svg',
      { viewBox: `0 0 ${rows.length} ${tallest}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      ...rows.flatMap(({ done, missed }, index) => [
        svg('rect', { class: 'open', x: index + 0.15, y: tallest - done - missed, width: 0.7, height: missed }),
        svg('rect', { class: 'done', x: index + 0.15, y: tallest - done, width: 0.7, height: done }),
      ]),
    ),
    el('p', { class: 'meta ends' }, el('span', {}, rows.at(0)?.name), el('span', {}, `Week from ${rows.at(-1)?.name}`)),
  );
}

/** Draws a bar a row, beneath each other, with its name and its words. @param {Row[]} rows */
function bars(rows) {
  const longest = largest(rows);
  return el(
    'div',
    { class: 'bars' },
    ...rows.map(({ name, done, missed, text }) =>
      el(
        'div',
        {},
        el('span', { dir: 'auto' }, name),
        el('span', { class: 'meta' }, text),
        svg(
          'svg',
          { viewBox: `0 0 ${longest} 1`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
          svg('rect', { class: 'done', width: done, height: 1 }),
          svg('rect', { class: 'open', x: done, width: missed, height: 1 }),
        ),
      ),
    ),
  );
}

/** @param {'done' | 'open'} kind */
function swatch(kind) {
  return svg('svg', { viewBox: '0 0 1 1', class: 'swatch' }, svg('rect', { class: kind, width: 1, height: 1 }));
}

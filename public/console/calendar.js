// @ts-check
import { el } from './dom.js';
import { addDays, count, showDay, todayIn } from './words.js';

/**
 * Makes a plan as a calendar of weeks: the current one open, today marked, each task with a box to tick.
 * @param tasks the plan's tasks as rows, by id, for their status; a task without a row cannot be ticked
 * @param tick `(task, done) → Promise`, rejected when it did not work
 */
export function calendarOf(plan, tasks, tick) {
  const today = todayIn(plan.timezone);
  const starts = plan.weeks.map((week) => week.starts_on);
  const current = Math.max(
    0,
    starts.findLastIndex((day) => day <= today),
  );
  return el(
    'ol',
    { class: 'weeks' },
    ...plan.weeks.map((week, index) => {
      const last = index + 1 < starts.length ? addDays(starts[index + 1], -1) : plan.end_date;
      return el('li', {}, weekOf(week, { last, tasks, tick, today, isOpen: index === current }));
    }),
  );
}

function weekOf(week, { last, tasks, tick, today, isOpen }) {
  const tally = el('span', { class: 'tally' });
  const showTally = () => {
    const done = week.tasks.filter((task) => tasks.get(task.id)?.status === 'done').length;
    tally.textContent = `${done} / ${week.tasks.length}`;
    tally.setAttribute('aria-label', `${done} of ${count(week.tasks.length, 'task')} done`);
  };
  showTally();
  const days = [];
  for (let day = week.starts_on; day <= last; day = addDays(day, 1)) days.push(day);
  return el(
    'details',
    { class: `week${isOpen ? ' current' : ''}`, open: isOpen },
    el(
      'summary',
      {},
      el('span', { class: 'number' }, `Week ${week.week}`),
      el('span', { class: 'milestone', dir: 'auto' }, week.milestone.title),
      tally,
    ),
    el('p', { class: 'criterion', dir: 'auto' }, week.milestone.success_criterion),
    week.review ? el('p', { class: 'criterion', dir: 'auto' }, week.review) : null,
    el(
      'ol',
      { class: 'days' },
      ...days.map((day) =>
        dayOf(day, {
          planned: week.tasks.filter((task) => (tasks.get(task.id)?.date ?? task.date) === day),
          isToday: day === today,
          tasks,
          async tick(task, done) {
            await tick(task, done);
            tasks.set(task.id, { ...tasks.get(task.id), status: done ? 'done' : 'pending' });
            showTally();
          },
        }),
      ),
    ),
  );
}

function dayOf(day, { planned, isToday, tasks, tick }) {
  return el(
    'li',
    { class: `day${isToday ? ' today' : ''}${planned.length ? '' : ' free'}`, 'aria-current': isToday ? 'date' : null },
    el(
      'h3',
      {},
      el('time', { dateTime: day }, el('span', {}, showDay(day, { weekday: 'short' })), ` ${showDay(day)}`),
      isToday ? el('span', { class: 'badge' }, 'Today') : null,
    ),
    planned.length
      ? el('ul', {}, ...planned.map((task) => el('li', {}, taskOf(task, tasks.get(task.id), tick))))
      : el('p', { class: 'rest' }, 'Free'),
  );
}

function taskOf(task, row, tick) {
  let busy = false;
  const box = el('input', {
    type: 'checkbox',
    checked: row?.status === 'done',
    disabled: !row,
    'aria-describedby': task.description ? `how-${task.id}` : null,
    // Not disabled meanwhile, which would take the focus away.
    onclick: (event) => busy && event.preventDefault(),
    async onchange() {
      busy = true;
      error.textContent = '';
      try {
        await tick(task, box.checked);
      } catch (problem) {
        box.checked = !box.checked;
        error.textContent = /** @type {Error} */ (problem).message;
      }
      busy = false;
    },
  });
  const error = el('p', { class: 'error', role: 'alert' });
  const time = [task.start_time, `${task.duration_minutes} min`].filter(Boolean).join(' · ');
  return el(
    'div',
    { class: 'task' },
    el(
      'label',
      { class: 'tick' },
      box,
      el('span', { class: 'what' }, el('span', { dir: 'auto' }, task.title), el('span', { class: 'meta' }, time)),
    ),
    error,
    row?.care ? el('p', { class: 'meta', dir: 'auto' }, row.care.message) : null,
    task.description ? howTo(task) : null,
  );
}

function howTo({ id, title, description }) {
  return el(
    'details',
    { class: 'how' },
    el('summary', {}, 'How', el('span', { class: 'unseen' }, `: ${title}`)),
    el('p', { id: `how-${id}`, dir: 'auto' }, description),
  );
}

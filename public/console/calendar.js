import { addDays, count, el, showDay, todayIn } from './dom.js';

/**
 * A plan as a calendar of weeks: the current one open, today marked, each task with a box to tick.
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
      el('span', { class: 'milestone' }, week.milestone.title),
      tally,
    ),
    el('p', { class: 'criterion' }, week.milestone.success_criterion),
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
      'h4',
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
  const box = el('input', {
    type: 'checkbox',
    checked: row?.status === 'done',
    disabled: !row,
    async onchange() {
      box.disabled = true;
      error.textContent = '';
      try {
        await tick(task, box.checked);
      } catch (problem) {
        box.checked = !box.checked;
        error.textContent = problem.message;
      }
      box.disabled = false;
      box.focus();
    },
  });
  const error = el('span', { class: 'error', role: 'alert' });
  const time = [task.start_time, `${task.duration_minutes} min`].filter(Boolean).join(' · ');
  return el(
    'label',
    { class: 'task', title: task.description },
    box,
    el('span', { class: 'what' }, task.title, el('span', { class: 'meta' }, time), error),
  );
}

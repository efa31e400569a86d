import { ApiError } from './api.js';
import { calendarOf } from './calendar.js';
import { el, failure, say } from './dom.js';
import { exampleGoals } from './examples.js';
import { goalActions } from './goal-actions.js';
import { goalForm } from './goal-form.js';
import { goalLink, isPlanning, showProgress, stateOf } from './goal-summary.js';
import { careCard, laterCard, notesCard, proposalCard, questionsCard, sourceLine, waiting } from './plan-cards.js';
import { addDays, showDay } from './words.js';

/** Tasks are asked for a year at a time. */
const daysMax = 366;

/**
 * Shows the goals, a form for a new one, and the chosen goal's plan.
 * @param options `wish`: what the form for a new goal begins with, or nothing
 * @returns what stops the view
 */
export function showPlan(main, { api, goalId, wish }) {
  const ended = new AbortController();
  const list = el('ul', { class: 'goals' });
  const newGoal = el('details', { class: 'card new', open: true }, el('summary', {}, 'New goal'), goalForm(api, wish));
  const detail = el('section', { class: 'goal', 'aria-label': 'The chosen goal' });
  main.replaceChildren(
    el(
      'div',
      { class: 'plan' },
      el(
        'div',
        { class: 'side' },
        el('h1', { tabIndex: -1 }, 'Your goals'),
        el('nav', { 'aria-label': 'Goals' }, list),
        newGoal,
      ),
      detail,
    ),
  );
  load();
  return () => ended.abort();

  async function load() {
    try {
      const goals = await api.get('/goals?limit=50');
      const showList = (chosenId) => list.replaceChildren(...goals.map((goal) => goalLink(goal, goal.id === chosenId)));
      showList(goalId);
      const chosen =
        goals.find((goal) => goal.id === goalId) ?? (goalId ? await api.get(`/goals/${goalId}`) : goals[0]);
      if (!chosen) return detail.replaceChildren(welcome());
      showList(chosen.id);
      // On narrow windows the goals stand above the plan: with the form closed, the plan is near the top.
      newGoal.open = wish !== '' || matchMedia('(min-width: 60rem)').matches;
      if (!newGoal.open) list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      await follow(chosen);
    } catch (problem) {
      fail(problem);
    }
  }

  function fail(problem) {
    detail.replaceChildren(failure(problem, load));
  }

  async function show(goal) {
    const tasks = goal.plan_json ? await tasksOf(goal) : new Map();
    if (ended.signal.aborted) return;
    detail.replaceChildren(...goalDetail(goal, tasks));
    list.querySelector('[aria-current]')?.closest('li').replaceWith(goalLink(goal, true));
  }

  /** Shows a goal, and shows it again once its plan is there. */
  async function follow(goal) {
    await show(goal);
    await watch(goal);
  }

  async function watch(goal) {
    if (!isPlanning(goal)) return;
    const newer = await planned(goal);
    if (!newer) return;
    if (newer.plan_status === 'ready') say('The plan is ready.');
    if (newer.plan_status === 'failed') say(`There is no plan: ${newer.plan_error}`);
    await follow(newer);
  }

  /** Asks until a goal is planned or cannot be, also through an outage. Null when the view is left. */
  async function planned({ id }) {
    const trouble = el('p', { class: 'error', role: 'alert' });
    detail.append(trouble);
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      if (ended.signal.aborted) return null;
      try {
        const goal = await api.get(`/goals/${id}`);
        trouble.textContent = '';
        if (!isPlanning(goal)) return goal;
      } catch (problem) {
        if (problem.status !== 0 && problem.status < 500) throw problem;
        trouble.textContent ||= 'Connection lost, trying again…';
      }
    }
  }

  /** Returns the goal's tasks by id, with what became of each. */
  async function tasksOf(goal) {
    const { start_date: from, weeks } = goal.plan_json;
    const last = addDays(weeks.at(-1)?.starts_on ?? from, 6);
    const tasks = [];
    for (let day = from; day <= last; day = addDays(day, daysMax)) {
      const path = `/tasks?goal_id=${goal.id}&from=${day}&to=${addDays(day, daysMax - 1)}&limit=100`;
      tasks.push(
        ...(await api.all(path).catch((error) => {
          if (error instanceof ApiError) return [];
          throw error;
        })),
      );
    }
    return new Map(tasks.map((task) => [task.id, task]));
  }

  function goalDetail(goal, tasks) {
    const plan = goal.plan_json;
    const progress = el('div', { class: 'progress' });
    showProgress(progress, goal);
    return [
      el(
        'header',
        {},
        el(
          'p',
          { class: 'eyebrow' },
          stateOf(goal),
          plan ? ` · ${showDay(plan.start_date)} – ${showDay(plan.end_date)}` : '',
        ),
        el('h2', { tabIndex: -1, dir: 'auto' }, goal.title),
        goal.description ? el('p', { class: 'lead', dir: 'auto' }, goal.description) : null,
        plan ? progress : null,
        plan ? el('p', { dir: 'auto' }, plan.summary) : null,
      ),
      goal.care ? careCard(goal.care) : null,
      goal.plan_status === 'failed' ? el('p', { class: 'error', role: 'alert' }, goal.plan_error) : null,
      goal.plan_status === 'failed' ? planAgain(goal) : null,
      !plan && isPlanning(goal) ? waiting() : null,
      goal.proposal ? proposalCard(goal.proposal, decide(goal)) : null,
      goal.questions.length && !isPlanning(goal) ? questionsCard(goal.questions, answer(goal)) : null,
      ...(plan
        ? [
            notesCard(plan.notes),
            calendarOf(plan, tasks, (task, done) => tick(goal, task, done, progress)),
            laterCard(plan.later),
            sourceLine(plan),
          ]
        : []),
      isPlanning(goal)
        ? null
        : goalActions(goal, { api, changed: showNewer, deleted: () => (location.hash = '#/plan') }),
    ].filter(Boolean);
  }

  function answer({ id }) {
    return async (answers, key) => {
      await showNewer(await api.post(`/goals/${id}/answers`, { answers }, { 'Idempotency-Key': key }));
      say('Planning again with your answers.');
    };
  }

  function decide({ id }) {
    return async (accept, key) => {
      await showNewer(await api.post(`/goals/${id}/proposal`, { accept }, { 'Idempotency-Key': key }));
      say(accept ? 'The plan is being changed.' : 'The plan stays as it is.');
    };
  }

  /** Shows what came of a choice; the form that had the focus is gone. */
  async function showNewer(goal) {
    await show(goal);
    detail.querySelector('h2').focus();
    watch(goal).catch(fail);
  }

  /** Returns what can be done where a goal is not planned: more minutes a day, and another try. */
  function planAgain(goal) {
    const minutes = el('input', { type: 'number', name: 'daily_minutes', min: 10, max: 1440 });
    const error = el('p', { class: 'error', role: 'alert' });
    const key = crypto.randomUUID();
    let before = '';
    let busy = false;
    api
      .get('/account')
      .then(({ daily_minutes: now }) => {
        before = String(now);
        minutes.value ||= before;
      })
      .catch(() => {});
    async function onsubmit(event) {
      event.preventDefault();
      if (busy) return;
      busy = true;
      error.textContent = '';
      try {
        if (minutes.value && minutes.value !== before) {
          await api.patch('/account', { daily_minutes: Number(minutes.value) });
        }
        const newer = await api.post(`/goals/${goal.id}/plan`, {}, { 'Idempotency-Key': key });
        await showNewer(newer);
      } catch (problem) {
        error.textContent = problem.message;
      }
      busy = false;
    }
    return el(
      'form',
      { class: 'again', 'aria-label': 'Plan again', onsubmit },
      el('label', {}, 'Minutes a day for all goals together', minutes),
      error,
      el('button', { type: 'submit', class: 'primary' }, 'Plan again'),
    );
  }

  /** Marks a task as done or not; the box goes back where it was if the server says no. */
  async function tick(goal, task, done, progress) {
    await api.patch(`/tasks/${encodeURIComponent(task.id)}`, { status: done ? 'done' : 'pending' });
    say(done ? `Done: ${task.title}` : `Open again: ${task.title}`);
    // The task is changed, whether or not the progress can be shown now.
    const newer = await api.get(`/goals/${goal.id}`).catch(() => null);
    if (!newer) return;
    showProgress(progress, newer);
    list.querySelector('[aria-current]')?.closest('li').replaceWith(goalLink(newer, true));
  }
}

function welcome() {
  return el(
    'div',
    { class: 'empty' },
    el('h2', {}, 'Start with one goal'),
    el(
      'p',
      {},
      'A few words are enough: what, and by when if you know. The plan comes within seconds, with a milestone for each week and small tasks on your days.',
    ),
    el('p', {}, 'Or begin with one of these, and change it as you like:'),
    exampleGoals(),
  );
}

// @ts-check
import { el } from './dom.js';
import { count } from './words.js';

/** @typedef {import('../openapi.d.ts').components['schemas']['Goal']} Goal */

const planStatus = { pending: 'Planning', planning: 'Planning', ready: 'Planned', failed: 'Not planned' };

/** Tells whether a goal waits for its plan. @param {Pick<Goal, 'plan_status'>} goal */
export function isPlanning({ plan_status: status }) {
  return status === 'pending' || status === 'planning';
}

/** Returns how planning stands, in words; nothing for a goal that asks for care instead of a plan. @param {Goal} goal */
export function stateOf({ plan_status: status, plan_json: plan }) {
  return status === 'ready' && !plan ? '' : planStatus[status];
}

/** Shows how far a goal is. @param {Element} node @param {Goal} goal */
export function showProgress(node, { progress, plan_json: plan }) {
  const { done, total, current_week: week, on_track: onTrack } = progress;
  const weeks = plan?.weeks.length;
  node.replaceChildren(
    el('progress', { max: total || 1, value: done, 'aria-label': 'Tasks done' }),
    el(
      'p',
      {},
      `${done} of ${count(total, 'task')} done`,
      week ? ` · week ${week} of ${weeks}` : '',
      done === total && total > 0
        ? ' · reached'
        : onTrack
          ? ' · on track'
          : week === 1
            ? ''
            : ' · a little behind, which is fine',
    ),
  );
}

/** Makes the line of a goal in the list. @param {Goal} goal @param {boolean} isCurrent */
export function goalLink(goal, isCurrent) {
  const { done, total } = goal.progress;
  return el(
    'li',
    {},
    el(
      'a',
      { href: `#/plan/${goal.id}`, 'aria-current': isCurrent ? 'true' : null },
      el('span', { class: 'title', dir: 'auto' }, goal.title),
      el(
        'span',
        { class: 'meta' },
        goal.plan_status === 'ready' && goal.plan_json ? `${done} of ${total} done` : stateOf(goal),
      ),
    ),
  );
}

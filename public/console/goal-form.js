// @ts-check
import { el, say } from './dom.js';
import { addDays, todayIn } from './words.js';

/**
 * Makes the form for a new goal: what, and if wanted more words and by when.
 * @param wish what it begins with, or nothing
 */
export function goalForm(api, wish) {
  const title = el('input', {
    name: 'title',
    dir: 'auto',
    required: true,
    maxLength: 200,
    placeholder: 'Get fit for my wedding',
    value: wish,
    autofocus: wish !== '',
  });
  const description = el('textarea', { name: 'description', dir: 'auto', rows: 2, maxLength: 5000 });
  const today = todayIn();
  // A target lies between today and five years ahead.
  const target = el('input', {
    type: 'date',
    name: 'target_date',
    min: today,
    max: addDays(today, 5 * 365),
    oninvalid: () => (more.open = true),
  });
  const more = el(
    'details',
    {},
    el('summary', {}, 'Say more'),
    el('label', {}, 'In your words', description),
    el('label', {}, 'By when', target),
  );
  const error = el('p', { class: 'error', role: 'alert' });
  const submit = el('button', { type: 'submit', class: 'primary' }, 'Make a plan');
  // One key for what the form says: a second press after a lost answer does not make a second goal.
  let key = crypto.randomUUID();
  return el(
    'form',
    {
      'aria-label': 'New goal',
      oninput: () => (key = crypto.randomUUID()),
      async onsubmit(event) {
        event.preventDefault();
        error.textContent = '';
        submit.disabled = true;
        try {
          const goal = await api.post(
            '/goals',
            {
              title: title.value,
              ...(description.value ? { description: description.value } : {}),
              ...(target.value ? { target_date: target.value } : {}),
            },
            { 'Idempotency-Key': key },
          );
          say('The goal is saved. Its plan follows.');
          location.hash = `#/plan/${goal.id}`;
        } catch (problem) {
          error.textContent = /** @type {Error} */ (problem).message;
        }
        submit.disabled = false;
      },
    },
    el('label', {}, 'What do you want to reach?', title),
    more,
    error,
    submit,
  );
}

// @ts-check
import { el } from './dom.js';

const goals = ['Run 5 km in 8 weeks', 'Learn Spanish for a trip in 12 weeks', 'Read twelve books this year'];

/** Returns three goals to begin with; choosing one writes it into the form for a new goal. */
export function exampleGoals() {
  return el(
    'ul',
    { class: 'examples', 'aria-label': 'Goals to begin with' },
    ...goals.map((goal) =>
      el('li', {}, el('a', { class: 'chip', href: `#/plan?goal=${encodeURIComponent(goal)}` }, goal)),
    ),
  );
}

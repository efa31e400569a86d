import { readWhen } from '../language/when.ts';
import { offeredItems } from './fragments.ts';
import { WORDS } from './rule-words.ts';
import type { RuleContext, Ruled } from './ruled.ts';
import { hasTime, splitTaskLine } from './task-line.ts';

/** Returns what an offer comes to that is taken, at another time where one is said; null for an answer that offers nothing. */
export function acceptOffer(response: string, context: RuleContext, when?: string): Ruled | null {
  const items = offeredItems(response);
  if (items.length > 0)
    return {
      calls: items.map((item) => ({
        name: 'create_task',
        arguments: { ...splitTaskLine(item, context), ...(when ? { when } : {}) },
      })),
    };
  for (const { offerTask, offerGoal } of Object.values(WORDS)) {
    const task = offered(offerTask, response);
    if (task) {
      const split = splitTaskLine(task, context);
      return {
        calls: [
          {
            name: 'create_task',
            arguments: { ...split, ...(when ? { when: bothTimes(split.when, when, context) } : {}) },
          },
        ],
      };
    }
    const goal = offered(offerGoal, response);
    if (goal && !when) return { calls: [{ name: 'create_goal', arguments: { title: goal } }] };
  }
  return null;
}

/** Returns a time that is said on top of one: a clock time is of the day that was said before. */
function bothTimes(before: string | undefined, when: string, context: RuleContext): string {
  const read = readWhen(when, context);
  const names =
    'date' in read && read.date !== undefined && !/^\D{0,4}\d{1,2}(?:[:.h]\d\d)?\s*(?:[ap]m|uhr|h|uur)?$/i.test(when);
  return before && !names && !hasTime(before, context) ? `${before} ${when}` : when;
}

function offered(offer: string, response: string): string | undefined {
  const [before = '', after = ''] = offer.split('{x}');
  return response.startsWith(before) && response.endsWith(after)
    ? response.slice(before.length, response.length - after.length)
    : undefined;
}

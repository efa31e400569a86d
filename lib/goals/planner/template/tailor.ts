import { NUMBER } from '../effort.ts';
import type { GoalFacts } from './goal.ts';
import { people } from './people.ts';
import { stopping } from './stopping.ts';

const LEAD =
  '^(?:(?:i|we)\\s+(?:want|need|have|would\\s+like)\\s+to\\s+|(?:please|finally|help\\s+me|how\\s+to|to)\\s+)*';
const CONSUME = '(?:drink|eat|smoke|use|watch|scroll|play|shop)';
/** "Stop smoking", "I want to drink less coffee". Cutting and reducing are said of many things, so these count for wellbeing only. */
const STOP = new RegExp(
  `${LEAD}(?:${[
    '(?:stop|quit)(?=\\s+(?:\\w+\\s+)?\\w+ing\\b)|(?:give|giving)\\s+up(?:\\s+on)?|cut\\s+(?:down|back)(?:\\s+on)?',
    'no\\s+more|less|fewer|spend(?:ing)?\\s+less\\s+time(?:\\s+(?:on|with|at))?',
    `${CONSUME}\\s+(?:much\\s+)?(?:less|fewer|no)|${CONSUME}\\s+(?:\\w+\\s+){1,3}less$`,
  ].join('|')})(?:\\s+|$)`,
  'i',
);
const STOP_IN_WELLBEING = new RegExp(`${LEAD}(?:stop|quit|no|reduce|limit|cut(?:\\s+out)?|avoid|without)\\s+`, 'i');
/** "screen time to 2 hours": the limit is no part of the thing. */
const LIMIT = new RegExp(`\\s+to(?:\\s+(?:${NUMBER}|zero|under)\\b.*)?$`, 'i');
/** What is not left off by will: it gets less by doing something else. */
const NO_HABIT =
  /\b(?:stress\w*|anxi\w*|worr\w+|overthink\w*|pain|burn-?out|depress\w*|panic\w*|angry|anger|fear|afraid|sad\w*|feel\w*|tired\w*|insomnia|snoring|nerv\w+|lonel\w+|blood|cholesterol|myself)\b/i;

/** People one can be close to, for use inside a larger expression. */
export const WHO =
  '(?:friends?|family|partner|wife|husband|girlfriend|boyfriend|spouse|kids?|child(?:ren)?|sons?|daughters?|mum|mom|mother|dad|father|parents?|sisters?|brothers?|siblings?|grand\\w+|neighbou?rs?|people)';
const CLOSENESS = new RegExp(
  [
    '(?:make|find|meet)\\s+(?:\\w+\\s+){0,2}(?:friends?|people|girlfriend|boyfriend)',
    `(?:see|call|visit|phone|text|write\\s+to)\\s+(?:\\w+\\s+){0,2}${WHO}`,
    `time\\s+(?:with|for)\\s+(?:\\w+\\s+){0,2}${WHO}`,
    `(?:be|become|being)\\s+an?\\s+(?:\\w+\\s+){1,2}(?!family)${WHO}$`,
    `(?:relationships?|connect\\w*|reconnect\\w*|in\\s+touch|get\\s+along|closer|listen\\w*|talk\\w*|play\\w*)\\s+(?:\\w+\\s+){1,3}${WHO}`,
    'relationships?|marriage|friendships?|lonel\\w+',
  ].join('|'),
  'i',
);

const SPENDING_TIME = /\bspend(?:ing)?\s+(?:\w+\s+){0,2}time\b/i;

/**
 * The facts with the category that fits better than its wide one: leaving something off instead of practising it, and people
 * instead of a quiet spot.
 */
export function tailor(facts: GoalFacts, goal: { title: string }): GoalFacts {
  const { name } = facts.category;
  const title = goal.title.slice(0, 500).trim();
  // "Spend" alone speaks of money.
  if (name !== 'wellbeing' && name !== 'other' && !SPENDING_TIME.test(title)) return facts;
  const stops = [STOP, ...(name === 'wellbeing' ? [STOP_IN_WELLBEING] : [])];
  const stop = stops.find((each) => each.test(title));
  if (stop && !NO_HABIT.test(title.split(/[,.;]|\s+and\s+/)[0] ?? '')) {
    const subject = facts.subject.replace(stop, '').replace(LIMIT, '');
    return { ...facts, category: stopping, subject, quantity: undefined };
  }
  return CLOSENESS.test(title) ? { ...facts, category: people } : facts;
}

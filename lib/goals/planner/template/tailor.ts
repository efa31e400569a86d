import type { GoalFacts } from './goal.ts';
import { people } from './people.ts';
import { stopping } from './stopping.ts';

const LEAD =
  '^(?:(?:i|we)\\s+(?:want|need|have|would\\s+like)\\s+to\\s+|(?:please|finally|help\\s+me|how\\s+to|to)\\s+)*';
const DO_LESS = '(?:drink|eat|smoke|use|watch|scroll|play|shop)\\s+(?:much\\s+)?(?:less|fewer|no)';
/** "Stop smoking", "I want to drink less coffee". Cutting and reducing are said of many things, so these count for wellbeing only. */
const STOP = new RegExp(
  `${LEAD}(?:(?:stop|quit)(?=\\s+(?:\\w+\\s+)?\\w+ing\\b)|(?:give|giving)\\s+up(?:\\s+on)?|no\\s+more|less|fewer|cut\\s+(?:down|back)(?:\\s+on)?|${DO_LESS})\\s+`,
  'i',
);
const STOP_IN_WELLBEING = new RegExp(`${LEAD}(?:stop|quit|no|reduce|limit|cut(?:\\s+out)?|avoid|without)\\s+`, 'i');
/** What cannot be left off by will: it gets less by doing something else. */
const FEELING =
  /\b(?:stress\w*|anxi\w*|worr\w+|overthink\w*|pain|burn-?out|depress\w*|panic\w*|angry|anger|fear|afraid|sad\w*|feel\w*|tired\w*|insomnia|snoring|nerv\w+|lonel\w+)\b/i;

const WHO =
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

const SPENDING_TIME = /\bspend(?:ing)?\s+(?:\w+\s+){0,2}time\s+with\b/i;

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
  if (!FEELING.test(title) && stops.some((stop) => stop.test(title))) {
    const subject = stops.reduce((rest, stop) => rest.replace(stop, ''), facts.subject);
    return { ...facts, category: stopping, subject, quantity: undefined };
  }
  return CLOSENESS.test(title) ? { ...facts, category: people } : facts;
}

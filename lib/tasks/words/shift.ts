import { amountOf, type Reading, readSpan, SPAN, without } from './duration.ts';

/** How far something moves from when it is now; back in time below zero. */
export type Shift = { minutes: number } | { days: number };

const DAYS = '(?<amount>\\d{1,3}|an?) (?<unit>day|week)s?';
/** Which way; "forward" alone is said for both. */
const LATER =
  /\blater\b|\b(?:push|move|put|shift)\b.*\b(?:back|by|off)\b|\bpush (?:it |this |that )?(?:an?|half|\d+) |\b(?:delay|postpone)\b/;
const EARLIER = /\b(?:earlier|sooner)\b|\b(?:bring|pull)\b.*\bforward\b|\b(?:move|bring|pull)\b.*\bup\b/;
const VERB = /\b(?:push|move|put|shift|delay|postpone|bring|pull)(?: it| this| that)?(?: back| off| forward| up)?\b/;
const COMPARED = 'later|earlier|sooner';
const NEXT_DAY = /\b(?:on |to )?the (?:(?:next|following) day|day (?:after|before))(?=$| at\b| in\b)/;

/** "An hour later", "push it back by 2 days", "the next day". The text without it keeps what it says besides. */
export function readShift(text: string): Reading<Shift> {
  const next = NEXT_DAY.exec(text);
  if (next) return { value: { days: next[0].endsWith('before') ? -1 : 1 }, rest: without(text, next[0]) };
  const earlier = EARLIER.test(text);
  if (earlier === LATER.test(text)) return { value: undefined, rest: text };
  const verb = VERB.exec(text);
  const sign = earlier ? -1 : 1;
  const [before, after] = verb
    ? ['(?:\\b(?:by|for) )?\\b', `(?: (?:${COMPARED}|back|forward))?`]
    : ['\\b', ` (?:${COMPARED})`];
  const span = readSpan([new RegExp(`${before}${SPAN}${after}`)], text);
  if (span.value !== undefined) return { value: { minutes: sign * span.value }, rest: span.rest };
  const days = new RegExp(`${before}${DAYS}${after}`).exec(text);
  if (!days?.groups) return { value: undefined, rest: text };
  const { amount, unit } = days.groups;
  const count = amountOf(amount) * (unit === 'week' ? 7 : 1);
  return { value: { days: sign * count }, rest: without(text, days[0]) };
}

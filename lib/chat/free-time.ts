import { addDays, todayIn } from '../days.ts';
import { sayDayAndTime, shortTitle } from '../intents/speech.ts';
import { sayWhen } from '../language/say.ts';
import { readWhen } from '../language/when.ts';
import { fill } from '../text.ts';
import { instantOf } from '../time.ts';
import { isSpan, spanWords } from './rule-spans.ts';
import { WORDS } from './rule-words.ts';
import { call, type RuleContext, type Ruled } from './ruled.ts';
import { isTime } from './task-line.ts';

/** As long as something takes that is asked about without a length. */
const usualMinutes = 30;
/** The tasks that rules see, from today on. */
const daysSeen = 6;

/** Returns what is on the list at a time of day, or that nothing is; of days and parts of them the list. Null for no time. */
export function answerFree(when: string, context: RuleContext): Ruled | null {
  const { timezone, now, language, tasks } = context;
  if (isSpan(when, context)) return call('list_tasks', { when: spanWords(when) });
  const read = isTime(when, context) ? readWhen(when, context) : undefined;
  if (read?.kind !== 'instant' || !read.time) return null;
  if (read.date > addDays(todayIn(timezone, now), daysSeen)) return call('list_tasks', { when: read.date });
  const from = Date.parse(instantOf(read.date, read.time, timezone));
  const to = from + (read.duration_minutes ?? usualMinutes) * 60_000;
  const then = tasks.filter(({ scheduled_at, duration_minutes }) => {
    const begins = scheduled_at ? Date.parse(scheduled_at) : Number.NaN;
    return begins < to && begins + duration_minutes * 60_000 > from;
  });
  const words = WORDS[language];
  if (then.length === 0)
    return { text: fill(words.free, { x: sayWhen(read.date, read.time, timezone, now, language) }) };
  const items = then.map((task) => `${shortTitle(task.title)}, ${sayDayAndTime(task, context, language)}`);
  return { text: fill(words.busy, { x: items.join('; ') }), ...(then.length === 1 ? { about: then[0]?.id } : {}) };
}

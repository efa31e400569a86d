import { todayIn } from '../goals/planner/calendar.ts';
import type { Task } from '../tasks/schema.ts';
import { readWhen } from '../tasks/when.ts';
import { clarify, type IntentContext, type IntentOutcome, refuse } from './intent.ts';
import { findByWords, saysNothing } from './resolve.ts';
import { sayList, sayTask, titled } from './speech.ts';

const dayWord = /\b(today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:['’]s)?\b/i;

/**
 * The task that is named by its id or in words, or the sentence that answers instead: which one, none, or finished already.
 * Of a repeating task it is the next one, unless a day is named.
 * @param preferToday takes today's where several match ("my run is done")
 */
export function findTask(
  context: IntentContext,
  reference: string,
  preferToday: boolean,
): { task: Task } | { answer: IntentOutcome } {
  const named = context.tasks.find(({ id }) => id === reference);
  if (named) return { task: named };
  const today = todayIn(context.timezone, context.now);
  const pending = context.tasks.filter(({ status }) => status === 'pending' || status === 'missed');
  const ofSeries = nextOfEach(pending, today).find(({ series_id }) => series_id === reference);
  if (ofSeries) return { task: ofSeries };

  const day = dayIn(reference, context);
  const words = reference.replace(dayWord, ' ');
  const next = nextOfEach(pending, today);
  const onDay = day
    ? findByWords(
        pending.filter(({ date }) => date === day),
        words,
      )
    : [];
  const found = onDay.length ? onDay : findByWords(next, words);
  const dueToday = preferToday ? found.filter(({ date }) => date === today) : [];
  for (const matches of [dueToday, found, saysNothing(words) ? next : []]) {
    if (matches.length === 1 && matches[0]) return { task: matches[0] };
  }
  if (found.length) {
    return { answer: clarify(`Which one do you mean: ${sayList(found.map((task) => sayTask(task, context)))}?`) };
  }
  const done = context.tasks.filter(({ status }) => status === 'done');
  const [finished] = findByWords(done, words);
  if (finished) return { answer: refuse(`${titled(finished.title)} is done already.`) };
  return { answer: clarify(`I can't find a task like ${titled(reference)}. Which one do you mean?`) };
}

/** The tasks with only the next one of each series. */
function nextOfEach(tasks: Task[], today: string): Task[] {
  const next = new Map<string, Task>();
  for (const task of tasks) {
    const key = task.series_id ?? task.id;
    const known = next.get(key);
    if (!known || known.date < today) next.set(key, task);
  }
  return [...next.values()];
}

function dayIn(words: string, { now, timezone }: IntentContext): string | undefined {
  const [, word] = dayWord.exec(words) ?? [];
  if (!word) return undefined;
  const today = todayIn(timezone, now);
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: timezone }).format(now);
  if (/^to(day|night)$/i.test(word) || word.toLowerCase() === weekday.toLowerCase()) return today;
  const read = readWhen(word, { now, timezone });
  return read.kind === 'instant' ? read.date : undefined;
}

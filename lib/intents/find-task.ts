import { type Day, todayIn } from '../days.ts';
import type { Task } from '../tasks/schema.ts';
import { findDayName } from './day-name.ts';
import { findByWords, namesNothing } from './find-by-words.ts';
import { clarify, type IntentContext, type IntentOutcome, refuse } from './intent.ts';
import { isInSpan, readSpans } from './spans.ts';
import { sayList, sayTask, shortTitle } from './speech.ts';

/**
 * Returns the task that is named by its id or in words, or the sentence that answers instead: which one, none, or finished already.
 * Of a repeating task it is the next one, unless a day is named: then it is that day's or none.
 * @param isDone whether it is to be done already: then today's is meant where several match ("my run is done"), and of a
 *   weekday the one just past
 */
export function findTask(
  context: IntentContext,
  reference: string,
  isDone: boolean,
): { task: Task } | { answer: IntentOutcome } {
  const byId = context.tasks.find(({ id }) => id === reference);
  if (byId) return { task: byId };
  const today = todayIn(context.timezone, context.now);
  const open = context.tasks.filter(({ status }) => status === 'pending' || status === 'missed');
  const ofSeries = nextOfEach(open, today).find(({ series_id }) => series_id === reference);
  if (ofSeries) return { task: ofSeries };

  const done = context.tasks.filter(({ status }) => status === 'done');
  const { found, finished } = search(context, { reference, open, done, isDone, today });
  const dueToday = isDone && !namesNothing(reference) ? found.filter(({ date }) => date === today) : [];
  for (const matches of [dueToday, found]) {
    if (matches.length === 1 && matches[0]) return { task: matches[0] };
  }
  if (found.length) {
    const candidates = inPart(dueToday.length ? dueToday : found, reference, context);
    if (candidates.length === 1 && candidates[0]) return { task: candidates[0] };
    const items = candidates.map(({ title, date, scheduled_at }) => ({ title, when: { from: date, scheduled_at } }));
    const said = sayList(candidates.map((task) => sayTask(task, context)));
    return { answer: clarify(`Which one do you mean: ${said}?`, { sentence: 'which_task', items }) };
  }
  if (finished) {
    return {
      answer: refuse(`${shortTitle(finished.title)} is done already.`, {
        sentence: 'task_done_already',
        title: finished.title,
      }),
    };
  }
  return {
    answer: clarify(`I can't find a task like ${shortTitle(reference)}. Which one do you mean?`, {
      sentence: 'no_task',
      title: reference,
    }),
  };
}

/** Keeps the tasks in the part of the day that the words name ("the pills in the evening"); all where there are none. */
function inPart(tasks: Task[], words: string, context: IntentContext): Task[] {
  const span = readSpans(words, context).find(({ part }) => part);
  if (!span) return tasks;
  const those = tasks.filter((task) => isInSpan({ ...span, from: task.date, to: task.date }, task, context.timezone));
  return those.length ? those : tasks;
}

type Search = { reference: string; open: Task[]; done: Task[]; isDone: boolean; today: Day };

/** Returns the open tasks that words may mean, or the finished one. */
function search(context: IntentContext, { reference, open, done, isDone, today }: Search) {
  const named = findDayName(reference, context);
  const words = named?.rest ?? reference;
  const wantsNext = /\bnext\b/i.test(words);
  if (!named) {
    const next = nextOfEach(open, today);
    const found = findByWords(next, words);
    if (found.length || !namesNothing(words)) return { found, finished: findByWords(done, words)[0] };
    const dueToday = wantsNext ? open.filter(({ date }) => date === today) : [];
    return { found: dueToday.length ? nextOnes(dueToday, context.now) : next };
  }
  const onDay = (tasks: Task[], day: Day) => {
    const those = tasks.filter(({ date }) => date === day);
    if (namesNothing(words)) return wantsNext ? nextOnes(those, context.now) : those;
    // A title may have the day's name in it: "Sunday roast".
    const called = nextOfEach(tasks, today).filter(
      ({ date, title }) => date !== day && findDayName(title, context)?.name === named.name,
    );
    return findByWords(findByWords([...those, ...called], words), reference);
  };
  const days = isDone ? named.days : named.days.toSorted((a, b) => Number(a < today) - Number(b < today));
  for (const day of days) {
    const [found, [finished]] = [onDay(open, day), onDay(done, day)];
    if (found.length || finished) return { found, finished };
  }
  return { found: [] };
}

/** Keeps the tasks at the earliest time that is still to come; all where none has a time. */
function nextOnes(tasks: Task[], now: Date): Task[] {
  const times = tasks.map(({ scheduled_at }) => Date.parse(scheduled_at ?? '')).filter((time) => time > now.getTime());
  return times.length
    ? tasks.filter(({ scheduled_at }) => Date.parse(scheduled_at ?? '') === Math.min(...times))
    : tasks;
}

/** Returns the tasks with only the next one of each series. */
function nextOfEach(tasks: Task[], today: string): Task[] {
  const next = new Map<string, Task>();
  for (const task of tasks) {
    const key = task.series_id ?? task.id;
    const known = next.get(key);
    if (!known || known.date < today) next.set(key, task);
  }
  return [...next.values()];
}

import { z } from 'zod';
import { addDays, todayIn } from '../days.ts';
import type { Question } from '../language/questions.ts';
import { sayClock } from '../language/say.ts';
import type { Task } from '../tasks/schema.ts';
import { wallClockAt } from '../time.ts';
import { findByWords } from './find-by-words.ts';
import { askBack, defineIntent, type IntentContext, type IntentOutcome } from './intent.ts';
import { isInSpan, readSpans } from './spans.ts';
import { sayList, sayTask, shortTitle } from './speech.ts';
import type { Meaning, SpokenTime } from './translate.ts';

const askWhich: Question = 'which_day';
/** How far ahead an intent's tasks are read. */
const daysAhead = 35;
/** And as far back. */
const daysBack = 13;

/** How seven languages say what was left open before today. */
export const OVERDUE =
  /^(?:overdue|late|missed|old|überfällig(?:e[ns]?)?|versäumte[ns]?|en retard|manquées?|atrasad[ao]s?|vencidas?|pendientes atrasadas|in ritardo|scadut[ei]|arretrat[ei]|achterstallige?|te laat|gemiste?)$/iu;

export const listTasks = defineIntent({
  name: 'list_tasks',
  description:
    'Say which tasks are due on a day or in a week, which were done, which are about something, or which are overdue; today without a time.',
  input: z.object({
    when: z
      .string(askWhich)
      .trim()
      .max(100, askWhich)
      .optional()
      .meta({ description: 'The day or week as it was said, or "overdue".', example: 'tomorrow' }),
    about: z.string(askWhich).trim().max(100, askWhich).optional().meta({
      description: 'Words that the tasks share, such as a name; without a time, whatever is ahead.',
      example: 'Dana',
    }),
    status: z
      .enum(['open', 'done'], askWhich)
      .optional()
      .meta({ description: 'What is still to do (the default), or what was done.' }),
  }),
  changesData: false,
  reads: ['tasks'],
  run(context, input) {
    const today = todayIn(context.timezone, context.now);
    const isThere = (days: number, status: Task['status']) =>
      context.tasks.some((task) => {
        return (
          task.status === status &&
          isInSpan({ from: today, to: addDays(today, days), said: '' }, task, context.timezone)
        );
      });
    const asksForAll = !input.when && !input.about && !input.status;
    // Who asks for their list and has nothing today is told what comes.
    const isFree = asksForAll && !isThere(0, 'pending') && !isThere(0, 'done');
    const comes = isFree ? [7, daysAhead].find((days) => isThere(days, 'pending')) : undefined;
    const { when, about, status } = comes ? { ...input, when: `the next ${comes} days` } : input;
    if (when && OVERDUE.test(when)) return listOverdue(context);
    const spans = readSpans(when ?? (about ? `the next ${daysAhead} days` : 'today'), context);
    const from = spans[0]?.from;
    const to = spans
      .map((span) => span.to)
      .toSorted()
      .at(-1);
    if (!from || !to) return askBack(askWhich, context);
    const days = { from, to, ...(spans.length === 1 && spans[0]?.part ? { part: spans[0].part } : {}) };
    const said = spans.map((span) => span.said).join(' and ');
    if (to > addDays(today, daysAhead)) return askBack('weeks_ahead', context);
    if (from < addDays(today, -daysBack)) return askBack('weeks_back', context);
    const isPast = to < today;
    const listedTasks = context.tasks.filter(
      (task) => task.status !== 'cancelled' && spans.some((span) => isInSpan(span, task, context.timezone)),
    );
    const tasks = about ? findByWords(listedTasks, about) : listedTasks;
    if (status === 'done') return listDone(tasks, said, days, context);
    const open = tasks.filter(({ status }) => status === 'pending' || (isPast && status === 'missed'));
    const done = tasks.filter(({ status }) => status === 'done').length;
    const data = { from, to, tasks: tasks.map(listed) };
    if (open.length === 0 && about && !done) {
      const speech = `There ${isPast ? 'was' : 'is'} nothing with “${shortTitle(about)}” on your list for ${said}.`;
      return { status: 'ok', speech, data, means: { sentence: 'list_none_about', title: about, when: days } };
    }
    if (open.length === 0) {
      const speech = done
        ? `Nothing is left for ${said}: everything is done. Well done!`
        : `There ${isPast ? 'was' : 'is'} nothing on your list for ${said}.`;
      const means: Meaning = { sentence: done ? 'list_all_done' : 'list_none', when: days };
      return { status: 'ok', speech, data, means };
    }
    const minutes = open.reduce((sum, task) => sum + task.duration_minutes, 0);
    const lines = open.map((task) => {
      if (from !== to) return sayTask(task, context);
      if (!task.scheduled_at) return shortTitle(task.title);
      return `${shortTitle(task.title)} ${sayClock(wallClockAt(new Date(task.scheduled_at), context.timezone).time)}`;
    });
    const one = open.length === 1;
    const which = isPast
      ? `${one ? 'One task is' : `${open.length} tasks are`} still open from ${said}`
      : `You have ${one ? 'one task' : `${open.length} tasks`} for ${said}`;
    return {
      status: 'ok',
      speech: `${which}, ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} in all: ${sayList(lines)}.`,
      data,
      means: { sentence: one ? 'list_one' : 'list_many', when: days, items: open.map(itemOf) },
    };
  },
});

/** Returns what was done in some days. */
function listDone(tasks: Task[], said: string, days: SpokenTime, context: IntentContext): IntentOutcome {
  const done = tasks.filter(({ status }) => status === 'done');
  const data = { from: days.from, to: days.to ?? days.from, tasks: done.map(listed) };
  if (done.length === 0) {
    const speech = `Nothing was ticked off ${said}. What you did beside the list counts too.`;
    return { status: 'ok', speech, data, means: { sentence: 'list_none_done', when: days } };
  }
  const isOneDay = days.from === (days.to ?? days.from);
  const lines = done.map((task) =>
    isOneDay ? shortTitle(task.title) : sayTask({ ...task, scheduled_at: null }, context),
  );
  const items = done.map(({ title, date }) => (isOneDay ? { title } : { title, when: { from: date } }));
  const which = `${done.length === 1 ? 'one task' : `${done.length} tasks`} done ${said}`;
  return {
    status: 'ok',
    speech: `You got ${which}: ${sayList(lines)}.`,
    data,
    means: { sentence: 'list_done', when: days, items },
  };
}

/** Returns what is still open from the days before, as far back as tasks are read. */
function listOverdue(context: IntentContext): IntentOutcome {
  const today = todayIn(context.timezone, context.now);
  const open = context.tasks.filter(
    ({ date, status }) => date < today && (status === 'pending' || status === 'missed'),
  );
  const data = { tasks: open.map(listed) };
  if (open.length === 0) {
    return { status: 'ok', speech: 'Nothing is overdue. Well done!', data, means: { sentence: 'overdue_none' } };
  }
  const lines = sayList(open.map((task) => sayTask(task, context)));
  const which = open.length === 1 ? 'One task is still open' : `${open.length} tasks are still open`;
  return {
    status: 'ok',
    speech: `${which} from the last days: ${lines}. We can move what still matters.`,
    data,
    means: { sentence: 'overdue', items: open.map(itemOf) },
  };
}

function itemOf({ title, date, scheduled_at }: Task) {
  return { title, when: { from: date, scheduled_at } };
}

function listed({ id, title, status, date, scheduled_at, duration_minutes }: Task) {
  return { id, title, status, date, scheduled_at, duration_minutes };
}

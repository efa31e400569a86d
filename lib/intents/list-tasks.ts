import { z } from 'zod';
import { addDays, todayIn } from '../days.ts';
import type { Question } from '../language/questions.ts';
import { sayClock } from '../language/say.ts';
import type { Task } from '../tasks/schema.ts';
import { wallClockAt } from '../time.ts';
import { askBack, defineIntent, type IntentContext, type IntentOutcome } from './intent.ts';
import { isInSpan, readSpans } from './spans.ts';
import { sayList, sayTask, titled } from './speech.ts';
import type { Meaning } from './translate.ts';

const askWhich: Question = 'which_day';
/** As far ahead as an intent's tasks are read. */
const daysAhead = 35;
/** And as far back. */
const daysBack = 13;

export const listTasks = defineIntent({
  name: 'list_tasks',
  description: 'Say which tasks are due on a day or in a week, or which are overdue; today without a time.',
  input: z.object({
    when: z
      .string(askWhich)
      .trim()
      .max(100, askWhich)
      .optional()
      .meta({ description: 'The day or week as it was said, or "overdue".', example: 'tomorrow' }),
  }),
  changesData: false,
  reads: ['tasks'],
  run(context, { when }) {
    if (when && /^(?:overdue|late|missed)$/i.test(when)) return listOverdue(context);
    const spans = readSpans(when ?? 'today', context);
    const from = spans[0]?.from;
    const to = spans
      .map((span) => span.to)
      .toSorted()
      .at(-1);
    if (!from || !to) return askBack(askWhich, context);
    const days = { from, to, ...(spans.length === 1 && spans[0]?.part ? { part: spans[0].part } : {}) };
    const said = spans.map((span) => span.said).join(' and ');
    const today = todayIn(context.timezone, context.now);
    if (to > addDays(today, daysAhead)) return askBack('weeks_ahead', context);
    if (from < addDays(today, -daysBack)) return askBack('weeks_back', context);
    const isPast = to < today;
    const tasks = context.tasks.filter(
      (task) => task.status !== 'cancelled' && spans.some((span) => isInSpan(span, task, context.timezone)),
    );
    const open = tasks.filter(({ status }) => status === 'pending' || (isPast && status === 'missed'));
    const done = tasks.filter(({ status }) => status === 'done').length;
    const data = { from, to, tasks: tasks.map(listed) };
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
      if (!task.scheduled_at) return titled(task.title);
      return `${titled(task.title)} ${sayClock(wallClockAt(new Date(task.scheduled_at), context.timezone).time)}`;
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

/** What is still open from the days before, as far back as tasks are read. */
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

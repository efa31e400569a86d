import { z } from 'zod';
import { addDays, todayIn, weekdayOf } from '../goals/planner/calendar.ts';
import { readWhen } from '../tasks/when.ts';
import { clarify, defineIntent } from './intent.ts';
import { sayList, sayTime, titled } from './speech.ts';

export const listTasks = defineIntent({
  name: 'list_tasks',
  description: 'Say which tasks are due on a day or in a week; today without a time.',
  input: z.object({
    when: z
      .string('Which day do you mean?')
      .trim()
      .max(100, 'Which day do you mean?')
      .optional()
      .meta({ description: 'The day or week as it was said.', example: 'tomorrow' }),
  }),
  changesData: false,
  reads: ['tasks'],
  run(context, { when }) {
    const days = readDays(when ?? 'today', context);
    if ('ask' in days) return clarify(days.ask);
    const { from, to, said } = days;
    const tasks = context.tasks.filter(({ date, status }) => date >= from && date <= to && status !== 'cancelled');
    const open = tasks.filter(({ status }) => status === 'pending');
    const done = tasks.filter(({ status }) => status === 'done').length;
    const data = {
      from,
      to,
      tasks: tasks.map(({ id, title, status, date, scheduled_at, duration_minutes }) => ({
        id,
        title,
        status,
        date,
        scheduled_at,
        duration_minutes,
      })),
    };
    if (open.length === 0) {
      const speech = done
        ? `Nothing is left for ${said}: everything is done. Well done!`
        : `There is nothing on your list for ${said}.`;
      return { status: 'ok', speech, data };
    }
    const minutes = open.reduce((sum, task) => sum + task.duration_minutes, 0);
    const oneDay = from === to;
    const lines = open.map((task) => {
      if (!oneDay) return `${titled(task.title)}, ${sayTime(task, context)}`;
      const time = task.scheduled_at ? sayTime(task, context).match(/\bat\b.*$/)?.[0] : undefined;
      return time ? `${titled(task.title)} ${time}` : titled(task.title);
    });
    const count = open.length === 1 ? 'one task' : `${open.length} tasks`;
    return {
      status: 'ok',
      speech: `You have ${count} ${oneDay ? 'for' : 'in'} ${said}, ${minutes} minutes in all: ${sayList(lines)}.`,
      data,
    };
  },
});

type Days = { from: string; to: string; said: string } | { ask: string };

/** The days that words mean: a week from Monday to Sunday (this one from today), or one day. */
function readDays(words: string, { now, timezone }: { now: Date; timezone: string }): Days {
  const today = todayIn(timezone, now);
  const week = /\b(this|next|the|coming)\s+week\b/i.exec(words)?.[1]?.toLowerCase();
  if (week) {
    const sunday = addDays(today, (7 - weekdayOf(today)) % 7);
    return week === 'next'
      ? { from: addDays(sunday, 1), to: addDays(sunday, 7), said: 'next week' }
      : { from: today, to: sunday, said: 'this week' };
  }
  if (/^(today|now)?$/i.test(words)) return { from: today, to: today, said: 'today' };
  const read = readWhen(words, { now, timezone });
  if (read.kind !== 'instant') return { ask: 'Which day do you mean?' };
  const said = read.date === today ? 'today' : sayTime({ date: read.date, scheduled_at: null }, { now, timezone });
  return { from: read.date, to: read.date, said };
}

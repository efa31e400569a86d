import { z } from 'zod';
import { todayIn } from '../days.ts';
import { changeOne } from '../tasks/change.ts';
import { findTask } from './find-task.ts';
import { defineIntent, refuse } from './intent.ts';
import { sayTime, titled } from './speech.ts';
import { changeOf, scopeField, taskField } from './task-write.ts';

export const cancelTask = defineIntent({
  name: 'cancel_task',
  description: 'Take a task off the list because it will not be done; for one that was done use complete_task.',
  input: z.object({ task: taskField, scope: scopeField.optional() }),
  changesData: true,
  reads: ['tasks'],
  run(context, { task: reference, scope }) {
    const found = findTask(context, reference, false);
    if ('answer' in found) return found.answer;
    const { task } = found;
    if (task.status === 'done') return refuse(`${titled(task.title)} is done already, so there is nothing to cancel.`);
    if (task.status === 'cancelled') return refuse(`${titled(task.title)} is cancelled already.`);
    const series = scope === 'series' && context.series.find(({ id }) => id === task.series_id);
    if (series) {
      return {
        status: 'ok',
        speech: `${titled(task.title)} is off your list, this one and all that would follow.`,
        means: { sentence: 'task_cancelled', title: task.title },
        write: {
          kind: 'change_task',
          task_id: series.id,
          changes: { status: 'cancelled' },
          forget_from: todayIn(context.timezone, context.now),
        },
      };
    }
    const day = sayTime({ date: task.date, scheduled_at: null }, context);
    const others = task.series_id ? ' The others stay.' : '';
    return {
      status: 'ok',
      speech: `${titled(task.title)} ${day === 'today' ? '' : `for ${day} `}is off your list.${others}`,
      means: { sentence: 'task_cancelled', title: task.title },
      write: changeOf(task, changeOne(task, { status: 'cancelled' }, context)),
    };
  },
});

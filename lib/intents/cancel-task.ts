import { z } from 'zod';
import { todayIn } from '../days.ts';
import { sayQuestion } from '../language/questions.ts';
import { changeOne } from '../tasks/change.ts';
import { findDayName } from './day-name.ts';
import { findTask } from './find-task.ts';
import { clarify, defineIntent, refuse } from './intent.ts';
import { sayDayAndTime, shortTitle } from './speech.ts';
import { scopeField, taskField, taskWrite } from './task-write.ts';

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
    if (task.status === 'done')
      return refuse(`${shortTitle(task.title)} is done already, so there is nothing to cancel.`);
    if (task.status === 'cancelled') return refuse(`${shortTitle(task.title)} is cancelled already.`);
    // "Delete the bins" may mean all of them: whoever names a day or points at one means that one.
    if (task.series_id && scope === undefined && task.id !== reference && !findDayName(reference, context)) {
      const { language = 'en' } = context;
      const which = `${shortTitle(task.title)}, ${sayDayAndTime(task, context, language)}`;
      return clarify(`${which}: ${sayQuestion({ ask: 'one_or_series' }, language)}`);
    }
    const series = scope === 'series' && context.series.find(({ id }) => id === task.series_id);
    if (series) {
      return {
        status: 'ok',
        speech: `${shortTitle(task.title)} is off your list, this one and all that would follow.`,
        means: { sentence: 'task_cancelled', title: task.title },
        write: {
          kind: 'change_task',
          task_id: series.id,
          changes: { status: 'cancelled' },
          forget_from: todayIn(context.timezone, context.now),
        },
      };
    }
    const day = sayDayAndTime({ date: task.date, scheduled_at: null }, context);
    const others = task.series_id ? ' The others stay.' : '';
    return {
      status: 'ok',
      speech: `${shortTitle(task.title)} ${day === 'today' ? '' : `for ${day} `}is off your list.${others}`,
      means: { sentence: 'task_cancelled', title: task.title },
      write: taskWrite(task, changeOne(task, { status: 'cancelled' }, context)),
    };
  },
});

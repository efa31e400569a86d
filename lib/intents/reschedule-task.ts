import { z } from 'zod';
import type { Question } from '../language/questions.ts';
import { readWhen } from '../language/when.ts';
import { changeOne, changeSeries, type TaskWrite, whenNow } from '../tasks/change.ts';
import { parseTaskId } from '../tasks/schema.ts';
import { occurrenceOn } from '../tasks/series.ts';
import { findTask } from './find-task.ts';
import { askBack, clarify, defineIntent, type IntentContext, refuse } from './intent.ts';
import { sayRepetition } from './say-repetition.ts';
import { sayDayAndTime, shortTitle } from './speech.ts';
import { scopeField, taskField, taskWrite } from './task-write.ts';
import type { Meaning } from './translate.ts';

const askWhen: Question = 'when_instead';

export const rescheduleTask = defineIntent({
  name: 'reschedule_task',
  description: 'Move a task to another day or time.',
  input: z.object({
    task: taskField,
    when: z
      .string(askWhen)
      .trim()
      .min(1, askWhen)
      .max(300, askWhen)
      .meta({ description: 'The new time, as it was said.', example: 'next Friday evening' }),
    scope: scopeField.optional(),
  }),
  changesData: true,
  reads: ['tasks'],
  run(context, { task: reference, when, scope }) {
    const found = findTask(context, reference, false);
    if ('answer' in found) return found.answer;
    const { task } = found;
    const { title } = task;
    if (task.status === 'done') {
      const sentence = 'task_done_already';
      return refuse(`${shortTitle(title)} is done already, so it can't be moved.`, { sentence, title });
    }
    if (task.status === 'cancelled') {
      const sentence = 'task_cancelled_already';
      return refuse(`${shortTitle(title)} was cancelled, so it can't be moved.`, { sentence, title });
    }
    const series = scope === 'series' ? context.series.find(({ id }) => id === task.series_id) : undefined;
    if (scope === 'series' && task.series_id && !series) {
      const sentence = 'series_ended';
      return refuse(`The series of ${shortTitle(title)} has ended, so there is nothing to move.`, { sentence, title });
    }
    const { day } = parseTaskId(task.id) ?? {};
    const moved = series && day ? occurrenceOn(series, day, context.timezone) : task;
    const now = { ...whenNow(moved, context.timezone), repeats: series !== undefined };
    const read = readWhen(when, context, now, task.title);
    if (read.kind === 'unclear') return clarify(read.ask);
    if (series) {
      const { changes, forgetFrom } = changeSeries(series, { when, scope: 'series' }, context, day, read);
      const speech = `${shortTitle(task.title)} is moved from now on to ${sayMoved(changes, context)}.`;
      const forget = forgetFrom ? { forget_from: forgetFrom } : {};
      return {
        status: 'ok',
        speech,
        means: movedTo(title, changes),
        write: { kind: 'change_task', task_id: series.id, changes, ...forget },
      };
    }
    if (read.kind === 'recurring' && task.series_id) return askBack('one_or_series', context);
    const changes = changeOne(task, { when }, context, read);
    return {
      status: 'ok',
      speech: `${shortTitle(task.title)} is moved to ${sayMoved(changes, context)}.`,
      means: movedTo(task.title, changes),
      write: taskWrite(task, changes),
    };
  },
});

function movedTo(title: string, changes: TaskWrite['changes']): Meaning {
  const { date, scheduled_at } = changes;
  const time = typeof scheduled_at === 'string' ? scheduled_at : null;
  return { sentence: 'task_moved', title, when: { from: String(date), scheduled_at: time, repeats: changes } };
}

function sayMoved(changes: TaskWrite['changes'], context: IntentContext): string {
  const repetition = sayRepetition(changes, context);
  if (repetition) return repetition;
  const { date, scheduled_at } = changes;
  return sayDayAndTime(
    { date: String(date), scheduled_at: typeof scheduled_at === 'string' ? scheduled_at : null },
    context,
  );
}

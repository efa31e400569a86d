import { z } from 'zod';
import { readCare } from '../care/read.ts';
import { changeOne } from '../tasks/change.ts';
import { findTask } from './find-task.ts';
import { defineIntent } from './intent.ts';
import { shortTitle } from './speech.ts';
import { taskField, taskWrite } from './task-write.ts';

const askTitle = 'What should it be called?';

export const renameTask = defineIntent({
  name: 'rename_task',
  description: 'Give a task another title; a repeating one gets it on every day.',
  input: z.object({
    task: taskField,
    title: z
      .string(askTitle)
      .trim()
      .min(1, askTitle)
      .max(200, 'That is a long one. Can you say it in one short sentence?')
      .meta({ description: 'The new title.', example: 'Go to the climbing gym' }),
  }),
  changesData: true,
  reads: ['tasks'],
  run(context, { task: reference, title }) {
    const found = findTask(context, reference, false);
    if ('answer' in found) return found.answer;
    const { task } = found;
    const words = { title, care: readCare(`${title}\n${task.description}`, context) };
    const series = context.series.find(({ id }) => id === task.series_id);
    return {
      status: 'ok',
      speech: `${shortTitle(task.title)} is now called ${shortTitle(title)}.`,
      means: { sentence: 'task_renamed', title: task.title, other: title },
      write: series
        ? { kind: 'change_task', task_id: series.id, changes: words }
        : taskWrite(task, { ...changeOne(task, { title }, context), ...words }),
    };
  },
});

import { z } from 'zod';
import { changeOne } from '../tasks/change.ts';
import { findTask } from './find-task.ts';
import { clarify, defineIntent, type IntentOutcome, refuse } from './intent.ts';
import { sayDayAndTime, shortTitle } from './speech.ts';
import { taskField, taskWrite } from './task-write.ts';

export const completeTask = defineIntent({
  name: 'complete_task',
  description: 'Mark a task as done, when the person says that they did it.',
  input: z.object({ task: taskField }),
  changesData: true,
  reads: ['tasks'],
  run(context, { task: reference }) {
    const found = findTask(context, reference, true);
    if ('answer' in found) return found.answer.means?.sentence === 'no_task' ? nothingToTick(reference) : found.answer;
    const { task } = found;
    if (task.status === 'done')
      return refuse(`${shortTitle(task.title)} is done already.`, { sentence: 'task_done_already', title: task.title });
    if (task.status === 'cancelled') return refuse(`${shortTitle(task.title)} was cancelled, so it can't be done.`);
    const day = sayDayAndTime({ date: task.date, scheduled_at: null }, context);
    return {
      status: 'ok',
      speech: `Well done! ${shortTitle(task.title)}${day === 'today' ? '' : ` for ${day}`} is done.`,
      means: { sentence: 'task_done', title: task.title },
      write: taskWrite(task, changeOne(task, { status: 'done' }, context)),
    };
  },
});

/** Something that was done counts, on the list or not: nobody is asked which task they mean by it. */
function nothingToTick(reference: string): IntentOutcome {
  return clarify(`Well done! I can't find a task like ${shortTitle(reference)} to tick off.`, {
    sentence: 'nothing_to_tick',
    title: reference,
  });
}

import { z } from 'zod';
import type { TaskWrite } from '../tasks/change.ts';
import { parseTaskId, type Task } from '../tasks/schema.ts';
import type { IntentWrite } from './write.ts';

/** How an intent is told which task. */
export const taskField = z
  .string('Which task do you mean?')
  .trim()
  .min(1, 'Which task do you mean?')
  .max(300, 'Which task do you mean?')
  .meta({ description: "The task's id, or the words it was named by.", example: 'the gym one' });

/** The argument that says how much of a repeating task is meant. */
export const scopeField = z
  .enum(['one', 'series'], 'Only this one, or the whole series?')
  .meta({ description: 'Of a repeating task: this one alone (the default), or all from now on.' });

/** Returns the write that changes one task; an occurrence of a series becomes a row of its own for it. */
export function taskWrite(task: Task, changes: TaskWrite['changes']): IntentWrite {
  const { id = task.id, day } = parseTaskId(task.id) ?? {};
  if (!day) return { kind: 'change_task', task_id: id, changes };
  const { date, scheduled_at } = task;
  return { kind: 'change_task', task_id: id, day, occurrence: { date, scheduled_at }, changes };
}

import { completeTask } from './complete-task.ts';
import { createGoal } from './create-goal.ts';
import { createTask } from './create-task.ts';
import { getGoalProgress } from './get-goal-progress.ts';
import type { Intent } from './intent.ts';
import { listTasks } from './list-tasks.ts';
import { rescheduleTask } from './reschedule-task.ts';
import { runCode } from './run-code.ts';
import { undoLast } from './undo-last.ts';

/** Everything that can be asked for. Deepgram's functions, the chat's tools and the OpenAPI document come from here. */
export const intents: Intent[] = [
  createGoal,
  createTask,
  rescheduleTask,
  completeTask,
  listTasks,
  getGoalProgress,
  runCode,
  undoLast,
];

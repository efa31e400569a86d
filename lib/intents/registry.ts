import { cancelTask } from './cancel-task.ts';
import { completeTask } from './complete-task.ts';
import { createGoal } from './create-goal.ts';
import { createTask } from './create-task.ts';
import { forget } from './forget.ts';
import { getGoalProgress } from './get-goal-progress.ts';
import type { Intent } from './intent.ts';
import { listGoals } from './list-goals.ts';
import { listTasks } from './list-tasks.ts';
import { remember } from './remember.ts';
import { renameTask } from './rename-task.ts';
import { replanGoal } from './replan-goal.ts';
import { rescheduleTask } from './reschedule-task.ts';
import { runCode } from './run-code.ts';
import { searchNotes } from './search-notes.ts';
import { undoLast } from './undo-last.ts';

/** Everything that can be asked for. Deepgram's functions, the chat's tools and the OpenAPI document come from here. */
export const intents: Intent[] = [
  createGoal,
  listGoals,
  getGoalProgress,
  replanGoal,
  createTask,
  listTasks,
  rescheduleTask,
  renameTask,
  completeTask,
  cancelTask,
  remember,
  forget,
  searchNotes,
  runCode,
  undoLast,
];

import type { CareReading } from '../care/schema.ts';
import type { TaskColumns, TaskWrite } from '../tasks/change.ts';

/**
 * The one write that an intent's answer stands for; private.write_intent makes it, with what can undo it, in the
 * transaction that stores the answer.
 */
export type IntentWrite =
  | { kind: 'create_task'; task: TaskColumns }
  | {
      kind: 'change_task';
      task_id: string;
      /** Of a series: the day of the occurrence, and where its row of its own begins. */
      day?: string;
      occurrence?: { date: string; scheduled_at: string | null };
      /** Of a series: its pending exceptions from this day on are computed anew. */
      forget_from?: string;
      changes: TaskWrite['changes'];
    }
  | { kind: 'replan_goal'; goal_id: string; title: string; instructions: string | null }
  | { kind: 'remember'; text: string; subject: string; replaces: string | null }
  | { kind: 'forget'; ids: string[]; title: string }
  | {
      kind: 'create_goal';
      title: string;
      description: string;
      target_date: string | null;
      care: CareReading | null;
    }
  | { kind: 'run_code'; request: string }
  | { kind: 'undo'; call_id: string };

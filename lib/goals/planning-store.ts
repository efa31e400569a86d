import { z } from 'zod';
import { asService } from '../db/client.ts';
import { Day } from '../time.ts';
import { type Plan, PlanTask } from './planner/schema.ts';

/** One request for a plan: the goal, and which request of it, so that an outdated one changes nothing. */
export type PlanRequest = { goalId: string; requestId: string };

const Planning = z
  .object({
    owner_id: z.string(),
    goal: z.object({ title: z.string(), description: z.string(), start_date: Day, target_date: Day.nullable() }),
    instructions: z.string().nullable(),
    person: z.object({ timezone: z.string(), daily_minutes: z.int(), rest_days: z.array(z.int()) }),
    other_minutes: z.record(z.string(), z.number()),
    kept: z.array(PlanTask),
  })
  .nullable();
/**
 * What the planner needs to know. `other_minutes` is what the person's other active goals take of each day, `kept` what is
 * done of the plan before.
 */
export type Planning = NonNullable<z.infer<typeof Planning>>;

/** A task of a plan as it is stored. */
export type PlannedTask = {
  id: string;
  title: string;
  description: string;
  date: string;
  scheduled_at: string | null;
  duration_minutes: number;
  week: number;
  /** Done under the plan before: the row stays as it is. */
  kept: boolean;
};

/** Marks the goal as being planned and loads what the planner needs; null when there is nothing left to plan. */
export async function startPlanning(request: PlanRequest, runId: string): Promise<Planning | null> {
  return Planning.parse(
    await asService((db) =>
      db.rpc('start_planning', { p_goal_id: request.goalId, p_request_id: request.requestId, p_run_id: runId }),
    ),
  );
}

/**
 * Saves a plan and its tasks in one transaction, measured against the person's other plans as they are now.
 * @returns `conflict` when another plan came first and a day would hold more than the person has, or when a task was done or
 *   reopened in the meantime
 */
export async function savePlan(
  request: PlanRequest,
  plan: Plan,
  tasks: PlannedTask[],
): Promise<'saved' | 'superseded' | 'conflict'> {
  return z.enum(['saved', 'superseded', 'conflict']).parse(
    await asService((db) =>
      db.rpc('save_plan', {
        p_goal_id: request.goalId,
        p_request_id: request.requestId,
        p_plan: plan,
        p_tasks: tasks,
      }),
    ),
  );
}

/** Ends a planning request without a plan, in words for the person. @returns whether it was still open */
export async function failPlanning(goalId: string, requestId: string, reason: string): Promise<boolean> {
  return asService((db) => db.rpc('fail_planning', { p_goal_id: goalId, p_request_id: requestId, p_reason: reason }));
}

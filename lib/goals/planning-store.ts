import { z } from 'zod';
import type { CareReading } from '../care/schema.ts';
import { asService } from '../db/client.ts';
import { Series } from '../tasks/series.ts';
import { Day, Instant } from '../time.ts';
import { Plan, type PlanQuestion, PlanTask } from './planner/schema.ts';

const PartOfDay = z.enum(['morning', 'midday', 'evening']);

/** One request for a plan: the goal, and which request of it, so that an outdated one changes nothing. */
export type PlanRequest = { goalId: string; requestId: string };

/** What proposals that were taken ask of every later plan of a goal. */
export const PlanLimits = z.strictObject({
  daily_minutes: z.int().min(5).max(1440).optional(),
  rest_days: z.array(z.int().min(0).max(6)).max(6).optional(),
  preferred_time: PartOfDay.optional(),
});
export type PlanLimits = z.infer<typeof PlanLimits>;

/**
 * What a plan is made from. `other_minutes` is what the person's other active goals take of each day, `timed` and `series`
 * what else has a time of day, `kept` and `missed` what became of the plan before.
 */
export const Planning = z.object({
  owner_id: z.string(),
  goal: z.object({ title: z.string(), description: z.string(), start_date: Day, target_date: Day.nullable() }),
  instructions: z.string().nullable(),
  answers: z.array(z.object({ id: z.string(), text: z.string() })),
  limits: PlanLimits,
  person: z.object({
    timezone: z.string(),
    locale: z.string().nullable(),
    daily_minutes: z.int(),
    rest_days: z.array(z.int()),
    available_hours: z.object({ from: z.string(), to: z.string() }),
    preferred_time: PartOfDay.nullable(),
  }),
  usual_times: z.record(z.string(), z.string()),
  before: Plan.pick({ start_date: true, end_date: true, weeks: true, playbook: true }).nullable(),
  other_minutes: z.record(z.string(), z.number()),
  timed: z.array(z.object({ scheduled_at: Instant, duration_minutes: z.int() })),
  series: z.array(Series),
  kept: z.array(PlanTask),
  missed: z.array(PlanTask),
});
export type Planning = z.infer<typeof Planning>;

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
  return Planning.nullable().parse(
    await asService((db) =>
      db.rpc('start_planning', { p_goal_id: request.goalId, p_request_id: request.requestId, p_run_id: runId }),
    ),
  );
}

/**
 * Saves a plan and its tasks in one transaction, measured against the person's other plans as they are now.
 * @returns `conflict` when another plan came first and a day would hold more than the person has, when a time was taken, or
 *   when a task was done or reopened in the meantime
 */
export async function savePlan(
  request: PlanRequest,
  {
    plan,
    tasks,
    questions,
    care,
  }: { plan: Plan; tasks: PlannedTask[]; questions: PlanQuestion[]; care: CareReading | null },
): Promise<'saved' | 'superseded' | 'conflict'> {
  return z.enum(['saved', 'superseded', 'conflict']).parse(
    await asService((db) =>
      db.rpc('save_plan', {
        p_goal_id: request.goalId,
        p_request_id: request.requestId,
        p_plan: plan,
        p_tasks: tasks,
        p_questions: questions,
        ...(care ? { p_care: care } : {}),
      }),
    ),
  );
}

/** Ends a planning request whose words allow no plan, with what is said instead. @returns whether it was still open */
export async function heedCare({ goalId, requestId }: PlanRequest, care: CareReading): Promise<boolean> {
  return asService((db) => db.rpc('heed_care', { p_goal_id: goalId, p_request_id: requestId, p_care: care }));
}

/** Ends a planning request without a plan, in words for the person. @returns whether it was still open */
export async function failPlanning(goalId: string, requestId: string, reason: string): Promise<boolean> {
  return asService((db) => db.rpc('fail_planning', { p_goal_id: goalId, p_request_id: requestId, p_reason: reason }));
}

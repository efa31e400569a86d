import { z } from 'zod';
import { Day, Instant } from '../time.ts';
import { Plan } from './planner/schema.ts';

export const GoalStatus = z.enum(['active', 'completed', 'abandoned']);

/** What a person says when they state a goal. */
export const GoalInput = z
  .strictObject({
    title: z.string().trim().min(1).max(200).meta({ example: 'Get fit for my wedding' }),
    description: z
      .string()
      .trim()
      .max(5000)
      .nullish()
      .meta({ example: 'Lose 15 lbs and improve stamina over 12 weeks' }),
    user_id: z.guid().optional().meta({ description: 'Optional; must be your own id.' }),
    target_date: Day.nullish().meta({ description: 'The last day; 1 to 26 weeks from today.' }),
  })
  .meta({ id: 'GoalInput' });
export type GoalInput = z.infer<typeof GoalInput>;

/** How far a person is, as of their own today. */
export const Progress = z.object({
  done: z.int(),
  total: z.int(),
  minutes_done: z.int(),
  minutes_total: z.int(),
  current_week: z.int().nullable(),
  on_track: z.boolean(),
});

export const Goal = z
  .object({
    id: z.guid(),
    user_id: z.guid(),
    title: z.string(),
    description: z.string(),
    status: GoalStatus,
    plan_status: z.enum(['pending', 'planning', 'ready', 'failed']),
    plan_error: z.string().nullable(),
    plan_json: Plan.nullable(),
    start_date: Day.nullable(),
    target_date: Day.nullable(),
    progress: Progress,
    created_at: Instant,
    updated_at: Instant,
  })
  .meta({ id: 'Goal' });
export type Goal = z.infer<typeof Goal>;

import { z } from 'zod';
import { visibleText } from '../text.ts';
import { Day, Instant } from '../time.ts';
import { Plan } from './planner/schema.ts';

export const GoalStatus = z.enum(['active', 'completed', 'abandoned']);

/** What a person says when they state a goal. */
export const GoalInput = z
  .strictObject({
    title: visibleText(200).meta({ example: 'Get fit for my wedding' }),
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

/** What may change of a goal; what is left out stays. */
export const GoalChanges = z
  .strictObject({
    title: visibleText(200),
    description: z.string().trim().max(5000),
    status: GoalStatus.meta({
      description:
        'A goal that is no longer active gives its days back; one that becomes active again is planned anew.',
    }),
    target_date: Day.nullable().meta({
      description: 'The last day, 1 to 26 weeks from today, or null for what the words say. A new one plans again.',
    }),
  })
  .partial()
  .refine(
    (changes) => Object.keys(changes).length > 0,
    'must change something: title, description, status or target_date',
  )
  .meta({ id: 'GoalChanges', example: { target_date: '2027-03-14' } });
export type GoalChanges = z.infer<typeof GoalChanges>;

/** What a plan that is made again should heed. */
export const PlanWishes = z
  .strictObject({
    instructions: z.string().trim().max(2000).nullish().meta({
      description: 'Wishes in words, for the model. Left out, those of the last time hold; empty, they are dropped.',
      example: 'No running, my knee hurts. Swimming is fine.',
    }),
  })
  .meta({ id: 'PlanWishes' });
export type PlanWishes = z.infer<typeof PlanWishes>;

/** How far a person is, as of their own today. */
export const Progress = z.object({
  done: z.int(),
  total: z.int(),
  minutes_done: z.int(),
  minutes_total: z.int(),
  current_week: z.int().nullable().meta({ description: 'Null until there is a plan.' }),
  on_track: z.boolean().meta({ description: 'Four fifths of what was due before today is done.' }),
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

/**
 * A goal as the database has it. Its plan is not checked again: `decompose-goal` alone writes one, which has checked it, and
 * in a list of twenty that takes longer than all else.
 */
export const StoredGoal = Goal.extend({ plan_json: z.custom<Goal['plan_json']>() });

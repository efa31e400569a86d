import { z } from 'zod';
import { Care } from '../care/schema.ts';
import { visibleText } from '../text.ts';
import { Day, Instant } from '../time.ts';
import { Plan, PlanQuestion } from './planner/schema.ts';

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
    target_date: Day.nullish().meta({ description: 'The last day: today, or up to five years ahead.' }),
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
      description:
        'The last day, today or up to five years ahead, or null for what the words say. A new one plans again.',
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

/** What a person answers to the questions of a plan. */
export const PlanAnswers = z
  .strictObject({
    answers: z
      .array(z.strictObject({ id: z.string().min(1).max(100), text: z.string().trim().min(1).max(500) }))
      .min(1)
      .max(3)
      .refine((answers) => new Set(answers.map(({ id }) => id)).size === answers.length, 'answers a question twice'),
  })
  .meta({ id: 'PlanAnswers', example: { answers: [{ id: 'level', text: 'I can run 5 km' }] } });
export type PlanAnswers = z.infer<typeof PlanAnswers>;

/** Whether a proposal is taken or left. */
export const ProposalDecision = z.strictObject({ accept: z.boolean() }).meta({ id: 'ProposalDecision' });

/** A change of a plan that is offered after a week that went badly, and waits for a yes or no. */
export const PlanProposal = z
  .object({
    id: z.guid(),
    reason: z.string(),
    summary: z.string(),
    changes: z.array(z.string()),
    created_at: Instant,
  })
  .meta({ id: 'PlanProposal' });
export type PlanProposal = z.infer<typeof PlanProposal>;

/** How far a person is, as of their own today. */
export const Progress = z.object({
  done: z.int(),
  total: z.int(),
  minutes_done: z.int(),
  minutes_total: z.int(),
  current_week: z.int().nullable().meta({ description: 'Null until there is a plan.' }),
  on_track: z.boolean().meta({
    description:
      'Four fifths of the minutes that the plan had before today are done, what is done and what lies ahead make up four fifths of the whole, and the goal can be reached. Moving late tasks ahead does not change it.',
  }),
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
    questions: z.array(PlanQuestion).max(3).meta({ description: 'What would change the plan if it were known.' }),
    proposal: PlanProposal.nullable(),
    care: Care.nullable().meta({
      description: "What the goal's words ask to be said first, and where help is. In a crisis there is no plan.",
    }),
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

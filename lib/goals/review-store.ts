import { z } from 'zod';
import { asService } from '../db/client.ts';
import { type PlanLimits, Planning } from './planning-store.ts';
import type { PlanProposal } from './schema.ts';

/** Which week of which goal is looked back on. */
export type ReviewRequest = { goalId: string; week: number };

const LookBack = z
  .object({
    planning: Planning,
    request_id: z.string(),
    starts_at: z.string(),
    quiet_hours: z.object({ from: z.string(), to: z.string() }).nullable(),
    can_push: z.boolean(),
    weeks: z.int(),
    has_later: z.boolean(),
    tasks: z.array(
      z.object({
        week: z.int(),
        weekday: z.int(),
        minutes: z.int(),
        status: z.enum(['pending', 'done', 'missed']),
        start_time: z.string().optional(),
        done_time: z.string().optional(),
      }),
    ),
  })
  .nullable();
/** A week that is over and the three before it, with what a new plan would be made from. */
export type LookBack = NonNullable<z.infer<typeof LookBack>>;

/** What looking back came to. */
export type Review = {
  week: number;
  /** What is said of the week; null for nothing. */
  line: string | null;
  proposal: (PlanProposal & { change: { limits: PlanLimits; target_date: string } }) | null;
  /** Whether the plan goes on: its later phases come into sight. */
  plan_on: boolean;
  /** What is pushed, and at which instant. */
  notice: { at: string; title: string; body: string; goal_id: string } | null;
};

/** Owes a look back for every goal of which a week has ended. @returns how many */
export async function oweReviews(): Promise<number> {
  return asService((db) => db.rpc('owe_reviews'));
}

/** Begins to look back on a week: what is open of it is missed. Null when there is nothing to look back on any more. */
export async function startReview({ goalId, week }: ReviewRequest): Promise<LookBack | null> {
  return LookBack.parse(await asService((db) => db.rpc('start_review', { p_goal_id: goalId, p_week: week })));
}

/** Keeps what looking back came to, once. @returns false when that was done, or the plan is another one by now */
export async function saveReview(goalId: string, requestId: string, review: Review): Promise<boolean> {
  return asService((db) => db.rpc('save_review', { p_goal_id: goalId, p_request_id: requestId, p_review: review }));
}

import { retrieveReferences } from '../knowledge/search.ts';
import { hasModel } from '../llm/client.ts';
import { instantOf } from '../time.ts';
import { metered } from '../usage/metered.ts';
import { readHorizon } from './planner/horizon.ts';
import type { Plan } from './planner/schema.ts';
import {
  failPlanning,
  type PlannedTask,
  type Planning,
  type PlanRequest,
  savePlan,
  startPlanning,
} from './planning-store.ts';
import { type Brief, type Proposal, propose, settle } from './proposal.ts';

export type PlanOutcome = { outcome: 'saved' | 'superseded' | 'failed' };

/** A plan is measured against the others again this often when one of them came first. */
const conflictsMax = 3;

/**
 * One draft for a goal from the model, grounded in references, see {@link propose}. Null also when there is nothing left to
 * plan.
 * @throws ModelError that may pass, unless `lastTry`
 */
export async function proposePlan(
  request: PlanRequest,
  runId: string,
  last: Proposal | null,
  lastTry: boolean,
): Promise<Proposal | null> {
  if (!hasModel()) return null;
  const planning = await startPlanning(request, runId);
  if (!planning) return null;
  const ownerId = planning.owner_id;
  const references = await retrieveReferences({ ownerId }, planning.goal);
  const meter = metered({ ownerId, goalId: request.goalId });
  return propose(briefOf(planning, request.requestId), { references, meter, last, lastTry });
}

/**
 * Finishes a proposal and saves its plan with its tasks; or ends the goal as failed with the reason in words. The same
 * request gives the same plan, however often this runs.
 * @throws Error when other plans of the person keep coming first
 */
export async function settlePlan(request: PlanRequest, runId: string, proposal: Proposal | null): Promise<PlanOutcome> {
  for (let tried = 0; tried < conflictsMax; tried += 1) {
    const planning = await startPlanning(request, runId);
    if (!planning) return { outcome: 'superseded' };
    const made = settle(briefOf(planning, request.requestId), proposal);
    if ('infeasible' in made) {
      await failPlanning(request.goalId, request.requestId, made.message);
      return { outcome: 'failed' };
    }
    const saved = await savePlan(request, made.plan, tasksOf(made.plan));
    if (saved !== 'conflict') return { outcome: saved };
  }
  throw new Error(`Other plans of the same person came first ${conflictsMax} times in a row.`);
}

/** What a plan is made from, of what is known about the goal and its person. */
export function briefOf({ goal, person, other_minutes, kept, instructions }: Planning, requestId: string): Brief {
  const { start_date, target_date, note } = readHorizon({ ...goal, today: goal.start_date });
  return {
    context: {
      goal: { title: goal.title, description: goal.description },
      start_date,
      target_date,
      timezone: person.timezone,
      dailyMinutes: person.daily_minutes,
      restDays: person.rest_days,
      otherMinutes: other_minutes,
      kept,
      ...(note ? { note } : {}),
    },
    seed: requestId,
    instructions: instructions || undefined,
  };
}

function tasksOf(plan: Plan): PlannedTask[] {
  return plan.weeks.flatMap(({ week, tasks }) =>
    tasks.map(({ start_time, kept = false, ...task }) => ({
      ...task,
      kept,
      scheduled_at: start_time ? instantOf(task.date, start_time, plan.timezone) : null,
      week,
    })),
  );
}

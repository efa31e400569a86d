import { addDays, daysFromTo, weekdayOf } from '../days.ts';
import { retrieveReferences } from '../knowledge/search.ts';
import { hasModel } from '../llm/client.ts';
import { chooseRelevant } from '../memory/relevant.ts';
import { memoriesOf } from '../memory/store.ts';
import { instantOf } from '../time.ts';
import { metered } from '../usage/metered.ts';
import { briefOf, careOf } from './brief.ts';
import { freeMinutes, type PlanContext } from './planner/context.ts';
import type { Plan } from './planner/schema.ts';
import {
  failPlanning,
  heedCare,
  type PlannedTask,
  type PlanRequest,
  savePlan,
  startPlanning,
} from './planning-store.ts';
import { finalizeProposal, type Proposal, propose } from './proposal.ts';

export type PlanOutcome = { outcome: 'saved' | 'superseded' | 'failed' };

/** A plan is measured against the others again this often when one of them came first. */
const conflictsMax = 3;
/** From this time on, a day is too late for a first session. */
const eveningFrom = '20:00';

/**
 * Returns one draft for a goal from the model, grounded in references and in what the person asked to be remembered, see {@link propose}. Null also when there is nothing left to
 * plan, or nothing may be planned: those words reach no model.
 * @throws ProviderError that may pass, unless `lastTry`
 */
export async function proposePlan(
  request: PlanRequest,
  runId: string,
  last: Proposal | null,
  lastTry: boolean,
): Promise<Proposal | null> {
  if (!hasModel()) return null;
  const planning = await startPlanning(request, runId);
  if (!planning || careOf(planning)?.tier === 'nothing') return null;
  const ownerId = planning.owner_id;
  const [references, remembered] = await Promise.all([
    retrieveReferences({ ownerId }, planning.goal),
    memoriesOf(ownerId),
  ]);
  const memories = chooseRelevant(remembered, { ...planning.goal, today: planning.goal.start_date });
  const meter = metered({ ownerId, goalId: request.goalId });
  return propose(briefOf(planning, request.requestId, new Date()), { references, memories, meter, last, lastTry });
}

/**
 * Finishes a proposal and saves its plan with its tasks; or ends the goal as failed with the reason in words. The same
 * request gives the same plan, however often this runs, but for the evening that may have begun.
 * @throws Error when other plans of the person keep coming first
 */
export async function commitPlan(request: PlanRequest, runId: string, proposal: Proposal | null): Promise<PlanOutcome> {
  for (let tried = 0; tried < conflictsMax; tried += 1) {
    const planning = await startPlanning(request, runId);
    if (!planning) return { outcome: 'superseded' };
    const care = careOf(planning);
    if (care?.tier === 'nothing') {
      await heedCare(request, care);
      return { outcome: 'saved' };
    }
    const brief = briefOf(planning, request.requestId, new Date());
    // A model's draft may have taken the evening, and keeps it.
    const context = proposal?.draft ? brief.context : notTonight(brief.context);
    const made = finalizeProposal({ ...brief, context }, proposal);
    if ('infeasible' in made) {
      await failPlanning(request.goalId, request.requestId, made.message);
      return { outcome: 'failed' };
    }
    const saved = await savePlan(request, { ...made, tasks: tasksOf(made.plan), care });
    if (saved !== 'conflict') return { outcome: saved };
  }
  throw new Error(`Other plans of the same person came first ${conflictsMax} times in a row.`);
}

/**
 * Returns the context for a plan made now: in the evening today counts as full, so that nothing new begins that night. Not when it has
 * more room than any other day of the coming week: what is possible stays possible.
 */
export function notTonight(context: PlanContext): PlanContext {
  const { now, target_date, restDays, dailyMinutes, otherMinutes } = context;
  const room = freeMinutes(context, now.day);
  const others = daysFromTo(addDays(now.day, 1), addDays(now.day, 6)).filter(
    (day) => day <= target_date && !restDays.includes(weekdayOf(day)),
  );
  const hasBetterDay = others.some((day) => freeMinutes(context, day) >= room);
  if (now.time < eveningFrom || !hasBetterDay || room <= 0) return context;
  return { ...context, otherMinutes: { ...otherMinutes, [now.day]: dailyMinutes } };
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

import { retrieveReferences } from '../knowledge/search.ts';
import { hasModel } from '../llm/client.ts';
import { instantOf, wallClockAt } from '../time.ts';
import { metered } from '../usage/metered.ts';
import { contextOf, freeMinutes, type PlanContext, weeksOf } from './planner/context.ts';
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
/** From this time on, a day is too late for a first session. */
const eveningFrom = '20:00';

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
 * request gives the same plan, however often this runs, but for the evening that may have begun.
 * @throws Error when other plans of the person keep coming first
 */
export async function settlePlan(request: PlanRequest, runId: string, proposal: Proposal | null): Promise<PlanOutcome> {
  for (let tried = 0; tried < conflictsMax; tried += 1) {
    const planning = await startPlanning(request, runId);
    if (!planning) return { outcome: 'superseded' };
    const brief = briefOf(planning, request.requestId);
    // A model's draft may have taken the evening, and keeps it.
    const context = proposal?.draft ? brief.context : notTonight(brief.context, new Date());
    const made = settle({ ...brief, context }, proposal);
    if ('infeasible' in made) {
      await failPlanning(request.goalId, request.requestId, made.message);
      return { outcome: 'failed' };
    }
    const saved = await savePlan(request, made.plan, tasksOf(made.plan));
    if (saved !== 'conflict') return { outcome: saved };
  }
  throw new Error(`Other plans of the same person came first ${conflictsMax} times in a row.`);
}

/**
 * The context for a plan made now: in the evening the first day counts as full, so that nothing new begins that night. Not when
 * it has more room than any other day of its week: what is possible stays possible.
 */
export function notTonight(context: PlanContext, now: Date): PlanContext {
  const { start_date, timezone, dailyMinutes, otherMinutes } = context;
  const { day, time } = wallClockAt(now, timezone);
  const room = freeMinutes(context, start_date);
  const others = weeksOf(context)[0]?.workingDays.filter((each) => each !== start_date) ?? [];
  const hasBetterDay = others.some((each) => freeMinutes(context, each) >= room);
  const isLate = `${day} ${time}` >= `${start_date} ${eveningFrom}`;
  if (!isLate || !hasBetterDay || room <= 0) return context;
  return { ...context, otherMinutes: { ...otherMinutes, [start_date]: dailyMinutes } };
}

/** What a plan is made from, of what is known about the goal and its person. */
export function briefOf({ goal, person, other_minutes, kept, instructions }: Planning, requestId: string): Brief {
  const { start_date, target_date, source, note } = readHorizon({ ...goal, today: goal.start_date });
  return {
    context: contextOf({
      goal: { title: goal.title, description: goal.description },
      start_date,
      target_date,
      horizonNamed: source !== 'default',
      timezone: person.timezone,
      dailyMinutes: person.daily_minutes,
      restDays: person.rest_days,
      otherMinutes: other_minutes,
      kept,
      ...(note ? { note } : {}),
    }),
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

import { hasModel, modelName } from '../llm/client.ts';
import { ModelError } from '../llm/errors.ts';
import { askFor } from '../llm/structured.ts';
import { instantOf } from '../time.ts';
import type { PlanContext } from './planner/context.ts';
import { readHorizon } from './planner/horizon.ts';
import { finishPlan, type PlanFrame, planFromTemplate, repairPlan } from './planner/plan.ts';
import { DraftPlan, type Plan, type PlanAttempt } from './planner/schema.ts';
import {
  failPlanning,
  type PlannedTask,
  type Planning,
  type PlanRequest,
  savePlan,
  startPlanning,
} from './planning-store.ts';
import { correctionPrompt, planPrompt } from './prompts.ts';

/** What the model proposed so far: its last draft, what is wrong with it, and what was tried. */
export type Proposal = { draft: DraftPlan | null; model: string | null; problems: string[]; attempts: PlanAttempt[] };

export type PlanOutcome = { outcome: 'saved' | 'superseded' | 'failed' };

/** A plan is measured against the others again this often when one of them came first. */
const conflictsMax = 3;

/**
 * One draft from the model, the first or (with what was wrong with the last) a corrected one. Null without a model, or when
 * there is nothing left to plan. A model that fails for good is on the record, and the template takes over.
 * @throws ModelError that may pass, unless `lastTry`
 */
export async function proposePlan(
  request: PlanRequest & { instructions?: string },
  runId: string,
  last: Proposal | null,
  lastTry: boolean,
): Promise<Proposal | null> {
  if (!hasModel()) return null;
  const planning = await startPlanning(request, runId);
  if (!planning) return null;
  const context = contextOf(planning);
  const prompt = planPrompt(context, request.instructions);
  const model = modelName();
  const attempts = last?.attempts ?? [];
  try {
    const draft = await askFor(
      DraftPlan,
      'plan',
      last?.draft ? correctionPrompt(prompt, last.draft, last.problems) : prompt,
    );
    const finished = finishPlan({
      draft,
      source: 'llm',
      model,
      context,
      seed: request.requestId,
      sources: [],
      attempts,
    });
    if ('plan' in finished) return { draft, model, problems: [], attempts };
    return { draft, model, problems: finished.violations, attempts: finished.attempts };
  } catch (error) {
    if (!(error instanceof ModelError) || (error.retryable && !lastTry)) throw error;
    return {
      draft: last?.draft ?? null,
      model,
      problems: [],
      attempts: [...attempts, { by: 'llm', ok: false, problems: [error.message] }],
    };
  }
}

/**
 * Finishes a proposal (as it is, repaired, or by the template) and saves it with its tasks; or ends the goal as failed with
 * the reason in words. The same request gives the same plan, however often this runs.
 * @throws Error when other plans of the person keep coming first
 */
export async function settlePlan(request: PlanRequest, runId: string, proposal: Proposal | null): Promise<PlanOutcome> {
  for (let tried = 0; tried < conflictsMax; tried += 1) {
    const planning = await startPlanning(request, runId);
    if (!planning) return { outcome: 'superseded' };
    const context = contextOf(planning);
    const made = makePlan(
      { context, seed: request.requestId, sources: [], attempts: proposal?.attempts ?? [] },
      proposal,
    );
    if ('infeasible' in made) {
      await failPlanning(request.goalId, request.requestId, made.message);
      return { outcome: 'failed' };
    }
    const saved = await savePlan(request, made.plan, tasksOf(made.plan));
    if (saved !== 'conflict') return { outcome: saved };
  }
  throw new Error(`Other plans of the same person came first ${conflictsMax} times in a row.`);
}

function makePlan(frame: PlanFrame, proposal: Proposal | null) {
  if (!proposal?.draft) return planFromTemplate(frame);
  const { draft, model } = proposal;
  if (proposal.problems.length === 0) {
    const finished = finishPlan({ ...frame, draft, source: 'llm', model });
    if ('plan' in finished) return finished;
  }
  return repairPlan({ ...frame, draft, model });
}

function contextOf({ goal, person, other_minutes, kept }: Planning): PlanContext {
  const { start_date, target_date, note } = readHorizon({ ...goal, today: goal.start_date });
  return {
    goal: { title: goal.title, description: goal.description },
    start_date,
    target_date,
    timezone: person.timezone,
    dailyMinutes: person.daily_minutes,
    restDays: person.rest_days,
    otherMinutes: other_minutes,
    kept,
    ...(note ? { note } : {}),
  };
}

function tasksOf(plan: Plan): PlannedTask[] {
  return plan.weeks.flatMap(({ week, tasks }) =>
    tasks.map(({ id, title, description, date, start_time, duration_minutes }) => ({
      id,
      title,
      description,
      date,
      scheduled_at: start_time ? instantOf(date, start_time, plan.timezone) : null,
      duration_minutes,
      week,
    })),
  );
}

import { findHarm } from '../../care/harm.ts';
import { type Composed, composePlan } from './compose.ts';
import type { PlanContext } from './context.ts';
import type { Infeasible } from './infeasible.ts';
import { verify } from './invariants.ts';
import { repairDraft } from './repair.ts';
import { scheduleDraft } from './schedule.ts';
import type { DraftPlan, Plan, PlanAttempt, PlanQuestion, PlanSource } from './schema.ts';
import { offTopic } from './topic.ts';

/** What becomes part of a plan besides its draft. */
export type PlanFrame = {
  context: PlanContext;
  /** What the tasks' ids are made from: the event's id, so that the same event gives the same plan. */
  seed: string;
  sources: PlanSource[];
  /** What was tried before. */
  attempts: PlanAttempt[];
};

/** What comes with a plan besides its weeks. */
export type Extras = Pick<Composed, 'playbook' | 'notes' | 'questions' | 'later'> &
  Partial<Pick<Composed, 'reachable'>>;

/** A verified plan, or what was wrong with the draft; `attempts` then includes this one. */
export type Finished = { plan: Plan; questions: PlanQuestion[] } | { violations: string[]; attempts: PlanAttempt[] };

/**
 * Dates a draft and verifies it.
 *
 * Takes the draft and who made it: `llm` with its model, or `template` with null. Returns the plan when every rule holds,
 * otherwise the violations, which can be given back to a model word for word.
 */
export function finishPlan(
  input: PlanFrame & {
    draft: DraftPlan;
    source: Plan['source'];
    model: string | null;
    by?: PlanAttempt['by'];
    extras?: Extras | undefined;
  },
): Finished {
  const { draft, source, model, context, seed, sources, attempts, by = source, extras } = input;
  const { start_date, end_date, summary, weeks, verbs, metrics } = scheduleDraft(draft, context, seed);
  const { ok, checks, violations } = verify(
    { start_date, end_date, weeks, verbs, metrics, later: extras?.later ?? [] },
    context,
  );
  const strayed = source === 'llm' ? offTopic({ start_date, end_date, weeks }, context) : undefined;
  const problems = [...violations, ...(strayed ? [strayed] : [])];
  const tried = [...attempts, { by, ok: problems.length === 0, problems }];
  if (!ok || strayed) return { violations: problems, attempts: tried };
  const { timezone, language, note } = context;
  return {
    plan: {
      version: 1,
      source,
      ...(extras ? { playbook: extras.playbook } : {}),
      language,
      model,
      start_date,
      end_date,
      timezone,
      summary: findHarm(summary) ? '' : summary,
      notes: extras?.notes ?? (note ? [note] : []),
      ...(extras ? { reachable: extras.reachable } : {}),
      weeks,
      later: extras?.later ?? [],
      sources,
      checks,
      attempts: tried,
    },
    questions: extras?.questions ?? [],
  };
}

/**
 * The rung after a model's last attempt: its draft repaired, or the template if that does not pass or if fewer than half of the
 * weeks are the model's own, so that a plan is never called the model's which is not.
 *
 * Returns a plan, or why none is possible. Throws when even the template's draft breaks a rule, which is a bug in the planner.
 */
export function repairPlan(
  input: PlanFrame & { draft: DraftPlan; model: string | null; extras?: Extras },
): { plan: Plan; questions: PlanQuestion[] } | Infeasible {
  const repaired = repairDraft(input.draft, input.context);
  if ('infeasible' in repaired) return repaired;
  const { draft, weeksKept, weeksAhead } = repaired;
  if (weeksKept * 2 < weeksAhead) {
    const problem = `Only ${weeksKept} of ${weeksAhead} weeks could be used.`;
    return planFromTemplate({
      ...input,
      attempts: [...input.attempts, { by: 'repair', ok: false, problems: [problem] }],
    });
  }
  const finished = finishPlan({ ...input, draft, source: 'llm', by: 'repair' });
  return 'plan' in finished ? finished : planFromTemplate({ ...input, attempts: finished.attempts });
}

/**
 * The last rung, and the only one without a model: the template's plan.
 *
 * Returns a plan, or why none is possible. Throws when the template's draft breaks a rule, which is a bug in the planner.
 */
export function planFromTemplate(frame: PlanFrame): { plan: Plan; questions: PlanQuestion[] } | Infeasible {
  const composed = composePlan(frame.context);
  if ('infeasible' in composed) return composed;
  const { draft, context, ...extras } = composed;
  // References ground what a model writes; a playbook has its own sources.
  const finished = finishPlan({ ...frame, context, draft, source: 'template', model: null, sources: [], extras });
  if ('plan' in finished) return finished;
  throw new Error(`The template planner broke its own rules: ${finished.violations.join(' ')}`);
}

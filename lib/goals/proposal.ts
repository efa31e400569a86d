import { findHarm } from '../care/harm.ts';
import type { Reference } from '../knowledge/search.ts';
import { hasModel, modelName } from '../llm/client.ts';
import type { Meter } from '../llm/meter.ts';
import { askFor } from '../llm/structured.ts';
import { log } from '../log.ts';
import { ProviderError } from '../provider-error.ts';
import { careNotes } from './planner/care.ts';
import { type Composed, composePlan } from './planner/compose.ts';
import type { PlanContext } from './planner/context.ts';
import { playbookFor, withHorizon } from './planner/horizon.ts';
import { findShortage, type Infeasible } from './planner/infeasible.ts';
import { readCutPlan, readProposedPlan } from './planner/lenient.ts';
import { finishPlan, planFromTemplate, repairPlan } from './planner/plan.ts';
import {
  type DraftPlan,
  type Plan,
  type PlanAttempt,
  type PlanQuestion,
  type PlanSource,
  ProposedPlan,
} from './planner/schema.ts';
import { line } from './planner/text.ts';
import { correctionPrompt, planPrompt } from './prompts.ts';

/** How often a model may correct a plan that breaks rules. */
const correctionsMax = 2;

/** What a plan is made from: the same brief gives the same plan where no model is asked. */
export type Brief = {
  context: PlanContext;
  /** What the tasks' ids are made from. */
  seed: string;
  /** The person's wishes for the plan. */
  instructions?: string | undefined;
};

/** What the model proposed so far. JSON, for it passes from step to step. */
export type Proposal = {
  /** Its last draft; null when there is none that can be read. */
  draft: (DraftPlan & { notes?: string[] | undefined }) | null;
  model: string | null;
  /** What is wrong with the draft, where asking the model again may help. */
  problems: string[];
  sources: PlanSource[];
  /** What was tried and failed. */
  attempts: PlanAttempt[];
};

/**
 * Asks the model for a draft, and for corrections until the draft is sound or it has had its chances.
 * @param ask one call: `name` is unique, and `last` what came of the calls before, null at first
 */
export async function proposeUntilSound(
  ask: (name: string, last: Proposal | null) => Promise<Proposal | null>,
): Promise<Proposal | null> {
  let proposal = await ask('draft-plan', null);
  for (let n = 1; n <= correctionsMax && proposal?.problems.length; n += 1) {
    proposal = await ask(`correct-plan-${n}`, proposal);
  }
  return proposal;
}

/**
 * Returns one draft from the model: the first, or with what was wrong with the last one a corrected one. Null where the model is not
 * needed: none is configured, or no plan is possible. A model that fails for good is on the record, for the next rung.
 * @throws ProviderError that may pass, unless `lastTry`
 */
export async function propose(
  brief: Brief,
  call: { references: Reference[]; memories: string[]; meter?: Meter; last: Proposal | null; lastTry: boolean },
): Promise<Proposal | null> {
  const context = withHorizon(brief.context);
  if (!hasModel() || findShortage(context)) return null;
  const { references, memories, meter, last, lastTry } = call;
  const model = modelName();
  const sources = references.map(({ document_id, title, source_url }) => ({ document_id, title, source_url }));
  const attempts = last?.attempts ?? [];
  const prompt = planPrompt(context, references, { instructions: brief.instructions, memories });
  try {
    const turns = last?.draft ? correctionPrompt(prompt, last.draft, last.problems) : prompt;
    const draft = await askFor(ProposedPlan, 'plan', turns, meter, { other: readProposedPlan, cut: readCutPlan });
    const composed = composePlan(context);
    const extras = 'infeasible' in composed ? undefined : extrasOf(composed, draft.notes, context);
    const finished = finishPlan({ ...brief, context, draft, source: 'llm', model, sources, attempts, extras });
    if ('plan' in finished) return { draft, model, problems: [], sources, attempts };
    return { draft, model, problems: finished.violations, sources, attempts: finished.attempts };
  } catch (error) {
    if (!(error instanceof ProviderError) || (error.retryable && !lastTry)) throw error;
    log.warn({ err: error }, 'the model gave no plan');
    const failed: PlanAttempt = { by: 'llm', ok: false, problems: [error.happened] };
    return { draft: last?.draft ?? null, model, problems: [], sources, attempts: [...attempts, failed] };
  }
}

/**
 * Makes the plan of a proposal: its draft as it is, repaired where it breaks rules in this context, or the template's.
 * Returns a plan that keeps every rule, or why none is possible.
 */
export function finalizeProposal(
  { context: given, seed }: Brief,
  proposal: Proposal | null,
): { plan: Plan; questions: PlanQuestion[] } | Infeasible {
  const context = withHorizon(given);
  const { draft, model = null, sources = [], attempts = [] } = proposal ?? {};
  if (!draft) return planFromTemplate({ context, seed, sources, attempts });
  const composed = composePlan(context);
  if ('infeasible' in composed) return composed;
  const frame = { context, seed, sources, draft, model, extras: extrasOf(composed, draft.notes ?? [], context) };
  const finished = finishPlan({ ...frame, source: 'llm', attempts });
  if ('plan' in finished) return finished;
  // A draft that broke rules when it was proposed is on the record; one that was sound then has met another plan since.
  const isKnown = attempts.some(({ by, problems }) => by === 'llm' && sameList(problems, finished.violations));
  return repairPlan({ ...frame, attempts: isKnown ? attempts : finished.attempts });
}

/** Returns what comes with a model's plan: its own notes, or the playbook's where it said nothing about what cannot be reached. */
function extrasOf({ playbook, limits, questions, later }: Composed, said: readonly string[], context: PlanContext) {
  const own = said.map((note) => line(note, 500)).filter((note) => note && !findHarm(note));
  const notes = [...(own.length > 0 ? own : limits), ...(context.note ? [context.note] : [])];
  return { playbook, notes: [...notes, ...careNotes(context, playbookFor(context))], questions, later };
}

function sameList(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

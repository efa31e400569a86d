/**
 * Plans every goal of eval-goals.ts as the durable function does, with whatever planner is configured, and prints for each rule,
 * and for all together, the share of plans that keep it at the first attempt, after repair and finally. Needs no database.
 */

import { checkFeasibility } from '../harness/feasibility.ts';
import { planningOf } from '../harness/person.ts';
import { modelConfig } from '../lib/config.ts';
import { briefOf } from '../lib/goals/brief.ts';
import { withHorizon } from '../lib/goals/planner/horizon.ts';
import { INVARIANTS, verify } from '../lib/goals/planner/invariants.ts';
import { repairDraft } from '../lib/goals/planner/repair.ts';
import { scheduleDraft } from '../lib/goals/planner/schedule.ts';
import type { DraftPlan, Plan, PlanCheck } from '../lib/goals/planner/schema.ts';
import { type Brief, finalizeProposal, proposeUntilSound } from '../lib/goals/proposal.ts';
import { type EvalCase, evalCases } from './eval-goals.ts';
import { proposeWithRetries } from './propose.ts';

/** An evening in London: it is Thursday already in Auckland. Fixed, so that results can be compared. */
const now = new Date('2027-01-13T22:30:00Z');
const peopleAtOnce = 4;

type Stage = 'first' | 'repaired' | 'finally';
type Result = {
  title: string;
  /** The rules that hold at each stage; none where there was nothing to check. */
  kept: Record<Stage, string[]>;
  madeBy: 'model' | 'model, corrected' | 'model, repaired' | 'template' | 'refused';
  /** Findings that fail the evaluation. */
  failures: string[];
};

async function planPerson({ timezone = 'Europe/London', dailyMinutes = 120, restDays = [], goals }: EvalCase) {
  const otherMinutes: Record<string, number> = {};
  const results: Result[] = [];
  for (const [index, goal] of goals.entries()) {
    const stater = { timezone, dailyMinutes, restDays, otherMinutes };
    const brief = briefOf(planningOf(goal, stater, now), `${index} ${goal.title}`, now);
    const { result, plan } = await planGoal(brief);
    for (const { date, duration_minutes } of plan?.weeks.flatMap(({ tasks }) => tasks) ?? []) {
      otherMinutes[date] = (otherMinutes[date] ?? 0) + duration_minutes;
      if (otherMinutes[date] > dailyMinutes) result.failures.push(`${date} holds ${otherMinutes[date]} minutes`);
    }
    results.push(result);
  }
  return results;
}

async function planGoal(stated: Brief): Promise<{ result: Result; plan: Plan | null }> {
  const brief = { ...stated, context: withHorizon(stated.context) };
  const drafts: (DraftPlan | null)[] = [];
  const proposal = await proposeUntilSound(async (_name, last) => {
    const proposed = await proposeWithRetries(brief, last);
    if (proposed) drafts.push(proposed.draft);
    return proposed;
  });
  const made = finalizeProposal(brief, proposal);
  const { possible, missing_minutes_per_day } = checkFeasibility(brief.context);
  const { title } = brief.context.goal;
  if ('infeasible' in made) {
    const confirmed = !possible && missing_minutes_per_day === made.missing_minutes_per_day;
    const failures = confirmed ? [] : [`refused, but not confirmed: ${made.message}`];
    return {
      result: { title, kept: { first: [], repaired: [], finally: [] }, madeBy: 'refused', failures },
      plan: null,
    };
  }
  const { plan } = made;
  const { checks } = verify(plan, brief.context);
  const isTemplate = proposal === null;
  const result: Result = {
    title,
    kept: {
      first: kept(isTemplate ? checks : checkDraft(drafts[0] ?? null, brief)),
      repaired: kept(isTemplate ? checks : checkRepaired(proposal.draft, brief)),
      finally: kept(checks),
    },
    madeBy: maker(plan, drafts.length),
    failures: [
      ...checks.filter(({ ok }) => !ok).map(({ rule, detail }) => `${rule}: ${detail}`),
      ...(possible ? [] : ['planned, but said to be impossible']),
    ],
  };
  return { result, plan };
}

function checkDraft(draft: DraftPlan | null, { context, seed }: Brief): PlanCheck[] {
  return draft ? verify(scheduleDraft(draft, context, seed), context).checks : [];
}

function checkRepaired(draft: DraftPlan | null, brief: Brief): PlanCheck[] {
  const repaired = draft ? repairDraft(draft, brief.context) : null;
  return repaired && 'draft' in repaired ? checkDraft(repaired.draft, brief) : [];
}

function kept(checks: PlanCheck[]): string[] {
  return checks.filter(({ ok }) => ok).map(({ rule }) => rule);
}

function maker(plan: Plan, calls: number): Result['madeBy'] {
  if (plan.source === 'template') return 'template';
  if (plan.attempts.at(-1)?.by === 'repair') return 'model, repaired';
  return calls > 1 ? 'model, corrected' : 'model';
}

/** Everybody's results, a few people at the same time. */
async function planEverybody(cases: EvalCase[]): Promise<Result[]> {
  const results: Result[][] = [];
  const waiting = [...cases.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await planPerson(next[1]);
  };
  await Promise.all(Array.from({ length: peopleAtOnce }, work));
  return results.flat();
}

function percent(count: number, of: number): string {
  return `${((100 * count) / of).toFixed(1)} %`.padStart(9);
}

function report(results: Result[]): void {
  const planned = results.filter(({ madeBy }) => madeBy !== 'refused');
  const rules = Object.keys(INVARIANTS);
  const line = (name: string, holds: (kept: string[]) => boolean) => {
    const shares = (['first', 'repaired', 'finally'] as const).map((stage) =>
      percent(planned.filter((result) => holds(result.kept[stage])).length, planned.length),
    );
    return `${name.padEnd(24)}${shares.join(' ')}`;
  };
  const makers = new Map<string, number>();
  for (const { madeBy } of results) makers.set(madeBy, (makers.get(madeBy) ?? 0) + 1);
  console.log(`${'rule'.padEnd(24)}    first  repaired   finally`);
  for (const rule of rules) console.log(line(rule, (keptRules) => keptRules.includes(rule)));
  console.log(line('all together', (keptRules) => keptRules.length === rules.length));
  console.log(`\nmade by: ${[...makers].map(([name, count]) => `${name} ${count}`).join(', ')}`);
  for (const { title, failures } of results) {
    for (const failure of failures) console.log(`FAILED "${title.slice(0, 60)}": ${failure}`);
  }
}

/** Runs the evaluation and prints it. Returns false when a plan breaks a rule finally, or a refusal is not confirmed by a check that shares no code with the planner. */
export async function evaluateRules(): Promise<boolean> {
  const model = modelConfig();
  const goals = evalCases.reduce((count, each) => count + each.goals.length, 0);
  console.log(
    `${goals} goals of ${evalCases.length} people, planned by ${model ? `${model.model} (${model.provider})` : 'the template: no model is configured'}\n`,
  );
  const results = await planEverybody(evalCases);
  report(results);
  return results.every(({ failures }) => failures.length === 0);
}

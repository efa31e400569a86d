import { randomUUID } from 'node:crypto';
import { pushConfigured } from '../config.ts';
import { addDays, type Day } from '../days.ts';
import { afterQuietHours } from '../notifications/remind-at.ts';
import { instantOf } from '../time.ts';
import { briefOf, withLimits } from './brief.ts';
import type { PlanWeek } from './planner/schema.ts';
import type { PlanLimits } from './planning-store.ts';
import { finalizeProposal } from './proposal.ts';
import { changesAfter, judgeWeek, limitsAfter, type PlanChange, type WeekResult } from './review-rules.ts';
import { type LookBack, type Review, type ReviewRequest, saveReview, startReview } from './review-store.ts';
import { changesOf, type Effect, lineAbout, reasonFor, summaryOf } from './review-words.ts';

/** Of what is planned day by day, so many weeks may be used up before the plan goes on; and where a proposal is open, so many. */
const [planOnAfterWeeks, planOnAtLastAfterWeeks] = [4, 18];
const detailedWeeks = 26;
/** After so many bad weeks in a row nothing is pushed: silence is kinder. */
const pushedBadWeeksMax = 3;
const fiveYearsInDays = 1826;
/** A coming week that grows by more than half and so many minutes is no relief. */
const sparedMinutes = 15;

export type ReviewOutcome = { outcome: 'nothing to look back on' | 'kept' | 'proposed' };

/**
 * Looks back on a week of a goal: a good one is praised in a line, a bad one becomes a proposal, and a plan whose later phases
 * come into sight is planned on. Safe to run twice: a week is looked back on once.
 */
export async function reviewGoal(request: ReviewRequest, now = new Date()): Promise<ReviewOutcome> {
  const past = await startReview(request);
  if (!past) return { outcome: 'nothing to look back on' };
  const result = judgeWeek(past.tasks, request.week);
  const proposal = propose(request, past, result, now);
  const line = lineAbout(result);
  const left = past.weeks - request.week;
  const planOnAt = detailedWeeks - (proposal ? planOnAtLastAfterWeeks : planOnAfterWeeks);
  const review: Review = {
    week: request.week,
    line,
    proposal,
    plan_on: past.has_later && left <= planOnAt,
    notice: noticeOf(request, past, proposal ? `${proposal.reason} ${proposal.summary}` : line, result, now),
  };
  const saved = await saveReview(request.goalId, past.request_id, review);
  if (!saved) return { outcome: 'nothing to look back on' };
  return { outcome: proposal ? 'proposed' : 'kept' };
}

/**
 * Returns the first change that may help, that a plan can be made of and that does not burden the coming week; where there is none, the
 * first of those that a plan can be made of. Null where the week needs none.
 */
function propose(request: ReviewRequest, past: LookBack, result: WeekResult, now: Date): Review['proposal'] {
  const { planning } = past;
  const { context } = briefOf(planning, past.request_id, now);
  const free = [...new Set([...planning.person.rest_days, ...(planning.limits.rest_days ?? [])])];
  const preferred_time = context.preferredTime;
  let heavier: Review['proposal'] = null;
  for (const change of changesAfter(past.tasks, request.week, { free, preferred_time })) {
    const tried = tryChange(change, past, now);
    if (!tried) continue;
    const proposal = {
      id: randomUUID(),
      reason: reasonFor(change, result),
      summary: summaryOf(change, tried.effect),
      changes: changesOf(change, tried.effect),
      created_at: now.toISOString(),
      change: { limits: tried.limits, target_date: tried.effect.endAfter },
    };
    if (tried.effect.minutesAfter <= 1.5 * tried.effect.minutesBefore + sparedMinutes) return proposal;
    heavier ??= proposal;
  }
  return heavier;
}

/** Plans a change on trial, as the planner without a model does. Null where that gives no plan, or a lighter one that is not. */
function tryChange(
  change: PlanChange,
  { planning, request_id }: LookBack,
  now: Date,
): { limits: PlanLimits; effect: Effect } | null {
  const brief = briefOf({ ...planning, limits: {} }, request_id, now);
  const { target_date, now: clock } = brief.context;
  const latest = addDays(clock.day, fiveYearsInDays);
  const endBefore = planning.before?.end_date ?? target_date;
  const from = endBefore < clock.day ? addDays(clock.day, -1) : endBefore;
  const wanted = change.kind === 'longer' ? addDays(from, 7 * change.weeks) : target_date;
  const endAfter = wanted < latest ? wanted : latest;
  const limits = limitsAfter(planning.limits, change);
  const context = withLimits({ ...brief.context, target_date: endAfter }, limits);
  const made = finalizeProposal({ ...brief, context }, null);
  if ('infeasible' in made) return null;
  const minutesBefore = comingMinutes(planning.before?.weeks ?? [], clock.day);
  const minutesAfter = comingMinutes(made.plan.weeks, clock.day);
  if (change.kind === 'lighter' && minutesBefore > 0 && minutesAfter >= minutesBefore) return null;
  if (change.kind === 'longer' && endAfter <= endBefore) return null;
  return { limits, effect: { minutesBefore, minutesAfter, endBefore, endAfter } };
}

/** Returns the minutes that a plan has in the seven days from today. */
function comingMinutes(weeks: readonly PlanWeek[], today: Day): number {
  return weeks
    .flatMap(({ tasks }) => tasks)
    .filter(({ date, kept }) => !kept && date >= today && date < addDays(today, 7))
    .reduce((sum, { duration_minutes }) => sum + duration_minutes, 0);
}

function noticeOf(
  { goalId }: ReviewRequest,
  { planning, starts_at, quiet_hours, can_push }: LookBack,
  body: string | null,
  { bad_weeks }: WeekResult,
  now: Date,
): Review['notice'] {
  if (!body || !can_push || !pushConfigured() || bad_weeks > pushedBadWeeksMax) return null;
  const { timezone } = planning.person;
  const { day } = briefOf(planning, '', now).context.now;
  const starts = new Date(instantOf(day, starts_at, timezone));
  const at = afterQuietHours(starts < now ? now : starts, { timezone, quiet_hours });
  return { at, title: planning.goal.title, body, goal_id: goalId };
}

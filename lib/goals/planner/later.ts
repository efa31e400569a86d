import { addDays, type Day, daysBetween } from '../../days.ts';
import { type PlanContext, weeksOf } from './context.ts';
import type { Invariant } from './invariants.ts';
import { hasNumber, line, sameText, sharesMostWords } from './text.ts';

type Span = { title: string; from: Day; until: Day };

/** A later phase takes one to three months, in days. Where less than a month is left there is one of what is left. */
const [PHASE_DAYS_MIN, PHASE_DAYS_MAX] = [28, 92];

/** Cuts what a plan's phases leave after its last planned day into pieces of one to three months; none where nothing is left. */
export function splitPhases(phases: readonly Span[], planned: Day, target: Day): Span[] {
  const left = phases
    .map((phase) => (phase.from > planned ? phase : { ...phase, from: addDays(planned, 1) }))
    .filter(({ from, until }) => until >= from && until <= target);
  return joinShort(left).flatMap(({ title, from, until }) => {
    const days = lengthOf({ from, until });
    const count = Math.ceil(days / PHASE_DAYS_MAX);
    return Array.from({ length: count }, (_, index) => ({
      title: count > 1 ? `${title}, part ${index + 1} of ${count}` : title,
      from: addDays(from, Math.round((index * days) / count)),
      until: addDays(from, Math.round(((index + 1) * days) / count) - 1),
    }));
  });
}

/** Joins what is shorter than a month to what follows, the last to what comes before. */
function joinShort(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const before = joined.at(-1);
    if (!before) joined.push(span);
    else if (lengthOf(before) < PHASE_DAYS_MIN) joined[joined.length - 1] = { ...span, from: before.from };
    else if (span === spans.at(-1) && lengthOf(span) < PHASE_DAYS_MIN)
      joined[joined.length - 1] = { ...before, until: span.until };
    else joined.push(span);
  }
  return joined;
}

function lengthOf({ from, until }: Pick<Span, 'from' | 'until'>): number {
  return daysBetween(from, until) + 1;
}

/**
 * 10. The last milestone is the goal itself: its title has most of the words of the goal's. It is that of the last week; where
 * the goal lies beyond the weeks, it is that of the last later phase, and these lead there without a gap.
 */
export const endsWithTheGoal: Invariant = (plan, context) => {
  const goal = line(context.goal.title, 300);
  const planned = weeksOf(context).at(-1)?.ends_on ?? context.target_date;
  const last = plan.weeks.at(-1)?.milestone.title ?? '';
  const later = plan.later ?? [];
  if (planned >= context.target_date) {
    return [
      ...(sharesMostWords(last, goal)
        ? []
        : [`The milestone of the last week must be the goal itself: give it the title "${context.goal.title}".`]),
      ...(later.length > 0 ? ['Nothing lies beyond the last week, but the plan has later phases.'] : []),
    ];
  }
  return [
    ...(goal && sameText(last, goal)
      ? [`The goal lies beyond week ${plan.weeks.length}: give its milestone what is reached by then, not the goal.`]
      : []),
    ...brokenPhases(later, planned, context, goal),
  ];
};

function brokenPhases(
  later: readonly (Span & { success_criterion: string })[],
  planned: Day,
  context: PlanContext,
  goal: string,
) {
  const last = later.at(-1);
  if (last?.until !== context.target_date) return [`The later phases must lead to ${context.target_date}.`];
  return [
    ...(sharesMostWords(last.title, goal) ? [] : [`The last later phase must be the goal: "${context.goal.title}".`]),
    ...later.flatMap((phase, index) => {
      const from = addDays(later[index - 1]?.until ?? planned, 1);
      const days = lengthOf(phase);
      const isShort = days < PHASE_DAYS_MIN && later.length > 1;
      return [
        ...(phase.from === from ? [] : [`The later phase "${phase.title}" must begin on ${from}.`]),
        ...(days > PHASE_DAYS_MAX || days < 1 || isShort
          ? [`The later phase "${phase.title}" takes ${days} days, not one to three months.`]
          : []),
        ...(hasNumber(phase.success_criterion)
          ? []
          : [`The later phase "${phase.title}" has no number to measure it by.`]),
      ];
    }),
  ];
}

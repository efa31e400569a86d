import { addDays, type Day, daysBetween } from '../../days.ts';
import type { Playbook } from '../playbooks/schema.ts';
import type { PlanContext } from './context.ts';

/** The phases of a plan with their first and last day. */
export type PhaseSpan = { id: string; title: string; from: Day; until: Day };

/** Returns the phases over the whole way, each at least a day long. */
export function phasesOf(playbook: Playbook, { start_date, target_date }: PlanContext): PhaseSpan[] {
  const days = daysBetween(start_date, target_date) + 1;
  const lengths = lengthsOf(playbook.phases, days);
  let before = 0;
  return playbook.phases.map(({ id, title }, index) => {
    const from = addDays(start_date, Math.min(days - 1, Math.round(before)));
    before += lengths[index] ?? 0;
    const until = addDays(start_date, Math.max(daysBetween(start_date, from), Math.round(before) - 1));
    return { id, title, from, until };
  });
}

/** Returns the days of each phase by its share; what a phase may not take goes to those that have no bound. */
function lengthsOf(phases: Playbook['phases'], days: number): number[] {
  const sum = phases.reduce((total, { share }) => total + share, 0);
  const bounded = phases.map(({ share, most_weeks = Number.POSITIVE_INFINITY }) => {
    return {
      share,
      isFree: most_weeks === Number.POSITIVE_INFINITY,
      length: Math.min((share / sum) * days, 7 * most_weeks),
    };
  });
  const rest = days - bounded.reduce((total, { length }) => total + length, 0);
  const free = bounded.reduce((total, { share, isFree }) => total + (isFree ? share : 0), 0);
  return bounded.map(({ share, isFree, length }) => length + (isFree ? (rest * share) / free : 0));
}

/** Returns the phase that most of a span of days belongs to. */
export function phaseOn(phases: readonly PhaseSpan[], from: Day, until: Day): PhaseSpan {
  const overlap = (span: PhaseSpan) => {
    return daysBetween(span.from > from ? span.from : from, span.until < until ? span.until : until);
  };
  const [first, ...others] = phases;
  if (!first) throw new Error('A playbook has at least one phase');
  return others.reduce((best, span) => (overlap(span) > overlap(best) ? span : best), first);
}

import type { Activity, Phase } from './category.ts';
import type { GoalFacts } from './goal.ts';

/** Where a week stands: its phase, its place in it, and whether it is the plan's last. */
export type Stage = { phase: Phase; index: number; isLast: boolean };

/** The stage of a week of `count`. */
export function stageOf(week: number, count: number, phases: readonly Phase[]): Stage {
  const phase = phaseOf(week, count, phases);
  const first = Array.from({ length: week }, (_, index) => index + 1).find(
    (each) => phaseOf(each, count, phases) === phase,
  );
  return { phase, index: week - (first ?? week), isLast: week === count };
}

/** The phase that the middle of a week falls in; the last week always belongs to the last phase. */
function phaseOf(week: number, count: number, phases: readonly Phase[]): Phase {
  const total = phases.reduce((sum, { share }) => sum + share, 0);
  let reached = week === count ? 0 : ((week - 0.5) / count) * total;
  const inOrder = week === count ? phases.slice(-1) : phases;
  const found = inOrder.find(({ share }) => {
    reached -= share;
    return reached <= 0;
  });
  if (!found) throw new Error(`Week ${week} of ${count} has no phase: the phases' shares must be above zero`);
  return found;
}

/**
 * The week's activities, most important first: the phase's main one, then the others in turn, again from the front when there are
 * too few. What is done once comes in the phase's first week, before the main one if it stands before it. A person who named how
 * often gets the main one that often, with another as each third.
 */
export function chooseActivities(stage: Stage, facts: GoalFacts, count: number, sessions: number): Activity[] {
  const { phases, beforeEvent } = facts.category;
  // A plan of one week has no time for phases: it takes the main activity of each.
  const all = count === 1 ? phases.flatMap(upToMain) : stage.phase.activities;
  const [main, ...others] = all.filter((each) => !isOnce(each));
  if (!main) throw new Error(`A phase of "${facts.category.name}" needs an activity that is done every week`);
  const once = stage.index === 0 ? all.filter(isOnce) : [];
  const lead = once.filter((each) => all.indexOf(each) < all.indexOf(main));
  const turn = (stage.index * Math.max(1, sessions - 1)) % Math.max(1, others.length);
  const rest = [...others.slice(turn), ...others.slice(0, turn)];
  const weave = (list: Activity[]) =>
    facts.sessionsPerWeek === undefined ? [main, ...list] : list.flatMap((other) => [main, main, other]);
  const first = [...lead, ...weave([...once.slice(lead.length), ...rest])];
  const again = rest.length > 0 ? weave(rest) : [main];
  const last = stage.isLast && facts.hasEvent ? beforeEvent.slice(0, Math.max(1, sessions - 1)) : [];
  const regular = Array.from(
    { length: sessions - last.length },
    (_, index) => first[index] ?? again[(index - first.length) % again.length] ?? main,
  );
  return [...regular, ...last];
}

function isOnce([, , times]: Activity): boolean {
  return times === 'once';
}

/** A phase's main activity, and what has to be done before it. */
function upToMain({ activities }: Phase): readonly Activity[] {
  return activities.slice(0, activities.findIndex((each) => !isOnce(each)) + 1);
}

/** The step of a week: the phase's in order, then those that can be reached again, which say so. */
export function stepOf({ phase: { steps }, index }: Stage): [title: string, measure: string] {
  const first = steps[index];
  if (first) return [first[0], first[1]];
  const repeatable = steps.filter(([, , times]) => times !== 'once');
  const again = repeatable[(index - steps.length) % repeatable.length];
  if (!again) throw new Error(`A phase with the step "${steps[0]?.[0]}" needs one that can be reached again`);
  return [`${again[0]}, round ${Math.floor((index - steps.length) / repeatable.length) + 2}`, again[1]];
}

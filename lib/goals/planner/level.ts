import { MAX_WEEKLY_GROWTH, MIN_TASK_MINUTES } from './context.ts';
import type { Item, WeekOutline } from './outline.ts';

const minOf = (items: readonly Item[]) => items.reduce((sum, { min }) => sum + min, 0);
const maxOf = (items: readonly Item[]) => items.reduce((sum, { max }) => sum + max, 0);

/** A change in one week may ask for another in the next: so often all weeks are looked at again. */
const PASSES_MAX = 8;
/** Small things that a week may be given, at most. */
const SMALL_MAX = 2;

/** What levelling needs to know: the minutes of a week, whether it is a short last one, and a small thing to fill it with. */
export type Levelling = {
  room(week: WeekOutline): number;
  isShort(week: WeekOutline): boolean;
  fill(week: WeekOutline): Item;
};

/**
 * Makes the weeks fit each other: no week needs more than 25 % over what the week before can hold, nor more than its days hold.
 * Steps that are not bound to their day move to the week before, since what is early hurts nobody; where that is not enough, light weeks get a small thing more, and at last the least important sessions go.
 *
 * Returns the least minutes each week should have, so that the next one may hold what it needs.
 */
export function levelWeeks(weeks: WeekOutline[], { room, isShort, fill }: Levelling): number[] {
  const reach = (week: WeekOutline) => Math.min(maxOf(week.items), room(week));
  const boundOf = (week: WeekOutline, before: WeekOutline | undefined) =>
    before?.whole && week.whole && !isShort(week) ? MAX_WEEKLY_GROWTH : Number.POSITIVE_INFINITY;
  /** Whether a week that loses a step still leads up to the one after it. */
  const canSpare = (week: WeekOutline, after: WeekOutline | undefined) => {
    const step = week.items.find(canBeEarlier);
    if (!step) return false;
    if (!after || week.items.length < 2) return week.items.length > 1;
    return minOf(after.items) <= boundOf(after, week) * (Math.min(maxOf(week.items), room(week)) - step.max);
  };
  const ease = (index: number): boolean => {
    const [before, week, after] = [weeks[index - 1], weeks[index], weeks[index + 1]];
    if (!week) return false;
    const most = Math.min(
      room(week),
      before ? boundOf(week, before) * Math.max(reach(before), MIN_TASK_MINUTES) : Number.POSITIVE_INFINITY,
    );
    if (minOf(week.items) <= most) return false;
    if (week.items.length < 2) return fillUp(before, room, fill);
    if (canSpare(week, after) && giveBack(week, before)) return true;
    return fillUp(before, room, fill) || giveBack(week, before) || dropLeast(week);
  };
  for (let pass = 0, changed = true; changed && pass < PASSES_MAX; pass += 1) {
    changed = false;
    for (let index = weeks.length - 1; index >= 0; index -= 1) while (ease(index)) changed = true;
  }
  const least: number[] = [];
  for (let index = weeks.length - 1; index >= 0; index -= 1) {
    const week = weeks[index];
    const after = weeks[index + 1];
    const needed =
      after?.whole && week?.whole && !isShort(after) ? Math.ceil((least[index + 1] ?? 0) / MAX_WEEKLY_GROWTH) : 0;
    least[index] = week ? Math.min(Math.max(minOf(week.items), needed), reach(week)) : 0;
  }
  return least;
}

/** Gives a light week one small thing more, so that the week after it may be fuller. */
function fillUp(week: WeekOutline | undefined, room: Levelling['room'], fill: Levelling['fill']): boolean {
  const small = week?.items.filter(({ kind }) => kind === 'small').length ?? 0;
  if (!week || small >= SMALL_MAX || week.days.length <= week.items.length || maxOf(week.items) >= room(week))
    return false;
  week.items.push(fill(week));
  return true;
}

function canBeEarlier({ kind, fixedDay, finale }: Item): boolean {
  return kind === 'step' && !fixedDay && !finale;
}

/** Moves the first step that may be earlier to the end of the week before. */
function giveBack(week: WeekOutline, before: WeekOutline | undefined): boolean {
  const at = week.items.findIndex(canBeEarlier);
  const [step] = at >= 0 && before && before.items.length < 14 ? week.items.splice(at, 1) : [];
  if (!step || !before) return false;
  const lastDay = before.days.at(-1);
  const steps = before.items.filter(({ kind }) => kind === 'step').length;
  before.items.splice(steps, 0, { ...step, target: lastDay });
  return true;
}

/** Leaves out the least important thing of a week that is no step of priority 1; false when only one is left. */
export function dropLeast({ items }: WeekOutline): boolean {
  const least = items.reduce<Item | undefined>((a, b) => {
    if (b.finale || (b.priority === 1 && b.kind === 'step')) return a;
    return !a || b.priority >= a.priority ? b : a;
  }, undefined);
  if (!least || items.length < 2) return false;
  items.splice(items.indexOf(least), 1);
  return true;
}

/**
 * Returns the minutes of each thing of a week: what is usual for it, moved as little as needed for their sum to lie between `least` and
 * `most`; below their own least only where nothing else is possible.
 */
export function minutesWithin(items: readonly Item[], least: number, most: number): number[] {
  const minutes = items.map(({ ideal }) => ideal);
  const sum = () => minutes.reduce((total, each) => total + each, 0);
  const change = (step: number, room: (item: Item, value: number) => number): boolean => {
    const best = items
      .map((item, index) => ({ index, room: room(item, minutes[index] ?? 0) }))
      .filter((each) => each.room >= Math.abs(step))
      .sort((a, b) => b.room - a.room)[0];
    if (best) minutes[best.index] = (minutes[best.index] ?? 0) + step;
    return best !== undefined;
  };
  while (sum() > most && change(-5, ({ min }, value) => value - min));
  while (sum() > most && change(-1, ({ min }, value) => value - min));
  while (sum() + 5 <= most && sum() < least && change(5, ({ max }, value) => max - value));
  while (sum() > most && change(-1, (_, value) => value - MIN_TASK_MINUTES));
  return minutes;
}

/** The minutes that a person has in a week for one goal, given the most that each day holds. */
export function roomOf(week: WeekOutline, dayRoom: (day: string) => number): number {
  return week.days.reduce((sum, day) => sum + Math.max(0, dayRoom(day)), 0);
}

import type { Day } from '../../days.ts';
import { MIN_TASK_MINUTES } from './context.ts';
import { sameText } from './text.ts';

/** A day of a week, the minutes that may be put on it, and the titles it already has. */
export type Slot = { day: Day; room: number; titles: string[] };

/**
 * Puts items on a week's days: spread evenly and in order, each on the first day from its place on that has room for the
 * shortest task and does not have its title yet. What fits nowhere is left out. Takes the room from the slots.
 */
export function spread<Item extends { title: string }>(
  items: readonly Item[],
  slots: Slot[],
): { item: Item; slot: Slot }[] {
  return items.flatMap((item, index) => {
    const place = items.length < 2 ? 0 : Math.round((index * (slots.length - 1)) / (items.length - 1));
    const slot = [...slots.slice(place), ...slots.slice(0, place)].find(({ room, titles }) => {
      return room >= MIN_TASK_MINUTES && !titles.some((title) => sameText(title, item.title));
    });
    if (!slot) return [];
    slot.room -= MIN_TASK_MINUTES;
    slot.titles.push(item.title);
    return [{ item, slot }];
  });
}

/**
 * Shares out a week's minutes to items that each hold the shortest task already, in proportion to their weights and as far as
 * their days have room and each its most minutes. In steps of five minutes; a small week goes minute by minute, since 25 % of it is less than five.
 *
 * Returns the minutes of each item. Their sum is at most `budget`, which must be enough for the shortest task for each.
 */
export function shareMinutes(
  placed: readonly { weight: number; most: number; slot: Slot }[],
  budget: number,
): number[] {
  const step = budget < 20 ? 1 : 5;
  const minutes = placed.map(() => MIN_TASK_MINUTES);
  let left = budget - MIN_TASK_MINUTES * placed.length;
  while (left >= step) {
    const next = placed
      .map(({ weight, most, slot }, index) => {
        const more = (minutes[index] ?? 0) + step;
        return { index, slot, fill: more / weight, fits: slot.room >= step && more <= most };
      })
      .filter(({ fits }) => fits)
      .reduce<{ index: number; slot: Slot; fill: number } | undefined>(
        (a, b) => (a && a.fill <= b.fill ? a : b),
        undefined,
      );
    if (!next) break;
    minutes[next.index] = (minutes[next.index] ?? 0) + step;
    next.slot.room -= step;
    left -= step;
  }
  return minutes;
}

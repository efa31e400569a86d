import { type Day, daysBetween, weekdayOf } from '../../days.ts';
import { MIN_TASK_MINUTES } from './context.ts';
import type { Item } from './outline.ts';
import { type Timetable, toMinutes, toTime } from './slots.ts';

/** A thing with its day, time and minutes. */
export type Placed = { item: Item; day: Day; start: string; minutes: number };

/** What is known of the days while things are put on them, over all weeks. */
export type Board = {
  timetable: Timetable;
  /** Minutes that are left for this goal on a day. */
  room(day: Day): number;
  /** What was put on days so far, in the order of the weeks. */
  placed: readonly Placed[];
  add(place: Placed): void;
  /** The day of the goal itself and the one before, which is light where it is an event; undefined where the plan has none. A day of rest has nothing but the event. */
  finale: { day: Day; eve: Day; isEvent: boolean; isRest: boolean; minutes: number } | undefined;
};

/** As many of the last things are enough to see this week and the one before. */
const RECENT = 40;

const NEVER = 1000;
/** What is due before the day of the goal itself rather takes a feast day than that one. */
const BEFORE_FINALE = 8;
const MORE_THAN_A_MORNING = 60;
/** Days on which hardly anybody works on a goal, and no office answers. */
const FEASTS: ReadonlySet<string> = new Set(['12-24', '12-25', '12-26', '12-31', '01-01']);

/**
 * Puts a week's things on its days and gives each a time: hard and long ones first, then steps in their order, then the rest,
 * each on the day that suits it best. What fits on no day is shortened to its least, else returned.
 */
export function placeWeek(
  items: readonly { item: Item; minutes: number }[],
  days: readonly Day[],
  board: Board,
): Item[] {
  const left: Item[] = [];
  const week: Placed[] = [];
  const bySession = new Map<string, number>();
  // What prepares comes first of all in the first week: shoes are checked before the first run.
  const isFirst = board.placed.length === 0;
  const inOrder = [...items].sort((a, b) => rank(a.item, a.minutes, isFirst) - rank(b.item, b.minutes, isFirst));
  for (const { item, minutes } of inOrder) {
    const nth = bySession.get(item.id) ?? 0;
    bySession.set(item.id, nth + 1);
    const same = items.filter((each) => each.item.id === item.id).length;
    const suits = (length: number) => bestDay({ item, minutes: length, nth, same, days, week, board });
    const place =
      suits(minutes) ??
      (item.min < minutes ? suits(item.min) : undefined) ??
      (item.least ? suits(item.least) : undefined);
    if (!place) {
      left.push(item);
      continue;
    }
    board.timetable.take(place.day, place.start, place.minutes);
    board.add(place);
    week.push(place);
  }
  return left;
}

/** Puts one thing on the first day that has any room for it, as short as need be; undefined when there is none. */
export function placeAnywhere(item: Item, most: number, days: readonly Day[], board: Board): Placed | undefined {
  for (const minutes of [Math.min(item.ideal, most), 15, 10, MIN_TASK_MINUTES].filter(
    (each) => each <= most && each >= MIN_TASK_MINUTES,
  )) {
    const place = bestDay({ item, minutes, nth: 0, same: 1, days, week: [], board });
    if (!place) continue;
    board.timetable.take(place.day, place.start, place.minutes);
    board.add(place);
    return place;
  }
  return undefined;
}

function rank(item: Item, minutes: number, isFirst: boolean): number {
  if (item.finale) return item.finale === 'event' ? 2.5 : 4;
  if (item.kind === 'step') return isFirst ? -1 : 2;
  if (item.after) return 3;
  if (item.hard) return 0;
  if (item.days) return 1;
  return minutes > MORE_THAN_A_MORNING ? 1 : 3;
}

type Wanted = {
  item: Item;
  minutes: number;
  /** Which time of the same session in this week this is, and of how many. */
  nth: number;
  same: number;
  days: readonly Day[];
  week: readonly Placed[];
  board: Board;
};

function bestDay(wanted: Wanted): Placed | undefined {
  const { item, minutes, days, week, board } = wanted;
  let best: { place: Placed; cost: number } | undefined;
  for (const [index, day] of days.entries()) {
    if (board.room(day) < minutes) continue;
    const start = board.timetable.find(day, minutes, {
      part: item.part,
      fixed: item.fixedPart,
      notBefore: afterSteps(item, day, week),
    });
    if (!start) continue;
    const cost = costOf(wanted, day, index);
    if (cost < NEVER && (!best || cost < best.cost)) best = { place: { item, day, start, minutes }, cost };
  }
  return best?.place;
}

/** Returns the end of the steps that are already on a day: the next one comes after them, and so does a session that needs one; the goal itself after all. */
function afterSteps(item: Item, day: Day, week: readonly Placed[]): string | undefined {
  if (item.kind !== 'step' && !item.after) return undefined;
  const ends = week
    .filter((each) => each.day === day && (item.finale || each.item.kind === 'step'))
    .filter((each) => item.kind === 'step' || each.item.id === item.after)
    .map(({ start, minutes }) => toMinutes(start) + minutes);
  return ends.length > 0 ? toTime(Math.max(...ends)) : undefined;
}

/** As long as anything but a step may be on the day before an event. */
const EVE_MINUTES_MAX = 30;

/** Tells whether something cannot be on a day for the sake of the goal itself: nothing comes after it, nothing long right before it. */
function isKeptFree({ item, minutes, board }: Wanted, day: Day): boolean {
  const { finale } = board;
  if (item.finale || item.exact) return false;
  if (!finale) return false;
  if (item.kind !== 'step' && finale.isEvent && minutes > EVE_MINUTES_MAX && day === finale.eve) return true;
  if (day !== finale.day) return day > finale.day;
  if (item.kind === 'step') return finale.isRest;
  return finale.isEvent || board.room(day) - minutes < finale.minutes;
}

function costOf(wanted: Wanted, day: Day, index: number): number {
  const { item, nth, same, days, week, board } = wanted;
  if (isKeptFree(wanted, day)) return NEVER;
  const onDay = week.filter((each) => each.day === day);
  if (onDay.some((each) => each.item.id === item.id && (item.kind !== 'step' || each.item.title === item.title)))
    return NEVER;
  const ofFinale = day === board.finale?.day && item.kind !== 'step' ? BEFORE_FINALE / 4 : 0;
  let cost = ofFinale + onDay.reduce((sum, { minutes }) => sum + 0.6 + minutes / 60, 0);
  const recent = board.placed.slice(-RECENT);
  if (item.hard && recent.some((each) => each.item.hard && Math.abs(daysBetween(each.day, day)) <= 1)) return NEVER;
  if (item.after && week.some((each) => each.item.id === item.after && each.day > day)) return NEVER;
  const weekday = weekdayOf(day);
  const isWeekend = weekday === 0 || weekday === 6;
  if (FEASTS.has(day.slice(5))) cost += ['12-25', '01-01'].includes(day.slice(5)) ? 12 : 6;
  if (item.days && (item.days === 'weekend') !== isWeekend) cost += 4;
  if (item.finale) return day === board.finale?.day ? cost : NEVER - 1 - index;
  if (item.exact) return day === item.target ? cost : NEVER;
  if (item.kind === 'step') {
    const later = recent.some((each) => each.item.kind === 'step' && !each.item.exact && each.day > day);
    const isLate = day === board.finale?.day && (item.target ?? day) < day;
    return later ? NEVER : cost + (isLate ? BEFORE_FINALE : 0) + 1.5 * Math.abs(daysBetween(item.target ?? day, day));
  }
  // The times of one session are spread over the week; sessions that come once begin in its middle, away from each other.
  const ideal =
    same > 1 ? (nth * (days.length - 1)) / (same - 1) : item.review ? days.length - 1 : (days.length - 1) / 2;
  const spread = same > 1 && same >= days.length ? 0 : 0.5;
  // What is left keeps away from hard days, above all from the day itself, so that these are not followed by more of the same.
  const hardNear = item.main
    ? recent.reduce((sum, each) => {
        const away = each.item.hard ? Math.abs(daysBetween(each.day, day)) : 2;
        return sum + (away === 0 ? 2 : away === 1 ? 0.8 : 0);
      }, 0)
    : 0;
  const neighbours = week.filter(
    (each) => each.item.id === item.id && Math.abs(daysBetween(each.day, day)) === 1,
  ).length;
  return cost + hardNear + spread * Math.abs(index - ideal) + (same <= 3 ? 2 : 0.3) * neighbours;
}

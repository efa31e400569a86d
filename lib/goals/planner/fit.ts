import { addDays, type Day, daysBetween } from '../../days.ts';
import { freeMinutes, isRestDay, MAX_WEEKLY_GROWTH, MIN_TASK_MINUTES, type PlanContext, type Week } from './context.ts';
import type { Course } from './course.ts';
import { dropLeast, levelWeeks, minutesWithin, roomOf } from './level.ts';
import type { Item, WeekOutline } from './outline.ts';
import { type Board, type Placed, placeAnywhere, placeWeek } from './place.ts';
import { timetableOf } from './slots.ts';

/** Of a plan's tasks, one in so many may be a review. */
const REVIEW_SHARE = 8;

/** Leaves out reviews beyond the share that a plan may have of them. */
export function limitReviews(weeks: readonly WeekOutline[]): void {
  let tasks = 0;
  let reviews = 0;
  for (const week of weeks) {
    week.items = week.items.filter(({ review }) => {
      tasks += 1;
      if (!review) return true;
      const fits = (reviews + 1) * REVIEW_SHARE <= tasks;
      if (fits) reviews += 1;
      else tasks -= 1;
      return fits;
    });
  }
}

/** Puts every week's things on their days: as many as fit, no week much longer than the one before. */
export function placeWeeks(course: Course, weeks: WeekOutline[]): Placed[] {
  const { context } = course;
  const placed: Placed[] = [];
  const used = new Map<Day, number>();
  const board: Board = {
    timetable: timetableOf(context),
    room: (day) => freeMinutes(context, day) - (used.get(day) ?? 0),
    placed,
    add: (place) => {
      placed.push(place);
      used.set(place.day, (used.get(place.day) ?? 0) + place.minutes);
    },
    finale: finaleOf(weeks, context),
  };
  const isShort = ({ week }: WeekOutline) => isShortWeek(week);
  const fill = (week: WeekOutline) => smallItem(course, week);
  const least = levelWeeks(weeks, { room: (week) => roomOf(week, (day) => freeMinutes(context, day)), isShort, fill });
  let before: number | undefined;
  for (const [index, week] of weeks.entries()) {
    const bound =
      before === undefined || isShort(week) ? Number.POSITIVE_INFINITY : inFives(before * MAX_WEEKLY_GROWTH);
    const most = Math.min(bound, roomOf(week, board.room));
    const late = makeFit(week, most, index < weeks.length - 1);
    const minutes = minutesWithin(week.items, least[index] ?? 0, most);
    const from = placed.length;
    const left = placeWeek(
      week.items.map((item, place) => ({ item, minutes: minutes[place] ?? item.min })),
      week.days,
      board,
    );
    const load = () => placed.slice(from).reduce((sum, each) => sum + each.minutes, 0);
    carryOn([...left, ...late], weeks[index + 1], week, board, () => bound - load());
    if (placed.length === from)
      placeAnywhere(smallItem(course, week), Math.max(MIN_TASK_MINUTES, bound), week.days, board);
    before = week.whole && load() > 0 ? load() : undefined;
  }
  return placed;
}

/** Returns the day of the goal itself: the last one of its week. */
function finaleOf(weeks: readonly WeekOutline[], context: PlanContext): Board['finale'] {
  const week = weeks.findLast(({ items }) => items.some(({ finale }) => finale !== undefined));
  const day = week?.days.at(-1);
  const item = week?.items.findLast(({ finale }) => finale !== undefined);
  if (!item || !day) return undefined;
  const isEvent = item.finale === 'event';
  return { day, eve: addDays(day, -1), isEvent, isRest: isRestDay(context, day), minutes: item.min };
}

/** Leaves out what is least important until the rest fits; steps that must be done go to the week after, if there is one. */
function makeFit(week: WeekOutline, most: number, hasNext: boolean): Item[] {
  const late: Item[] = [];
  const sumOf = (leastOf: (item: Item) => number) => week.items.reduce((sum, item) => sum + leastOf(item), 0);
  // In the last week, what the goal ends with keeps its minutes; what only comes beside it goes.
  while (!hasNext && sumOf(({ min }) => min) > most && week.items.some(({ kind }) => kind !== 'step')) {
    const session = week.items.findLastIndex(({ kind }) => kind !== 'step');
    if (week.items.length < 2) break;
    week.items.splice(session, 1);
  }
  const least = () => sumOf(({ min }) => (hasNext ? min : MIN_TASK_MINUTES));
  while (week.items.length > 1 && least() > most) {
    if (dropLeast(week)) continue;
    const [step] = week.items.splice(
      week.items.findLastIndex(({ finale }) => finale === undefined),
      1,
    );
    if (step) late.unshift(step);
  }
  return late;
}

/** Steps that found no day go on to the next week; the last week makes room for them at its end, as far as it may grow. */
function carryOn(
  left: readonly Item[],
  next: WeekOutline | undefined,
  week: WeekOutline,
  board: Board,
  spare: () => number,
): void {
  const steps = left.filter(({ kind, exact }) => kind === 'step' && !exact);
  if (next) next.items.unshift(...steps.map((step) => ({ ...step, target: next.days[0] })));
  else
    for (const step of steps.filter(({ priority }) => priority < 3))
      placeAnywhere(step, Math.min(step.min, spare()), week.days.slice(-3), board);
}

/** Returns whole minutes, in fives where a week holds more than a few: what is shared out then comes in minutes as people plan them. */
function inFives(minutes: number): number {
  return minutes > 30 ? Math.floor(minutes / 5) * 5 : Math.floor(minutes);
}

function isShortWeek({ starts_on, ends_on }: Week): boolean {
  return daysBetween(starts_on, ends_on) < 6;
}

function smallItem({ playbook, facts }: Course, week: WeekOutline): Item {
  const before = week.items.filter(({ kind }) => kind === 'small').length;
  const variant = playbook.small[(week.week.week - 1 + before) % playbook.small.length] ?? playbook.small[0];
  const common = { priority: 3, hard: false, review: false, fixedPart: false, local: week.local };
  const texts = { title: facts.say(variant?.title ?? '', week.local), how: facts.say(variant?.how ?? '', week.local) };
  return { id: 'small', kind: 'small', ...texts, min: MIN_TASK_MINUTES, max: 20, ideal: 15, ...common };
}

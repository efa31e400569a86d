import { type Day, weekdayOf } from '../../days.ts';
import { type ClockSpan, hoursOn, type PartOfDay, type PlanContext } from './context.ts';

/** Where a part of the day begins, ends and is best begun, in minutes after midnight. */
const PARTS: Readonly<Record<PartOfDay, { from: number; to: number; best: number }>> = {
  morning: { from: 0, to: 720, best: 450 },
  midday: { from: 660, to: 1020, best: 750 },
  evening: { from: 1020, to: 1440, best: 1110 },
};
/** At weekends mornings begin later, and what has no time of its own is best done in them. */
const WEEKEND_MORNING = 570;
const GRID_MINUTES = 15;
/** Hours that words name begin a task at once where they are no longer than this, and not those before work. */
const SLOT_MINUTES_MAX = 240;
const SLOT_FROM_MIN = 360;
const FINE_GRID_MINUTES = 5;

/** The taken times of each day, to which tasks are added as they are placed. */
export type Timetable = {
  /** The best free start for a task of so many minutes, `HH:MM`; null when it fits nowhere that day. */
  find(day: Day, minutes: number, wish?: Wish): string | null;
  /** Whether a task may start then. */
  isFree(day: Day, start: string, minutes: number): boolean;
  take(day: Day, start: string, minutes: number): void;
};

/**
 * When something is best done: the part of the day, whether it belongs to the thing itself, a time before which it may not begin, and one to
 * be near to. */
export type Wish = {
  part?: PartOfDay | undefined;
  fixed?: boolean;
  notBefore?: string | undefined;
  near?: string | undefined;
};

type Span = { from: number; to: number };

/** Returns the timetable of a person before anything new is planned: other tasks, calendars, and what is done of this plan. */
export function timetableOf(context: PlanContext): Timetable {
  const taken = new Map<Day, Span[]>();
  const spansOf = (day: Day): Span[] => {
    const known = taken.get(day);
    if (known) return known;
    const done = context.kept.filter(({ date, start_time }) => date === day && start_time);
    const spans = [
      ...(context.busy[day] ?? []).map(toSpan),
      ...done.map(({ start_time = '00:00', duration_minutes }) => {
        return { from: toMinutes(start_time), to: toMinutes(start_time) + duration_minutes };
      }),
    ];
    taken.set(day, spans);
    return spans;
  };
  const usual = [toSpan(context.availableHours)];
  const openOn = (day: Day) => (context.slots ? hoursOn(context, day).map(toSpan) : usual);
  const earliest = (day: Day) => (day === context.now.day ? toMinutes(context.now.time) : 0);
  const fits = (day: Day, from: number, minutes: number, open = openOn(day)) => {
    if (day < context.now.day || from < earliest(day)) return false;
    if (!open.some((span) => from >= span.from && from + minutes <= span.to)) return false;
    return !spansOf(day).some((span) => from < span.to && from + minutes > span.from);
  };
  return {
    isFree: (day, start, minutes) => fits(day, toMinutes(start), minutes),
    take: (day, start, minutes) => {
      spansOf(day).push({ from: toMinutes(start), to: toMinutes(start) + minutes });
    },
    find: (day, minutes, { part, fixed = false, notBefore = '00:00', near } = {}) => {
      const best = near ? { from: 0, to: 1440, best: toMinutes(near) } : bestStart(context, day, part, fixed);
      const open = openOn(day);
      const first = Math.max(earliest(day), toMinutes(notBefore), Math.min(...open.map(({ from }) => from)));
      const last = Math.max(...open.map(({ to }) => to)) - minutes;
      for (const grid of [GRID_MINUTES, FINE_GRID_MINUTES]) {
        let nearest: number | undefined;
        for (let start = Math.ceil(first / grid) * grid; start <= last; start += grid) {
          const isNearer = nearest === undefined || distance(start, best) < distance(nearest, best);
          if (isNearer && fits(day, start, minutes, open)) nearest = start;
        }
        if (nearest !== undefined) return toTime(nearest);
      }
      return null;
    },
  };
}

/** Returns when a task is best begun: at the usual hour, else in the preferred part of the day, else in that of the task. */
function bestStart(
  context: PlanContext,
  day: Day,
  part: PartOfDay | undefined,
  isFixed: boolean,
): Span & { best: number } {
  const weekday = weekdayOf(day);
  const isWeekend = weekday === 0 || weekday === 6;
  const usual = context.usualTimes?.[weekday];
  const slot = context.slots && day !== context.eventDay ? hoursOn(context, day).map(toSpan).find(isSlot) : undefined;
  if (slot) return { from: 0, to: 1440, best: slot.from };
  const wanted = isFixed ? part : (context.preferredTime ?? part ?? (isWeekend ? 'morning' : 'evening'));
  const window = PARTS[wanted ?? 'evening'];
  const best = wanted === 'morning' && isWeekend ? WEEKEND_MORNING : window.best;
  return { ...window, best: usual && !isFixed ? toMinutes(usual) : best };
}

const isSlot = ({ from, to }: Span) => from >= SLOT_FROM_MIN && to - from <= SLOT_MINUTES_MAX;

/** Returns minutes away from the best start; outside the part of the day counts much more. */
function distance(start: number, { from, to, best }: Span & { best: number }): number {
  const outside = start < from ? from - start : start > to ? start - to : 0;
  // A little later is better than a little earlier.
  return Math.abs(start - best) + (start < best ? 1 : 0) + 3 * outside;
}

function toSpan({ from, to }: ClockSpan): Span {
  return { from: toMinutes(from), to: toMinutes(to) };
}

/** Returns minutes after midnight of `HH:MM`. */
export function toMinutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** `HH:MM` of minutes after midnight. */
export function toTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

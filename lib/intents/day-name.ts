import { addDays, type Day, daysBetween, mondayOf, todayIn, weekdayOf } from '../days.ts';
import type { Moment } from '../tasks/when.ts';
import { weekdayNumber } from '../tasks/words/day.ts';

const DAY_NAME =
  /\b(day before yesterday|yesterday|last night|today|tonight|this (?:morning|afternoon|evening)|day after tomorrow|tomorrow|(?:(next|last) )?((?:mon|tues|wednes|thurs|fri|satur|sun)day))(?:['’]s)?\b/i;
const AHEAD: Record<string, number> = {
  'day before yesterday': -2,
  yesterday: -1,
  'last night': -1,
  tomorrow: 1,
  'day after tomorrow': 2,
};

/**
 * A day that words name in passing ("tomorrow's run"), past ones too: the name, the words without it, and the days it may
 * mean, the latest past one first. Undefined where they name none.
 */
export function findDayName(text: string, { now, timezone }: Moment) {
  const [found, name, which, weekday] = DAY_NAME.exec(text) ?? [];
  if (!found || !name) return undefined;
  const today = todayIn(timezone, now);
  const ahead = weekday ? weekdaysAhead(today, weekday, which) : [AHEAD[name.toLowerCase()] ?? 0];
  const days = ahead.map((count) => addDays(today, count));
  return { name: name.toLowerCase(), rest: text.replace(found, ' '), days };
}

function weekdaysAhead(today: Day, name: string, which: string | undefined): number[] {
  const weekday = weekdayNumber(name.toLowerCase());
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (which?.toLowerCase() === 'last') return [ahead - 7];
  // The one of next week, which starts on Monday.
  if (which) return [daysBetween(today, mondayOf(today)) + 7 + ((weekday + 6) % 7)];
  return ahead === 0 ? [0, -7, 7] : [ahead - 7, ahead];
}

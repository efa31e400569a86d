import { addDays, type Day, daysBetween, weekdayOf } from '../../../days.ts';
import { readGoalWords } from '../../../language/goal.ts';
import { type Described, quote, type Remark } from './remark.ts';

const CLAUSES = /[,;:]\s|\s(?:and|but|und|aber|et|mais|y|pero|e|mas|ma|maar|en)\s/giu;
const HAS_DATE = /\d/u;
const DATES_MAX = 3;
/** With fewer days before it, there is no time to prepare apart from the day itself. */
const PREPARED_DAYS_MIN = 4;

/** Reads the days between today and the end on which something else happens: "the viewing is on 2 February", "I fly on the 5th". */
export function readDates({ context, language, sentences }: Described): Remark[] {
  const { start_date, target_date } = context;
  const found = new Map<Day, string>();
  for (const { words } of sentences) {
    for (const clause of words.split(CLAUSES)) {
      if (!HAS_DATE.test(clause)) continue;
      const { horizon } = readGoalWords({ title: clause, today: start_date, language });
      if (!horizon?.isDay) continue;
      const day = horizon.target_date;
      const rest = quote(clause.replace(horizon.words, ' ').replace(/\s+/gu, ' ').replace(LEADS, ''));
      if (day > start_date && day < target_date && rest && !found.has(day)) found.set(day, rest);
    }
  }
  return [...found].slice(0, DATES_MAX).flatMap(([day, what]) => stepsFor(day, what, start_date, context.restDays));
}

/** What is left of "is on 2 February" without its day. */
const LEADS =
  /\s(?:is|are|ist|sind|findet|est|es|e|é|è|is op)?\s*(?:on|am|den|der|le|el|o|il|op|by|at|dia|no|do|das|the|um|um den)?\s*[.!?]*$/iu;

function stepsFor(day: Day, what: string, start: Day, restDays: readonly number[]): Remark[] {
  const away = daysBetween(start, day);
  const date = sayDay(day);
  const used = new RegExp(`(?<!\\d)${date}`, 'u');
  const how =
    'List what must be there or decided by then, do the longest of it now, and ask today for what comes from others.';
  const lead = Math.min(7, Math.floor(away / 2));
  const prepare: Remark = {
    id: `before-${day}`,
    title: `Prepare for ${date}, ${what}: what must be ready by then?`,
    how,
    done: `ready for ${date}`,
    day: away - lead,
    used,
  };
  const onDay: Remark = {
    id: `on-${day}`,
    title: `Keep ${date} for this: ${what}`,
    how: 'Lay out the evening before what you take along or need. Afterwards note in one line what came of it and what it changes here.',
    done: `${date} kept`,
    day: away,
    exact: true,
    used,
  };
  const hasDay = !restDays.includes(weekdayOf(day));
  if (!hasDay) return [{ ...prepare, day: Math.max(0, away - Math.max(1, lead)) }];
  return away < PREPARED_DAYS_MIN ? [onDay] : [prepare, onDay];
}

function sayDay(day: Day): string {
  return new Date(`${addDays(day, 0)}T12:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
}

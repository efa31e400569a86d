import * as chrono from 'chrono-node/en';
import { addDays, addMonths, type Day, endOfMonth, isDay, weekdayOf } from '../../goals/planner/calendar.ts';

/**
 * The day that words name. `sooner` is set where the same words could also mean today ("Friday" on a Friday): they do while
 * the time of day is still to come. A question where they name no one day, undefined where they name none at all.
 */
export type NamedDay = { day: Day; sooner?: Day } | { ask: string };

const WEEKDAY =
  '(sun|mon|tue|wed|thu|fri|sat)(?:(?<=sun|mon|fri)day|(?<=tue)s(?:day)?|(?<=wed)(?:nesday|s)?|(?<=thu)(?:rsday|rs|r)?|(?<=sat)(?:urday)?)?s?';
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const ONE_WEEKDAY = new RegExp(
  `\\b(?:(?<which>next|this|coming|on) )?(?:the )?(?<name>${WEEKDAY})\\b(?<after> next week| week\\b)?`,
);
const PASSED = 'That has passed already. When should it be?';
const DATE_PARTS = /^(\d{1,2})([/.])(\d{1,2})(?:\2(\d{2,4}))?$/;

/** Weekdays anywhere in a text, with plurals; for reading repetitions. */
export const WEEKDAY_PATTERN = WEEKDAY;

/** The number of a weekday by a text that begins with its name: 0 is Sunday. */
export function weekdayNumber(text: string): number {
  return WEEKDAYS.indexOf(text.slice(0, 3));
}

/**
 * Reads the day in normal words, counted from `today`.
 *
 * "Friday" is the next one, "next Friday" the one of next week (weeks start on Monday): on a Wednesday the Friday after the
 * coming one, as chrono-node reads it and the planner too. "The 14th" is the next month's when it has passed.
 */
export function readDay(text: string, today: Day): NamedDay | undefined {
  if (/\b(?:yesterday|ago|last (?!day\b)|previous)\b/.test(text)) return { ask: PASSED };
  if (/\bday after tomorrow\b/.test(text)) return { day: addDays(today, 2) };
  const later = /\b(?:a|1) week (?:from|on|after) (.+)$|^(.*(?:day|tomorrow)) week$/.exec(text);
  if (later) {
    const from = readDay(later[1] ?? later[2] ?? '', today);
    return from && 'day' in from ? { day: addDays(from.day, 7) } : from;
  }
  if (/\btomorrow\b/.test(text)) return { day: addDays(today, 1) };
  if (/\btoday\b/.test(text)) return { day: today };
  const date = readMonthEnd(text, today) ?? readDate(text, today) ?? readDayOfMonth(text, today);
  return date ? onItsWeekday(date, text) : (readWeekday(text, today) ?? readVague(text));
}

/** "Friday the 13th" where that is a Sunday is two days. */
function onItsWeekday(date: NamedDay, text: string): NamedDay {
  const { name } = ONE_WEEKDAY.exec(text)?.groups ?? {};
  if ('ask' in date || !name || weekdayNumber(name) === weekdayOf(date.day)) return date;
  return { ask: 'The date and the weekday do not go together. Which one do you mean?' };
}

function readMonthEnd(text: string, today: Day): NamedDay | undefined {
  const [, which] = /\b(?:end|last day) of (?:the |this )?(next )?month\b/.exec(text) ?? [];
  if (!/\b(?:end|last day) of (?:the |this |next )?month\b/.test(text)) return undefined;
  return { day: endOfMonth(which ? addMonths(today, 1) : today) };
}

/** Dates with a month, and "in 3 days". chrono-node reads an IANA zone as UTC, so it sees noon in UTC and gives the day alone. */
function readDate(text: string, today: Day): NamedDay | undefined {
  // chrono-node reads these as seven days from now.
  if (/\b(?:next|this|coming) (?:week|month|year)\b/.test(text)) return undefined;
  const reference = { instant: new Date(`${today}T12:00:00Z`), timezone: 0 };
  const [result] = chrono.parse(text, reference, { forwardDate: true });
  if (!result?.start.isCertain('day')) {
    // A day that no month has, such as 30 February, is read as nothing.
    return /\d.*\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b|\d{4}-\d|\d\/\d/.test(text)
      ? { ask: 'There is no such date. When should it be?' }
      : undefined;
  }
  const [, first, , second, year] = DATE_PARTS.exec(result.text) ?? [];
  if (first && second && first !== second && Number(first) <= 12 && Number(second) <= 12) {
    return { ask: `Which month do you mean by ${first}/${second}${year ? ` ${year}` : ''}? Say it by its name.` };
  }
  const { start } = result;
  const day = [start.get('year'), start.get('month'), start.get('day')]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  if (!isDay(day)) return { ask: `There is no ${result.text}. When should it be?` };
  return day < today ? { ask: PASSED } : { day };
}

/** "The 14th", "the 14th of next month". */
function readDayOfMonth(text: string, today: Day): NamedDay | undefined {
  const [, number] = /\b(\d{1,2})(?:st|nd|rd|th)\b/.exec(text) ?? [];
  if (!number) return undefined;
  if (Number(number) < 1 || Number(number) > 31) return { ask: 'Which day do you mean?' };
  const month = /\bnext month\b/.test(text) ? addMonths(`${today.slice(0, 8)}01`, 1) : today;
  const inMonth = (offset: number) =>
    `${addMonths(`${month.slice(0, 8)}01`, offset).slice(0, 8)}${number.padStart(2, '0')}`;
  // No month is followed by two that are shorter.
  const day = [0, 1, 2].map(inMonth).find((each) => isDay(each) && each > today);
  if (!day) return { ask: 'Which day do you mean?' };
  return inMonth(0) === today ? { day, sooner: today } : { day };
}

function readWeekday(text: string, today: Day): NamedDay | undefined {
  const weekend = /\b(next )?weekend\b/.exec(text);
  if (weekend) return readWeekday(`${weekend[1] ?? ''}sat`, today);
  const { which, name, after } = ONE_WEEKDAY.exec(text)?.groups ?? {};
  if (!name) return undefined;
  const weekday = weekdayNumber(name);
  if (which === 'next' || after === ' next week' || /\bnext week\b/.test(text)) {
    const nextMonday = addDays(today, 7 - ((weekdayOf(today) + 6) % 7));
    return { day: addDays(nextMonday, (weekday + 6) % 7) };
  }
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  return ahead === 0 ? { day: addDays(today, 7), sooner: today } : { day: addDays(today, ahead) };
}

function readVague(text: string): NamedDay | undefined {
  const [, period] = /\b(?:next|this|coming|in the|by the|end of the|end of|the) (week|month|year)\b/.exec(text) ?? [];
  if (period) return { ask: `Which day of the ${period} do you mean?` };
  return /\b(?:later|soon|some ?time|some ?day|whenever|eventually)\b/.test(text)
    ? { ask: 'Which day, and at what time?' }
    : undefined;
}

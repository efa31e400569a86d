import { addDays, type Day, daysBetween, weekdayOf } from '../days.ts';
import { fill } from '../text.ts';
import { wallClockAt } from '../time.ts';
import type { PartName } from './clock.ts';
import type { Language } from './languages.ts';
import { SPOKEN } from './spoken.ts';

/**
 * Returns a time as one says it: "tomorrow at 7 in the evening", "Freitag um 18:00", "lundi 14 mars à 06:30". Midnight ends a day, so
 * it is said with the day before.
 * @param date the day in the person's timezone @param time `HH:MM`, or nothing for a day alone
 */
export function sayWhen(
  date: Day,
  time: string | null | undefined,
  timezone: string,
  now: Date,
  language: Language = 'en',
): string {
  const today = wallClockAt(now, timezone).day;
  if (!time) return sayDay(date, today, language);
  const evening = addDays(date, -1);
  const day =
    time !== '00:00'
      ? sayDay(date, today, language)
      : evening === today
        ? SPOKEN[language].tonight
        : sayDay(evening, today, language);
  return `${day} ${sayClock(time, language)}`;
}

/** Returns a day as one says it: "today", "tomorrow", "Friday", "Monday, 14 March". */
export function sayDay(date: Day, today: Day, language: Language = 'en'): string {
  const words = SPOKEN[language];
  const ahead = daysBetween(today, date);
  const near = { '-1': words.yesterday, 0: words.today, 1: words.tomorrow }[ahead];
  if (near) return near;
  const weekday = sayWeekday(weekdayOf(date), language);
  if (ahead > 1 && ahead < 7) return weekday;
  return fill(words.withWeekday, { weekday, date: sayDate(date, language, today) });
}

/** Returns a day by its date alone: "14 March", with its year where that is not the one of `today`. */
export function sayDate(day: Day, language: Language = 'en', today: Day = day): string {
  const words = SPOKEN[language];
  const date = fill(words.date, {
    date: Number(day.slice(8)),
    month: namesOf(language).months[Number(day.slice(5, 7)) - 1],
  });
  const year = day.slice(0, 4);
  return year === today.slice(0, 4) ? date : fill(words.withYear, { date, year });
}

/** Returns a day with its weekday and its year: "Saturday, 28 November 2026". */
export function sayFullDate(day: Day, language: Language = 'en'): string {
  const { withWeekday, withYear } = SPOKEN[language];
  const date = fill(withYear, { date: sayDate(day, language), year: day.slice(0, 4) });
  return fill(withWeekday, { weekday: sayWeekday(weekdayOf(day), language), date });
}

/** Returns a day's date, or "today", "tomorrow" and "yesterday". */
export function sayNear(day: Day, today: Day, language: Language = 'en'): string {
  return Math.abs(daysBetween(today, day)) < 2 ? sayDay(day, today, language) : sayDate(day, language, today);
}

/** Returns a time of day (`HH:MM`): "at 7 in the evening", "um 19:00", "à minuit". */
export function sayClock(time: string, language: Language = 'en'): string {
  const words = SPOKEN[language];
  if (time === '00:00') return words.midnight;
  return fill(words.at, { time: language === 'en' ? sayTwelve(time) : time });
}

/** Returns a part of a day: "this evening", "tomorrow morning", "Freitag Nachmittag". */
export function sayPart(day: Day, part: PartName, today: Day, language: Language = 'en'): string {
  if (language === 'en' && day === today) return part === 'night' ? 'tonight' : `this ${part}`;
  if (language === 'en' && part === 'night' && day === addDays(today, -1)) return 'last night';
  return fill(SPOKEN[language].part[part], { day: sayDay(day, today, language) });
}

export function sayMonth(month: number, language: Language): string {
  return namesOf(language).months[month - 1] ?? '';
}

export function sayWeekday(weekday: number, language: Language = 'en'): string {
  return namesOf(language).weekdays[weekday] ?? '';
}

/** "7 in the evening", "6:30 in the morning", "noon". */
function sayTwelve(time: string): string {
  if (time === '12:00') return 'noon';
  const hour = Number(time.slice(0, 2));
  const part =
    hour < 12 ? 'in the morning' : hour < 18 ? 'in the afternoon' : hour < 22 ? 'in the evening' : 'at night';
  const minutes = time.slice(3) === '00' ? '' : `:${time.slice(3)}`;
  return `${hour % 12 || 12}${minutes} ${part}`;
}

type Names = { weekdays: string[]; months: string[] };
const names = new Map<Language, Names>();

/** Returns the names of the weekdays, from Sunday, and of the months. */
function namesOf(language: Language): Names {
  const known = names.get(language);
  if (known) return known;
  const nameOf = (part: 'weekday' | 'month', day: Day) =>
    new Intl.DateTimeFormat(language, { [part]: 'long', timeZone: 'UTC' }).format(new Date(day));
  const made = {
    weekdays: Array.from({ length: 7 }, (_, ahead) => nameOf('weekday', addDays('2026-11-29', ahead))),
    months: Array.from({ length: 12 }, (_, month) => nameOf('month', `2026-${String(month + 1).padStart(2, '0')}-15`)),
  };
  names.set(language, made);
  return made;
}

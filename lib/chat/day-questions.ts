import { type Day, daysBetween, todayIn } from '../days.ts';
import { sayFullDate } from '../language/say.ts';
import { type Moment, readWhen } from '../language/when.ts';
import { wallClockAt } from '../time.ts';

const UNTIL =
  /^(?:(?:how (?:many|much))? ?(?<unit>days|weeks|sleeps)?(?: are(?: there)?| is it|(?: is)? left|(?: do)? (?:i|we) have(?: left)?)*|how (?:long|far)(?: is it)?(?: off)?) (?:until|till|til|to|before|'til) (?<day>.+)$/i;
const WHICH_DAY =
  /^(?:what|which) (?:day|weekday|date)(?: of the week)? (?:is|was|will be) (?<day>.+?)(?: (?:on|this year))?$/i;

/** Answers what time or day it is, which weekday a day is, and how long it is until one. Null for other questions. */
export function answerDayQuestion(message: string, moment: Moment): string | null {
  const said = message
    .trim()
    .replace(/[’`]/g, "'")
    .replace(/[?.!\s]+$/, '');
  const { day: today, time } = wallClockAt(moment.now, moment.timezone);
  if (/^(?:what(?:'?s| is)? (?:the )?time(?: is it| now)*|what time is it(?: now)?|time\??)$/i.test(said))
    return `It's ${time}.`;
  if (
    /^(?:what(?:'?s| is)? (?:the |today'?s? )?(?:date|day)(?: is it| today| is today| of the week is it)*)$/i.test(said)
  ) {
    return `It's ${sayFullDate(today)}.`;
  }
  const until = UNTIL.exec(said)?.groups;
  if (until?.day) return sayUntil(until.day, until.unit, moment);
  const which = WHICH_DAY.exec(said)?.groups?.day;
  const day = which && readDay(which, moment);
  return day ? `${capital(day === today ? 'Today' : which)} is ${sayFullDate(day)}.` : null;
}

function sayUntil(words: string, unit: string | undefined, moment: Moment): string | null {
  const day = readDay(words, moment);
  if (!day) return null;
  const days = daysBetween(todayIn(moment.timezone, moment.now), day);
  if (days < 0) return null;
  if (days === 0) return "That's today!";
  const [weeks, rest] = [Math.floor(days / 7), days % 7];
  const inDays = count(days, 'day');
  const inWeeks = rest === 0 ? count(weeks, 'week') : `${count(weeks, 'week')} and ${count(rest, 'day')}`;
  const length = unit === 'weeks' && weeks > 0 ? inWeeks : inDays;
  return `${capital(length)} until ${sayFullDate(day)}.`;
}

function readDay(words: string, moment: Moment): Day | undefined {
  const read = readWhen(words, moment);
  return read.kind === 'instant' ? read.date : undefined;
}

function count(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

import { addDays, type Day, todayIn, weekdayOf } from '../days.ts';
import { sayDay } from '../tasks/say-when.ts';
import { type Moment, readWhen } from '../tasks/when.ts';
import { WEEKDAY_PATTERN } from '../tasks/words/day.ts';
import { findDayName } from './day-name.ts';
import { saysNothing } from './resolve.ts';

/** Days one after another, and how they are said. */
export type Span = { from: Day; to: Day; said: string };

const WEEKDAY = new RegExp(`\\b${WEEKDAY_PATTERN}\\b`);

/** The days that normal words mean, in order; "today and Friday" are two spans. Empty where that is not clear. */
export function readSpans(words: string, moment: Moment): Span[] {
  const [, one, other] = /^(?:on )?(\w+) and (?:on )?(\w+)$/.exec(words) ?? [];
  const said = one && other ? [one, other] : [words];
  const spans = said.flatMap((each) => readSpan(each, moment) ?? []);
  return spans.length === said.length ? spans.toSorted((a, b) => (a.from < b.from ? -1 : 1)) : [];
}

function readSpan(words: string, moment: Moment): Span | undefined {
  const today = todayIn(moment.timezone, moment.now);
  const [, start = '', link, end] = /^(?:from )?(.*?) ?\b(to|until|till|through|by) (.+)$/.exec(words) ?? [];
  const first = readDay(start, moment) ?? (link === 'to' ? undefined : today);
  if (end && first) return spanOf(first, readDay(end, moment), today);
  if (/\b(?:and|or|between|after next)\b/.test(words)) return undefined;
  const several = WEEKDAY.test(words) ? undefined : (readWeek(words, today) ?? readNextDays(words, today));
  if (several) return several;
  const day = readDay(words, moment);
  return day ? spanOf(day, day, today) : undefined;
}

function spanOf(from: Day, to: Day | undefined, today: Day): Span | undefined {
  if (!to || to < from) return undefined;
  return { from, to, said: from === to ? sayDay(from, today) : `${sayDay(from, today)} to ${sayDay(to, today)}` };
}

/** A week from Monday to Sunday (this one from today), or a weekend. */
function readWeek(words: string, today: Day): Span | undefined {
  const [, which, unit] =
    /(?:\b(this|next|the|coming|on) |^)(week|weekend)\b(?! (?:after|from|of)\b)/.exec(words) ?? [];
  if (!unit) return undefined;
  const sunday = addDays(today, (7 - weekdayOf(today)) % 7);
  const next = which === 'next' ? 7 : 0;
  const monday = addDays(sunday, next - (unit === 'week' ? 6 : 1));
  return {
    from: monday > today ? monday : today,
    to: addDays(sunday, next),
    said: `${next ? 'next' : 'this'} ${unit}`,
  };
}

/** "The next 3 days", counting today. */
function readNextDays(words: string, today: Day): Span | undefined {
  const [, amount, unit] = /\b(?:next|coming) (\d{1,3}|few) (day|week)s?\b/.exec(words) ?? [];
  if (!amount) return undefined;
  const count = amount === 'few' ? 3 : Number(amount);
  const days = count * (unit === 'week' ? 7 : 1);
  if (days < 1) return undefined;
  return { from: today, to: addDays(today, days - 1), said: `the next ${count} ${unit}${count === 1 ? '' : 's'}` };
}

function readDay(words: string, moment: Moment): Day | undefined {
  const today = todayIn(moment.timezone, moment.now);
  if (words === 'now') return today;
  const named = findDayName(words, moment);
  const [day, ...others] = named?.days ?? [];
  // What has been, and what of today is over, cannot be planned any more.
  if (named && day && !others.length && day <= today && saysNothing(named.rest)) return day;
  const read = readWhen(words, moment);
  return read.kind === 'instant' ? read.date : undefined;
}

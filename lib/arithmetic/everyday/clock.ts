import { wallClockAt } from '../../time.ts';
import { PHRASES } from './phrases.ts';
import { saySpan, whole } from './quantity.ts';
import { does, type Item, itemsOf, type Reading } from './read.ts';
import type { Form } from './solved.ts';

type Clock = Extract<Item, { kind: 'clock' }>;
const day = 24 * 60;
const othersMax = 12;

const minutesOf = ({ parts, half }: Clock): number => {
  const [hours = 0, minutes = 0] = parts;
  return ((half ? (hours % 12) + (half === 'pm' ? 12 : 0) : hours) * 60 + minutes) % day;
};
const isTime = ({ parts, half }: Clock): boolean => {
  const [hours = 0] = parts;
  return parts.length === 2 && (half ? hours >= 1 && hours <= 12 : hours <= 24);
};
/** Returns true if a time means one minute of the day alone. */
const isCertain = (clock: Clock): boolean => clock.half !== undefined || clock.is24;

/** Returns a time as the message writes them: with "am" and "pm", or as they stand. */
function sayClock(minutes: number, like: 'half' | '24' | 'bare12'): string {
  const [hours, rest] = [Math.floor(minutes / 60), String(minutes % 60).padStart(2, '0')];
  if (like === '24') return `${hours}:${rest}`;
  const twelve = `${hours % 12 === 0 ? 12 : hours % 12}:${rest}`;
  return like === 'half' ? `${twelve} ${hours < 12 ? 'am' : 'pm'}` : twelve;
}

/** Answers how long it is from one time of day to another, less a break: "from 8:40 to 17:25 with 45 min lunch, how many hours". */
export const answerSpan: Form = (reading) => {
  const [from, to, more] = itemsOf(reading, 'clock');
  const [pause] = itemsOf(reading, 'span');
  const withBreak = reading.shape === 'clock:2 span:1';
  if (!from || !to || more || !(reading.shape === 'clock:2' || withBreak) || !isTime(from) || !isTime(to)) return null;
  if (!asksHowLong(reading) || reading.has('trouble') || reading.others > othersMax || itemsOf(reading, 'per').length)
    return null;
  if (withBreak && !reading.has('break')) return null;
  // "Till 10:00 … from 8:45" names the end first.
  const first = reading.items[reading.items.indexOf(from) - 1];
  if (reading.has('after') || (does(first, 'until') && !does(first, 'begin', 'at'))) return null;
  const minutes = between(from, to, reading);
  if (minutes === null || minutes === 0) return null;
  const less = pause ? Number(pause.seconds.n) / Number(pause.seconds.d) / 60 : 0;
  if (minutes <= less) return null;
  const like = from.half || to.half ? 'half' : '24';
  const start = minutesOf(from);
  const end = (start + minutes) % day;
  const shown = (clock: Clock, at: number) => (clock.half || like === '24' ? sayClock(at, like) : sayClock(at, 'half'));
  const worked = whole(Math.round((minutes - less) * 60));
  const rest = pause ? ` − ${saySpan(pause.seconds)}` : '';
  const ends =
    like === 'half' && !from.half ? sayClock((minutesOf(to) - minutes + day) % day, 'half') : shown(from, start);
  const finish =
    like === 'half' && !from.half ? sayClock(minutesOf(to), 'half') : shown(to, like === '24' ? minutesOf(to) : end);
  return { text: `${ends} → ${finish}${rest} = ${saySpan(worked)}` };
};

/** Returns the minutes from one time to the next; of a time that may be in either half of the day the nearer one. */
function between(from: Clock, to: Clock, { language }: Reading): number | null {
  const difference = (minutesOf(to) - minutesOf(from) + day) % day;
  if (from.half && to.half) return difference;
  if ([from, to].some(({ half }) => half))
    return isCertain(from) && isCertain(to) ? difference : difference % (day / 2);
  if (from.is24 || to.is24) return difference;
  // Neither says which half of the day: only a later one of the same half is certain, but English tells hours by twelve.
  if (minutesOf(to) > minutesOf(from)) return difference;
  return language === 'en' ? difference % (day / 2) : null;
}

const asksHowLong = (reading: Reading): boolean => reading.has('how long');

/** Answers a time of day some time before or after another: "2h 50 before 1:15pm", "parto alle 14:50 e ci metto 3 ore e 25, a che ora arrivo". */
export const answerTimeOfDay: Form = (reading) => {
  const [clock] = itemsOf(reading, 'clock');
  const [span] = itemsOf(reading, 'span');
  if (reading.shape !== 'clock:1 span:1' || !clock || !span || !isTime(clock) || reading.others > othersMax)
    return null;
  if (reading.has('trouble') || itemsOf(reading, 'per').length || span.seconds.d !== 1n) return null;
  const nearSpan = near(reading, span);
  const sign = reading.items[reading.items.indexOf(span) - 1];
  const isBefore = nearSpan.some((item) => does(item, 'before')) || does(sign, 'minus');
  const isAfter = nearSpan.some((item) => does(item, 'after')) || does(sign, 'plus');
  const lasts = reading.has('lasts') && reading.has('what time');
  const isBare = reading.items.every(({ kind }) => kind !== 'other');
  if (isBefore && isAfter) return null;
  if (
    !isBefore &&
    !isAfter &&
    !(
      lasts &&
      /arriv|finish|end|over|ankomm|komme|fertig|vorbei|aus|llego|termin|acaba|chego|finisc|aan|klaar|afgelopen|eindig|fini/.test(
        textOf(reading),
      )
    )
  )
    return null;
  if (!(reading.has('what time', 'ask') || isBare)) return null;
  const minutes = Number(span.seconds.n) / 60;
  if (!Number.isInteger(minutes) || minutes >= day) return null;
  const at = (minutesOf(clock) + (isBefore ? -minutes : minutes) + day) % day;
  const like = clock.half ? 'half' : clock.is24 || reading.language !== 'en' ? '24' : 'bare12';
  return {
    text: `${sayClock(minutesOf(clock), like)} ${isBefore ? '−' : '+'} ${saySpan(span.seconds)} = ${sayClock(at, like)}`,
  };
};

const textOf = ({ items }: Reading) => items.map((item) => ('text' in item ? item.text : '')).join(' ');

/** Returns the two things behind a span and the one before it. */
function near({ items }: Reading, span: Item): Item[] {
  const at = items.indexOf(span);
  return items.slice(at + 1, at + 3);
}

/** Answers how long it is until a time of this day, by the person's clock: "how many minutes till 12:15". */
export const answerUntil: Form = (reading, { now, timezone }) => {
  const [clock] = itemsOf(reading, 'clock');
  if (reading.shape !== 'clock:1' || !clock || !isTime(clock) || !asksHowLong(reading) || reading.others > 3)
    return null;
  const place = reading.items.indexOf(clock);
  if (!does(reading.items[place - 1], 'until') || reading.has('trouble', 'begin')) return null;
  const [hours = 0, minutes = 0] = wallClockAt(now, timezone).time.split(':').map(Number);
  const current = hours * 60 + minutes;
  let wait = (minutesOf(clock) - current + day) % day;
  // Of a time that may be in either half of the day the next one is meant, in a language that tells hours by twelve.
  if (!isCertain(clock) && reading.language === 'en') wait %= day / 2;
  if (wait === 0) return null;
  const like = clock.half ? 'half' : '24';
  const span = saySpan(whole(wait * 60));
  const inMinutes = wait >= 60 ? ` (${wait} min)` : '';
  return {
    text: `${PHRASES[reading.language].now} ${sayClock(current, like)} → ${sayClock((current + wait) % day, like)} = ${span}${inMinutes}`,
  };
};

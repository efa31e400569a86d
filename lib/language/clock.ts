import { endsHere } from './clauses.ts';
import { isCompact, leadsToDay } from './compact.ts';
import type { Phrases } from './phrases.ts';

/** A part of the day: the time that it is taken for, and when it is over. */
export type PartName = 'morning' | 'afternoon' | 'evening' | 'night';
export type DayPart = { name: PartName; time: string; ends: string };

export const PARTS: Record<PartName, DayPart> = {
  morning: { name: 'morning', time: '09:00', ends: '12:00' },
  afternoon: { name: 'afternoon', time: '15:00', ends: '18:00' },
  evening: { name: 'evening', time: '19:00', ends: '22:30' },
  night: { name: 'night', time: '20:00', ends: '23:59' },
};

/** Returns a part of the day by its name. */
export function partName(name: string): PartName | undefined {
  return name === 'morning' || name === 'afternoon' || name === 'evening' || name === 'night' ? name : undefined;
}

/**
 * A clock time as it was said: its hour and minutes, am or pm where that was said, and whether the hour can only be the one
 * that is written. `named` is noon or another time that has a name.
 */
export type Clock = {
  hour: number;
  minute: number;
  half?: 'am' | 'pm' | undefined;
  literal: boolean;
  named?: boolean;
  next: number;
};

/**
 * Reads a clock time: "at 7", "19h30", "half past seven", "halb acht", "las ocho y media", "kwart voor vijf", "noon".
 * @param bare whether a number alone is one, as in a text that says nothing but when
 */
export function readClock(p: Phrases, at: number, bare: boolean): Clock | undefined {
  const lead = p.hit(at, 'at');
  const begin = lead?.next ?? at;
  const named = readNamed(p, at) ?? readNamed(p, begin);
  if (named) return named;
  const before = readMinutesBefore(p, begin, Boolean(lead));
  if (before) return before;
  const halfhour = p.hit(begin, 'halfhour');
  if (halfhour) {
    const hour = hourAt(p, halfhour.next);
    if (hour) return finish(p, hour.value, Number(halfhour.value), hour.next, false);
  }
  return readHour(p, begin, lead?.value ?? (bare ? 'bare' : ''));
}

const AFTER_AM = ['weekday', 'weekend', 'holiday', 'wpart', 'next', 'coming', 'second', 'ordinal', 'last'] as const;

/** "Am", "p.m."; a letter alone right behind its hour: "6p". */
export function halfAt(p: Phrases, at: number) {
  const half = p.hit(at, 'ampm');
  // "Um 8 am Freitag"
  const isLead =
    p.language === 'de' && (p.digits(at + 1) !== undefined || AFTER_AM.some((sense) => p.hit(at + 1, sense)));
  return half && !isLead && (half.next - at > 1 || p.word(at).length > 1 || p.glued(at)) ? half : undefined;
}

/** Tells whether a day is said right before a place. */
export function followsDay(p: Phrases, at: number): boolean {
  return (['weekday', 'wdays', 'rel', 'month'] as const).some((sense) => p.hit(at - 1, sense)?.next === at);
}

/** An hour of the clock, and not the beginning of a date, an ordinal or an amount. */
function hourAt(p: Phrases, at: number) {
  const number = p.number(at);
  if (!number || !Number.isInteger(number.value) || number.value > 24) return undefined;
  const { next } = number;
  if (/^[.:/]$/.test(p.word(next)) && p.glued(next) && p.glued(next + 1) && p.digits(next + 1) !== undefined)
    return undefined;
  const unit = p.hit(next, 'unit');
  const isUnit = unit && !p.hit(next, 'oclock') && !halfAt(p, next);
  const isDate = p.hit(next, 'month') ?? p.hit(next, 'times') ?? (p.glued(next) ? p.hit(next, 'suffix') : undefined);
  const isStuck =
    p.glued(next) &&
    !p.hit(next, 'filler') &&
    /^[\p{L}%€$£]/u.test(p.word(next)) &&
    !p.hit(next, 'oclock') &&
    !halfAt(p, next);
  return isUnit || (isDate && p.word(next) !== '.') || isStuck ? undefined : number;
}

/** "Noon", "half past midnight", "ten to noon". */
function readNamed(p: Phrases, at: number): Clock | undefined {
  const plain = p.hit(at, 'named');
  if (plain) return namedClock(plain.value, 0, plain.next);
  const past = minutesBefore(p, at);
  const named = past && p.hit(past.next, 'named');
  if (past && named) return namedClock(named.value, past.minutes, named.next);
  const hour = p.number(at);
  // "12 noon"
  const twelve = hour?.value === 12 ? p.hit(p.over(hour.next, 'oclock'), 'named') : undefined;
  return twelve && namedClock(twelve.value, 0, twelve.next);
}

function namedClock(time: string, shift: number, next: number): Clock {
  const total = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + shift;
  return { hour: Math.floor(total / 60), minute: total % 60, literal: true, named: true, next };
}

/** "Quarter past", "ten to", "half past": how many minutes from the hour that follows. */
function minutesBefore(p: Phrases, at: number): { minutes: number; next: number; sure: boolean } | undefined {
  const halfhour = p.hit(at, 'halfhour');
  if (halfhour?.value === '30') {
    const past = p.hit(halfhour.next, 'past');
    return { minutes: 30, next: past?.next ?? halfhour.next, sure: true };
  }
  const quarter = p.hit(at, 'quarter');
  const number = quarter ? { value: 15, next: quarter.next } : p.number(at);
  if (!number || number.value < 1 || number.value > 59) return undefined;
  const unit = p.hit(number.next, 'unit');
  const after = unit?.value === 'minute' ? unit.next : number.next;
  const past = p.hit(after, 'past');
  const till = p.hit(after, 'till');
  const sure = Boolean(quarter) || after > number.next;
  if (past?.value === 'x') return { minutes: number.value, next: past.next, sure: true };
  if (till?.value === 'x') return { minutes: -number.value, next: till.next, sure };
  return undefined;
}

function readMinutesBefore(p: Phrases, at: number, led: boolean): Clock | undefined {
  const past = minutesBefore(p, at);
  if (!past) return undefined;
  const halfhour = p.hit(past.next, 'halfhour');
  const hour = hourAt(p, halfhour?.next ?? past.next);
  if (!hour) return undefined;
  // "10 to 11" is a range as well, "3 para 4" neither, and "Saturday 5 to 10" is asked about.
  const isTold =
    past.sure ||
    led ||
    [20, 25].includes(-past.minutes) ||
    ([5, 10].includes(-past.minutes) &&
      hour.value > 6 &&
      hour.value - 1 !== -past.minutes &&
      !(p.digits(at) !== undefined && followsDay(p, at)));
  if (!isTold) return undefined;
  return finish(p, hour.value, past.minutes + (halfhour ? Number(halfhour.value) : 0), hour.next, false);
}

/** "7", "7pm", "7:30", "19h", "8 Uhr 30", "sept heures et demie", "las 5 menos cuarto". */
export function readHour(p: Phrases, at: number, lead: string): Clock | undefined {
  const digits = p.digits(at);
  const isLed = (lead === 'core' || lead === 'weak') && p.word(at).length === 4;
  const compact = isLed || isCompact(p, at, lead === 'bare') ? digits : undefined;
  if (compact !== undefined && compact % 100 < 60 && compact < 2400 && !stuck(p, at + 1)) {
    return finish(p, Math.floor(compact / 100), compact % 100, at + 1, true);
  }
  // "245pm", "at 730"
  const isShort = /^[1-9][0-5]\d$/.test(p.word(at)) || /^1[0-2][0-5]\d$/.test(p.word(at));
  const isTold = halfAt(p, at + 1) !== undefined || (lead === 'core' && endsHere(p, at + 1) && !stuck(p, at + 1));
  if (digits !== undefined && isShort && isTold)
    return finish(p, Math.floor(digits / 100), digits % 100, at + 1, false);
  const number = p.number(at);
  if (!number || !Number.isInteger(number.value) || number.value > 24) return undefined;
  const hour = number.value;
  const padded = p.word(at).startsWith('0') && digits !== undefined;
  const literal24 = p.lexicon.hours24 && digits !== undefined;
  const minutes = p.digits(number.next + 1);
  const sign = p.word(number.next);
  const hasMinutes = minutes !== undefined && minutes < 60 && p.word(number.next + 1).length === 2;
  const isTight = p.glued(number.next) && p.glued(number.next + 1);
  if (hasMinutes && isTight && sign === ':') {
    const seconds = p.word(number.next + 2) === ':' && p.word(number.next + 3).length === 2 ? 2 : 0;
    return finish(p, hour, minutes, number.next + 2 + seconds, padded || literal24);
  }
  const dotted =
    hasMinutes && isTight && sign === '.' && !(p.word(number.next + 2) === '.' && p.glued(number.next + 2));
  const isTime = lead && (lead !== 'bare' || minutes === 0 || (minutes ?? 0) > 12);
  if (dotted && (isTime || p.hit(number.next + 2, 'oclock') || halfAt(p, number.next + 2))) {
    return finish(p, hour, minutes, number.next + 2, padded || literal24);
  }
  // "7ish pm"
  const after = p.word(number.next) === 'ish' && p.glued(number.next) ? number.next + 1 : number.next;
  const half = halfAt(p, after);
  // "Seat 4a" is none, and "8a dentist" is one.
  const isHalf = lead || p.word(number.next) !== 'a' || at === 0 || leadsToDay(p, number.next + 1);
  if (half && hour <= 12 && isHalf) return finish(p, hour, 0, after, padded);
  const oclock = oclockAt(p, number.next);
  if (oclock && digits !== undefined && p.glued(number.next) && oclock.next === number.next + 1) {
    const more = p.digits(oclock.next);
    if (more !== undefined && p.word(oclock.next).length === 2 && more < 60 && (lead || hour > 4)) {
      return finish(p, hour, more, oclock.next + 1, padded || literal24);
    }
  }
  const isUnit = oclock?.value === 'unit' && !lead;
  // "24 hours before the flight"
  const isAhead = (['before', 'after', 'ahead', 'ago'] as const).some((sense) => oclock && p.hit(oclock.next, sense));
  if (isAhead && !lead && (isUnit || p.language === 'nl')) return undefined;
  const isClock = oclock && (!isUnit || (p.lexicon.hours24 ? hour > 4 : hour > 12));
  if (!isClock && !lead) return undefined;
  if (!oclock && (!hourAt(p, at) || (lead === 'bare' && !mayStandAlone(p, at, number.next)))) return undefined;
  const glued = oclock && p.glued(number.next);
  return behind(p, hour, oclock?.next ?? number.next, padded || Boolean(glued && p.lexicon.hours24 && hour > 0));
}

/** "Uhr", "heures", but not those of "heure de Paris". */
export function oclockAt(p: Phrases, at: number) {
  // "Sab 16 ore 9.20"
  const lead = p.hit(at, 'at')?.value === 'core' ? p.hit(at, 'at') : undefined;
  const leadsOn = lead !== undefined && p.digits(lead.next) !== undefined;
  return leadsOn || p.hit(at, 'zonepre') ? undefined : p.hit(at, 'oclock');
}

/** A number that says nothing but when must be a small one, and in a list of numbers it is none. */
function mayStandAlone(p: Phrases, at: number, next: number): boolean {
  const hour = p.number(at)?.value ?? 24;
  return (
    hour >= 1 &&
    hour <= 12 &&
    p.digits(next) === undefined &&
    !/^[-/.+*:]$/.test(p.word(next)) &&
    !/^[-/.+*:]$/.test(p.word(at - 1))
  );
}

function stuck(p: Phrases, at: number): boolean {
  return (
    p.glued(at) &&
    /^[\p{L}/.:-]/u.test(p.word(at)) &&
    !p.hit(at, 'oclock') &&
    !halfAt(p, at) &&
    p.digits(at + 1) !== undefined
  );
}

/** Returns what stands behind an hour: "et demie", "y cuarto", "menos diez", "30". */
function behind(p: Phrases, hour: number, at: number, literal: boolean): Clock {
  const past = p.hit(at, 'past');
  const till = p.hit(at, 'till');
  const sign = past?.value === 'h' ? 1 : till?.value === 'h' ? -1 : 0;
  const from = sign > 0 ? past?.next : till?.next;
  if (sign !== 0 && from !== undefined) {
    const start = p.hit(from, 'quarter') ? from : p.over(from, 'the');
    const fixed = p.hit(start, 'half') ? 30 : p.hit(start, 'quarter') ? 15 : undefined;
    if (fixed) return finish(p, hour, sign * fixed, p.over(start, 'half', 'quarter'), literal);
    const number = p.hit(from, 'at') ? undefined : p.number(from);
    const isMinutes =
      number && number.value >= 5 && number.value < 60 && !p.hit(number.next, 'oclock') && !p.hit(number.next, 'month');
    if (isMinutes) return finish(p, hour, sign * number.value, afterMinutes(p, number.next), literal);
  }
  const more = p.number(at);
  const isMore = more && more.value >= 5 && more.value < 60 && (p.digits(at) === undefined || p.word(at).length === 2);
  if (isMore && !p.hit(more.next, 'unit') && !p.hit(more.next, 'month') && !/^[-/.:]$/.test(p.word(more.next))) {
    return finish(p, hour, more.value, more.next, literal);
  }
  return finish(p, hour, 0, at, literal);
}

function afterMinutes(p: Phrases, at: number): number {
  const unit = p.hit(at, 'unit');
  return unit?.value === 'minute' ? unit.next : at;
}

function finish(p: Phrases, hour: number, minutes: number, at: number, literal: boolean): Clock {
  const total = hour * 60 + minutes;
  const before = minutes < 0 && hour <= 12 ? ((total + 720 - 60) % 720) + 60 : (total + 1440) % 1440;
  let next = at;
  const oclock = oclockAt(p, next);
  if (oclock) next = oclock.next;
  const half = halfAt(p, next);
  const isHalf = half && hour <= 12 && (p.glued(next) || p.digits(next - 1) !== undefined || p.language === 'en');
  const said = isHalf && (half.value === 'am' || half.value === 'pm') ? half.value : undefined;
  return {
    hour: Math.floor((minutes < 0 ? before : total) / 60),
    minute: ((total % 60) + 60) % 60,
    half: said,
    literal,
    next: said && half ? half.next : next,
  };
}

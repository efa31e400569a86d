import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, endOfMonth, weekdayOf } from '../../lib/days.ts';
import { firstOccurrence, lastOccurrence, moveRule, occurrencesBetween } from '../../lib/tasks/recurrence.ts';
import { formatRule, parseRule, type Rule } from '../../lib/tasks/rule.ts';

const rule = (text: string): Rule => {
  const parsed = parseRule(text);
  if ('rule' in parsed) return parsed.rule;
  throw new Error(parsed.problem);
};
const nowhere = { timezone: 'UTC', time: null };

describe('a rule is read strictly', () => {
  test.each([
    ['FREQ=DAILY', undefined],
    ['RRULE:FREQ=WEEKLY;BYDAY=MO,TH', 'FREQ=WEEKLY;BYDAY=MO,TH'],
    ['freq=weekly;interval=2;byday=mo', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'],
    ['COUNT=5;FREQ=DAILY', 'FREQ=DAILY;COUNT=5'],
    ['FREQ=MONTHLY;BYDAY=-1FR', undefined],
    ['FREQ=MONTHLY;BYMONTHDAY=31,-1', undefined],
    ['FREQ=DAILY;UNTIL=20270301', undefined],
    ['FREQ=DAILY;UNTIL=20270301T060000Z', undefined],
    ['FREQ=WEEKLY;INTERVAL=52;COUNT=1000', undefined],
  ])('%s is one', (text, written = text) => {
    expect(formatRule(rule(text))).toBe(written);
  });

  test.each([
    ['FREQ=SECONDLY', /FREQ is DAILY, WEEKLY or MONTHLY/],
    ['FREQ=HOURLY', /FREQ/],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', /BYMONTH/],
    ['FREQ=DAILY;INTERVAL=0', /INTERVAL/],
    ['FREQ=DAILY;INTERVAL=53', /INTERVAL/],
    ['FREQ=DAILY;INTERVAL=-1', /INTERVAL/],
    ['FREQ=DAILY;INTERVAL=1e9', /INTERVAL/],
    ['FREQ=DAILY;COUNT=1001', /COUNT/],
    ['FREQ=DAILY;COUNT=1000000', /COUNT/],
    ['FREQ=DAILY;COUNT=0', /COUNT/],
    ['FREQ=DAILY;COUNT=5;UNTIL=20270301', /both/],
    ['FREQ=DAILY;UNTIL=20270230', /UNTIL/],
    ['FREQ=DAILY;UNTIL=20270301T250000Z', /UNTIL/],
    ['FREQ=DAILY;UNTIL=99990101', /UNTIL/],
    ['FREQ=DAILY;BYHOUR=1,2,3', /BYHOUR/],
    ['FREQ=WEEKLY;BYDAY=XX', /BYDAY/],
    ['FREQ=WEEKLY;BYDAY=1MO', /BYDAY/],
    ['FREQ=MONTHLY;BYDAY=6MO', /BYDAY/],
    ['FREQ=MONTHLY;BYDAY=0MO', /BYDAY/],
    ['FREQ=MONTHLY;BYMONTHDAY=32', /BYMONTHDAY/],
    ['FREQ=MONTHLY;BYMONTHDAY=0', /BYMONTHDAY/],
    ['FREQ=WEEKLY;BYMONTHDAY=1', /BYMONTHDAY/],
    ['FREQ=DAILY;FREQ=DAILY', /twice/],
    ['DTSTART:20270101T000000Z\nRRULE:FREQ=DAILY', /recurrence rule/],
    ['every Monday', /recurrence rule/],
    ['', /recurrence rule/],
  ])('%j is none', (text, problem) => {
    expect(parseRule(text)).toEqual({ problem: expect.stringMatching(problem) });
  });
});

describe('a rule that never comes around is given up', () => {
  test.each([
    // 30 February, every second February of uneven years, and a weekday that seven days never reach.
    ['FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=30', '2027-02-01'],
    ['FREQ=MONTHLY;INTERVAL=24;BYMONTHDAY=29', '2027-02-01'],
    ['FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31', '2027-04-01'],
    ['FREQ=DAILY;INTERVAL=7;BYDAY=MO', '2027-01-05'],
    ['FREQ=DAILY;INTERVAL=49;BYDAY=SU', '2027-01-05'],
  ])('%s from %s', (text, start) => {
    expect(firstOccurrence(rule(text), start, start)).toBeUndefined();
    expect(occurrencesBetween(rule(text), start, start, addDays(start, 365))).toEqual([]);
  });
});

/** The definitions of RFC 5545 once more, straight from the text and without the implementation. */
function byDefinition({ freq, interval, byDay, byMonthDay }: Rule, start: string, day: string): boolean {
  const dayOfMonth = Number(day.slice(8));
  const daysInMonth = Number(endOfMonth(day).slice(8));
  const monday = (each: string) => addDays(each, -((weekdayOf(each) + 6) % 7));
  const months = (each: string) => Number(each.slice(0, 4)) * 12 + Number(each.slice(5, 7));
  const period = {
    DAILY: daysBetween(start, day),
    WEEKLY: daysBetween(monday(start), monday(day)) / 7,
    MONTHLY: months(day) - months(start),
  }[freq];
  if (day < start || period % interval !== 0) return false;
  if (byDay.length === 0 && byMonthDay.length === 0) {
    if (freq === 'WEEKLY') return weekdayOf(day) === weekdayOf(start);
    return freq === 'DAILY' || dayOfMonth === Number(start.slice(8));
  }
  const onWeekday = byDay.some(({ weekday, nth }) => {
    if (weekday !== weekdayOf(day)) return false;
    if (nth === undefined) return true;
    const same = Array.from({ length: daysInMonth }, (_, index) => index + 1).filter(
      (each) => (each - dayOfMonth) % 7 === 0,
    );
    return same.at(nth > 0 ? nth - 1 : nth) === dayOfMonth;
  });
  const onDate = byMonthDay.some((each) => (each > 0 ? each : daysInMonth + 1 + each) === dayOfMonth);
  return (byDay.length === 0 || onWeekday) && (byMonthDay.length === 0 || onDate);
}

const weekday = fc.integer({ min: 0, max: 6 });
const anyRule: fc.Arbitrary<Rule> = fc
  .record({
    freq: fc.constantFrom('DAILY' as const, 'WEEKLY' as const, 'MONTHLY' as const),
    interval: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 52 })),
    days: fc.uniqueArray(weekday, { maxLength: 3 }),
    nth: fc.constantFrom(undefined, 1, 2, 5, -1, -5),
    /** True if some of the days are plain. */
    areMixed: fc.boolean(),
    byMonthDay: fc.uniqueArray(
      fc.integer({ min: -31, max: 31 }).filter((day) => day !== 0),
      { maxLength: 3 },
    ),
  })
  .map(({ freq, interval, days, nth, areMixed, byMonthDay }) => ({
    freq,
    interval,
    byDay: days.map((each, index) =>
      freq === 'MONTHLY' && nth !== undefined && !(areMixed && index % 2) ? { weekday: each, nth } : { weekday: each },
    ),
    byMonthDay: freq === 'WEEKLY' ? [] : byMonthDay,
  }));
const anyDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2024-01-01', days));

test('1,000 random rules happen on exactly the days that the RFC defines, in any window', () => {
  let happened = 0;
  fc.assert(
    fc.property(
      anyRule,
      anyDay,
      fc.integer({ min: 0, max: 900 }),
      fc.integer({ min: 0, max: 400 }),
      (any, start, skip, length) => {
        const [from, to] = [addDays(start, skip), addDays(start, skip + length)];
        const days = occurrencesBetween(any, start, from, to);
        const defined = Array.from({ length: length + 1 }, (_, index) => addDays(from, index)).filter((day) =>
          byDefinition(any, start, day),
        );
        expect(days).toEqual(defined);
        happened += days.length;
        expect(rule(formatRule(any))).toEqual(any);
      },
    ),
    { numRuns: 1000 },
  );
  expect(happened).toBeGreaterThan(1000);
});

test('a COUNT ends where the RFC counts it, and is cut at the end of the century', () => {
  fc.assert(
    fc.property(anyRule, anyDay, fc.integer({ min: 1, max: 40 }), (any, day, count) => {
      const start = firstOccurrence(any, day, day);
      // Decades may lie between two occurrences of the rarest rules, and the last one beyond the century.
      if (!start || any.interval > 3 || (any.byDay.length && any.byMonthDay.length)) return;
      const last = lastOccurrence({ ...any, count }, start, nowhere);
      if (!last || last > '2085') return;
      expect(occurrencesBetween(any, start, start, last)).toHaveLength(count);
    }),
    { numRuns: 500 },
  );
  expect(lastOccurrence(rule('FREQ=MONTHLY;INTERVAL=52;COUNT=1000'), '2026-11-22', nowhere)?.slice(0, 3)).toBe('209');
});

test('an UNTIL is a day, or an instant that the last occurrence must not pass', () => {
  const at7 = { timezone: 'Europe/Berlin', time: '07:00' };
  expect(lastOccurrence(rule('FREQ=DAILY'), '2026-11-22', at7)).toBeNull();
  expect(lastOccurrence(rule('FREQ=DAILY;UNTIL=20261201'), '2026-11-22', at7)).toBe('2026-12-01');
  expect(lastOccurrence(rule('FREQ=DAILY;UNTIL=20261201T060000Z'), '2026-11-22', at7)).toBe('2026-12-01');
  expect(lastOccurrence(rule('FREQ=DAILY;UNTIL=20261201T055900Z'), '2026-11-22', at7)).toBe('2026-11-30');
  expect(lastOccurrence(rule('FREQ=DAILY;UNTIL=20261121'), '2026-11-22', at7)).toBeUndefined();
});

test.each([
  ['FREQ=WEEKLY;BYDAY=MO', '2026-11-23', '2026-11-24', 'FREQ=WEEKLY;BYDAY=TU'],
  ['FREQ=WEEKLY;BYDAY=MO,WE', '2026-11-25', '2026-11-26', 'FREQ=WEEKLY;BYDAY=MO,TH'],
  ['FREQ=WEEKLY;BYDAY=MO,TU', '2026-11-23', '2026-11-24', 'FREQ=WEEKLY;BYDAY=TU'],
  ['FREQ=MONTHLY;BYMONTHDAY=14', '2026-12-14', '2026-12-15', 'FREQ=MONTHLY;BYMONTHDAY=15'],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-11-30', '2026-11-29', 'FREQ=MONTHLY;BYMONTHDAY=-2'],
  ['FREQ=MONTHLY;BYDAY=1MO', '2026-12-07', '2026-12-15', 'FREQ=MONTHLY;BYDAY=3TU'],
  ['FREQ=MONTHLY;BYDAY=-1FR', '2026-11-27', '2026-11-26', 'FREQ=MONTHLY;BYDAY=-1TH'],
  ['FREQ=DAILY', '2026-11-23', '2026-11-24', 'FREQ=DAILY'],
])('%s moved from %s to %s is %s', (text, from, to, moved) => {
  expect(formatRule(moveRule(rule(text), from, to))).toBe(moved);
});

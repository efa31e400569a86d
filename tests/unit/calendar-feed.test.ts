import fc from 'fast-check';
import ICAL from 'ical.js';
import { afterEach, describe, expect, test } from 'vitest';
import { calendarText } from '../../lib/calendar/ics.ts';
import type { Feed } from '../../lib/calendar/schema.ts';
import { vtimezone } from '../../lib/calendar/vtimezone.ts';
import { canonicalZone } from '../../lib/calendar/zone-name.ts';
import { addDays } from '../../lib/days.ts';
import { parseRule } from '../../lib/tasks/rule.ts';
import type { Task } from '../../lib/tasks/schema.ts';
import { beginSeries, occurrencesOf, type Series } from '../../lib/tasks/series.ts';
import { instantOf } from '../../lib/time.ts';

ICAL.design.strict = true;

const task: Task = {
  id: '7b0c6a5e-3f43-4f0a-9d55-0b1a52f9a001',
  user_id: '00000000-0000-4000-8000-000000000001',
  goal_id: null,
  series_id: null,
  title: 'Run 3 km',
  description: '',
  status: 'pending',
  scheduled_at: '2026-11-23T09:00:00.000Z',
  date: '2026-11-23',
  duration_minutes: 45,
  recurrence_rule: null,
  week: null,
  care: null,
  completed_at: null,
  created_at: '2026-11-01T10:00:00.000Z',
};

function seriesOf(rule: string, from: string, time: string | null, timezone: string): Series {
  const parsed = parseRule(rule);
  if (!('rule' in parsed)) throw new Error(parsed.problem);
  const times = beginSeries(parsed.rule, { anchor: from, from, time, timezone });
  if ('problem' in times) throw new Error(times.problem);
  return { ...task, ...times, id: crypto.randomUUID(), skipped: [] };
}

const feed = (given: Partial<Feed>): Feed => ({ from: '2026-10-24', tasks: [], series: [], ...given });

/** Reads the text as a program does: the events, and all times as instants. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

const instant = (time: ICAL.Time) => time.toJSDate().toISOString();

/** The days or instants of an event up to a day. */
function occurrences(event: ICAL.Event, to: string): string[] {
  const all: string[] = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) {
    if (next.toString().slice(0, 10) > to) break;
    all.push(next.isDate ? next.toString() : instant(next));
  }
  return all;
}

/** Checks what RFC 5545 says of lines and of the order of things, which parsers forgive. */
function expectStrict(text: string): void {
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  const lines = text.split('\r\n').slice(0, -1);
  for (const line of lines) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(line).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f]/);
  }
  const unfolded = text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
  const depth = { now: 0, hadComponent: false };
  for (const line of unfolded) {
    expect(line).toMatch(/^[A-Z][A-Z0-9-]*(;[A-Z-]+=[^:]+)?:/);
    if (line.startsWith('BEGIN:')) depth.now += 1;
    if (depth.now === 2) depth.hadComponent = true;
    // Properties of the calendar come before its components.
    if (depth.now === 1 && depth.hadComponent) expect(line).toBe('END:VCALENDAR');
    if (line.startsWith('END:')) depth.now -= 1;
  }
}

describe('single tasks', () => {
  test('at a time are events as long as the task, in UTC', () => {
    const text = calendarText(feed({ tasks: [{ ...task, description: 'Slowly' }] }));
    expectStrict(text);
    const [event] = read(text);
    expect(event?.uid).toBe(`${task.id}@flux`);
    expect(event?.summary).toBe('Run 3 km');
    expect(event?.description).toBe('Slowly');
    expect(event && instant(event.startDate)).toBe('2026-11-23T09:00:00.000Z');
    expect(event && instant(event.endDate)).toBe('2026-11-23T09:45:00.000Z');
    expect(text).toContain('DTSTAMP:20261101T100000Z\r\n');
  });

  test('of a day are whole-day events that take no time away, and done ones say so', () => {
    const text = calendarText(
      feed({ tasks: [{ ...task, scheduled_at: null, status: 'done', completed_at: '2026-11-23T18:00:00.000Z' }] }),
    );
    expectStrict(text);
    expect(text).toContain('DTSTART;VALUE=DATE:20261123\r\nDTEND;VALUE=DATE:20261124\r\n');
    expect(text).toContain('TRANSP:TRANSPARENT');
    expect(read(text)[0]?.summary).toBe('✓ Run 3 km');
  });

  test('give the same text each time', () => {
    const given = feed({ tasks: [task], series: [seriesOf('FREQ=DAILY', '2026-11-23', '07:00', 'Europe/Berlin')] });
    expect(calendarText(given)).toBe(calendarText(given));
  });
});

test('whatever stands in a title stays in the title', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (title) => {
      const text = calendarText(feed({ tasks: [{ ...task, title, description: title }] }));
      expectStrict(text);
      const events = read(text);
      expect(events).toHaveLength(1);
      const names = events[0]?.component.getAllProperties().map(({ name }) => name);
      expect(names).toEqual(['uid', 'sequence', 'dtstamp', 'dtstart', 'dtend', 'summary', 'description']);
    }),
    { numRuns: 200 },
  );
  const attack = 'Run\r\nATTACH:https://evil.example\nEND:VEVENT\rBEGIN:VALARM; a, b\\n \u2028\u0085';
  const text = calendarText(feed({ tasks: [{ ...task, title: attack }] }));
  expectStrict(text);
  expect(text).not.toMatch(/^(ATTACH|BEGIN:VALARM)/m);
  expect(read(text)[0]?.summary).toBe('Run\nATTACH:https://evil.example\nEND:VEVENT\nBEGIN:VALARM; a, b\\n   ');
});

describe('a series', () => {
  test.each([
    ['FREQ=DAILY', '07:00', 'Europe/Berlin'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', '06:30', 'America/New_York'],
    ['FREQ=WEEKLY;BYDAY=SU', '02:30', 'Europe/Berlin'],
    ['FREQ=WEEKLY;COUNT=30', '23:45', 'Pacific/Auckland'],
    ['FREQ=MONTHLY;BYMONTHDAY=31', '12:00', 'Asia/Kolkata'],
    ['FREQ=MONTHLY;BYDAY=-1FR', '18:00', 'Africa/Casablanca'],
    ['FREQ=DAILY;INTERVAL=3;UNTIL=20270301', '08:00', 'Europe/London'],
    ['FREQ=DAILY;UNTIL=20270301T070000Z', '08:00', 'Australia/Lord_Howe'],
    ['FREQ=WEEKLY;BYDAY=TU', '09:00', 'UTC'],
    ['FREQ=DAILY;COUNT=100', null, 'Europe/Berlin'],
    ['FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20270115T100000Z', null, 'America/Los_Angeles'],
  ])(
    '%s at %s in %s is one event, with the same occurrences for a year in a strict parser as here',
    (rule, time, timezone) => {
      const series = seriesOf(rule, '2026-09-03', time, timezone);
      const text = calendarText(feed({ series: [series] }));
      expectStrict(text);
      const [event, ...others] = read(text);
      expect(others).toEqual([]);
      // Not both COUNT and UNTIL (RFC 5545, 3.3.10), and COUNT would count from today's window.
      expect(text).not.toContain('COUNT=');
      const range = { from: '2026-10-24', to: '2027-10-31', timezone, atLeast: Number.POSITIVE_INFINITY };
      const expected = occurrencesOf([series], range)
        .filter(({ date }) => date >= range.from)
        .map(({ scheduled_at, date }) => scheduled_at ?? date);
      expect(expected.length).toBeGreaterThan(5);
      // Of times that the clock skips or repeats, ical.js takes other ones than RFC 5545 (3.3.5) says: compare the others.
      const isRegular = (at: string) => time !== '02:30' || !/^(2026-10-25|2027-03-28|2027-10-31)/.test(at);
      expect(event && occurrences(event, range.to).filter(isRegular)).toEqual(expected.filter(isRegular));
    },
  );

  test.each<[string | null, string]>([
    ['07:00', 'EXDATE;TZID=Europe/Berlin:20261125T070000'],
    [null, 'EXDATE;VALUE=DATE:20261125'],
  ])('at %s leaves out the days that have rows of their own, or none', (time, line) => {
    const series = {
      ...seriesOf('FREQ=DAILY', '2026-11-23', time, 'Europe/Berlin'),
      skipped: ['2026-11-25', '2026-01-01'],
    };
    const own = { ...task, id: `${series.id}@2026-11-25`, series_id: series.id, title: 'Run 5 km' };
    const text = calendarText(feed({ series: [series], tasks: [own] }));
    expectStrict(text);
    expect(text.match(/^EXDATE.*$/gm)).toEqual([line]);
    const [single, repeated] = read(text);
    expect(single?.uid).toBe(`${series.id}@2026-11-25@flux`);
    expect(repeated && occurrences(repeated, '2026-11-27').map((at) => at.slice(0, 10))).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-26',
      '2026-11-27',
    ]);
  });

  test('that is over is not there', () => {
    const series = seriesOf('FREQ=DAILY;COUNT=3', '2026-09-03', '07:00', 'Europe/Berlin');
    expect(read(calendarText(feed({ series: [series] })))).toEqual([]);
  });

  const machine = process.env.TZ;
  afterEach(() => {
    if (machine === undefined) delete process.env.TZ;
    else process.env.TZ = machine;
  });

  test.each(['America/New_York', 'Asia/Tokyo', 'Europe/Berlin'])('is the same on a machine in %s', (zone) => {
    // On this night the clocks of New York skip half past two.
    const series = seriesOf('FREQ=DAILY', '2027-03-14', '02:30', 'Europe/Berlin');
    process.env.TZ = zone;
    const text = calendarText(feed({ from: '2027-03-01', series: [series] }));
    expect(text).toContain('DTSTART;TZID=Europe/Berlin:20270314T023000\r\n');
  });
});

describe('a time zone', () => {
  test.each([
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'America/Santiago',
  ])('%s is told with every change of its clock for ten years', (timezone) => {
    const component = new ICAL.Component(
      ICAL.parse(`BEGIN:VCALENDAR\r\n${vtimezone(timezone, 2026)}\r\nEND:VCALENDAR`),
    );
    const zone = new ICAL.Timezone(component.getFirstSubcomponent('vtimezone') ?? undefined);
    let day = '2026-01-02';
    while (day < '2036-01-01') {
      const time = ICAL.Time.fromDateTimeString(`${day}T12:00:00`);
      time.zone = zone;
      expect(instant(time)).toBe(instantOf(day, '12:00', timezone));
      day = addDays(day, 5);
    }
  });
});

describe('an alias of a time zone', () => {
  test.each([
    ['US/Pacific', 'America/Los_Angeles'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['EST5EDT', 'America/New_York'],
    ['GB', 'Europe/London'],
  ])('%s is told as %s, with the same times', (alias, name) => {
    const series = { ...seriesOf('FREQ=DAILY', '2027-03-12', '07:00', alias), skipped: ['2027-03-13'] };
    const text = calendarText(feed({ from: '2027-03-01', series: [series] }));
    expectStrict(text);
    expect(new Set([...text.matchAll(/TZID[=:]([\w/+-]+)/g)].map(([, told]) => told))).toEqual(new Set([name]));
    const [event] = read(text);
    const days = ['2027-03-12', '2027-03-14', '2027-03-15'];
    expect(event && occurrences(event, '2027-03-15')).toEqual(days.map((day) => instantOf(day, '07:00', alias)));
  });

  test.each(['GMT', 'Zulu', 'Etc/UTC'])('%s is UTC', (alias) => {
    const text = calendarText(feed({ series: [seriesOf('FREQ=DAILY', '2026-11-23', '07:00', alias)] }));
    expect(text).toContain('DTSTART:20261123T070000Z\r\n');
    expect(text).not.toContain('TZID');
  });

  test('has a name that is a zone of its own, with the same clock, whichever it is', () => {
    const wrong = Intl.supportedValuesOf('timeZone').filter((zone) => {
      const name = canonicalZone(zone);
      const clock = (timezone: string) => ['2027-01-15', '2027-07-15'].map((day) => instantOf(day, '12:00', timezone));
      return canonicalZone(name) !== name || clock(name).join() !== clock(zone).join();
    });
    expect(wrong).toEqual([]);
  });
});

test('it says how often to ask again, to apps by the standard and to Outlook', () => {
  const text = calendarText({ from: '2026-11-28', tasks: [], series: [] });
  expectStrict(text);
  expect(text).toContain('\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n');
});

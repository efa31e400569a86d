import { describe, expect, test } from 'vitest';
import { sayWhen } from '../../lib/language/say.ts';
import { readWhen } from '../../lib/language/when.ts';

const berlin = 'Europe/Berlin';
/** Wednesday, 18 November 2026, 10:00 in Berlin. */
const wednesday = { now: new Date('2026-11-18T09:00:00Z'), timezone: berlin };

describe('words for one time, said on a Wednesday at ten in the morning', () => {
  test.each<[string, string, string | undefined]>([
    ['tomorrow at seven', '2026-11-19', '07:00'],
    ['Tomorrow at 7', '2026-11-19', '07:00'],
    ['tomorrow 7', '2026-11-19', '07:00'],
    ['tomorrow at 3', '2026-11-19', '15:00'],
    ['tomorrow at 3 am', '2026-11-19', '03:00'],
    ['tomorrow at 03:00', '2026-11-19', '03:00'],
    ['tomorrow at 12', '2026-11-19', '12:00'],
    ['12am tomorrow', '2026-11-19', '00:00'],
    ['tomorrow morning', '2026-11-19', '09:00'],
    ['quarter to eight tomorrow morning', '2026-11-19', '07:45'],
    ['tomorrow at seven thirty p.m.', '2026-11-19', '19:30'],
    ['tomorrow', '2026-11-19', undefined],
    ['today', '2026-11-18', undefined],
    ['next Friday evening', '2026-11-27', '19:00'],
    ['this Friday', '2026-11-20', undefined],
    ['Friday', '2026-11-20', undefined],
    ['Friday next week', '2026-11-27', undefined],
    ['next week Monday', '2026-11-23', undefined],
    ['next Monday', '2026-11-23', undefined],
    ['Friday week', '2026-11-27', undefined],
    ['a week from Friday', '2026-11-27', undefined],
    ['Monday morning', '2026-11-23', '09:00'],
    ['on Friday morning at half past 8', '2026-11-20', '08:30'],
    ['at 7 on Friday', '2026-11-20', '07:00'],
    ['Sunday night at 11', '2026-11-22', '23:00'],
    ['Wednesday', '2026-11-25', undefined],
    ['Wednesday at 7pm', '2026-11-18', '19:00'],
    ['Wednesday at 9', '2026-11-25', '09:00'],
    ['at 7', '2026-11-18', '19:00'],
    ['at 11', '2026-11-18', '11:00'],
    ['at 9 am', '2026-11-19', '09:00'],
    ['19:30', '2026-11-18', '19:30'],
    ["8 o'clock", '2026-11-18', '20:00'],
    ['at twenty past seven', '2026-11-18', '19:20'],
    ['7 in the evening', '2026-11-18', '19:00'],
    ['half past seven tonight', '2026-11-18', '19:30'],
    ['tonight', '2026-11-18', '20:00'],
    ['this evening', '2026-11-18', '19:00'],
    ['this morning', '2026-11-18', '10:30'],
    ['in the morning', '2026-11-19', '09:00'],
    ['at noon', '2026-11-18', '12:00'],
    ['quarter past noon', '2026-11-18', '12:15'],
    ['ten to noon tomorrow', '2026-11-19', '11:50'],
    ['half past midnight tomorrow', '2026-11-20', '00:30'],
    ['quarter to midnight', '2026-11-18', '23:45'],
    ['tonight at midnight', '2026-11-19', '00:00'],
    ['now', '2026-11-18', '10:00'],
    ['in 45 minutes', '2026-11-18', '10:45'],
    ['in an hour and a half', '2026-11-18', '11:30'],
    ['two hours from now', '2026-11-18', '12:00'],
    ['in 3 days at 7', '2026-11-21', '07:00'],
    ['in a fortnight', '2026-12-02', undefined],
    ['the day after tomorrow', '2026-11-20', undefined],
    ['on the 14th', '2026-12-14', undefined],
    ['on the twenty-first', '2026-11-21', undefined],
    ['the 31st', '2026-12-31', undefined],
    ['the 3rd of next month', '2026-12-03', undefined],
    ['the 18th', '2026-11-18', undefined],
    ['the 18th at 8 pm', '2026-11-18', '20:00'],
    ['14 March', '2027-03-14', undefined],
    ['March 14th at 10am', '2027-03-14', '10:00'],
    ['Friday, 27 November at 3pm', '2026-11-27', '15:00'],
    ['2026-12-01', '2026-12-01', undefined],
    ['2026-12-01T19:00', '2026-12-01', '19:00'],
    ['2026-12-01T19:00:00Z', '2026-12-01', '20:00'],
    ['end of the month', '2026-11-30', undefined],
    ['this weekend', '2026-11-21', undefined],
    ['move it to Friday at 8 am', '2026-11-20', '08:00'],
    ['at ten to nine', '2026-11-18', '20:50'],
    ['tomorrow at ten to 9', '2026-11-19', '08:50'],
    ['tomorrow from 10 to 11', '2026-11-19', '10:00'],
    ['tomorrow from 6 to 7pm', '2026-11-19', '18:00'],
    ['tomorrow 9-10', '2026-11-19', '09:00'],
    ['first thing in the morning', '2026-11-19', '09:00'],
    ['first thing on Friday', '2026-11-20', '09:00'],
    ['in 1h30', '2026-11-18', '11:30'],
    ['in 1h 30m', '2026-11-18', '11:30'],
    ['in 1 hour 30', '2026-11-18', '11:30'],
    ['in two and a half hours', '2026-11-18', '12:30'],
    ['in 45m', '2026-11-18', '10:45'],
    ['19h', '2026-11-18', '19:00'],
    ['1930', '2026-11-18', '19:30'],
    ['7.30', '2026-11-18', '19:30'],
    ['seven thirty tomorrow', '2026-11-19', '07:30'],
    ['tomorrow 9ish', '2026-11-19', '09:00'],
    ['tomorrow at 7 or so', '2026-11-19', '07:00'],
    ['30 min tomorrow', '2026-11-19', undefined],
    ['end of the day', '2026-11-18', undefined],
    ['by end of day tomorrow', '2026-11-19', undefined],
    ['6 weeks from today', '2026-12-30', undefined],
    ['from 9 to 5', '2026-11-19', '09:00'],
    ['tonight from 11 to 1', '2026-11-18', '23:00'],
    ['eod Friday', '2026-11-20', undefined],
    ['end of the year', '2026-12-31', undefined],
    ['end of March', '2027-03-31', undefined],
    ['a week tomorrow', '2026-11-26', undefined],
    ['two weeks tomorrow', '2026-12-03', undefined],
    ['two weeks on Friday', '2026-12-04', undefined],
    ['3 weeks from Monday at 8', '2026-12-14', '08:00'],
    ['Monday the week after next', '2026-11-30', undefined],
    ['in a month', '2026-12-18', undefined],
    ['in 3 months', '2027-02-18', undefined],
    ["in a week's time", '2026-11-25', undefined],
    ['Friday night at 2', '2026-11-21', '02:00'],
    ['tonight at 1', '2026-11-19', '01:00'],
    ['tonight at 12:30', '2026-11-19', '00:30'],
    ['tonight at 2 am', '2026-11-19', '02:00'],
    ['this Wednesday', '2026-11-18', undefined],
    ['this Wednesday at 9', '2026-11-25', '09:00'],
    ['Thursday, tomorrow at 7', '2026-11-19', '07:00'],
    ['Christmas', '2026-12-25', undefined],
    ['on Christmas Eve at 5 pm', '2026-12-24', '17:00'],
    ['the day after Christmas', '2026-12-26', undefined],
    ['1.12.', '2026-12-01', undefined],
    ['1.12.2026', '2026-12-01', undefined],
    ['1.12.2026 at 7.10', '2026-12-01', '07:10'],
  ])('"%s" is %s %s', (text, date, time) => {
    const read = readWhen(text, wednesday);
    expect(read).toMatchObject({ kind: 'instant', date });
    expect('time' in read ? read.time : undefined).toBe(time);
  });

  test.each<[string, { date: string; time: string | null }, string, string]>([
    ['at 8', { date: '2026-12-24', time: '07:00' }, '2026-12-24', '08:00'],
    ['at 8', { date: '2026-12-24', time: '19:00' }, '2026-12-24', '20:00'],
    ['at 3', { date: '2026-12-24', time: '10:00' }, '2026-12-24', '15:00'],
    ['at 8 pm', { date: '2026-12-24', time: '07:00' }, '2026-12-24', '20:00'],
    ['in the evening', { date: '2026-12-24', time: '07:00' }, '2026-12-24', '19:00'],
    ['at 8', { date: '2026-12-24', time: null }, '2026-12-24', '08:00'],
    ['Friday at 7', { date: '2026-12-24', time: '19:00' }, '2026-11-20', '07:00'],
    // Its day has passed, or the hour on it.
    ['at 11', { date: '2026-11-10', time: '19:00' }, '2026-11-18', '11:00'],
    ['at 8', { date: '2026-11-18', time: '09:00' }, '2026-11-18', '20:00'],
  ])('"%s" of what is at %o is %s %s: a time alone keeps the day and its half', (text, moved, date, time) => {
    expect(readWhen(text, wednesday, moved)).toMatchObject({ kind: 'instant', date, time });
  });

  test.each<[string, { date: string; time: string }, string, string]>([
    ['at 8', { date: '2026-11-18', time: '07:00' }, '2026-11-18', '08:00'],
    ['at 6', { date: '2026-11-16', time: '19:00' }, '2026-11-16', '18:00'],
    ['in the morning', { date: '2026-11-18', time: '19:00' }, '2026-11-18', '09:00'],
  ])('"%s" of a series whose occurrence is at %o is %s %s, passed or not: it goes on', (text, moved, date, time) => {
    const now = { ...wednesday, now: new Date('2026-11-18T17:30:00Z') };
    expect(readWhen(text, now, { ...moved, repeats: true })).toMatchObject({ kind: 'instant', date, time });
  });

  test('a duration is read as such and never as a time', () => {
    expect(readWhen('tomorrow at 6pm for 45 minutes', wednesday)).toMatchObject({
      time: '18:00',
      duration_minutes: 45,
    });
    expect(readWhen('for an hour on Friday', wednesday)).toMatchObject({ date: '2026-11-20', duration_minutes: 60 });
    expect(readWhen('for 45 minutes', wednesday)).toMatchObject({ kind: 'unclear' });
  });

  test.each<[string, string | undefined, number]>([
    ['30 min tomorrow', undefined, 30],
    ['tomorrow a quarter of an hour', undefined, 15],
    ['tomorrow at 7 for 1h30', '07:00', 90],
    ['tomorrow from 6 to 7:30pm', '18:00', 90],
    ['tomorrow 7 to 8pm', '19:00', 60],
    ['tomorrow from 11 to 1pm', '11:00', 120],
    ['tomorrow 9:00-10:30', '09:00', 90],
  ])('"%s" is at %s and takes %d minutes', (text, time, duration_minutes) => {
    expect(readWhen(text, wednesday)).toMatchObject({
      date: '2026-11-19',
      ...(time ? { time } : {}),
      duration_minutes,
    });
  });

  test.each<[string, string, string, string | undefined]>([
    ['tonight', '2026-11-18T22:40:00Z', '2026-11-18', '23:40'],
    ['this weekend', '2026-11-22T09:00:00Z', '2026-11-22', undefined],
    ['the 31st', '2026-12-31T09:00:00Z', '2026-12-31', undefined],
    ['tonight at 2', '2026-11-18T00:10:00Z', '2026-11-18', '02:00'],
    ['tonight at 2', '2026-11-18T22:40:00Z', '2026-11-19', '02:00'],
    // The clock goes from 02:00 to 03:00 in that night.
    ['Saturday night at 2:30', '2027-03-25T09:00:00Z', '2027-03-28', '03:30'],
  ])('"%s" at %s is %s %s', (text, now, date, time) => {
    const read = readWhen(text, { now: new Date(now), timezone: berlin });
    expect(read).toMatchObject({ kind: 'instant', date });
    expect('time' in read ? read.time : undefined).toBe(time);
  });

  test.each<[string, string, string | undefined]>([
    ['an hour later', '2026-11-21', '19:00'],
    ['push it back an hour', '2026-11-21', '19:00'],
    ['push it back by 90 minutes', '2026-11-21', '19:30'],
    ['30 minutes earlier', '2026-11-21', '17:30'],
    ['bring it forward half an hour', '2026-11-21', '17:30'],
    ['seven hours later', '2026-11-22', '01:00'],
    ['a day later', '2026-11-22', undefined],
    ['2 weeks later', '2026-12-05', undefined],
    ['the next day', '2026-11-22', undefined],
    ['the day after at 8', '2026-11-22', '20:00'],
    ['the day before', '2026-11-20', undefined],
    ['the day after tomorrow', '2026-11-20', undefined],
    ['later today', '2026-11-18', undefined],
  ])('"%s" of what is on Saturday at 18:00 is %s %s: an amount counts from there', (text, date, time) => {
    const read = readWhen(text, wednesday, { date: '2026-11-21', time: '18:00' });
    expect(read).toMatchObject({ kind: 'instant', date });
    expect('time' in read ? read.time : undefined).toBe(time);
  });

  test.each<[string, { date: string; time: string | null } | undefined, RegExp]>([
    ['an hour later', undefined, /When/],
    ['a day later', undefined, /When/],
    ['the next day', undefined, /When/],
    ['an hour later', { date: '2026-11-21', time: null }, /what time/],
    ['3 hours earlier', { date: '2026-11-18', time: '11:00' }, /passed/],
    ['4 days earlier', { date: '2026-11-21', time: '18:00' }, /passed/],
    ['move it forward an hour', { date: '2026-11-21', time: '18:00' }, /Say for example/],
    ['from Monday to Tuesday', { date: '2026-11-23', time: '18:00' }, /Every week, or this one time/],
  ])('"%s" of %o is asked about', (text, moved, question) => {
    expect(readWhen(text, wednesday, moved)).toMatchObject({ kind: 'unclear', ask: expect.stringMatching(question) });
  });

  test.each([
    ['every week', 'FREQ=WEEKLY;BYDAY=FR', '2026-11-27'],
    ['weekly', 'FREQ=WEEKLY;BYDAY=FR', '2026-11-27'],
    ['jede zweite Woche', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', '2026-11-27'],
    ['chaque mois', 'FREQ=MONTHLY;BYMONTHDAY=27', '2026-11-27'],
  ])('"%s" of what is on a day is on the same of each: %s from %s', (text, rule, date) => {
    const moved = { date: '2026-11-27', time: '19:00' };
    expect(readWhen(text, wednesday, moved)).toEqual({ kind: 'recurring', rule, date });
    expect(readWhen(text, wednesday)).toMatchObject({ kind: 'unclear' });
  });

  test('an amount moves a series whose occurrence has passed too', () => {
    const moved = { date: '2026-11-18', time: '09:00', repeats: true };
    expect(readWhen('half an hour later', wednesday, moved)).toMatchObject({ date: '2026-11-18', time: '09:30' });
  });
});

describe('words for a repetition', () => {
  test.each<[string, string, string, string | undefined]>([
    ['every other Monday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2026-11-23', undefined],
    ['every 2 weeks on Monday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2026-11-23', undefined],
    ['every second Tuesday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', '2026-11-24', undefined],
    ['every Friday at midnight', 'FREQ=WEEKLY;BYDAY=SA', '2026-11-21', '00:00'],
    ['every day at midnight', 'FREQ=DAILY', '2026-11-19', '00:00'],
    ['every weekday at 6:30', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-19', '06:30'],
    ['every Monday and Thursday evening at 7', 'FREQ=WEEKLY;BYDAY=MO,TH', '2026-11-19', '19:00'],
    ['Mondays and Thursdays at 6', 'FREQ=WEEKLY;BYDAY=MO,TH', '2026-11-19', '06:00'],
    ['weekends at 10', 'FREQ=WEEKLY;BYDAY=SA,SU', '2026-11-21', '10:00'],
    ['once a week on Friday', 'FREQ=WEEKLY;BYDAY=FR', '2026-11-20', undefined],
    ['every day at 7', 'FREQ=DAILY', '2026-11-19', '07:00'],
    ['daily at 7 pm', 'FREQ=DAILY', '2026-11-18', '19:00'],
    ['every morning', 'FREQ=DAILY', '2026-11-19', '09:00'],
    ['every night at 10', 'FREQ=DAILY', '2026-11-18', '22:00'],
    ['every 3 days', 'FREQ=DAILY;INTERVAL=3', '2026-11-18', undefined],
    ['every month on the 14th', 'FREQ=MONTHLY;BYMONTHDAY=14', '2026-12-14', undefined],
    ['the first Monday of every month at 10', 'FREQ=MONTHLY;BYDAY=1MO', '2026-12-07', '10:00'],
    ['last day of every month', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2026-11-30', undefined],
    ['every first of January', 'FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=1', '2027-01-01', undefined],
    ['every 1st December', 'FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=1', '2026-12-01', undefined],
    ['every May 1st', 'FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=1', '2027-05-01', undefined],
    ['every 2 years on 24 December', 'FREQ=MONTHLY;INTERVAL=24;BYMONTHDAY=24', '2026-12-24', undefined],
    ['every day at 7 for 6 weeks', 'FREQ=DAILY;UNTIL=20261230', '2026-11-19', '07:00'],
    ['every day at 7 for 12 months', 'FREQ=DAILY;UNTIL=20271118', '2026-11-19', '07:00'],
    ['every Monday until March 14', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20270314', '2026-11-23', undefined],
    ['every Monday 10 times', 'FREQ=WEEKLY;BYDAY=MO;COUNT=10', '2026-11-23', undefined],
    ['every Monday from 1 March', 'FREQ=WEEKLY;BYDAY=MO', '2027-03-01', undefined],
    ['every Monday and Wednesday from 6 to 7pm', 'FREQ=WEEKLY;BYDAY=MO,WE', '2026-11-18', '18:00'],
    ['every day except Sunday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA', '2026-11-18', undefined],
    ['every weekday except Friday at 8', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH', '2026-11-19', '08:00'],
    ['every day but not on Saturday or Sunday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-18', undefined],
    ['mon wed fri at 6', 'FREQ=WEEKLY;BYDAY=MO,WE,FR', '2026-11-20', '06:00'],
    ['tue/thu 17:30', 'FREQ=WEEKLY;BYDAY=TU,TH', '2026-11-19', '17:30'],
    ['Monday to Friday at 8', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-19', '08:00'],
    ['mon-fri at 9', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-19', '09:00'],
    ['every Friday to Monday at 9', 'FREQ=WEEKLY;BYDAY=MO,FR,SA,SU', '2026-11-20', '09:00'],
    ['every day from Monday to Friday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-18', undefined],
    ['every Monday and every Thursday', 'FREQ=WEEKLY;BYDAY=MO,TH', '2026-11-19', undefined],
    ['every day every day at 7', 'FREQ=DAILY', '2026-11-19', '07:00'],
    ['every workday at 9', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-19', '09:00'],
    ['alternate Fridays', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', '2026-11-20', undefined],
    ['every couple of days', 'FREQ=DAILY;INTERVAL=2', '2026-11-18', undefined],
    ['every 1st and 15th', 'FREQ=MONTHLY;BYMONTHDAY=1,15', '2026-12-01', undefined],
    ['the 1st and the 15th of every month', 'FREQ=MONTHLY;BYMONTHDAY=1,15', '2026-12-01', undefined],
    ['every 2nd and 4th Monday', 'FREQ=MONTHLY;BYDAY=2MO,4MO', '2026-11-23', undefined],
    ['every first Monday', 'FREQ=MONTHLY;BYDAY=1MO', '2026-12-07', undefined],
    ['every last Friday at 4', 'FREQ=MONTHLY;BYDAY=-1FR', '2026-11-27', '16:00'],
    ['every day for a week', 'FREQ=DAILY;UNTIL=20261124', '2026-11-18', undefined],
    ['every day at 7 for a month', 'FREQ=DAILY;UNTIL=20261218', '2026-11-19', '07:00'],
    ['every Tuesday from January', 'FREQ=WEEKLY;BYDAY=TU', '2027-01-05', undefined],
    ['every Tuesday in January', 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270131', '2027-01-05', undefined],
    ['every Monday until March', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20270228', '2026-11-23', undefined],
    ['every Monday through March', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20270331', '2026-11-23', undefined],
    ['every Sat 9-11', 'FREQ=WEEKLY;BYDAY=SA', '2026-11-21', '09:00'],
    ['every Monday until March 14 at 7', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20270314', '2026-11-23', '07:00'],
    ['every Monday until the end of the year', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231', '2026-11-23', undefined],
    ['every Monday starting next week', 'FREQ=WEEKLY;BYDAY=MO', '2026-11-23', undefined],
    ['every day next week', 'FREQ=DAILY;UNTIL=20261129', '2026-11-23', undefined],
    ['every day from December 1st to December 24th', 'FREQ=DAILY;UNTIL=20261224', '2026-12-01', undefined],
    ['every Friday night at 1', 'FREQ=WEEKLY;BYDAY=SA', '2026-11-21', '01:00'],
  ])('"%s" is %s from %s', (text, rule, date, time) => {
    const read = readWhen(text, wednesday);
    expect(read).toMatchObject({ kind: 'recurring', rule, date });
    expect('time' in read ? read.time : undefined).toBe(time);
  });
});

test.each([
  ['twice a week', /which days/],
  ['three times a week', /which days/],
  ['weekly', /Which day of the week/],
  ['monthly', /Which day of the month/],
  ['the last Friday of the month', /Every month, or once/],
  ['on the first of the month', /Every month, or once/],
  ['every hour', /at most once a day/],
  ['every 10 seconds', /at most once a day/],
  ['twice a day', /at most once a day/],
  ['every year', /Which day of the year/],
  ['every 100 weeks on Monday', /52 days, weeks/],
  ['next week', /Which day/],
  ['later', /Which day/],
  ['yesterday', /passed/],
  ['last Friday', /passed/],
  ['2020-01-01', /passed/],
  ['today at 9 am', /passed/],
  ['2026-11-18T08:00:00Z', /passed/],
  ['3/4', /month/],
  ['30 February', /no such date/],
  ['the 30th of February', /no such date/],
  ['Friday the 13th', /do not go together/],
  ['tomorrow at 25', /what time/],
  ['every third Friday', /Every 3 weeks, or/],
  ['Saturday 26 November', /do not go together/],
  ['last night', /passed/],
  ['tomorrow at 7 for 30 hours', /How long/],
  ['at 7:75', /what time/],
  ['10 to 11pm tomorrow', /Say for example/],
  ['tomorrow 10 to 11', /Say for example/],
  ['1.12', /Say for example/],
  ['end of the week', /Which day of the week/],
  ['the Friday after next', /Which day/],
  ['Tuesday after next', /Which day/],
  ['the week after next', /Which day of the week/],
  ['on Monday in two weeks', /do not go together|Say for example/],
  ['Monday this week', /passed/],
  ['not today', /Say for example/],
  ['not tomorrow, the day after', /Say for example/],
  ['Monday or Tuesday', /Say for example/],
  ['Friday at 5 or 6', /Say for example/],
  ['in an hour or two', /Say for example/],
  ['in an hour tomorrow', /Say for example/],
  ['next Monday and Tuesday', /Say for example/],
  ['every Monday or Tuesday', /How often/],
  ['every day except holidays', /How often/],
  ['every month on the 1st except Sunday', /How often/],
  ['every day at 8am and 8pm', /one time of day/],
  ['every blue moon on Friday', /How often/],
  ['every Monday every other Thursday', /How often/],
  ['purple', /Say for example/],
  ['', /Say for example/],
])('"%s" is asked about, not guessed', (text, question) => {
  const read = readWhen(text, wednesday);
  expect(read).toMatchObject({ kind: 'unclear', ask: expect.stringMatching(question) });
});

describe('the same words are each person’s own time', () => {
  test.each<[string, string, string, string]>([
    [berlin, 'tomorrow at 7', '2026-11-19', '2026-11-19T06:00:00.000Z'],
    ['America/Los_Angeles', 'tomorrow at 7', '2026-11-19', '2026-11-19T15:00:00.000Z'],
    // It is already Thursday there, 06:00.
    ['Pacific/Kiritimati', 'tomorrow at 7', '2026-11-19', '2026-11-18T17:00:00.000Z'],
    ['Asia/Kolkata', 'tonight', '2026-11-18', '2026-11-18T14:30:00.000Z'],
    ['America/Los_Angeles', 'at 7', '2026-11-18', '2026-11-18T15:00:00.000Z'],
  ])('%s: "%s"', (timezone, text, date, scheduled_at) => {
    const now = timezone === 'Pacific/Kiritimati' ? new Date('2026-11-17T16:00:00Z') : wednesday.now;
    expect(readWhen(text, { now, timezone })).toMatchObject({ date, scheduled_at });
  });
});

describe('across a clock change', () => {
  // Berlin: forward on 28 March 2027 at 02:00, back on 25 October 2026 at 03:00. New York: back on 1 November 2026 at 02:00.
  test.each<[string, string, string, string, string]>([
    [
      'the hour is the clock’s, not 24 hours on',
      '2027-03-27T09:00:00Z',
      berlin,
      'tomorrow at 7',
      '2027-03-28T05:00:00.000Z',
    ],
    ['and back', '2026-10-24T09:00:00Z', berlin, 'tomorrow at 7', '2026-10-25T06:00:00.000Z'],
    ['minutes are real minutes', '2027-03-28T00:30:00Z', berlin, 'in 45 minutes', '2027-03-28T01:15:00.000Z'],
    ['in the hour that comes twice too', '2026-10-25T00:30:00Z', berlin, 'in 45 minutes', '2026-10-25T01:15:00.000Z'],
    ['of two the first', '2026-10-31T16:00:00Z', 'America/New_York', 'tomorrow at 1:30 am', '2026-11-01T05:30:00.000Z'],
  ])('%s', (_, now, timezone, text, scheduled_at) => {
    expect(readWhen(text, { now: new Date(now), timezone })).toMatchObject({ scheduled_at });
  });

  test('a time that the clock skips is said as what it then shows', () => {
    const eve = { now: new Date('2027-03-27T09:00:00Z'), timezone: berlin };
    expect(readWhen('tomorrow at 2:30 am', eve)).toMatchObject({
      time: '03:30',
      scheduled_at: '2027-03-28T01:30:00.000Z',
    });
  });
});

test('text of any length and kind is read without failing', () => {
  const hostile = [
    'every '.repeat(5000),
    '9'.repeat(5000),
    'at 7 '.repeat(5000),
    '\u0000\ud800',
    'in 99999999 days',
    'in 99999999999 hours',
    'in 9007199254740993 minutes',
    'every day starting in 99999999999 days',
    '9999-12-31T23:59-23:59',
    'push move '.repeat(5000),
    'mon and '.repeat(5000),
    '1st and '.repeat(5000),
    '1 1 1 to - '.repeat(5000),
    'except mon '.repeat(5000),
    'until in an hour or '.repeat(5000),
    'a week from '.repeat(5000),
    'every monday starting '.repeat(5000),
    '((',
  ];
  for (const text of hostile) {
    expect(['unclear', 'instant', 'recurring']).toContain(readWhen(text, wednesday).kind);
  }
});

test.each<[string, string | undefined, string]>([
  ['2026-11-18', '19:00', 'today at 7 in the evening'],
  ['2026-11-19', '19:00', 'tomorrow at 7 in the evening'],
  ['2026-11-19', undefined, 'tomorrow'],
  ['2026-11-20', '12:00', 'Friday at noon'],
  ['2026-11-25', '06:30', 'Wednesday, 25 November at 6:30 in the morning'],
  ['2027-03-14', '15:15', 'Sunday, 14 March 2027 at 3:15 in the afternoon'],
  ['2026-11-17', '23:00', 'yesterday at 11 at night'],
  ['2026-11-19', '00:00', 'tonight at midnight'],
  ['2026-11-21', '00:00', 'Friday at midnight'],
  ['2026-11-21', '02:00', 'Saturday at 2 in the morning'],
])('%s %s is said as "%s"', (date, time, said) => {
  expect(sayWhen(date, time, berlin, wednesday.now)).toBe(said);
});

test('every hour of a day that is said can be read back', () => {
  for (const date of ['2026-11-19', '2026-11-21', '2027-03-14']) {
    for (let hour = 0; hour < 24; hour++) {
      for (const time of [`${String(hour).padStart(2, '0')}:00`, `${String(hour).padStart(2, '0')}:30`]) {
        const said = sayWhen(date, time, berlin, wednesday.now);
        expect({ said, ...readWhen(said, wednesday) }).toMatchObject({ said, date, time });
      }
    }
  }
});

test('what is said can be read back', () => {
  for (const text of ['tomorrow at 7', 'Friday evening', '14 March at 3:15 pm', 'on the 25th at 6:30', 'tonight']) {
    const read = readWhen(text, wednesday);
    if (read.kind !== 'instant') throw new Error(text);
    const said = sayWhen(read.date, read.time, berlin, wednesday.now);
    expect(readWhen(said, wednesday)).toMatchObject({ date: read.date, time: read.time });
  }
});

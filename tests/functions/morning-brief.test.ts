import { describe, expect, test } from 'vitest';
import { claimReminders } from '../../lib/notifications/reminders.ts';
import { addTask, inMinutes, minuteMs, setUpReminders } from '../support/reminders.ts';

const site = setUpReminders();
const { subscriber, shown, claims, sweep } = site;

describe('a morning brief', () => {
  /** A timezone in which it is noon, and the clock there `minutes` from now. */
  const noon = `Etc/GMT${new Date().getUTCHours() > 12 ? '+' : '-'}${Math.abs(new Date().getUTCHours() - 12)}`;
  const clockIn = (minutes: number) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: noon, hour: '2-digit', minute: '2-digit' }).format(
      new Date(Date.now() + minutes * minuteMs),
    );
  const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: noon }).format(new Date());

  async function early(settings: object = {}) {
    const { person, browser } = await subscriber({ morning_brief: true });
    const available_hours = { from: clockIn(-1), to: '23:00' };
    await person.patch('/account', { timezone: noon, available_hours, ...settings });
    return { person, browser };
  }

  test('comes once, when the day begins, with what has a time first and what has none after it', async () => {
    const { person, browser } = await early();
    await addTask(person, { title: 'Read', date: today(), duration_minutes: 20 });
    await addTask(person, {
      title: 'Stretch',
      scheduled_at: inMinutes(120),
      duration_minutes: 15,
      recurrence_rule: 'FREQ=DAILY',
    });
    const { id } = await addTask(person, { title: 'Done already', date: today() });
    await person.patch(`/tasks/${id}`, { status: 'done' });
    await addTask(person, { title: 'Kill myself', date: today() });
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    expect(shown(browser)).toEqual([
      {
        type: 'brief',
        title: 'Your day: 2 tasks, 35 minutes',
        body: `${clockIn(120)}  Stretch\nAny time  Read`,
        date: today(),
      },
    ]);
  });

  test('does not come twice to somebody who travels on', async () => {
    const { person, browser } = await early();
    await addTask(person, { title: 'Read', date: today() });
    await sweep();
    const west = `Etc/GMT${new Date().getUTCHours() > 11 ? '+' : '-'}${Math.abs(new Date().getUTCHours() - 11)}`;
    const hour = new Intl.DateTimeFormat('en-GB', { timeZone: west, hour: '2-digit', minute: '2-digit' });
    await person.patch('/account', {
      timezone: west,
      available_hours: { from: hour.format(new Date(Date.now() - minuteMs)), to: '23:00' },
    });
    expect(await sweep()).toBe(0);
    expect(shown(browser)).toHaveLength(1);
  });

  test.each<[string, object, object]>([
    ['to somebody who wants none', { morning_brief: false }, {}],
    ['on a day without tasks', {}, { date: '2027-05-05' }],
    ['before the day begins', { available_hours: { from: clockIn(30), to: '23:30' } }, {}],
    ['long after the day has begun', { available_hours: { from: '00:00', to: '23:00' } }, {}],
  ])('does not come %s', async (_, settings, task) => {
    const { person } = await early(settings);
    await addTask(person, { title: 'Read', date: today(), ...task });
    expect(await claimReminders()).toBe(0);
  });

  test('waits for the end of quiet hours', async () => {
    const { person } = await early({ quiet_hours: { from: '00:00', to: clockIn(90) } });
    await addTask(person, { title: 'Read', date: today() });
    expect(await claimReminders()).toBe(1);
    const [brief] = await claims();
    expect(brief?.remind_at.getTime()).toBeGreaterThan(Date.now() + 80 * minuteMs);
  });
});

import { createLocalJWKSet, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { makeBrowser } from '../../harness/push-service.ts';
import { prune } from '../../lib/maintenance.ts';
import { claimReminders } from '../../lib/notifications/reminders.ts';
import { addTask, inMinutes, minuteMs, setUpReminders } from '../support/reminders.ts';
import { type Person, times, until } from '../support/stack.ts';

const site = setUpReminders();
const { subscriber, shown, claims, sweep, startAgain } = site;

describe('a task with a time of day', () => {
  test('is reminded of once, in every browser of its person, whoever sweeps how often', async () => {
    const { person, browser } = await subscriber();
    const second = makeBrowser(site.service.origin);
    await person.post('/api/v1/notifications/subscriptions', second.subscription);
    const scheduled_at = inMinutes(10);
    const task = await addTask(person, { scheduled_at });
    const claimed = await Promise.all(times(5, () => claimReminders()));
    expect(claimed.toSorted()).toEqual([0, 0, 0, 0, 1]);
    await sweep();
    await sweep();
    const time = scheduled_at.slice(11, 16);
    const message = {
      type: 'reminder',
      title: 'Run 3 km',
      body: expect.stringMatching(new RegExp(`^In (9|10) minutes, at ${time}$`)),
      task_id: task.id,
      goal_id: null,
      scheduled_at: expect.stringContaining(time),
    };
    expect(shown(browser)).toEqual([message]);
    expect(shown(second)).toEqual([message]);
  });

  test('is reminded of by a message that the push service can check and drop in time', async () => {
    const { person, browser } = await subscriber();
    await addTask(person, { scheduled_at: inMinutes(5) });
    await sweep();
    const [delivery] = site.service.deliveries.filter(({ path }) => path === browser.path);
    expect(delivery?.headers).toMatchObject({
      'content-encoding': 'aes128gcm',
      topic: expect.stringMatching(/^[\w-]{32}$/),
    });
    expect(Number(delivery?.headers.ttl)).toBeLessThanOrEqual(20 * 60);
    const [, token = '', key = ''] = /^vapid t=(.+), ?k=(.+)$/.exec(String(delivery?.headers.authorization)) ?? [];
    expect(key).toBe(process.env.VAPID_PUBLIC_KEY);
    const point = Buffer.from(key, 'base64url');
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
    const { payload } = await jwtVerify(token, createLocalJWKSet({ keys: [{ kty: 'EC', crv: 'P-256', x, y }] }));
    expect(payload).toMatchObject({ aud: site.service.origin, sub: 'mailto:ops@example.com' });
  });

  test('is left for a later sweep while its reminder is not due before the next one', async () => {
    const { person } = await subscriber();
    await addTask(person, { scheduled_at: inMinutes(17) });
    expect(await claimReminders()).toBe(0);
    expect(await claimReminders(new Date(Date.now() + 3 * minuteMs))).toBe(1);
  });

  test('is reminded of at the minute that is as long before as the person wants, not before it', async () => {
    const { person, browser } = await subscriber();
    await site.stack.supabase.query('update public.users set reminder_lead_minutes = 60 where id = $1', [person.id]);
    const scheduled_at = inMinutes(63);
    await addTask(person, { scheduled_at });
    expect(await claimReminders()).toBe(1);
    const [claimed] = await claims();
    expect(claimed?.remind_at.getTime()).toBe(
      Math.floor((Date.parse(scheduled_at) - 60 * minuteMs) / minuteMs) * minuteMs,
    );
    const owed = await site.stack.supabase.query(
      "select data from private.outbox where name = 'notification/reminders.due'",
    );
    expect(owed).toContainEqual({ data: { remind_at: claimed?.remind_at.toISOString().replace('.000', '') } });
    // Its minute has not come.
    expect(shown(browser)).toEqual([]);
  });

  test('is claimed by the sweep of a runner that starts, and delivered on its minute, not before', async () => {
    const { person, browser } = await subscriber();
    await addTask(person, { scheduled_at: inMinutes(5) });
    await claimReminders();
    // A minute to come in two seconds instead of up to sixty.
    const remindAt = new Date(Math.ceil(Date.now() / 1000) * 1000 + 2000);
    await site.stack.supabase.query('update private.reminders set remind_at = $1', [remindAt]);
    await site.stack.supabase.query("update private.outbox set data = jsonb_build_object('remind_at', $1::text)", [
      remindAt.toISOString(),
    ]);
    const later = await addTask(person, { title: 'Swim', scheduled_at: inMinutes(6) });
    await startAgain({ schedules: true });
    await until(
      async () => shown(browser),
      (messages) => messages.length === 2,
    );
    const [first] = site.service.deliveries.filter(
      ({ path, body }) => path === browser.path && browser.read(body).title === 'Run 3 km',
    );
    expect(first?.at).toBeGreaterThanOrEqual(remindAt.getTime());
    expect(shown(browser)).toContainEqual(expect.objectContaining({ task_id: later.id }));
    await site.stack.runner?.idle();
    await startAgain({ schedules: false });
  });

  test.each<[string, (person: Person, id: string) => Promise<unknown>]>([
    ['done', (person, id) => person.patch(`/tasks/${id}`, { status: 'done' })],
    ['deleted', (person, id) => person.delete(`/tasks/${id}`)],
    ['moved', (person, id) => person.patch(`/tasks/${id}`, { scheduled_at: inMinutes(300) })],
  ])('that is %s between its claim and its minute is not reminded of', async (_, change) => {
    const { person, browser } = await subscriber();
    const { id } = await addTask(person, { scheduled_at: inMinutes(9) });
    expect(await claimReminders()).toBe(1);
    await change(person, id);
    await sweep();
    expect((await claims()).map(({ tries }) => tries)).toEqual([1]);
    expect(shown(browser)).toEqual([]);
  });

  test('that moves is reminded of again, at its new time', async () => {
    const { person, browser } = await subscriber();
    const { id } = await addTask(person, { scheduled_at: inMinutes(9) });
    await sweep();
    await person.patch(`/tasks/${id}`, { scheduled_at: inMinutes(7) });
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    expect(shown(browser)).toHaveLength(2);
  });

  test('that began a while ago, that is done, that has no time, or whose person has no browser is none', async () => {
    const { person } = await subscriber();
    const unreachable = await site.stack.signUp();
    await addTask(unreachable, { scheduled_at: inMinutes(5) });
    await addTask(person, { scheduled_at: inMinutes(-10) });
    await addTask(person, { date: new Date().toISOString().slice(0, 10) });
    const { id } = await addTask(person, { scheduled_at: inMinutes(5) });
    await person.patch(`/tasks/${id}`, { status: 'done' });
    expect(await claimReminders()).toBe(0);
  });

  test('whose words are a crisis or violence is never pushed back to its person', async () => {
    const { person, browser } = await subscriber();
    await addTask(person, { title: 'Kill myself', scheduled_at: inMinutes(5) });
    await addTask(person, { title: 'Mich umbringen', scheduled_at: inMinutes(5), recurrence_rule: 'FREQ=DAILY' });
    await addTask(person, { title: 'Call the shelter, my husband hits me', scheduled_at: inMinutes(5) });
    const { id } = await addTask(person, { title: 'Do deadlifts till I drop', scheduled_at: inMinutes(5) });
    await sweep();
    expect(shown(browser)).toEqual([expect.objectContaining({ task_id: id })]);
  });
});

describe('a repeating task', () => {
  const clock = (timezone: string, instant: string) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hour: '2-digit', minute: '2-digit' }).format(
      new Date(instant),
    );

  test.each(['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'])(
    'is reminded of at its next occurrence, on the clock of %s',
    async (timezone) => {
      const { person, browser } = await subscriber();
      await site.stack.supabase.query('update public.users set timezone = $2 where id = $1', [person.id, timezone]);
      const scheduled_at = inMinutes(8).replace(/:\d\d\.\d+Z/, ':00.000Z');
      const { id } = await addTask(person, { scheduled_at, recurrence_rule: 'FREQ=DAILY' });
      expect(await sweep()).toBe(1);
      expect(await sweep()).toBe(0);
      const day = new Intl.DateTimeFormat('en-CA', { timeZone: timezone }).format(new Date(scheduled_at));
      expect(shown(browser)).toEqual([
        expect.objectContaining({
          task_id: `${id}@${day}`,
          scheduled_at,
          body: expect.stringContaining(`at ${clock(timezone, scheduled_at)}`),
        }),
      ]);
    },
  );

  test('is not reminded of where its occurrence is done, deleted or moved', async () => {
    const { person, browser } = await subscriber();
    const scheduled_at = inMinutes(8).replace(/:\d\d\.\d+Z/, ':00.000Z');
    const day = scheduled_at.slice(0, 10);
    const series = await Promise.all(
      times(3, (n) => addTask(person, { title: `Stretch ${n}`, scheduled_at, recurrence_rule: 'FREQ=DAILY' })),
    );
    const [done, deleted, moved] = series.map(({ id }) => `/tasks/${encodeURIComponent(`${id}@${day}`)}`);
    expect((await person.patch(`${done}`, { status: 'done' })).status).toBe(200);
    expect(await claimReminders()).toBe(2);
    expect((await person.delete(`${deleted}`)).status).toBe(204);
    expect((await person.patch(`${moved}`, { scheduled_at: inMinutes(500) })).status).toBe(200);
    await sweep();
    expect(shown(browser)).toEqual([]);
  });

  test('has a row of its own for an occurrence, and still one reminder', async () => {
    const { person, browser } = await subscriber();
    const scheduled_at = inMinutes(8).replace(/:\d\d\.\d+Z/, ':00.000Z');
    const { id } = await addTask(person, { scheduled_at, recurrence_rule: 'FREQ=DAILY' });
    await sweep();
    const occurrence = encodeURIComponent(`${id}@${scheduled_at.slice(0, 10)}`);
    await person.patch(`/tasks/${occurrence}`, { title: 'Stretch well' });
    expect(await sweep()).toBe(0);
    expect(shown(browser)).toHaveLength(1);
  });
});

test('without VAPID keys nothing is claimed', async () => {
  const { person } = await subscriber();
  await addTask(person, { scheduled_at: inMinutes(5) });
  const { VAPID_PRIVATE_KEY } = process.env;
  process.env.VAPID_PRIVATE_KEY = '';
  expect(await claimReminders()).toBe(0);
  process.env.VAPID_PRIVATE_KEY = VAPID_PRIVATE_KEY;
  expect(await claimReminders()).toBe(1);
});

test('a task of no real time cannot be written, and one that could not be read costs nobody else a reminder', async () => {
  const [{ person }, { person: odd }] = [await subscriber(), await subscriber()];
  await addTask(person, { scheduled_at: inMinutes(4) });
  const { id } = await addTask(odd, { recurrence_rule: 'FREQ=DAILY', scheduled_at: inMinutes(4) });
  const write = (value: string) => site.stack.supabase.query(`update public.tasks set ${value} where id = $1`, [id]);
  for (const value of ["ends_on = 'infinity'", "scheduled_at = 'infinity'", "excluded_dates = '{infinity}'"]) {
    await expect(write(value)).rejects.toThrow(/check constraint/);
  }
  await site.stack.supabase.query('alter table public.tasks drop constraint tasks_ends_on_check');
  await write("ends_on = 'infinity'");
  expect(await claimReminders()).toBe(1);
  await site.stack.supabase.query('delete from public.tasks where id = $1', [id]);
});

test('a zone that only PostgreSQL knows cannot be written, and costs nobody else a reminder', async () => {
  const [{ person }, { person: odd }] = [await subscriber(), await subscriber()];
  for (const each of [person, odd]) {
    await each.patch('/account', { quiet_hours: { from: '00:00', to: '00:01' } });
    await addTask(each, { scheduled_at: inMinutes(4) });
  }
  const write = () =>
    site.stack.supabase.query("update public.users set timezone = 'Foo/Bar+3' where id = $1", [odd.id]);
  await expect(write()).rejects.toThrow(/foreign key constraint/);
  await site.stack.supabase.query('alter table public.users drop constraint users_timezone_fkey');
  await write();
  await claimReminders();
  const claimed = await site.stack.supabase.query('select user_id from private.reminders');
  expect(claimed).toEqual([{ user_id: person.id }]);
  await site.stack.supabase.query('delete from auth.users where id = $1', [odd.id]);
});

test('reminders go after two days', async () => {
  const { person } = await subscriber();
  await addTask(person, { scheduled_at: inMinutes(5) });
  await claimReminders();
  expect(await prune(10)).toBe(0);
  await site.stack.supabase.query("update private.reminders set remind_at = now() - interval '49 hours'");
  expect(await prune(10)).toBe(1);
});

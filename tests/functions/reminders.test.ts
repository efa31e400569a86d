import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import webpush from 'web-push';
import { makeBrowser, type PushService, startPushService } from '../../harness/push-service.ts';
import { prune } from '../../lib/maintenance.ts';
import { claimReminders, deliverReminders } from '../../lib/notifications/reminders.ts';
import { startRunner } from '../../local/inngest/runner.ts';
import { type Person, startTestStack, type TestStack, times, until } from '../support/stack.ts';

const keys = webpush.generateVAPIDKeys();
const minuteMs = 60_000;

let stack: TestStack;
let service: PushService;
beforeAll(async () => {
  Object.assign(process.env, {
    VAPID_PUBLIC_KEY: keys.publicKey,
    VAPID_PRIVATE_KEY: keys.privateKey,
    VAPID_SUBJECT: 'mailto:ops@example.com',
  });
  service = await startPushService();
  // A test sweeps when it wants to: a sweep of the runner's own would claim first.
  stack = await startTestStack({ runner: true, schedules: false });
  await stack.runner?.sync();
});
afterAll(async () => {
  await stack.stop();
  await service.stop();
});
// Everybody is swept: what one test left would be the next one's.
afterEach(async () => {
  await stack.supabase.query('delete from auth.users');
  await stack.supabase.query('delete from private.outbox');
});

type Created = { id: string };
type Browser = ReturnType<typeof makeBrowser>;
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * minuteMs).toISOString();

/** A person with a browser, who is reminded ten minutes before, and briefed in the morning only where a test is about that. */
async function subscriber({ morning_brief = false } = {}): Promise<{ person: Person; browser: Browser }> {
  const person = await stack.signUp();
  await person.patch('/account', { morning_brief });
  const browser = makeBrowser(service.origin);
  await person.post('/api/v1/notifications/subscriptions', browser.subscription);
  return { person, browser };
}

const addTask = async (person: Person, task: object) =>
  (await person.post<Created>('/tasks', { title: 'Run 3 km', ...task })).body;

/** Returns the notifications that a browser was shown. */
const shown = (browser: Browser) =>
  service.deliveries.filter(({ path }) => path === browser.path).map(({ body }) => browser.read(body));

const claims = () =>
  stack.supabase.query<{ task_id: string; scheduled_at: Date; remind_at: Date; tries: number }>(
    'select task_id, scheduled_at, remind_at, tries from private.reminders order by scheduled_at',
  );

/** Claims what is due and sends the events that this owes, as the sweep does; the runner does the rest. */
async function sweep(): Promise<number> {
  const claimed = await claimReminders();
  const owed = await stack.supabase.query<{ id: string; name: string; data: object }>(
    "update private.outbox set sent_at = now() where name like 'notification/%' and sent_at is null returning id, name, data",
  );
  for (const event of owed) {
    await fetch(`${stack.runner?.url}/e/key`, { method: 'POST', body: JSON.stringify(event) });
  }
  await stack.runner?.idle();
  return claimed;
}

/** Stops the runner and starts another. */
async function startAgain({ schedules }: { schedules: boolean }): Promise<void> {
  await stack.runner?.stop();
  stack.runner = await startRunner({
    port: 0,
    appUrl: `${stack.api.url}/api/inngest`,
    databaseUrl: stack.supabase.databaseUrl,
    schedules,
  });
  process.env.INNGEST_DEV = stack.runner.url;
  await stack.runner.sync();
}

describe('a task with a time of day', () => {
  test('is reminded of once, in every browser of its person, whoever sweeps how often', async () => {
    const { person, browser } = await subscriber();
    const second = makeBrowser(service.origin);
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
    const [delivery] = service.deliveries.filter(({ path }) => path === browser.path);
    expect(delivery?.headers).toMatchObject({
      'content-encoding': 'aes128gcm',
      topic: expect.stringMatching(/^[\w-]{32}$/),
    });
    expect(Number(delivery?.headers.ttl)).toBeLessThanOrEqual(20 * 60);
    const [, token = '', key = ''] = /^vapid t=(.+), ?k=(.+)$/.exec(String(delivery?.headers.authorization)) ?? [];
    expect(key).toBe(keys.publicKey);
    const point = Buffer.from(key, 'base64url');
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
    const { payload } = await jwtVerify(token, createLocalJWKSet({ keys: [{ kty: 'EC', crv: 'P-256', x, y }] }));
    expect(payload).toMatchObject({ aud: service.origin, sub: 'mailto:ops@example.com' });
  });

  test('is left for a later sweep while its reminder is not due before the next one', async () => {
    const { person } = await subscriber();
    await addTask(person, { scheduled_at: inMinutes(17) });
    expect(await claimReminders()).toBe(0);
    expect(await claimReminders(new Date(Date.now() + 3 * minuteMs))).toBe(1);
  });

  test('is reminded of at the minute that is as long before as the person wants, not before it', async () => {
    const { person, browser } = await subscriber();
    await stack.supabase.query('update public.users set reminder_lead_minutes = 60 where id = $1', [person.id]);
    const scheduled_at = inMinutes(63);
    await addTask(person, { scheduled_at });
    expect(await claimReminders()).toBe(1);
    const [claimed] = await claims();
    expect(claimed?.remind_at.getTime()).toBe(
      Math.floor((Date.parse(scheduled_at) - 60 * minuteMs) / minuteMs) * minuteMs,
    );
    const owed = await stack.supabase.query(
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
    await stack.supabase.query('update private.reminders set remind_at = $1', [remindAt]);
    await stack.supabase.query("update private.outbox set data = jsonb_build_object('remind_at', $1::text)", [
      remindAt.toISOString(),
    ]);
    const later = await addTask(person, { title: 'Swim', scheduled_at: inMinutes(6) });
    await startAgain({ schedules: true });
    await until(
      async () => shown(browser),
      (messages) => messages.length === 2,
    );
    const [first] = service.deliveries.filter(
      ({ path, body }) => path === browser.path && browser.read(body).title === 'Run 3 km',
    );
    expect(first?.at).toBeGreaterThanOrEqual(remindAt.getTime());
    expect(shown(browser)).toContainEqual(expect.objectContaining({ task_id: later.id }));
    await stack.runner?.idle();
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
    const unreachable = await stack.signUp();
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
      await stack.supabase.query('update public.users set timezone = $2 where id = $1', [person.id, timezone]);
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

describe('a reminder whose run was lost', () => {
  /** Claims what is due and loses the event, as a queue that is wiped does; its minute has come since. */
  async function loseRun(): Promise<void> {
    expect(await claimReminders()).toBe(1);
    await stack.supabase.query('delete from private.outbox');
    await stack.supabase.query("update private.reminders set remind_at = remind_at - interval '6 minutes'");
  }

  test('is owed again by the next sweep, and sent once', async () => {
    const { person, browser } = await subscriber();
    await addTask(person, { scheduled_at: inMinutes(12) });
    await loseRun();
    expect(await sweep()).toBe(1);
    expect(shown(browser)).toHaveLength(1);
    expect(await sweep()).toBe(0);
    expect(shown(browser)).toHaveLength(1);
  });

  test('and was only late is still sent once', async () => {
    const { person, browser } = await subscriber();
    await addTask(person, { scheduled_at: inMinutes(12) });
    await loseRun();
    const [row] = await claims();
    await Promise.all([sweep(), deliverReminders(row?.remind_at.toISOString() ?? '', 10)]);
    await deliverReminders(row?.remind_at.toISOString() ?? '', 10);
    expect(shown(browser)).toHaveLength(1);
  });

  test('is left while its event waits to be sent, and when its task began too long ago', async () => {
    const { person } = await subscriber();
    await addTask(person, { scheduled_at: inMinutes(12) });
    await loseRun();
    const owed = () => stack.supabase.query("select 1 from private.outbox where name = 'notification/reminders.due'");
    await claimReminders();
    await claimReminders();
    expect(await owed()).toHaveLength(1);
    await stack.supabase.query('delete from private.outbox');
    await stack.supabase.query("update private.reminders set scheduled_at = now() - interval '16 minutes'");
    await stack.supabase.query('delete from public.tasks');
    expect(await claimReminders()).toBe(0);
  });
});

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

describe('a push service', () => {
  test.each([404, 410])('that answers %i knows the browser no more: its subscription is deleted', async (status) => {
    const { person, browser } = await subscriber();
    service.refuse(browser.path, { status });
    await addTask(person, { scheduled_at: inMinutes(5) });
    await sweep();
    expect(service.deliveries.filter(({ path }) => path === browser.path)).toHaveLength(1);
    expect(await stack.supabase.query('select 1 from public.push_subscriptions')).toEqual([]);
  });

  test('that is busy is asked again when it says, and browsers that were reached are left in peace', async () => {
    const { person, browser } = await subscriber();
    const busy = makeBrowser(service.origin);
    await person.post('/api/v1/notifications/subscriptions', busy.subscription);
    service.refuse(
      busy.path,
      { status: 429, headers: { 'retry-after': '1' } },
      { status: 503, headers: { 'retry-after': '1' } },
    );
    await addTask(person, { scheduled_at: inMinutes(5) });
    await sweep();
    await until(
      async () => service.deliveries.filter(({ path }) => path === busy.path),
      (deliveries) => deliveries.length === 3,
    );
    await stack.runner?.idle();
    expect(shown(browser)).toHaveLength(1);
    expect(shown(busy)).toHaveLength(3);
    expect((await claims()).map(({ tries }) => tries)).toEqual([3]);
    expect(await stack.supabase.query('select 1 from public.push_subscriptions')).toHaveLength(2);
  });

  test.each([
    ['refuses our message', { status: 400 }],
    ['wants more time than a reminder has', { status: 429, headers: { 'retry-after': '86400' } }],
  ])('that %s is not asked again', async (_, refusal) => {
    const { person, browser } = await subscriber();
    service.refuse(browser.path, refusal);
    await addTask(person, { scheduled_at: inMinutes(5) });
    await sweep();
    expect(service.deliveries.filter(({ path }) => path === browser.path)).toHaveLength(1);
    expect(await stack.supabase.query('select 1 from public.push_subscriptions')).toHaveLength(1);
  });

  test('that no longer may be sent to, or never might, is sent nothing', async () => {
    const { person, browser } = await subscriber();
    const { endpoint, keys } = makeBrowser(service.origin.replace('127.0.0.1', 'localhost')).subscription;
    await stack.supabase.query(
      'insert into public.push_subscriptions (user_id, endpoint, p256dh, auth) values ($1, $2, $3, $4)',
      [person.id, endpoint, keys.p256dh, keys.auth],
    );
    await addTask(person, { scheduled_at: inMinutes(5) });
    const before = service.deliveries.length;
    await sweep();
    expect(service.deliveries.slice(before).map(({ path }) => path)).toEqual([browser.path]);
    expect(await stack.supabase.query('select endpoint from public.push_subscriptions')).toEqual([
      { endpoint: browser.subscription.endpoint },
    ]);
  });
});

test('a delivery that runs twice sends once, and one that is a quarter of an hour late sends nothing', async () => {
  const { person, browser } = await subscriber();
  await addTask(person, { scheduled_at: inMinutes(5) });
  const late = await addTask(person, { title: 'Swim', scheduled_at: inMinutes(6) });
  expect(await claimReminders()).toBe(2);
  await stack.supabase.query(
    "update private.reminders set scheduled_at = now() - interval '16 minutes' where task_id = $1",
    [late.id],
  );
  for (const minute of new Set((await claims()).map(({ remind_at }) => remind_at.toISOString()))) {
    await Promise.all(times(3, () => deliverReminders(minute, 10)));
    await deliverReminders(minute, 10);
  }
  expect(shown(browser).map(({ title }) => title)).toEqual(['Run 3 km']);
});

test('without VAPID keys nothing is claimed', async () => {
  const { person } = await subscriber();
  await addTask(person, { scheduled_at: inMinutes(5) });
  process.env.VAPID_PRIVATE_KEY = '';
  expect(await claimReminders()).toBe(0);
  process.env.VAPID_PRIVATE_KEY = keys.privateKey;
  expect(await claimReminders()).toBe(1);
});

test('a task of no real time cannot be written, and one that could not be read costs nobody else a reminder', async () => {
  const [{ person }, { person: odd }] = [await subscriber(), await subscriber()];
  await addTask(person, { scheduled_at: inMinutes(4) });
  const { id } = await addTask(odd, { recurrence_rule: 'FREQ=DAILY', scheduled_at: inMinutes(4) });
  const write = (value: string) => stack.supabase.query(`update public.tasks set ${value} where id = $1`, [id]);
  for (const value of ["ends_on = 'infinity'", "scheduled_at = 'infinity'", "excluded_dates = '{infinity}'"]) {
    await expect(write(value)).rejects.toThrow(/check constraint/);
  }
  await stack.supabase.query('alter table public.tasks drop constraint tasks_ends_on_check');
  await write("ends_on = 'infinity'");
  expect(await claimReminders()).toBe(1);
  await stack.supabase.query('delete from public.tasks where id = $1', [id]);
});

test('a zone that only PostgreSQL knows cannot be written, and costs nobody else a reminder', async () => {
  const [{ person }, { person: odd }] = [await subscriber(), await subscriber()];
  for (const each of [person, odd]) {
    await each.patch('/account', { quiet_hours: { from: '00:00', to: '00:01' } });
    await addTask(each, { scheduled_at: inMinutes(4) });
  }
  const write = () => stack.supabase.query("update public.users set timezone = 'Foo/Bar+3' where id = $1", [odd.id]);
  await expect(write()).rejects.toThrow(/foreign key constraint/);
  await stack.supabase.query('alter table public.users drop constraint users_timezone_fkey');
  await write();
  await claimReminders();
  const claimed = await stack.supabase.query('select user_id from private.reminders');
  expect(claimed).toEqual([{ user_id: person.id }]);
  await stack.supabase.query('delete from auth.users where id = $1', [odd.id]);
});

test('an event that cannot be read holds up no other', async () => {
  const { person } = await subscriber();
  const ids = { goal_id: crypto.randomUUID(), user_id: person.id, request_id: crypto.randomUUID() };
  const owe = (data: object, name: string) =>
    stack.supabase.query(
      `insert into private.outbox (user_id, name, data, created_at) values ($1, $2, $3, now() - interval '1 hour')`,
      [person.id, name, JSON.stringify(data)],
    );
  await owe([], 'chat/sandbox.released');
  await owe(ids, 'goal/plan.requested');
  await startAgain({ schedules: true });
  const unsent = () =>
    stack.supabase.query('select name from private.outbox where user_id = $1 and sent_at is null', [person.id]);
  expect(await until(unsent, (left) => left.length < 2)).toEqual([{ name: 'chat/sandbox.released' }]);
  await startAgain({ schedules: false });
});

test('reminders go after two days', async () => {
  const { person } = await subscriber();
  await addTask(person, { scheduled_at: inMinutes(5) });
  await claimReminders();
  expect(await prune(10)).toBe(0);
  await stack.supabase.query("update private.reminders set remind_at = now() - interval '49 hours'");
  expect(await prune(10)).toBe(1);
});

import { describe, expect, test } from 'vitest';
import { makeBrowser } from '../../harness/push-service.ts';
import { claimReminders, deliverReminders } from '../../lib/notifications/reminders.ts';
import { addTask, inMinutes, setUpReminders } from '../support/reminders.ts';
import { times, until } from '../support/stack.ts';

const site = setUpReminders();
const { subscriber, shown, claims, sweep, startAgain } = site;

describe('a reminder whose run was lost', () => {
  /** Claims what is due and loses the event, as a queue that is wiped does; its minute has come since. */
  async function loseRun(): Promise<void> {
    expect(await claimReminders()).toBe(1);
    await site.stack.supabase.query('delete from private.outbox');
    await site.stack.supabase.query("update private.reminders set remind_at = remind_at - interval '6 minutes'");
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
    const owed = () =>
      site.stack.supabase.query("select 1 from private.outbox where name = 'notification/reminders.due'");
    await claimReminders();
    await claimReminders();
    expect(await owed()).toHaveLength(1);
    await site.stack.supabase.query('delete from private.outbox');
    await site.stack.supabase.query("update private.reminders set scheduled_at = now() - interval '16 minutes'");
    await site.stack.supabase.query('delete from public.tasks');
    expect(await claimReminders()).toBe(0);
  });
});

describe('a push service', () => {
  test.each([404, 410])('that answers %i knows the browser no more: its subscription is deleted', async (status) => {
    const { person, browser } = await subscriber();
    site.service.refuse(browser.path, { status });
    await addTask(person, { scheduled_at: inMinutes(5) });
    await sweep();
    expect(site.service.deliveries.filter(({ path }) => path === browser.path)).toHaveLength(1);
    expect(await site.stack.supabase.query('select 1 from public.push_subscriptions')).toEqual([]);
  });

  test('that is busy is asked again when it says, and browsers that were reached are left in peace', async () => {
    const { person, browser } = await subscriber();
    const busy = makeBrowser(site.service.origin);
    await person.post('/api/v1/notifications/subscriptions', busy.subscription);
    site.service.refuse(
      busy.path,
      { status: 429, headers: { 'retry-after': '1' } },
      { status: 503, headers: { 'retry-after': '1' } },
    );
    await addTask(person, { scheduled_at: inMinutes(5) });
    await sweep();
    await until(
      async () => site.service.deliveries.filter(({ path }) => path === busy.path),
      (deliveries) => deliveries.length === 3,
    );
    await site.stack.runner?.idle();
    expect(shown(browser)).toHaveLength(1);
    expect(shown(busy)).toHaveLength(3);
    expect((await claims()).map(({ tries }) => tries)).toEqual([3]);
    expect(await site.stack.supabase.query('select 1 from public.push_subscriptions')).toHaveLength(2);
  });

  test.each([
    ['refuses our message', { status: 400 }],
    ['wants more time than a reminder has', { status: 429, headers: { 'retry-after': '86400' } }],
  ])('that %s is not asked again', async (_, refusal) => {
    const { person, browser } = await subscriber();
    site.service.refuse(browser.path, refusal);
    await addTask(person, { scheduled_at: inMinutes(5) });
    await sweep();
    expect(site.service.deliveries.filter(({ path }) => path === browser.path)).toHaveLength(1);
    expect(await site.stack.supabase.query('select 1 from public.push_subscriptions')).toHaveLength(1);
  });

  test('that no longer may be sent to, or never might, is sent nothing', async () => {
    const { person, browser } = await subscriber();
    const { endpoint, keys } = makeBrowser(site.service.origin.replace('127.0.0.1', 'localhost')).subscription;
    await site.stack.supabase.query(
      'insert into public.push_subscriptions (user_id, endpoint, p256dh, auth) values ($1, $2, $3, $4)',
      [person.id, endpoint, keys.p256dh, keys.auth],
    );
    await addTask(person, { scheduled_at: inMinutes(5) });
    const before = site.service.deliveries.length;
    await sweep();
    expect(site.service.deliveries.slice(before).map(({ path }) => path)).toEqual([browser.path]);
    expect(await site.stack.supabase.query('select endpoint from public.push_subscriptions')).toEqual([
      { endpoint: browser.subscription.endpoint },
    ]);
  });
});

test('a delivery that runs twice sends once, and one that is a quarter of an hour late sends nothing', async () => {
  const { person, browser } = await subscriber();
  await addTask(person, { scheduled_at: inMinutes(5) });
  const late = await addTask(person, { title: 'Swim', scheduled_at: inMinutes(6) });
  expect(await claimReminders()).toBe(2);
  await site.stack.supabase.query(
    "update private.reminders set scheduled_at = now() - interval '16 minutes' where task_id = $1",
    [late.id],
  );
  for (const minute of new Set((await claims()).map(({ remind_at }) => remind_at.toISOString()))) {
    await Promise.all(times(3, () => deliverReminders(minute, 10)));
    await deliverReminders(minute, 10);
  }
  expect(shown(browser).map(({ title }) => title)).toEqual(['Run 3 km']);
});

test('an event that cannot be read holds up no other', async () => {
  const { person } = await subscriber();
  const ids = { goal_id: crypto.randomUUID(), user_id: person.id, request_id: crypto.randomUUID() };
  const owe = (data: object, name: string) =>
    site.stack.supabase.query(
      `insert into private.outbox (user_id, name, data, created_at) values ($1, $2, $3, now() - interval '1 hour')`,
      [person.id, name, JSON.stringify(data)],
    );
  await owe([], 'chat/sandbox.released');
  await owe(ids, 'goal/plan.requested');
  await startAgain({ schedules: true });
  const unsent = () =>
    site.stack.supabase.query('select name from private.outbox where user_id = $1 and sent_at is null', [person.id]);
  expect(await until(unsent, (left) => left.length < 2)).toEqual([{ name: 'chat/sandbox.released' }]);
  await startAgain({ schedules: false });
});

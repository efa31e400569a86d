import { describe, expect, test } from 'vitest';
import { until } from '../support/stack.ts';
import { createAccount, DAYTIME_ZONE, noBrowser, setUpConsole } from './browser.ts';

describe.skipIf(noBrowser)('reminders in the console, in Chromium', () => {
  const site = setUpConsole();

  test('what is pushed is shown with done, later and skip on it, and what is chosen is done and can be undone', async () => {
    const page = await site.open({ serviceWorkers: 'allow', permissions: ['notifications'] });
    const session = await page.context().newCDPSession(page);
    const registered = new Promise<string>((resolve) => {
      session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
        if (first) resolve(first.registrationId);
      });
    });
    await session.send('ServiceWorker.enable');
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    const { email } = await createAccount(page);
    const [task] = await site.stack.supabase.query<{ id: string }>(
      `insert into public.tasks (user_id, title, date, duration_minutes, scheduled_at)
       select id, 'Call mum', (now() at time zone '${DAYTIME_ZONE}')::date, 30, now() from public.users where email = $1
       returning id`,
      [email],
    );
    const current = async () => {
      const [row] = await site.stack.supabase.query<{ status: string; moved: boolean }>(
        'select status, scheduled_at > now() as moved from public.tasks where id = $1',
        [task?.id],
      );
      return row;
    };
    const [worker] = page.context().serviceWorkers();
    const registrationId = await registered;
    const choose = async (action: string) => {
      await session.send('ServiceWorker.deliverPushMessage', {
        origin: site.stack.api.url,
        registrationId,
        data: JSON.stringify({ type: 'reminder', title: 'Call mum', body: 'In 10 minutes', task_id: task?.id }),
      });
      const shown = await until(
        () =>
          worker?.evaluate(
            'self.registration.getNotifications().then((all) => all.map(({ title, actions }) => [title, ...actions.map(({ title }) => title)]))',
          ) ?? Promise.resolve([]),
        (all) => Array.isArray(all) && all.length > 0,
      );
      // Chromium has room for two of the three.
      expect(shown).toEqual([['Call mum', 'Done', 'Later']]);
      await worker?.evaluate(
        `self.registration.getNotifications().then(([notification]) => {
          self.dispatchEvent(new NotificationEvent('notificationclick', { notification, action: '${action}' }));
        })`,
      );
    };
    const undo = async () => {
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'hidden' });
    };

    await choose('done');
    await page.locator('.toast').getByText('Done: Call mum').waitFor();
    expect(await current()).toMatchObject({ status: 'done' });
    await undo();
    expect(await current()).toMatchObject({ status: 'pending' });
    await choose('skip');
    await page.locator('.toast').getByText('Skipped: Call mum').waitFor();
    expect(await current()).toMatchObject({ status: 'cancelled' });
    await undo();
    await choose('later');
    await page.locator('.toast').getByText('Call mum: moved to').waitFor();
    expect(await current()).toMatchObject({ status: 'pending', moved: true });
    expect(new URL(page.url()).hash).toBe('#/today');
  });

  test('where reminders are not set up, the account says so', async () => {
    const page = await site.open({ serviceWorkers: 'allow' });
    await createAccount(page);
    await page.getByRole('link', { name: 'You' }).click();
    await page.getByRole('button', { name: 'Remind me in this browser' }).click();
    await page.getByRole('alert').getByText('Reminders are not set up on this server.').waitFor();
  });
});

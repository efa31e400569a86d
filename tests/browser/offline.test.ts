import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type ApiServer, startApi } from '../../local/api.ts';
import { until } from '../support/stack.ts';
import { createAccount, DAYTIME_ZONE, noBrowser, openPage, setUpConsole, type WatchedPage } from './browser.ts';

const Manifest = z.looseObject({ icons: z.array(z.object({ src: z.string(), sizes: z.string() })) });

describe.skipIf(noBrowser)('the console without a connection, in Chromium', () => {
  const site = setUpConsole();
  /** A server of its own, to be stopped and started again. */
  let api: ApiServer;
  beforeEach(async () => {
    api = await startApi({ port: 0 });
  });
  afterEach(() => api.stop());

  const connection = (page: WatchedPage) => page.getByRole('region', { name: 'Connection' });
  const line = (page: WatchedPage, title: string) => page.locator('.line', { hasText: title });
  const statusesOf = async (email: string) =>
    Object.fromEntries(
      (
        await site.stack.supabase.query<{ title: string; status: string }>(
          'select title, status from public.tasks where user_id = (select id from public.users where email = $1)',
          [email],
        )
      ).map(({ title, status }) => [title, status]),
    );

  /** A person with tasks on today's list, whose browser keeps the console. */
  async function enter(...titles: string[]): Promise<{ page: WatchedPage; email: string }> {
    const page = await openPage(site.browser, api.url, { serviceWorkers: 'allow' });
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    const { email } = await createAccount(page);
    await site.stack.supabase.query(
      `insert into public.tasks (user_id, title, date, duration_minutes)
       select id, unnest($2::text[]), (now() at time zone '${DAYTIME_ZONE}')::date, 30 from public.users where email = $1`,
      [email, titles],
    );
    await page.reload();
    await line(page, titles[0] ?? '').waitFor();
    return { page, email };
  }

  async function restart(): Promise<void> {
    api = await startApi({ port: Number(new URL(api.url).port) });
  }

  test('while the server is stopped the list opens and is ticked; what was ticked is sent in order once it is back', async () => {
    const { page, email } = await enter('call mum', 'buy milk', 'pay rent');
    await api.stop();
    await page.reload();
    await page.getByText('This is your list as it was').waitFor();
    await page
      .getByRole('region', { name: 'Connection' })
      .getByText('The server cannot be reached right now.')
      .waitFor();
    await line(page, 'call mum').getByRole('checkbox').click();
    await line(page, 'pay rent').getByRole('checkbox').click();
    await line(page, 'buy milk').getByRole('checkbox').click();
    // Taken back, and ticked again: last in the row.
    await page.getByText('Done today (3)').click();
    await line(page, 'call mum').getByRole('checkbox').click();
    await line(page, 'call mum').getByRole('checkbox').click();
    await page.reload();
    await page.getByText('Done today (3)').waitFor();
    await connection(page).getByText('3 ticks will be sent when the connection is back.').waitFor();
    expect(await statusesOf(email)).toEqual({ 'call mum': 'pending', 'buy milk': 'pending', 'pay rent': 'pending' });

    const sent: string[] = [];
    page.on('response', async (response) => {
      if (response.request().method() === 'PATCH') sent.push((await response.json()).title);
    });
    await restart();
    await until(
      () => statusesOf(email),
      (all) => Object.values(all).every((status) => status === 'done'),
    );
    await connection(page).getByText('ticks').waitFor({ state: 'hidden' });
    await until(
      async () => sent,
      (titles) => titles.length === 3,
    );
    expect(sent).toEqual(['pay rent', 'buy milk', 'call mum']);
    await page.getByText('All done for today.').waitFor();
  });

  test('while the server is stopped every view says so, keeps what was written, and goes on when it is back', async () => {
    const { page } = await enter('call mum');
    await api.stop();
    for (const view of ['week', 'plan', 'insights', 'you']) {
      await page.goto(`${api.url}/#/${view}`);
      await page.getByRole('alert').getByText('The server could not be reached.').first().waitFor();
    }
    await page.goto(`${api.url}/#/chat`);
    const message = page.getByRole('textbox', { name: 'Message' });
    await message.fill('What is on tomorrow?');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('The server could not be reached.').waitFor();
    expect(await message.inputValue()).toBe('What is on tomorrow?');
    await restart();
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'You' }).getByText('What is on tomorrow?').waitFor();
    for (const view of ['week', 'plan', 'insights', 'you']) {
      await api.stop();
      await page.goto(`${api.url}/#/${view}`);
      const again = page.getByRole('button', { name: 'Try again' });
      await again.waitFor();
      await restart();
      await again.click();
      await again.waitFor({ state: 'hidden' });
      await page.getByRole('alert').filter({ hasText: 'reached' }).waitFor({ state: 'hidden' });
    }
  });

  test('without a network the console opens too, and says that it is offline', async () => {
    const { page } = await enter('call mum');
    await page.context().setOffline(true);
    await connection(page).getByText('You are offline.').waitFor();
    await page.reload();
    await line(page, 'call mum').waitFor();
    await connection(page).getByText('You are offline.').waitFor();
    await page.context().setOffline(false);
    await connection(page).getByText('You are offline.').waitFor({ state: 'hidden' });
  });

  test('a tick whose answer was lost happens once; one of a task that is gone is said in words', async () => {
    const { page, email } = await enter('call mum', 'buy milk');
    const doneAt = () =>
      site.stack.supabase.query<{ at: Date }>(
        "select completed_at as at from public.tasks where title = 'call mum' and user_id = (select id from public.users where email = $1)",
        [email],
      );
    await page.route('**/tasks/*', (route) => route.fetch().then(() => route.abort()), { times: 1 });
    await line(page, 'call mum').getByRole('checkbox').click();
    await connection(page).getByText('1 tick will be sent').waitFor();
    const [first] = await doneAt();
    await api.stop();
    await line(page, 'buy milk').getByRole('checkbox').click();
    await connection(page).getByText('2 ticks will be sent').waitFor();
    await site.stack.supabase.query("delete from public.tasks where title = 'buy milk'");
    await restart();
    await page.locator('.toast').getByText('buy milk: There is no such task').waitFor();
    await connection(page).getByText('will be sent').waitFor({ state: 'hidden' });
    expect(await doneAt()).toEqual([first]);
    expect(await statusesOf(email)).toEqual({ 'call mum': 'done' });
  });

  test('who signs out leaves nothing in the browser', async () => {
    const { page } = await enter('call mum');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Email').waitFor();
    expect(await page.evaluate('Object.keys(localStorage)')).toEqual([]);
  });

  test('the console can be installed: its manifest names icons that are there', async () => {
    const manifest = Manifest.parse(await (await fetch(`${api.url}/manifest.webmanifest`)).json());
    expect(manifest).toMatchObject({ start_url: '/#/today', display: 'standalone' });
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
    const page = await openPage(site.browser, api.url, { serviceWorkers: 'allow' });
    for (const { src, sizes } of manifest.icons) {
      const size = await page.evaluate(
        `new Promise((resolve, reject) => Object.assign(new Image(), { onload() { resolve(this.naturalWidth); }, onerror: reject, src: '${src}' }))`,
      );
      if (sizes !== 'any') expect(`${size}x${size}`).toBe(sizes);
    }
    const session = await page.context().newCDPSession(page);
    expect((await session.send('Page.getAppManifest')).errors).toEqual([]);
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    expect(
      (await session.send('Page.getInstallabilityErrors')).installabilityErrors.map(({ errorId }) => errorId),
    ).toEqual(
      // A test's profile is one that cannot keep apps.
      ['in-incognito'],
    );
    expect(page.troubles).toEqual([]);
  });
});

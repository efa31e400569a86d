import { describe, expect, test } from 'vitest';
import { until } from '../support/stack.ts';
import { createAccount, DAYTIME_ZONE, noBrowser, setUpConsole, violations, type WatchedPage } from './browser.ts';

describe.skipIf(noBrowser)('the day and the week in the console, in Chromium', () => {
  const site = setUpConsole({ runner: true });

  test('what a new person types stays, also while the account is slow to take their timezone', async () => {
    const page = await site.open();
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/account', async (route) => {
      if (route.request().method() === 'PATCH') await held;
      await route.continue();
    });
    const { email } = await createAccount(page);
    const line = page.getByRole('textbox', { name: 'Add a task' });
    await line.fill('Water the plants');
    const taken = page.waitForResponse((response) => response.request().method() === 'PATCH');
    release();
    await taken;
    const [person] = await site.stack.supabase.query<{ timezone: string }>(
      'select timezone from public.users where email = $1',
      [email],
    );
    expect(person?.timezone).toBe(DAYTIME_ZONE);
    expect(await line.inputValue()).toBe('Water the plants');
  });

  async function add(page: WatchedPage, words: string): Promise<void> {
    await page.getByRole('textbox', { name: 'Add a task' }).fill(words);
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Added').waitFor();
    await until(
      () => page.getByRole('textbox', { name: 'Add a task' }).inputValue(),
      (value) => value === '',
    );
  }

  async function undo(page: WatchedPage): Promise<void> {
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'hidden' });
  }

  const line = (page: WatchedPage, title: string) => page.locator('.line', { hasText: title });
  const tasksOf = (email: string) =>
    site.stack.supabase.query<{
      title: string;
      status: string;
      recurrence_rule: string | null;
      scheduled_at: Date | null;
    }>(
      `select title, status, recurrence_rule, scheduled_at from public.tasks
       where user_id = (select id from public.users where email = $1) order by created_at`,
      [email],
    );

  test('a line of words is shown as it is understood, each part can be taken off, and adding can be undone', async () => {
    const { page, email } = await site.enter();
    const words = page.getByRole('textbox', { name: 'Add a task' });
    const chips = page.getByRole('list', { name: 'Understood' }).getByRole('listitem');
    await words.fill('water plants every day at 23:30 for 10 minutes');
    await until(
      () => chips.count(),
      (count) => count === 3,
    );
    expect((await chips.allTextContents()).join()).toMatch(/every day.*11:30 PM.*10 min/);
    await chips.getByRole('button', { name: 'Not every day' }).click();
    expect(await chips.count()).toBe(2);
    await page.keyboard.press('Enter');
    await line(page, 'water plants every day').waitFor();
    expect(await tasksOf(email)).toMatchObject([{ title: 'water plants every day', recurrence_rule: null }]);

    await undo(page);
    await line(page, 'water plants').waitFor({ state: 'hidden' });
    expect(await tasksOf(email)).toEqual([]);
    expect(page.troubles).toEqual([]);
  });

  test('what is not clear is asked in place and saves nothing', async () => {
    const { page, email } = await site.enter();
    await page.getByRole('textbox', { name: 'Add a task' }).fill('buy milk next week');
    await page.keyboard.press('Enter');
    await page.getByText('Which day of the week do you mean?').waitFor();
    expect(await tasksOf(email)).toEqual([]);
  });

  test('a tick goes to what is done today and can be undone; one that fails goes back and says why', async () => {
    const { page, email } = await site.enter();
    await add(page, 'call mum');
    await page.getByText('1 thing today, about 30 min.').waitFor();
    await line(page, 'call mum').getByRole('checkbox').check();
    await page.getByText('All done for today.').waitFor();
    await page.getByText('Done today (1)').waitFor();
    await undo(page);
    await page.getByText('1 thing today, about 30 min.').waitFor();
    expect(await tasksOf(email)).toMatchObject([{ status: 'pending' }]);

    await page.route('**/tasks/*', (route) => route.fulfill({ status: 500, json: { detail: 'That did not work.' } }));
    const box = line(page, 'call mum').getByRole('checkbox');
    await box.click();
    await line(page, 'call mum').getByRole('alert').getByText('That did not work.').waitFor();
    expect(await box.isChecked()).toBe(false);
  });

  test('a task is moved to a suggested time, by words, renamed and skipped', async () => {
    const { page, email } = await site.enter();
    await add(page, 'draft two pages');
    const panel = async () => {
      const task = line(page, 'pages');
      await task.getByRole('button', { name: 'More about' }).click();
      return task;
    };
    let task = await panel();
    await task.getByRole('button', { name: 'Edit' }).click();
    await task.getByLabel('Title').fill('Draft three pages');
    await task.getByRole('button', { name: 'Save' }).click();
    await line(page, 'Draft three pages').waitFor();

    task = await panel();
    await task.getByRole('button', { name: 'Move' }).click();
    await task.locator('.chip').first().click();
    await page.getByRole('status').getByText('moved to').waitFor();
    const [moved] = await tasksOf(email);
    expect(moved?.scheduled_at).not.toBeNull();
    await undo(page);
    await until(
      () => tasksOf(email),
      ([row]) => row?.scheduled_at === null,
    );

    task = await panel();
    await task.getByRole('button', { name: 'Move' }).click();
    await task.getByLabel('Or in your words').fill('in 3 days at 18:00');
    await page.keyboard.press('Enter');
    await line(page, 'pages').waitFor({ state: 'hidden' });
    await undo(page);
    task = line(page, 'pages');
    await task.waitFor();
    await panel();
    await task.getByRole('button', { name: 'Skip' }).click();
    await task.waitFor({ state: 'hidden' });
    expect(await tasksOf(email)).toMatchObject([{ title: 'Draft three pages', status: 'cancelled' }]);
    expect(page.troubles).toEqual([]);
  });

  test('what was left open on the days before is below, without reproach', async () => {
    const { page, email } = await site.enter();
    await site.stack.supabase.query(
      `insert into public.tasks (user_id, title, date, duration_minutes)
       select id, 'Sort receipts', (now() at time zone '${DAYTIME_ZONE}')::date - 2, 20 from public.users where email = $1`,
      [email],
    );
    await page.reload();
    await page.getByRole('heading', { name: 'From before' }).waitFor();
    const weekday = new Intl.DateTimeFormat('en-US', { weekday: 'long', timeZone: DAYTIME_ZONE });
    const before = weekday.format(Date.now() - 2 * 86_400_000);
    await line(page, 'Sort receipts').getByText(`20 min · from ${before}`).waitFor();
  });

  test('a repeating task stands on each day of the week; all of them end at once', async () => {
    const { page } = await site.enter();
    await add(page, 'stretch every day at 23:15 for 5 minutes');
    await page.getByRole('link', { name: 'Week', exact: true }).click();
    await page.getByRole('link', { name: 'Week after' }).click();
    await until(
      () => line(page, 'stretch').count(),
      (count) => count === 7,
    );
    await page.getByText('5 min of 2 h').first().waitFor();
    const first = line(page, 'stretch').first();
    await first.getByRole('button', { name: 'More about' }).click();
    await first.getByRole('button', { name: 'End all of them' }).click();
    await first.getByRole('checkbox', { name: 'All of them go' }).check();
    await first.getByRole('button', { name: 'End', exact: true }).click();
    await until(
      () => line(page, 'stretch').count(),
      (count) => count === 0,
    );
    expect(page.troubles).toEqual([]);
  });

  test('with the keyboard alone: n writes, j and k go, x ticks, m moves', async () => {
    const { page, email } = await site.enter();
    await page.keyboard.press('n');
    await page.keyboard.type('read a page');
    await page.keyboard.press('Enter');
    await line(page, 'read a page').waitFor();
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('j');
    await page.keyboard.press('m');
    await page.getByRole('form', { name: 'Move read a page' }).waitFor();
    expect(await page.evaluate('document.activeElement.name')).toBe('when');
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('All done for today.').waitFor();
    expect(await tasksOf(email)).toMatchObject([{ status: 'done' }]);
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await keys.getByText('Tick it').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'hidden' });
  });

  test.each(['today', 'week', 'insights', 'you'])(
    'where the server does not answer, %s says so and tries again',
    async (view) => {
      const { page } = await site.enter();
      await page.route(/\/account(\/insights)?$/, (route) => route.abort());
      await page.goto(`${site.stack.api.url}/#/${view}`);
      await page.reload();
      await page.getByText('The server could not be reached.').waitFor();
      await page.unroute(/\/account(\/insights)?$/);
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.locator('.quick, .lists, .card, .empty').first().waitFor();
    },
  );

  test.each([
    { width: 360, colorScheme: 'light' as const },
    { width: 360, colorScheme: 'dark' as const },
    { width: 1440, colorScheme: 'light' as const },
    { width: 1440, colorScheme: 'dark' as const },
  ])('at $width px, $colorScheme, every view is accessible and nothing is cut off', async ({ width, colorScheme }) => {
    const { page } = await site.enter({ viewport: { width, height: 800 }, colorScheme });
    await add(page, `water plants every day at 23:30 ${'Donaudampfschifffahrt'.repeat(6)}`);
    await add(page, 'اتصل بأمي');
    await page.getByRole('link', { name: 'Goals' }).click();
    await page.getByLabel('What do you want to reach?').fill('Run 10 km in 8 weeks');
    await page.getByRole('button', { name: 'Make a plan' }).click();
    await page.locator('.week').first().waitFor();
    for (const view of ['today', 'week', 'plan', 'chat', 'insights', 'you']) {
      await page.goto(`${site.stack.api.url}/#/${view}`);
      await page.locator('.quick, .lists, .week, .composer, .card, .empty').first().waitFor();
      for (const more of await page.locator('.more').all()) await more.click();
      expect(await page.evaluate('document.documentElement.scrollWidth'), view).toBeLessThanOrEqual(width);
      expect(await violations(page), view).toEqual([]);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { until } from '../support/stack.ts';
import { createAccount, noBrowser, setUpConsole, violations } from './browser.ts';

describe.skipIf(noBrowser)('what a person sees first and looks back on in the console, in Chromium', () => {
  const site = setUpConsole({ runner: true });

  test('insights draw what was done and left open, say it in words and have a table behind each drawing', async () => {
    const { page, email } = await site.enter();
    await page.getByRole('link', { name: 'Insights' }).click();
    await page.getByRole('link', { name: 'See what is on today' }).waitFor();
    await site.stack.supabase.query(
      `with person as (select id from public.users where email = $1),
         goal as (insert into public.goals (user_id, title) select id, 'Run a marathon' from person returning id, user_id)
       insert into public.tasks (user_id, goal_id, title, date, duration_minutes, status, completed_at)
       select user_id, id, 'Run', day, 40, case when extract(isodow from day) = 3 then 'missed' else 'done' end, day
       from goal, generate_series(current_date - 13, current_date, '1 day') day`,
      [email],
    );
    await page.reload();
    const weekday = page.getByRole('region', { name: 'By weekday' });
    const picture = weekday.getByRole('img');
    await picture.waitFor();
    expect(await picture.getAttribute('aria-label')).toMatch(/Monday: 2 of 2 done.*Wednesday: 0 of 2 done/);
    await weekday.getByText('As a table').click();
    await weekday.getByRole('row', { name: 'Wednesday 0 of 2 done' }).waitFor();
    await page.getByRole('region', { name: 'Week by week' }).locator('rect.done').first().waitFor();
    await page
      .getByRole('region', { name: 'Time by goal' })
      .getByRole('img', { name: 'Run a marathon: 8 h' })
      .waitFor();
    await page.getByText('12 tasks').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(page.troubles).toEqual([]);
  });

  test('a new person begins with an example goal; an empty week says what to do', async () => {
    const { page } = await site.enter();
    const examples = page.getByRole('list', { name: 'Goals to begin with' }).getByRole('link');
    expect(await examples.count()).toBe(3);
    await page.getByRole('link', { name: 'Week', exact: true }).click();
    await page.getByText('Nothing is planned in this week.').waitFor();
    await page.getByRole('link', { name: 'begin with a goal' }).click();
    await examples.first().click();
    const title = page.getByLabel('What do you want to reach?');
    await until(
      () => title.inputValue(),
      (value) => value === 'Run 5 km in 8 weeks',
    );
    expect(await title.evaluate((node) => node === node.ownerDocument?.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('.week').first().waitFor();
    await page.getByRole('heading', { name: 'Run 5 km in 8 weeks' }).waitFor();
    expect(page.troubles).toEqual([]);
  });

  test('a new password holds, and a person can sign out on every device', async () => {
    const { page, email } = await site.enter();
    await page.getByRole('link', { name: 'You' }).click();
    await page.getByLabel('New password').fill('another horse');
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText('The new password holds from now on.').waitFor();
    await page.getByRole('button', { name: 'Sign out on every device' }).click();
    await page.getByLabel('Email').fill(email);
    expect(await page.getByRole('alert').count()).toBe(0);
    const sessions = () =>
      site.stack.supabase.query(
        'select from auth.sessions where user_id = (select id from auth.users where email = $1)',
        [email],
      );
    expect(await sessions()).toEqual([]);
    await page.getByLabel('Password').fill('another horse');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('textbox', { name: 'Add a task' }).waitFor();
    expect(await sessions()).toHaveLength(1);
    expect(page.troubles).toEqual([]);
  });

  test.each([
    { name: 'texts twice as large', change: "style.fontSize = '200%'" },
    { name: 'from right to left', change: "dir = 'rtl'" },
  ])('on a phone, with $name, every view is accessible and scrolls down only', async ({ change }) => {
    const page = await site.open({ viewport: { width: 360, height: 740 } });
    await page.getByLabel('Email').waitFor();
    await page.evaluate(`document.documentElement.${change}`);
    const check = async (view: string) => {
      expect(await page.evaluate('document.documentElement.scrollWidth'), view).toBeLessThanOrEqual(360);
      // Whatever goes past the start of a page cannot be scrolled to at all.
      expect(await page.evaluate(outside), view).toEqual([]);
      expect(await violations(page), view).toEqual([]);
    };
    await check('sign-in');
    const { email } = await createAccount(page);
    await check('the first day');
    await site.stack.supabase.query(
      `insert into public.tasks (user_id, title, date, duration_minutes, status)
       select id, title, current_date + days, 30, case when days < 0 then 'done' else 'pending' end
       from public.users, (values ('اتصل بأمي واسألها عن وصفة الكعك الذي كانت تخبزه', 0),
         ('Donaudampfschifffahrtsgesellschaftskapitän anrufen und Unterlagen mitnehmen', 0), ('Lesen', -3)) task (title, days)
       where email = $1`,
      [email],
    );
    await page.getByRole('link', { name: 'Goals' }).click();
    await page.getByLabel('What do you want to reach?').fill('أريد أن أركض 10 كم خلال 8 أسابيع');
    await page.getByRole('button', { name: 'Make a plan' }).click();
    await page.locator('.week').first().waitFor();
    for (const view of ['today', 'week', 'plan', 'chat', 'insights', 'you']) {
      await page.goto(`${site.stack.api.url}/#/${view}`);
      await page.locator('.quick, .lists, .week, .composer, .card').first().waitFor();
      for (const more of await page.locator('.more').all()) await more.click();
      await page.evaluate("document.querySelectorAll('details').forEach((folded) => (folded.open = true))");
      await check(view);
    }
    expect(page.troubles).toEqual([]);
  });
});

/** Runs in the page: what is cut off at either side of it. Where a list scrolls by itself, it is not cut off. */
const outside = `[...document.querySelectorAll('body *')]
  .filter((node) => node.checkVisibility() && !node.closest('.goals, .unseen, .skip, pre, svg'))
  .filter((node) => {
    const { left, right, width } = node.getBoundingClientRect();
    return width > 0 && (left < -1 || right > innerWidth + 1);
  })
  .map((node) => node.tagName + '.' + node.className + ' ' + node.textContent.slice(0, 30))`;

import { describe, expect, test } from 'vitest';
import { until } from '../support/stack.ts';
import { makeGoal, noBrowser, openChat, setUpConsole, signUp } from './browser.ts';

describe.skipIf(noBrowser)('the console at /, in Chromium', () => {
  const site = setUpConsole({ runner: true });

  test('people sign up, out and in again; a wrong password is said in words', async () => {
    const page = await site.open();
    const { email, password } = await signUp(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill('wrong horse');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('Invalid login credentials').waitFor();
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText(email).waitFor();
  });

  test('whoever signs in next begins at their own goals; a goal that is not there leaves the list', async () => {
    const page = await site.open();
    await signUp(page);
    await makeGoal(page);
    const { hash } = new URL(page.url());
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Email').waitFor();
    await signUp(page);
    await page.getByRole('heading', { name: 'Start with one goal' }).waitFor();
    await makeGoal(page);
    await page.goto(`${site.stack.api.url}/${hash}`);
    await page.getByText('There is no such goal.').waitFor();
    expect(await page.locator('.goals li').count()).toBe(1);
  });

  test('to skip to the content keeps the view', async () => {
    const page = await openChat(site);
    await page.getByText('Skip to the content').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    expect(await page.getByRole('heading', { name: 'Chat' }).count()).toBe(1);
  });

  test('a sign-in that reaches nothing says so in words', async () => {
    const page = await site.open();
    await page.route('**/auth/v1/**', (route) => route.abort());
    await page.getByLabel('Email').fill('somebody@example.com');
    await page.getByLabel('Password').fill('correct horse');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('The sign-in server could not be reached.').waitFor();
  });

  test('whoever comes back after their session has ended is told so', async () => {
    const page = await site.open();
    await signUp(page);
    // On a page without the app, which would notice at once and say it before the reload.
    await page.goto(`${site.stack.api.url}/health`);
    await page.evaluate(
      "localStorage.setItem('flux-session', JSON.stringify({ ...JSON.parse(localStorage.getItem('flux-session')), expires_at: 1, refresh_token: 'gone' }))",
    );
    await page.goto(site.stack.api.url);
    await page.getByText('Your session has ended. Please sign in again.').waitFor();
    expect(await page.title()).toBe('Sign in · Flux');
  });

  test('settings save themselves, memories come and go, the calendar has an address, and the account can be erased', async () => {
    const { page, email } = await site.enter();
    await page.getByRole('link', { name: 'You' }).click();
    await page.getByLabel('Minutes a day').fill('45');
    await page.getByRole('checkbox', { name: 'Sun' }).check();
    await page.getByText('Saved.').waitFor();
    await until(
      () =>
        site.stack.supabase.query<{ minutes: number; days: number[] }>(
          'select daily_minutes as minutes, rest_days as days from public.users where email = $1',
          [email],
        ),
      ([row]) => row?.minutes === 45 && row.days.join() === '0',
    );
    await page.getByLabel('Minutes a day').fill('5');
    await page.getByRole('textbox', { name: 'Name' }).focus();
    expect(await page.locator('input:invalid').count()).toBeGreaterThan(0);

    await page.getByLabel('Something to remember').fill('I train on Tuesdays');
    await page.getByRole('button', { name: 'Remember' }).click();
    await page.getByRole('button', { name: 'Forget: I train on Tuesdays' }).click();
    await page.getByText('Nothing yet.').waitFor();

    await page.getByRole('button', { name: 'Make an address' }).click();
    expect(await page.getByLabel('Address of your calendar').inputValue()).toMatch(/\/tasks\.ics\?token=/);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download everything' }).click();
    expect((await download).suggestedFilename()).toBe('flux-export.json');

    await page.getByText('Erase the account').click();
    await page.getByLabel(`Type ${email}`).fill('no');
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await page.getByRole('alert').getByText(`Type ${email}`).waitFor();
    await page.getByLabel(`Type ${email}`).fill(email);
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await page.getByLabel('Email').waitFor();
    expect(await site.stack.supabase.query('select id from public.users where email = $1', [email])).toEqual([]);
  });

  test('a memory is edited in place, and a correction takes the place of what it corrects', async () => {
    const { page } = await site.enter();
    await page.getByRole('link', { name: 'You' }).click();
    const card = page.getByRole('region', { name: 'What is remembered' });
    const lines = card.getByRole('listitem');
    const remember = async (fact: string) => {
      await card.getByLabel('Something to remember').fill(fact);
      await card.getByRole('button', { name: 'Remember' }).click();
      await lines.getByText(fact).waitFor();
    };
    await remember('I train on Tuesdays');
    await remember('My sister is called Ana');
    await remember('My sister is called Anna');
    expect(await lines.locator('span').allTextContents()).toEqual(['My sister is called Anna', 'I train on Tuesdays']);
    await card.getByRole('button', { name: 'Edit: I train on Tuesdays' }).click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('I train on Fridays');
    await page.keyboard.press('Enter');
    await lines.getByText('I train on Fridays').waitFor();
    await page.reload();
    await lines.first().waitFor();
    expect(await lines.locator('span').allTextContents()).toEqual(['I train on Fridays', 'My sister is called Anna']);
    expect(page.troubles).toEqual([]);
  });

  test('everything is within reach of the keyboard', async () => {
    const page = await site.open();
    await page.getByLabel('Email').waitFor();
    const account = { email: `${crypto.randomUUID()}@example.com`, password: 'correct horse' };
    await page.getByLabel('Email').focus();
    await page.keyboard.type(account.email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(account.password);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    // The focus follows the view, so a screen reader reads the new one.
    const focused = (tag: string) =>
      until(
        () => page.evaluate('document.activeElement.tagName'),
        (name) => name === tag,
      );
    await focused('H1');
    await page.getByRole('link', { name: 'Goals' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Your goals' }).waitFor();
    await focused('H1');
    await page.getByLabel('What do you want to reach?').focus();
    await page.keyboard.type('Read twelve books this year');
    await page.keyboard.press('Enter');
    await page.locator('.week').first().waitFor();
  });

  test('landmarks, labels and announcements are there for screen readers', async () => {
    const page = await site.open();
    await signUp(page);
    await makeGoal(page);
    await until(
      () => page.getByRole('status').first().textContent(),
      (text) => text === 'The plan is ready.',
    );
    for (const role of ['banner', 'main', 'contentinfo'] as const) expect(await page.getByRole(role).count()).toBe(1);
    const nameless = await page.evaluate(
      "[...document.querySelectorAll('input, textarea, button, a')].filter((c) => !c.labels?.length && !c.textContent.trim() && !c.ariaLabel).length",
    );
    expect(nameless).toBe(0);
  });

  test.each([
    { name: 'light', colorScheme: 'light' as const },
    { name: 'dark', colorScheme: 'dark' as const },
  ])('on a phone, in $name, nothing is cut off and texts have contrast', async ({ colorScheme }) => {
    const page = await site.open({
      viewport: { width: 360, height: 740 },
      isMobile: true,
      colorScheme,
    });
    await signUp(page);
    await page.getByText('Say more').click();
    await makeGoal(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect(await page.evaluate(contrasts)).toEqual([]);
    // A second goal, with a title that nothing breaks.
    await page.getByText('New goal').click();
    await page.getByLabel('What do you want to reach?').fill('Supercalifragilistic'.repeat(8));
    await page.getByRole('button', { name: 'Make a plan' }).click();
    await page.locator('.goals li').nth(1).waitFor();
    await page.locator('.week').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    // The chosen goal is in sight, wherever it is in the strip.
    await page.locator('.goals a').nth(1).click();
    const chosen = page.locator('.goals a[aria-current]', { hasText: 'wedding' });
    await until(
      () => chosen.boundingBox(),
      (box) => box !== null && box.x >= 0 && box.x + box.width <= 360,
    );
    await page.getByRole('link', { name: 'Chat' }).click();
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  });
});

/** Runs in the page: texts whose contrast with their background is below WCAG 2.2 AA (4.5, or 3 for large text). */
const contrasts = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgb = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = ([r, g, b]) => {
    const [R, G, B] = [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * R + 0.7152 * G + 0.0722 * B;
  };
  const behind = (node) => {
    const color = rgb(getComputedStyle(node).backgroundColor);
    return color[3] === 255 || !node.parentElement ? color : behind(node.parentElement);
  };
  return [...document.querySelectorAll('body *')]
    .filter((node) => node.checkVisibility() && [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim()))
    .flatMap((node) => {
      const style = getComputedStyle(node);
      const [a, b] = [luminance(rgb(style.color)), luminance(behind(node))].sort((x, y) => y - x);
      const ratio = (a + 0.05) / (b + 0.05);
      const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.6 && style.fontWeight >= 700);
      return ratio < (large ? 3 : 4.5) ? [node.textContent.trim().slice(0, 40) + ' ' + ratio.toFixed(2)] : [];
    });
})()`;

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FakeDeepgram, startDeepgram } from '../support/deepgram.ts';
import { startTestStack, type TestStack, until } from '../support/stack.ts';
import { noBrowser, openPage, startBrowser, type WatchedPage } from './browser.ts';

describe.skipIf(noBrowser)('the console at /, in Chromium', () => {
  let stack: TestStack;
  let browser: Browser;
  let deepgram: FakeDeepgram;
  beforeAll(async () => {
    stack = await startTestStack({ runner: true, sandbox: true });
    deepgram = await startDeepgram();
    process.env.DEEPGRAM_API_KEY = deepgram.apiKey;
    process.env.DEEPGRAM_BASE_URL = deepgram.url;
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await deepgram?.stop();
    await stack?.stop();
  });

  async function signUp(page: WatchedPage): Promise<{ email: string; password: string }> {
    const account = { email: `${crypto.randomUUID()}@example.com`, password: 'correct horse' };
    await page.getByLabel('Email').fill(account.email);
    await page.getByLabel('Password').fill(account.password);
    await page.getByRole('button', { name: 'Create an account' }).click();
    await page.getByRole('heading', { name: 'Your goals' }).waitFor();
    return account;
  }

  async function makeGoal(page: WatchedPage): Promise<void> {
    await page.getByLabel('What do you want to reach?').fill('Get fit for my wedding in 12 weeks');
    await page.getByRole('button', { name: 'Make a plan' }).click();
    await page.locator('.week').first().waitFor();
  }

  test('people sign up, out and in again; a wrong password is said in words', async () => {
    const page = await openPage(browser, stack.api.url);
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

  test('a goal becomes a calendar of weeks with today marked, and a ticked task stays ticked', async () => {
    const page = await openPage(browser, stack.api.url);
    await signUp(page);
    await makeGoal(page);
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin', dateStyle: 'short' }).format();
    expect(await page.locator('.day[aria-current="date"] time').getAttribute('datetime')).toBe(today);
    expect(await page.locator('.week').count()).toBe(12);

    const task = page.locator('.week.current').getByRole('checkbox').first();
    await task.check();
    await page.getByText(/^1 of \d+ tasks done/).waitFor();
    await page.reload();
    await page.locator('.week.current').waitFor();
    await until(() => page.locator('.week.current').getByRole('checkbox').first().isChecked(), Boolean);
    expect(page.troubles).toEqual([]);
  });

  test('code that is sent in the chat runs, and its output and answer appear', async () => {
    const page = await openPage(browser, stack.api.url);
    await signUp(page);
    await page.getByRole('link', { name: 'Chat' }).click();
    await page.getByRole('textbox', { name: 'Message' }).fill('Run this:\n```python\nprint(6 * 7)\n```');
    await page.keyboard.press('Enter');
    const answer = page.getByRole('article', { name: 'Flux' });
    await answer.locator('.output').getByText('42').waitFor();
    await until(
      () => answer.getAttribute('aria-busy'),
      (busy) => busy === null,
    );
    expect(await answer.locator('.text').textContent()).toContain('42');

    await page.reload();
    await page.getByRole('article', { name: 'Flux' }).locator('.text').getByText('42').first().waitFor();
    expect(page.troubles).toEqual([]);
  });

  test('a chart that the code makes is shown', async () => {
    const page = await openPage(browser, stack.api.url);
    await signUp(page);
    await page.getByRole('link', { name: 'Chat' }).click();
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40"/></svg>';
    const code = `class Chart:\n    def _repr_svg_(self):\n        return '${svg}'\nChart()`;
    await page.getByRole('textbox', { name: 'Message' }).fill(`Run this:\n\`\`\`python\n${code}\n\`\`\``);
    await page.getByRole('button', { name: 'Send' }).click();
    const chart = page.getByRole('article', { name: 'Flux' }).locator('figure img');
    await until(
      () => chart.evaluate((image) => ('naturalWidth' in image ? image.naturalWidth : 0)),
      (width) => width === 80,
    );
    expect(page.troubles).toEqual([]);
  });

  test('a voice session: the microphone is heard, what is said is shown and kept, an intent is run', async () => {
    const page = await openPage(browser, stack.api.url);
    await signUp(page);
    await page.getByRole('button', { name: 'Talk' }).click();
    const agent = await deepgram.connection();
    await agent.settings();
    await agent.listened;
    agent.hear('Remind me to water the plants tomorrow at seven');
    await page.getByText('Remind me to water the plants tomorrow at seven').waitFor();
    const [answer] = await agent.call({
      name: 'create_task',
      arguments: JSON.stringify({ title: 'Water the plants', when: 'tomorrow at seven' }),
    });
    agent.say(String(answer));
    await page.getByRole('listitem').getByText(String(answer)).waitFor();
    await page.getByText('Listening…').waitFor();
    await until(
      () => stack.supabase.query('select title from public.tasks where title = $1', ['Water the plants']),
      (rows) => rows.length === 1,
    );
    await page.getByRole('button', { name: 'Hang up' }).click();
    await agent.closed;
    await until(
      () => stack.supabase.query('select content from public.voice_messages', []),
      (rows) => rows.length === 2,
    );
    expect(page.troubles).toEqual([]);
  });

  test('whoever hangs up while a voice session is being opened is not listened to', async () => {
    const page = await openPage(browser, stack.api.url);
    const { email } = await signUp(page);
    const agentCalls = deepgram.agentCalls;
    const { promise: hungUp, resolve: release } = Promise.withResolvers<void>();
    await page.route('**/api/v1/voice/session', async (route) => {
      await hungUp;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Talk' }).click();
    await page.getByRole('button', { name: 'Hang up' }).click();
    await page.getByText('Hang up').waitFor({ state: 'hidden' });
    release();
    await until(
      () =>
        stack.supabase.query(
          'select closed_at from public.voice_sessions where user_id = (select id from public.users where email = $1)',
          [email],
        ),
      ([session]) => Boolean(session?.closed_at),
    );
    expect(deepgram.agentCalls).toBe(agentCalls);
    expect(page.troubles).toEqual([]);
  });

  test('everything is within reach of the keyboard', async () => {
    const page = await openPage(browser, stack.api.url);
    await page.getByLabel('Email').waitFor();
    const account = { email: `${crypto.randomUUID()}@example.com`, password: 'correct horse' };
    await page.getByLabel('Email').focus();
    await page.keyboard.type(account.email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(account.password);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Your goals' }).waitFor();
    // The focus follows the view, so a screen reader reads the new one.
    await until(
      () => page.evaluate('document.activeElement.textContent'),
      (text) => text === 'Your goals',
    );
    await page.getByLabel('What do you want to reach?').focus();
    await page.keyboard.type('Read twelve books this year');
    await page.keyboard.press('Enter');
    await page.locator('.week').first().waitFor();
  });

  test('landmarks, labels and announcements are there for screen readers', async () => {
    const page = await openPage(browser, stack.api.url);
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
    const page = await openPage(browser, stack.api.url, {
      viewport: { width: 360, height: 740 },
      isMobile: true,
      colorScheme,
    });
    await signUp(page);
    await page.getByText('Say more').click();
    await makeGoal(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect(await page.evaluate(contrasts)).toEqual([]);
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

import { describe, expect, test } from 'vitest';
import { until } from '../support/stack.ts';
import { noBrowser, openChat, questionsAndAnswers, sendProgram, setUpConsole, signUp } from './browser.ts';

describe.skipIf(noBrowser)('messages that wait, are lost or come from another tab in the console, in Chromium', () => {
  const site = setUpConsole({ runner: true, sandbox: true });

  test('what one tab sends and what comes of it appears in the other, each answer under its own question', async () => {
    const page = await openChat(site);
    await sendProgram(page, 'print("from the first tab")');
    await page.locator('.text').getByText('from the first tab').waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.locator('.text').getByText('from the first tab').waitFor();
    // Both at once: the first takes a while, so that the other waits for it.
    const box = (tab: typeof other) => tab.getByRole('textbox', { name: 'Message' });
    await sendProgram(page, 'import time\ntime.sleep(1)\nprint("slow")');
    await other.getByRole('article', { name: 'You' }).getByText('sleep').waitFor();
    await box(other).fill('2**70');
    await other.keyboard.press('Enter');
    for (const tab of [page, other]) {
      await tab
        .locator('.text')
        .getByText(String(2n ** 70n))
        .waitFor();
      expect(await questionsAndAnswers(tab)).toEqual(
        [/^Run this/, /from the first tab/, /sleep/, /slow/, /^2\*\*70$/, /1180591620717411303424/].map((text) =>
          expect.stringMatching(text),
        ),
      );
    }
    expect(page.troubles).toEqual([]);
  });

  test('two messages that are sent at once get an answer each', async () => {
    const page = await openChat(site);
    await sendProgram(page, 'import time\ntime.sleep(1)\nprint("the first")');
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    await sendProgram(page, 'print("the second")');
    const answers = page.getByRole('article', { name: 'Flux' });
    await answers.nth(1).locator('.text').getByText('the second').waitFor();
    expect(await answers.nth(0).locator('.text').textContent()).toContain('the first');
    expect(await answers.count()).toBe(2);
    expect(page.troubles).toEqual([]);
  });

  test('after a reload, two pending messages keep their answers', async () => {
    const page = await openChat(site);
    await sendProgram(page, 'import time\ntime.sleep(5)\nprint("the first")');
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    const accepted = page.waitForResponse((response) => response.url().endsWith('/api/chat'));
    await sendProgram(page, 'print("the second")');
    await accepted;
    await page.reload();
    await page.getByRole('article').nth(3).locator('.text').getByText('the second').waitFor();
    expect(await questionsAndAnswers(page)).toEqual(
      ['the first', 'the first', 'the second', 'the second'].map((text) => expect.stringContaining(text)),
    );
  });

  test('a connection that drops is taken up again', async () => {
    const page = await site.open();
    const { email } = await signUp(page);
    await page.getByRole('link', { name: 'Chat' }).click();
    await page.route('**/api/chat/response/**', (route) => route.abort(), { times: 1 });
    await sendProgram(page, 'print(6 * 7)');
    await page.getByText('Connection lost, trying again…').waitFor();
    await page.getByRole('article', { name: 'Flux' }).locator('.text').getByText('42').waitFor();
    expect(await page.getByText('Connection lost').count()).toBe(0);

    // A failure that no second try mends is given up on, and taken up again with the next message.
    await page.route('**/api/chat/response/**', (route) => route.fulfill({ status: 401 }), { times: 1 });
    await sendProgram(page, 'print("the second")');
    await page.getByText('The answer did not get here.').waitFor();
    await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'hidden' });
    await until(
      () =>
        site.stack.supabase.query(
          "select from public.chat_messages where status = 'done' and user_id = (select id from public.users where email = $1)",
          [email],
        ),
      (done) => done.length === 2,
    );
    await sendProgram(page, 'print("the third")');
    const answers = page.getByRole('article', { name: 'Flux' });
    await answers.nth(2).locator('.text').getByText('the third').waitFor();
    expect(await answers.nth(1).locator('.text').textContent()).toContain('the second');
  });

  test('a message is sent once and shown at once; what is typed meanwhile stays, and a failure gives the text back', async () => {
    const page = await openChat(site);
    const keys: (string | undefined)[] = [];
    const { promise: answered, resolve: release } = Promise.withResolvers<void>();
    await page.route('**/api/chat', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      await answered;
      // The message is accepted, and its answer lost.
      if (keys.length === 1) await route.fetch().then(() => route.abort());
      else await route.continue();
    });
    const box = page.getByRole('textbox', { name: 'Message' });
    await box.fill('2**10');
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'You' }).getByText('2**10').waitFor();
    await page.getByText('Sending…').waitFor();
    await page.keyboard.type('and then');
    await page.keyboard.press('Enter');
    expect(await box.inputValue()).toBe('and then');
    await box.fill('');
    release();
    await until(
      () => box.inputValue(),
      (text) => text === '2**10',
    );
    expect(await page.getByRole('article').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'Flux' }).locator('.text').getByText('1024').waitFor();
    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(keys[0]);
  });

  test('the conversation and the draft stay while the plan is looked at, and after an outage', async () => {
    const page = await openChat(site);
    await sendProgram(page, 'print(6 * 7)');
    await page.getByRole('article', { name: 'Flux' }).locator('.text').getByText('42').waitFor();
    await page.getByRole('textbox', { name: 'Message' }).fill('a draft');
    await page.getByRole('link', { name: 'Goals' }).click();
    await page.getByRole('heading', { name: 'Your goals' }).waitFor();
    await page.getByRole('link', { name: 'Chat' }).click();
    await page.getByRole('article', { name: 'You' }).getByText('6 * 7').waitFor();
    expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('a draft');

    await page.route('**/api/chat/*/messages*', (route) => route.abort(), { times: 1 });
    await page.reload();
    await page.getByText('The server could not be reached.').waitFor();
    await page.reload();
    await page.getByRole('article', { name: 'Flux' }).locator('.text').getByText('42').waitFor();
  });
});

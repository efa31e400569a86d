import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Mail } from '../../local/supabase/auth/mailbox.ts';
import { startTestStack, type TestStack, until } from '../support/stack.ts';
import { createAccount, noBrowser, openPage, startBrowser, violations, type WatchedPage } from './browser.ts';

describe.skipIf(noBrowser)('ways in and back in to the console, in Chromium', () => {
  let stack: TestStack;
  let browser: Browser;
  beforeAll(async () => {
    stack = await startTestStack();
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  const mailTo = (address: string): Promise<Mail> =>
    until<Mail | undefined>(
      async () => {
        const answer = await fetch(`${stack.supabase.url}/mail`, { headers: { accept: 'application/json' } });
        const mails: Mail[] = JSON.parse(await answer.text());
        return mails.find(({ to }) => to === address);
      },
      (mail) => mail !== undefined,
    ).then((mail) => mail ?? Promise.reject(new Error('no mail')));

  const signInWith = async (page: WatchedPage, email: string, password: string) => {
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('textbox', { name: 'Add a task' }).waitFor();
  };

  test('a forgotten password is replaced with a code from the mail', async () => {
    const page = await openPage(browser, stack.api.url);
    const { email } = await createAccount(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Email').fill(email);
    await page.getByRole('button', { name: 'Forgot your password?' }).click();
    await page.getByRole('button', { name: 'Mail me a code' }).click();
    const code = page.getByLabel('Code from the mail');
    await code.fill('000000');
    await page.getByRole('textbox', { name: 'New password' }).fill('battery staple');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use this password' }).click();
    await page.getByRole('alert').getByText('This code is wrong or no longer good.').waitFor();
    await code.fill((await mailTo(email)).code);
    await page.getByRole('button', { name: 'Use this password' }).click();
    await page.getByRole('textbox', { name: 'Add a task' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signInWith(page, email, 'battery staple');
  });

  test('the link in the mail leads to where a new password is chosen; a used one says so', async () => {
    const page = await openPage(browser, stack.api.url);
    const { email } = await createAccount(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Email').fill(email);
    await page.getByRole('button', { name: 'Forgot your password?' }).click();
    await page.getByRole('button', { name: 'Mail me a code' }).click();
    const { link } = await mailTo(email);
    await page.goto(link);
    await page.getByLabel('New password').fill('battery staple');
    await page.getByRole('button', { name: 'Change the password' }).click();
    await page.getByText('The new password holds from now on.').waitFor();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByLabel('Email').waitFor();
    await page.goto(link);
    await page.getByText('This link is no longer good. Ask for another one.').waitFor();
  });

  test('somebody tries it without an account, and keeps what they made under an address', async () => {
    const page = await openPage(browser, stack.api.url);
    await page.getByRole('button', { name: 'Try without an account' }).click();
    const line = page.getByRole('textbox', { name: 'Add a task' });
    await line.fill('Water the plants');
    await line.press('Enter');
    await page.getByText('Water the plants').first().waitFor();
    page.once('dialog', (dialog) => void dialog.dismiss());
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('Guest', { exact: true }).waitFor();

    await page.getByRole('link', { name: 'You' }).click();
    const form = page.getByRole('form', { name: 'Keep what is here' });
    const email = `${crypto.randomUUID()}@example.com`;
    await form.getByLabel('Email').fill(email);
    await form.getByLabel('Password').fill('correct horse');
    expect(await violations(page)).toEqual([]);
    await form.getByRole('button', { name: 'Keep it' }).click();
    const first = await mailTo(email);
    // Asked again after the second in which no further mail is sent.
    await page.waitForTimeout(1_050);
    await form.getByRole('button', { name: 'Keep it' }).click();
    const second = await until(
      () => mailTo(email),
      ({ token_hash }) => token_hash !== first.token_hash,
    );
    await page.getByLabel('Code from the mail').fill(second.code);
    await page.getByRole('button', { name: 'Confirm the address' }).click();
    await page.locator('#who').getByText(email).waitFor();
    await page.getByRole('button', { name: 'Change the password' }).waitFor();

    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await signInWith(page, email, 'correct horse');
    await page.getByText('Water the plants').first().waitFor();
    // That the password is there already, when the code was asked for again.
    expect(page.troubles).toEqual([expect.stringMatching(/422 .*\/auth\/v1\/user$/)]);
  });
});

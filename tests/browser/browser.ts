import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { startTestStack, type TestStack } from '../support/stack.ts';

const executablePath = '/usr/bin/chromium';
const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** The reason why there is no browser to test in, or false. Debian's package `chromium` brings one. */
export const noBrowser = existsSync(executablePath)
  ? false
  : `${executablePath} is not there: install Debian's chromium`;
if (noBrowser) process.stderr.write(`Skipped: the tests in a browser. ${noBrowser}.\n`);

/** Starts Chromium with a profile of its own, without any traffic that nobody asked for. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A microphone that beeps, and leave to listen to it.
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  });
}

/** A page that notes what went wrong in it: uncaught errors, console errors, what its own policy blocked. */
export type WatchedPage = Page & { troubles: string[] };

/**
 * The zone of a new page: one where it is between 5 and 14 o'clock, so that "at 23:15" is still to come today, whenever
 * the tests run.
 */
export const DAYTIME_ZONE = ['America/Los_Angeles', 'America/Sao_Paulo', 'Europe/Berlin', 'Asia/Tokyo'].find(
  (timeZone) => {
    const hour = Number(new Intl.DateTimeFormat('en-GB', { hour: 'numeric', timeZone }).format());
    return hour >= 5 && hour < 14;
  },
);

/** Opens a page in a new profile. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    timezoneId: DAYTIME_ZONE,
    // A worker's cache would stand between a test and what it routes.
    serviceWorkers: 'block',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    // On this machine the console asks whether the server lends the demo person, and a test's does not.
    const isDemoProbe = message.location().url.endsWith('/goals?limit=1');
    if (message.type() === 'error' && !isDemoProbe) troubles.push(`${message.text()} ${message.location().url}`);
  });
  await page.goto(url);
  return Object.assign(page, { troubles });
}

/** Signs up as somebody new, who is shown their day. */
export async function createAccount(page: Page): Promise<{ email: string; password: string }> {
  const account = { email: `${crypto.randomUUID()}@example.com`, password: 'correct horse' };
  await page.getByLabel('Email').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByRole('textbox', { name: 'Add a task' }).waitFor();
  return account;
}

/** Signs up as somebody new, who goes to their goals. */
export async function signUp(page: Page): Promise<{ email: string; password: string }> {
  const account = await createAccount(page);
  await page.getByRole('link', { name: 'Goals' }).click();
  await page.getByRole('heading', { name: 'Your goals' }).waitFor();
  return account;
}

/** Makes a goal of twelve weeks, and waits for its plan. */
export async function makeGoal(page: Page): Promise<void> {
  await page.getByLabel('What do you want to reach?').fill('Get fit for my wedding in 12 weeks');
  await page.getByRole('button', { name: 'Make a plan' }).click();
  await page.locator('.week').first().waitFor();
}

export type Console = {
  readonly stack: TestStack;
  readonly browser: Browser;
  /** Opens the console in a new profile. */
  open(options?: BrowserContextOptions): Promise<WatchedPage>;
  /** Opens the console as somebody new, who is shown their day. */
  enter(options?: BrowserContextOptions): Promise<{ page: WatchedPage; email: string }>;
};

/** Starts a stack and Chromium before the tests of a block, and stops both after them. */
export function setUpConsole(options: Parameters<typeof startTestStack>[0] = {}): Console {
  let stack: TestStack;
  let browser: Browser;
  beforeAll(async () => {
    stack = await startTestStack(options);
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });
  const open = (options?: BrowserContextOptions) => openPage(browser, stack.api.url, options);
  return {
    get stack() {
      return stack;
    },
    get browser() {
      return browser;
    },
    open,
    async enter(options) {
      const page = await open(options);
      const { email } = await createAccount(page);
      return { page, email };
    },
  };
}

/** Opens the chat as somebody new. */
export async function openChat(site: Console): Promise<WatchedPage> {
  const { page } = await site.enter();
  await page.getByRole('link', { name: 'Chat' }).click();
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  return page;
}

/** Sends a program in the chat. */
export async function sendProgram(page: Page, code: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(`Run this:\n\`\`\`python\n${code}\n\`\`\``);
  await page.keyboard.press('Enter');
}

/** Returns the conversation's questions and answers in their order. */
export function questionsAndAnswers(page: Page): Promise<string[]> {
  return page
    .getByRole('article')
    .locator('xpath=.')
    .evaluateAll((all) => all.map((node) => (node.querySelector('.text') ?? node).textContent?.trim() ?? ''));
}

/** Returns what axe finds wrong with the page. */
export async function violations(page: Page): Promise<unknown> {
  await page.evaluate(axe);
  return page.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))",
  );
}

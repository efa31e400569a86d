import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { letDaysPass } from '../../harness/days-pass.ts';
import type { Plan, PlanQuestion } from '../../lib/goals/planner/schema.ts';
import { reviewGoal } from '../../lib/goals/review.ts';
import { type FakeDeepgram, startDeepgram } from '../support/deepgram.ts';
import { startTestStack, type TestStack, until } from '../support/stack.ts';
import { createAccount, DAYTIME_ZONE, noBrowser, openPage, startBrowser, type WatchedPage } from './browser.ts';

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
    const account = await createAccount(page);
    await page.getByRole('link', { name: 'Goals' }).click();
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
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: DAYTIME_ZONE, dateStyle: 'short' }).format();
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

  test('a plan shows its times, notes, later phases and questions; an answer plans again', async () => {
    const page = await openPage(browser, stack.api.url);
    await signUp(page);
    await page.getByLabel('What do you want to reach?').fill('Run a marathon in 60 weeks');
    await page.getByRole('button', { name: 'Make a plan' }).click();
    await page.locator('.week').first().waitFor();
    const [goal] = await stack.supabase.query<{ plan: Plan; questions: PlanQuestion[] }>(
      "select plan_json as plan, questions from public.goals where title = 'Run a marathon in 60 weeks'",
    );
    if (!goal) throw new Error('the goal is not there');
    const first = goal.plan.weeks[0]?.tasks[0];
    await page
      .locator('.week.current .meta')
      .getByText(`${first?.start_time} · ${first?.duration_minutes} min`)
      .first()
      .waitFor();
    const shown = (name: string) => page.getByRole('region', { name }).getByRole('listitem').allTextContents();
    expect(goal.plan.notes.length).toBeGreaterThan(0);
    expect(await shown('Good to know')).toEqual(goal.plan.notes);
    expect(goal.plan.later.length).toBeGreaterThan(0);
    expect(await shown('Later')).toEqual(goal.plan.later.map(({ title }) => expect.stringContaining(title)));

    const form = page.getByRole('form', { name: 'Questions about your plan' });
    const question = goal.questions.find(({ options }) => options);
    expect(question).toBeDefined();
    await form.getByRole('button', { name: 'Plan with these answers' }).click();
    await form.getByRole('alert').getByText('Answer one of the questions first.').waitFor();
    await form
      .getByRole('group', { name: question?.text ?? '' })
      .getByRole('radio')
      .first()
      .check();
    await form.getByRole('button', { name: 'Plan with these answers' }).click();
    await form.getByText(question?.text ?? '').waitFor({ state: 'hidden' });
    await page.locator('.week').first().waitFor();
    const [again] = await stack.supabase.query<{ answers: unknown }>(
      "select plan_answers as answers from public.goals where title = 'Run a marathon in 60 weeks'",
    );
    expect(JSON.stringify(again?.answers)).toContain(question?.options?.[0]);
    expect(page.troubles).toEqual([]);
  });

  test('a goal that asks for care shows words and where help is, and no plan', async () => {
    const page = await openPage(browser, stack.api.url);
    await signUp(page);
    await page.getByLabel('What do you want to reach?').fill('I want to kill myself');
    await page.getByRole('button', { name: 'Make a plan' }).click();
    const care = page.getByRole('region', { name: 'First of all' });
    await care.waitFor();
    expect(await care.getByRole('listitem').count()).toBeGreaterThan(0);
    expect(await page.getByText('Working out weeks').count()).toBe(0);
    expect(await page.locator('.week').count()).toBe(0);
    expect(await page.getByText(/Planned|0 of 0/).count()).toBe(0);
  });

  test('a proposal after a hard week is taken or left', async () => {
    const page = await openPage(browser, stack.api.url);
    const { email } = await signUp(page);
    const hardWeek = async (title: string) => {
      await page.goto(`${stack.api.url}/#/plan`);
      await page.reload();
      await page.getByLabel('What do you want to reach?').fill(title);
      await page.getByRole('button', { name: 'Make a plan' }).click();
      await page.getByRole('heading', { name: title }).waitFor();
      await page.locator('.week').first().waitFor();
      const [goal] = await stack.supabase.query<{ id: string }>(
        'select id from public.goals where title = $1 and user_id = (select id from public.users where email = $2)',
        [title, email],
      );
      await letDaysPass(stack, goal?.id ?? '', 7);
      await reviewGoal({ goalId: goal?.id ?? '', week: 1 });
      await page.reload();
      await page.getByRole('form', { name: 'A proposal' }).waitFor();
    };
    const form = page.getByRole('form', { name: 'A proposal' });
    await hardWeek('Run 10 km in 8 weeks');
    await form.getByRole('button', { name: 'Leave the plan as it is' }).click();
    await form.waitFor({ state: 'hidden' });
    await page.getByText('The plan stays as it is.').waitFor();

    await hardWeek('Learn to swim in 9 weeks');
    expect(await form.getByRole('listitem').count()).toBeGreaterThan(0);
    await form.getByRole('button', { name: 'Change the plan like this' }).click();
    await form.waitFor({ state: 'hidden' });
    await page.getByText('The plan is ready.').waitFor();
    expect(page.troubles).toEqual([]);
  });

  test('code that is sent in the chat runs, and its output and answer appear', async () => {
    const page = await openPage(browser, stack.api.url);
    await signUp(page);
    await page.getByRole('link', { name: 'Chat' }).click();
    await page.getByRole('textbox', { name: 'Message' }).fill('Run this:\n```python\nprint(6 * 7)\n```');
    await page.keyboard.press('Enter');
    const answers = page.getByRole('article', { name: 'Flux' });
    const answer = answers.first();
    await answer.locator('.output').getByText('42').waitFor({ state: 'attached' });
    await until(
      () => answer.getAttribute('aria-busy'),
      (busy) => busy === null,
    );
    expect(await answer.locator('.text').textContent()).toContain('42');
    // Output that the answer repeats is folded away.
    expect(await answer.locator('.output').isVisible()).toBe(false);
    await page.getByRole('textbox', { name: 'Message' }).fill('2**64');
    await page.keyboard.press('Enter');
    const power = answers
      .nth(1)
      .getByText(String(2n ** 64n))
      .filter({ visible: true });
    await answers
      .nth(1)
      .locator('.text')
      .getByText(String(2n ** 64n))
      .waitFor();
    expect(await power.count()).toBe(1);

    // After a reload the whole conversation is there, each answer under its message.
    await page.reload();
    await answers
      .nth(1)
      .locator('.text')
      .getByText(String(2n ** 64n))
      .waitFor();
    expect(await said(page)).toEqual(
      [/^Run this/, /42/, /^2\*\*64$/, /18446744073709551616/].map((text) => expect.stringMatching(text)),
    );
    await page.getByRole('article', { name: 'Flux' }).first().getByText('Code and output').click();
    await answer.locator('.output').getByText('42').waitFor();
    expect(page.troubles).toEqual([]);
  });

  test('a tick keeps the focus and holds without news of the progress; one that fails goes back and says why', async () => {
    const page = await openPage(browser, stack.api.url);
    await signUp(page);
    await makeGoal(page);
    const task = page.locator('.week.current .task').first();
    const box = task.getByRole('checkbox');
    await page.route('**/goals/*', (route) => route.abort());
    await box.focus();
    const ticked = page.waitForEvent('requestfailed');
    await page.keyboard.press('Space');
    await ticked;
    expect(await box.isChecked()).toBe(true);
    expect(await box.evaluate((node) => node === node.ownerDocument?.activeElement)).toBe(true);

    await page.route('**/tasks/*', (route) => route.abort());
    await page.keyboard.press('Space');
    await task.getByRole('alert').getByText('The server could not be reached.').waitFor();
    expect(await box.isChecked()).toBe(true);
    expect(await task.locator('label').textContent()).not.toContain('server');
    await task.getByText('How').click();
    expect(await task.locator('details p').textContent()).not.toBe('');
  });

  test('a goal whose answer is lost is made once, and planned through an outage', async () => {
    const page = await openPage(browser, stack.api.url);
    await signUp(page);
    await page.route('**/goals', (route) => route.fetch().then(() => route.abort()), { times: 1 });
    await page.getByLabel('What do you want to reach?').fill('Read twelve books');
    await page.getByRole('button', { name: 'Make a plan' }).click();
    await page.getByText('The server could not be reached.').waitFor();
    // Planned by the time of the second press, were it not for this.
    const goal = '**/goals/*';
    await page.route('**/goals?limit=50', async (route) => {
      const response = await route.fetch();
      const goals = await response.json();
      await route.fulfill({ response, json: [{ ...goals[0], plan_status: 'pending', plan_json: null }] });
      expect(goals).toHaveLength(1);
    });
    await page.route(goal, (route) => route.abort(), { times: 1 });
    await page.getByRole('button', { name: 'Make a plan' }).click();
    await page.getByText('Connection lost, trying again…').waitFor();
    await page.locator('.week').first().waitFor();
    expect(await page.locator('.goals li').count()).toBe(1);
  });

  test('where the days are full, more minutes a day and another try are offered', async () => {
    const page = await openPage(browser, stack.api.url);
    const { email } = await signUp(page);
    await makeGoal(page);
    await stack.supabase.query('update public.users set daily_minutes = 10 where email = $1', [email]);
    await stack.supabase.query(
      `insert into public.tasks (user_id, goal_id, title, date, duration_minutes, week)
       select user_id, id, 'Read a page', day, 10, 1
       from public.goals, generate_series(current_date, current_date + 200, '1 day') day
       where user_id = (select id from public.users where email = $1)`,
      [email],
    );
    await page.getByLabel('What do you want to reach?').fill('Read twelve books');
    await page.getByRole('button', { name: 'Make a plan' }).click();
    const minutes = page.getByLabel('Minutes a day');
    await until(
      () => minutes.inputValue(),
      (value) => value === '10',
    );
    await minutes.fill('120');
    await page.getByRole('button', { name: 'Plan again' }).click();
    await page.locator('.week').first().waitFor();
  });

  test('whoever signs in next begins at their own goals; a goal that is not there leaves the list', async () => {
    const page = await openPage(browser, stack.api.url);
    await signUp(page);
    await makeGoal(page);
    const { hash } = new URL(page.url());
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Email').waitFor();
    await signUp(page);
    await page.getByRole('heading', { name: 'Start with one goal' }).waitFor();
    await makeGoal(page);
    await page.goto(`${stack.api.url}/${hash}`);
    await page.getByText('There is no such goal.').waitFor();
    expect(await page.locator('.goals li').count()).toBe(1);
  });

  test('to skip to the content keeps the view', async () => {
    const page = await openChat();
    await page.getByText('Skip to the content').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    expect(await page.getByRole('heading', { name: 'Chat' }).count()).toBe(1);
  });

  test('a sign-in that reaches nothing says so in words', async () => {
    const page = await openPage(browser, stack.api.url);
    await page.route('**/auth/v1/**', (route) => route.abort());
    await page.getByLabel('Email').fill('somebody@example.com');
    await page.getByLabel('Password').fill('correct horse');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('The sign-in server could not be reached.').waitFor();
  });

  test('whoever comes back after their session has ended is told so', async () => {
    const page = await openPage(browser, stack.api.url);
    await signUp(page);
    // On a page without the app, which would notice at once and say it before the reload.
    await page.goto(`${stack.api.url}/health`);
    await page.evaluate(
      "localStorage.setItem('flux-session', JSON.stringify({ ...JSON.parse(localStorage.getItem('flux-session')), expires_at: 1, refresh_token: 'gone' }))",
    );
    await page.goto(stack.api.url);
    await page.getByText('Your session has ended. Please sign in again.').waitFor();
    expect(await page.title()).toBe('Sign in · Flux');
  });

  test.each([1000, 1280, 1440])('at %i px the tasks of a week have room for their words', async (width) => {
    const page = await openPage(browser, stack.api.url, { viewport: { width, height: 800 } });
    await signUp(page);
    await makeGoal(page);
    const texts = await page
      .locator('.week.current .what')
      .evaluateAll((all) => all.map((node) => node.clientWidth || node.getBoundingClientRect().width));
    expect(Math.min(...texts)).toBeGreaterThan(75);
  });

  test('what one tab sends and what comes of it appears in the other, each answer under its own question', async () => {
    const page = await openChat();
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
      expect(await said(tab)).toEqual(
        [/^Run this/, /from the first tab/, /sleep/, /slow/, /^2\*\*70$/, /1180591620717411303424/].map((text) =>
          expect.stringMatching(text),
        ),
      );
    }
    expect(page.troubles).toEqual([]);
  });

  test('the tools that are used are said in a line each, also after a reload', async () => {
    const page = await openChat();
    await page.getByRole('textbox', { name: 'Message' }).fill('Add call the florist tomorrow at 8');
    await page.keyboard.press('Enter');
    const lines = page.getByRole('list', { name: 'What was done' }).getByRole('listitem');
    const answer = page
      .locator('.text')
      .getByText('Call the florist is on your list for tomorrow at 8 in the morning.');
    await answer.waitFor();
    // Output that the answer repeats is shown there alone.
    expect(await lines.allTextContents()).toEqual(['New task']);
    await page.reload();
    await answer.waitFor();
    expect(await lines.allTextContents()).toEqual(['New task']);
  });

  test('files are added with the button or dropped, go with a message, and a program reads them', async () => {
    const page = await openChat();
    const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page
      .locator('input[type=file]')
      .setInputFiles([file('a.csv', '1\n2\n'), file('big.csv', 'x'.repeat(5_000_000))]);
    await page.getByRole('alert').getByText('big.csv is too large: a file may have 4 MB.').waitFor();
    const dropped = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['39'], 'b.csv', { type: 'text/csv' }));
      return transfer;
    })()`);
    await page.getByRole('log').dispatchEvent('drop', { dataTransfer: dropped });
    const chips = page.getByRole('list', { name: 'Files of this message' });
    await until(
      () => chips.getByRole('listitem').count(),
      (count) => count === 2,
    );
    await sendProgram(page, 'print(sum(int(x) for n in ("a.csv", "b.csv") for x in open(n).read().split()))');
    await page.locator('.text').getByText('42').waitFor();
    expect(await chips.getByRole('listitem').count()).toBe(0);
    await page.reload();
    await page.locator('.text').getByText('42').waitFor();
    expect(
      await page.getByRole('list', { name: 'Files', exact: true }).getByRole('listitem').allTextContents(),
    ).toEqual(['a.csv', 'b.csv']);
    expect(page.troubles).toEqual([]);
  });

  test('conversations are listed, taken up again and deleted; what is being written survives a reload', async () => {
    const page = await openChat();
    await sendProgram(page, 'print("the first one")');
    await page.locator('.text').getByText('the first one').waitFor();
    await page.getByRole('button', { name: 'New conversation' }).click();
    await page.getByRole('textbox', { name: 'Message' }).fill('2**70');
    await page.keyboard.press('Enter');
    await page.locator('.text').getByText('1180591620717411303424').waitFor();

    const listed = page.locator('.conversations li');
    await page.getByText('Conversations').click();
    await until(
      () => listed.count(),
      (count) => count === 2,
    );
    await listed.nth(1).getByRole('button').first().click();
    await page.locator('.text').getByText('the first one').waitFor();
    expect(await page.locator('.text').getByText('1180591620717411303424').count()).toBe(0);

    await page.getByText('Conversations').click();
    await page.getByRole('button', { name: 'Delete: 2**70' }).click();
    await until(
      () => listed.count(),
      (count) => count === 1,
    );
    await page.getByRole('textbox', { name: 'Message' }).fill('a thought that is not finished');
    await page.reload();
    await page.locator('.text').getByText('the first one').waitFor();
    expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('a thought that is not finished');
    expect(page.troubles).toEqual([]);
  });

  async function openChat(): Promise<WatchedPage> {
    const page = await openPage(browser, stack.api.url);
    await signUp(page);
    await page.getByRole('link', { name: 'Chat' }).click();
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    return page;
  }

  /** Sends a program that takes a while. */
  async function sendProgram(page: WatchedPage, code: string): Promise<void> {
    await page.getByRole('textbox', { name: 'Message' }).fill(`Run this:\n\`\`\`python\n${code}\n\`\`\``);
    await page.keyboard.press('Enter');
  }

  /** Returns the conversation's questions and answers in their order. */
  function said(page: Page): Promise<string[]> {
    return page
      .getByRole('article')
      .locator('xpath=.')
      .evaluateAll((all) => all.map((node) => (node.querySelector('.text') ?? node).textContent?.trim() ?? ''));
  }

  const slowProgram = 'import time\nfor second in range(20):\n    time.sleep(1)';

  test('two messages that are sent at once get an answer each', async () => {
    const page = await openChat();
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
    const page = await openChat();
    await sendProgram(page, 'import time\ntime.sleep(5)\nprint("the first")');
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    const accepted = page.waitForResponse((response) => response.url().endsWith('/api/chat'));
    await sendProgram(page, 'print("the second")');
    await accepted;
    await page.reload();
    await page.getByRole('article').nth(3).locator('.text').getByText('the second').waitFor();
    expect(await said(page)).toEqual(
      ['the first', 'the first', 'the second', 'the second'].map((text) => expect.stringContaining(text)),
    );
  });

  test('a connection that drops is taken up again', async () => {
    const page = await openPage(browser, stack.api.url);
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
        stack.supabase.query(
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
    const page = await openChat();
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
    const page = await openChat();
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

  test('a run is stopped, which is said once; a new conversation has nothing to stop', async () => {
    const page = await openChat();
    await sendProgram(page, slowProgram);
    await page.getByText('Working on it…').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    const answer = page.getByRole('article', { name: 'Flux' });
    await answer.getByText('This message was cancelled.').waitFor();
    expect(await answer.getByText('ancelled').count()).toBe(1);
    expect(await page.evaluate('document.activeElement.name')).toBe('message');

    await sendProgram(page, slowProgram);
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    await page.getByRole('button', { name: 'New conversation' }).click();
    await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'hidden' });
    expect(await answer.count()).toBe(0);
    expect(page.troubles).toEqual([]);
  });

  test('whoever scrolls up to read stays there while answers grow', async () => {
    const page = await openChat();
    await sendProgram(page, 'import time\nprint("line\\n" * 200, flush=True)\ntime.sleep(2)\nprint("the end")');
    const output = page.getByRole('article', { name: 'Flux' }).locator('.output');
    await output.getByText('line').waitFor({ state: 'attached' });
    const log = page.getByRole('log');
    const top = () => log.evaluate((node) => Math.round('scrollTop' in node ? Number(node.scrollTop) : -1));
    await until(top, (position) => position > 0);
    await log.hover();
    await page.mouse.wheel(0, -10_000);
    await until(top, (position) => position === 0);
    await page.locator('.text').getByText('the end').waitFor();
    expect(await top()).toBe(0);
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
    // An answer that takes longer is said when it is there.
    await agent.call(
      { name: 'run_code', arguments: '{"code":"print(6 * 7)"}' },
      { name: 'create_goal', arguments: '{"title":"Learn to swim"}' },
    );
    const later = [await agent.injected(), await agent.injected()].toSorted();
    expect(later).toEqual([
      expect.stringContaining('42'),
      expect.stringMatching(/^The plan for Learn to swim is there\. \w/),
    ]);
    await page.getByRole('listitem').getByText('42').waitFor();
    await until(
      () => stack.supabase.query('select title from public.tasks where title = $1', ['Water the plants']),
      (rows) => rows.length === 1,
    );
    expect(page.troubles).toEqual([]);
    // A call that cannot be carried out is answered too: silence would break it.
    await page.route('**/api/v1/voice/intents', (route) => route.abort());
    expect(await agent.call({ name: 'list_tasks', arguments: '{}' })).toEqual(['That failed.']);
    await page.getByRole('button', { name: 'Hang up' }).click();
    await agent.closed;
    await until(
      () => stack.supabase.query('select content from public.voice_messages', []),
      (rows) => rows.length === 4,
    );
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

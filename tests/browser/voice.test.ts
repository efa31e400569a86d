import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, until } from '../support/stack.ts';
import { startVoiceStack } from '../support/voice.ts';
import { noBrowser, openPage, signUp, startBrowser } from './browser.ts';

let voice: Awaited<ReturnType<typeof startVoiceStack>>;
let browser: Browser;
beforeAll(async () => {
  if (noBrowser) return;
  voice = await startVoiceStack({ runner: true, sandbox: true });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await voice?.stop();
});

const theirs = 'user_id = (select id from public.users where email = $1)';

/** The programs of docs/voice.md, in order. */
async function documented(): Promise<string[]> {
  const guide = await readFile('docs/voice.md', 'utf8');
  return Array.from(guide.matchAll(/```js\n([\s\S]*?)```/g), ([, code = '']) => code.trim());
}

/** Opens a page of somebody's frontend that runs code once its button is clicked, with the person's token. */
async function talkWith(code: string, person: Person) {
  const page = await openPage(browser, `${voice.stack.api.url}/health`);
  // A frontend's own page: browsers give sound to what a click began.
  await page.setContent('<button>Talk</button>');
  await page.evaluate(`{
    const AsyncFunction = (async () => {}).constructor;
    const talk = new AsyncFunction('token', ${JSON.stringify(code)});
    document.querySelector('button').addEventListener('click', () => talk(${JSON.stringify(person.token)}));
  }`);
  await page.getByRole('button').click();
  const agent = await voice.deepgram.connection();
  await agent.settings();
  return { page, agent };
}

test.skipIf(noBrowser)('the documented browser code, word for word, goes from session to spoken answer', async () => {
  const { stack } = voice;
  const [code = ''] = await documented();
  expect(code.split('\n').length).toBeLessThanOrEqual(30);
  const person = await stack.signUp();
  const { page, agent } = await talkWith(code, person);
  await agent.listened;
  agent.hear('Remind me to water the plants');
  const [answer] = await agent.call({ name: 'create_task', arguments: '{"title":"Water the plants"}' });
  expect(answer).toContain('Water the plants');
  agent.say(String(answer));
  agent.speak(new Int16Array(2_400));
  agent.speak(new Int16Array(2_400));
  const said = await until(
    () => stack.supabase.query('select role from public.voice_messages where user_id = $1 order by role', [person.id]),
    (rows) => rows.length === 2,
  );
  expect(said).toEqual([{ role: 'assistant' }, { role: 'user' }]);
  expect((await person.get('/tasks')).body).toMatchObject([{ title: 'Water the plants' }]);
  // Whoever speaks silences the agent.
  agent.hear('Thanks');
  await until(
    () => stack.supabase.query('select from public.voice_messages where user_id = $1', [person.id]),
    (rows) => rows.length === 3,
  );
  expect(page.troubles.filter((trouble) => !trouble.endsWith('/favicon.ico'))).toEqual([]);
});

test.skipIf(noBrowser)('what was deferred is said once it is done, by the documented code word for word', async () => {
  const { stack } = voice;
  const code = await documented();
  expect(code).toHaveLength(2);
  const person = await stack.signUp();
  const { page, agent } = await talkWith(code.join('\n'), person);
  const begun = await agent.call(
    { name: 'run_code', arguments: '{"request":"2**100"}' },
    { name: 'run_code', arguments: '{"code":"print(6 * 7)"}' },
    { name: 'create_goal', arguments: '{"title":"Run a 5k","target_date":"in 8 weeks"}' },
  );
  expect(begun[0]).toMatch(/^I'm working on it now/);
  const said = [await agent.injected(), await agent.injected(), await agent.injected()];
  expect(said.toSorted()).toEqual([
    expect.stringContaining('1267650600228229401496703205376'),
    expect.stringContaining('42'),
    expect.stringMatching(/^The plan for Run a 5k is there\. \w/),
  ]);
  // The agent's own events tell what it said: the transcript has each once.
  const kept = await until(
    () =>
      stack.supabase.query<{ content: string }>('select content from public.voice_messages where user_id = $1', [
        person.id,
      ]),
    (rows) => rows.length >= 3,
  );
  expect(kept.map(({ content }) => content).toSorted()).toEqual(said.toSorted());
  expect(page.troubles.filter((trouble) => !trouble.endsWith('/favicon.ico'))).toEqual([]);
});

test.skipIf(noBrowser)(
  'a voice session in the console: the microphone is heard, what is said is shown and kept, an intent is run',
  async () => {
    const { stack } = voice;
    const page = await openPage(browser, stack.api.url);
    const { email } = await signUp(page);
    await page.getByRole('button', { name: 'Talk' }).click();
    const agent = await voice.deepgram.connection();
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
      () => stack.supabase.query(`select from public.tasks where title = 'Water the plants' and ${theirs}`, [email]),
      (rows) => rows.length === 1,
    );
    expect(page.troubles).toEqual([]);
    // A call that cannot be carried out is answered too: silence would break it.
    await page.route('**/api/v1/voice/intents', (route) => route.abort());
    expect(await agent.call({ name: 'list_tasks', arguments: '{}' })).toEqual(['That failed.']);
    await page.getByRole('button', { name: 'Hang up' }).click();
    await agent.closed;
    await until(
      () => stack.supabase.query(`select from public.voice_messages where ${theirs}`, [email]),
      (rows) => rows.length === 4,
    );
  },
);

test.skipIf(noBrowser)(
  'whoever hangs up in the console while a voice session is being opened is not listened to',
  async () => {
    const { stack } = voice;
    const page = await openPage(browser, stack.api.url);
    const { email } = await signUp(page);
    const agentCalls = voice.deepgram.agentCalls;
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
      () => stack.supabase.query(`select closed_at from public.voice_sessions where ${theirs}`, [email]),
      ([session]) => Boolean(session?.closed_at),
    );
    expect(voice.deepgram.agentCalls).toBe(agentCalls);
    expect(page.troubles).toEqual([]);
  },
);

import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, until } from '../support/stack.ts';
import { startVoiceStack } from '../support/voice.ts';
import { noBrowser, openPage, startBrowser } from './browser.ts';

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

import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../support/stack.ts';
import { startVoiceStack } from '../support/voice.ts';
import { noBrowser, openPage, startBrowser } from './browser.ts';

let voice: Awaited<ReturnType<typeof startVoiceStack>>;
let browser: Browser;
beforeAll(async () => {
  if (noBrowser) return;
  voice = await startVoiceStack();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await voice?.stop();
});

test.skipIf(noBrowser)('the documented browser code, word for word, goes from session to spoken answer', async () => {
  const { stack, deepgram } = voice;
  const guide = await readFile('docs/voice.md', 'utf8');
  const [, code = ''] = /```js\n(const api[\s\S]*?)```/.exec(guide) ?? [];
  expect(code.trim().split('\n').length).toBeLessThanOrEqual(30);
  const person = await stack.signUp();
  const page = await openPage(browser, `${stack.api.url}/health`);
  // A frontend's own page: browsers give sound to what a click began.
  await page.setContent('<button>Talk</button>');
  await page.evaluate(`{
    const AsyncFunction = (async () => {}).constructor;
    const talk = new AsyncFunction('token', ${JSON.stringify(code)});
    document.querySelector('button').addEventListener('click', () => talk(${JSON.stringify(person.token)}));
  }`);
  await page.getByRole('button').click();
  const agent = await deepgram.connection();
  await agent.settings();
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

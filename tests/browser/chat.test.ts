import { describe, expect, test } from 'vitest';
import { until } from '../support/stack.ts';
import { noBrowser, openChat, questionsAndAnswers, sendProgram, setUpConsole, signUp } from './browser.ts';

describe.skipIf(noBrowser)('the chat in the console, in Chromium', () => {
  const site = setUpConsole({ runner: true, sandbox: true });

  test('code that is sent in the chat runs, and its output and answer appear', async () => {
    const page = await site.open();
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
    expect(await questionsAndAnswers(page)).toEqual(
      [/^Run this/, /42/, /^2\*\*64$/, /18446744073709551616/].map((text) => expect.stringMatching(text)),
    );
    await page.getByRole('article', { name: 'Flux' }).first().getByText('Code and output').click();
    await answer.locator('.output').getByText('42').waitFor();
    expect(page.troubles).toEqual([]);
  });

  test('the tools that are used are said in a line each, also after a reload', async () => {
    const page = await openChat(site);
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
    const page = await openChat(site);
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
    const page = await openChat(site);
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

  const slowProgram = 'import time\nfor second in range(20):\n    time.sleep(1)';

  test('a run is stopped, which is said once; a new conversation has nothing to stop', async () => {
    const page = await openChat(site);
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
    const page = await openChat(site);
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
    const page = await site.open();
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
});

import { beforeAll, describe, expect, test } from 'vitest';
import { buildDocument, type Document } from '../../scripts/openapi/document.ts';
import type { Person } from '../support/stack.ts';
import { noBrowser, openPage, setUpConsole } from './browser.ts';

describe.skipIf(noBrowser)('the documentation at /docs, in Chromium', () => {
  const site = setUpConsole();
  let person: Person;
  let document: Document;
  beforeAll(async () => {
    document = await buildDocument();
    person = await site.stack.signUp();
  });

  test('it opens, loads nothing from elsewhere and lists every operation', async () => {
    const page = await openPage(site.browser, 'about:blank');
    const origins = new Set<string>();
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) origins.add(new URL(request.url()).origin);
    });
    await page.goto(`${site.stack.api.url}/docs/`);
    await page.locator('.opblock').first().waitFor();
    const listed = await page.locator('.opblock').evaluateAll((blocks) => blocks.map((block) => block.id));
    const documented = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ tags, operationId }) => `operations-${tags[0]}-${operationId}`),
    );
    expect(listed.sort()).toEqual(documented.sort());
    expect([...origins]).toEqual([site.stack.api.url]);
    expect(page.troubles).toEqual([]);
  });

  test('with a token in the box, "Try it out" creates a goal', async () => {
    const page = await openPage(site.browser, `${site.stack.api.url}/docs/`);
    await page.getByLabel('Access token').fill(person.token);
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.locator('#operations-Goals-createGoal .opblock-summary-control').click();
    const operation = page.locator('#operations-Goals-createGoal');
    await operation.locator('.body-param__text').fill(JSON.stringify({ title: 'Learn to swim' }));
    await operation.getByRole('button', { name: 'Execute' }).click();
    await operation.locator('.live-responses-table .response .response-col_status').getByText('201').waitFor();
    expect((await person.get<{ title: string }[]>('/goals')).body.map(({ title }) => title)).toEqual(['Learn to swim']);

    // Another body is another request.
    await operation.locator('.body-param__text').fill(JSON.stringify({ title: 'Learn to dive' }));
    const answered = page.waitForResponse((response) => response.url().endsWith('/goals'));
    await operation.getByRole('button', { name: 'Execute' }).click();
    expect((await answered).status()).toBe(201);
  });

  test('it is dark where people like it dark', async () => {
    const page = await openPage(site.browser, `${site.stack.api.url}/docs/`, { colorScheme: 'dark' });
    await page.locator('.opblock').first().waitFor();
    expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('dark');
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgba(0, 0, 0, 0)');
  });

  test('without a token the server says so', async () => {
    const page = await openPage(site.browser, `${site.stack.api.url}/docs/`);
    await page.locator('#operations-Goals-listGoals .opblock-summary-control').click();
    const operation = page.locator('#operations-Goals-listGoals');
    await operation.getByRole('button', { name: 'Execute' }).click();
    await operation.locator('.live-responses-table .response-col_status').getByText('401').waitFor();
  });
});

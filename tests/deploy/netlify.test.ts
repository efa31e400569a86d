import { glob, readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { buildDocument, type Document } from '../../scripts/openapi/document.ts';
import { startTestStack, type TestStack, until } from '../support/stack.ts';
import { answerOf, documentedCalls, readsWithSlash } from './operations.ts';

/** The default export that Netlify calls, with the request and a context whose `waitUntil` keeps the function alive. */
type Adapter = {
  file: string;
  default: (request: Request, context: object) => Response | Promise<Response>;
  config: { path: string[]; excludedPath?: string[] };
};

const root = path.resolve(import.meta.dirname, '../..');
let adapters: Adapter[];
let document: Document;
beforeAll(async () => {
  const files = (await readdir(path.join(root, 'netlify/functions'))).sort();
  adapters = await Promise.all(
    files.map(async (file) => ({ file, ...(await import(path.join(root, 'netlify/functions', file))) })),
  );
  document = await buildDocument();
});

/** Finds the adapters of a path. Netlify lets a slash follow what `path` says (packages/zip-it-and-ship-it/src/utils/routes.ts of netlify/build). */
function adaptersFor(pathname: string): Adapter[] {
  const matches = (patterns: string[] = []) =>
    patterns.some((pattern) => new URLPattern({ pathname: `${pattern}{/}?` }).test({ pathname }));
  return adapters.filter(({ config }) => matches(config.path) && !matches(config.excludedPath));
}

test('each function under api/ has one adapter, and each adapter one function', async () => {
  const functions: unknown[] = [];
  for await (const file of glob('api/**/*.ts', { cwd: root })) {
    const module: { default: { fetch: unknown } } = await import(path.join(root, file));
    functions.push(module.default.fetch);
  }
  expect(adapters).toHaveLength(functions.length);
  expect(new Set(adapters.map((adapter) => adapter.default))).toEqual(new Set(functions));
});

test('every documented path, and /api/inngest, has exactly one adapter', () => {
  const paths = [...new Set(documentedCalls(document).map((call) => call.path.replace(/\?.*/, ''))), '/api/inngest'];
  for (const pathname of paths)
    expect(
      adaptersFor(pathname).map(({ file }) => file),
      pathname,
    ).toHaveLength(1);
});

test('no adapter claims a path that is not documented', () => {
  const documented = Object.keys(document.paths).map((template) => template.replace(/\{(\w+)\}/g, ':$1'));
  for (const { file, config } of adapters) {
    for (const claimed of config.path) expect([...documented, '/api/inngest'], file).toContain(claimed);
  }
});

describe('called as Netlify calls them', () => {
  let stack: TestStack;
  beforeAll(async () => {
    stack = await startTestStack({ runner: true });
  });
  afterAll(() => stack.stop());

  test('every documented operation answers as in development', async () => {
    for (const call of documentedCalls(document)) {
      const [adapter] = adaptersFor(call.path.replace(/\?.*/, ''));
      const throughAdapter = async (request: Request) =>
        (await adapter?.default(request, { waitUntil: () => {} })) ?? Response.error();
      const deployed = await answerOf(throughAdapter, 'https://example.netlify.app', call, await stack.signUp());
      const local = await answerOf(fetch, stack.api.url, call, await stack.signUp());
      expect(deployed, call.name).toEqual(local);
    }
  }, 180_000);

  test('a slash at the end of a path changes nothing', async () => {
    const person = await stack.signUp();
    for (const { call, slashed } of readsWithSlash(document)) {
      const answers = [call, slashed].map((asked) => {
        const [adapter] = adaptersFor(asked.path.replace(/\?.*/, ''));
        const throughAdapter = async (request: Request) =>
          (await adapter?.default(request, { waitUntil: () => {} })) ?? Response.error();
        return answerOf(throughAdapter, 'https://example.netlify.app', asked, person);
      });
      const [plain, answer] = await Promise.all(answers);
      expect.soft(answer, call.name).toEqual(plain);
    }
  });

  test('what is owed after an answer is handed to the context, and the goal is planned', async () => {
    const person = await stack.signUp();
    const [goals] = adaptersFor('/goals');
    const owed: Promise<unknown>[] = [];
    const context = { requestId: '01J', waitUntil: (work: Promise<unknown>) => owed.push(work) };
    const answer = await goals?.default(
      new Request('https://example.netlify.app/goals', {
        method: 'POST',
        headers: { Authorization: `Bearer ${person.token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ title: 'Run a half marathon in twelve weeks' }),
      }),
      context,
    );
    const { id } = z.object({ id: z.guid() }).parse(await answer?.json());
    expect(owed).toHaveLength(1);
    await Promise.all(owed);
    const ask = async () => (await person.get<{ plan_status: string }>(`/goals/${id}`)).body.plan_status;
    expect(await until(ask, (status) => status !== 'pending' && status !== 'planning')).toBe('ready');
  });
});

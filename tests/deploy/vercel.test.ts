import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type BuiltFunction, buildForVercel } from '../../harness/vercel-build.ts';
import type { Manifest } from '../../harness/vercel-host.ts';
import { startRunner } from '../../local/inngest/runner.ts';
import { freePort } from '../../local/supabase/processes.ts';
import { buildDocument } from '../../scripts/openapi/document.ts';
import { startTestStack, type TestStack, until } from '../support/stack.ts';
import { answerOf, documentedCalls, readsWithSlash } from './operations.ts';

const root = path.resolve(import.meta.dirname, '../..');
const Project = z.object({
  outputDirectory: z.literal('public'),
  functions: z.record(z.string(), z.object({ maxDuration: z.int(), supportsCancellation: z.boolean().optional() })),
  rewrites: z.array(z.object({ source: z.string(), destination: z.string() })),
});

let project: z.infer<typeof Project>;
let entrypoints: string[];
beforeAll(async () => {
  project = Project.parse(JSON.parse(await readFile(path.join(root, 'vercel.json'), 'utf8')));
  const files = await readdir(path.join(root, 'api'), { recursive: true, withFileTypes: true });
  entrypoints = files
    .filter((file) => file.isFile())
    .map((file) => path.relative(root, path.join(file.parentPath, file.name)))
    .sort();
});

describe('what vercel.json says', () => {
  test('there are at most twelve functions, the limit of the Hobby plan, and nothing else under api/', () => {
    expect(entrypoints.length).toBeLessThanOrEqual(12);
    for (const file of entrypoints) expect(file).toMatch(/^api(\/[a-z0-9-]+)+\.ts$/);
  });

  test('every setting is for a function that exists, every rewrite leads to one', () => {
    for (const pattern of Object.keys(project.functions)) {
      expect(
        entrypoints.some((file) => path.matchesGlob(file, pattern)),
        pattern,
      ).toBe(true);
    }
    for (const { source, destination } of project.rewrites) {
      expect(entrypoints, `${source} → ${destination}`).toContain(`${destination.slice(1)}.ts`);
    }
  });

  test('functions run long enough for what they do: a stream 50 s, steps that begin for 40 s and take 240 s', () => {
    expect(project.functions['api/chat/response.ts']).toMatchObject({ maxDuration: 60, supportsCancellation: true });
    expect(project.functions['api/inngest.ts']?.maxDuration).toBe(300);
  });
});

describe('built by Vercel and run away from the sources', () => {
  let stack: TestStack;
  let built: BuiltFunction[];
  let host: { url: string; process: ChildProcess };
  let runner: Awaited<ReturnType<typeof startRunner>>;
  const outDir = mkdtempSync(path.join(tmpdir(), 'flux-vercel-'));

  beforeAll(async () => {
    stack = await startTestStack({ sandbox: true });
    built = await buildForVercel(entrypoints, outDir);
    const port = await freePort();
    // Signed as in production: a deployment refuses INNGEST_DEV.
    delete process.env.INNGEST_DEV;
    const [signingKey, eventKey] = ['signkey-test-0123456789abcdef', 'event-key'];
    Object.assign(process.env, { INNGEST_SIGNING_KEY: signingKey, INNGEST_EVENT_KEY: eventKey });
    process.env.INNGEST_BASE_URL = `http://127.0.0.1:${port}`;
    host = await startHost(outDir, built, project.rewrites);
    const { databaseUrl } = stack.supabase;
    runner = await startRunner({ port, appUrl: `${host.url}/api/inngest`, databaseUrl, signingKey, eventKey });
  }, 600_000);
  afterAll(async () => {
    await runner?.stop();
    host?.process.kill();
    await stack?.stop();
    rmSync(outDir, { recursive: true, force: true });
  });

  test('every function runs on the Node of package.json and is far below the limit of 250 MB', () => {
    for (const { entrypoint, runtime, bytes } of built) {
      expect(runtime, entrypoint).toBe('nodejs24.x');
      expect(bytes / 1_000_000, entrypoint).toBeLessThan(50);
    }
  });

  test('every documented operation answers as in development, with and without a token', async () => {
    const calls = documentedCalls(await buildDocument());
    expect(calls.length).toBeGreaterThan(0);
    for (const call of calls) {
      for (const signedIn of [true, false]) {
        const [deployed, local] = await Promise.all(
          [host.url, stack.api.url].map(async (base) =>
            answerOf(fetch, base, call, signedIn ? await stack.signUp() : undefined),
          ),
        );
        expect(deployed, `${call.name} ${signedIn ? 'signed in' : 'without a token'}`).toEqual(local);
        expect(deployed?.status, call.name).not.toBe(500);
      }
    }
  }, 300_000);

  test('a slash at the end of a path changes nothing, there and in development', async () => {
    const person = await stack.signUp();
    for (const { call, slashed } of readsWithSlash(await buildDocument())) {
      for (const base of [host.url, stack.api.url]) {
        const [plain, answer] = [
          await answerOf(fetch, base, call, person),
          await answerOf(fetch, base, slashed, person),
        ];
        expect.soft(answer, `${call.name} at ${base}`).toEqual(plain);
      }
    }
  });

  test('a goal that is created there is planned there: waitUntil, the outbox and the durable functions are built in', async () => {
    const person = await stack.signUp();
    const answer = await fetch(`${host.url}/goals`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${person.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ title: 'Run a half marathon in twelve weeks' }),
    });
    const { id } = z.object({ id: z.guid() }).parse(await answer.json());
    const ask = async () => (await person.get<{ plan_status: string }>(`/goals/${id}`)).body.plan_status;
    expect(await until(ask, (status) => status === 'ready' || status === 'failed')).toBe('ready');
  }, 120_000);

  test('code that is sent there is executed: the sandbox SDK is built in', async () => {
    const person = await stack.signUp();
    await fetch(`${host.url}/api/chat`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${person.token}`,
        'Content-Type': 'application/json',
        'X-Client-Id': 'vercel',
      },
      body: JSON.stringify({ message: 'Run this:\n```python\nprint(6 * 7)\n```' }),
    });
    type Answer = { status: string; execution?: { stdout: string } };
    const ask = async () => (await person.get<Answer>('/api/chat/response/vercel')).body;
    const done = await until(ask, ({ status }) => status === 'done' || status === 'failed');
    expect(done).toMatchObject({ status: 'done', execution: { stdout: '42\n' } });
  }, 120_000);

  test('a path that nothing is at is the platform’s 404', async () => {
    expect((await fetch(`${host.url}/nothing/here`)).status).toBe(404);
  });
});

async function startHost(outDir: string, built: BuiltFunction[], rewrites: Manifest['rewrites']) {
  const handlers = Object.fromEntries(
    built.map(({ entrypoint, handler }) => [`/${entrypoint.replace(/\.ts$/, '')}`, handler]),
  );
  const manifest: Manifest = { handlers, rewrites };
  const manifestFile = path.join(outDir, 'manifest.json');
  writeFileSync(manifestFile, JSON.stringify(manifest));
  const child = spawn(
    process.execPath,
    [path.resolve(import.meta.dirname, '../../harness/vercel-host.ts'), manifestFile],
    {
      cwd: outDir,
      env: { ...process.env, VERCEL: '1', NODE_ENV: 'production', LOG_LEVEL: 'error' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(String(message)));
    child.once('exit', (code) => reject(new Error(`The host ended with ${code} before it was ready.`)));
  });
  return { url, process: child };
}

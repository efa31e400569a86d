import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findNamespaces, killGroup, spawnIsolated } from '../../local/e2b/isolation.ts';

/**
 * Attempts of code that has broken out of Pyodide altogether and runs as JavaScript in the process: the walls around
 * it, without anything the child does to itself.
 */
const attempts = {
  readHost: `(await import('node:fs')).readFileSync('/etc/passwd', 'utf8')`,
  readProject: `(await import('node:fs')).readFileSync(${JSON.stringify(join(import.meta.dirname, '../../package.json'))})`,
  writeTmp: `(await import('node:fs')).writeFileSync('/tmp/flux-pwned', 'x')`,
  spawn: `(await import('node:child_process')).execSync('id')`,
  worker: `new (await import('node:worker_threads')).Worker('1', { eval: true })`,
  inspector: `(await import('node:inspector')).open(0)`,
  addon: `process.dlopen({ exports: {} }, '/x.node')`,
  evaluate: `(0, eval)('1')`,
  construct: `Function('return 1')()`,
  hoard: `(() => { const hoard = []; for (;;) hoard.push(Buffer.alloc(50e6, 1)); })()`,
};
const inNamespaces = {
  connect: `new Promise((resolve, reject) =>
    require('node:net').connect(PORT, '127.0.0.1').on('connect', resolve).on('error', reject))`,
  killAll: 'process.kill(-1, 0)',
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flux-sandbox-walls-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the attempts as one script and returns the names of those that succeeded. */
async function succeeded(tried: Record<string, string>, namespaces: string[]): Promise<string[]> {
  const body = Object.entries(tried).map(
    ([name, code]) => `try { await (${code}); console.log(${JSON.stringify(name)}); } catch {}`,
  );
  const path = join(folder, 'attempts.mjs');
  const head = `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);`;
  await writeFile(path, [head, ...body, `console.log('end'); process.exit()`].join('\n'));
  const child = spawnIsolated(namespaces, [path], [`${folder}/`]);
  try {
    const lines = (await text(child.stdout)).trim().split('\n');
    expect(lines.at(-1), child.complaint()).toBe('end');
    return lines.slice(0, -1);
  } finally {
    killGroup(child.pid);
  }
}

test('the process reads and writes no files, starts nothing, makes no code and has bounded memory', async () => {
  expect(await succeeded({ ...attempts, control: '1' }, [])).toEqual(['control']);
});

test('in namespaces it has no network and sees no other process', async (context) => {
  const namespaces = await findNamespaces();
  if (namespaces.length === 0) context.skip('this machine has no user namespaces for us');
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const connect = inNamespaces.connect.replace('PORT', String(port));
  expect(await succeeded({ connect }, [])).toEqual(['connect']); // the attempt itself is sound
  expect(await succeeded({ ...inNamespaces, connect, control: '1' }, namespaces)).toEqual(['control']);
  server.close();
});

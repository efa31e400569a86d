import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runPython } from '../../lib/sandbox/run-python.ts';
import { openSandbox } from '../../lib/sandbox/sandboxes.ts';
import { type SandboxServer, startSandboxServer } from '../../local/e2b/server.ts';
import { sharedDataDir } from '../support/data-dir.ts';

let dataDir: string;
let victim: ChildProcess | undefined;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'flux-sandbox-cleanup-'));
  await cp(sharedDataDir(), dataDir, { recursive: true }).catch(() => undefined); // saves building one
});

afterEach(async () => {
  victim?.kill('SIGKILL'); // when the test failed before it did
  vi.unstubAllEnvs();
  await rm(dataDir, { recursive: true });
});

/** Processes of this test's server: each Python child names the snapshot it loads, and with it this directory. */
const children = () =>
  execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(dataDir) && line.includes('child/main.ts'));

function connectTo({ url, apiKey }: Pick<SandboxServer, 'url' | 'apiKey'>): void {
  vi.stubEnv('E2B_API_KEY', apiKey);
  vi.stubEnv('E2B_API_URL', url);
  vi.stubEnv('E2B_SANDBOX_URL', url);
}

/** Resolves while the endless run goes on. */
async function startEndlessRun(code: string): Promise<void> {
  const { sandbox } = await openSandbox({ metadata: {} });
  await new Promise<void>((resolve) => {
    runPython(sandbox, `print("go")\n${code}`, { onStdout: () => resolve() }).catch(() => undefined);
  });
}

test('stopping the server leaves no process behind, whatever they were doing', async () => {
  const server = await startSandboxServer({ dataDir });
  connectTo(server);
  await startEndlessRun('while True: pass');
  await openSandbox({ metadata: {} });
  expect(children()).not.toEqual([]);
  await server.stop();
  await expect.poll(children).toEqual([]);
});

test('stopping it while it starts leaves none either', async () => {
  const server = await startSandboxServer({ dataDir });
  await server.stop();
  await expect.poll(children).toEqual([]);
});

test.each(['while True: pass', 'import itertools\nsum(itertools.repeat(0))'])(
  'a server killed with SIGKILL takes a child in an endless loop with it: %j',
  async (code) => {
    const script = `
      const { startSandboxServer } = await import(${JSON.stringify(pathToFileURL(join(import.meta.dirname, '../../local/e2b/server.ts')).href)});
      const { url, apiKey } = await startSandboxServer({ dataDir: ${JSON.stringify(dataDir)} });
      console.log(JSON.stringify({ url, apiKey }));`;
    const server = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    victim = server;
    const [line] = await once(createInterface({ input: server.stdout }), 'line');
    connectTo(JSON.parse(line));
    await startEndlessRun(code);
    expect(children()).not.toEqual([]);
    server.kill('SIGKILL');
    await expect.poll(children, { timeout: 10_000 }).toEqual([]);
  },
);

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, onTestFinished, vi } from 'vitest';
import { runPython } from '../../lib/sandbox/run-python.ts';
import { openSandbox } from '../../lib/sandbox/sandboxes.ts';
import type { PackageOptions } from '../../local/e2b/packages.ts';
import { startSandboxServer } from '../../local/e2b/server.ts';
import { lockOf, startMirror, type Wheel } from './wheels.ts';

export type Mirror = Awaited<ReturnType<typeof startMirror>>;

let dataDir: string;

/** Keeps a data folder for the file's tests, so that its snapshot is built once. */
export function usePackageHarness(): void {
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'flux-packages-'));
  });
  afterAll(() => rm(dataDir, { recursive: true }));
}

/** Starts a mirror of some wheels and a sandbox server that fetches from it, for one test. */
export async function serveWheels(
  wheels: Wheel[],
  others: Parameters<typeof startMirror>[1] = {},
  options: Partial<PackageOptions> = {},
) {
  await rm(join(dataDir, 'packages'), { recursive: true, force: true });
  const mirror = await startMirror(wheels, others);
  const server = await startSandboxServer({ dataDir, packages: { url: mirror.url, lock: lockOf(wheels), ...options } });
  vi.stubEnv('E2B_API_KEY', server.apiKey);
  vi.stubEnv('E2B_API_URL', server.url);
  vi.stubEnv('E2B_SANDBOX_URL', server.url);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await server.stop();
    await mirror.stop();
  });

  /** Opens a sandbox, and returns what runs a program in it and tells its last value or its error. */
  async function open() {
    const { sandbox } = await openSandbox({ metadata: {} });
    const run = (code: string) => runPython(sandbox, code);
    const outcome = async (code: string) => {
      const { error, results } = await run(code);
      return error ? `${error.name}: ${error.value}` : results.at(-1)?.text;
    };
    return { sandbox, run, outcome };
  }
  return { dataDir, mirror, open };
}

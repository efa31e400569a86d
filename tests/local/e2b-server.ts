import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';
import { type SandboxServer, type SandboxServerOptions, startSandboxServer } from '../../local/e2b/server.ts';

/** Kept between runs: the snapshot in it is named after what it was made of. */
export const SNAPSHOT_DIR = join(tmpdir(), 'flux-test-sandbox');

/** Runs a sandbox server for the file's tests, with the E2B variables pointing at it. */
export function useSandboxServer(options: Partial<SandboxServerOptions> = {}): () => SandboxServer {
  let server: SandboxServer;
  beforeAll(async () => {
    server = await startSandboxServer({ dataDir: SNAPSHOT_DIR, ...options });
    vi.stubEnv('E2B_API_KEY', server.apiKey);
    vi.stubEnv('E2B_API_URL', server.url);
    vi.stubEnv('E2B_SANDBOX_URL', server.url);
    vi.stubEnv('SANDBOX_INTERNET', '');
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await server.stop();
  });
  return () => server;
}

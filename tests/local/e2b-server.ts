import { afterAll, beforeAll, vi } from 'vitest';
import { type SandboxServer, type SandboxServerOptions, startSandboxServer } from '../../local/e2b/server.ts';
import { sharedDataDir } from '../support/data-dir.ts';

/** Runs a sandbox server for the file's tests, with the E2B variables pointing at it. */
export function useSandboxServer(options: Partial<SandboxServerOptions> = {}): () => SandboxServer {
  let server: SandboxServer;
  beforeAll(async () => {
    server = await startSandboxServer({ dataDir: sharedDataDir(), ...options });
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

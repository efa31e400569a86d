import { type ApiServer, startApi } from '../../local/api.ts';
import { startSandboxServer } from '../../local/e2b/server.ts';
import { startRunner } from '../../local/inngest/runner.ts';
import { sharedDataDir } from './data-dir.ts';
import { createTestSupabase } from './database.ts';

type TestSupabase = Awaited<ReturnType<typeof createTestSupabase>>;
export type Answer<T = Record<string, unknown>> = { status: number; headers: Headers; body: T };

/** A signed-in person who calls the API. */
export type Person = {
  id: string;
  token: string;
  get<T>(path: string, headers?: Record<string, string>): Promise<Answer<T>>;
  post<T>(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  patch<T>(path: string, body: unknown): Promise<Answer<T>>;
  delete<T>(path: string): Promise<Answer<T>>;
};

export type TestStack = {
  api: ApiServer;
  supabase: TestSupabase;
  /** May be replaced by a test that starts another one; the last one is stopped with the stack. */
  runner: Awaited<ReturnType<typeof startRunner>> | null;
  signUp(): Promise<Person>;
  /** A request as it is, without a person. */
  request(path: string, init?: RequestInit): Promise<Answer>;
  stop(): Promise<void>;
};

/**
 * The real stack on free ports: a database of its own, the handlers over HTTP, and where asked for the durable runner and
 * the sandbox. The environment of the process is pointed at it.
 */
export async function startTestStack(
  options: {
    runner?: boolean;
    /** Lets the runner run what has a schedule, such as the sweep, by itself (default true). */
    schedules?: boolean;
    sandbox?: boolean;
    retryFactor?: number;
    legacyPrivileges?: boolean;
  } = {},
): Promise<TestStack> {
  const stops: (() => Promise<unknown>)[] = [];
  const supabase = await createTestSupabase({ legacyPrivileges: options.legacyPrivileges ?? false });
  stops.push(supabase.stop);
  process.env.SUPABASE_URL = supabase.url;
  process.env.SUPABASE_PUBLISHABLE_KEY = supabase.publishableKey;
  process.env.SUPABASE_SECRET_KEY = supabase.secretKey;
  if (options.sandbox) {
    const sandbox = await startSandboxServer({ dataDir: sharedDataDir() });
    stops.push(sandbox.stop);
    process.env.E2B_API_KEY = sandbox.apiKey;
    process.env.E2B_API_URL = sandbox.url;
    process.env.E2B_SANDBOX_URL = sandbox.url;
  }
  const api = await startApi({ port: 0 });
  stops.push(api.stop);
  // Without a runner events stay in the outbox: nothing listens at this port.
  process.env.INNGEST_DEV = 'http://127.0.0.1:9';
  const runner = options.runner
    ? await startRunner({
        port: 0,
        appUrl: `${api.url}/api/inngest`,
        databaseUrl: supabase.databaseUrl,
        schedules: options.schedules ?? true,
        ...(options.retryFactor ? { retryFactor: options.retryFactor } : {}),
      })
    : null;
  if (runner) process.env.INNGEST_DEV = runner.url;

  async function request<T = Record<string, unknown>>(path: string, init: RequestInit = {}): Promise<Answer<T>> {
    const response = await fetch(`${api.url}${path}`, { ...init, signal: AbortSignal.timeout(30_000) });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
  }

  const stack: TestStack = {
    api,
    supabase,
    runner,
    request,
    async signUp() {
      const { id } = await supabase.createUser({ email: `${crypto.randomUUID()}@example.com` });
      const token = await supabase.mintToken(id);
      const authorization = { Authorization: `Bearer ${token}` };
      return {
        id,
        token,
        get: (path, headers) => request(path, { headers: { ...authorization, ...headers } }),
        post: (path, body, headers) =>
          request(path, {
            method: 'POST',
            headers: { ...authorization, 'Content-Type': 'application/json', ...headers },
            body: JSON.stringify(body),
          }),
        patch: (path, body) =>
          request(path, {
            method: 'PATCH',
            headers: { ...authorization, 'Content-Type': 'application/json' },
            body: JSON.stringify(body),
          }),
        delete: (path) => request(path, { method: 'DELETE', headers: authorization }),
      };
    },
    async stop() {
      await stack.runner?.stop();
      for (const stop of stops.reverse()) await stop();
    },
  };
  return stack;
}

/** Asks until the answer is as wanted; a test's own time limit ends it otherwise. */
export async function until<T>(ask: () => Promise<T>, wanted: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await ask();
    if (wanted(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

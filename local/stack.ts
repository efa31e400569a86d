import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCorpus } from '../lib/knowledge/corpus.ts';
import { log } from '../lib/log.ts';
import { type ApiServer, startApi } from './api.ts';
import { claimDataFolder } from './data-folder.ts';
import { packagesUrl } from './e2b/packages.ts';
import { startSandboxServer } from './e2b/server.ts';
import { assertLocal } from './guard.ts';
import { impersonation } from './impersonation.ts';
import { startRunner } from './inngest/runner.ts';
import { startPostgres } from './supabase/postgres.ts';
import { startSupabase } from './supabase/start.ts';

/** The account that supabase/seed.sql makes. */
export const demoUserId = '00000000-0000-4000-8000-000000000001';

export type StackOptions = {
  /** Ports on 127.0.0.1; 0 takes a free one. */
  apiPort: number;
  inngestPort: number;
  supabasePort: number;
  dataDir: string;
};

/** One part of the stack and what stands for it, for people to read. */
export type Part = { name: string; mode: string };

export type Stack = {
  api: ApiServer;
  parts: Part[];
  /** Addresses and keys for scripts and frontends; null where the database is hosted. */
  facts: StackInfo;
  /** Resolves with what died, if a child process ends by itself. */
  died: Promise<string>;
  stop(): Promise<void>;
};

export type StackInfo = {
  apiUrl: string;
  inngestUrl: string | null;
  supabaseUrl: string;
  publishableKey: string | null;
  secretKey: string | null;
  demoUserId: string | null;
  demoToken: string | null;
};

type Stop = () => Promise<void>;

/**
 * Starts everything that the environment does not name a hosted service for, and points this process's environment at it.
 * Stops what was started if a later part fails.
 * @throws Error that says what is wrong: a deployed host, a busy port, a part that does not start
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  assertLocal();
  const dataDir = resolve(options.dataDir);
  claimDataFolder(dataDir);
  const stops: Stop[] = [];
  const stop = once(async () => {
    for (const stopPart of stops.splice(0).reverse()) await stopPart().catch(() => {});
  });
  let reportDeath: (what: string) => void = () => {};
  const died = new Promise<string>((resolve) => {
    reportDeath = resolve;
  });
  try {
    return await startParts({ ...options, dataDir }, stops, { stop, died, reportDeath });
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(
  options: StackOptions,
  stops: Stop[],
  ends: { stop: Stop; died: Promise<string>; reportDeath: (what: string) => void },
): Promise<Stack> {
  const env = process.env;
  const supabase = env.SUPABASE_URL
    ? null
    : await startSupabase({
        dataDir: options.dataDir,
        port: options.supabasePort,
        ...(options.apiPort ? { siteUrl: `http://127.0.0.1:${options.apiPort}` } : {}),
        migrations: path('../supabase/migrations'),
        seed: path('../supabase/seed.sql'),
      });
  if (supabase) {
    stops.push(supabase.stop);
    supabase.onExit((what) => ends.reportDeath(what));
    // Whoever held a lease before this start has ended: what they owed is sent at once.
    await supabase.query('update private.outbox set leased_until = null where sent_at is null');
    env.SUPABASE_URL = supabase.url;
    env.SUPABASE_PUBLISHABLE_KEY = supabase.publishableKey;
    env.SUPABASE_SECRET_KEY = supabase.secretKey;
    // The shipped texts that ground the plans; one question when they are there already.
    await loadCorpus();
  }
  const sandboxIsLocal = !env.E2B_API_KEY;
  if (sandboxIsLocal) {
    const sandbox = await startSandboxServer({
      dataDir: options.dataDir,
      packages: { url: packagesUrl() },
      log: (message) => log.warn(`local sandbox: ${message}`),
    });
    stops.push(sandbox.stop);
    env.E2B_API_KEY = sandbox.apiKey;
    env.E2B_API_URL = sandbox.url;
    env.E2B_SANDBOX_URL = sandbox.url;
  }

  const api = await startApi({
    port: options.apiPort,
    ...(supabase
      ? {
          impersonate: impersonation({
            demoUserId,
            mintToken: (userId) => supabase.mintToken(userId),
            exists: async (userId) =>
              (await supabase.query('select 1 from public.users where id = $1', [userId])).length > 0,
          }),
        }
      : {}),
  });
  stops.push(api.stop);

  const inngestIsLocal = !env.INNGEST_DEV && !env.INNGEST_SIGNING_KEY && !env.INNGEST_BASE_URL;
  let inngestUrl = env.INNGEST_DEV ?? env.INNGEST_BASE_URL ?? null;
  if (inngestIsLocal) {
    // With a hosted database the runs are still kept on this machine.
    const postgres = supabase ? null : await startPostgres({ dataDir: options.dataDir, durable: true });
    if (postgres) stops.push(postgres.stop);
    const databaseUrl = supabase?.databaseUrl ?? postgres?.superuserUrl('postgres') ?? '';
    const runner = await startRunner({ port: options.inngestPort, appUrl: `${api.url}/api/inngest`, databaseUrl });
    stops.push(runner.stop);
    env.INNGEST_DEV = runner.url;
    inngestUrl = runner.url;
  }

  const parts = describeParts({ database: supabase !== null, sandbox: sandboxIsLocal, inngest: inngestIsLocal });
  const facts: StackInfo = {
    apiUrl: api.url,
    inngestUrl,
    supabaseUrl: env.SUPABASE_URL ?? '',
    publishableKey: env.SUPABASE_PUBLISHABLE_KEY ?? env.SUPABASE_ANON_KEY ?? null,
    secretKey: supabase?.secretKey ?? null,
    demoUserId: supabase ? demoUserId : null,
    demoToken: supabase ? await supabase.mintToken(demoUserId) : null,
  };
  return { api, parts, facts, died: ends.died, stop: ends.stop };
}

function describeParts(local: { database: boolean; sandbox: boolean; inngest: boolean }): Part[] {
  const env = process.env;
  const model = env.OPEN_ROUTER_API_KEY
    ? 'OpenRouter'
    : env.OPENAI_BASE_URL || env.OPENAI_API_KEY
      ? 'OpenAI-compatible'
      : null;
  return [
    { name: 'database, REST, auth', mode: local.database ? 'embedded PostgreSQL and PostgREST' : 'Supabase' },
    { name: 'durable functions', mode: local.inngest ? 'local runner' : 'Inngest' },
    { name: 'code execution', mode: local.sandbox ? 'local sandbox (Pyodide)' : 'E2B' },
    {
      name: 'language model',
      mode: model ?? 'none: rules and templates (set OPEN_ROUTER_API_KEY, or OPENAI_API_KEY / OPENAI_BASE_URL)',
    },
    { name: 'voice', mode: env.DEEPGRAM_API_KEY ? 'Deepgram' : 'off (set DEEPGRAM_API_KEY)' },
    { name: 'push', mode: env.VAPID_PUBLIC_KEY && env.VAPID_PRIVATE_KEY ? 'Web Push' : 'off (set VAPID_*)' },
  ];
}

function path(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}

function once(action: Stop): Stop {
  let done: Promise<void> | undefined;
  return () => {
    done ??= action();
    return done;
  };
}

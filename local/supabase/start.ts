/** The embedded Supabase of `npm run dev`: PostgreSQL, PostgREST and the gateway over one data folder. */

import path from 'node:path';
import { migrate, seed } from '../../server/migrations.ts';
import { bootstrap, setAuthenticatorPassword } from './database.ts';
import { loadKeys } from './keys.ts';
import { startPostgres } from './postgres.ts';
import { type Project, serveDatabase } from './serve.ts';

export interface SupabaseOptions {
  /** Folder of the data, the API keys and the signing key. */
  dataDir: string;
  /** The gateway's; PostgreSQL and PostgREST take free ones. */
  port: number;
  /** The page that links in mails lead back to. */
  siteUrl?: string;
  /** The folder of migrations; those not yet applied are. */
  migrations: string;
  /** A file that runs once, after the first migrations. */
  seed?: string;
  log?: (line: string) => void;
}

export interface Supabase extends Project {
  /** Calls back when PostgreSQL or PostgREST ended without `stop`, with a sentence that says which and how. */
  onExit(callback: (message: string) => void): void;
}

/**
 * Starts it all and returns when it answers. Data and keys outlive restarts, and `kill -9` too: the next start on the
 * same folder first ends what was left running.
 * @throws when another process uses the folder, the port is taken, a migration fails or PostgreSQL cannot run here
 */
export async function startSupabase({
  dataDir,
  port,
  siteUrl,
  migrations,
  seed: seedFile,
  log,
}: SupabaseOptions): Promise<Supabase> {
  const folder = path.resolve(dataDir);
  const undo: (() => unknown)[] = [];
  const undoAll = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const postgres = await startPostgres({ dataDir: folder, durable: true, log });
    undo.push(postgres.stop);
    const keys = await loadKeys(path.join(folder, 'keys.json'));
    const databaseUrl = postgres.superuserUrl('postgres');
    await bootstrap(databaseUrl);
    await setAuthenticatorPassword(databaseUrl, keys.authenticatorPassword);
    await migrate(databaseUrl, migrations);
    if (seedFile) await seed(databaseUrl, seedFile);
    const restDatabaseUrl = postgres.url('authenticator', keys.authenticatorPassword, 'postgres');
    const configFile = path.join(folder, 'postgrest.conf');
    const project = await serveDatabase({ databaseUrl, restDatabaseUrl, configFile, keys, port, siteUrl, log });
    undo.push(project.stop);

    const callbacks: ((message: string) => void)[] = [];
    let stopping: Promise<void> | undefined;
    const watch = (name: string, ended: Promise<string>) =>
      void ended.then((how) => {
        if (!stopping) for (const callback of callbacks) callback(`${name} ended by itself (${how})`);
      });
    watch('PostgreSQL', postgres.ended);
    watch('PostgREST', project.rest.ended);
    return {
      ...project,
      onExit: (callback) => void callbacks.push(callback),
      stop() {
        stopping ??= undoAll();
        return stopping;
      },
    };
  } catch (cause) {
    await undoAll();
    throw cause;
  }
}

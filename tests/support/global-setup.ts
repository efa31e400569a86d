/** One PostgreSQL per test run, in a temp folder, with a template database that every test's own is cloned from. */

import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { postgresBinaries, postgrestBinary } from '../../local/supabase/binaries.ts';
import { bootstrap, setAuthenticatorPassword } from '../../local/supabase/database.ts';
import { createKeys } from '../../local/supabase/keys.ts';
import { folderOwner, lockFolder } from '../../local/supabase/lock.ts';
import { migrate } from '../../local/supabase/migrate.ts';
import { startPostgres } from '../../local/supabase/postgres.ts';
import { endLeftovers } from '../../local/supabase/processes.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: {
      port: number;
      password: string;
      authenticatorPassword: string;
      /** A database with the bootstrap and all migrations and no seed. */
      template: string;
      /** For files of this run; removed at its end. */
      runDir: string;
      migrations: string;
    };
  }
}

const PREFIX = 'flux-test-';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearDeadRuns();
  const runDir = mkdtempSync(path.join(tmpdir(), PREFIX));
  lockFolder(runDir);
  const postgres = await startPostgres({ dataDir: runDir, durable: false });
  const template = 'flux_template';
  const migrations = path.resolve(import.meta.dirname, '../../supabase/migrations');
  const { authenticatorPassword } = await createKeys();
  const finish = async () => {
    await postgres.stop();
    await removeRun(runDir);
  };
  try {
    const admin = new pg.Client({ connectionString: postgres.superuserUrl('postgres') });
    await admin.connect();
    await admin.query(`create database ${template}`);
    await admin.end();
    await bootstrap(postgres.superuserUrl(template));
    await setAuthenticatorPassword(postgres.superuserUrl(template), authenticatorPassword);
    mkdirSync(migrations, { recursive: true });
    await migrate(postgres.superuserUrl(template), migrations);
  } catch (cause) {
    await finish();
    throw cause;
  }
  const { password } = new URL(postgres.superuserUrl(template));
  project.provide('cluster', { port: postgres.port, password, authenticatorPassword, template, runDir, migrations });
  return finish;
}

/** Runs that were killed left their servers and their folders. */
async function clearDeadRuns(): Promise<void> {
  const runs = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX));
  for (const runDir of runs.map((name) => path.join(tmpdir(), name))) {
    if (folderOwner(runDir) === undefined) await removeRun(runDir);
  }
}

async function removeRun(runDir: string): Promise<void> {
  await endLeftovers(`${postgrestBinary()} ${runDir}/`, 'SIGKILL');
  await endLeftovers(`${postgresBinaries().postgres} -D ${runDir}/`, 'SIGINT');
  rmSync(runDir, { recursive: true, force: true });
}

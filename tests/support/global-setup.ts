/** One PostgreSQL per test run, in a temp folder (in memory if possible), with a template database that every test's own is cloned from. */

import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, readdirSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { bootstrap, setAuthenticatorPassword } from '../../local/supabase/database.ts';
import { createKeys } from '../../local/supabase/keys.ts';
import { folderOwner } from '../../local/supabase/lock.ts';
import { startPostgres } from '../../local/supabase/postgres.ts';
import { migrate } from '../../server/migrations.ts';
import { removeRun } from './remove-run.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: {
      port: number;
      password: string;
      authenticatorPassword: string;
      /** A database with the bootstrap and all migrations and no seed. */
      template: string;
      /** The folder of this run's files; removed at its end. */
      runDir: string;
      migrations: string;
    };
  }
}

const PREFIX = 'flux-test-';
/** Linux's file system in memory: cloning a database takes 20 ms there, and up to half a second on a busy disk. */
const MEMORY = '/dev/shm';
const ROOM_BYTES = 1_000_000_000;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearDeadRuns();
  const runDir = mkdtempSync(path.join(hasRoom(MEMORY) ? MEMORY : tmpdir(), PREFIX));
  const remover = startRemover(runDir);
  const postgres = await startPostgres({ dataDir: runDir, durable: false });
  const template = 'flux_template';
  const migrations = path.resolve(import.meta.dirname, '../../supabase/migrations');
  const { authenticatorPassword } = await createKeys();
  const finish = async () => {
    await postgres.stop();
    await removeRun(runDir);
    remover.stdin.end();
  };
  try {
    const admin = new pg.Client({ connectionString: postgres.superuserUrl('postgres') });
    await admin.connect();
    await admin.query(`create database ${template}`);
    await admin.end();
    await bootstrap(postgres.superuserUrl(template));
    await setAuthenticatorPassword(postgres.superuserUrl(template), authenticatorPassword);
    await migrate(postgres.superuserUrl(template), migrations);
  } catch (cause) {
    await finish();
    throw cause;
  }
  const { password } = new URL(postgres.superuserUrl(template));
  project.provide('cluster', { port: postgres.port, password, authenticatorPassword, template, runDir, migrations });
  return finish;
}

/** Starts what removes the run when this process is ended by a signal, which Vitest leaves no time for. */
function startRemover(runDir: string) {
  const remover = spawn(process.execPath, [path.join(import.meta.dirname, 'remove-run.ts'), runDir], {
    // Of its own process group: Ctrl-C in a terminal does not reach it.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  remover.unref();
  return remover;
}

/** Runs that were killed left their servers and their folders. */
async function clearDeadRuns(): Promise<void> {
  for (const parent of [tmpdir(), MEMORY].filter((folder) => existsSync(folder))) {
    for (const name of readdirSync(parent).filter((entry) => entry.startsWith(PREFIX))) {
      const runDir = path.join(parent, name);
      if (folderOwner(runDir) === undefined) await removeRun(runDir);
    }
  }
}

function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > ROOM_BYTES;
  } catch {
    return false;
  }
}

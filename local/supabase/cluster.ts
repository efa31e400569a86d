/** PostgreSQL's files on disk: made once, and looked after between a crash and the next start. */

import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Account, databaseAccount } from './account.ts';

const run = promisify(execFile);

export interface Cluster {
  /** PostgreSQL's data directory. */
  readonly folder: string;
  readonly account: Account;
  /** The superuser's. */
  readonly password: string;
  /** True if it has just been made. */
  readonly fresh: boolean;
}

/**
 * Returns the cluster in `<dataDir>/postgres`, made with `initdb` at the first call, ready for a server to be started on it;
 * no server of ours may be running there.
 * @param durable whether new files are forced to disk
 * @throws when they belong to another user or cannot be made; the message says what to do
 */
export async function openCluster(initdb: string, dataDir: string, durable: boolean): Promise<Cluster> {
  const folder = path.join(dataDir, 'postgres');
  const passwordFile = path.join(dataDir, 'postgres.password');
  const account = databaseAccount(folder);
  const fresh = !existsSync(folder);
  if (fresh) {
    await createCluster(initdb, folder, passwordFile, account, durable);
  } else {
    refuseForeign(folder, account);
    markStale(path.join(folder, 'postmaster.pid'));
  }
  return { folder, account, fresh, password: readFileSync(passwordFile, 'utf8').trim() };
}

/** Returns what to try when PostgreSQL cannot use its files. */
export function advice(): string {
  return process.getuid?.() === 0
    ? 'As root PostgreSQL runs as another user, who could not do this: set FLUX_DATA_DIR to a folder that everybody may enter (such as /var/tmp/flux), keep the clone in one too, or run as an ordinary user.'
    : 'Set FLUX_DATA_DIR to another folder, on a local disk with free space.';
}

/** Makes it beside its place and then moves it there, so that a kill in between leaves nothing half made. */
async function createCluster(initdb: string, folder: string, passwordFile: string, account: Account, durable: boolean) {
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
  if (account.ids) {
    chownSync(unfinished, account.ids.uid, account.ids.gid);
    chownSync(passwordFile, account.ids.uid, account.ids.gid);
  }
  const { file, args, ids } = account.command(initdb, [
    ...['--pgdata', unfinished, '--username', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
    // Collation and case rules that are the same on every machine; full-text search still asks libc what a letter is.
    ...['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
    ...['--lc-ctype', process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8', '--no-instructions'],
    ...(durable ? [] : ['--no-sync']),
  ]);
  try {
    await run(file, args, { ...ids, env: { PATH: process.env.PATH }, timeout: 60_000 });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`PostgreSQL could not make its files in ${folder}: ${why}\n${advice()}`, { cause });
  }
  renameSync(unfinished, folder);
}

function refuseForeign(folder: string, account: Account): void {
  const owner = statSync(folder).uid;
  const me = account.ids?.uid ?? process.getuid?.();
  if (owner === me) return;
  throw new Error(`${folder} belongs to another user (uid ${owner}): set FLUX_DATA_DIR to a folder of your own`);
}

/**
 * A killed server's lock file names a process that may still be a zombie or, in a container, somebody new with its id.
 * Our own id there tells PostgreSQL that the file is stale, and it still checks by the rest of it that no process of
 * that server is left on the data (CreateLockFile in miscinit.c).
 */
function markStale(lockFile: string): void {
  if (!existsSync(lockFile)) return;
  const [, ...rest] = readFileSync(lockFile, 'utf8').split('\n');
  writeFileSync(lockFile, [process.pid, ...rest].join('\n'));
}

/** PostgreSQL 17 on this machine, from npm's binaries: one cluster per data folder. */

import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Account, databaseAccount } from './account.ts';
import { postgresBinaries } from './binaries.ts';
import { endLeftovers, freePort } from './processes.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

const run = promisify(execFile);

export interface PostgresOptions {
  /** Where the cluster is kept, in `postgres/`, and its superuser's password, in `postgres.password`. */
  dataDir: string;
  /** Default: a free one. */
  port?: number;
  /** Whether what was committed survives `kill -9` and a power cut. `false` is for tests: faster, all else equal. */
  durable: boolean;
  log?: (line: string) => void;
}

export interface Postgres {
  readonly port: number;
  readonly pid: number;
  /** Whether this start made the cluster. */
  readonly fresh: boolean;
  /** Resolves with how it ended, when it ends. */
  readonly ended: Promise<string>;
  /** A connection string for the superuser `postgres`. */
  superuserUrl(database: string): string;
  /** A connection string for another role. */
  url(role: string, password: string, database: string): string;
  /** Ends it without waiting for clients (fast shutdown); safe to call twice. */
  stop(): Promise<void>;
}

/**
 * With fsync a commit costs 0.2 ms on an SSD, so development keeps PostgreSQL's defaults: `synchronous_commit=off`
 * would lose the last 0.6 s of commits to a `kill -9`, since they wait in shared memory.
 */
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  // No socket file: its path would often be longer than the 107 characters that the kernel takes.
  unix_socket_directories: '',
  timezone: 'UTC',
  // Failing statements are the client's to report; a log of them would hold people's data.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

/** Both pass when tried again: another program took the port, or a killed server's last processes are still ending. */
const PASSING_TROUBLE = /could not create any TCP\/IP sockets|pre-existing shared memory block/;
const START_WITHIN_MS = 30_000;

/**
 * Starts PostgreSQL, after ending one that was left on the same folder, and returns when it takes connections.
 * @throws when it cannot run here; the message says what to do
 */
export async function startPostgres({ dataDir, port, durable, log = () => {} }: PostgresOptions): Promise<Postgres> {
  const binaries = postgresBinaries();
  const folder = path.resolve(dataDir, 'postgres');
  mkdirSync(dataDir, { recursive: true });
  const account = databaseAccount(folder);
  refuseForeign(folder, account);
  await endLeftovers(`${binaries.postgres} -D ${folder} `, 'SIGINT');

  markStale(path.join(folder, 'postmaster.pid'));

  const passwordFile = path.resolve(dataDir, 'postgres.password');
  const fresh = !existsSync(folder);
  if (fresh) await createCluster(binaries.initdb, folder, passwordFile, account, durable);
  const password = readFileSync(passwordFile, 'utf8').trim();

  const settings = Object.entries({ ...SETTINGS, ...(durable ? {} : NOT_DURABLE) });
  const flags = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const giveUpAt = Date.now() + START_WITHIN_MS;
  for (;;) {
    const actualPort = port ?? (await freePort());
    const { server, ready } = await launch(
      account,
      binaries.postgres,
      ['-D', folder, '-p', `${actualPort}`, ...flags],
      log,
    );
    const failure = await Promise.race([ready, server.ended, sleep(START_WITHIN_MS, 'no answer', { ref: false })]);
    if (failure === undefined) {
      const url = (role: string, secret: string, database: string) =>
        `postgresql://${role}:${secret}@127.0.0.1:${actualPort}/${database}`;
      return {
        port: actualPort,
        pid: server.pid,
        fresh,
        ended: server.ended,
        url,
        superuserUrl: (database) => url('postgres', password, database),
        stop: () => server.end('SIGINT'),
      };
    }
    await server.end('SIGINT');
    const canPass = PASSING_TROUBLE.test(server.lastLines()) && (port === undefined || !/TCP/.test(server.lastLines()));
    if (!canPass || Date.now() > giveUpAt) {
      throw new Error(`PostgreSQL did not start on ${folder} (${failure}):\n${server.lastLines()}\n${advice()}`);
    }
    await sleep(50);
  }
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

async function launch(
  account: Account,
  binary: string,
  args: string[],
  log: (line: string) => void,
): Promise<{ server: ServerProcess; ready: Promise<undefined> }> {
  const { promise: ready, resolve } = Promise.withResolvers<undefined>();
  const server = await startServerProcess({
    ...account.command(binary, args),
    env: { LC_ALL: 'C' },
    onLine: (line) => {
      log(line);
      if (line.includes('database system is ready to accept connections')) resolve(undefined);
    },
  });
  return { server, ready };
}

/** Makes the cluster beside its place and then moves it there, so that a kill in between leaves nothing half made. */
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
    throw new Error(`PostgreSQL could not make its files in ${folder}: ${messageOf(cause)}\n${advice()}`, { cause });
  }
  renameSync(unfinished, folder);
}

function refuseForeign(folder: string, account: Account): void {
  const owner = statSync(folder, { throwIfNoEntry: false })?.uid;
  const me = account.ids?.uid ?? process.getuid?.();
  if (owner === undefined || owner === me) return;
  throw new Error(
    `${folder} belongs to another user (uid ${owner}), who started it before: set FLUX_DATA_DIR to a folder of your own`,
  );
}

const messageOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause));

function advice(): string {
  return process.getuid?.() === 0
    ? 'As root PostgreSQL runs as another user, who could not do this: set FLUX_DATA_DIR to a folder that everybody may enter (such as /var/tmp/flux), keep the clone in one too, or run as an ordinary user.'
    : 'Set FLUX_DATA_DIR to another folder, on a local disk with free space.';
}

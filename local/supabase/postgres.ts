/** PostgreSQL 17 on this machine, from npm's binaries: one cluster per data folder. */

import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { postgresBinaries } from './binaries.ts';
import { advice, type Cluster, openCluster } from './cluster.ts';
import { lockFolder } from './lock.ts';
import { endBackends, endLeftovers, freePort } from './processes.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

export interface PostgresOptions {
  /** The folder of the cluster, in `postgres/`, and of its superuser's password, in `postgres.password`. */
  dataDir: string;
  /** Default: a free one. */
  port?: number;
  /** True if what was committed survives `kill -9` and a power cut. `false` is for tests: faster, all else equal. */
  durable: boolean;
  log?: (line: string) => void;
}

export interface Postgres {
  readonly port: number;
  readonly pid: number;
  /** True if this start made the cluster. */
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
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '128MB' };

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

/** Two failures pass when tried again: another program was faster, or a killed server's last processes are still ending. */
const PORT_TAKEN = 'could not create any TCP/IP sockets';
const STILL_ENDING = 'pre-existing shared memory block';
const START_WITHIN_MS = 30_000;

/**
 * Starts PostgreSQL, after ending one that was left on the same folder, and returns when it takes connections.
 * @throws when another process uses the folder or it cannot run here; the message says what to do
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const dataDir = path.resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const unlock = lockFolder(dataDir);
  try {
    const { initdb, postgres } = postgresBinaries();
    await endLeftovers(`${postgres} -D ${dataDir}/postgres `, 'SIGINT');
    if (existsSync(path.join(dataDir, 'postgres'))) await endBackends(path.join(dataDir, 'postgres'));
    const cluster = await openCluster(initdb, dataDir, options.durable);
    const { server, port } = await launch(postgres, cluster, options);
    const url = (role: string, password: string, database: string) =>
      `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
    return {
      port,
      pid: server.pid,
      fresh: cluster.fresh,
      ended: server.ended,
      url,
      superuserUrl: (database) => url('postgres', cluster.password, database),
      async stop() {
        await server.end('SIGINT');
        await endBackends(cluster.folder);
        unlock();
      },
    };
  } catch (cause) {
    unlock();
    throw cause;
  }
}

async function launch(
  binary: string,
  { folder, account }: Cluster,
  options: PostgresOptions,
): Promise<{ server: ServerProcess; port: number }> {
  const settings = Object.entries({ ...SETTINGS, ...(options.durable ? {} : NOT_DURABLE) });
  const flags = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const giveUpAt = Date.now() + START_WITHIN_MS;
  for (;;) {
    const port = options.port ?? (await freePort());
    const { promise: ready, resolve } = Promise.withResolvers<undefined>();
    const server = await startServerProcess({
      ...account.command(binary, ['-D', folder, '-p', `${port}`, ...flags]),
      env: { LC_ALL: 'C' },
      onLine: (line) => {
        options.log?.(line);
        if (line.includes('database system is ready to accept connections')) resolve(undefined);
      },
    });
    const failure = await Promise.race([ready, server.ended, sleep(START_WITHIN_MS, 'no answer', { ref: false })]);
    if (failure === undefined) return { server, port };
    await server.end('SIGINT');
    const passing = options.port === undefined ? [PORT_TAKEN, STILL_ENDING] : [STILL_ENDING];
    const canPass = passing.some((trouble) => server.lastLines().includes(trouble));
    if (server.lastLines().includes(STILL_ENDING) && Date.now() > giveUpAt) {
      throw new Error(
        `A process of an earlier PostgreSQL still works on ${folder}, and it could not be found: end it yourself, or restart the machine`,
      );
    }
    if (!canPass || Date.now() > giveUpAt) {
      throw new Error(`PostgreSQL did not start on ${folder} (${failure}):\n${server.lastLines()}\n${advice()}`);
    }
    await sleep(50);
  }
}

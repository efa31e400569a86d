/** PostgREST on this machine: the REST interface of one database. */

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JSONWebKeySet } from 'jose';
import { postgrestBinary } from './binaries.ts';
import { endLeftovers, freePort } from './processes.ts';
import { startServerProcess } from './server-process.ts';

export interface PostgrestOptions {
  /** Connection string of the role `authenticator`. */
  databaseUrl: string;
  /** The file of its settings (mode 0600, they hold the password); also what tells it from other PostgRESTs. */
  configFile: string;
  /** The public keys of the tokens that it accepts. */
  jwks: JSONWebKeySet;
  /** Default: a free one. */
  port?: number;
  /** Connections that it holds to the database. Default 10. */
  pool?: number;
  log?: (line: string) => void;
}

export interface Postgrest {
  readonly port: number;
  readonly pid: number;
  /** Resolves with how it ended, when it ends. */
  readonly ended: Promise<string>;
  /** Halts it where it is: requests wait. */
  pause(): void;
  resume(): void;
  /** Ends it; safe to call twice. */
  stop(): Promise<void>;
}

const START_WITHIN_MS = 30_000;

/**
 * Starts PostgREST with Supabase's settings, after ending one that was left with the same settings file, and returns
 * when it has read the database's schema and answers.
 * @throws when it is not installed or does not start
 */
export async function startPostgrest(options: PostgrestOptions): Promise<Postgrest> {
  const binary = postgrestBinary();
  await endLeftovers(`${binary} ${options.configFile} `, 'SIGKILL');
  const giveUpAt = Date.now() + START_WITHIN_MS;
  for (;;) {
    const port = options.port ?? (await freePort());
    writeConfig(options, port);
    // Its own word first: on a port that another program just took, that program might answer instead.
    const { promise: schemaRead, resolve } = Promise.withResolvers<void>();
    const server = await startServerProcess({
      file: binary,
      args: [options.configFile],
      onLine: (line) => {
        options.log?.(line);
        if (/schema cache loaded/i.test(line)) resolve();
      },
    });
    // It holds nothing that could be lost, and a paused one would not hear SIGTERM.
    const stop = () => server.end('SIGKILL');
    const { ended, pid, signal } = server;
    const isUp = await Promise.race([
      schemaRead.then(() => answers(port, giveUpAt)),
      ended.then(() => false),
      tooLong(),
    ]);
    if (isUp) {
      return { port, pid, ended, stop, pause: () => signal('SIGSTOP'), resume: () => signal('SIGCONT') };
    }
    await stop();
    const isPortTaken = /address already in use|resource busy/i.test(server.lastLines());
    if (!isPortTaken || options.port || Date.now() > giveUpAt) {
      throw new Error(`PostgREST did not start:\n${server.lastLines()}`);
    }
  }
}

const tooLong = () => sleep(START_WITHIN_MS, false, { ref: false });

/** Waits for an answer. Asks for a table that is not there, which is quick: `/` would describe the whole schema. */
async function answers(port: number, giveUpAt: number): Promise<boolean> {
  while (Date.now() < giveUpAt) {
    const status = await fetch(`http://127.0.0.1:${port}/-`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(2_000),
    }).then(
      (response) => response.status,
      () => 503,
    );
    if (status < 500) return true;
    await sleep(5);
  }
  return false;
}

function writeConfig({ databaseUrl, configFile, jwks, pool = 10 }: PostgrestOptions, port: number): void {
  const settings = {
    'db-uri': databaseUrl,
    'db-schemas': 'public',
    'db-extra-search-path': 'public, extensions',
    'db-anon-role': 'anon',
    'db-max-rows': 1000,
    'db-pool': pool,
    'jwt-secret': JSON.stringify(jwks),
    'server-host': '127.0.0.1',
    'server-port': port,
    // Newer ones say that they are ready at this level only; requests go to stdout, which nobody reads.
    'log-level': 'info',
  };
  const text = Object.entries(settings).map(([name, value]) => `${name} = ${JSON.stringify(value)}\n`);
  if (!existsSync(path.dirname(configFile))) mkdirSync(path.dirname(configFile), { recursive: true });
  writeFileSync(configFile, text.join(''), { mode: 0o600 });
}

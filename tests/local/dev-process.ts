import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach } from 'vitest';

export const root = resolve(import.meta.dirname, '../..');
export const demoUser = '00000000-0000-4000-8000-000000000001';

export type Dev = {
  process: ChildProcess;
  url: string;
  output: () => string;
  ended: Promise<number | null>;
  dataDir: string;
};
const running = new Set<ChildProcess>();
const folders = new Set<string>();

afterEach(async () => {
  for (const child of running) {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
    }
    running.delete(child);
  }
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
});

export function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'flux-dev-'));
  folders.add(folder);
  return folder;
}

/** `npm run dev` on free ports, up to its `ready` line (or its end). */
export async function startDev(dataDir: string, env: Record<string, string> = {}, ...args: string[]): Promise<Dev> {
  return startServing('dev', dataDir, env, ...args);
}

/** A command that serves until it is ended, on free ports, up to its `ready` line (or its end). */
export async function startServing(
  command: string,
  dataDir: string,
  env: Record<string, string> = {},
  ...args: string[]
): Promise<Dev> {
  const ports = await freePorts(3);
  const { SUPABASE_URL: _url, INNGEST_DEV: _dev, E2B_API_KEY: _key, ...inherited } = process.env;
  const child = spawn('npm', ['run', '--silent', command, '--', ...args], {
    cwd: root,
    env: {
      ...inherited,
      API_SERVER_PORT: String(ports[0]),
      INNGEST_SERVER_PORT: String(ports[1]),
      SUPABASE_PORT: String(ports[2]),
      FLUX_DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const ready = new Promise<string>((done) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const url = /^ready (http:\S+)$/m.exec(output)?.[1];
      if (url) done(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
  });
  const url = await Promise.race([ready, ended.then(() => '')]);
  return { process: child, url, output: () => output, ended, dataDir };
}

/** Runs a command of package.json to its end; `cwd` is another checkout's folder. */
export async function runCommand(command: string, args: string[] = [], env: Record<string, string> = {}, cwd = root) {
  const child = spawn('npm', ['run', '--silent', command, '--', ...args], { cwd, env: { ...process.env, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, output };
}

export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<Server>((done) => {
          const server = createServer().listen(0, '127.0.0.1', () => done(server));
        }),
    ),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

export async function childrenOf(pid: number): Promise<number[]> {
  return (await descendants(pid)).map((child) => child.pid);
}

/** Every process below one, with its command. */
export async function descendants(root: number): Promise<{ pid: number; command: string }[]> {
  const ps = spawn('ps', ['-eo', 'pid=,ppid=,args=']);
  let text = '';
  ps.stdout.on('data', (chunk) => {
    text += chunk;
  });
  await new Promise((done) => ps.once('close', done));
  const all = text.split('\n').flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    // A process that has ended counts as gone before its parent has noticed.
    const runs = pid && !command?.endsWith('<defunct>');
    return runs ? [{ pid: Number(pid), parent: Number(parent), command: command ?? '' }] : [];
  });
  const below = (pid: number): { pid: number; command: string }[] =>
    all.filter((row) => row.parent === pid).flatMap((row) => [row, ...below(row.pid)]);
  return below(root);
}

/** Processes this machine runs: finding free ports for them, and ending those that an earlier start left behind. */

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Returns a TCP port that is free on 127.0.0.1 now; somebody may take it before you do, so be ready to ask again. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No free port on 127.0.0.1')),
      );
    });
  });
}

/**
 * Ends every process whose command line begins with `commandPrefix` (program and the argument that makes it ours) and
 * returns when they are gone. One that does not heed `signal` within 10 s is killed.
 * @throws when a process cannot be ended, such as another user's
 */
export async function endLeftovers(commandPrefix: string, signal: NodeJS.Signals): Promise<void> {
  const killAt = Date.now() + 10_000;
  let next: NodeJS.Signals | undefined = signal;
  for (;;) {
    const pids = listProcesses().flatMap(({ pid, command }) => (command.startsWith(commandPrefix) ? [pid] : []));
    if (pids.length === 0) return;
    if (Date.now() > killAt + 5_000) throw new Error(`Process ${pids.join(', ')} does not end: ${commandPrefix}`);
    if (Date.now() > killAt) next = 'SIGKILL';
    for (const pid of next ? pids : []) signalProcess(pid, next ?? signal);
    next = undefined;
    await sleep(20);
  }
}

/**
 * Ends what is left of a PostgreSQL server whose first process is gone: backends whose query cannot be interrupted do not
 * notice that. They are known by their title and by working in the data directory; those that do not end by themselves
 * within a second are killed.
 * @throws when one cannot be ended, naming it
 */
export async function endBackends(folder: string): Promise<void> {
  const killAt = Date.now() + 1_000;
  for (;;) {
    const pids = backendsOf(folder);
    if (pids.length === 0) return;
    if (Date.now() > killAt + 10_000) {
      throw new Error(
        `Process ${pids.join(', ')} of an earlier PostgreSQL still works on ${folder} and cannot be ended: end it yourself, or restart the machine`,
      );
    }
    if (Date.now() > killAt) for (const pid of pids) signalProcess(pid, 'SIGKILL');
    await sleep(50);
  }
}

function backendsOf(folder: string): number[] {
  const titled = listProcesses().filter(({ command }) => command.startsWith('postgres: '));
  if (titled.length === 0) return [];
  const real = realpathSync(folder);
  return titled.flatMap(({ pid }) => (workingDirectory(pid) === real ? [pid] : []));
}

function workingDirectory(pid: number): string | undefined {
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('lsof', ['-a', '-d', 'cwd', '-p', String(pid), '-Fn'], {
      encoding: 'utf8',
      timeout: 5_000,
    });
    return /^n(.*)$/m.exec(stdout ?? '')?.[1];
  }
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // It has ended, or is another user's.
    return undefined;
  }
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (cause) {
    if (isCode(cause, 'ESRCH')) return;
    throw new Error(`Cannot end process ${pid}, left by an earlier start: end it yourself`, { cause });
  }
}

/** Returns everything that runs on this machine, each command line followed by a space. */
export function listProcesses(): { pid: number; command: string }[] {
  if (process.platform === 'linux') {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => ({ pid: Number(pid), command: readIfThere(`/proc/${pid}/cmdline`).replaceAll('\0', ' ') }));
  }
  const { stdout } = spawnSync('ps', ['-axww', '-o', 'pid=,command='], { encoding: 'utf8', timeout: 5_000 });
  return (stdout ?? '').split('\n').flatMap((line) => {
    const [, pid, command] = /^\s*(\d+) (.*)$/.exec(line) ?? [];
    return pid && command ? [{ pid: Number(pid), command: `${command} ` }] : [];
  });
}

/**
 * Returns when process `pid` started, in words that only compare; undefined when there is none. Tells a process from a later
 * one with its id.
 */
export function processStart(pid: number): string | undefined {
  if (process.platform === 'linux') {
    // proc(5): the third field is the state, the 22nd the start; the second may hold spaces and brackets.
    const stat = readIfThere(`/proc/${pid}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended, and waits only for its parent to notice.
    return fields[0] === 'Z' ? undefined : fields[19];
  }
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', timeout: 5_000 });
  return stdout?.trim() || undefined;
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Says whether `error` is a system error with this code, such as `ENOENT`. */
export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

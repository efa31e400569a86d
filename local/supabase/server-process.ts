/** A server that runs as a child process: PostgreSQL, PostgREST. */

import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGINT');
});

const LINES_KEPT = 20;
const GRACE_MS = 10_000;

export interface ServerCommand {
  file: string;
  args: string[];
  ids?: { uid: number; gid: number };
  env?: Record<string, string>;
  /** Receives each line of its log. */
  onLine: (line: string) => void;
}

export interface ServerProcess {
  readonly pid: number;
  /** Resolves when it has ended, with how: "exit code 1", "signal SIGKILL". */
  readonly ended: Promise<string>;
  /** The last lines of its log, for error messages. */
  lastLines(): string;
  /** Sends `signal` and returns when it has ended; after 10 s it is killed. */
  end(signal: NodeJS.Signals): Promise<void>;
  /** Sends a signal and does not wait. */
  signal(signal: NodeJS.Signals): void;
}

/**
 * Starts a server of its own process group, so that Ctrl-C in a terminal reaches only us and we end it in order. It
 * ends with this process even when that is by an uncaught error; only `kill -9` leaves it behind.
 * @throws when the program cannot be started
 */
export async function startServerProcess({ file, args, ids, env, onLine }: ServerCommand): Promise<ServerProcess> {
  const child = spawn(file, args, {
    ...ids,
    detached: true,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      running.delete(child);
      const how = signal ? `signal ${signal}` : `exit code ${code}`;
      // Its last words may still be on the way, but a grandchild can hold the pipe open for long.
      child.once('close', () => resolve(how));
      setTimeout(resolve, 200, how);
    });
  });
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines.push(line);
    if (lines.length > LINES_KEPT) lines.shift();
    onLine(line);
  });
  const pid = await started(child, file);
  if (child.exitCode === null && child.signalCode === null) running.add(child);
  return {
    pid,
    ended,
    lastLines: () => lines.join('\n'),
    signal: (signal) => void child.kill(signal),
    async end(signal) {
      child.kill(signal);
      const overdue = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
      await ended;
      clearTimeout(overdue);
    },
  };
}

function started(child: ChildProcess, file: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', (cause) => reject(new Error(`Cannot start ${file}: ${cause.message}`, { cause })));
    child.once('spawn', () => (child.pid ? resolve(child.pid) : reject(new Error(`Cannot start ${file}`))));
  });
}

import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

export type Program = { url: string; process: ChildProcess; stop(): Promise<void> };

const running = new Set<ChildProcess>();

/** Remembers a child process until it ends, for {@link killPrograms}. */
export function track(child: ChildProcess): void {
  running.add(child);
  child.once('exit', () => running.delete(child));
}

/** Kills what is still running, for the end of the command. */
export function killPrograms(): void {
  for (const child of running) child.kill('SIGKILL');
}

/**
 * Starts a program of this repository with Node in a process of its own, which sends its URL when it is ready.
 * @throws Error when it ends before it is ready
 */
export async function startProgram(options: {
  file: string;
  args: string[];
  env: Record<string, string>;
  nodeArgs?: string[];
}): Promise<Program> {
  const file = path.resolve(import.meta.dirname, '..', options.file);
  const child = spawn(process.execPath, [...(options.nodeArgs ?? []), file, ...options.args], {
    // Nothing of this machine's settings: what is measured is what is said here.
    env: { PATH: process.env.PATH, NODE_NO_WARNINGS: '1', ...options.env },
    // Its log is written as ever, and nobody reads it.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  track(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${options.file} was not ready within 30 s.`));
    }, 30_000);
    child.once('message', (message) => {
      clearTimeout(late);
      resolve(String(message));
    });
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`${options.file} ended with ${code} before it was ready.`));
    });
  });
  return {
    url,
    process: child,
    async stop() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

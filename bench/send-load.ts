import { execFile } from 'node:child_process';
import path from 'node:path';
import type { Load, LoadResult } from './load.ts';
import { track } from './process.ts';

/** Sends requests over many connections from a process of its own, see {@link Load}. */
export function sendLoad(options: Load): Promise<LoadResult> {
  const file = path.join(import.meta.dirname, 'load.ts');
  return new Promise((resolve, reject) => {
    const timeout = (options.seconds + 30) * 1000;
    const child = execFile(process.execPath, [file], { timeout }, (error, stdout) => {
      if (error) reject(error);
      else resolve(JSON.parse(stdout));
    });
    track(child);
    child.stdin?.end(JSON.stringify(options));
  });
}

/** One process at a time owns a data folder. */

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { isCode, processStart } from './processes.ts';

const Owner = z.object({ pid: z.number(), start: z.string() });

/**
 * Makes this process the owner of `folder`, which must exist; an owner that no longer runs is succeeded.
 * @returns a function that gives the folder up
 * @throws when a running process owns it
 */
export function lockFolder(folder: string): () => void {
  const file = path.join(folder, 'owner.json');
  const owner = folderOwner(folder);
  if (owner) {
    throw new Error(
      `${folder} is in use by process ${owner}: stop that one first, or set FLUX_DATA_DIR to another folder`,
    );
  }
  const me = { pid: process.pid, start: processStart(process.pid) ?? '' };
  try {
    rmSync(file, { force: true });
    writeFileSync(file, JSON.stringify(me), { flag: 'wx' });
  } catch (cause) {
    throw isCode(cause, 'EEXIST')
      ? new Error(`Cannot use ${folder}: another start has just taken it`, { cause })
      : folderError(folder, cause);
  }
  return () => rmSync(file, { force: true });
}

/** What the system's codes for a folder that cannot be used mean. */
const reasons: Record<string, string> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'it is on a disk that is only read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'it is a file',
};

/** Returns the error of a folder that cannot be made or written to, with the reason in words. */
export function folderError(folder: string, cause: unknown): Error {
  const code = Object.keys(reasons).find((each) => isCode(cause, each));
  const reason = (code && reasons[code]) ?? (cause instanceof Error ? cause.message : String(cause));
  return new Error(`Cannot use ${folder}: ${reason}. Set FLUX_DATA_DIR to a folder of your own.`, { cause });
}

/** Returns the id of the running process that owns `folder`, if there is one. */
export function folderOwner(folder: string): number | undefined {
  try {
    const owner = Owner.parse(JSON.parse(readFileSync(path.join(folder, 'owner.json'), 'utf8')));
    return processStart(owner.pid) === owner.start ? owner.pid : undefined;
  } catch {
    // No file, or one that was cut short by a crash: nobody's.
    return undefined;
  }
}

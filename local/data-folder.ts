import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PACKAGES_FOLDER } from './e2b/packages.ts';
import { postgresBinaries, postgrestBinary } from './supabase/binaries.ts';
import { folderError, lockFolder } from './supabase/lock.ts';
import { endLeftovers } from './supabase/processes.ts';

/** The file that says that a folder is a data folder of this project, made by it. */
const MARK = 'flux-data.txt';
const MARK_TEXT = 'This folder holds the data of `npm run dev`. `npm run dev -- --reset` empties it.\n';

/**
 * Makes a data folder, or takes one that was made before.
 * @throws Error for a folder that cannot be written to, and for one that holds something else: that is not ours to change
 */
export function claimDataFolder(folder: string): void {
  const mark = path.join(folder, MARK);
  try {
    mkdirSync(folder, { recursive: true });
    if (!existsSync(mark) && readdirSync(folder).length === 0) writeFileSync(mark, MARK_TEXT);
  } catch (cause) {
    throw folderError(folder, cause);
  }
  if (!existsSync(mark)) throw new Error(foreign(folder));
}

/** @throws Error for a folder that is not there or was not made by this project */
export function assertDataFolder(folder: string): void {
  if (!existsSync(path.join(folder, MARK))) throw new Error(foreign(folder));
}

/**
 * Deletes what is in a data folder, if there is one, but for fetched packages. It must be ours and nobody may be using it.
 * @throws Error for a folder that was not made by this project, and for one that a running process uses
 */
export async function emptyDataFolder(folder: string): Promise<void> {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  assertDataFolder(folder);
  const unlock = lockFolder(folder);
  try {
    await endLeftovers(`${postgrestBinary()} ${folder}/`, 'SIGTERM');
    await endLeftovers(`${postgresBinaries().postgres} -D ${folder}/`, 'SIGINT');
    const kept = [MARK, 'owner.json', PACKAGES_FOLDER];
    for (const name of readdirSync(folder).filter((entry) => !kept.includes(entry))) {
      rmSync(path.join(folder, name), { recursive: true, force: true });
    }
  } finally {
    unlock();
  }
}

function foreign(folder: string): string {
  return `${folder} is not a data folder of this project (it has no ${MARK}): nothing in it was touched. Set FLUX_DATA_DIR to an empty folder or to one that does not exist yet.`;
}

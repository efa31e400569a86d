import '../lib/env-file.ts';

import { existsSync, readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type CommandInput, type OnExit, runCommand } from '../lib/command.ts';
import { writeBackup } from './backup-file.ts';
import { assertDataFolder } from './data-folder.ts';
import { baseBackup } from './supabase/base-backup.ts';
import { folderOwner } from './supabase/lock.ts';
import { startPostgres } from './supabase/postgres.ts';

const help = `npm run backup -- <file>

Writes everything in the data folder, FLUX_DATA_DIR (.data), to a file: the database with its accounts, and the keys. It can be done
while \`npm run dev\` runs. Fetched Python packages are left out. \`npm run restore -- <file>\` makes a data folder of it.

  --help   shows this`;

/** Backs up an embedded data folder. */
async function main({ words }: CommandInput, onExit: OnExit): Promise<void> {
  const [name, ...more] = words;
  if (name === undefined || more.length > 0) throw new Error(`Name one file to write to.\n\n${help}`);
  if (process.env.SUPABASE_URL) {
    throw new Error(
      'SUPABASE_URL is set, so people’s data are in that project and not in the data folder: back it up there (docs/deploy.md, Backups).',
    );
  }
  const file = resolve(name);
  if (existsSync(file)) throw new Error(`${file} exists already, and nothing is overwritten: name another file.`);
  const folder = resolve(process.env.FLUX_DATA_DIR ?? '.data');
  assertDataFolder(folder);
  if (!existsSync(join(folder, 'postgres'))) {
    throw new Error(`There is nothing in ${folder} to back up: \`npm run dev\` makes its database.`);
  }
  let isWhole = false;
  onExit(() => isWhole || rm(file, { force: true }));
  const url = await superuserUrl(folder, onExit);
  const read = (small: string) => readFileSync(join(folder, small), 'utf8');
  const keys = existsSync(join(folder, 'keys.json')) ? { 'keys.json': read('keys.json') } : {};
  const files = { 'postgres.password': read('postgres.password'), ...keys };
  const created_at = new Date().toISOString();
  await writeBackup(file, { format: 'flux-backup', version: 1, created_at, files }, baseBackup(url));
  isWhole = true;
  console.log(`${file} holds all of ${folder} (${(statSync(file).size / 1e6).toFixed(1)} MB).
Keep it safe: who has it can read everything, and its keys open this server.`);
}

/** Returns the address of the database that runs on a folder, or of one that is started on it for as long as this command takes. */
async function superuserUrl(folder: string, onExit: OnExit): Promise<string> {
  if (folderOwner(folder) === undefined) {
    const postgres = await startPostgres({ dataDir: folder, durable: true });
    onExit(postgres.stop);
    return postgres.superuserUrl('postgres');
  }
  // postmaster.pid: the fourth line is the port (https://www.postgresql.org/docs/17/storage-file-layout.html).
  const state = join(folder, 'postgres', 'postmaster.pid');
  const port = existsSync(state) ? Number(readFileSync(state, 'utf8').split('\n')[3]) : 0;
  if (!port) throw new Error('The server on this folder is just starting or stopping: try again in a moment.');
  const password = readFileSync(join(folder, 'postgres.password'), 'utf8').trim();
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
}

await runCommand({ help, takesWords: true }, main);

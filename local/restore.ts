import '../lib/env-file.ts';

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type CommandInput, type OnExit, runCommand } from '../lib/command.ts';
import { openBackup } from './backup-file.ts';
import { claimDataFolder } from './data-folder.ts';
import { type Account, databaseAccount } from './supabase/account.ts';
import { lockFolder } from './supabase/lock.ts';

const help = `npm run restore -- <file>

Makes a data folder, FLUX_DATA_DIR (.data), of a file that \`npm run backup\` wrote. The folder must be empty, or not exist yet, or have
been emptied with \`npm run dev -- --reset\`: nothing is overwritten. Then start \`npm run dev\`.

  --help   shows this`;

/** Restores a backup into a data folder that has no data. */
async function main({ words }: CommandInput, onExit: OnExit): Promise<void> {
  const [name, ...more] = words;
  if (name === undefined || more.length > 0) throw new Error(`Name one file to restore from.\n\n${help}`);
  const file = resolve(name);
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const { head, archive } = await openBackup(file);
  onExit(() => archive.destroy());
  const folder = resolve(process.env.FLUX_DATA_DIR ?? '.data');
  claimDataFolder(folder);
  onExit(lockFolder(folder));
  const target = join(folder, 'postgres');
  if (existsSync(target)) {
    throw new Error(
      `${folder} holds data already, and nothing is overwritten: set FLUX_DATA_DIR to another folder, or empty this one with \`npm run dev -- --reset\`.`,
    );
  }
  const account = databaseAccount(target);
  // Beside its place and moved at the end, so that what breaks off leaves nothing half made.
  const unfinished = `${target}.new`;
  onExit(() => rmSync(unfinished, { recursive: true, force: true }));
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  give(unfinished, account);
  await unpack(archive, unfinished, account).catch((cause) => {
    throw new Error(`${file} is cut short or damaged: nothing was restored.`, { cause });
  });
  for (const [small, content] of Object.entries(head.files)) {
    writeFileSync(join(folder, small), content, { mode: 0o600 });
  }
  give(join(folder, 'postgres.password'), account);
  renameSync(unfinished, target);
  console.log(`${folder} holds what it held at ${head.created_at}. Next: npm run dev`);
}

function give(path: string, { ids }: Account): void {
  if (ids) chownSync(path, ids.uid, ids.gid);
}

/** Unpacks a tar archive as the account that PostgreSQL runs as. @throws when the archive or the program fails */
async function unpack(archive: Readable, folder: string, account: Account): Promise<void> {
  const { file, args, ids } = account.command('tar', ['-x', '-o', '-f', '-', '-C', folder]);
  const child = spawn(file, args, { ...ids, stdio: ['pipe', 'ignore', 'ignore'] });
  const exited = once(child, 'exit');
  exited.catch(() => {});
  await pipeline(archive, child.stdin);
  const [code] = await exited;
  if (code !== 0) throw new Error(`tar ended with exit code ${code}.`);
}

await runCommand({ help, takesWords: true }, main);

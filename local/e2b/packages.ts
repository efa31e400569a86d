import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { version as pyodideVersion } from 'pyodide';
import { PACKAGE_FILE_BYTES_MAX } from './limits.ts';
import { type LockedPackage, type PackageLock, readPackageLock } from './package-lock.ts';

/** Address of the wheels of the installed Pyodide release. */
export const RELEASE_URL = `https://cdn.jsdelivr.net/pyodide/v${pyodideVersion}/full/`;

/** Returns where programs' packages are fetched from, as SANDBOX_PACKAGES_URL says; null when it is off. */
export function packagesUrl(): string | null {
  const value = process.env.SANDBOX_PACKAGES_URL?.trim() || RELEASE_URL;
  return value === 'off' ? null : value;
}

/** The folder in the data folder that keeps what was fetched. */
export const PACKAGES_FOLDER = 'packages';

/** Options with defaults. Times in milliseconds. */
export interface PackageOptions {
  /** An existing folder, or one to be made. */
  folder: string;
  /** Address of the wheels; null fetches nothing. */
  url: string | null;
  lock?: PackageLock;
  /** The longest download of one file. */
  fileMsMax?: number;
  fileBytesMax?: number;
  /** The longest wait of a program; what it waited for is fetched on. */
  waitMsMax?: number;
  /** The pause before a file that could not be fetched is asked for again. */
  retryAfterMs?: number;
  log?: (message: string) => void;
}

/** A wheel, or a zip of shared libraries, on this machine's disk. */
export interface PackageFile {
  path: string;
  install_dir: LockedPackage['install_dir'];
}

/** A package that cannot be had, with the reason in a sentence for the program's author. */
export class PackageError extends Error {}

/** Nothing is fetched on this machine. Its words are for whoever runs it. */
class OffError extends Error {}

export interface Packages {
  folder: string;
  lock: PackageLock;
  /** The file of a package, fetched if need be. Throws a sentence that says why it cannot be had. */
  fetchOne(wanted: LockedPackage): Promise<PackageFile>;
  /**
   * The files that a program needs to import a module, fetched if need be. The name is whatever a sandbox says. Throws a
   * PackageError.
   */
  fetchFor(module: string): Promise<PackageFile[]>;
  /** Ends what is being fetched. */
  stop(): void;
}

const FETCHES_MAX = 4;
const SHOWN_MAX = 12;

/**
 * Keeps the packages of a Pyodide release in a folder, where sandboxes may read them. A file is fetched once, when it is first
 * wanted, and is there only when its sum is the lock file's. Throws when the folder cannot be made.
 */
export function createPackages(options: PackageOptions): Packages {
  const { url, lock = readPackageLock(), fileMsMax = 120_000, fileBytesMax = PACKAGE_FILE_BYTES_MAX } = options;
  const { waitMsMax = 20_000, retryAfterMs = 30_000, log = () => undefined } = options;
  mkdirSync(options.folder, { recursive: true });
  const folder = realpathSync(options.folder);
  const stopping = new AbortController();
  const inTurn = limitConcurrency(FETCHES_MAX);
  /** Packages looked for since this process started; failures are kept for a while too. */
  const files = new Map<LockedPackage, Promise<PackageFile>>();

  async function obtain(wanted: LockedPackage): Promise<PackageFile> {
    const path = join(folder, wanted.file_name);
    const kept = await readFile(path).catch(() => undefined);
    if (!kept || !isRight(kept, wanted)) {
      if (!url) throw new OffError('SANDBOX_PACKAGES_URL is off');
      const bytes = await inTurn(() =>
        download(new URL(wanted.file_name, url.endsWith('/') ? url : `${url}/`), {
          bytesMax: fileBytesMax,
          msMax: fileMsMax,
          signal: stopping.signal,
        }),
      );
      if (!isRight(bytes, wanted)) throw new Error(`${wanted.file_name} is not what Pyodide's lock file says (sha256)`);
      const draft = `${path}.${randomUUID()}`;
      await writeFile(draft, bytes);
      await rename(draft, path);
    }
    return { path, install_dir: wanted.install_dir };
  }

  function fetchOne(wanted: LockedPackage): Promise<PackageFile> {
    const known = files.get(wanted);
    if (known) return known;
    const file = obtain(wanted);
    files.set(wanted, file);
    file.catch(() => setTimeout(() => files.delete(wanted), retryAfterMs).unref());
    return file;
  }

  /** Returns the names of the packages that are on this machine. */
  async function present(): Promise<string[]> {
    const there = new Set(await readdir(folder));
    return lock.names.filter((name) => there.has(lock.byName(name)?.file_name ?? ''));
  }

  return {
    folder,
    lock,
    fetchOne,
    async fetchFor(module) {
      const wanted = lock.byModule(module);
      if (!wanted) throw new PackageError(`No module named '${module}'`);
      const late = new AbortController();
      const wait = sleep(waitMsMax, 'late' as const, { signal: late.signal, ref: false });
      try {
        const all = Promise.all(lock.withDependencies(wanted).map(fetchOne));
        const found = await Promise.race([all, wait]);
        if (found !== 'late') return found;
        throw new PackageError(`${wanted.name} is still being fetched; run the program again in a minute`);
      } catch (error) {
        if (error instanceof PackageError) throw error;
        const why = error instanceof Error ? error.message : String(error);
        log(`a program could not import ${wanted.name}: ${why}`);
        const cannot = error instanceof OffError ? 'cannot be fetched here' : `could not be fetched (${why})`;
        throw new PackageError(missing(wanted.name, cannot, await present()));
      } finally {
        late.abort();
        wait.catch(() => undefined);
      }
    },
    stop: () => stopping.abort(),
  };
}

function missing(name: string, cannot: string, there: string[]): string {
  const shown = [
    ...there.slice(0, SHOWN_MAX),
    ...(there.length > SHOWN_MAX ? [`${there.length - SHOWN_MAX} more`] : []),
  ];
  const have = ["Python's standard library", ...shown].join(', ');
  return `${name} is not on this machine and ${cannot}. Here are: ${have}. Ask whoever runs this to add it: \`npm run packages -- ${name}\`.`;
}

const isRight = (bytes: Uint8Array, { sha256 }: LockedPackage) =>
  createHash('sha256').update(bytes).digest('hex') === sha256;

/** Throws a phrase that says why there is nothing to be had. */
async function download(
  url: URL,
  { bytesMax, msMax, signal }: { bytesMax: number; msMax: number; signal: AbortSignal },
): Promise<Buffer> {
  const timeout = AbortSignal.timeout(msMax);
  try {
    // The address was chosen by whoever runs this machine; one that the answer names was not.
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.any([signal, timeout]) });
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      const redirected = response.status >= 300 && response.status < 400;
      throw new Error(`${url.host} answered ${response.status}${redirected ? ', and redirects are not followed' : ''}`);
    }
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of response.body) {
      bytes += chunk.byteLength;
      if (bytes > bytesMax) throw new Error(`${url.host} sent more than ${bytesMax / 1024 / 1024} MB`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    if (timeout.aborted) throw new Error(`${url.host} took longer than ${msMax / 1000} s`, { cause: error });
    if (error instanceof TypeError) throw new Error(`${url.host} could not be reached`, { cause: error });
    throw error;
  }
}

/** Runs at most so many at once of what it is given. */
function limitConcurrency(max: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    while (running >= max) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}

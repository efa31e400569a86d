/**
 * Brings packages into a running interpreter: asks the server, which fetches them, waits for its answer in the middle of Python's
 * import, and unpacks what it names. The process has no network of its own.
 */
import { Buffer } from 'node:buffer';
import { readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { PyodideAPI } from 'pyodide';
import { PACKAGES_BYTES_MAX } from '../limits.ts';
import type { PackageAnswer } from '../protocol.ts';
import { withWebAssembly } from './lockdown.ts';

const { exit } = process;
const idle = new Int32Array(new SharedArrayBuffer(4));
const pause = () => Atomics.wait(idle, 0, 0, 2);

/** Returns the server's answer, from standard input. Nothing else runs until it is there. */
function readAnswer(): PackageAnswer {
  const chunks: Buffer[] = [];
  const chunk = Buffer.alloc(64 * 1024);
  for (;;) {
    try {
      const bytes = readSync(0, chunk);
      if (bytes === 0) exit(0);
      chunks.push(Buffer.from(chunk.subarray(0, bytes)));
      if (chunk[bytes - 1] === 0x0a) return JSON.parse(Buffer.concat(chunks).toString('utf8'));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      pause();
    }
  }
}

/** Makes the function that loads what a module needs and returns '' or, in a sentence, why it is not to be had. */
export function createPackageLoader(
  python: PyodideAPI,
  allowFiles: (bytes: number, unpack: () => void) => void,
  ask: (module: string) => void,
) {
  const packages = python.pyimport('cell_packages');
  const folders: Record<string, string> = packages.FOLDERS.toJs({ dict_converter: Object.fromEntries });
  const loaded = new Set<string>();

  function load({ path, install_dir }: PackageAnswer['files'][number]): string[] {
    if (loaded.has(path)) return [];
    const folder = folders[install_dir] ?? '';
    const bytes = new Uint8Array(readFileSync(path)); // Pyodide does not know a Buffer
    const names: string[] = packages.check(bytes, PACKAGES_BYTES_MAX).toJs();
    allowFiles(PACKAGES_BYTES_MAX, () =>
      python.unpackArchive(bytes, path.endsWith('.whl') ? 'whl' : 'zip', { extractDir: folder }),
    );
    loaded.add(path);
    return names.map((name) => join(folder, name));
  }

  return (module: string): string => {
    ask(module);
    const answer = readAnswer();
    if (answer.refusal) return answer.refusal;
    try {
      const libraries = answer.files.flatMap(load);
      if (libraries.length > 0) withWebAssembly(() => packages.link(libraries));
      return '';
    } catch (error) {
      const [why = ''] = String(error).trim().split('\n').slice(-1);
      return `${module} could not be loaded: ${why.replace(/^\w+(?:Error|File): /, '')}`;
    }
  };
}

import { extname } from 'node:path';
import type { Sandbox } from '@e2b/code-interpreter';
import { toSandboxError } from './errors.ts';

const home = '/home/user';
const depthMax = 3;
const filesMax = 10;
const requestTimeoutMs = 10_000;
/** Four megabytes on a slow line. */
const writeTimeoutMs = 20_000;
/** All that is read after a run, together. */
const readTimeoutMs = 20_000;

/** A file's path below the working directory, and what tells one version of it from another. */
export type FileVersions = Map<string, { path: string; bytes: number; version: string }>;
export type SandboxFile = { name: string; mime: string; bytes: Uint8Array };
/** Files that a run wrote: those that are returned, and the names of those that are not. */
export type ChangedFiles = { files: SandboxFile[]; leftOut: string[] };

const mimes: Record<string, string | undefined> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.pdf': 'application/pdf',
  '.html': 'text/html',
  '.csv': 'text/csv',
  '.tsv': 'text/tab-separated-values',
  '.md': 'text/markdown',
  '.txt': 'text/plain',
  '.json': 'application/json',
  '.zip': 'application/zip',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The type that a file's name tells, if it does. */
export const mimeOf = (name: string) => mimes[extname(name).toLowerCase()];

/** Returns the files in a sandbox's working directory, hidden ones and caches left out. Throws ProviderErrors. */
export async function listFiles(sandbox: Sandbox): Promise<FileVersions> {
  try {
    const entries = await sandbox.files.list(home, { depth: depthMax, requestTimeoutMs });
    const files: FileVersions = new Map();
    for (const { path, type, size, modifiedTime } of entries) {
      const name = path.slice(home.length + 1);
      if (type !== 'file' || /(^|\/)(\.|__pycache__\/)/.test(name)) continue;
      files.set(name, { path, bytes: size, version: `${size} ${modifiedTime?.getTime() ?? ''}` });
    }
    return files;
  } catch (error) {
    throw toSandboxError(error);
  }
}

/** Writes a file into a sandbox's working directory. Throws ProviderErrors. */
export async function writeFile(sandbox: Sandbox, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  try {
    await sandbox.files.write(`${home}/${name}`, new Blob([bytes]), { requestTimeoutMs: writeTimeoutMs });
  } catch (error) {
    throw toSandboxError(error);
  }
}

/**
 * Returns the files that are new or changed since `before`, ten at most and `bytesMax` together; larger and further ones are left out,
 * and so is what could not be read within 20 s. Throws ProviderErrors.
 */
export async function readChangedFiles(
  sandbox: Sandbox,
  before: FileVersions,
  bytesMax: number,
): Promise<ChangedFiles> {
  const deadline = performance.now() + readTimeoutMs;
  const changed = [...(await listFiles(sandbox))].filter(
    ([name, { version }]) => before.get(name)?.version !== version,
  );
  const files: SandboxFile[] = [];
  const leftOut: string[] = [];
  let bytesLeft = bytesMax;
  for (const [name, { path, bytes: size }] of changed) {
    const msLeft = deadline - performance.now();
    if (files.length === filesMax || msLeft <= 0 || size > bytesLeft) {
      leftOut.push(name);
      continue;
    }
    try {
      const bytes = await sandbox.files.read(path, {
        format: 'bytes',
        requestTimeoutMs: Math.ceil(Math.min(msLeft, requestTimeoutMs)),
      });
      if (bytes.byteLength > bytesLeft) {
        leftOut.push(name);
        continue;
      }
      bytesLeft -= bytes.byteLength;
      files.push({ name, mime: mimeOf(name) ?? 'application/octet-stream', bytes });
    } catch (error) {
      throw toSandboxError(error);
    }
  }
  return { files, leftOut };
}

import { rm } from 'node:fs/promises';
import { findNamespaces } from './isolation.ts';
import type { Packages } from './packages.ts';
import { type PythonProcess, startPython } from './python-process.ts';
import { ensureSnapshot } from './snapshot.ts';

export interface PythonPool {
  /** A started process, and the next one begins to start. */
  take(): Promise<PythonProcess>;
  /** Ends every process that was ever taken or is waiting, and resolves when they are over. */
  stop(): Promise<void>;
}

/** Keeps one Python process warm. The first waits for the machine to be probed and the memory snapshot to be there. */
export function createPool(dataDir: string, packages: Packages, log: (message: string) => void): PythonPool {
  const stopping = new AbortController();
  const { signal } = stopping;
  const ends = new Set<Promise<void>>();

  const setup = (async () => {
    const namespaces = await findNamespaces();
    if (namespaces.length === 0) {
      log('user namespaces are not available here: sandboxes have no network only because Node refuses it to them');
    }
    const snapshotPath = await ensureSnapshot(dataDir, namespaces, signal).catch((error: unknown) => {
      if (!signal.aborted) log(`no memory snapshot, so sandboxes start slowly: ${error}`);
      return undefined;
    });
    return { namespaces, snapshotPath };
  })();

  async function boot(): Promise<PythonProcess> {
    const { namespaces, snapshotPath } = await setup;
    const python = await startPython(namespaces, snapshotPath, packages, signal).catch(async (error: unknown) => {
      if (!snapshotPath || signal.aborted) throw error;
      log('the memory snapshot does not load; it is removed and will be built anew at the next start');
      await rm(snapshotPath, { force: true });
      return startPython(namespaces, undefined, packages, signal);
    });
    const ended = python.ended.then(() => void ends.delete(ended));
    ends.add(ended);
    return python;
  }

  /** Starts a process that may wait for a sandbox to want it, which then learns of its failure. */
  function bootAhead(): Promise<PythonProcess> {
    const python = boot();
    python.catch((error: unknown) => {
      if (!signal.aborted) log(`a Python process did not start: ${error}`);
    });
    return python;
  }

  let warm = bootAhead();
  return {
    take() {
      const taken = warm;
      warm = bootAhead();
      return taken;
    },
    async stop() {
      stopping.abort();
      await warm.catch(() => undefined);
      await Promise.all(ends);
    },
  };
}

import { setTimeout as delay } from 'node:timers/promises';
import { stepMsMax } from '../config.ts';
import { log } from '../log.ts';
import { ProviderError } from '../provider-error.ts';
import { type ChangedFiles, type FileVersions, listFiles, readChangedFiles, writeFile } from '../sandbox/files.ts';
import { killSandbox, type OpenSandbox, openSandbox, prepareSandbox } from '../sandbox/sandboxes.ts';
import { readFile } from './files.ts';
import type { BegunProgram } from './program-store.ts';
import type { ClaimedMessage } from './work.ts';

/** How long a step waits by itself for a place among the provider's sandboxes; after that its function is retried later. */
const patienceMs = 30_000;
/** The same where the host ends steps early. */
const shortPatienceMs = 5_000;

/** `before` are the files that were there before the program, `fileIds` those of them that the person added. */
export type OpenedSandbox = OpenSandbox & { isNew: boolean; before: FileVersions; fileIds: string[] };

/**
 * Returns the conversation's sandbox with the person's time zone and files in it, paused and resumed as need be; a fresh one
 * where the old one is gone, or may hold half of the program's effects.
 * @throws ProviderError
 */
export async function openFor(
  { conversation_id, timezone }: Pick<ClaimedMessage, 'conversation_id' | 'timezone'>,
  begun: BegunProgram,
): Promise<OpenedSandbox> {
  const wasInterrupted = begun.state === 'interrupted';
  if (wasInterrupted && begun.sandbox_id) await killSandbox(begun.sandbox_id);
  const sandboxId = wasInterrupted ? null : begun.sandbox_id;
  const opened = await openPatiently({ sandboxId, metadata: { conversation: conversation_id } });
  await prepareSandbox(opened.sandbox, timezone);
  const isNew = opened.sandboxId !== sandboxId;
  const there: FileVersions = isNew ? new Map() : await listFiles(opened.sandbox);
  const missing = begun.files.filter(({ name, in_sandbox }) => isNew || !in_sandbox || !there.has(name));
  for (const file of missing) await giveFile(opened, file);
  return {
    ...opened,
    restarted: opened.restarted || begun.sandbox_lost || wasInterrupted,
    isNew,
    before: missing.length > 0 ? await listFiles(opened.sandbox) : there,
    fileIds: begun.files.map(({ id }) => id),
  };
}

/** Writes a file of the person's into the sandbox. One that does not fit in is left out, and the program finds it missing. */
async function giveFile(
  { sandbox, sandboxId }: OpenSandbox,
  { id, name }: { id: string; name: string },
): Promise<void> {
  const bytes = await readFile(id);
  if (!bytes) return;
  try {
    await writeFile(sandbox, name, bytes);
  } catch (error) {
    if (error instanceof ProviderError && error.retryable) throw error;
    log.warn({ err: error, sandbox_id: sandboxId }, 'a file could not be written into a sandbox');
  }
}

async function openPatiently(wanted: Parameters<typeof openSandbox>[0]): Promise<OpenSandbox> {
  const started = performance.now();
  const patience = stepMsMax() < 60_000 ? shortPatienceMs : patienceMs;
  for (;;) {
    try {
      return await openSandbox(wanted);
    } catch (error) {
      const isFull = error instanceof ProviderError && error.failure === 'limited';
      if (!isFull || performance.now() - started > patience) throw error;
      // Not all of those who wait come back at the same moment.
      await delay(1_000 + Math.random() * 2_000);
    }
  }
}

/** Returns what the program wrote; nothing when it cannot be read, for what it printed counts more. */
export async function filesAfter(opened: OpenedSandbox, bytesMax: number): Promise<ChangedFiles> {
  try {
    return await readChangedFiles(opened.sandbox, opened.before, bytesMax);
  } catch (error) {
    log.warn({ err: error }, 'the files of a run could not be read');
    return { files: [], leftOut: [] };
  }
}

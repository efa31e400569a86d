/** The form of a backup: gzip; a line of JSON, which says what it is and holds the small files; then PostgreSQL's folder as a tar archive. */

import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';

const lineBytesMax = 100_000;

const BackupHead = z.object({
  format: z.literal('flux-backup'),
  version: z.literal(1),
  created_at: z.iso.datetime(),
  /** Files of the data folder by name: what the database cannot be used without. */
  files: z.object({ 'postgres.password': z.string(), 'keys.json': z.string().optional() }),
});
export type BackupHead = z.infer<typeof BackupHead>;

/** Writes a backup that only its owner may read, forced to disk. @throws for a file that exists */
export async function writeBackup(file: string, head: BackupHead, archive: Readable): Promise<void> {
  async function* content() {
    yield `${JSON.stringify(head)}\n`;
    yield* archive;
  }
  const target = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(Readable.from(content(), { objectMode: false }), createGzip({ level: 4 }), target);
}

/**
 * Opens a backup.
 * @returns what it says of itself, and the archive, which fails at its end where the file is cut short or damaged
 * @throws for what is no backup
 */
export async function openBackup(file: string): Promise<{ head: BackupHead; archive: Readable }> {
  const source = createReadStream(file);
  const unzipped = createGunzip();
  const piping = pipeline(source, unzipped);
  piping.catch(() => {});
  const chunks: AsyncIterator<Buffer> = unzipped[Symbol.asyncIterator]();
  try {
    let start = Buffer.alloc(0);
    while (!start.includes('\n')) {
      const { done, value } = await chunks.next();
      if (done || start.length > lineBytesMax) throw new Error('There is no first line.');
      start = Buffer.concat([start, value]);
    }
    const end = start.indexOf('\n');
    const head = BackupHead.parse(JSON.parse(start.subarray(0, end).toString()));
    async function* rest() {
      yield start.subarray(end + 1);
      yield* { [Symbol.asyncIterator]: () => chunks };
    }
    return { head, archive: Readable.from(rest(), { objectMode: false }) };
  } catch (cause) {
    source.destroy();
    throw new Error(`${file} is not a backup that this version can read.`, { cause });
  }
}

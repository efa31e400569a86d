/** A copy of a whole cluster, taken by the running server itself: https://www.postgresql.org/docs/17/protocol-replication.html */

import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import pg from 'pg';

/** The kind of a message within the copy: part of the archive. The others name it or tell how far it is. */
const DATA = 'd'.charCodeAt(0);

/**
 * Starts a base backup with all the log that it needs, and returns it as a tar archive of PostgreSQL's folder. What is
 * committed while it is taken may or may not be in it; the whole is consistent. The stream fails where the server does.
 * @param superuserUrl the superuser's connection string
 */
export function baseBackup(superuserUrl: string): Readable {
  const archive = new PassThrough();
  void copyInto(archive, superuserUrl).then(
    () => archive.end(),
    (cause) => archive.destroy(cause),
  );
  return archive;
}

async function copyInto(archive: PassThrough, superuserUrl: string): Promise<void> {
  const client = new pg.Client({
    connectionString: `${superuserUrl}?replication=true`,
    connectionTimeoutMillis: 10_000,
  });
  // The command that is at work fails with it.
  client.on('error', () => {});
  await client.connect();
  const { connection } = client;
  connection.on('copyData', ({ chunk }: { chunk: Buffer }) => {
    // The parser uses its buffer again.
    if (chunk[0] !== DATA || archive.write(Buffer.from(chunk.subarray(1)))) return;
    connection.stream.pause();
    void once(archive, 'drain').then(() => connection.stream.resume());
  });
  // An archive that nobody reads any more keeps no connection.
  archive.once('close', () => connection.stream.destroy());
  try {
    await client.query("BASE_BACKUP (LABEL 'flux', CHECKPOINT 'fast', WAL true, MANIFEST 'no')");
  } finally {
    await client.end();
  }
}

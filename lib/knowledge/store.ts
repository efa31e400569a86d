import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { asCaller } from '../db/client.ts';
import { unwrapWrite } from '../db/write-result.ts';
import { Problem } from '../problem.ts';
import { chunksOf } from './chunks.ts';
import { type DocumentInput, IngestedDocument } from './schema.ts';

/**
 * Stores a text of the caller's so that it can be found, in one round trip.
 * @throws Problem `invalid` for a text of headings only, `conflict` for one document too many; the problems of every
 *   creating request
 */
export async function ingestDocument(caller: Caller, input: DocumentInput): Promise<IngestedDocument> {
  const chunks = chunksOf(input.text);
  if (chunks.length === 0) {
    throw new Problem('invalid', 'text: has headings and nothing under them.', {
      errors: [{ path: 'text', message: 'has headings and nothing under them' }],
    });
  }
  const answer = await asCaller(caller, (db) =>
    db.rpc('ingest_document', {
      p_title: input.title,
      p_text: input.text,
      p_chunks: chunks,
      p_source_url: input.source_url ?? undefined,
      p_request: caller.idempotency,
    }),
  );
  return unwrapWrite(caller, answer, IngestedDocument);
}

/**
 * Deletes a document of the caller's.
 * @throws Problem `not_found` for one that does not exist, is somebody else's, or is shared
 */
export async function deleteDocument(caller: Caller, id: string): Promise<void> {
  const answer = await asCaller(caller, (db) => db.rpc('delete_document', { p_id: id }));
  if (answer === null) throw new Problem('not_found', 'There is no such document.');
  unwrapWrite(caller, answer, z.object({}));
}

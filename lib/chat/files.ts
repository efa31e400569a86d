import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { asCaller, asService } from '../db/client.ts';
import { unwrapWrite } from '../db/write-result.ts';
import type { PicturePart } from '../llm/completion.ts';
import { cleanName, mimeFor } from './file-kind.ts';
import { previewOf } from './file-preview.ts';
import { ChatFile } from './schema.ts';

/** Of one file. */
export const fileBytesMax = 4 * 1024 * 1024;
/** Of all the pictures that go to a model with one message; some providers take four. */
const pictureBytesMax = 6 * 1024 * 1024;
const picturesMax = 4;
/** What models that see can read (https://platform.openai.com/docs/guides/images-vision). */
const pictureMimes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

export const ConversationFile = ChatFile.extend({ preview: z.string().nullable() });
/** A file of a conversation: `preview` is the start of its text, null where it has none. */
export type ConversationFile = z.infer<typeof ConversationFile>;

/**
 * Adds a file to one of the caller's conversations, made if need be, in one round trip; one of the same name gives way. Every
 * program that runs after it finds it in its working directory.
 * @param file `declared` is the request's Content-Type
 * @throws Problem those of every creating request, `conflict` when what may be kept is reached, `invalid` for a name of nothing
 */
export async function addFile(
  caller: Caller,
  clientId: string,
  file: { name: string; declared: string | undefined; bytes: Uint8Array<ArrayBuffer> },
): Promise<ChatFile> {
  const name = cleanName(file.name);
  const mime = mimeFor(name, file.declared, file.bytes);
  const preview = await previewOf(mime, file.bytes);
  const answer = await asCaller(caller, (db) =>
    db.rpc('add_chat_file', {
      p_client_id: clientId,
      p_name: name,
      p_mime: mime,
      p_base64: Buffer.from(file.bytes).toString('base64'),
      ...(preview ? { p_preview: preview } : {}),
      p_request: caller.idempotency,
    }),
  );
  return unwrapWrite(caller, answer, ChatFile);
}

/** Returns the files of a conversation, the oldest first. For the durable functions. */
export async function filesOf(conversationId: string): Promise<ConversationFile[]> {
  const answer = await asService((db) => db.rpc('conversation_files', { p_conversation_id: conversationId }));
  return z.array(ConversationFile).parse(answer);
}

/** Returns a file's bytes, or null when it is gone. For the durable functions. */
export async function readFile(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const base64 = z
    .string()
    .nullable()
    .parse(await asService((db) => db.rpc('chat_file_content', { p_id: id })));
  return base64 === null ? null : new Uint8Array(Buffer.from(base64, 'base64'));
}

/**
 * Returns the newest pictures among files, four at most and 6 MB together, for a model that sees. Text parts go before them.
 */
export async function pictureParts(files: Pick<ConversationFile, 'id' | 'mime' | 'bytes'>[]): Promise<PicturePart[]> {
  const chosen: typeof files = [];
  let bytesLeft = pictureBytesMax;
  for (const file of files.toReversed()) {
    if (!pictureMimes.has(file.mime) || file.bytes > bytesLeft || chosen.length === picturesMax) continue;
    bytesLeft -= file.bytes;
    chosen.unshift(file);
  }
  const parts = await Promise.all(
    chosen.map(async ({ id, mime }): Promise<PicturePart[]> => {
      const bytes = await readFile(id);
      if (!bytes) return [];
      const base64 = Buffer.from(bytes).toString('base64');
      return [{ type: 'image_url', image_url: { url: `data:${mime};base64,${base64}` } }];
    }),
  );
  return parts.flat();
}

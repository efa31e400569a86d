import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { Problem } from '../problem.ts';
import { addFile, fileBytesMax } from './files.ts';
import { ClientId } from './schema.ts';
import { latestResponse } from './store.ts';
import type { Writing } from './stream.ts';
import { type UiChunk, uiChunks } from './ui-chunks.ts';

/** What the AI SDK's transport sends: the whole history, of which the last message is new. It may carry more fields. */
export const UiChatInput = z
  .looseObject({
    id: ClientId,
    messages: z
      .array(z.looseObject({ role: z.string(), parts: z.array(z.looseObject({ type: z.string() })).optional() }))
      .min(1)
      .meta({ description: 'The whole history as `useChat` keeps it. The last message, the person’s, is taken.' }),
    when_busy: z.enum(['queue', 'replace']).default('queue'),
    resets: z.boolean().default(false).meta({
      description:
        'Whether the page knows `reset-step` (AI SDK 7): an answer that begins anew replaces what was shown.',
    }),
  })
  .meta({ id: 'UiChatInput' });

const TextPart = z.object({ type: z.literal('text'), text: z.string() });
const FilePart = z.object({
  type: z.literal('file'),
  mediaType: z.string(),
  filename: z.string().optional(),
  url: z.string(),
});

const filesMax = 10;

/**
 * Returns the person's new message of a UI chat: its text, and its files added to the conversation.
 * @throws Problem `invalid` where the last message is not a person's, says nothing, or has a file that is none
 */
export async function readUiMessage(
  caller: Caller,
  { id, messages }: z.output<typeof UiChatInput>,
): Promise<{ message: string; attachments: string[] }> {
  const last = messages.at(-1);
  if (last?.role !== 'user') throw invalid('messages', 'The last message must be one of the role "user".');
  const parts = last.parts ?? [];
  const files = parts.flatMap((part) => FilePart.safeParse(part).data ?? []);
  const said = parts.flatMap((part) => TextPart.safeParse(part).data?.text ?? []).join('\n');
  if (files.length > filesMax) throw invalid('messages', `A message may have ${filesMax} files at most.`);
  const attachments: string[] = [];
  for (const [index, { url, mediaType, filename }] of files.entries()) {
    const bytes = bytesOf(url);
    if (!bytes) throw invalid('messages', 'A file must be a data: URL with base64, of 4 MB at most.');
    const name = filename ?? `file-${index + 1}`;
    // Each is a write of its own; the request's key belongs to the message.
    const added = await addFile({ ...caller, idempotency: {} }, id, { name, declared: mediaType, bytes });
    attachments.push(added.id);
  }
  const message = said.trim() || files.map(({ filename }, index) => filename ?? `file-${index + 1}`).join(', ');
  if (!message) throw invalid('messages', 'The last message says nothing: give it a part of the type "text".');
  if (message.length > 20_000) throw invalid('messages', 'The last message is over 20,000 characters.');
  return { message, attachments };
}

function invalid(path: string, message: string): Problem {
  return new Problem('invalid', message, { errors: [{ path, message }] });
}

function bytesOf(url: string): Uint8Array<ArrayBuffer> | null {
  const base64 = /^data:[^,]{0,200};base64,([A-Za-z0-9+/=]*)$/.exec(url)?.[1];
  if (base64 === undefined || base64.length > (fileBytesMax * 4) / 3 + 4) return null;
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

const frame = (chunk: UiChunk): string => `data: ${JSON.stringify(chunk)}\n\n`;

/** Writes a message's events as the AI SDK's UI message stream. It ends with the message; where time is up before, it breaks. */
export function uiWriting(caller: Caller, clientId: string, messageId: string, resets: boolean): Writing {
  const chunks = uiChunks(messageId, resets);
  let isOver = false;
  return {
    open: chunks.first.map(frame).join(''),
    event(event) {
      if (event.data.message_id !== messageId || isOver) return '';
      isOver = event.type === 'done';
      return chunks.of(event).map(frame).join('');
    },
    isOver: () => isOver,
    async end(isIdle) {
      if (!isOver && !isIdle) return null;
      // Another message's end came first: what became of this one is read.
      const newest = isOver ? null : await latestResponse(caller, clientId).catch(() => null);
      if (!isOver && newest?.messageId !== messageId) return null;
      const rest = newest ? chunks.finish(newest.status, newest.lastResponse?.message ?? '') : [];
      return `${rest.map(frame).join('')}data: [DONE]\n\n`;
    },
  };
}

/** Returns the newest message of a conversation, if it is still worked on. */
export async function unfinishedMessage(caller: Caller, clientId: string): Promise<string | null> {
  const newest = await latestResponse(caller, clientId).catch((error) => {
    if (error instanceof Problem && error.code === 'not_found') return null;
    throw error;
  });
  return newest && (newest.status === 'queued' || newest.status === 'running') ? newest.messageId : null;
}

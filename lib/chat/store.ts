import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { dailyCostLimitUsd } from '../config.ts';
import { asCaller } from '../db/client.ts';
import { unwrapWrite } from '../db/write-result.ts';
import type { Cursor } from '../http/paging.ts';
import { Problem } from '../problem.ts';
import { type Cancellation, type ChatInput, ChatResponse, Conversation, ConversationMessage } from './schema.ts';

const Posted = z.object({ client_id: z.string(), message_id: z.guid() });

/**
 * Accepts a message into one of the caller's conversations, made if need be, in one round trip.
 * @throws Problem those of every creating request, `cost_limit` when today's is reached
 */
export async function postMessage(
  caller: Caller,
  clientId: string,
  { message, when_busy, attachments }: Pick<z.output<typeof ChatInput>, 'message' | 'when_busy' | 'attachments'>,
): Promise<{ clientId: string; messageId: string }> {
  const answer = await asCaller(caller, (db) =>
    db.rpc('post_message', {
      p_client_id: clientId,
      p_content: message,
      p_request: caller.idempotency,
      p_cost_limit_usd: dailyCostLimitUsd(),
      p_replaces: when_busy === 'replace',
      p_attachments: attachments,
    }),
  );
  const posted = unwrapWrite(caller, answer, Posted);
  return { clientId: posted.client_id, messageId: posted.message_id };
}

/**
 * Returns the newest message of one of the caller's conversations and what became of it.
 * @throws Problem `not_found` for a conversation that does not exist or is somebody else's
 */
export async function latestResponse(caller: Caller, clientId: string): Promise<z.output<typeof ChatResponse>> {
  const row = await asCaller(caller, (db) =>
    db
      .from('chat_messages')
      .select(
        'id, content, status, requires_e2b, response, responded_at, execution, updated_at, conversations!chat_messages_conversation_id_user_id_fkey!inner(client_id)',
      )
      .eq('user_id', caller.userId)
      .eq('conversations.client_id', clientId)
      .order('position', { ascending: false })
      .limit(1)
      .maybeSingle(),
  );
  if (!row) throw noConversation();
  const execution = row.execution ?? undefined;
  return ChatResponse.parse({
    lastMessage: row.content,
    lastResponse:
      row.response === null
        ? null
        : {
            message: row.response,
            requiresE2B: row.requires_e2b,
            clientId,
            timestamp: row.responded_at ?? row.updated_at,
            execution,
          },
    requiresE2B: row.requires_e2b,
    timestamp: row.updated_at,
    status: row.status,
    messageId: row.id,
    execution,
  });
}

const Cancelled = z.object({ cancelled: z.array(z.guid()) });

/**
 * Cancels what runs and what is queued in one of the caller's conversations.
 * @throws Problem `not_found`
 */
export async function cancelMessages(caller: Caller, clientId: string): Promise<z.output<typeof Cancellation>> {
  const answer = await asCaller(caller, (db) => db.rpc('cancel_messages', { p_client_id: clientId }));
  if (answer === null) throw noConversation();
  return { success: true, clientId, ...unwrapWrite(caller, answer, Cancelled) };
}

/**
 * Deletes one of the caller's conversations with its messages and artifacts, and owes the end of its sandbox.
 * @throws Problem `not_found`
 */
export async function deleteConversation(caller: Caller, clientId: string): Promise<void> {
  const answer = await asCaller(caller, (db) => db.rpc('delete_conversation', { p_client_id: clientId }));
  if (answer === null) throw noConversation();
  unwrapWrite(caller, answer, z.object({}));
}

/** Returns a page of the caller's conversations, the one with the newest message first, and where it ends if there is more. */
export async function listConversations(
  caller: Caller,
  page: { limit: number; cursor?: Cursor },
): Promise<{ conversations: Conversation[]; next?: Cursor }> {
  const { limit, cursor } = page;
  const rows = await asCaller(caller, (db) => {
    let query = db.from('conversation_details').select().eq('user_id', caller.userId);
    if (cursor) {
      const { createdAt: at, id } = cursor;
      query = query
        .lte('last_message_at', at)
        .or(`last_message_at.lt."${at}",and(last_message_at.eq."${at}",id.lt.${id})`);
    }
    return query
      .order('last_message_at', { ascending: false })
      .order('id', { ascending: false })
      .limit(limit + 1);
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    conversations: shown.map((row) =>
      Conversation.parse({
        clientId: row.client_id,
        title: row.title,
        lastMessage: row.last_message,
        status: row.status,
        createdAt: row.created_at,
        lastMessageAt: row.last_message_at,
      }),
    ),
    ...(rows.length > limit && last ? { next: { createdAt: String(last.last_message_at), id: String(last.id) } } : {}),
  };
}

const Listed = z.array(
  ConversationMessage.omit({ requiresE2B: true, execution: true }).extend({
    position: z.int(),
    requires_e2b: z.boolean(),
    execution: ConversationMessage.shape.execution.nullable(),
  }),
);

/**
 * Returns a page of one of the caller's conversations, newest first, and the position where it ends if there is more.
 * @throws Problem `not_found`
 */
export async function listMessages(
  caller: Caller,
  clientId: string,
  page: { limit: number; before: number | undefined },
): Promise<{ messages: ConversationMessage[]; next?: number }> {
  const { limit, before } = page;
  const answer = await asCaller(caller, (db) =>
    db.rpc('conversation_messages', {
      p_client_id: clientId,
      p_limit: limit + 1,
      ...(before === undefined ? {} : { p_before: before }),
    }),
  );
  if (answer === null) throw noConversation();
  const rows = Listed.parse(answer);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    messages: shown.map(({ position: _, requires_e2b: requiresE2B, execution, ...message }) => ({
      ...message,
      requiresE2B,
      ...(execution ? { execution } : {}),
    })),
    ...(rows.length > limit && last ? { next: last.position } : {}),
  };
}

const StoredArtifact = z.object({ name: z.string(), mime: z.string(), base64: z.string() }).nullable();

/**
 * Returns a chart or file that a run of the caller's made.
 * @throws Problem `not_found`
 */
export async function readArtifact(
  caller: Caller,
  id: string,
): Promise<{ name: string; mime: string; bytes: Uint8Array<ArrayBuffer> }> {
  const artifact = StoredArtifact.parse(await asCaller(caller, (db) => db.rpc('chat_artifact', { p_id: id })));
  if (!artifact) throw new Problem('not_found', 'There is no such artifact.');
  return { name: artifact.name, mime: artifact.mime, bytes: new Uint8Array(Buffer.from(artifact.base64, 'base64')) };
}

function noConversation(): Problem {
  return new Problem('not_found', 'There is no such conversation.');
}

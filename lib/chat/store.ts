import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { asCaller } from '../db/client.ts';
import { Problem } from '../problem.ts';
import { settleRequest } from '../requests.ts';
import { ChatResponse } from './schema.ts';

const Posted = z.object({ client_id: z.string(), message_id: z.guid() });

/**
 * Accepts a message into one of the caller's conversations, made if need be, in one round trip.
 * @throws Problem those of every creating request
 */
export async function postMessage(
  caller: Caller,
  clientId: string,
  content: string,
): Promise<{ clientId: string; messageId: string }> {
  const answer = await asCaller(caller, (db) =>
    db.rpc('post_message', { p_client_id: clientId, p_content: content, p_request: caller.idempotency }),
  );
  const posted = settleRequest(caller, answer, Posted);
  return { clientId: posted.client_id, messageId: posted.message_id };
}

/**
 * The newest message of one of the caller's conversations and what became of it.
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
  if (!row) throw new Problem('not_found', 'There is no such conversation.');
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

import { z } from '@hono/zod-openapi';
import { signedIn } from '../inngest/signed-in.ts';
import { addFile, fileBytesMax } from '../lib/chat/files.ts';
import {
  ChatAcknowledgement,
  ChatFile,
  ChatInput,
  ClientId,
  Conversation,
  ConversationMessage,
  MessagePosition,
} from '../lib/chat/schema.ts';
import { deleteConversation, listConversations, listMessages, postMessage, readArtifact } from '../lib/chat/store.ts';
import { createApp } from '../lib/http/app.ts';
import { assertOwnUserId } from '../lib/http/auth.ts';
import { attachment, body, creationProblems, page, reply } from '../lib/http/contract.ts';
import { cursorQuery, linkAfter, nextLink, pageQuery } from '../lib/http/paging.ts';

const tags = ['Chat'];
const binary = z.string().meta({ format: 'binary' });

const app = createApp({ path: /^\/api\/chat\/[^/]+\/files\/?$/, bytesMax: fileBytesMax, type: 'any' });

app.openapi(
  signedIn({
    method: 'post',
    path: '/api/chat',
    operationId: 'postChatMessage',
    summary: 'Send a message; the answer is polled or streamed',
    tags,
    request: {
      headers: z.object({
        'x-client-id': ClientId.optional().meta({ description: 'The conversation; a new one without it.' }),
      }),
      body: body(ChatInput),
    },
    answers: { 200: reply(ChatAcknowledgement, 'Accepted. Follow it at /api/chat/response/{clientId}.') },
    refuses: [...creationProblems, 'cost_limit', 'forbidden'],
  }),
  async (c) => {
    const input = c.req.valid('json');
    assertOwnUserId(c.var.caller, input.user_id);
    const clientId = c.req.valid('header')['x-client-id'] ?? crypto.randomUUID();
    const posted = await postMessage(c.var.caller, clientId, input);
    return c.json(
      { success: true as const, message: 'Chat message received and is being processed' as const, ...posted },
      200,
    );
  },
);

app.openapi(
  signedIn({
    method: 'get',
    path: '/api/chat',
    operationId: 'listConversations',
    summary: 'List your conversations, the one with the newest message first',
    tags,
    request: { query: z.object(pageQuery) },
    answers: { 200: page(Conversation, 'A page of conversations.') },
  }),
  async (c) => {
    const { conversations, next } = await listConversations(c.var.caller, c.req.valid('query'));
    if (next) c.header('Link', nextLink(c.req.url, next));
    return c.json(conversations, 200);
  },
);

app.openapi(
  signedIn({
    method: 'get',
    path: '/api/chat/{clientId}/messages',
    operationId: 'listChatMessages',
    summary: 'List the messages of a conversation and what became of them, newest first',
    tags,
    request: {
      params: z.object({ clientId: ClientId }),
      query: z.object({ limit: pageQuery.limit, cursor: cursorQuery(MessagePosition) }),
    },
    answers: { 200: page(ConversationMessage, 'A page of messages.') },
    refuses: ['not_found'],
  }),
  async (c) => {
    const { limit, cursor: before } = c.req.valid('query');
    const { messages, next } = await listMessages(c.var.caller, c.req.valid('param').clientId, { limit, before });
    if (next !== undefined) c.header('Link', linkAfter(c.req.url, [String(next)]));
    return c.json(messages, 200);
  },
);

app.openapi(
  signedIn({
    method: 'delete',
    path: '/api/chat/{clientId}',
    operationId: 'deleteConversation',
    summary: 'Delete a conversation with its messages, artifacts and sandbox',
    tags,
    request: { params: z.object({ clientId: ClientId }) },
    answers: { 204: { description: 'It is gone.' } },
    refuses: ['not_found'],
  }),
  async (c) => {
    await deleteConversation(c.var.caller, c.req.valid('param').clientId);
    return c.body(null, 204);
  },
);

app.openapi(
  signedIn({
    method: 'post',
    path: '/api/chat/{clientId}/files',
    operationId: 'addChatFile',
    summary: 'Add a file to a conversation, for the programs that run in it and for the model',
    description: `The body is the file itself, of any type, at most 4 MB. Every program that runs after it finds it at \`/home/user/<name>\`
and \`/mnt/data/<name>\`. The first file makes the conversation; a file of the same name gives way. 200 files of 64 MB together may be
kept, 32 MB of them in one conversation.`,
    tags,
    request: {
      params: z.object({ clientId: ClientId }),
      query: z.object({ name: z.string().min(1).max(1000).meta({ example: 'sales.csv' }) }),
      body: { required: true, content: { 'application/octet-stream': { schema: binary }, '*/*': { schema: binary } } },
    },
    answers: { 201: reply(ChatFile, 'It is there. The name may have been cleaned.') },
    refuses: [...creationProblems, 'too_large', 'conflict'],
  }),
  async (c) => {
    const added = await addFile(c.var.caller, c.req.valid('param').clientId, {
      name: c.req.valid('query').name,
      declared: c.req.header('Content-Type'),
      bytes: new Uint8Array(await c.req.arrayBuffer()),
    });
    return c.json(added, 201);
  },
);

app.openapi(
  signedIn({
    method: 'get',
    path: '/api/chat/artifacts/{id}',
    operationId: 'getChatArtifact',
    summary: 'Download a chart or file that a run made',
    tags,
    request: { params: z.object({ id: z.guid() }) },
    answers: {
      200: {
        description: 'The file, at most 3 MB, always as an attachment.',
        content: { 'application/octet-stream': { schema: binary } },
      },
    },
    refuses: ['not_found'],
  }),
  async (c) => {
    const { name, mime, bytes } = await readArtifact(c.var.caller, c.req.valid('param').id);
    return c.body(bytes, 200, attachment(name, mime));
  },
);

export default app;

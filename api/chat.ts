import { createRoute, z } from '@hono/zod-openapi';
import { afterAnswer } from '../inngest/outbox.ts';
import { ChatAcknowledgement, ChatInput, ClientId } from '../lib/chat/schema.ts';
import { postMessage } from '../lib/chat/store.ts';
import { createApp } from '../lib/http/app.ts';
import { caller, ownUserId } from '../lib/http/auth.ts';
import { bearerSecurity, body, creating, problems, reply, signedIn, withBody } from '../lib/http/contract.ts';

const post = createRoute({
  method: 'post',
  path: '/api/chat',
  operationId: 'postChatMessage',
  summary: 'Send a message; the answer is polled or streamed',
  tags: ['Chat'],
  security: bearerSecurity,
  middleware: [caller, afterAnswer] as const,
  request: {
    headers: z.object({
      'x-client-id': ClientId.optional().meta({ description: 'The conversation; a new one without it.' }),
    }),
    body: body(ChatInput),
  },
  responses: {
    200: reply(ChatAcknowledgement, 'Accepted. Follow it at /api/chat/response/{clientId}.'),
    ...problems(...signedIn, ...withBody, ...creating, 'forbidden'),
  },
});

export default createApp().openapi(post, async (c) => {
  const { message, user_id } = c.req.valid('json');
  ownUserId(c.var.caller, user_id);
  const clientId = c.req.valid('header')['x-client-id'] ?? crypto.randomUUID();
  const posted = await postMessage(c.var.caller, clientId, message);
  return c.json(
    { success: true as const, message: 'Chat message received and is being processed' as const, ...posted },
    200,
  );
});

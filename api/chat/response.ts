import { createRoute, z } from '@hono/zod-openapi';
import { ChatResponse, ClientId } from '../../lib/chat/schema.ts';
import { latestResponse } from '../../lib/chat/store.ts';
import { createApp } from '../../lib/http/app.ts';
import { caller } from '../../lib/http/auth.ts';
import { bearerSecurity, problems, reply, signedIn } from '../../lib/http/contract.ts';

const poll = createRoute({
  method: 'get',
  path: '/api/chat/response/{clientId}',
  operationId: 'getChatResponse',
  summary: 'The newest message of a conversation and what became of it',
  tags: ['Chat'],
  security: bearerSecurity,
  middleware: [caller] as const,
  request: { params: z.object({ clientId: ClientId }) },
  responses: {
    200: reply(ChatResponse, 'lastResponse is null until the message ends.'),
    ...problems(...signedIn, 'invalid', 'not_found'),
  },
});

export default createApp().openapi(poll, async (c) =>
  c.json(await latestResponse(c.var.caller, c.req.valid('param').clientId), 200),
);

import { createRoute, z } from '@hono/zod-openapi';
import { afterAnswer } from '../../../inngest/outbox.ts';
import { createApp } from '../../../lib/http/app.ts';
import { caller, ownUserId } from '../../../lib/http/auth.ts';
import { bearerSecurity, body, creating, problems, reply, signedIn, withBody } from '../../../lib/http/contract.ts';
import { ClosedSession, Session, SessionId, SessionInput } from '../../../lib/voice/schema.ts';
import { openSession } from '../../../lib/voice/session.ts';
import { closeSession } from '../../../lib/voice/store.ts';

const tags = ['Voice'];

const open = createRoute({
  method: 'post',
  path: '/api/v1/voice/session',
  operationId: 'openVoiceSession',
  summary: 'Start a voice session: a token for Deepgram and the settings to send',
  tags,
  security: bearerSecurity,
  middleware: [caller, afterAnswer] as const,
  request: { body: { ...body(SessionInput), required: false } },
  responses: {
    200: reply(Session, 'Open websocket_url with the token within expires_in seconds, then send settings.'),
    ...problems(...signedIn, ...withBody, ...creating, 'forbidden', 'not_found', 'provider_error'),
  },
});

const close = createRoute({
  method: 'delete',
  path: '/api/v1/voice/session/{session_id}',
  operationId: 'closeVoiceSession',
  summary: 'End a voice session; a second time says the same',
  tags,
  security: bearerSecurity,
  middleware: [caller] as const,
  request: { params: z.object({ session_id: SessionId }) },
  responses: { 200: reply(ClosedSession, 'Ended.'), ...problems(...signedIn, 'invalid', 'not_found') },
});

export default createApp()
  .openapi(open, async (c) => {
    const { user_id, ...input } = c.req.valid('json');
    ownUserId(c.var.caller, user_id);
    return c.json(await openSession(c.var.caller, input), 200);
  })
  .openapi(close, async (c) => c.json(await closeSession(c.var.caller, c.req.valid('param').session_id), 200));

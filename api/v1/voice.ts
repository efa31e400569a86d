import { createRoute, z } from '@hono/zod-openapi';
import { afterAnswer } from '../../inngest/outbox.ts';
import { createApp } from '../../lib/http/app.ts';
import { caller, ownUserId } from '../../lib/http/auth.ts';
import { bearerSecurity, body, creating, problems, reply, signedIn, withBody } from '../../lib/http/contract.ts';
import { answerProblem } from '../../lib/http/problem.ts';
import { dropMessage } from '../../lib/voice/dropped.ts';
import { answerIntents, IntentInput, IntentResult } from '../../lib/voice/intents.ts';
import {
  ClosedSession,
  MessageInput,
  SavedMessage,
  Session,
  SessionId,
  SessionInput,
  Transcript,
} from '../../lib/voice/schema.ts';
import { openSession } from '../../lib/voice/session.ts';
import { closeSession, readTranscript, saveMessage } from '../../lib/voice/store.ts';

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

const save = createRoute({
  method: 'post',
  path: '/api/v1/voice/messages',
  operationId: 'saveVoiceMessage',
  summary: 'Save what was said; always 200, also for what is dropped',
  tags,
  security: bearerSecurity,
  middleware: [caller] as const,
  request: { body: body(MessageInput) },
  responses: { 200: reply(SavedMessage, 'Saved, or dropped with the reason: a problem code, or session_not_open.') },
});

const transcript = createRoute({
  method: 'get',
  path: '/api/v1/voice/sessions/{session_id}/messages',
  operationId: 'getVoiceTranscript',
  summary: 'What was said in a session, in order',
  tags,
  security: bearerSecurity,
  middleware: [caller] as const,
  request: { params: z.object({ session_id: SessionId }) },
  responses: { 200: reply(Transcript, 'The transcript.'), ...problems(...signedIn, 'invalid', 'not_found') },
});

const runIntent = createRoute({
  method: 'post',
  path: '/api/v1/voice/intents',
  operationId: 'runVoiceIntent',
  summary: 'Carry out what was asked for, once for each call; the answer is text to speak',
  tags,
  security: bearerSecurity,
  middleware: [caller, afterAnswer] as const,
  request: { body: body(IntentInput) },
  responses: {
    200: reply(IntentResult, 'A sentence, also where something was missing, wrong or not possible: see status.'),
    ...problems(...signedIn, ...withBody, 'not_found', 'rate_limited', 'idempotency_in_progress'),
  },
});

const app = createApp()
  .openapi(open, async (c) => {
    const { user_id, ...input } = c.req.valid('json');
    ownUserId(c.var.caller, user_id);
    return c.json(await openSession(c.var.caller, input), 200);
  })
  .openapi(close, async (c) => c.json(await closeSession(c.var.caller, c.req.valid('param').session_id), 200))
  .openapi(save, async (c) => c.json(await saveMessage(c.var.caller, c.req.valid('json')), 200))
  .openapi(transcript, async (c) => c.json(await readTranscript(c.var.caller, c.req.valid('param').session_id), 200))
  .openapi(runIntent, async (c) => c.json(await answerIntents(c.var.caller, c.req.valid('json')), 200));

// A message of the transcript is never refused: the browser that sends it could do nothing about it.
app.onError((error, c) =>
  c.req.method === 'POST' && c.req.path.replace(/\/$/, '') === save.path
    ? dropMessage(error, c)
    : answerProblem(error, c),
);

export default app;

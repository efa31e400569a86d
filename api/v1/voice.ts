import { z } from '@hono/zod-openapi';
import { signedIn } from '../../inngest/signed-in.ts';
import { createApp } from '../../lib/http/app.ts';
import { assertOwnUserId } from '../../lib/http/auth.ts';
import { body, creationProblems, reply } from '../../lib/http/contract.ts';
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
const messagesPath = '/api/v1/voice/messages';

const app = createApp();

app.openapi(
  signedIn({
    method: 'post',
    path: '/api/v1/voice/session',
    operationId: 'openVoiceSession',
    summary: 'Start a voice session: a token for Deepgram and the settings to send',
    tags,
    request: { body: { ...body(SessionInput), required: false } },
    answers: {
      200: reply(Session, 'Open websocket_url with the token within expires_in seconds, then send settings.'),
    },
    refuses: [...creationProblems, 'forbidden', 'not_found', 'provider_error'],
  }),
  async (c) => {
    const { user_id, ...input } = c.req.valid('json');
    assertOwnUserId(c.var.caller, user_id);
    return c.json(await openSession(c.var.caller, input), 200);
  },
);

app.openapi(
  signedIn({
    method: 'delete',
    path: '/api/v1/voice/session/{session_id}',
    operationId: 'closeVoiceSession',
    summary: 'End a voice session; a second time says the same',
    tags,
    request: { params: z.object({ session_id: SessionId }) },
    answers: { 200: reply(ClosedSession, 'Ended.') },
    refuses: ['not_found'],
  }),
  async (c) => c.json(await closeSession(c.var.caller, c.req.valid('param').session_id), 200),
);

app.openapi(
  signedIn({
    method: 'post',
    path: messagesPath,
    operationId: 'saveVoiceMessage',
    summary: 'Save what was said; always 200, also for what is dropped',
    tags,
    request: { body: body(MessageInput) },
    answers: { 200: reply(SavedMessage, 'Saved, or dropped with the reason: a problem code, or session_not_open.') },
    refuses: 'nothing',
  }),
  async (c) => c.json(await saveMessage(c.var.caller, c.req.valid('json')), 200),
);

app.openapi(
  signedIn({
    method: 'get',
    path: '/api/v1/voice/sessions/{session_id}/messages',
    operationId: 'getVoiceTranscript',
    summary: 'Read what was said in a session, in order',
    tags,
    request: { params: z.object({ session_id: SessionId }) },
    answers: { 200: reply(Transcript, 'The transcript.') },
    refuses: ['not_found'],
  }),
  async (c) => c.json(await readTranscript(c.var.caller, c.req.valid('param').session_id), 200),
);

app.openapi(
  signedIn({
    method: 'post',
    path: '/api/v1/voice/intents',
    operationId: 'runVoiceIntent',
    summary: 'Carry out what was asked for, once for each call; the answer is text to speak',
    tags,
    request: { body: body(IntentInput) },
    answers: {
      200: reply(IntentResult, 'A sentence, also where something was missing, wrong or not possible: see status.'),
    },
    refuses: ['not_found', 'idempotency_in_progress'],
  }),
  async (c) => c.json(await answerIntents(c.var.caller, c.req.valid('json')), 200),
);

// A message of the transcript is never refused: the browser that sends it could do nothing about it.
app.onError((error, c) =>
  c.req.method === 'POST' && c.req.path.replace(/\/$/, '') === messagesPath
    ? dropMessage(error, c)
    : answerProblem(error, c),
);

export default app;

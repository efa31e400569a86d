import { createRoute, z } from '@hono/zod-openapi';
import { createApp } from '../../../lib/http/app.ts';
import { caller } from '../../../lib/http/auth.ts';
import { bearerSecurity, body, problems, reply, signedIn } from '../../../lib/http/contract.ts';
import { answerProblem } from '../../../lib/http/problem.ts';
import { dropMessage } from '../../../lib/voice/dropped.ts';
import { MessageInput, SavedMessage, SessionId, Transcript } from '../../../lib/voice/schema.ts';
import { readTranscript, saveMessage } from '../../../lib/voice/store.ts';

const tags = ['Voice'];

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

const app = createApp()
  .openapi(save, async (c) => c.json(await saveMessage(c.var.caller, c.req.valid('json')), 200))
  .openapi(transcript, async (c) => c.json(await readTranscript(c.var.caller, c.req.valid('param').session_id), 200));

app.onError((error, c) =>
  c.req.method === 'POST' && c.req.path === save.path ? dropMessage(error, c) : answerProblem(error, c),
);

export default app;

import { createRoute } from '@hono/zod-openapi';
import { afterAnswer } from '../../../inngest/outbox.ts';
import { createApp } from '../../../lib/http/app.ts';
import { caller } from '../../../lib/http/auth.ts';
import { bearerSecurity, body, problems, reply, signedIn, withBody } from '../../../lib/http/contract.ts';
import { answerIntents, IntentInput, IntentResult } from '../../../lib/voice/intents.ts';

const run = createRoute({
  method: 'post',
  path: '/api/v1/voice/intents',
  operationId: 'runVoiceIntent',
  summary: 'Carry out what was asked for, once for each call; the answer is text to speak',
  tags: ['Voice'],
  security: bearerSecurity,
  middleware: [caller, afterAnswer] as const,
  request: { body: body(IntentInput) },
  responses: {
    200: reply(IntentResult, 'A sentence, also where something was missing, wrong or not possible: see status.'),
    ...problems(...signedIn, ...withBody, 'not_found', 'rate_limited', 'idempotency_in_progress'),
  },
});

export default createApp().openapi(run, async (c) =>
  c.json(await answerIntents(c.var.caller, c.req.valid('json')), 200),
);

import { z } from '@hono/zod-openapi';
import { signedIn } from '../../inngest/signed-in.ts';
import { Cancellation, ChatResponse, ClientId } from '../../lib/chat/schema.ts';
import { cancelMessages, latestResponse } from '../../lib/chat/store.ts';
import { openStream, serverSentEvents, writeStream } from '../../lib/chat/stream.ts';
import { acceptsEventStream } from '../../lib/http/accept.ts';
import { createApp } from '../../lib/http/app.ts';
import { reply } from '../../lib/http/contract.ts';

const path = '/api/chat/response/{clientId}';
const params = z.object({ clientId: ClientId });

const app = createApp();

app.openapi(
  signedIn({
    method: 'get',
    path,
    operationId: 'getChatResponse',
    summary:
      'Read the newest message of a conversation and what became of it; or, as an event stream, what happens to it',
    description: `With \`Accept: text/event-stream\` the answer is a stream of numbered events, each with its \`message_id\`:
\`status{status}\`, \`tool{id,name,arguments,status,result?}\`, \`code{language,code}\`, \`stdout{text}\`, \`stderr{text}\`,
\`result{text?,artifact_id?,mime?,name?}\`, \`token{text,attempt,index}\` (the answer as it is written; a higher attempt begins it
anew) and \`done{status,message}\`, whose message is what counts. It ends when nothing more is to come, and by itself after 50 s:
come back with \`Last-Event-ID\`.`,
    tags: ['Chat'],
    request: {
      params,
      headers: z.object({
        'last-event-id': z
          .string()
          .regex(/^(\d{1,15})?$/, "must be an event's id")
          .optional()
          .meta({ description: 'Of a stream: the last event that was seen.' }),
      }),
    },
    answers: {
      200: {
        description: 'lastResponse is null until the message ends.',
        content: {
          'application/json': { schema: ChatResponse },
          'text/event-stream': { schema: z.string() },
        },
      },
      204: { description: 'Of a stream: nothing more is to come after Last-Event-ID.' },
    },
    refuses: ['not_found'],
  }),
  async (c) => {
    const { clientId } = c.req.valid('param');
    if (!acceptsEventStream(c.req.header('Accept'))) {
      return c.json(await latestResponse(c.var.caller, clientId), 200);
    }
    const lastEventId = c.req.valid('header')['last-event-id'];
    const after = lastEventId ? Number(lastEventId) : undefined;
    const stream = await openStream(c.var.caller, clientId, after);
    if (!stream) return c.body(null, 204);
    return c.body(writeStream(c.var.caller, stream, c.req.raw.signal, serverSentEvents), 200, {
      'Content-Type': 'text/event-stream',
      'X-Accel-Buffering': 'no',
    });
  },
);

app.openapi(
  signedIn({
    method: 'delete',
    path,
    operationId: 'cancelChatResponse',
    summary: 'Cancel what runs and what is queued in a conversation',
    tags: ['Chat'],
    request: { params },
    answers: { 202: reply(Cancellation, 'Cancelled; what runs stops within a second.') },
    refuses: ['not_found'],
  }),
  async (c) => c.json(await cancelMessages(c.var.caller, c.req.valid('param').clientId), 202),
);

export default app;

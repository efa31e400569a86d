import { z } from '@hono/zod-openapi';
import { signedIn } from '../../inngest/signed-in.ts';
import { ClientId } from '../../lib/chat/schema.ts';
import { postMessage } from '../../lib/chat/store.ts';
import { openStream, writeStream } from '../../lib/chat/stream.ts';
import { readUiMessage, UiChatInput, uiWriting, unfinishedMessage } from '../../lib/chat/ui-message.ts';
import { createApp } from '../../lib/http/app.ts';
import { body } from '../../lib/http/contract.ts';
import { Problem } from '../../lib/problem.ts';

const tags = ['Chat'];
const bytesMax = 4 * 1024 * 1024;
const headers = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-cache',
  'X-Accel-Buffering': 'no',
  'X-Vercel-AI-UI-Message-Stream': 'v1',
};
const stream = {
  description: 'The message as it is answered.',
  content: { 'text/event-stream': { schema: z.string() } },
};

const app = createApp({ path: /^\/api\/chat\/ui\/?$/, bytesMax, type: 'json' });

app.openapi(
  signedIn({
    method: 'post',
    path: '/api/chat/ui',
    operationId: 'sendUiMessage',
    summary: 'Send a message from the AI SDK’s useChat, and stream its answer as a UI message',
    description: `The same conversations as everywhere else: the body's \`id\` is the client id. After 50 s the connection breaks, and never ends as if
the answer were whole: resume at /api/chat/ui/{id}/stream. Stopping only stops reading: to cancel, DELETE /api/chat/response/{id}.`,
    tags,
    request: { body: body(UiChatInput) },
    answers: { 200: stream },
    refuses: ['cost_limit', 'conflict'],
  }),
  async (c) => {
    const input = c.req.valid('json');
    const said = await readUiMessage(c.var.caller, input);
    const { messageId } = await postMessage(c.var.caller, input.id, { ...said, when_busy: input.when_busy });
    const opened = await openStream(c.var.caller, input.id).catch((error) => {
      if (!(error instanceof Problem) || error.code !== 'rate_limited') throw error;
      const detail =
        'Your message is being answered, but three streams are open already: close one, then resume this one.';
      throw new Problem('rate_limited', detail, { retryAfterSeconds: 5 });
    });
    if (!opened) return c.body(null, 200, headers);
    const writing = uiWriting(c.var.caller, input.id, messageId, input.resets);
    return c.body(writeStream(c.var.caller, opened, c.req.raw.signal, writing), 200, headers);
  },
);

app.openapi(
  signedIn({
    method: 'get',
    path: '/api/chat/ui/{id}/stream',
    operationId: 'resumeUiMessage',
    summary: 'Stream the message that is being answered again, from its beginning',
    tags,
    request: { params: z.object({ id: ClientId }) },
    answers: {
      200: stream,
      204: { description: 'Nothing is being answered.' },
    },
  }),
  async (c) => {
    const { id } = c.req.valid('param');
    const messageId = await unfinishedMessage(c.var.caller, id);
    const opened = messageId && (await openStream(c.var.caller, id));
    if (!opened) return c.body(null, 204);
    const writing = uiWriting(c.var.caller, id, messageId, false);
    return c.body(writeStream(c.var.caller, opened, c.req.raw.signal, writing), 200, headers);
  },
);

export default app;

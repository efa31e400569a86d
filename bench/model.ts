import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const Request = z.object({
  stream: z.boolean().optional(),
  messages: z.array(z.object({ role: z.string(), content: z.unknown() })),
});
type Message = { content?: string; tool_calls?: object[] };

/**
 * An OpenAI-compatible server that answers at once: what mentions "2**10" needs code, `print(2**10)`, and is answered from what
 * that printed; all else is answered in words. So what is measured beside it is this project's time alone.
 */
export async function startModel() {
  let calls = 0;
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    calls += 1;
    const { stream, messages } = Request.parse(JSON.parse(Buffer.concat(chunks).toString()));
    const last = messages.at(-1);
    if (last?.role === 'user' && String(last.content).includes('2**10')) {
      const call = { name: 'run_code', arguments: JSON.stringify({ code: 'print(2**10)' }) };
      send(outgoing, stream, { tool_calls: [{ index: 0, id: 'call_1', type: 'function', function: call }] });
    } else send(outgoing, stream, { content: last?.role === 'tool' ? 'It is 1024.' : 'Hello! What can I do for you?' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    /** How often it was asked since this was read last. */
    takeCalls() {
      const taken = calls;
      calls = 0;
      return taken;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function send(outgoing: ServerResponse, stream: boolean | undefined, message: Message): void {
  const finish_reason = message.tool_calls ? 'tool_calls' : 'stop';
  const usage = { prompt_tokens: 200, completion_tokens: 20, total_tokens: 220 };
  const frame = { id: 'answer', created: 0, model: 'bench', usage };
  if (!stream) {
    outgoing.writeHead(200, { 'content-type': 'application/json' });
    const choices = [{ index: 0, finish_reason, message: { role: 'assistant', ...message } }];
    outgoing.end(JSON.stringify({ ...frame, object: 'chat.completion', choices }));
    return;
  }
  outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
  const choices = [{ index: 0, finish_reason, delta: { role: 'assistant', ...message } }];
  outgoing.end(`data: ${JSON.stringify({ ...frame, object: 'chat.completion.chunk', choices })}\n\ndata: [DONE]\n\n`);
}

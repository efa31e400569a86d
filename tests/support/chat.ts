import type { ChatResponse } from '../../lib/chat/schema.ts';
import type { Model, Prompt, Reply } from './model.ts';
import { type Answer, type Person, type TestStack, until } from './stack.ts';

export type StreamEvent = { id: number; type: string; data: Record<string, unknown> };

/** Posts a message into a conversation. */
export function post(person: Person, clientId: string, message: string): Promise<Answer<{ messageId: string }>> {
  return person.post('/api/chat', { message }, { 'x-client-id': clientId });
}

/** Polls until the newest message of a conversation has ended. */
export async function answered(person: Person, clientId: string): Promise<ChatResponse> {
  const { body } = await until(
    () => person.get<ChatResponse>(`/api/chat/response/${clientId}`),
    (answer) => !['queued', 'running'].includes(answer.body.status),
  );
  return body;
}

/** Opens the stream of a conversation. */
export function openStream(
  stack: TestStack,
  person: Person,
  clientId: string,
  options: { after?: number; signal?: AbortSignal } = {},
): Promise<Response> {
  return fetch(`${stack.api.url}/api/chat/response/${clientId}`, {
    headers: {
      Authorization: `Bearer ${person.token}`,
      Accept: 'text/event-stream',
      ...(options.after === undefined ? {} : { 'Last-Event-ID': String(options.after) }),
    },
    signal: options.signal ?? null,
  });
}

/** Reads a stream's events until it ends or `enough` says so; then the client is gone. */
export async function readStream(
  stack: TestStack,
  person: Person,
  clientId: string,
  options: { after?: number; enough?: (event: StreamEvent) => boolean } = {},
): Promise<StreamEvent[]> {
  const response = await openStream(stack, person, clientId, options);
  const events: StreamEvent[] = [];
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of response.body ?? []) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      );
      if (!fields.has('data')) continue;
      const event = {
        id: Number(fields.get('id')),
        type: fields.get('event') ?? '',
        data: JSON.parse(fields.get('data') ?? ''),
      };
      events.push(event);
      // Leaving the loop ends the connection.
      if (options.enough?.(event)) return events;
    }
  }
  return events;
}

/** Which of the chat's questions a prompt asks, and about which message. */
export function questionOf({ system, said }: Prompt): { kind: 'route' | 'code' | 'fix' | 'answer'; message: string } {
  if (system.includes('Call a tool')) return { kind: 'route', message: said.at(-1) ?? '' };
  if (system.includes('Compose the answer')) return { kind: 'answer', message: said.at(-2) ?? '' };
  const isFix = said.at(-1)?.startsWith('It failed.');
  return isFix ? { kind: 'fix', message: said.at(-3) ?? '' } : { kind: 'code', message: said.at(-1) ?? '' };
}

/** Teaches a model its part in the conversation about one message. */
export function teach(
  model: Model,
  message: string,
  part: { route?: Reply; code?: string; fix?: string; answer?: Reply },
  options: Parameters<Model['reply']>[2] = {},
): void {
  const replies: Record<string, Reply | undefined> = {
    route: part.route ?? toolCall('run_code', { request: message }),
    code: part.code === undefined ? undefined : program(part.code),
    fix: part.fix === undefined ? undefined : program(part.fix),
    answer: part.answer,
  };
  for (const [kind, reply] of Object.entries(replies)) {
    if (!reply) continue;
    model.reply((prompt) => questionOf(prompt).kind === kind && questionOf(prompt).message === message, reply, options);
  }
}

export function toolCall(name: string, input: Record<string, unknown>): Reply {
  return { toolCalls: [{ name, arguments: JSON.stringify(input) }] };
}

function program(code: string): Reply {
  return { content: `\`\`\`python\n${code}\n\`\`\`` };
}

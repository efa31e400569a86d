import type { Model, Prompt, Reply } from '../../harness/model.ts';
import type { ChatResponse } from '../../lib/chat/schema.ts';
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

/**
 * Tells which of the chat's questions a prompt asks, and about which message: what to do first, how to correct a program that
 * failed, or what to answer after tools were called.
 */
export function questionOf({ said, results }: Prompt): { kind: 'first' | 'fix' | 'answer'; message: string } {
  const message = said.at(-1) ?? '';
  if (results.length === 0) return { kind: 'first', message };
  return { kind: results.at(-1)?.includes('"traceback":') ? 'fix' : 'answer', message };
}

/** Teaches a model its part in the conversation about one message: `first` is what it does at once, or `code` that it runs. */
export function teach(
  model: Model,
  message: string,
  part: { first?: Reply; code?: string; fix?: string; answer?: Reply },
  options: Parameters<Model['reply']>[2] = {},
): void {
  const isAbout = (prompt: Prompt) => questionOf(prompt).message === message;
  const failures = ({ results }: Prompt) => results.filter((result) => result.includes('"traceback":')).length;
  if (part.answer) model.reply((prompt) => isAbout(prompt) && prompt.results.length > 0, part.answer, options);
  if (part.fix !== undefined) {
    model.reply(
      (prompt) => isAbout(prompt) && questionOf(prompt).kind === 'fix' && failures(prompt) < 3,
      toolCall('run_code', { code: part.fix }),
      options,
    );
  }
  const first = part.first ?? (part.code === undefined ? undefined : toolCall('run_code', { code: part.code }));
  if (first) model.reply((prompt) => isAbout(prompt) && prompt.results.length === 0, first, options);
}

export function toolCall(name: string, input: Record<string, unknown>): Reply {
  return { toolCalls: [{ name, arguments: JSON.stringify(input) }] };
}

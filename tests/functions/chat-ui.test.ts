import { readUIMessageStream as read7, DefaultChatTransport as Transport7, type UIMessage } from 'ai';
import { readUIMessageStream as read5, DefaultChatTransport as Transport5 } from 'ai5';
import { readUIMessageStream as read6, DefaultChatTransport as Transport6 } from 'ai6';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Model, startModel } from '../../harness/model.ts';
import type { ConversationMessage } from '../../lib/chat/schema.ts';
import { uiWriting } from '../../lib/chat/ui-message.ts';
import { answered, post } from '../support/chat.ts';
import { type Person, startTestStack, type TestStack, until } from '../support/stack.ts';

let stack: TestStack;
let model: Model;
let person: Person;
beforeAll(async () => {
  stack = await startTestStack({ runner: true, schedules: false, sandbox: true });
  model = await startModel();
});
afterAll(async () => {
  await stack.stop();
  await model.stop();
});
beforeEach(async () => {
  person = await stack.signUp();
});

const Part = z.looseObject({ type: z.string() });
const Shown = z.object({ id: z.string(), parts: z.array(Part) });
type Part = z.infer<typeof Part>;
type Shown = z.infer<typeof Shown>;
/** The part that the three generations of the client have in common, as far as it is used here. */
type Client = {
  name: string;
  send(chatId: string, messages: unknown[], options?: { body?: object; signal?: AbortSignal }): Promise<ReadableStream>;
  resume(chatId: string): Promise<ReadableStream | null>;
  /** The message as a page shows it in the end. */
  show(stream: ReadableStream): Promise<Shown | undefined>;
};

/** The parts for which each generation has types of its own, though the wire is one. */
type Sdk = {
  Transport: new (options: {
    api: string;
    headers: Record<string, string>;
    body: object | undefined;
  }) => {
    sendMessages(options: {
      chatId: string;
      messages: never[];
      trigger: 'submit-message';
      messageId: undefined;
      abortSignal: AbortSignal | undefined;
    }): Promise<ReadableStream>;
    reconnectToStream(options: { chatId: string }): Promise<ReadableStream | null>;
  };
  read(options: { stream: ReadableStream; onError(error: unknown): void }): AsyncIterable<object>;
};

function client(name: string, { Transport, read }: Sdk): Client {
  const transport = (body?: object) =>
    new Transport({
      api: `${stack.api.url}/api/chat/ui`,
      headers: { Authorization: `Bearer ${person.token}` },
      body,
    });
  return {
    name,
    send: (chatId, messages, { body, signal } = {}) =>
      transport(body).sendMessages({
        chatId,
        // Each has a type of its own for what one page keeps.
        messages: messages as never[],
        trigger: 'submit-message',
        messageId: undefined,
        abortSignal: signal,
      }),
    resume: (chatId) => transport().reconnectToStream({ chatId }),
    async show(stream) {
      let last: Shown | undefined;
      let failure: unknown;
      const messages = read({
        stream,
        onError(error: unknown) {
          failure = error;
        },
      });
      for await (const message of messages) last = Shown.parse(message);
      if (failure) throw failure;
      return last;
    },
  };
}
const clients = [
  client('7', { Transport: Transport7, read: read7 }),
  client('6', { Transport: Transport6, read: read6 }),
  client('5', { Transport: Transport5, read: read5 }),
];

const from = (text: string, ...more: Part[]): UIMessage => {
  return { id: crypto.randomUUID(), role: 'user', parts: [{ type: 'text', text }, ...more] as UIMessage['parts'] };
};
const textsOf = (message: Shown | undefined) =>
  message?.parts.filter(({ type }) => type === 'text').map(({ text }) => text) ?? [];

describe.each(clients.map((each) => [each.name, each] as const))('AI SDK %s', (_, sdk) => {
  test('a message is answered word for word, and its id is that of /messages', async () => {
    model.answer(() => ({ content: 'The capital of France is Paris.' }));
    const message = await sdk.show(await sdk.send('plain', [from('What is the capital of France?')]));
    expect(textsOf(message)).toEqual(['The capital of France is Paris.']);
    const { body } = await person.get<ConversationMessage[]>('/api/chat/plain/messages');
    expect(body.map(({ message_id, content, response }) => ({ message_id, content, response }))).toEqual([
      {
        message_id: message?.id,
        content: 'What is the capital of France?',
        response: 'The capital of France is Paris.',
      },
    ]);
  });

  test('tools with what they said, a program with its output and its picture, then the answer', async () => {
    const code =
      'class Chart:\n    def _repr_svg_(self): return "<svg xmlns=\'http://www.w3.org/2000/svg\'/>"\nprint(6 * 7)\nChart()';
    model.answer((_request, n) => {
      if (n === 0) return { toolCalls: [{ name: 'create_task', arguments: '{"title":"Water the plants"}' }] };
      if (n === 1) return { toolCalls: [{ name: 'run_code', arguments: JSON.stringify({ code }) }] };
      return { content: 'It is on your list, and 42.' };
    });
    const message = await sdk.show(await sdk.send('tools', [from('Water the plants, and what is 6 times 7?')]));
    const tools = message?.parts.filter(({ type }) => type.startsWith('tool-')) ?? [];
    expect(tools.map(({ type, state }) => `${type} ${state}`)).toEqual([
      'tool-create_task output-available',
      'tool-run_code output-available',
    ]);
    expect(tools[0]?.output).toMatch(/Water the plants/);
    expect(tools[1]).toMatchObject({ input: { code }, output: { stdout: '42\n' } });
    const [picture] = message?.parts.filter(({ type }) => type === 'file') ?? [];
    expect(picture).toMatchObject({ mediaType: 'image/svg+xml' });
    const authorized = { headers: { Authorization: `Bearer ${person.token}` } };
    expect(await (await fetch(`${stack.api.url}${picture?.url}`, authorized)).text()).toMatch(/^<svg/);
    expect(textsOf(message)).toEqual(['It is on your list, and 42.']);
  });

  test('a conversation that has nothing to resume answers with nothing; one that runs is replayed from its start', async () => {
    expect(await sdk.resume('never-begun')).toBeNull();
    model.answer(() => ({ content: 'Done.' }));
    await post(person, 'resumed', 'Say done');
    await answered(person, 'resumed');
    expect(await sdk.resume('resumed')).toBeNull();

    model.answer((_request, n) =>
      n === 0
        ? {
            toolCalls: [
              { name: 'run_code', arguments: JSON.stringify({ code: 'import time\ntime.sleep(3)\nprint("late")' }) },
            ],
          }
        : { content: 'It took a while.' },
    );
    const { body } = await post(person, 'resumed', 'Take your time');
    await until(
      () => person.get<{ status: string }>('/api/chat/response/resumed'),
      ({ body: { status } }) => status === 'running',
    );
    const stream = await sdk.resume('resumed');
    const message = stream && (await sdk.show(stream));
    expect(message?.id).toBe(body.messageId);
    expect(message?.parts.find(({ type }) => type === 'tool-run_code')).toMatchObject({ output: { stdout: 'late\n' } });
    expect(textsOf(message ?? undefined)).toEqual(['It took a while.']);
  });

  test('a failure is an error with its words', async () => {
    model.answer(() => ({ error: { message: 'no credit' }, status: 402 }));
    const stream = await sdk.send('failing', [from('Hello there, tell me something')]);
    await expect(sdk.show(stream)).rejects.toThrow(/language model/);
  });
});

const [sdk] = clients as [Client];

test('a file that comes with a message is there for the program that reads it', async () => {
  model.answer((_request, n) =>
    n === 0
      ? { toolCalls: [{ name: 'run_code', arguments: '{"code":"print(open(\'numbers.csv\').read().count(\'1\'))"}' }] }
      : { content: 'There are two.' },
  );
  const url = `data:text/csv;base64,${Buffer.from('1,2\n1,3\n').toString('base64')}`;
  const file = { type: 'file', mediaType: 'text/csv', filename: 'numbers.csv', url };
  const message = await sdk.show(await sdk.send('filed', [from('How many ones?', file)]));
  expect(message?.parts.find(({ type }) => type === 'tool-run_code')).toMatchObject({ output: { stdout: '2\n' } });
  const { body } = await person.get<ConversationMessage[]>('/api/chat/filed/messages');
  expect(body[0]?.attachments.map(({ name }) => name)).toEqual(['numbers.csv']);
});

test('stopping only stops reading; DELETE cancels, which the stream says', async () => {
  model.answer((_request, n) =>
    n === 0
      ? { toolCalls: [{ name: 'run_code', arguments: JSON.stringify({ code: 'import time\ntime.sleep(20)' }) }] }
      : { content: 'never' },
  );
  const gone = new AbortController();
  const left = await sdk.send('stopped', [from('Wait a while')], { signal: gone.signal });
  gone.abort();
  await sdk.show(left).catch(() => {});
  expect((await person.get<{ status: string }>('/api/chat/response/stopped')).body.status).toMatch(/queued|running/);
  const again = await sdk.resume('stopped');
  await person.delete('/api/chat/response/stopped');
  const message = again && (await sdk.show(again));
  expect(textsOf(message ?? undefined)).toEqual([]);
  expect((await person.get<{ status: string }>('/api/chat/response/stopped')).body.status).toBe('cancelled');
});

test.each([
  ['the last message is the assistant’s', [{ id: 'a', role: 'assistant', parts: [] }], /role "user"/],
  ['it says nothing', [{ id: 'a', role: 'user', parts: [{ type: 'text', text: '  ' }] }], /says nothing/],
  [
    'its file is an address',
    [{ id: 'a', role: 'user', parts: [{ type: 'file', mediaType: 'image/png', url: 'https://example.com/a.png' }] }],
    /data: URL/,
  ],
])('refused where %s', async (_, messages, words) => {
  const { status, body } = await person.post<{ detail: string }>('/api/chat/ui', { id: 'refused', messages });
  expect(status).toBe(422);
  expect(body.detail).toMatch(words);
  expect((await person.get('/api/chat/refused/messages')).status).toBe(404);
});

test('where its time is up before the message ends, the connection breaks and says nothing of an end', async () => {
  const caller = { userId: person.id, token: person.token, idempotency: {}, replayed: false, events: [] };
  const writing = uiWriting(caller, 'timed', crypto.randomUUID(), false);
  expect(writing.event({ id: 1, type: 'token', data: { message_id: 'another', text: 'no', attempt: 1 } })).toBe('');
  expect(await writing.end(false)).toBeNull();
});

test('a history over 1 MB is taken, one over 4 MB is not', async () => {
  model.answer(() => ({ content: 'Yes.' }));
  const old = from('x'.repeat(2_000_000));
  expect(textsOf(await sdk.show(await sdk.send('long', [old, from('Are you there, my friend?')])))).toEqual(['Yes.']);
  await expect(sdk.send('long', [old, from('x'.repeat(2_500_000)), from('And now?')])).rejects.toThrow(/4 MB/);
});

import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Model, startModel } from '../../harness/model.ts';
import { answered, post, readStream } from '../support/chat.ts';
import { type Person, startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
let model: Model;
beforeAll(async () => {
  stack = await startTestStack({ runner: true, schedules: false, sandbox: true, retryFactor: 0.002 });
  model = await startModel();
});
afterAll(async () => {
  await stack.stop();
  await model.stop();
});
let person: Person;
beforeEach(async () => {
  person = await stack.signUp();
});

type Write = (response: ServerResponse, n: number) => void;

function stream(response: ServerResponse, ...chunks: object[]): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  for (const chunk of chunks) response.write(`data: ${JSON.stringify(chunk)}\n\n`);
  response.end('data: [DONE]\n\n');
}
const delta = (content: object, finish_reason?: string) => ({
  choices: [{ delta: content, ...(finish_reason ? { finish_reason } : {}) }],
});

async function talk(message: string, write: Write) {
  model.wire(write);
  await post(person, 'wire', message);
  return answered(person, 'wire');
}

test('what a database cannot hold is cleaned where it comes in: the message is answered at once', async () => {
  const call = {
    id: 'a\u0000',
    index: 0,
    function: { name: 'create_task\u0000', arguments: JSON.stringify({ title: 'Milk \u0000and \ud83d bread' }) },
  };
  const answer = await talk('Add milk', (response, n) =>
    n === 0
      ? stream(response, delta({ content: 'One \u0000moment.\ud83d', tool_calls: [call] }), delta({}, 'tool_calls'))
      : stream(response, delta({ content: 'It is \u0000there \ud83d.' }), delta({}, 'stop')),
  );
  expect(answer).toMatchObject({
    status: 'done',
    lastResponse: { message: 'One moment.\ufffd\n\nIt is there \ufffd.' },
  });
  expect(model.requests).toHaveLength(2);
  const [task] = await stack.supabase.query('select title from public.tasks where user_id = $1', [person.id]);
  expect(task).toEqual({ title: 'Milk and \ufffd bread' });
});

test('what a model sends beside a call goes back to it as it came, to no other model, and to no client', async () => {
  const signature = 'c2lnbmF0dXJl'.repeat(500);
  const call = (n: number, beside: object = {}) => ({
    index: n,
    id: `call_${n}`,
    type: 'function',
    function: { name: 'create_task', arguments: JSON.stringify({ title: `Task ${n}` }) },
    ...beside,
  });
  const signed = { extra_content: { google: { thought_signature: signature } } };
  const broken = { extra_content: { note: '\u0000' } };
  const huge = { extra_content: { note: 'x'.repeat(100_001) } };
  const models: string[] = [];
  process.env.OPENAI_MODEL = 'gemini-3';
  try {
    await talk('Add three tasks', (response, n) => {
      models.push(String(model.requests.at(-1)?.model));
      if (n === 0) {
        // The signature comes in a chunk of its own, as other parts of a call may.
        const later = { index: 0, ...signed };
        const calls = { tool_calls: [call(0), call(1, broken), call(2, huge)] };
        return stream(response, delta(calls), delta({ tool_calls: [later] }), delta({}, 'tool_calls'));
      }
      if (n === 1) {
        process.env.OPENAI_MODEL = 'another';
        return stream(response, delta({ tool_calls: [call(3)] }), delta({}, 'tool_calls'));
      }
      return stream(response, delta({ content: 'All there.' }), delta({}, 'stop'));
    });
  } finally {
    delete process.env.OPENAI_MODEL;
  }
  const sentBack = model.requests.map(({ messages }) => messages.find(({ role }) => role === 'assistant')?.tool_calls);
  expect(models).toEqual(['gemini-3', 'gemini-3', 'another']);
  const wire = (n: number) => call(n, { index: undefined });
  expect(sentBack[1]).toEqual([{ ...wire(0), ...signed }, wire(1), wire(2)]);
  expect(sentBack[2]).toEqual([wire(0), wire(1), wire(2)]);
  expect(JSON.stringify(await readStream(stack, person, 'wire'))).not.toContain('thought_signature');
  const { body } = await person.get<object>('/api/chat/wire/messages');
  expect(JSON.stringify(body)).not.toContain('thought_signature');
});

test('the thoughts of a model behind OpenRouter go back with its calls, to it alone', async () => {
  const call = (n: number) => ({
    index: n,
    id: `call_${n}`,
    type: 'function',
    function: { name: 'create_task', arguments: JSON.stringify({ title: `Errand ${n}` }) },
  });
  const thought = (piece: object) =>
    delta({ reasoning_details: [{ index: 0, format: 'anthropic-claude-v1', ...piece }] });
  const sealed = { type: 'reasoning.encrypted', data: 'c2VhbGVk', id: 'seal', format: 'google-gemini-v1', index: 1 };
  process.env.OPENAI_MODEL = 'openrouter/thinker';
  try {
    await talk('Add two errands', (response, n) => {
      if (n === 0)
        return stream(
          response,
          thought({ type: 'reasoning.text', text: 'Two err' }),
          thought({ type: 'reasoning.text', text: 'ands.' }),
          thought({ type: 'reasoning.text', signature: 'c2ln' }),
          delta({ reasoning_details: [sealed] }),
          delta({ tool_calls: [call(0), call(1)] }),
          delta({}, 'tool_calls'),
        );
      if (n === 1) {
        process.env.OPENAI_MODEL = 'another';
        return stream(response, delta({ tool_calls: [call(2)] }), delta({}, 'tool_calls'));
      }
      return stream(response, delta({ content: 'Both there.' }), delta({}, 'stop'));
    });
  } finally {
    delete process.env.OPENAI_MODEL;
  }
  const sentBack = model.requests.map(({ messages }) => messages.find(({ role }) => role === 'assistant'));
  expect(sentBack[1]).toMatchObject({
    reasoning_details: [
      { type: 'reasoning.text', text: 'Two errands.', signature: 'c2ln', format: 'anthropic-claude-v1', index: 0 },
      sealed,
    ],
  });
  expect(sentBack[2]).not.toHaveProperty('reasoning_details');
});

test('a program with NUL in it runs without it', async () => {
  const call = { id: 'a', index: 0, function: { name: 'run_code', arguments: '{"code":"print(\\u0000 6 * 7)"}' } };
  const answer = await talk('Six times seven', (response, n) =>
    n === 0
      ? stream(response, delta({ tool_calls: [call] }), delta({}, 'tool_calls'))
      : stream(response, delta({ content: '42' }), delta({}, 'stop')),
  );
  expect(answer).toMatchObject({ status: 'done', execution: { stdout: '42\n' } });
});

test('an end that is an error is asked again, and half the answer is thrown away', async () => {
  const answer = await talk('Hello', (response, n) =>
    n === 0
      ? stream(response, delta({ content: 'Half an ans' }), delta({}, 'error'))
      : stream(response, delta({ content: 'A whole answer.' }), delta({}, 'stop')),
  );
  expect(answer.lastResponse?.message).toBe('A whole answer.');
  const done = (await readStream(stack, person, 'wire')).filter(({ type }) => type === 'done');
  expect(done).toHaveLength(1);
});

test('an answer without an end is cut, with a sentence that says so', async () => {
  const answer = await talk('Hello', (response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    let open = true;
    response.on('close', () => {
      open = false;
    });
    const chunk = `data: ${JSON.stringify(delta({ content: 'word '.repeat(2_000) }))}\n\n`;
    const more = () => {
      while (open) {
        if (!response.write(chunk)) {
          response.once('drain', more);
          return;
        }
      }
    };
    more();
  });
  expect(answer.status).toBe('done');
  const said = answer.lastResponse?.message ?? '';
  expect(said.length).toBeLessThan(301_000);
  expect(said).toMatch(/cut off at its length limit/);
}, 60_000);

test('a server that answers with a web page is a failure, said in words', async () => {
  const answer = await talk('Hello', (response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html><body>Sign in</body></html>'),
  );
  expect(answer).toMatchObject({
    status: 'failed',
    lastResponse: { message: expect.stringMatching(/isn't responding/) },
  });
});

test('thoughts are neither shown nor run', async () => {
  const answer = await talk('Hello', (response) =>
    stream(
      response,
      delta({ reasoning_content: '```python\nprint("secret")\n```' }),
      delta({ content: '<think>```python\nprint("secret")\n```</think>' }),
      delta({ content: 'Hello there.' }),
      delta({}, 'stop'),
    ),
  );
  expect(answer).toMatchObject({ requiresE2B: false, lastResponse: { message: 'Hello there.' } });
  expect(JSON.stringify(await readStream(stack, person, 'wire'))).not.toContain('secret');
});

test('a refusal is passed on as the answer', async () => {
  const answer = await talk('Hello', (response) =>
    stream(response, delta({ refusal: 'I would rather not.' }), delta({}, 'stop')),
  );
  expect(answer).toMatchObject({ status: 'done', lastResponse: { message: 'I would rather not.' } });
});

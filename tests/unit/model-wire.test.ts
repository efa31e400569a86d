import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Model, startModel } from '../../harness/model.ts';
import { complete } from '../../lib/llm/client.ts';

let model: Model;
beforeAll(async () => {
  model = await startModel();
});
afterEach(() => {
  delete process.env.OPENAI_MODEL;
});
afterAll(() => model.stop());

type Write = (response: ServerResponse, n: number) => void;

/** Chunks of an answer as server-sent events; an object is a delta, what has `choices`, `error` or `usage` a whole chunk. */
const chunks =
  (...parts: object[]): Write =>
  (response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    for (const part of parts) {
      const isWhole = ['choices', 'error', 'usage'].some((key) => key in part);
      response.write(`data: ${JSON.stringify(isWhole ? part : { choices: [{ delta: part }] })}\n\n`);
    }
    response.end('data: [DONE]\n\n');
  };
const end = (reason = 'stop') => ({ choices: [{ delta: {}, finish_reason: reason }] });
const call = (more: object, fn: object = {}) => ({ tool_calls: [{ ...more, function: fn }] });

async function ask(write: Write) {
  model.wire(write);
  let shown = '';
  const answer = await complete({
    messages: [{ role: 'user', content: 'Hello' }],
    maxTokens: 100,
    onText: (piece) => {
      shown += piece;
    },
  });
  return { ...answer, shown };
}

const two = [
  { name: 'add', arguments: '{"x":1}' },
  { name: 'sub', arguments: '{"y":2}' },
];

describe('two calls of tools are two, each once, however a server tells them apart', () => {
  test.each<[string, object[]]>([
    [
      'by index',
      [
        call({ index: 0, id: 'a' }, { name: 'add', arguments: '{"x"' }),
        call({ index: 1, id: 'b' }, { name: 'sub', arguments: '{"y":' }),
        call({ index: 0 }, { arguments: ':1}' }),
        call({ index: 1 }, { arguments: '2}' }),
      ],
    ],
    [
      'without an index',
      [
        call({ id: 'a' }, { name: 'add', arguments: '{"x":' }),
        call({}, { arguments: '1}' }),
        call({ id: 'b' }, { name: 'sub', arguments: '{"y":2}' }),
      ],
    ],
    [
      'without index or id',
      [call({}, { name: 'add', arguments: '{"x":1}' }), call({}, { name: 'sub', arguments: '{"y":2}' })],
    ],
    [
      'from 1 on',
      [
        call({ index: 1, id: 'a' }, { name: 'add', arguments: '{"x":1}' }),
        call({ index: 2, id: 'b' }, { name: 'sub', arguments: '{"y":2}' }),
      ],
    ],
    [
      'both at 0',
      [
        call({ index: 0, id: 'a' }, { name: 'add', arguments: '{"x":1}' }),
        call({ index: 0, id: 'b' }, { name: 'sub', arguments: '{"y":2}' }),
      ],
    ],
    [
      'both in one chunk, without an index',
      [
        {
          tool_calls: [
            { id: 'a', function: { name: 'add', arguments: '{"x":1}' } },
            { id: 'b', function: { name: 'sub', arguments: '{"y":2}' } },
          ],
        },
      ],
    ],
    [
      'the name in every chunk',
      [
        call({ index: 0, id: 'a' }, { name: 'add', arguments: '{"x"' }),
        call({ index: 0, id: 'a' }, { name: 'add', arguments: ':1}' }),
        call({ index: 1, id: 'b' }, { name: 'sub', arguments: '{"y"' }),
        call({ index: 1, id: 'b' }, { name: 'sub', arguments: ':2}' }),
      ],
    ],
    [
      'arguments as objects',
      [
        call({ index: 0, id: 'a' }, { name: 'add', arguments: { x: 1 } }),
        call({ index: 1, id: 'b' }, { name: 'sub', arguments: { y: 2 } }),
      ],
    ],
    [
      'a name in two pieces',
      [
        call({ index: 0, id: 'a' }, { name: 'a' }),
        call({ index: 0 }, { name: 'dd', arguments: '{"x":1}' }),
        call({ index: 1, id: 'b' }, { name: 'sub', arguments: '{"y":2}' }),
      ],
    ],
  ])('%s', async (_, deltas) => {
    const { toolCalls } = await ask(chunks(...deltas, end('tool_calls')));
    expect(toolCalls.map(({ name, arguments: args }) => ({ name, arguments: args }))).toEqual(two);
    expect(new Set(toolCalls.map(({ id }) => id)).size).toBe(2);
  });

  test('in an answer of one piece', async () => {
    const { toolCalls, text } = await ask((response) =>
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(
        JSON.stringify({
          choices: [
            {
              message: {
                content: [{ type: 'text', text: 'Wait.' }],
                tool_calls: two.map((each) => ({ function: { ...each, arguments: JSON.parse(each.arguments) } })),
              },
            },
          ],
        }),
      ),
    );
    expect(text).toBe('Wait.');
    expect(toolCalls.map(({ name, arguments: args }) => ({ name, arguments: args }))).toEqual(two);
  });
});

describe('words are the words that a person is to read', () => {
  test.each<[string, object[], string]>([
    ['content as parts', [{ content: [{ type: 'text', text: 'Hel' }, 'lo'] }, { content: [{ text: '!' }] }], 'Hello!'],
    [
      'a thought before them',
      [{ content: '<th' }, { content: 'ink>secret</thi' }, { content: 'nk>\n\nHello' }],
      'Hello',
    ],
    ['a thought that never ends', [{ content: '<think>secret' }], ''],
    ['the tag as what is asked about', [{ content: 'Write <think>x</think>.' }], 'Write <think>x</think>.'],
    ['reasoning beside them', [{ reasoning_content: 'secret' }, { reasoning: 'secret', content: 'Hello' }], 'Hello'],
    ['NUL and half a character', [{ content: 'a\u0000b' }, { content: '\ud83d' }, { content: 'c' }], 'ab\ufffdc'],
    ['a character in two chunks', [{ content: 'x\ud83d' }, { content: '\ude00y' }], 'x😀y'],
    ['chunks without choices', [{ usage: { prompt_tokens: 1 } }, { choices: null }, { content: 'Hello' }], 'Hello'],
  ])('%s', async (_, deltas, words) => {
    const { text, shown } = await ask(chunks(...deltas, end()));
    expect(text).toBe(words);
    expect(shown).toBe(words);
  });

  test('the end of a thought that began in the prompt is not a part of the answer', async () => {
    const { text } = await ask(chunks({ content: 'secret</think>Hello' }, end()));
    expect(text).toBe('Hello');
  });

  test('NUL and half a character in a tool’s name and arguments are cleaned', async () => {
    const { toolCalls } = await ask(
      chunks(call({ index: 0, id: 'a\u0000' }, { name: 'a\u0000dd', arguments: '{"x":"\u0000\ud83d"}' }), end()),
    );
    expect(toolCalls).toEqual([{ id: 'a', name: 'add', arguments: '{"x":"\ufffd"}' }]);
  });

  test('a refusal is one', async () => {
    const { text, refusal } = await ask(chunks({ refusal: 'I would ' }, { refusal: 'rather not.' }, end()));
    expect({ text, refusal }).toEqual({ text: '', refusal: 'I would rather not.' });
  });
});

describe('half an answer is never told as a whole one', () => {
  test.each<[string, Write, RegExp]>([
    ['an end that is an error', chunks({ content: 'Half' }, end('error')), /broke off/],
    ['no end at all', chunks({ content: 'Half' }), /broke off/],
    ['an error in the midst', chunks({ content: 'Half' }, { error: { code: 502, message: 'no' } }), /status 502/],
    [
      'an error in a choice',
      chunks({ content: 'Half' }, { choices: [{ error: { code: 429 }, delta: {}, finish_reason: 'error' }] }),
      /limiting our requests/,
    ],
    [
      'a page of HTML',
      (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>'),
      /web page/,
    ],
    [
      'an error as JSON with status 200',
      (response) =>
        response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"error":{"code":402,"message":"no"}}'),
      /^The model server says that the account has no credits left\.$/,
    ],
  ])('%s', async (_, write, words) => {
    await expect(ask(write)).rejects.toThrow(words);
  });

  test('a stream without an end is cut at a few hundred kB', async () => {
    let open = true;
    let bytes = 0;
    const { text, truncated } = await ask((response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      const chunk = `data: ${JSON.stringify({ choices: [{ delta: { content: 'x'.repeat(10_000) } }] })}\n\n`;
      response.on('close', () => {
        open = false;
      });
      const more = () => {
        while (open && bytes < 100_000_000) {
          bytes += chunk.length;
          if (!response.write(chunk)) {
            response.once('drain', more);
            return;
          }
        }
        response.end();
      };
      more();
    });
    expect(truncated).toBe(true);
    expect(text.length).toBe(300_000);
    expect(bytes).toBeLessThan(50_000_000);
  });

  test('a line without an end is not kept in memory', async () => {
    let open = true;
    let bytes = 0;
    await expect(
      ask((response) => {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' });
        response.on('close', () => {
          open = false;
        });
        response.write('data: {"x":"');
        const chunk = 'x'.repeat(1_000_000);
        const more = () => {
          while (open && bytes < 200_000_000) {
            bytes += chunk.length;
            if (!response.write(chunk)) {
              response.once('drain', more);
              return;
            }
          }
          response.end();
        };
        more();
      }),
    ).rejects.toThrow();
    expect(bytes).toBeLessThan(100_000_000);
  });
});

describe('a parameter that a model refuses is left out, and remembered', () => {
  const refuse = (response: ServerResponse, body: object, status = 400) =>
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  const wellDone = chunks({ content: 'Fine.' }, end());

  test.each<[string, (name: string) => object, number?]>([
    ['OpenAI', (name) => ({ error: { type: 'invalid_request_error', param: name, code: 'unsupported_parameter' } })],
    [
      'OpenRouter',
      (name) => ({ error: { code: 400, message: 'Provider returned error', metadata: { raw: `${name} no` } } }),
    ],
    ['FastAPI', (name) => ({ detail: [{ loc: ['body', name], msg: 'extra fields not permitted' }] }), 422],
    ['words', (name) => ({ error: { message: `Unsupported value: '${name}' does not support 0.3` } })],
  ])('as %s says it', async (name, refusal, status) => {
    process.env.OPENAI_MODEL = `strict-${name}`;
    const parameters = () => model.requests.map((request) => Object.keys(request));
    const write: Write = (response, n) => {
      const sent = parameters()[n] ?? [];
      const refused = ['temperature', 'max_tokens'].find((each) => sent.includes(each));
      if (refused) refuse(response, refusal(refused), status);
      else wellDone(response, n);
    };
    expect((await ask(write)).text).toBe('Fine.');
    expect(model.requests).toHaveLength(3);
    expect(model.requests.at(-1)).toMatchObject({ max_completion_tokens: 100 });
    await ask(write);
    expect(model.requests).toHaveLength(1);
  });

  test.each<[string, number]>([
    ['No endpoints found that support image input', 404],
    ['Invalid content type. image_url is only supported by certain models.', 400],
    ['unknown variant `image_url`, expected `text`', 422],
  ])('pictures that it cannot see: %s', async (message, status) => {
    process.env.OPENAI_MODEL = `blind-${status}`;
    const url = `data:image/png;base64,${'A'.repeat(100_000)}`;
    model.wire((response, n) => {
      const sent = JSON.stringify(model.requests[n]);
      if (sent.includes('image_url')) refuse(response, { error: { message } }, status);
      else wellDone(response, n);
    });
    const see = () =>
      complete({
        messages: [{ role: 'user', content: 'What is this?', pictures: [{ type: 'image_url', image_url: { url } }] }],
        onText: () => {},
      });
    expect((await see()).text).toBe('Fine.');
    expect(model.requests).toHaveLength(2);
    expect(model.requests[0]?.messages[0]?.content).toEqual([
      { type: 'text', text: 'What is this?' },
      { type: 'image_url', image_url: { url } },
    ]);
    expect(model.requests[1]?.messages[0]?.content).toMatch(/cannot see/);
    await see();
    expect(model.requests).toHaveLength(3);
  });

  test('what is refused for another reason is an error, told once', async () => {
    process.env.OPENAI_MODEL = 'other';
    await expect(
      ask((response) => refuse(response, { error: { message: 'The context is too long.', param: 'messages' } })),
    ).rejects.toThrow(/refused the request \(status 400\)/);
    expect(model.requests).toHaveLength(1);
  });
});

describe('a list of models falls through', () => {
  test.each([404, 429, 500, 503])('on %i', async (status) => {
    process.env.OPENAI_MODEL = 'first, second';
    const { text, model: answering } = await ask((response, n) =>
      n === 0 ? response.writeHead(status).end('{}') : chunks({ content: 'Second.' }, end())(response, n),
    );
    expect({ text, answering }).toEqual({ text: 'Second.', answering: 'second' });
    expect(model.requests.map((request) => request.model)).toEqual(['first', 'second']);
  });

  test('but not on a rejected key, and not once words were heard', async () => {
    process.env.OPENAI_MODEL = 'first,second';
    await expect(ask((response) => response.writeHead(401).end('{}'))).rejects.toThrow(/rejected the key/);
    expect(model.requests).toHaveLength(1);
    await expect(ask(chunks({ content: 'Half' }, { error: { code: 503 } }))).rejects.toThrow(/status 503/);
    expect(model.requests).toHaveLength(1);
  });

  test('to its end, whose failure is told', async () => {
    process.env.OPENAI_MODEL = 'first,second';
    await expect(ask((response, n) => response.writeHead(n === 0 ? 404 : 500).end('{}'))).rejects.toThrow(
      /failed \(status 500\)/,
    );
    expect(model.requests).toHaveLength(2);
  });
});

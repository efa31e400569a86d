import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Model, startModel } from '../../harness/model.ts';
import { askModel, chunks, end, type Write } from '../support/model-wire.ts';

let model: Model;
beforeAll(async () => {
  model = await startModel();
});
afterAll(() => model.stop());

const ask = (write: Write) => askModel(model, write);
const call = (more: object, fn: object = {}) => ({ tool_calls: [{ ...more, function: fn }] });

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

  test.each<[string, string, string, number]>([
    [
      'a stream',
      '',
      `data: ${JSON.stringify({ choices: [{ delta: { content: 'x'.repeat(10_000) } }] })}\n\n`,
      50_000_000,
    ],
    ['a line', 'data: {"x":"', 'x'.repeat(1_000_000), 100_000_000],
  ])('%s without an end is cut', async (what, start, piece, bytesMax) => {
    let open = true;
    let bytes = 0;
    const answer = ask((response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(start);
      response.on('close', () => {
        open = false;
      });
      const more = () => {
        while (open && bytes < 2 * bytesMax) {
          bytes += piece.length;
          if (!response.write(piece)) {
            response.once('drain', more);
            return;
          }
        }
        response.end();
      };
      more();
    });
    if (what === 'a line') await expect(answer).rejects.toThrow();
    else expect(await answer).toMatchObject({ truncated: true, text: 'x'.repeat(300_000) });
    expect(bytes).toBeLessThan(bytesMax);
  });
});

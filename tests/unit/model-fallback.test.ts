import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Model, startModel } from '../../harness/model.ts';
import { complete } from '../../lib/llm/client.ts';
import { askModel, chunks, end, type Write } from '../support/model-wire.ts';

let model: Model;
beforeAll(async () => {
  model = await startModel();
});
afterEach(() => {
  delete process.env.OPENAI_MODEL;
});
afterAll(() => model.stop());

const ask = (write: Write) => askModel(model, write);

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

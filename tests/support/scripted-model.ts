/** A language model whose every answer a test scripts: aimock speaks the provider's wire. */

import type { ServerResponse } from 'node:http';
import { type ChatCompletionRequest, type FixtureResponse, LLMock } from '@copilotkit/aimock';

/** What the model answers to the n-th request since the script began, counted from 0. */
export type Script = (request: ChatCompletionRequest, n: number) => FixtureResponse | Promise<FixtureResponse>;

export type ScriptedModel = {
  /** Every request since the script began, in order. */
  requests: ChatCompletionRequest[];
  /** Answers like this from now on. */
  answer(script: Script): void;
  /** Answers with these bytes from now on: what providers send and aimock does not know. */
  wire(write: (response: ServerResponse, n: number) => void): void;
  stop(): Promise<void>;
};

/** Starts one on a free port; the environment of the process is pointed at it once it has a script. */
export async function startScriptedModel(): Promise<ScriptedModel> {
  const requests: ChatCompletionRequest[] = [];
  let script: Script = () => ({ error: { message: 'no script' }, status: 500 });
  let write: (response: ServerResponse, n: number) => void = (response) => response.writeHead(500).end();
  const mock = new LLMock({ port: 0, host: '127.0.0.1', chunkSize: 2000 });
  mock.on({ predicate: () => true }, (request) => {
    requests.push(request);
    return script(request, requests.length - 1);
  });
  mock.mount('/wire', {
    async handleRequest(incoming, response) {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      requests.push(JSON.parse(Buffer.concat(chunks).toString()));
      write(response, requests.length - 1);
      return true;
    },
  });
  await mock.start();
  const pointAt = (path: string) => {
    requests.length = 0;
    process.env.OPENAI_API_KEY = 'test-key';
    process.env.OPENAI_BASE_URL = `${mock.url}${path}`;
  };
  return {
    requests,
    answer(wanted) {
      script = wanted;
      pointAt('/v1');
    },
    wire(wanted) {
      write = wanted;
      pointAt('/wire');
    },
    async stop() {
      delete process.env.OPENAI_BASE_URL;
      delete process.env.OPENAI_API_KEY;
      await mock.stop();
    },
  };
}

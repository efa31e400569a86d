/** A fake language model over HTTP: aimock speaks OpenAI's wire, and a test says what is answered. */

import type { ServerResponse } from 'node:http';
import { type ChatCompletionRequest, type Fixture, type FixtureResponse, LLMock } from '@copilotkit/aimock';

/**
 * One request to the model: its instructions, what was said up to the person's last message, oldest first, and the results
 * of the tools that were called for that message.
 */
export type Prompt = { system: string; said: string[]; results: string[]; tools: string[] };
export type Reply = Exclude<Fixture['response'], (...args: never) => unknown>;
/** Returns the answer to the n-th request since the script began, counted from 0. */
export type Script = (request: ChatCompletionRequest, n: number) => FixtureResponse | Promise<FixtureResponse>;

export type Model = {
  url: string;
  /** The variables that point the functions at it. */
  env: { OPENAI_BASE_URL: string; OPENAI_API_KEY: string };
  /** Points this process's environment at it until it stops. */
  use(): void;
  /** Answers the requests that `when` admits; a later rule comes before earlier ones. */
  reply(when: (prompt: Prompt) => boolean, answer: Reply, options?: Partial<Fixture>): void;
  /** Every prompt that was sent, oldest first. */
  prompts(): Prompt[];
  /** Every request since the last script began, in order. */
  requests: ChatCompletionRequest[];
  /** Answers whatever no rule admits by this script from now on, and is used by this process. */
  answer(script: Script): void;
  /** Answers with these bytes from now on, which providers send and aimock does not know; used by this process. */
  wire(write: (response: ServerResponse, n: number) => void): void;
  stop(): Promise<void>;
};

/** Starts a model on a free port. It fails every request until it is told what to answer. */
export async function startModel(): Promise<Model> {
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
  const env = { OPENAI_BASE_URL: `${mock.url}/v1`, OPENAI_API_KEY: 'test-key' };
  return {
    url: mock.url,
    env,
    use: () => void Object.assign(process.env, env),
    reply(when, response, options = {}) {
      mock.prependFixture({ match: { predicate: (request) => when(promptOf(request)) }, response, ...options });
    },
    prompts: () => mock.getRequests().flatMap(({ body }) => (body && 'messages' in body ? [promptOf(body)] : [])),
    requests,
    answer(wanted) {
      script = wanted;
      requests.length = 0;
      Object.assign(process.env, env);
    },
    wire(wanted) {
      write = wanted;
      requests.length = 0;
      Object.assign(process.env, env, { OPENAI_BASE_URL: `${mock.url}/wire` });
    },
    async stop() {
      for (const name of Object.keys(env)) delete process.env[name];
      await mock.stop();
    },
  };
}

type Request = { messages?: { role: string; content?: unknown }[]; tools?: { function: { name: string } }[] };

function promptOf({ messages = [], tools = [] }: Request): Prompt {
  const contentsOf = (...roles: string[]) =>
    messages.filter(({ role }) => roles.includes(role)).map(({ content }) => String(content ?? ''));
  const last = messages.findLastIndex(({ role }) => role === 'user');
  return {
    system: contentsOf('system').join('\n'),
    said: messages
      .slice(0, last + 1)
      .filter(({ role }) => role !== 'system')
      .map(({ content }) => String(content ?? '')),
    results: messages.slice(last + 1).flatMap(({ role, content }) => (role === 'tool' ? [String(content)] : [])),
    tools: tools.map((tool) => tool.function.name),
  };
}

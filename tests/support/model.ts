import { type Fixture, LLMock } from '@copilotkit/aimock';

/**
 * One request to the model: its instructions, what was said up to the person's last message, oldest first, and the results
 * of the tools that were called for that message.
 */
export type Prompt = { system: string; said: string[]; results: string[]; tools: string[] };
export type Reply = Exclude<Fixture['response'], (...args: never) => unknown>;

export type Model = {
  url: string;
  /** Answers the requests that `when` admits; a later rule comes before earlier ones. */
  reply(when: (prompt: Prompt) => boolean, answer: Reply, options?: Partial<Fixture>): void;
  /** Every prompt that was sent, oldest first. */
  prompts(): Prompt[];
  stop(): Promise<void>;
};

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

/** A real HTTP server that speaks OpenAI's wire, with this process's environment pointed at it until it stops. */
export async function startModel(): Promise<Model> {
  const mock = new LLMock({ port: 0, host: '127.0.0.1' });
  await mock.start();
  process.env.OPENAI_BASE_URL = `${mock.url}/v1`;
  return {
    url: mock.url,
    reply(when, response, options = {}) {
      mock.prependFixture({ match: { predicate: (request) => when(promptOf(request)) }, response, ...options });
    },
    prompts: () => mock.getRequests().flatMap(({ body }) => (body && 'messages' in body ? [promptOf(body)] : [])),
    async stop() {
      delete process.env.OPENAI_BASE_URL;
      await mock.stop();
    },
  };
}

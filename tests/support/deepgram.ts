import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type AgentSettings, ClientMessage } from './deepgram-messages.ts';

/** Behaviour of the token endpoint: gives a token, answers with a status, or never answers. */
export type TokenBehaviour = 'grant' | 'hang' | 'drop' | number;

export type FakeDeepgram = {
  url: string;
  apiKey: string;
  /** Sets how the next calls of the token endpoint go, in order; after them tokens are granted. */
  behave(...calls: TokenBehaviour[]): void;
  /** Every token that was granted, and every call of the token endpoint. */
  granted: string[];
  tokenCalls: number;
  /** Requests for an agent connection, granted or not. */
  agentCalls: number;
  /** The next agent connection that gets as far as Welcome. */
  connection(): Promise<AgentConnection>;
  stop(): Promise<void>;
};

/** The agent's end of one WebSocket. Anything that Deepgram would refuse ends it with an Error message and code 1008. */
export type AgentConnection = {
  /** The settings that were applied. */
  settings(): Promise<AgentSettings>;
  /** Tells the browser what the person said, as the agent's events do. */
  hear(content: string): void;
  /** Asks for functions in one event; resolves with what each was answered. */
  call(...calls: { name: string; arguments: string }[]): Promise<string[]>;
  say(content: string): void;
  /** Returns what the browser has the agent say next, in order: the agent says it. */
  injected(): Promise<string>;
  /** Sends sound for the person to hear. */
  speak(samples: Int16Array<ArrayBuffer>): void;
  /** Resolves when sound of the person's has come. */
  listened: Promise<void>;
  closed: Promise<void>;
};

/**
 * A server that speaks Deepgram's token endpoint (`POST /v1/auth/grant`) and the Voice Agent's WebSocket
 * (`/v1/agent/converse`) on 127.0.0.1, and refuses whatever the real one would.
 */
export async function startDeepgram(): Promise<FakeDeepgram> {
  const apiKey = `key-${randomUUID()}`;
  const planned: TokenBehaviour[] = [];
  const granted: string[] = [];
  const unused = new Set<string>();
  const connections = queue<AgentConnection>();
  const fake = { tokenCalls: 0, agentCalls: 0 };

  const server = createServer((request, response) => void answerToken(request, response));
  const sockets = new WebSocketServer({
    noServer: true,
    handleProtocols: (offered) => (offered.has('bearer') ? 'bearer' : false),
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    fake.agentCalls += 1;
    const [scheme, token, ...more] = (request.headers['sec-websocket-protocol'] ?? '').split(/,\s*/);
    const admitted = scheme === 'bearer' && token !== undefined && more.length === 0 && unused.delete(token);
    if (request.url !== '/v1/agent/converse' || !admitted) {
      socket.end(`HTTP/1.1 ${admitted ? '404 Not Found' : '401 Unauthorized'}\r\nConnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      connections.put(converse(webSocket));
    });
  });

  async function answerToken(request: IncomingMessage, response: ServerResponse) {
    const send = (status: number, body: object) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    let text = '';
    for await (const chunk of request) text += String(chunk);
    if (request.method !== 'POST' || request.url !== '/v1/auth/grant') return send(404, { err_msg: 'Not found' });
    fake.tokenCalls += 1;
    const behaviour = planned.shift() ?? 'grant';
    if (behaviour === 'hang') return;
    if (behaviour === 'drop') return request.socket.destroy();
    if (behaviour !== 'grant') return send(behaviour, { err_code: 'ERROR', err_msg: 'as planned' });
    if (request.headers.authorization !== `Token ${apiKey}`) {
      return send(401, { err_code: 'INVALID_AUTH', err_msg: 'Invalid credentials.' });
    }
    const { ttl_seconds = 30, ...rest }: { ttl_seconds?: number } = text ? JSON.parse(text) : {};
    if (!Number.isInteger(ttl_seconds) || ttl_seconds < 1 || ttl_seconds > 3600 || Object.keys(rest).length) {
      return send(400, { err_code: 'Bad Request', err_msg: 'ttl_seconds must be 1 to 3600.' });
    }
    const token = `eyJ.${randomUUID()}.fake`;
    granted.push(token);
    unused.add(token);
    setTimeout(() => unused.delete(token), ttl_seconds * 1000).unref();
    return send(200, { access_token: token, expires_in: ttl_seconds });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    apiKey,
    behave: (...calls) => planned.push(...calls),
    granted,
    get tokenCalls() {
      return fake.tokenCalls;
    },
    get agentCalls() {
      return fake.agentCalls;
    },
    connection: connections.take,
    async stop() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Hands things over in order to whoever waits for them. */
function queue<Item>(): { put(item: Item): void; take(): Promise<Item> } {
  const items: Item[] = [];
  const waiting: ((item: Item) => void)[] = [];
  return {
    put(item) {
      const next = waiting.shift();
      if (next) next(item);
      else items.push(item);
    },
    take: () => {
      const [item] = items.splice(0, 1);
      return item === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(item);
    },
  };
}

type Asked = { id: string; name: string; answer: (content: string) => void };

function converse(socket: WebSocket): AgentConnection {
  const send = (message: object) => socket.send(JSON.stringify(message));
  const applied = Promise.withResolvers<AgentSettings>();
  const closed = Promise.withResolvers<void>();
  const listened = Promise.withResolvers<void>();
  const asked = new Map<string, Asked>();
  const injections = queue<string>();
  let hasSettings = false;
  // A rejection that nobody waits for is not an error of its own: the connection has ended with the reason.
  applied.promise.catch(() => {});

  const say = (content: string) => {
    send({ type: 'ConversationText', role: 'assistant', content });
    send({ type: 'AgentAudioDone' });
  };
  const refuse = (code: string, description: string) => {
    send({ type: 'Error', code, description });
    applied.reject(new Error(`${code}: ${description}`));
    socket.close(1008, code);
  };
  socket.on('close', () => closed.resolve());
  socket.on('message', (data, isBinary) => {
    if (isBinary) {
      if (!hasSettings) refuse('AUDIO_BEFORE_SETTINGS', 'Send Settings before audio.');
      else if (Buffer.isBuffer(data) && data.byteLength > 0) listened.resolve();
      return;
    }
    const parsed = ClientMessage.safeParse(readJson(data.toString()));
    if (!parsed.success) return refuse('UNPARSABLE_CLIENT_MESSAGE', parsed.error.message);
    const message = parsed.data;
    if (message.type === 'KeepAlive') return;
    if (message.type === 'Settings') {
      if (hasSettings) return refuse('SETTINGS_ALREADY_APPLIED', 'Settings are sent once.');
      hasSettings = true;
      applied.resolve(message);
      return send({ type: 'SettingsApplied' });
    }
    if (!hasSettings) return refuse('SETTINGS_REQUIRED', 'The first message must be Settings.');
    if (message.type === 'InjectAgentMessage') {
      say(message.message);
      return injections.put(message.message);
    }
    const call = asked.get(message.id);
    if (call?.name !== message.name) return refuse('UNKNOWN_FUNCTION_CALL', `Nobody asked for ${message.id}.`);
    asked.delete(message.id);
    call.answer(message.content);
  });
  send({ type: 'Welcome', request_id: randomUUID() });

  return {
    settings: () => applied.promise,
    hear(content) {
      send({ type: 'UserStartedSpeaking' });
      send({ type: 'ConversationText', role: 'user', content, languages: ['en'] });
    },
    call(...calls) {
      const functions = calls.map((each) => ({ id: `call_${randomUUID()}`, client_side: true, ...each }));
      const answers = functions.map(
        ({ id, name }) => new Promise<string>((answer) => asked.set(id, { id, name, answer })),
      );
      send({ type: 'FunctionCallRequest', functions });
      return Promise.all(answers);
    },
    say,
    injected: injections.take,
    speak: (samples) => socket.send(Buffer.from(samples.buffer)),
    listened: listened.promise,
    closed: closed.promise,
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Fate of a request: it passes, is answered with a status (and a text), is never answered, is cut off before or
 * after it arrived, or arrives twice.
 */
export type Fault =
  | 'pass'
  | 'hang'
  | 'drop'
  | 'drop-answer'
  | 'twice'
  | { status: number; text?: string; type?: string };

export type FaultProxy = {
  url: string;
  /** Decides for each request; it sees its method, path and body. */
  decide: (request: { method: string; path: string; body: string }) => Fault | Promise<Fault>;
  /** Decides, once a request has been answered, whether the answer is lost. */
  losesAnswer: (request: { method: string; path: string }) => boolean;
  /** Target of the requests that pass. */
  target: string;
  /** Requests that came, and those of them that were not passed on as they were. */
  seen: number;
  faults: number;
  /** TCP connections that were made. */
  connections: number;
  stop(): Promise<void>;
};

/** A server on 127.0.0.1 in front of another, at which requests go wrong as told. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${port}`,
    decide: () => 'pass',
    losesAnswer: () => false,
    target,
    seen: 0,
    faults: 0,
    connections: 0,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  server.on('connection', () => {
    proxy.connections += 1;
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk);
    } catch {
      return;
    }
    const body = Buffer.concat(chunks);
    const [method, path] = [request.method ?? 'GET', request.url ?? '/'];
    proxy.seen += 1;
    const fault = await proxy.decide({ method, path, body: body.toString() });
    if (fault !== 'pass') proxy.faults += 1;
    if (fault === 'hang') return;
    if (fault === 'drop') {
      request.socket.destroy();
      return;
    }
    if (typeof fault === 'object') {
      response.writeHead(fault.status, { 'Content-Type': fault.type ?? 'text/plain' }).end(fault.text ?? 'as planned');
      return;
    }
    const ownHop = ['host', 'connection', 'content-length', 'transfer-encoding', 'keep-alive', 'expect', 'upgrade'];
    const headers = Object.entries(request.headers).filter(([name]) => !ownHop.includes(name));
    const forward = () =>
      fetch(`${proxy.target}${path}`, {
        method,
        headers: headers.map(([name, value]): [string, string] => [name, String(value)]),
        redirect: 'manual',
        // Longer than a step takes in a test.
        signal: AbortSignal.timeout(120_000),
        ...(body.length > 0 ? { body } : {}),
      });
    try {
      const [answer] = await Promise.all(fault === 'twice' ? [forward(), forward()] : [forward()]);
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (fault === 'drop-answer' || proxy.losesAnswer({ method, path })) {
        request.socket.destroy();
        return;
      }
      const kept = [...answer.headers].filter(
        ([name]) => !/^(content-encoding|content-length|transfer-encoding|connection)$/.test(name),
      );
      response.writeHead(answer.status, Object.fromEntries(kept)).end(bytes);
    } catch {
      request.socket.destroy();
    }
  }
  return proxy;
}

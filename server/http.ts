import { createServer, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { log } from '../lib/log.ts';
import { refuseMalformed } from './malformed-request.ts';
import { plainProblem } from './problem.ts';
import { createRouter } from './router.ts';
import { createStaticFiles } from './static-files.ts';

export type HttpServer = {
  url: string;
  /** Resolves when the work that followed the answers so far has ended. */
  idle(): Promise<void>;
  /**
   * Takes no new requests, lets those that run and the work that follows answers end, and breaks off what is left after
   * `graceMs`. Streams are broken off at once: their readers come back for the rest. Safe to call twice.
   */
  stop(): Promise<void>;
};

export type HttpServerOptions = {
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** The time that running requests have when the server stops, in milliseconds. */
  graceMs: number;
  /** Returns the answer to a request that is not to be served at all. */
  refuse?: (request: Request) => Response | undefined;
  /** Returns the request that a function gets in place of the one that came, or the answer to give without asking it. */
  prepare?: (request: Request) => Promise<Request | Response>;
};

/** Serves every function under api/ and the files in public/ as a host would: what vercel.json says holds here. */
export async function startServer(options: HttpServerOptions): Promise<HttpServer> {
  const [find, staticFile] = await Promise.all([createRouter(), createStaticFiles()]);
  /** Requests that a stop waits for, and the work that follows answers. */
  const requests = new Map<ServerResponse, PromiseWithResolvers<void>>();
  const pending = new Set<Promise<unknown>>();
  const forget = (response: ServerResponse) => {
    requests.get(response)?.resolve();
    requests.delete(response);
  };
  let stopping: Promise<void> | undefined;
  const waitUntil = (work: Promise<unknown>) => {
    pending.add(work);
    void work.finally(() => pending.delete(work)).catch(() => {});
  };

  async function answer(received: Request): Promise<Response> {
    if (stopping) return plainProblem(503, 'unavailable', 'This server is stopping. Try again in a moment.');
    const incoming = standardRequest(received);
    const refusal = options.refuse?.(incoming);
    if (refusal) return refusal;
    const { pathname } = new URL(incoming.url);
    const serverless = await find(pathname);
    if (!serverless)
      return (await staticFile(incoming)) ?? plainProblem(404, 'not_found', 'There is nothing at this path.');
    const request = options.prepare ? await options.prepare(incoming) : incoming;
    return request instanceof Response ? request : serverless.fetch(request, { waitUntil });
  }

  const listener = getRequestListener(
    async (received, { outgoing }) => {
      const response = await answer(received);
      if (outgoing instanceof ServerResponse) {
        if (stopping) outgoing.shouldKeepAlive = false;
        if (response.headers.get('Content-Type')?.startsWith('text/event-stream')) forget(outgoing);
      }
      return response;
    },
    { overrideGlobalObjects: false },
  );
  // Longer than clients and proxies keep an idle connection, so that none is closed under a request that is on its way.
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    if (refuseMalformed(request, response)) return;
    requests.set(response, Promise.withResolvers());
    response.once('close', () => forget(response));
    void listener(request, response);
  });
  // Node.js would close the connection without a word.
  server.on('connect', ({ method = 'CONNECT' }, socket) => {
    socket.end(`HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\n\r\n${method} is not possible here.\n`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;

  async function end(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const response of requests.keys()) response.shouldKeepAlive = false;
    const overdue = new Promise((resolve) => setTimeout(resolve, options.graceMs, 'overdue').unref());
    // A request that ends may leave work behind.
    while (requests.size + pending.size > 0) {
      const ended = Promise.allSettled([...[...requests.values()].map(({ promise }) => promise), ...pending]);
      if ((await Promise.race([ended, overdue])) === 'overdue') break;
    }
    if (requests.size + pending.size > 0) {
      log.warn(
        { requests: requests.size, work: pending.size },
        'the time to stop was up: what still ran was broken off',
      );
    }
    server.closeAllConnections();
    await closed;
  }

  return {
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    async idle() {
      await Promise.allSettled([...pending]);
    },
    stop() {
      stopping ??= end();
      return stopping;
    },
  };
}

/**
 * Makes a real Request of the listener's: `new Request(it)` fails, and it has a body even where none was sent. Its address is
 * the one that the caller used, where a proxy ended https before this server and says so.
 */
function standardRequest({ url, method, headers, signal, body }: Request): Request {
  const sent = headers.has('transfer-encoding') || Number(headers.get('content-length')) > 0;
  const address = headers.get('x-forwarded-proto') === 'https' ? url.replace(/^http:/, 'https:') : url;
  return new Request(address, { method, headers, signal, ...(sent && body ? { body, duplex: 'half' } : {}) });
}

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { isAllowedOrigin } from '../lib/config.ts';
import type { Impersonate } from './impersonation.ts';
import { refuseMalformed } from './malformed-request.ts';
import { plainProblem } from './problem.ts';
import { createRouter } from './router.ts';

export type ApiServer = { url: string; idle(): Promise<void>; stop(): Promise<void> };

const contentTypes: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  webmanifest: 'application/manifest+json',
};

/**
 * Serves every function under api/ and the files in public/ on 127.0.0.1, as a host would.
 *
 * Requests with a foreign Host or Origin are refused: a web page can reach this server neither under a name of its own (DNS
 * rebinding) nor from its own address. `impersonate`, where given, adds a token to a request without one.
 */
export async function startApi(options: { port: number; impersonate?: Impersonate }): Promise<ApiServer> {
  const find = await createRouter();
  const pending = new Set<Promise<unknown>>();
  const waitUntil = (work: Promise<unknown>) => {
    pending.add(work);
    void work.finally(() => pending.delete(work)).catch(() => {});
  };

  async function answer(received: Request): Promise<Response> {
    const incoming = standardRequest(received);
    const stranger = refuseStranger(incoming.headers);
    if (stranger) return stranger;
    const { pathname } = new URL(incoming.url);
    const serverless = await find(pathname);
    if (!serverless)
      return (await staticFile(pathname)) ?? plainProblem(404, 'not_found', 'There is nothing at this path.');
    const request = options.impersonate ? await options.impersonate(incoming) : incoming;
    return request instanceof Response ? request : serverless.fetch(request, { waitUntil });
  }

  const listener = getRequestListener(answer, { overrideGlobalObjects: false });
  const server = createServer((request, response) => {
    if (!refuseMalformed(request, response)) void listener(request, response);
  });
  // Node.js would close the connection without a word.
  server.on('connect', ({ method = 'CONNECT' }, socket) => {
    socket.end(`HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\n\r\n${method} is not possible here.\n`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    async idle() {
      await Promise.allSettled([...pending]);
    },
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      await Promise.race([
        Promise.allSettled([...pending]),
        new Promise((resolve) => setTimeout(resolve, 2_000).unref()),
      ]);
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Refuses requests that name another server, or come from a page of another one. A page of this machine may call. */
function refuseStranger(headers: Headers): Response | undefined {
  const origin = headers.get('origin');
  const isOurs = (address: string) => ['localhost', '127.0.0.1'].includes(URL.parse(address)?.hostname ?? '');
  if (!isOurs(`http://${headers.get('host')}`)) {
    return plainProblem(403, 'forbidden', 'This server answers to localhost and 127.0.0.1 only.');
  }
  if (origin !== null && !isOurs(origin) && !isAllowedOrigin(origin)) {
    return plainProblem(
      403,
      'forbidden',
      'This server answers to pages of this machine only. CORS_ORIGINS adds others.',
    );
  }
  return undefined;
}

/** Makes a real Request of the listener's: `new Request(it)` fails, and it has a body even where none was sent. */
function standardRequest({ url, method, headers, signal, body }: Request): Request {
  const sent = headers.has('transfer-encoding') || Number(headers.get('content-length')) > 0;
  return new Request(url, { method, headers, signal, ...(sent && body ? { body, duplex: 'half' } : {}) });
}

async function staticFile(pathname: string): Promise<Response | null> {
  if (!/^(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\/?$/.test(pathname)) return null;
  const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  for (const candidate of [path, `${path}/index.html`]) {
    const content = await readFile(new URL(`../public${candidate}`, import.meta.url)).catch(() => null);
    if (content) {
      const type = contentTypes[candidate.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
      // As vercel.json has it for files.
      return new Response(new Uint8Array(content), {
        headers: { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff', 'X-Frame-Options': 'DENY' },
      });
    }
  }
  return null;
}

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Impersonate } from './impersonation.ts';
import { plainProblem } from './problem.ts';
import { createRouter } from './router.ts';

export type ApiServer = { url: string; settled(): Promise<void>; stop(): Promise<void> };

const contentTypes: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/**
 * Serves every function under api/ and the files in public/ on 127.0.0.1, as a host would.
 *
 * Requests with a foreign Host header are refused, so that a web page cannot reach this server under a name of its own
 * (DNS rebinding). `impersonate`, where given, lends a request without a token one.
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
    const host = (incoming.headers.get('host') ?? '').replace(/:\d+$/, '');
    if (host !== 'localhost' && host !== '127.0.0.1') {
      return plainProblem(403, 'forbidden', 'This server answers to localhost and 127.0.0.1 only.');
    }
    const { pathname } = new URL(incoming.url);
    const serverless = await find(pathname);
    if (!serverless)
      return (await staticFile(pathname)) ?? plainProblem(404, 'not_found', 'There is nothing at this path.');
    const request = options.impersonate ? await options.impersonate(incoming) : incoming;
    return request instanceof Response ? request : serverless.fetch(request, { waitUntil });
  }

  const server = createServer(getRequestListener(answer, { overrideGlobalObjects: false }));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    async settled() {
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

/** The listener's request only looks like one: `new Request(it)` fails, and it has a body even where none was sent. */
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

/**
 * Stands in for Vercel in a process of its own: `node vercel-host.ts <manifest.json>`. Serves built functions as Vercel's
 * launcher does (default export, original URL, waitUntil by the request context), finding them by file first and through
 * vercel.json's rewrites else. Sends its URL to its parent when it is ready.
 */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';

type Handler = { fetch(request: Request): Response | Promise<Response> };
/** Handlers by path, such as `/api/goals`, and the rewrites that lead to them. */
export type Manifest = { handlers: Record<string, string>; rewrites: { source: string; destination: string }[] };

const manifest: Manifest = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8'));
const handlers = new Map<string, Handler>();
for (const [path, file] of Object.entries(manifest.handlers)) {
  const module: { default: Handler } = await import(file);
  handlers.set(path, module.default);
}

Object.assign(globalThis, {
  [Symbol.for('@vercel/request-context')]: {
    get: () => ({ waitUntil: (work: Promise<unknown>) => void work.catch(() => {}) }),
  },
});

const rewrites = manifest.rewrites.map(({ source, destination }) => ({
  pattern: new URLPattern({ pathname: source }),
  destination,
}));

function find(pathname: string): Handler | undefined {
  const known = handlers.get(pathname);
  if (known) return known;
  return handlers.get(rewrites.find(({ pattern }) => pattern.test({ pathname }))?.destination ?? '');
}

const server = createServer(
  // With the global Request overridden, which functions make new ones with.
  getRequestListener(
    (request) => find(new URL(request.url).pathname)?.fetch(request) ?? new Response('NOT_FOUND', { status: 404 }),
  ),
);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') process.send?.(`http://127.0.0.1:${address.port}`);
});

/**
 * The baseline that the API's requests are divided by, in a process of its own: `node baseline.ts <calls.json>`. A bare node:http
 * server that makes, for each request, the PostgREST call that the API makes for it, and hands on what comes back. Sends
 * its URL to its parent when it is ready.
 */

import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Agent, createServer, request } from 'node:http';
import type { Call } from './measure.ts';

/** The PostgREST call of each `METHOD /path`; the text `<new id>` in a body is a new one each time. */
type Baseline = { databaseUrl: string; calls: Record<string, Call> };

const { databaseUrl, calls }: Baseline = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8'));
const { hostname, port } = new URL(databaseUrl);
const agent = new Agent({ keepAlive: true });

const server = createServer((incoming, outgoing) => {
  const call = calls[`${incoming.method} ${incoming.url}`];
  if (!call) {
    outgoing.writeHead(404).end();
    return;
  }
  incoming.resume();
  incoming.on('end', () => {
    const body = call.body?.replaceAll('<new id>', randomUUID());
    const headers = {
      ...call.headers,
      authorization: incoming.headers.authorization ?? '',
      ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
    };
    const upstream = request({ agent, hostname, port, method: call.method, path: call.path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, { 'content-type': 'application/json' });
      answer.pipe(outgoing);
    });
    upstream.on('error', () => outgoing.writeHead(502).end());
    upstream.end(body);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') process.send?.(`http://127.0.0.1:${address.port}`);
});

import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Call } from './measure.ts';

/** Headers about the transport of a request, which are not recorded. */
const hopHeaders = new Set(['host', 'connection', 'content-length', 'accept-encoding', 'authorization']);

/** Stands between the API and its database and writes down the calls of `/rest/v1` that pass. */
export async function startRecorder(databaseUrl: string) {
  const calls: Call[] = [];
  const target = new URL(databaseUrl);
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = 'GET', url: path = '/' } = incoming;
      const body = Buffer.concat(chunks);
      if (path.startsWith('/rest/v1')) {
        const headers = Object.fromEntries(
          Object.entries(incoming.headers).flatMap(([name, value]) =>
            hopHeaders.has(name) ? [] : [[name, String(value)]],
          ),
        );
        calls.push({ method, path, headers, ...(body.length ? { body: body.toString() } : {}) });
      }
      const { hostname, port } = target;
      const upstream = request({ hostname, port, method, path, headers: incoming.headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      upstream.on('error', () => outgoing.writeHead(502).end());
      upstream.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Passes requests on to PostgREST. */

import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';

const ANSWER_WITHIN_MS = 60_000;
/** PostgREST closes a connection that is idle for 30 s; ours go first, so that none closes under a request. */
const IDLE_MS = 10_000;
const MAX_CONNECTIONS = 64;

export interface RestProxy {
  /** Answers `request` with what PostgREST says to it, both bodies streamed. */
  forward(request: IncomingMessage, response: ServerResponse, to: { path: string; token: string }): void;
  close(): void;
}

/** Returns a proxy to the PostgREST on `port` of this machine. It answers 503 when that is gone, 504 when it is silent. */
export function createRestProxy(port: number): RestProxy {
  const agent = new http.Agent({ keepAlive: true, maxSockets: MAX_CONNECTIONS, timeout: IDLE_MS });
  return {
    close: () => agent.destroy(),
    forward(request, response, { path, token }) {
      const { connection: _ours, ...headers } = request.headers;
      const upstream = http.request(
        {
          agent,
          host: '127.0.0.1',
          port,
          path,
          method: request.method,
          headers: { ...headers, host: `127.0.0.1:${port}`, authorization: `Bearer ${token}` },
        },
        (answer) => {
          const { connection: _theirs, ...answerHeaders } = answer.headers;
          response.writeHead(answer.statusCode ?? 502, answerHeaders);
          pipeline(answer, response, () => {});
        },
      );
      upstream.setTimeout(ANSWER_WITHIN_MS, () => {
        refuse(response, 504, 'The database did not answer in time');
        upstream.destroy();
      });
      upstream.on('error', (cause: NodeJS.ErrnoException) => {
        // The rest of the body must be read, or the connection's next request never is.
        request.resume();
        const isGone = cause.code === 'ECONNREFUSED';
        refuse(response, isGone ? 503 : 502, isGone ? 'PostgREST is not running' : 'PostgREST broke off');
      });
      response.once('close', () => {
        if (!response.writableFinished) upstream.destroy();
      });
      // Not `pipeline`: that would tear down the client's connection before it can be told why.
      request.pipe(upstream);
    },
  };
}

function refuse(response: ServerResponse, status: number, message: string): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ code: null, message, details: null, hint: null }));
}

import http from 'node:http';
import https from 'node:https';

/** Below what Supabase's gateway waits for: a connection that it closes is not taken for the next query. */
const idleMs = 4_000;
const agents = {
  'http:': { module: http, agent: new http.Agent({ keepAlive: true, timeout: idleMs }) },
  'https:': { module: https, agent: new https.Agent({ keepAlive: true, timeout: idleMs }) },
};

/**
 * What `fetch` does for a query, with half its work: a text is sent and a text comes back, over connections that are kept.
 * @throws TypeError where there is no connection, with its cause; the signal's reason once that aborts; as `fetch` does
 */
export function fetchKeptAlive(input: Parameters<typeof fetch>[0], init: RequestInit = {}): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : input);
  const { module, agent } = agents[url.protocol === 'https:' ? 'https:' : 'http:'];
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const fail = (cause: Error) =>
    reject(init.signal?.aborted ? init.signal.reason : new TypeError('fetch failed', { cause }));
  const request = module.request(url, {
    agent,
    method: init.method ?? 'GET',
    headers: Object.fromEntries(new Headers(init.headers)),
    ...(init.signal ? { signal: init.signal } : {}),
  });
  request.on('error', fail);
  request.on('response', (answer) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('error', fail);
    answer.on('end', () => {
      const { statusCode: status = 502, statusMessage: statusText = '' } = answer;
      // These have no body by definition, and `Response` insists on it.
      const body = status === 204 || status === 205 || status === 304 ? null : Buffer.concat(chunks).toString();
      const contentRange = answer.headers['content-range'];
      resolve(
        new Response(body, {
          status,
          statusText,
          ...(contentRange ? { headers: { 'Content-Range': contentRange } } : {}),
        }),
      );
    });
  });
  request.end(typeof init.body === 'string' ? init.body : undefined);
  return promise;
}

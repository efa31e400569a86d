import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Refuses what the Request class cannot hold (TRACE), and addresses in the form that only proxies are sent (RFC 9112, 3.2.2).
 * @returns whether it has answered
 */
export function refuseMalformed({ method, url = '' }: IncomingMessage, response: ServerResponse): boolean {
  const words =
    method === 'TRACE'
      ? 'TRACE is not possible here.'
      : url.startsWith('/') || (method === 'OPTIONS' && url === '*')
        ? undefined
        : 'The address must be a path, such as /health.';
  if (words === undefined) return false;
  const status = method === 'TRACE' ? 405 : 400;
  response.writeHead(status, { 'Content-Type': 'text/plain', Connection: 'close' }).end(`${words}\n`);
  return true;
}

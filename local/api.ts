import { isAllowedOrigin } from '../lib/config.ts';
import { type HttpServer, startServer } from '../server/http.ts';
import { plainProblem } from '../server/problem.ts';
import type { Impersonate } from './impersonation.ts';

export type ApiServer = HttpServer;

/**
 * Serves every function under api/ and the files in public/ on 127.0.0.1, as a host would.
 *
 * Requests with a foreign Host or Origin are refused: a web page can reach this server neither under a name of its own (DNS
 * rebinding) nor from its own address. `impersonate`, where given, adds a token to a request without one.
 */
export function startApi({ port, impersonate }: { port: number; impersonate?: Impersonate }): Promise<ApiServer> {
  return startServer({
    host: '127.0.0.1',
    port,
    graceMs: 2_000,
    refuse: refuseStranger,
    ...(impersonate ? { prepare: impersonate } : {}),
  });
}

/** Refuses requests that name another server, or come from a page of another one. A page of this machine may call. */
function refuseStranger({ headers }: Request): Response | undefined {
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

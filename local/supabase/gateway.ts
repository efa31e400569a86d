/** The URLs of a Supabase project, `/rest/v1` and `/auth/v1`, on one port of this machine, and the mails at `/mail`. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Pool } from 'pg';
import { createFairQueue } from '../../lib/http/fair-queue.ts';
import { Problem } from '../../lib/problem.ts';
import { refuseMalformed } from '../../server/malformed-request.ts';
import { AuthError } from './auth/error.ts';
import { createMailbox } from './auth/mailbox.ts';
import type { AuthAnswer } from './auth/request.ts';
import { answerAuth, needsNoKey } from './auth/routes.ts';
import { createTokens, type Keys, publicJwks, type Tokens } from './keys.ts';
import { answerMail } from './mail-page.ts';
import { isCode } from './processes.ts';
import { createRestProxy } from './rest-proxy.ts';

const LARGEST_AUTH_BODY = 100_000;

export interface GatewayOptions {
  /** Default: a free one. */
  port?: number;
  keys: Keys;
  /** Connections to the database as its superuser, for the tables in `auth`. */
  pool: Pool;
  restPort: number;
  /** The page that links in mails lead back to. Default: the API's usual address. */
  siteUrl?: string;
  /** Hears of each request but CORS preflights, so that tests can count round trips. */
  onRequest?: (method: string, path: string) => void;
}

export interface Gateway {
  /** The project's URL for clients, such as `http://127.0.0.1:54321`. */
  readonly url: string;
  readonly tokens: Tokens;
  /** Breaks open connections off; safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts the gateway on 127.0.0.1.
 * @throws when the port is taken
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { port = 0, keys, pool, restPort, siteUrl = 'http://127.0.0.1:3000', onRequest } = options;
  const rest = createRestProxy(restPort);
  // Longer than clients keep an idle connection, so that none is closed under a request that is on its way.
  const server = createServer({ keepAliveTimeout: 65_000 });
  const url = `http://127.0.0.1:${await listen(server, port)}`;
  const tokens = await createTokens(keys, `${url}/auth/v1`);
  const mailbox = createMailbox();
  const project = { pool, tokens, mailbox, siteUrl };
  const personOf = rememberPeople(tokens);
  const takeTurn = createFairQueue();

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (refuseMalformed(request, response)) return;
    allowBrowsers(request, response);
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    const { method = 'GET', url: target = '/' } = request;
    // Not as a relative address: "//" would name a server.
    const { pathname, searchParams } = new URL(`${url}${target}`);
    onRequest?.(method, pathname);
    if (pathname === '/mail') {
      answerMail(request, response, mailbox.mails());
      return;
    }
    const answer = async () => {
      if (pathname === '/auth/v1/.well-known/jwks.json') return send(response, { status: 200, body: publicJwks(keys) });
      if (pathname === '/auth/v1/health') return send(response, { status: 200, body: HEALTH });
      const authPath = pathname.startsWith('/auth/v1/') ? pathname.slice('/auth/v1'.length) : undefined;
      const isOpen = authPath !== undefined && needsNoKey(method, authPath);
      const bearer = isOpen ? '' : await bearerOf(request, keys, tokens);
      if (pathname.startsWith('/rest/v1')) {
        const person = await personOf(bearer);
        if (person) endWith(response, await takeTurn(person));
        rest.forward(request, response, { path: target.slice('/rest/v1'.length) || '/', token: bearer });
      } else if (authPath !== undefined) {
        const body = await readBody(request);
        send(response, await answerAuth(project, { method, path: authPath, query: searchParams, body, bearer }));
      } else {
        send(response, {
          status: 404,
          body: { message: 'The embedded Supabase has /rest/v1, /auth/v1 and /mail only' },
        });
      }
    };
    answer().catch((cause: unknown) => send(response, failure(cause)));
  });

  let stopping: Promise<void> | undefined;
  return {
    url,
    tokens,
    stop() {
      stopping ??= new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        rest.close();
      });
      return stopping;
    },
  };
}

const HEALTH = { name: 'GoTrue', version: 'embedded', description: 'The embedded Supabase Auth' };

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        isCode(cause, 'EADDRINUSE')
          ? new Error(`Port ${port} is in use: set SUPABASE_PORT to another`, { cause })
          : cause,
      ),
    );
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address && typeof address === 'object') resolve(address.port);
    });
  });
}

/**
 * Returns who asks: the token of the request, or where it has none, or an API key in its place (supabase-js sends the key as
 * Bearer too), a token of the key's role.
 */
async function bearerOf(request: IncomingMessage, keys: Keys, tokens: Tokens): Promise<string> {
  const roles = new Map([
    [keys.publishableKey, 'anon' as const],
    [keys.secretKey, 'service_role' as const],
  ]);
  const apiKey = request.headers.apikey;
  if (!apiKey) throw new GatewayRefusal('No API key found in request', 'No `apikey` request header was found.');
  const keyRole = roles.get(String(apiKey));
  if (!keyRole) throw new GatewayRefusal('Invalid API key', 'Use the publishable or the secret key of this project.');
  const [, bearer] = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (!bearer) return tokens.ofRole(keyRole);
  const bearerRole = roles.get(bearer);
  return bearerRole ? tokens.ofRole(bearerRole) : bearer;
}

/** Returns whose a token is, for the latest thousand tokens without checking them again; undefined for no person's. */
function rememberPeople(tokens: Tokens): (bearer: string) => Promise<string | undefined> {
  const known = new Map<string, string>();
  return async (bearer) => {
    const remembered = known.get(bearer);
    if (remembered) return remembered;
    // One that is not good is refused by PostgREST, before it does any work.
    const person = await tokens.verify(bearer).then(
      ({ sub }) => sub,
      () => undefined,
    );
    const oldest = known.size >= 1_000 ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    if (person) known.set(bearer, person);
    return person;
  };
}

/** Ends a turn with its answer, also where the client has gone already. */
function endWith(response: ServerResponse, endTurn: () => void): void {
  if (response.closed) endTurn();
  else response.once('close', endTurn);
}

class GatewayRefusal extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

function failure(cause: unknown): AuthAnswer {
  if (cause instanceof GatewayRefusal) return { status: 401, body: { message: cause.message, hint: cause.hint } };
  if (cause instanceof AuthError) {
    const { status, code, message, details } = cause;
    return { status, body: { code: status, error_code: code, msg: message, ...details } };
  }
  if (cause instanceof Problem) return { status: 429, body: { code: cause.code, message: cause.message } };
  const detail = cause instanceof Error ? cause.message : String(cause);
  return { status: 500, body: { code: 500, error_code: 'unexpected_failure', msg: detail } };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Read to its end in any case: leaving early would leave the connection's next request unread.
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes <= LARGEST_AUTH_BODY) chunks.push(chunk);
  }
  if (bytes > LARGEST_AUTH_BODY) {
    throw new AuthError(413, 'request_too_large', `The body is over ${LARGEST_AUTH_BODY} bytes`);
  }
  if (bytes === 0) return undefined;
  const text = Buffer.concat(chunks).toString();
  if (text.includes('\\u0000')) throw new AuthError(400, 'bad_json', 'PostgreSQL holds no text with a NUL character');
  try {
    return JSON.parse(text);
  } catch {
    throw new AuthError(400, 'bad_json', 'Could not parse request body as JSON');
  }
}

/** Frontends call a project straight from the browser; what guards it is the API key. */
function allowBrowsers(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-expose-headers', 'Content-Range, Content-Location, Link, X-Total-Count');
  if (request.method !== 'OPTIONS') return;
  response.setHeader('access-control-allow-methods', 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS');
  response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*');
  response.setHeader('access-control-max-age', '600');
}

function send(response: ServerResponse, { status, body, headers }: AuthAnswer): void {
  if (response.headersSent) return;
  response.writeHead(status, { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

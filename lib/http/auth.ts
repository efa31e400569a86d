import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { createRemoteJWKSet, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { authConfig } from '../config.ts';
import { Problem } from '../problem.ts';
import { checkJsonBody, takesBody } from './body.ts';
import { createFairQueue, type TakeTurn } from './fair-queue.ts';
import { idempotency } from './idempotency.ts';
import { type Bearer, cachedToken, cacheToken } from './token-cache.ts';

const asymmetric = ['ES256', 'RS256', 'EdDSA'];
const Claims = z.object({
  sub: z.guid(),
  role: z.literal('authenticated'),
  exp: z.number(),
  client_id: z.string().min(1).optional(),
});
const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

function keySet(url: string) {
  const known =
    keySets.get(url) ?? createRemoteJWKSet(new URL(url), { timeoutDuration: 5_000, cooldownDuration: 10_000 });
  keySets.set(url, known);
  return known;
}

/**
 * Checks a Supabase access token here, without a call to the auth server: signature against the project's JWKS (or the
 * shared secret of projects that still sign with HS256), issuer, audience, expiry, the role `authenticated` and a UUID
 * as subject. A service-role token is refused: it would read past row level security. A token that was good is remembered
 * for minutes.
 * @returns the person, and the OAuth client that the token was given to
 * @throws Problem `unauthorized`, or `unavailable` when the keys cannot be fetched
 */
export async function verifyToken(token: string): Promise<Bearer> {
  const { issuer, jwksUrl, jwtSecret } = authConfig();
  const known = cachedToken(issuer, token);
  if (known) return known;
  const expected = { issuer, audience: 'authenticated', requiredClaims: ['exp', 'sub'], clockTolerance: 5 };
  let payload: JWTPayload;
  try {
    if (jwtSecret && decodeProtectedHeader(token).alg === 'HS256') {
      const key = new TextEncoder().encode(jwtSecret);
      ({ payload } = await jwtVerify(token, key, { ...expected, algorithms: ['HS256'] }));
    } else {
      ({ payload } = await jwtVerify(token, keySet(jwksUrl), { ...expected, algorithms: asymmetric }));
    }
  } catch (cause) {
    if (isUnreachable(cause)) {
      throw new Problem(
        'unavailable',
        'The keys that tokens are checked with could not be fetched. Try again in a moment.',
        {
          retryAfterSeconds: 5,
          cause,
        },
      );
    }
    const expired = cause instanceof errors.JWTExpired;
    throw new Problem(
      'unauthorized',
      expired ? 'The access token has expired. Sign in again.' : 'The access token is not valid.',
      {
        cause,
      },
    );
  }
  const claims = Claims.safeParse(payload);
  if (!claims.success) throw new Problem('unauthorized', "The access token is not a person's.");
  const { sub: userId, client_id: clientId, exp } = claims.data;
  cacheToken(issuer, token, { userId, clientId }, exp);
  return { userId, clientId };
}

/** A network failure, a time-out or an error page while fetching the keys, as opposed to a bad token. */
function isUnreachable(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return true;
  if (error instanceof errors.JOSEError) return error.code === 'ERR_JOSE_GENERIC';
  return error instanceof TypeError && error.message === 'fetch failed';
}

const takeTurn = createFairQueue();
/** Of their own: a tool that an assistant calls may wait for long, and its person's app does not wait for it. */
const takeAssistantTurn = createFairQueue();

type CallerVariables = { caller: Caller; hasRawBody?: true };

/**
 * Admits signed-in people only, waits for their turn and puts the caller at `c.var.caller`; before that nothing is read of a
 * body. A token that was given to an assistant (an OAuth client) is refused: OAuth scopes do not limit what it reaches, so it
 * reaches `/api/mcp` alone.
 * @throws Problem `unauthorized`, `forbidden`, `rate_limited`, and for the body those of {@link checkJsonBody}
 */
export const caller = createMiddleware<{ Variables: CallerVariables }>(async (c, next) => {
  const token = bearer(c);
  const { userId, clientId } = await verifyToken(token);
  if (clientId) {
    throw new Problem(
      'forbidden',
      'This token was given to an assistant, and opens /api/mcp alone. Sign in to the app itself.',
    );
  }
  await inTurn(c, takeTurn, { userId, token }, next);
});

/** Admits people and the assistants that they have let in, for `/api/mcp`. */
export const callerOrAssistant = createMiddleware<{ Variables: CallerVariables }>(async (c, next) => {
  const token = bearer(c);
  const { userId } = await verifyToken(token);
  await inTurn(c, takeAssistantTurn, { userId, token }, next);
});

async function inTurn(
  c: Context<{ Variables: CallerVariables }>,
  takeTurn: TakeTurn,
  { userId, token }: Pick<Caller, 'userId' | 'token'>,
  next: () => Promise<void>,
): Promise<void> {
  // A body may come slowly; what takes a turn is what is done with it. Hono keeps the bytes.
  if (takesBody(c.req.method)) await c.req.arrayBuffer();
  const endTurn = await takeTurn(userId);
  try {
    await checkJsonBody(c);
    c.set('caller', { userId, token, idempotency: await idempotency(c), replayed: false, events: [] });
    await next();
  } finally {
    endTurn();
  }
}

function bearer(c: Context): string {
  const header = c.req.header('Authorization');
  const token = header?.match(/^Bearer ([\w.~+/-]+=*)$/i)?.[1];
  if (!token) {
    throw new Problem('unauthorized', 'Send your Supabase access token in the header "Authorization: Bearer <token>".');
  }
  return token;
}

/**
 * `user_id` in a body or a query is optional and says nothing new: it must be the caller's own.
 * @throws Problem `forbidden`
 */
export function assertOwnUserId(caller: Caller, userId: string | undefined): void {
  if (userId !== undefined && userId.toLowerCase() !== caller.userId.toLowerCase()) {
    throw new Problem('forbidden', 'user_id is not yours. Leave it out: the access token says who you are.');
  }
}

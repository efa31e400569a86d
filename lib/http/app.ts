import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import { type RequestIdVariables, requestId } from 'hono/request-id';
import { routePath } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import type { Caller } from '../caller.ts';
import { corsOrigins } from '../config.ts';
import { log } from '../log.ts';
import { Problem } from '../problem.ts';
import { bodyBytesMax, jsonBody, takesBody } from './body.ts';
import { answerProblem, invalidInput } from './problem.ts';

export type AppEnv = {
  /** What the host hands in besides the request. */
  Bindings: { waitUntil?: (work: Promise<unknown>) => void };
  Variables: RequestIdVariables & { caller?: Caller };
};

const exposedHeaders = ['Link', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'Idempotency-Replayed', 'X-Request-Id'];

/** The app that every function under api/ is made from: ids, logs, limits and problems are the same everywhere. */
export function createApp() {
  const app = createBareApp();
  const answerOrigin = cors({
    origin: (origin) => (corsOrigins().some((allowed) => allowed === '*' || allowed === origin) ? origin : null),
    allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'Last-Event-ID', 'X-Client-Id', 'X-Request-Id'],
    exposeHeaders: exposedHeaders,
    maxAge: 600,
  });
  const limitBody = bodyLimit({
    maxSize: bodyBytesMax,
    onError: () => {
      throw new Problem('too_large', 'The body is over 1 MB.');
    },
  });
  // Both make objects of their own for each request, so they are asked only where they have something to do.
  app.use((c, next) => (isFromBrowser(c) ? answerOrigin(c, next) : next()));
  app.use(answerHeaders);
  app.use((c, next) => (takesBody(c.req.method) ? limitBody(c, next) : next()));
  app.use(readableAddress);
  app.use(jsonBody);
  return app;
}

function isFromBrowser(c: Context): boolean {
  return c.req.header('Origin') !== undefined || c.req.method === 'OPTIONS';
}

/** The same without what is for browsers and people, for `/api/inngest`, which reads bodies of its own. */
export function createBareApp() {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw invalidInput(result.error);
    },
  });
  app.use(requestId());
  app.use(requestLog);
  app.use(secureHeaders({ crossOriginResourcePolicy: 'cross-origin' }));
  app.onError(answerProblem);
  app.notFound((c) => answerProblem(missing(app, c), c));
  return app;
}

/** One line a request: who asked for what, what it got, and how long it took. */
const requestLog = createMiddleware<AppEnv>(async (c, next) => {
  const started = performance.now();
  await next();
  log.info(
    {
      request_id: c.get('requestId'),
      user_id: c.get('caller')?.userId,
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      duration_ms: Math.round((performance.now() - started) * 10) / 10,
    },
    'request',
  );
});

/** Refuses a NUL character in the path or the query: PostgreSQL holds no text with one. */
const readableAddress = createMiddleware<AppEnv>(async (c, next) => {
  if (c.req.url.includes('%00')) throw new Problem('invalid', 'The address holds a NUL character (%00). Leave it out.');
  await next();
});

/** What a creating request learned on its way: its limit (draft-ietf-httpapi-ratelimit-headers) and whether it is a replay. */
const answerHeaders = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
  const caller = c.get('caller');
  if (caller?.replayed) c.res.headers.set('Idempotency-Replayed', 'true');
  if (caller?.limit) {
    const { policy, limit, window_seconds, remaining, reset_seconds } = caller.limit;
    c.res.headers.set('RateLimit-Policy', `"${policy}";q=${limit};w=${window_seconds}`);
    c.res.headers.set('RateLimit', `"${policy}";r=${remaining};t=${reset_seconds}`);
  }
});

/** A path that exists with other methods is 405 with them in Allow; any other is 404. */
function missing(app: OpenAPIHono<AppEnv>, c: Context<AppEnv>): Problem {
  const allowed = app.openAPIRegistry.definitions.flatMap((definition) => {
    if (definition.type !== 'route') return [];
    const pattern = new RegExp(`^${definition.route.path.replace(/\{[^}]+\}/g, '[^/]+')}/?$`);
    return pattern.test(c.req.path) ? [definition.route.method.toUpperCase()] : [];
  });
  if (allowed.length === 0) return new Problem('not_found', 'There is nothing at this path.');
  c.header('Allow', [...new Set(allowed)].join(', '));
  return new Problem('method_not_allowed', `${c.req.method} is not possible here.`);
}

import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import { type RequestIdVariables, requestId } from 'hono/request-id';
import { routePath } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { isAllowedOrigin } from '../config.ts';
import { log } from '../log.ts';
import { Problem } from '../problem.ts';
import { bodyBytesMax, type LargeBodies, takesBody } from './body.ts';
import { describeIssue } from './describe-issue.ts';
import { answerProblem, invalidInput } from './problem.ts';

export type AppEnv = {
  /** Values that the host passes along with the request. */
  Bindings: { waitUntil?: (work: Promise<unknown>) => void };
  Variables: RequestIdVariables & { caller?: Caller; hasRawBody?: true };
};

const exposedHeaders = ['Link', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'Idempotency-Replayed', 'X-Request-Id'];

/**
 * Returns the app that every function under api/ is made from: ids, logs, limits and problems are the same everywhere. Bodies are JSON,
 * 1 MB at most, but at the paths of `large`.
 */
export function createApp(large?: LargeBodies) {
  const app = createBareApp();
  const answerOrigin = cors({
    origin: (origin) => (isAllowedOrigin(origin) ? origin : null),
    allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'Last-Event-ID', 'X-Client-Id', 'X-Request-Id'],
    exposeHeaders: exposedHeaders,
    maxAge: 600,
  });
  const limitPlainBody = limitBody(bodyBytesMax, '1 MB');
  const limitLargeBody = large && limitBody(large.bytesMax, `${large.bytesMax / 1024 / 1024} MB`);
  // Both make objects of their own for each request, so they are asked only where they have something to do.
  app.use((c, next) => (isFromBrowser(c) ? answerOrigin(c, next) : next()));
  app.use(answerHeaders);
  const methodsAt = methodsByPath(app);
  // Before anything else: no body and no token makes a method possible that the path lacks.
  app.use(async (c, next) => {
    const methods = methodsAt(c.req.path);
    const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
    if (methods.length > 0 && method !== 'OPTIONS' && !methods.includes(method)) {
      c.header('Allow', methods.join(', '));
      throw new Problem('method_not_allowed', `${c.req.method} is not possible here: use ${methods.join(' or ')}.`);
    }
    await next();
  });
  app.use(async (c, next) => {
    if (!takesBody(c.req.method)) return next();
    if (!limitLargeBody || !large.path.test(c.req.path)) return limitPlainBody(c, next);
    if (large.type === 'any') c.set('hasRawBody', true);
    return limitLargeBody(c, next);
  });
  app.use(readableAddress);
  return app;
}

/** Makes what refuses larger bodies, counted while they come. */
export function limitBody(bytesMax: number, words: string) {
  return bodyLimit({
    maxSize: bytesMax,
    onError: () => {
      throw new Problem('too_large', `The body is over ${words}.`);
    },
  });
}

function isFromBrowser(c: Context): boolean {
  return c.req.header('Origin') !== undefined || c.req.method === 'OPTIONS';
}

/** Returns the app without what is for browsers and people, for `/api/inngest`, which reads bodies of its own. */
export function createBareApp() {
  z.config({ localeError: describeIssue });
  const app = new OpenAPIHono<AppEnv>({
    // A path with a slash at its end is the same path.
    strict: false,
    defaultHook: (result) => {
      if (!result.success) throw invalidInput(result.error);
    },
  });
  app.use(requestId());
  app.use(requestLog);
  app.use(secureHeaders({ crossOriginResourcePolicy: 'cross-origin' }));
  app.onError(answerProblem);
  app.notFound((c) => answerProblem(new Problem('not_found', 'There is nothing at this path.'), c));
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

/** Sets the headers of a creating request: its rate limit (draft-ietf-httpapi-ratelimit-headers) and whether it is a replay. */
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

/** Returns a look-up of the methods that the app's routes have at a path. */
function methodsByPath(app: OpenAPIHono<AppEnv>): (path: string) => string[] {
  let known: { pattern: RegExp; method: string }[] | undefined;
  return (path) => {
    // The routes are complete when the first request comes.
    known ??= app.openAPIRegistry.definitions.flatMap((definition) => {
      if (definition.type !== 'route') return [];
      const pattern = new RegExp(`^${definition.route.path.replace(/\{[^}]+\}/g, '[^/]+').replaceAll('.', '\\.')}/?$`);
      return [{ pattern, method: definition.route.method.toUpperCase() }];
    });
    return [...new Set(known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))];
  };
}

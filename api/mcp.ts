import { createRoute, z } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import { sendLater } from '../inngest/outbox.ts';
import { getAccount } from '../lib/account/store.ts';
import { isAllowedOrigin } from '../lib/config.ts';
import { createApp } from '../lib/http/app.ts';
import { callerOrAssistant } from '../lib/http/auth.ts';
import { bearerSecurity, bodyProblems, problems, reply, signedInProblems } from '../lib/http/contract.ts';
import { answerProblem } from '../lib/http/problem.ts';
import { challenge, mcpPath, metadataPath, ProtectedResource, protectedResource } from '../lib/mcp/metadata.ts';
import { Problem } from '../lib/problem.ts';

const tags = ['MCP'];

/** Refuses pages of other sites, as the protocol demands (Streamable HTTP, security); clients that are no pages send no Origin. */
const ownOrigin = createMiddleware<{ Variables: object }>(async (c, next) => {
  const origin = c.req.header('Origin');
  if (origin !== undefined && origin !== new URL(c.req.url).origin && !isAllowedOrigin(origin)) {
    throw new Problem('forbidden', 'Pages of this origin may not call here.');
  }
  await next();
});

const serve = createRoute({
  method: 'post',
  path: mcpPath,
  operationId: 'callMcp',
  summary: 'Speak MCP (Streamable HTTP, stateless): the intents as tools, goals and the week as resources',
  tags,
  security: bearerSecurity,
  middleware: [ownOrigin, callerOrAssistant] as const,
  request: {
    body: { required: true, content: { 'application/json': { schema: z.unknown().meta({ type: 'object' }) } } },
  },
  responses: {
    200: {
      description: 'The JSON-RPC answer, as JSON or as an event stream of one event.',
      content: { 'application/json': { schema: z.unknown() }, 'text/event-stream': { schema: z.string() } },
    },
    202: { description: 'A notification was taken.' },
    ...problems(...signedInProblems, ...bodyProblems, 'forbidden'),
  },
});

const metadata = (path: string, operationId: string) =>
  createRoute({
    method: 'get',
    path,
    operationId,
    summary: 'Tell where an MCP client signs its person in (RFC 9728)',
    tags,
    security: [],
    responses: { 200: reply(ProtectedResource, "Supabase's OAuth server."), ...problems('not_configured', 'internal') },
  });

const app = createApp();
app.openapi(serve, async (c) => {
  const { createMcpHandler } = await import('@modelcontextprotocol/server');
  const { createServer } = await import('../lib/mcp/server.ts');
  const { caller } = c.var;
  // Within the protocol an account that is gone would be an error of a tool, and a client would not sign its person in anew.
  await getAccount(caller);
  const handler = createMcpHandler(() => createServer(caller, () => sendLater(c.env, caller)));
  // The body has been read, and checked for what the database could not hold.
  const body = await c.req.arrayBuffer();
  const { method, url, headers, signal } = c.req.raw;
  return handler.fetch(new Request(url, { method, headers, body, signal }));
});

for (const [path, operationId] of [
  [metadataPath, 'getMcpMetadata'],
  ['/.well-known/oauth-protected-resource', 'getProtectedResource'],
  ['/.well-known/oauth-protected-resource/api/mcp', 'getMcpProtectedResource'],
] as const) {
  app.openapi(metadata(path, operationId), (c) => {
    // Clients that run in a browser read it before they have signed anybody in.
    c.header('Access-Control-Allow-Origin', '*');
    return c.json(protectedResource(c.req.url), 200);
  });
}

app.onError((error, c) => {
  const answer = answerProblem(error, c);
  if (answer.status === 401) answer.headers.set('WWW-Authenticate', challenge(c.req.url));
  return answer;
});

export default app;

import { createRoute, z } from '@hono/zod-openapi';
import { ClientConfig, clientConfig } from '../lib/client-config.ts';
import { Readiness, readiness } from '../lib/health.ts';
import { createApp } from '../lib/http/app.ts';
import { problems, reply } from '../lib/http/contract.ts';

const tags = ['Health'];

const app = createApp();

app.openapi(
  createRoute({
    method: 'get',
    path: '/health',
    operationId: 'getHealth',
    summary: 'Tell whether the service is alive',
    tags,
    security: [],
    responses: { 200: reply(z.object({ status: z.literal('ok'), service: z.literal('flux-backend') }), 'Alive.') },
  }),
  (c) => c.json({ status: 'ok' as const, service: 'flux-backend' as const }, 200),
);

app.openapi(
  createRoute({
    method: 'get',
    path: '/api/health',
    operationId: 'getApiHealth',
    summary: 'Tell whether the API server is alive',
    tags,
    security: [],
    responses: { 200: reply(z.object({ status: z.literal('healthy'), service: z.literal('api-server') }), 'Alive.') },
  }),
  (c) => c.json({ status: 'healthy' as const, service: 'api-server' as const }, 200),
);

app.openapi(
  createRoute({
    method: 'get',
    path: '/api/health/ready',
    operationId: 'getReadiness',
    summary: 'Tell whether every dependency answers',
    tags,
    security: [],
    responses: {
      200: reply(Readiness, 'Ready.'),
      503: reply(Readiness, 'Not ready; each dependency says why.'),
      ...problems('internal'),
    },
  }),
  async (c) => {
    const answer = await readiness();
    return c.json(answer, answer.status === 'ready' ? 200 : 503);
  },
);

app.openapi(
  createRoute({
    method: 'get',
    path: '/api/config',
    operationId: 'getClientConfig',
    summary: 'Read what a browser needs to sign in; public by nature',
    tags,
    security: [],
    responses: {
      200: reply(ClientConfig, 'The Supabase project and its publishable key, and what is switched on.'),
      ...problems('not_configured', 'internal'),
    },
  }),
  (c) => c.json(clientConfig(), 200),
);

export default app;

import { createRoute, z } from '@hono/zod-openapi';
import { afterAnswer } from '../../inngest/outbox.ts';
import { createApp } from '../../lib/http/app.ts';
import { caller } from '../../lib/http/auth.ts';
import { bearerSecurity, body, creating, problems, reply, signedIn, withBody } from '../../lib/http/contract.ts';
import { DocumentInput, IngestedDocument, SearchAnswer, SearchQuery } from '../../lib/knowledge/schema.ts';
import { searchDocuments } from '../../lib/knowledge/search.ts';
import { deleteDocument, ingestDocument } from '../../lib/knowledge/store.ts';

const tags = ['Knowledge'];

const ingest = createRoute({
  method: 'post',
  path: '/api/v1/rag/ingest',
  operationId: 'ingestDocument',
  summary: 'Add a text of your own that plans can draw on',
  tags,
  security: bearerSecurity,
  middleware: [caller, afterAnswer] as const,
  request: { body: body(DocumentInput) },
  responses: {
    200: reply(IngestedDocument, 'It can be found from now on, by you alone.'),
    ...problems(...signedIn, ...withBody, ...creating, 'conflict'),
  },
});

const search = createRoute({
  method: 'get',
  path: '/api/v1/rag/search',
  operationId: 'searchDocuments',
  summary: 'Find the texts, yours and the shared ones, that answer a question',
  tags,
  security: bearerSecurity,
  middleware: [caller] as const,
  request: { query: SearchQuery },
  responses: {
    200: reply(SearchAnswer, 'The best first; none for words that mean nothing.'),
    ...problems(...signedIn, 'invalid'),
  },
});

const remove = createRoute({
  method: 'delete',
  path: '/api/v1/rag/documents/{id}',
  operationId: 'deleteDocument',
  summary: 'Delete a text of your own',
  tags,
  security: bearerSecurity,
  middleware: [caller] as const,
  request: { params: z.object({ id: z.guid() }) },
  responses: { 204: { description: 'It is gone.' }, ...problems(...signedIn, 'invalid', 'not_found') },
});

export default createApp()
  .openapi(ingest, async (c) => c.json(await ingestDocument(c.var.caller, c.req.valid('json')), 200))
  .openapi(search, async (c) => {
    const { q, top_k } = c.req.valid('query');
    return c.json(await searchDocuments(c.var.caller, q, top_k), 200);
  })
  .openapi(remove, async (c) => {
    await deleteDocument(c.var.caller, c.req.valid('param').id);
    return c.body(null, 204);
  });

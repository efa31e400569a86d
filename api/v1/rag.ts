import { z } from '@hono/zod-openapi';
import { signedIn } from '../../inngest/signed-in.ts';
import { createApp } from '../../lib/http/app.ts';
import { body, creationProblems, reply } from '../../lib/http/contract.ts';
import { DocumentInput, IngestedDocument, SearchAnswer, SearchQuery } from '../../lib/knowledge/schema.ts';
import { searchDocuments } from '../../lib/knowledge/search.ts';
import { deleteDocument, ingestDocument } from '../../lib/knowledge/store.ts';

const tags = ['Knowledge'];

const app = createApp();

app.openapi(
  signedIn({
    method: 'post',
    path: '/api/v1/rag/ingest',
    operationId: 'ingestDocument',
    summary: 'Add a text of your own that plans can draw on',
    tags,
    request: { body: body(DocumentInput) },
    answers: { 200: reply(IngestedDocument, 'It can be found from now on, by you alone.') },
    refuses: [...creationProblems, 'conflict'],
  }),
  async (c) => c.json(await ingestDocument(c.var.caller, c.req.valid('json')), 200),
);

app.openapi(
  signedIn({
    method: 'get',
    path: '/api/v1/rag/search',
    operationId: 'searchDocuments',
    summary: 'Find the texts, yours and the shared ones, that answer a question',
    tags,
    request: { query: SearchQuery },
    answers: { 200: reply(SearchAnswer, 'The best first; none for words that mean nothing.') },
  }),
  async (c) => {
    const { q, top_k } = c.req.valid('query');
    return c.json(await searchDocuments(c.var.caller, q, top_k), 200);
  },
);

app.openapi(
  signedIn({
    method: 'delete',
    path: '/api/v1/rag/documents/{id}',
    operationId: 'deleteDocument',
    summary: 'Delete a text of your own',
    tags,
    request: { params: z.object({ id: z.guid() }) },
    answers: { 204: { description: 'It is gone.' } },
    refuses: ['not_found'],
  }),
  async (c) => {
    await deleteDocument(c.var.caller, c.req.valid('param').id);
    return c.body(null, 204);
  },
);

export default app;

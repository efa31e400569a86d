import app from '../../api/v1/rag.ts';

export default app.fetch;
export const config = { path: ['/api/v1/rag/ingest', '/api/v1/rag/search', '/api/v1/rag/documents/:id'] };

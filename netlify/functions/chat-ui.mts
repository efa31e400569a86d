import app from '../../api/chat/ui.ts';

export default app.fetch;
export const config = { path: ['/api/chat/ui', '/api/chat/ui/:id/stream'] };

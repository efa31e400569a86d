import app from '../../api/chat.ts';

export default app.fetch;
export const config = {
  path: [
    '/api/chat',
    '/api/chat/:clientId',
    '/api/chat/:clientId/messages',
    '/api/chat/:clientId/files',
    '/api/chat/artifacts/:id',
  ],
  excludedPath: ['/api/chat/ui'],
};

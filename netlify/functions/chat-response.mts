import app from '../../api/chat/response.ts';

export default app.fetch;
export const config = { path: ['/api/chat/response/:clientId'] };

import app from '../../api/v1/voice/messages.ts';

export default app.fetch;
export const config = { path: ['/api/v1/voice/messages', '/api/v1/voice/sessions/:session_id/messages'] };

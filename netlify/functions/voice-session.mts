import app from '../../api/v1/voice/session.ts';

export default app.fetch;
export const config = { path: ['/api/v1/voice/session', '/api/v1/voice/session/:session_id'] };

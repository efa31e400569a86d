import app from '../../api/v1/voice.ts';

export default app.fetch;
export const config = {
  path: [
    '/api/v1/voice/session',
    '/api/v1/voice/session/:session_id',
    '/api/v1/voice/messages',
    '/api/v1/voice/sessions/:session_id/messages',
    '/api/v1/voice/intents',
  ],
};

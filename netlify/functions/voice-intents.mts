import app from '../../api/v1/voice/intents.ts';

export default app.fetch;
export const config = { path: ['/api/v1/voice/intents'] };

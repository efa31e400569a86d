import app from '../../api/health.ts';

export default app.fetch;
export const config = { path: ['/health', '/api/health', '/api/health/ready', '/api/config'] };

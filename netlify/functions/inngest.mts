import app from '../../api/inngest.ts';

export default app.fetch;
export const config = { path: ['/api/inngest'] };

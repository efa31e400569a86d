import app from '../../api/v1/notifications.ts';

export default app.fetch;
export const config = { path: ['/api/v1/notifications/subscriptions', '/api/v1/notifications/vapid-public-key'] };

import app from '../../api/account.ts';

export default app.fetch;
export const config = {
  path: [
    '/account',
    '/account/export',
    '/account/usage',
    '/account/insights',
    '/account/calendar',
    '/account/memories',
    '/account/memories/:id',
  ],
};

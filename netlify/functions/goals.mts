import app from '../../api/goals.ts';

export default app.fetch;
export const config = {
  path: ['/goals', '/goals/:id', '/goals/:id/plan', '/goals/:id/answers', '/goals/:id/proposal'],
};

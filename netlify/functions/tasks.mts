import app from '../../api/tasks.ts';

export default app.fetch;
export const config = { path: ['/tasks', '/tasks/:id', '/tasks/:id/slots', '/tasks.ics'] };

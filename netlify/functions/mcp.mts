import app from '../../api/mcp.ts';

export default app.fetch;
export const config = {
  path: [
    '/api/mcp',
    '/api/mcp/oauth-protected-resource',
    '/.well-known/oauth-protected-resource',
    '/.well-known/oauth-protected-resource/api/mcp',
  ],
};

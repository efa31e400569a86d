import { z } from 'zod';
import { authConfig } from '../config.ts';

/** The path of the MCP endpoint. */
export const mcpPath = '/api/mcp';
/** The path of the endpoint's metadata: Vercel documents `/.well-known` as reserved, so the challenge names this one. */
export const metadataPath = `${mcpPath}/oauth-protected-resource`;

/** The servers at which an MCP client signs its person in (RFC 9728). */
export const ProtectedResource = z
  .object({
    resource: z.url().meta({ example: 'https://flux.example.com/api/mcp' }),
    authorization_servers: z.array(z.url()).meta({ example: ['https://project.supabase.co/auth/v1'] }),
    bearer_methods_supported: z.array(z.literal('header')),
  })
  .meta({ id: 'ProtectedResource' });

/** Returns the metadata of the endpoint at an address of this server. @throws Problem `not_configured` */
export function protectedResource(requestUrl: string): z.infer<typeof ProtectedResource> {
  return {
    resource: new URL(mcpPath, requestUrl).href,
    authorization_servers: [authConfig().issuer],
    bearer_methods_supported: ['header'],
  };
}

/** Returns the value of WWW-Authenticate that sends an MCP client to sign its person in (RFC 9728, 5.1). */
export function challenge(requestUrl: string): string {
  return `Bearer error="invalid_token", resource_metadata="${new URL(metadataPath, requestUrl).href}"`;
}

import { plainProblem } from '../server/problem.ts';

/** A request as it goes on, or the answer that it gets instead. */
export type Impersonate = (request: Request) => Promise<Request | Response>;

/** Doors that sign in by themselves: Inngest's signatures, and MCP clients, which are to be sent to sign in. */
const ownDoors = /^\/api\/(inngest|mcp)(\/|$)/;
/** The largest body that any route takes. */
const bodyBytesMax = 4_000_000;

/**
 * Makes the published curl examples work on one machine: a request without `Authorization` gets a fresh token for the
 * existing user that its `user_id` names (in the query or the JSON body), else for the demo user.
 *
 * Only the dev server on the embedded database does this; nothing in lib/ knows of it.
 */
export function impersonation(options: {
  demoUserId: string;
  exists(userId: string): Promise<boolean>;
  mintToken(userId: string): Promise<string>;
}): Impersonate {
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (request.headers.has('authorization') || ownDoors.test(pathname)) return request;
    const body = await readAtMost(request.body, bodyBytesMax);
    if (body === 'too large') return plainProblem(413, 'too_large', 'The body is over 4 MB.');
    const named = searchParams.get('user_id') ?? userIdIn(body);
    if (named !== undefined && !(isUuid(named) && (await options.exists(named)))) {
      return plainProblem(
        422,
        'invalid',
        `user_id: there is no user "${named.slice(0, 64)}". Leave it out to act as the demo user.`,
      );
    }
    const headers = new Headers(request.headers);
    headers.set('authorization', `Bearer ${await options.mintToken(named ?? options.demoUserId)}`);
    return new Request(request.url, {
      method: request.method,
      headers,
      signal: request.signal,
      ...(body?.byteLength ? { body } : {}),
    });
  };
}

/** Reads a body to its end; `too large` as soon as it is, without reading on. */
async function readAtMost(body: Request['body'], max: number): Promise<Buffer | undefined | 'too large'> {
  if (!body) return undefined;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > max) return 'too large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function userIdIn(body: Buffer | undefined): string | undefined {
  if (!body || body.byteLength === 0 || body.byteLength > 1_000_000) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    return value && typeof value === 'object' && 'user_id' in value && typeof value.user_id === 'string'
      ? value.user_id
      : undefined;
  } catch {
    // Not JSON: the function says so itself.
    return undefined;
  }
}

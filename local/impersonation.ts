import { plainProblem } from './problem.ts';

/** A request as it goes on, or the answer that it gets instead. */
export type Impersonate = (request: Request) => Promise<Request | Response>;

/**
 * Makes the published curl examples work on one machine: a request without `Authorization` gets a fresh token for the
 * existing person that its `user_id` names (in the query or the JSON body), else for the demo person.
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
    if (request.headers.has('authorization') || pathname === '/api/inngest') return request;
    const body = request.method === 'GET' || request.method === 'HEAD' ? undefined : await request.arrayBuffer();
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

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function userIdIn(body: ArrayBuffer | undefined): string | undefined {
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

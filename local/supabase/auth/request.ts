/** The arguments of every handler of the embedded Supabase Auth, and the person who asks. */

import type { JWTPayload } from 'jose';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Tokens } from '../keys.ts';
import { AuthError } from './error.ts';
import type { Mailbox } from './mailbox.ts';
import type { UserRow } from './users.ts';

export interface AuthRequest {
  method: string;
  /** Below `/auth/v1`, such as `/token`. */
  path: string;
  query: URLSearchParams;
  body: unknown;
  /** The token in `Authorization`, an API key there already traded for its role's. */
  bearer: string;
}

export interface AuthAnswer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface AuthProject {
  pool: Pool;
  tokens: Tokens;
  mailbox: Mailbox;
  /** The page that links in mails lead back to, unless the request names another one of this machine. */
  siteUrl: string;
}

export type Handler = (project: AuthProject, request: AuthRequest) => Promise<AuthAnswer>;

/** A JSON object of an app's own. */
export const Metadata = z.record(z.string(), z.unknown());
/** An address, in lower case as Supabase keeps it. */
export const Email = z.email().toLowerCase();

/**
 * Returns the body as `schema` has it.
 * @throws AuthError `validation_failed`
 */
export function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  throw new AuthError(400, 'validation_failed', z.prettifyError(parsed.error));
}

/**
 * Returns the person whose token is sent, and the session it belongs to; tokens that this project's scripts mint have none.
 * @throws AuthError `no_authorization`, `bad_jwt`, `user_not_found`, or `session_not_found` for a session that has ended
 */
export async function signedIn(
  project: AuthProject,
  request: AuthRequest,
): Promise<{ user: UserRow; sessionId: string | undefined }> {
  const claims = await verified(project, request);
  if (!z.guid().safeParse(claims.sub).success) throw new AuthError(403, 'bad_jwt', 'invalid claim: missing sub claim');
  const sessionId = claims.session_id === undefined ? undefined : String(claims.session_id);
  const { rows } = await project.pool.query<UserRow & { has_ended: boolean }>(
    `select u.*, $2::text is not null
       and not exists (select from auth.sessions s where s.id::text = $2 and s.user_id = u.id) as has_ended
     from auth.users u where u.id = $1`,
    [claims.sub, sessionId],
  );
  const user = rows[0];
  if (!user) throw new AuthError(403, 'user_not_found', 'User from sub claim in JWT does not exist');
  if (user.has_ended) {
    throw new AuthError(403, 'session_not_found', 'Session from session_id claim in JWT does not exist');
  }
  return { user, sessionId };
}

/** @throws AuthError unless the secret key asks */
export async function asAdmin(project: AuthProject, request: AuthRequest): Promise<void> {
  const { role } = await verified(project, request);
  if (role !== 'service_role') throw new AuthError(403, 'not_admin', 'User not allowed');
}

async function verified({ tokens }: AuthProject, { bearer }: AuthRequest): Promise<JWTPayload> {
  if (!bearer) throw new AuthError(401, 'no_authorization', 'This endpoint requires a valid Bearer token');
  return tokens.verify(bearer).catch((cause: Error) => {
    throw new AuthError(403, 'bad_jwt', `invalid JWT: ${cause.message}`);
  });
}

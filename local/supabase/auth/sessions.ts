/** Sessions: an access token for an hour, and a refresh token that is good once. */

import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { TOKEN_SECONDS, type Tokens, userClaims } from '../keys.ts';
import { AuthError } from './error.ts';
import { type UserRow, userJson } from './users.ts';

interface SessionRow {
  id: string;
  user_id: string;
  method: string;
  created_at: Date;
}

/** The way in which somebody signed in, as Supabase names it in the token's `amr`. */
export type SignInMethod = 'password' | 'otp' | 'anonymous';

/** Signs somebody in: a new session with its first tokens, as Supabase Auth answers. */
export async function openSession(pool: Pool, tokens: Tokens, userId: string, method: SignInMethod = 'password') {
  const refreshToken = newRefreshToken();
  const { rows } = await pool.query<SessionRow>(
    `with s as (insert into auth.sessions (user_id, method) values ($1, $2) returning *),
          t as (insert into auth.refresh_tokens (token, session_id) select $3, id from s)
     select * from s`,
    [userId, method, refreshToken],
  );
  return answer(pool, tokens, refreshToken, rows[0]);
}

/**
 * Trades a refresh token for new tokens. One that comes back was stolen or lost on the way, so its session ends
 * (https://supabase.com/docs/guides/auth/sessions; without the hosted service's 10 s of grace).
 * @throws AuthError `refresh_token_not_found` or `refresh_token_already_used`
 */
export async function refreshSession(pool: Pool, tokens: Tokens, used: string) {
  const refreshToken = newRefreshToken();
  // One statement: between two, somebody else with the same token could end the session.
  const { rows } = await pool.query<SessionRow>(
    `with s as (
       update auth.refresh_tokens t set revoked = true from auth.sessions s
       where t.token = $1 and not t.revoked and s.id = t.session_id returning s.*
     ), t as (insert into auth.refresh_tokens (token, session_id) select $2, id from s)
     select * from s`,
    [used, refreshToken],
  );
  if (rows[0]) return answer(pool, tokens, refreshToken, rows[0]);
  const { rowCount } = await pool.query(
    'delete from auth.sessions where id = (select session_id from auth.refresh_tokens where token = $1)',
    [used],
  );
  throw rowCount
    ? new AuthError(400, 'refresh_token_already_used', 'Invalid Refresh Token: Already Used')
    : new AuthError(400, 'refresh_token_not_found', 'Invalid Refresh Token: Refresh Token Not Found');
}

/**
 * Signs somebody out: of this session (`local`), of the others, or of all. Access tokens live on until they expire, but not
 * here.
 */
export async function closeSessions(
  pool: Pool,
  userId: string,
  sessionId: string | undefined,
  scope: 'global' | 'local' | 'others',
): Promise<void> {
  await pool.query(
    `delete from auth.sessions
     where user_id = $1
       and case $3 when 'local' then id::text = $2 when 'others' then id::text is distinct from $2 else true end`,
    [userId, sessionId, scope],
  );
}

const newRefreshToken = () => randomBytes(16).toString('base64url');

async function answer(pool: Pool, tokens: Tokens, refreshToken: string, session: SessionRow | undefined) {
  if (!session) throw new Error('The session was not stored');
  const { rows } = await pool.query<UserRow>(
    'update auth.users set last_sign_in_at = now() where id = $1 returning *',
    [session.user_id],
  );
  const user = rows[0];
  if (!user) throw new AuthError(404, 'user_not_found', 'User not found');
  const { id, method, created_at: createdAt } = session;
  return {
    access_token: await tokens.sign(userClaims(tokens.issuer, user, { id, method, createdAt }), TOKEN_SECONDS),
    token_type: 'bearer',
    expires_in: TOKEN_SECONDS,
    expires_at: Math.floor(Date.now() / 1000) + TOKEN_SECONDS,
    refresh_token: refreshToken,
    user: userJson(user),
  };
}

/** Sessions: an access token for an hour, and a refresh token that is good once. */

import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { TOKEN_SECONDS, type Tokens, userClaims } from '../keys.ts';
import { AuthError } from './error.ts';
import { type UserRow, userJson } from './users.ts';

interface SessionRow {
  id: string;
  user_id: string;
}

/** Signs somebody in: a new session with its first tokens, as Supabase Auth answers. */
export async function openSession(pool: Pool, tokens: Tokens, userId: string) {
  const refreshToken = newRefreshToken();
  const { rows } = await pool.query<SessionRow>(
    `with s as (insert into auth.sessions (user_id) values ($1) returning id, user_id),
          t as (insert into auth.refresh_tokens (token, session_id) select $2, id from s)
     select id, user_id from s`,
    [userId, refreshToken],
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
       where t.token = $1 and not t.revoked and s.id = t.session_id returning s.id, s.user_id
     ), t as (insert into auth.refresh_tokens (token, session_id) select $2, id from s)
     select id, user_id from s`,
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

/** Signs somebody out: of this session, of the others, or of all (`global`). Access tokens live on until they expire. */
export async function closeSessions(pool: Pool, userId: string, sessionId: string, scope: string): Promise<void> {
  await pool.query(
    `delete from auth.sessions
     where user_id = $1 and case $3 when 'local' then id::text = $2 when 'others' then id::text <> $2 else true end`,
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
  const claims = { ...userClaims(tokens.issuer, user, session.id), user_metadata: user.raw_user_meta_data };
  return {
    access_token: await tokens.sign(claims, TOKEN_SECONDS),
    token_type: 'bearer',
    expires_in: TOKEN_SECONDS,
    expires_at: Math.floor(Date.now() / 1000) + TOKEN_SECONDS,
    refresh_token: refreshToken,
    user: userJson(user),
  };
}

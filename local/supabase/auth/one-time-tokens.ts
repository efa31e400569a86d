/** The table auth.one_time_tokens: codes and links that were mailed, each good once. */

import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { Pool } from 'pg';
import { AuthError } from './error.ts';
import { hashPassword, isPassword } from './passwords.ts';

/** The kind of proof that a token is. A person has one of each kind; a new one replaces it. */
export type TokenKind = 'confirmation' | 'recovery' | 'email_change_current' | 'email_change_new';

export interface TokenRow {
  user_id: string;
  kind: TokenKind;
  /** Of the page that asked, where it will trade a code for the session (PKCE). */
  code_challenge: string | null;
}

/** Supabase's default. */
const GOOD_FOR_SECONDS = 3600;
const GUESSES = 5;

/** Makes a code of six digits and a token for a link; only hashes of them are kept. */
export async function issueToken(
  pool: Pool,
  token: { userId: string; kind: TokenKind; email: string; codeChallenge: string | null },
): Promise<{ code: string; tokenHash: string }> {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const tokenHash = randomBytes(28).toString('hex');
  await pool.query(
    `insert into auth.one_time_tokens (user_id, kind, email, code_hash, token_hash, code_challenge)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (user_id, kind) do update
     set email = excluded.email, code_hash = excluded.code_hash, token_hash = excluded.token_hash,
         code_challenge = excluded.code_challenge, guesses = 0, created_at = now()`,
    [token.userId, token.kind, token.email, await hashPassword(code), digest(tokenHash), token.codeChallenge],
  );
  return { code, tokenHash };
}

/**
 * Uses up a code that was mailed to `email`. Codes compare in constant time, and the fifth wrong one voids what it was for.
 * @throws AuthError `otp_expired` for every code that is not good: wrong, used, old or unknown
 */
export async function useCode(pool: Pool, kinds: TokenKind[], email: string, code: string): Promise<TokenRow> {
  const { rows } = await pool.query<{ id: string; code_hash: string }>(
    `update auth.one_time_tokens set guesses = guesses + 1
     where email = $1 and kind = any($2) and guesses < ${GUESSES} and created_at > now() - make_interval(secs => ${GOOD_FOR_SECONDS})
     returning id, code_hash`,
    [email, kinds],
  );
  for (const { id, code_hash } of rows) {
    if (!(await isPassword(code, code_hash))) continue;
    // Of two requests at once with the right code only one finds it here.
    const used = await pool.query<TokenRow>(
      'delete from auth.one_time_tokens where id = $1 and code_hash = $2 returning user_id, kind, code_challenge',
      [id, code_hash],
    );
    if (used.rows[0]) return used.rows[0];
  }
  throw expired();
}

/** Uses up the token of a link. @throws AuthError `otp_expired`, as `useCode` */
export async function useTokenHash(pool: Pool, kinds: TokenKind[], tokenHash: string): Promise<TokenRow> {
  const { rows } = await pool.query<TokenRow>(
    `delete from auth.one_time_tokens
     where token_hash = $1 and kind = any($2) and created_at > now() - make_interval(secs => ${GOOD_FOR_SECONDS})
     returning user_id, kind, code_challenge`,
    [digest(tokenHash), kinds],
  );
  if (!rows[0]) throw expired();
  return rows[0];
}

/** Says whether the other half of a change of address has still to be confirmed. */
export async function hasOpenToken(pool: Pool, userId: string, kinds: TokenKind[]): Promise<boolean> {
  const { rowCount } = await pool.query('select from auth.one_time_tokens where user_id = $1 and kind = any($2)', [
    userId,
    kinds,
  ]);
  return rowCount !== 0;
}

/** Voids everything that was mailed to a person. */
export async function voidTokens(pool: Pool, userId: string): Promise<void> {
  await pool.query('delete from auth.one_time_tokens where user_id = $1', [userId]);
}

const digest = (token: string) => createHash('sha256').update(token).digest('hex');
const expired = () => new AuthError(403, 'otp_expired', 'Token has expired or is invalid');

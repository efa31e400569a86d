/** The table auth.users. */

import { DatabaseError, type Pool } from 'pg';
import { AuthError } from './error.ts';
import { hashPassword } from './passwords.ts';

export interface UserRow {
  id: string;
  aud: string;
  role: string;
  email: string | null;
  encrypted_password: string | null;
  email_confirmed_at: Date | null;
  last_sign_in_at: Date | null;
  raw_app_meta_data: Record<string, unknown>;
  raw_user_meta_data: Record<string, unknown>;
  is_anonymous: boolean;
  created_at: Date;
  updated_at: Date;
}

export interface NewUser {
  email: string;
  password?: string;
  metadata?: Record<string, unknown>;
}

const UNIQUE_VIOLATION = '23505';
const SHORTEST_PASSWORD = 6;

/**
 * Adds a person whose address counts as confirmed; it is kept in lower case, as Supabase does.
 * @throws AuthError `weak_password`, or `takenCode` when the address has been registered
 */
export async function insertUser(pool: Pool, user: NewUser, takenCode = 'email_exists'): Promise<UserRow> {
  const hash = user.password === undefined ? null : await hashOf(user.password);
  try {
    return only(
      await pool.query<UserRow>(
        `insert into auth.users (email, encrypted_password, raw_user_meta_data, email_confirmed_at)
         values ($1, $2, $3, now()) returning *`,
        [user.email.toLowerCase(), hash, user.metadata ?? {}],
      ),
    );
  } catch (cause) {
    throw asTaken(cause, takenCode);
  }
}

/** @throws AuthError `user_not_found` */
export async function findUser(pool: Pool, id: string): Promise<UserRow> {
  return only(await pool.query<UserRow>('select * from auth.users where id = $1', [id]));
}

/** Returns the person with this address, if there is one. */
export async function findUserByEmail(pool: Pool, email: string): Promise<UserRow | undefined> {
  return (await pool.query<UserRow>('select * from auth.users where email = $1', [email.toLowerCase()])).rows[0];
}

/** Returns one page of everybody, oldest first, and how many there are in all. */
export async function listUsers(
  pool: Pool,
  page: number,
  perPage: number,
): Promise<{ rows: UserRow[]; total: number }> {
  const { rows } = await pool.query<UserRow>('select * from auth.users order by created_at, id limit $1 offset $2', [
    perPage,
    (page - 1) * perPage,
  ]);
  const counted = await pool.query<{ total: number }>('select count(*)::int as total from auth.users');
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

/**
 * Changes what is given; metadata is merged into what is there.
 * @throws AuthError `user_not_found`, `weak_password` or `email_exists`
 */
export async function updateUser(pool: Pool, id: string, changes: Partial<NewUser>): Promise<UserRow> {
  const hash = changes.password === undefined ? null : await hashOf(changes.password);
  try {
    return only(
      await pool.query<UserRow>(
        `update auth.users
         set email = coalesce($2, email), encrypted_password = coalesce($3, encrypted_password),
             raw_user_meta_data = raw_user_meta_data || $4, updated_at = now()
         where id = $1 returning *`,
        [id, changes.email?.toLowerCase(), hash, changes.metadata ?? {}],
      ),
    );
  } catch (cause) {
    throw asTaken(cause, 'email_exists');
  }
}

/** @throws AuthError `user_not_found` */
export async function deleteUser(pool: Pool, id: string): Promise<UserRow> {
  return only(await pool.query<UserRow>('delete from auth.users where id = $1 returning *', [id]));
}

/** Returns a person as Supabase Auth shows them. */
export function userJson(user: UserRow) {
  return {
    id: user.id,
    aud: user.aud,
    role: user.role,
    email: user.email ?? '',
    phone: '',
    email_confirmed_at: user.email_confirmed_at,
    confirmed_at: user.email_confirmed_at,
    last_sign_in_at: user.last_sign_in_at,
    app_metadata: user.raw_app_meta_data,
    user_metadata: user.raw_user_meta_data,
    identities: [],
    created_at: user.created_at,
    updated_at: user.updated_at,
    is_anonymous: user.is_anonymous,
  };
}

function hashOf(password: string): Promise<string> {
  if (password.length < SHORTEST_PASSWORD) {
    throw new AuthError(422, 'weak_password', `Password should be at least ${SHORTEST_PASSWORD} characters.`);
  }
  return hashPassword(password);
}

function only({ rows: [user] }: { rows: UserRow[] }): UserRow {
  if (!user) throw new AuthError(404, 'user_not_found', 'User not found');
  return user;
}

function asTaken(cause: unknown, code: string): unknown {
  if (!(cause instanceof DatabaseError) || cause.code !== UNIQUE_VIOLATION) return cause;
  return new AuthError(422, code, 'A user with this email address has already been registered');
}

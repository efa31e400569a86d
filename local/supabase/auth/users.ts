/** The table auth.users. */

import { DatabaseError, type Pool } from 'pg';
import { AuthError } from './error.ts';
import { hashPassword } from './passwords.ts';

export interface UserRow {
  id: string;
  aud: string;
  role: string;
  email: string | null;
  /** The address that becomes the person's once they have confirmed it. */
  new_email: string | null;
  encrypted_password: string | null;
  email_confirmed_at: Date | null;
  last_sign_in_at: Date | null;
  raw_app_meta_data: Record<string, unknown>;
  raw_user_meta_data: Record<string, unknown>;
  is_anonymous: boolean;
  identity_id: string;
  created_at: Date;
  updated_at: Date;
}

export interface UserChanges {
  email?: string | undefined;
  password?: string | undefined;
  metadata?: Record<string, unknown> | undefined;
  appMetadata?: Record<string, unknown> | undefined;
  /** Counts the address as theirs from now on. */
  isConfirmed?: boolean | undefined;
}

export interface NewUser extends Omit<UserChanges, 'email'> {
  /** Null for somebody who signs in anonymously. */
  email: string | null;
}

const UNIQUE_VIOLATION = '23505';
const SHORTEST_PASSWORD = 6;
const EMAIL_PROVIDER = { provider: 'email', providers: ['email'] };

/**
 * Adds a person, whose address counts as confirmed unless `isConfirmed` is false; it is kept in lower case, as Supabase does.
 * @throws AuthError `weak_password`, or `takenCode` when the address has been registered
 */
export async function insertUser(pool: Pool, user: NewUser, takenCode = 'email_exists'): Promise<UserRow> {
  const { email, password, metadata = {}, appMetadata = {}, isConfirmed = true } = user;
  const hash = password === undefined ? null : await hashOf(password);
  const isAnonymous = email === null;
  try {
    return only(
      await pool.query<UserRow>(
        `insert into auth.users (email, encrypted_password, raw_user_meta_data, raw_app_meta_data, email_confirmed_at, is_anonymous)
         values ($1, $2, $3, $4, case when $5 then now() end, $6) returning *`,
        [
          email?.toLowerCase(),
          hash,
          metadata,
          { ...(isAnonymous ? {} : EMAIL_PROVIDER), ...appMetadata },
          isConfirmed && !isAnonymous,
          isAnonymous,
        ],
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
export async function updateUser(pool: Pool, id: string, changes: UserChanges): Promise<UserRow> {
  const { email, password, metadata = {}, appMetadata = {}, isConfirmed = false } = changes;
  const hash = password === undefined ? null : await hashOf(password);
  try {
    return only(
      await pool.query<UserRow>(
        `update auth.users
         set email = coalesce($2, email), encrypted_password = coalesce($3, encrypted_password),
             raw_user_meta_data = raw_user_meta_data || $4, raw_app_meta_data = raw_app_meta_data || $5,
             email_confirmed_at = case when $6 then coalesce(email_confirmed_at, now()) else email_confirmed_at end,
             updated_at = now()
         where id = $1 returning *`,
        [id, email?.toLowerCase(), hash, metadata, appMetadata, isConfirmed],
      ),
    );
  } catch (cause) {
    throw asTaken(cause, 'email_exists');
  }
}

/** @throws AuthError `email_exists` when an address is somebody's */
export async function assertEmailIsFree(pool: Pool, email: string): Promise<void> {
  if (await findUserByEmail(pool, email)) throw taken('email_exists');
}

/** Keeps the address that a person wants until they have confirmed it. */
export async function requestEmail(pool: Pool, id: string, newEmail: string): Promise<UserRow> {
  return only(
    await pool.query<UserRow>('update auth.users set new_email = $2, updated_at = now() where id = $1 returning *', [
      id,
      newEmail,
    ]),
  );
}

/**
 * Makes the confirmed address the person's; an anonymous person has an account from then on.
 * @throws AuthError `email_exists` when somebody else has registered it meanwhile
 */
export async function takeNewEmail(pool: Pool, id: string): Promise<UserRow> {
  try {
    return only(
      await pool.query<UserRow>(
        `update auth.users
         set email = coalesce(new_email, email), new_email = null, email_confirmed_at = now(), is_anonymous = false,
             raw_app_meta_data = raw_app_meta_data || $2, updated_at = now()
         where id = $1 and coalesce(new_email, email) is not null returning *`,
        [id, EMAIL_PROVIDER],
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
    new_email: user.new_email ?? undefined,
    email_confirmed_at: user.email_confirmed_at ?? undefined,
    confirmed_at: user.email_confirmed_at ?? undefined,
    last_sign_in_at: user.last_sign_in_at ?? undefined,
    app_metadata: user.raw_app_meta_data,
    user_metadata: user.raw_user_meta_data,
    identities: identitiesOf(user),
    created_at: user.created_at,
    updated_at: user.updated_at,
    is_anonymous: user.is_anonymous,
  };
}

/** The address is the one identity that there is here. */
function identitiesOf(user: UserRow) {
  if (user.email === null) return [];
  return [
    {
      identity_id: user.identity_id,
      id: user.id,
      user_id: user.id,
      identity_data: {
        email: user.email,
        email_verified: user.email_confirmed_at !== null,
        phone_verified: false,
        sub: user.id,
      },
      provider: 'email',
      email: user.email,
      last_sign_in_at: user.last_sign_in_at ?? undefined,
      created_at: user.created_at,
      updated_at: user.updated_at,
    },
  ];
}

function hashOf(password: string): Promise<string> {
  if (password.length < SHORTEST_PASSWORD) {
    throw new AuthError(422, 'weak_password', `Password should be at least ${SHORTEST_PASSWORD} characters.`, {
      weak_password: { reasons: ['length'] },
    });
  }
  return hashPassword(password);
}

function only({ rows: [user] }: { rows: UserRow[] }): UserRow {
  if (!user) throw new AuthError(404, 'user_not_found', 'User not found');
  return user;
}

function asTaken(cause: unknown, code: string): unknown {
  return cause instanceof DatabaseError && cause.code === UNIQUE_VIOLATION ? taken(code) : cause;
}

const taken = (code: string) => new AuthError(422, code, 'A user with this email address has already been registered');

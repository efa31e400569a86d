/** Makes an empty PostgreSQL database look like a new Supabase project's. */

import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { inTransaction } from '../../server/transaction.ts';

const sqlFile = (name: string) => readFile(new URL(name, import.meta.url), 'utf8');

/** Makes a pool of up to `max` connections to one database, made as they are needed. */
export function createPool(databaseUrl: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: databaseUrl, max, connectionTimeoutMillis: 10_000 });
  // PostgreSQL may end one that is idle or closing; a query on it fails by itself, and else nobody needs to know.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/**
 * Makes the roles, the schemas `auth` and `extensions` and the realtime publication; safe to repeat.
 * @param databaseUrl the superuser's
 * @param legacyPrivileges whether new tables and functions are open to every role, as in older Supabase projects
 */
export async function bootstrap(databaseUrl: string, { legacyPrivileges = false } = {}): Promise<void> {
  await inTransaction(databaseUrl, async (client) => {
    await client.query(await sqlFile('bootstrap.sql'));
    if (legacyPrivileges) await client.query(await sqlFile('legacy-privileges.sql'));
  });
}

/** Sets the password with which PostgREST signs in, as the role `authenticator`. */
export async function setAuthenticatorPassword(databaseUrl: string, password: string): Promise<void> {
  await inTransaction(databaseUrl, (client) =>
    client.query(`alter role authenticator password ${client.escapeLiteral(password)}`),
  );
}

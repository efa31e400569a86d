/** One database served as a Supabase project: PostgREST and the gateway over it. */

import type { JWTPayload } from 'jose';
import type pg from 'pg';
import { insertUser, type NewUser, type UserRow, userJson } from './auth/users.ts';
import { createPool } from './database.ts';
import { type Gateway, startGateway } from './gateway.ts';
import { type Keys, publicJwks, TOKEN_SECONDS, userClaims } from './keys.ts';
import { type Postgrest, type PostgrestOptions, startPostgrest } from './postgrest.ts';

export interface Project {
  /** The gateway's address, for `SUPABASE_URL`. */
  readonly url: string;
  readonly publishableKey: string;
  readonly secretKey: string;
  /** The superuser's connection string. */
  readonly databaseUrl: string;
  /** An access token for a person, as Supabase Auth would make it but for its session; `claims` replace its own, `undefined` removes one. */
  mintToken(userId: string, options?: { claims?: JWTPayload; expiresInSeconds?: number }): Promise<string>;
  /** Adds a person with a confirmed address. @throws AuthError when the address is taken */
  createUser(user: NewUser): Promise<{ id: string; email: string }>;
  /** Runs one statement as the superuser and returns its rows. */
  query<Row extends pg.QueryResultRow>(sql: string, params?: unknown[]): Promise<Row[]>;
  /** Ends it without waiting for clients; safe to call twice. */
  stop(): Promise<void>;
}

export interface ServeOptions extends Pick<PostgrestOptions, 'configFile' | 'pool' | 'log'> {
  /** The superuser's connection string. */
  databaseUrl: string;
  /** PostgREST's, of the role `authenticator`. */
  restDatabaseUrl: string;
  keys: Keys;
  /** The gateway's. Default: a free one. */
  port?: number;
  /** The page that links in mails lead back to. */
  siteUrl?: string;
  onRequest?: (method: string, path: string) => void;
}

export interface ServedProject extends Project {
  readonly gateway: Gateway;
  readonly rest: Postgrest;
}

/** Starts PostgREST and the gateway over a database that `bootstrap` and `migrate` have prepared. */
export async function serveDatabase(options: ServeOptions): Promise<ServedProject> {
  const { databaseUrl, keys } = options;
  const rest = await startPostgrest({
    databaseUrl: options.restDatabaseUrl,
    configFile: options.configFile,
    jwks: publicJwks(keys),
    pool: options.pool,
    log: options.log,
  });
  const pool = createPool(databaseUrl, 5);
  const { port, siteUrl, onRequest } = options;
  const starting = startGateway({ port, keys, pool, restPort: rest.port, siteUrl, onRequest });
  const gateway = await starting.catch(async (cause) => {
    await Promise.all([rest.stop(), pool.end()]);
    throw cause;
  });

  let stopping: Promise<unknown> | undefined;
  return {
    url: gateway.url,
    publishableKey: keys.publishableKey,
    secretKey: keys.secretKey,
    databaseUrl,
    gateway,
    rest,
    async mintToken(userId, { claims = {}, expiresInSeconds = TOKEN_SECONDS } = {}) {
      const found = await pool.query<UserRow>('select * from auth.users where id::text = $1', [userId]);
      const user = found.rows[0] ?? { id: userId, email: null };
      return gateway.tokens.sign({ ...userClaims(gateway.tokens.issuer, user), ...claims }, expiresInSeconds);
    },
    async createUser(user) {
      const { id, email } = userJson(await insertUser(pool, user));
      return { id, email };
    },
    query: async <Row extends pg.QueryResultRow>(sql: string, params: unknown[] = []) =>
      (await pool.query<Row>(sql, params)).rows,
    async stop() {
      stopping ??= Promise.all([gateway.stop(), rest.stop(), pool.end()]);
      await stopping;
    },
  };
}

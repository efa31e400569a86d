/** A Supabase project of a test's own: a clone of the run's template database, with its own PostgREST and gateway. */

import { createHmac, randomUUID } from 'node:crypto';
import path from 'node:path';
import type { JWTPayload } from 'jose';
import pg from 'pg';
import { inject } from 'vitest';
import { bootstrap } from '../../local/supabase/database.ts';
import { createKeys, createTokens, TOKEN_SECONDS, userClaims } from '../../local/supabase/keys.ts';
import { type ServedProject, serveDatabase } from '../../local/supabase/serve.ts';
import { migrate } from '../../server/migrations.ts';

export interface TestSupabase extends ServedProject {
  /** Every request that reached the gateway, as `GET /rest/v1/goals`; set its length to 0 to count anew. */
  readonly requests: string[];
  /** PostgREST halts: requests hang until `resumeRest`. */
  pauseRest(): void;
  resumeRest(): void;
  /** A token that looks like `userId`'s and that this project never signed. */
  forgeToken(userId: string, how: Forgery, claims?: JWTPayload): Promise<string>;
}

/** Another project's key; HS256 keyed with our public key (algorithm confusion); no signature at all. */
export type Forgery = 'foreign-key' | 'hs256-public-key' | 'alg-none';

export interface TestSupabaseOptions {
  /** SQL that runs after the migrations and before PostgREST reads the schema, such as a table for this test. */
  fixtures?: string;
  /** Runs the migrations in a project with Supabase's older default privileges. */
  legacyPrivileges?: boolean;
}

/** Makes one; `stop` ends it and drops its database. */
export async function createTestSupabase(options: TestSupabaseOptions = {}): Promise<TestSupabase> {
  const { port, password, authenticatorPassword, runDir } = inject('cluster');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = (user: string, secret: string) => `postgresql://${user}:${secret}@127.0.0.1:${port}/${name}`;
  const databaseUrl = url('postgres', password);
  await createDatabase(name, databaseUrl, options);

  const keys = await createKeys();
  const requests: string[] = [];
  const project = await serveDatabase({
    databaseUrl,
    restDatabaseUrl: url('authenticator', authenticatorPassword),
    configFile: path.join(runDir, `${name}.conf`),
    keys,
    pool: 5,
    onRequest: (method, pathname) => requests.push(`${method} ${pathname}`),
  });
  return {
    ...project,
    requests,
    pauseRest: project.rest.pause,
    resumeRest: project.rest.resume,
    async forgeToken(userId, how, claims = {}) {
      const issuer = project.gateway.tokens.issuer;
      const payload = { ...userClaims(issuer, { id: userId, email: null }), ...claims };
      if (how === 'foreign-key') {
        const { kid } = keys.signingKey;
        const foreign = await createKeys();
        const theirs = { ...foreign, signingKey: { ...foreign.signingKey, kid } };
        return (await createTokens(theirs, issuer)).sign(payload, TOKEN_SECONDS);
      }
      return how === 'alg-none' ? unsigned(payload, { alg: 'none' }) : confused(payload, keys.signingKey);
    },
    async stop() {
      await project.stop();
      await asAdmin((admin) => admin.query(`drop database if exists ${name} with (force)`));
    },
  };
}

async function createDatabase(name: string, databaseUrl: string, options: TestSupabaseOptions): Promise<void> {
  const { template, migrations } = inject('cluster');
  const source = options.legacyPrivileges ? 'template1' : template;
  await asAdmin((admin) => admin.query(`create database ${name} template ${source} strategy file_copy`));
  if (options.legacyPrivileges) {
    await bootstrap(databaseUrl, { legacyPrivileges: true });
    await migrate(databaseUrl, migrations);
  }
  if (!options.fixtures) return;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(options.fixtures);
  await client.end();
}

async function asAdmin(work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const { port, password } = inject('cluster');
  const admin = new pg.Client({ connectionString: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres` });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

function unsigned(payload: JWTPayload, header: object): string {
  const now = Math.floor(Date.now() / 1000);
  const times = { iat: now, exp: now + TOKEN_SECONDS };
  return `${encode({ typ: 'JWT', ...header })}.${encode({ ...payload, ...times })}.`;
}

function confused(payload: JWTPayload, { kid, x, y }: { kid: string; x: string; y: string }): string {
  const input = unsigned(payload, { alg: 'HS256', kid }).slice(0, -1);
  const publicKey = JSON.stringify({ kty: 'EC', crv: 'P-256', x, y });
  return `${input}.${createHmac('sha256', publicKey).update(input).digest('base64url')}`;
}

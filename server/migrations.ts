/** Applies `supabase/migrations` and `supabase/seed.sql` and keeps the books as the Supabase CLI does. */

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { DatabaseError } from 'pg';
import { inTransaction } from './transaction.ts';

/** The CLI's naming: `<version>_<name>.sql`; it skips whatever is named otherwise. */
const MIGRATION = /^(\d+)_(.*)\.sql$/;

/** The CLI splits a file into statements; here each row holds the file as one. */
const HISTORY = `
  create schema if not exists supabase_migrations;
  create table if not exists supabase_migrations.schema_migrations (
    version text primary key, statements text[], name text
  );
  create table if not exists supabase_migrations.seed_files (path text primary key, hash text not null);`;

/** The data was made by other migrations than there are now. */
class RewrittenMigration extends Error {
  constructor(file: string, what: string) {
    super(
      `The data here was made by earlier migrations (${file} ${what}) and cannot be used any more. For the data folder there is --reset, which empties it: npm run dev -- --reset`,
    );
  }
}

/**
 * Applies the migrations of `folder` that the database has not had yet, in order, each in a transaction of its own.
 * @returns the files that were applied
 * @throws when one fails, naming the file, the line where PostgreSQL gives one, and its message; and when one that the database
 *   has had is another one now or is gone, as in a folder from before migrations were rewritten
 */
export async function migrate(databaseUrl: string, folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => MIGRATION.test(name)).sort();
  const done = await inTransaction(databaseUrl, async (client) => {
    await client.query(HISTORY);
    const { rows } = await client.query<{ version: string; name: string; statements: string[] }>(
      'select version, name, statements from supabase_migrations.schema_migrations order by version',
    );
    for (const { version, name, statements } of rows) {
      const file = `${version}_${name}.sql`;
      const sql = files.includes(file) ? await readFile(path.join(folder, file), 'utf8') : undefined;
      if (sql !== statements.join(''))
        throw new RewrittenMigration(file, sql === undefined ? 'is gone' : 'is another one now');
    }
    return new Set(rows.map(({ version }) => version));
  });
  const applied: string[] = [];
  for (const file of files) {
    const [, version = '', name] = MIGRATION.exec(file) ?? [];
    if (done.has(version)) continue;
    await inTransaction(databaseUrl, async (client) => {
      const sql = await runFile(client, path.join(folder, file));
      await client.query(
        'insert into supabase_migrations.schema_migrations (version, statements, name) values ($1, $2, $3)',
        [version, [sql], name],
      );
    });
    applied.push(file);
  }
  if (applied.length > 0) await inTransaction(databaseUrl, (client) => client.query("notify pgrst, 'reload schema'"));
  return applied;
}

/**
 * Runs a seed file once per database, after `migrate`.
 * @throws as `migrate` does
 */
export async function seed(databaseUrl: string, file: string): Promise<void> {
  await inTransaction(databaseUrl, async (client) => {
    const name = path.basename(file);
    const { rowCount } = await client.query('select from supabase_migrations.seed_files where path = $1', [name]);
    if (rowCount) return;
    await runFile(client, file);
    await client.query("insert into supabase_migrations.seed_files (path, hash) values ($1, '')", [name]);
  });
}

async function runFile(client: pg.Client, file: string): Promise<string> {
  const sql = await readFile(file, 'utf8');
  try {
    await client.query(sql);
  } catch (cause) {
    if (!(cause instanceof DatabaseError)) throw cause;
    const line = cause.position ? `:${sql.slice(0, Number(cause.position)).split('\n').length}` : '';
    const detail = [cause.detail, cause.hint, cause.where].filter(Boolean).join('; ');
    throw new Error(`${file}${line}: ${cause.message}${detail ? ` (${detail})` : ''}`, { cause });
  }
  return sql;
}

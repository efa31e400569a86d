/** Writes lib/db/types.ts from the migrations: `npm run types`. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateTypescript, sortGeneratorMetadata } from '@supabase/postgrest-typegen/generation';
import { introspect } from '@supabase/postgrest-typegen/introspection';
import { type CommandInput, type OnExit, runCommand, stopOnExit } from '../lib/command.ts';
import { bootstrap, createPool } from '../local/supabase/database.ts';
import { startPostgres } from '../local/supabase/postgres.ts';
import { migrate } from '../server/migrations.ts';

const HEADER = '// Generated from supabase/migrations by `npm run types`. Do not edit.\n\n';

/** Returns the TypeScript types of a migrated database's public schema, the same text each time for the same schema. */
export async function generateTypes(databaseUrl: string): Promise<string> {
  const pool = createPool(databaseUrl, 5);
  try {
    const metadata = await introspect(pool, { includedSchemas: ['public'] });
    return HEADER + (await generateTypescript(sortGeneratorMetadata(metadata), { postgrestVersion: '12' }));
  } finally {
    await pool.end();
  }
}

const help = `npm run types

Writes lib/db/types.ts from supabase/migrations, on a database of its own that is removed again.`;

async function main(_: CommandInput, onExit: OnExit): Promise<void> {
  const root = path.resolve(import.meta.dirname, '..');
  const dataDir = mkdtempSync(path.join(tmpdir(), 'flux-types-'));
  onExit(() => rmSync(dataDir, { recursive: true, force: true }));
  const postgres = await stopOnExit(onExit, startPostgres({ dataDir, durable: false }));
  const databaseUrl = postgres.superuserUrl('postgres');
  await bootstrap(databaseUrl);
  await migrate(databaseUrl, path.join(root, 'supabase/migrations'));
  writeFileSync(path.join(root, 'lib/db/types.ts'), await generateTypes(databaseUrl));
}

if (import.meta.main) await runCommand({ help }, main);

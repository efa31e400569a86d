import '../lib/env-file.ts';

import { fileURLToPath } from 'node:url';
import { runCommand } from '../lib/command.ts';
import { migrate } from './migrations.ts';

const help = `npm run migrate

Applies the files of supabase/migrations that the database at DATABASE_URL has not had, in order, each as a whole or not at all.

  --help   shows this`;

await runCommand({ help }, async () => {
  const databaseUrl = process.env.DATABASE_URL?.trim();
  if (!databaseUrl)
    throw new Error(
      'Set DATABASE_URL: the address of the database, such as postgresql://postgres:…@localhost:5432/postgres.',
    );
  const applied = await migrate(databaseUrl, fileURLToPath(new URL('../supabase/migrations', import.meta.url)));
  console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'There is nothing to apply.');
});

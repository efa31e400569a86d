import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generateTypes } from '../../scripts/generate-types.ts';
import { createTestSupabase } from '../support/database.ts';

test('lib/db/types.ts is what `npm run types` makes of the migrations', async () => {
  const supabase = await createTestSupabase();
  const committed = readFileSync(new URL('../../lib/db/types.ts', import.meta.url), 'utf8');
  expect(committed).toBe(await generateTypes(supabase.databaseUrl));
  await supabase.stop();
});

/** Prints how well search finds the texts of the shipped corpus: `node bench/search.ts`. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { measureSearch } from '../harness/search.ts';
import { questions } from '../harness/search-questions.ts';
import { loadCorpus } from '../lib/knowledge/corpus.ts';
import { startSupabase } from '../local/supabase/start.ts';

const root = path.resolve(import.meta.dirname, '..');
const dataDir = mkdtempSync(path.join(tmpdir(), 'flux-bench-'));
const supabase = await startSupabase({
  dataDir,
  port: 0,
  migrations: path.join(root, 'supabase/migrations'),
  seed: path.join(root, 'supabase/seed.sql'),
});
try {
  process.env.SUPABASE_URL = supabase.url;
  process.env.SUPABASE_PUBLISHABLE_KEY = supabase.publishableKey;
  process.env.SUPABASE_SECRET_KEY = supabase.secretKey;
  console.log(await loadCorpus());
  const started = performance.now();
  const { recallAt3, mrr, missed } = await measureSearch();
  const ms = (performance.now() - started) / questions.length;
  console.log(
    `${questions.length} questions: recall@3 ${recallAt3.toFixed(3)}, MRR ${mrr.toFixed(3)}, ${ms.toFixed(1)} ms each`,
  );
  for (const each of missed) console.log('missed', each);
} finally {
  await supabase.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/**
 * How well search finds the text that answers a question, on the shipped corpus: recall@3 (the share of questions whose text
 * is among the first three) and MRR (the mean of 1 / its place). `node bench/search.ts`
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { documentId, loadCorpus } from '../lib/knowledge/corpus.ts';
import { searchDocuments } from '../lib/knowledge/search.ts';
import { startSupabase } from '../local/supabase/start.ts';
import { questions } from './search-questions.ts';

type SearchQuality = {
  recallAt3: number;
  mrr: number;
  missed: { question: string; wanted: string; got: string[] }[];
};

/** Asks every question of the database that the environment names, as the service: the shared texts alone are searched. */
export async function measureSearch(): Promise<SearchQuality> {
  const service = { ownerId: crypto.randomUUID() };
  const ranks: number[] = [];
  const missed: SearchQuality['missed'] = [];
  for (const [question, wanted] of questions) {
    const { results } = await searchDocuments(service, question, 10);
    const rank = results.findIndex(({ document_id }) => document_id === documentId(`${wanted}.md`)) + 1;
    ranks.push(rank);
    if (rank === 0 || rank > 3) missed.push({ question, wanted, got: results.slice(0, 3).map(({ title }) => title) });
  }
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    recallAt3: mean(ranks.map((rank) => (rank >= 1 && rank <= 3 ? 1 : 0))),
    mrr: mean(ranks.map((rank) => (rank ? 1 / rank : 0))),
    missed,
  };
}

async function main(): Promise<void> {
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
}

if (import.meta.main) await main();

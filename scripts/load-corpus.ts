/** Loads the texts in corpus/ as shared documents: `npm run corpus`, with SUPABASE_URL, its publishable and its secret key set. */

import { loadCorpus } from '../lib/knowledge/corpus.ts';
import { Problem } from '../lib/problem.ts';

try {
  const { documents, changed } = await loadCorpus();
  console.log(`${documents} shared documents, ${changed} of them new, changed or removed now.`);
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

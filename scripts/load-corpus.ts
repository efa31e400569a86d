/** Loads the texts in corpus/ as shared documents. */

import { runCommand } from '../lib/command.ts';
import { loadCorpus } from '../lib/knowledge/corpus.ts';

const help = `npm run corpus

Loads the texts in corpus/ as shared documents, which ground everybody's plans. Needs SUPABASE_URL, its publishable key and its
secret key. Run again, it changes what has changed.`;

await runCommand({ help }, async () => {
  const { documents, changed } = await loadCorpus();
  console.log(`${documents} shared documents, ${changed} of them new, changed or removed now.`);
});

import '../lib/env-file.ts';

import { join, resolve } from 'node:path';
import { runCommand } from '../lib/command.ts';
import { claimDataFolder } from './data-folder.ts';
import { createPackages, PACKAGES_FOLDER, packagesUrl, RELEASE_URL } from './e2b/packages.ts';
import { prefetch } from './e2b/prefetch.ts';

const help = `npm run packages -- <names>

Fetches Python packages for the local sandbox, with all that they need, so that programs can import them without a network:
numpy, pandas, matplotlib and whatever else the installed Pyodide release has. They are kept in FLUX_DATA_DIR (.data), where
npm run dev finds them. SANDBOX_PACKAGES_URL names another place to fetch from than the release's own.

  --help    shows this`;

await runCommand({ help, takesWords: true }, async ({ words }) => {
  if (words.length === 0) throw new Error(`Name at least one package.\n\n${help}`);
  const dataDir = resolve(process.env.FLUX_DATA_DIR ?? '.data');
  claimDataFolder(dataDir);
  // Whoever types this wants it fetched, even where programs may not fetch.
  const packages = createPackages({ url: packagesUrl() ?? RELEASE_URL, folder: join(dataDir, PACKAGES_FOLDER) });
  const there = await prefetch(words, packages);
  for (const name of there) console.log(name);
  console.log(`\n${there.length} packages are in ${packages.folder}.`);
});

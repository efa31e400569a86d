/** Copies what the pages in public/ use from other projects, with their licences, into public/vendor: `npm run vendor`. */

import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from '../lib/command.ts';

const root = path.resolve(import.meta.dirname, '..');

/** The files that are shipped, their package, and the files with its licence. */
const vendored = [
  {
    package: 'swagger-ui-dist',
    licences: ['LICENSE', 'NOTICE'],
    files: ['swagger-ui-bundle.js', 'swagger-ui-bundle.js.LICENSE.txt', 'swagger-ui.css'],
  },
  { package: '@supabase/supabase-js', licences: ['LICENSE'], files: ['dist/umd/supabase.js'] },
];

/** Returns where a shipped file comes from and where it goes, both below the project's root. */
export function vendoredFiles(): { from: string; to: string }[] {
  return vendored.flatMap(({ package: name, files }) =>
    files.map((file) => ({ from: `node_modules/${name}/${file}`, to: `public/vendor/${path.basename(file)}` })),
  );
}

/** Returns the text of public/vendor/LICENSES.txt: each package, its version and its licence as it ships it. */
export async function licences(): Promise<string> {
  const parts = await Promise.all(
    vendored.map(async ({ package: name, licences: files, files: shipped }) => {
      const folder = path.join(root, 'node_modules', name);
      const { version }: { version: string } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
      const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
      const names = shipped.map((file) => path.basename(file)).join(', ');
      return `${name} ${version} (${names})\n\n${texts.map((text) => text.trim()).join('\n\n')}\n`;
    }),
  );
  return parts.join(`\n${'-'.repeat(100)}\n\n`);
}

const help = `npm run vendor

Copies what the pages in public/ use from other projects, with their licences, into public/vendor.`;

if (import.meta.main) {
  await runCommand({ help }, async () => {
    await mkdir(path.join(root, 'public/vendor'), { recursive: true });
    for (const { from, to } of vendoredFiles()) await copyFile(path.join(root, from), path.join(root, to));
    await writeFile(path.join(root, 'public/vendor/LICENSES.txt'), await licences());
  });
}

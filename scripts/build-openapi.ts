/** Writes public/openapi.json, its types for TypeScript clients and llms.txt beside it, from the routes: `npm run openapi`. */

import { writeFile } from 'node:fs/promises';
import { createRequire, registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand } from '../lib/command.ts';
import { buildDocument, type Document } from './openapi/document.ts';
import { renderLlms } from './openapi/llms.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Returns every file that is made from the routes, by its path from the project's root. */
export async function renderFiles(): Promise<Map<string, string>> {
  const document = await buildDocument();
  return new Map([
    ['public/openapi.json', `${JSON.stringify(document, null, 1)}\n`],
    ['public/openapi.d.ts', await renderTypes(document)],
    ['public/llms.txt', renderLlms(document)],
  ]);
}

/** openapi-typescript is written against the API of TypeScript 5: it gets the one that @vercel/node brings along. */
async function renderTypes(document: Document): Promise<string> {
  const require = createRequire(import.meta.url);
  const typescript5 = createRequire(require.resolve('@vercel/node')).resolve('typescript');
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'typescript'
        ? { url: pathToFileURL(typescript5).href, shortCircuit: true }
        : next(specifier, context),
  });
  try {
    const { default: openapiTS, astToString } = await import('openapi-typescript');
    const nodes = await openapiTS(JSON.stringify(document), { alphabetize: true });
    return `// Generated from the routes by \`npm run openapi\`. Do not edit.\n\n${astToString(nodes)}`;
  } finally {
    hooks.deregister();
  }
}

const help = `npm run openapi

Writes public/openapi.json, public/openapi.d.ts and public/llms.txt from the routes under api/.`;

if (import.meta.main) {
  await runCommand({ help }, async () => {
    for (const [file, text] of await renderFiles()) await writeFile(path.join(root, file), text);
  });
}

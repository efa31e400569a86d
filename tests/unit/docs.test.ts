import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));
const folders = readdirSync('.', { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []));
/** Files that commands write. */
const written = /^(?:bench\/results\.json$|\.data\/)/;
/** A method of MCP, which has the form of a path. */
const method = 'server/discover';

const matches = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(([, found = '']) => found);

test.each(globSync(['*.md', 'docs/*.md', '.github/**/*.md']))('%s names commands and files that exist', (page) => {
  const text = readFileSync(page, 'utf8');
  const links = matches(/\]\(([^)#\s]+)/g, text).filter((to) => !/^(https?:|mailto:|\/)/.test(to));
  const paths = matches(/`(\.?[\w-]+\/[\w./{},*-]*)`/g, text).filter((name) =>
    folders.includes(name.split('/')[0] ?? ''),
  );
  const missing = [
    ...matches(/npm run ([\w:-]+)/g, text).filter((name) => !(name in scripts)),
    ...links.filter((to) => !existsSync(path.join(path.dirname(page), to))),
    ...paths.filter((name) => !written.test(name) && name !== method && globSync(name.replace(/\/$/, '')).length === 0),
  ];
  expect(missing).toEqual([]);
});

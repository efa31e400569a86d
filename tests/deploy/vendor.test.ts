import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { licences, vendoredFiles } from '../../scripts/vendor.ts';

const root = path.resolve(import.meta.dirname, '../..');

test('what public/vendor ships is what the pinned packages hold, with their licences; else run `npm run vendor`', async () => {
  const files = vendoredFiles();
  for (const { from, to } of files) {
    const [theirs, ours] = await Promise.all([from, to].map((file) => readFile(path.join(root, file), 'utf8')));
    expect(ours === theirs, to).toBe(true);
  }
  expect(await readFile(path.join(root, 'public/vendor/LICENSES.txt'), 'utf8')).toBe(await licences());
  const shipped = (await readdir(path.join(root, 'public/vendor'))).sort();
  expect(shipped).toEqual([...files.map(({ to }) => path.basename(to)), 'LICENSES.txt'].sort());
});

test('the pages load scripts and styles of this server only, and say so in their policy', async () => {
  for (const page of ['public/index.html', 'public/docs/index.html']) {
    const html = await readFile(path.join(root, page), 'utf8');
    const loaded = [...html.matchAll(/<(?:script|link|img)[^>]+(?:src|href)="([^"]+)"/g)].map(([, url]) => url);
    for (const url of loaded) expect(url, page).toMatch(/^\//);
    expect(html).toMatch(/http-equiv="Content-Security-Policy"\s+content="default-src 'none'; script-src 'self';/);
    expect(html, 'no inline scripts').not.toMatch(/<script>|<script[^>]*>[^<]/);
  }
});

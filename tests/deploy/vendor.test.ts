import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
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

test('what the service worker keeps is everything that the console is made of', async () => {
  const worker = await readFile(path.join(root, 'public/sw.js'), 'utf8');
  const kept = [...worker.matchAll(/^ {2}'(\/[^']*)',$/gm)].map(([, url]) => url);
  const console = (await readdir(path.join(root, 'public/console'))).map((file) => `/console/${file}`);
  const others = ['/', '/api/config', '/manifest.webmanifest', '/vendor/supabase.js'];
  expect(kept.sort()).toEqual([...others, ...console].sort());
});

test('the console is at most 150 KB compressed, with everything that it loads', async () => {
  const files = (await readdir(path.join(root, 'public/console'))).filter((file) => /\.(js|css)$/.test(file));
  const all = [
    ...files.map((file) => `console/${file}`),
    'index.html',
    'sw.js',
    'manifest.webmanifest',
    'vendor/supabase.js',
  ];
  const sizes = await Promise.all(
    all.map(async (file) => gzipSync(await readFile(path.join(root, 'public', file))).length),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000);
});

test('what the first view is made of is asked for at once, not module by module', async () => {
  const html = await readFile(path.join(root, 'public/index.html'), 'utf8');
  const preloaded = [...html.matchAll(/rel="modulepreload" href="\/console\/([^"]+)"/g)].map(([, file]) => file);
  const imported = new Set(['main.js']);
  for (const file of imported) {
    const source = await readFile(path.join(root, 'public/console', file), 'utf8');
    for (const [, other] of source.matchAll(/ from '\.\/([^']+)';$/gm)) if (other) imported.add(other);
  }
  expect(['main.js', ...preloaded].sort()).toEqual([...imported].sort());
});

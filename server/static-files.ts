import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const contentTypes: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  webmanifest: 'application/manifest+json',
};

const Project = z.object({
  headers: z.array(
    z.object({ source: z.string(), headers: z.array(z.object({ key: z.string(), value: z.string() })) }),
  ),
});
const root = new URL('../', import.meta.url);

/** Returns what answers with the files in public/, under the headers that vercel.json has for them; null where there is none. */
export async function createStaticFiles(): Promise<(request: Request) => Promise<Response | null>> {
  const { headers } = Project.parse(JSON.parse(await readFile(new URL('vercel.json', root), 'utf8')));
  const rules = headers.map((rule) => ({ ...rule, pattern: new URLPattern({ pathname: rule.source }) }));

  return async function answer(request) {
    const { pathname } = new URL(request.url);
    if (!/^(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*\/?$/.test(pathname)) return null;
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    for (const file of [path, `${path}/index.html`]) {
      const content = await readFile(new URL(`public${file}`, root)).catch(() => null);
      if (!content) continue;
      const etag = `"${createHash('sha256').update(content).digest('base64url')}"`;
      const answered = new Headers({
        'Content-Type': contentTypes[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
        ETag: etag,
      });
      for (const rule of rules.filter(({ pattern }) => pattern.test({ pathname }))) {
        for (const { key, value } of rule.headers) answered.set(key, value);
      }
      return request.headers.get('If-None-Match') === etag
        ? new Response(null, { status: 304, headers: answered })
        : new Response(new Uint8Array(content), { headers: answered });
    }
    return null;
  };
}

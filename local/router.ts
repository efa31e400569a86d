import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** A function under api/, as the hosts see it. */
type ServerlessFunction = { fetch(request: Request, env?: object): Response | Promise<Response> };
type Rewrite = { pattern: RegExp; file: string };

const Project = z.object({ rewrites: z.array(z.object({ source: z.string(), destination: z.string() })) });
const root = new URL('../', import.meta.url);

/**
 * Finds the function for a path as Vercel does: through vercel.json's rewrites, else the file of the same name. So what
 * works here is what vercel.json says, and nothing else.
 */
export async function createRouter() {
  const { rewrites } = Project.parse(JSON.parse(await readFile(new URL('vercel.json', root), 'utf8')));
  const rules = rewrites.map(({ source, destination }): Rewrite => ({ pattern: toPattern(source), file: destination }));
  const loaded = new Map<string, Promise<ServerlessFunction | null>>();

  return async function find(pathname: string): Promise<ServerlessFunction | null> {
    const file = rules.find((rule) => rule.pattern.test(pathname))?.file ?? pathname;
    if (!/^\/api(\/[a-z0-9-]+)+$/.test(file)) return null;
    const known = loaded.get(file) ?? load(file);
    loaded.set(file, known);
    return known;
  };
}

/** `/goals/:path*` matches any depth below, `/x/:id` one segment (the two forms that vercel.json uses). */
function toPattern(source: string): RegExp {
  const escaped = source.replace(/[.+?^$()[\]{}|\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\/:\w+\*/g, '(?:/.*)?').replace(/:\w+/g, '[^/]+')}$`);
}

async function load(file: string): Promise<ServerlessFunction | null> {
  try {
    const module: { default: ServerlessFunction } = await import(new URL(`.${file}.ts`, root).href);
    return module.default;
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      error.code === 'ERR_MODULE_NOT_FOUND' &&
      error.message.includes(`${file}.ts`)
    ) {
      return null;
    }
    throw error;
  }
}

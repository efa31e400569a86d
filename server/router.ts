import { glob, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** A function under api/, as the hosts see it. */
type ServerlessFunction = { fetch(request: Request, env?: object): Response | Promise<Response> };

const Project = z.object({ rewrites: z.array(z.object({ source: z.string(), destination: z.string() })) });
const root = new URL('../', import.meta.url);

/**
 * Finds the function for a path as Vercel does: the file of the same name first, then vercel.json's rewrites. So what works
 * here is what vercel.json says, and nothing else.
 */
export async function createRouter() {
  const { rewrites } = Project.parse(JSON.parse(await readFile(new URL('vercel.json', root), 'utf8')));
  const rules = rewrites.map(({ source, destination }) => ({
    pattern: new URLPattern({ pathname: source }),
    destination,
  }));
  const names: string[] = [];
  for await (const file of glob('api/**/*.ts', { cwd: fileURLToPath(root) })) names.push(`/${file.slice(0, -3)}`);
  const loaded = new Map<string, Promise<ServerlessFunction>>();

  return async function find(pathname: string): Promise<ServerlessFunction | null> {
    const destination = names.includes(pathname)
      ? pathname
      : rules.find(({ pattern }) => pattern.test({ pathname }))?.destination;
    if (destination === undefined || !names.includes(destination)) return null;
    const known = loaded.get(destination) ?? load(destination);
    loaded.set(destination, known);
    return known;
  };
}

async function load(name: string): Promise<ServerlessFunction> {
  const module: { default: ServerlessFunction } = await import(new URL(`.${name}.ts`, root).href);
  return module.default;
}

import { mkdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type BuildV3, download, glob, type Lambda } from '@vercel/build-utils';

// The types of @vercel/node leave its builder out.
const { build }: { build: BuildV3 } = createRequire(import.meta.url)('@vercel/node');
const root = path.resolve(import.meta.dirname, '..');

/** A built function: the file under api/ that it was, the file that is called, its runtime and its size. */
export type BuiltFunction = { entrypoint: string; handler: string; runtime: string; bytes: number };

/**
 * Builds functions as Vercel does, with its own builder, and writes each with the files that were traced for it, and no
 * others, into a folder of its own below `outDir`. Takes seconds for each.
 */
export async function buildForVercel(entrypoints: string[], outDir: string): Promise<BuiltFunction[]> {
  // The dependencies are there: without this the builder runs `npm install` in the project.
  process.env.VERCEL_INSTALL_COMPLETED = '1';
  const files = await glob('{api,inngest,lib}/**', { cwd: root });
  Object.assign(files, await glob('{package,package-lock,tsconfig}.json', { cwd: root }));
  const built: BuiltFunction[] = [];
  for (const entrypoint of entrypoints) {
    const { output } = await build({
      files,
      entrypoint,
      workPath: root,
      repoRootPath: root,
      config: { zeroConfig: true },
      meta: { skipDownload: true },
    });
    if (!isLambda(output)) throw new Error(`${entrypoint} was built to something that is not a function.`);
    const folder = path.join(outDir, entrypoint.replace(/\.ts$/, '.func'));
    await mkdir(folder, { recursive: true });
    await download(output.files ?? {}, folder);
    const sizes = await Promise.all(
      Object.keys(output.files ?? {}).map(async (file) => (await stat(path.join(folder, file))).size),
    );
    built.push({
      entrypoint,
      handler: path.join(folder, output.handler),
      runtime: output.runtime,
      bytes: sizes.reduce((sum, size) => sum + size, 0),
    });
  }
  return built;
}

function isLambda(output: { type: string } | object): output is Lambda {
  return 'type' in output && output.type === 'Lambda';
}

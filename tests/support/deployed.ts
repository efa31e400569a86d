import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Manifest } from '../../harness/vercel-host.ts';

const root = path.resolve(import.meta.dirname, '../..');

export type Deployed = {
  url: string;
  /** Everything that it wrote to its standard output and error so far. */
  output(): string;
  stop(): Promise<void>;
};

/**
 * The functions under api/ in a process of their own, served as a deployment does and without anything of local/.
 * @param env its whole environment besides PATH
 * @param preload a module that it loads first
 */
export async function startDeployed(env: Record<string, string>, preload?: string): Promise<Deployed> {
  const folder = mkdtempSync(path.join(tmpdir(), 'flux-deployed-'));
  const files = globSync('api/**/*.ts', { cwd: root });
  const manifest: Manifest = {
    handlers: Object.fromEntries(files.map((file) => [`/${file.replace(/\.ts$/, '')}`, path.join(root, file)])),
    rewrites: JSON.parse(readFileSync(path.join(root, 'vercel.json'), 'utf8')).rewrites,
  };
  const manifestFile = path.join(folder, 'manifest.json');
  writeFileSync(manifestFile, JSON.stringify(manifest));
  const host = path.join(root, 'harness/vercel-host.ts');
  const child = spawn(process.execPath, [...(preload ? ['--import', preload] : []), host, manifestFile], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => chunks.push(String(chunk)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const url = await Promise.race([
    new Promise<string>((resolve) => child.once('message', (message) => resolve(String(message)))),
    ended.then(() => ''),
  ]);
  if (url === '') {
    await stop();
    throw new Error(`The functions did not start:\n${chunks.join('')}`);
  }
  return { url, output: () => chunks.join(''), stop };
}

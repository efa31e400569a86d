import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Kept between runs of the tests: it holds only what can be made again, such as the sandbox's memory snapshot. */
export function sharedDataDir(): string {
  const dir = join(tmpdir(), `flux-tests-${process.getuid?.() ?? 0}`);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  return dir;
}

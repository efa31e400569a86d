import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Why a start cannot use a folder, or end what an earlier one left, in words. */

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'flux-folder-'));
  // Only what may not be done below it shall fail.
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'file'), 'a file');
  mkdirSync(join(folder, 'closed'), { mode: 0o555 });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const isRoot = process.getuid?.() === 0;
const nobody = 65_534;

/** Calls a function of a module under local/ as a user without special rights, in a process of its own; returns why it failed. */
function failureOf(file: string, name: string, ...args: string[]): string {
  const url = pathToFileURL(join(import.meta.dirname, '../../local', file));
  const code = `
    const { ${name} } = await import(${JSON.stringify(url)});
    if (process.getuid() === 0) process.setuid(${nobody});
    try { await ${name}(...${JSON.stringify(args)}); } catch (error) { console.log(error.message); }`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  return `${stdout}${stderr}`.trim();
}

test.each([
  ['that may not be written to', 'closed', 'this user may not write there'],
  ['below one that may not be written to', 'closed/data', 'this user may not write there'],
  ['whose path leads through a file', 'file/data', 'a part of its path is a file'],
  ['that is a file', 'file', 'it is a file'],
])('a folder %s is refused with the reason', (_, below, reason) => {
  const wanted = join(folder, below);
  const sentence = `Cannot use ${wanted}: ${reason}. Set FLUX_DATA_DIR to a folder of your own.`;
  expect(failureOf('data-folder.ts', 'claimDataFolder', wanted)).toBe(sentence);
  if (below === 'closed') expect(failureOf('supabase/lock.ts', 'lockFolder', wanted)).toBe(sentence);
  expect(readdirSync(join(folder, 'closed'))).toEqual([]);
});

test.runIf(isRoot)('a process of another user that was left by an earlier start is named', async () => {
  const left = spawn('sleep', ['612.5'], { stdio: 'ignore' });
  const ended = new Promise((done) => left.once('exit', done));
  expect(failureOf('supabase/processes.ts', 'endLeftovers', 'sleep 612.5 ', 'SIGTERM')).toBe(
    `Cannot end process ${left.pid}, left by an earlier start: end it yourself`,
  );
  left.kill('SIGKILL');
  await ended;
});

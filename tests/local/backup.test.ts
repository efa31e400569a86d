import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import { expect, test } from 'vitest';
import { newDataDir, runCommand, startDev } from './dev-process.ts';

const ada = { email: 'ada@example.com', password: 'correct horse battery' };

/** Adds a goal, or lists the titles of the goals, as a person who signs in with a password. */
async function goals(dataDir: string, how: 'signUp' | 'signInWithPassword', title?: string): Promise<string[]> {
  const { supabaseUrl, publishableKey, apiUrl } = JSON.parse(readFileSync(join(dataDir, 'dev.json'), 'utf8'));
  const { data } = await createClient(supabaseUrl, publishableKey).auth[how](ada);
  const headers = { Authorization: `Bearer ${data.session?.access_token}`, 'Content-Type': 'application/json' };
  if (title) await fetch(`${apiUrl}/goals`, { method: 'POST', headers, body: JSON.stringify({ title }) });
  const listed: { title: string }[] = JSON.parse(await (await fetch(`${apiUrl}/goals`, { headers })).text());
  return listed.map((goal) => goal.title);
}

const at = (dataDir: string) => ({ FLUX_DATA_DIR: dataDir });

test('a backup of a running server and of a stopped one is restored to a new folder: the data are there, and a sign-in works', async () => {
  const first = newDataDir();
  const backups = newDataDir();
  const [running, stopped] = [join(backups, 'running'), join(backups, 'stopped')];
  const dev = await startDev(first);
  await goals(first, 'signUp', 'Learn the guitar');
  const backedUp = await runCommand('backup', [running], at(first));
  expect(backedUp).toMatchObject({ code: 0, output: expect.stringContaining('Keep it safe') });
  expect(statSync(running).mode & 0o777).toBe(0o600);
  expect(await runCommand('backup', [running], at(first))).toMatchObject({
    code: 1,
    output: expect.stringContaining('exists already, and nothing is overwritten'),
  });
  expect(await runCommand('restore', [running], at(first))).toMatchObject({
    code: 1,
    output: expect.stringContaining('is in use by process'),
  });
  await goals(first, 'signInWithPassword', 'Run a marathon');
  dev.process.kill('SIGTERM');
  await dev.ended;
  expect(await runCommand('backup', [stopped], at(first))).toMatchObject({ code: 0 });
  expect(await runCommand('restore', [stopped], at(first))).toMatchObject({
    code: 1,
    output: expect.stringContaining('holds data already, and nothing is overwritten'),
  });

  for (const [file, titles] of [
    [running, ['Learn the guitar']],
    [stopped, ['Run a marathon', 'Learn the guitar']],
  ] as const) {
    const target = newDataDir();
    const restored = await runCommand('restore', [file], at(target));
    expect(restored).toMatchObject({ code: 0, output: expect.stringContaining('Next: npm run dev') });
    const again = await startDev(target);
    expect(await goals(target, 'signInWithPassword')).toEqual(titles);
    again.process.kill('SIGTERM');
    await again.ended;
  }

  const damaged = join(backups, 'damaged');
  writeFileSync(damaged, readFileSync(stopped).subarray(0, -100_000));
  const target = newDataDir();
  expect(await runCommand('restore', [damaged], at(target))).toMatchObject({
    code: 1,
    output: expect.stringContaining('is cut short or damaged: nothing was restored'),
  });
  expect(readdirSync(target)).toEqual(['flux-data.txt']);
}, 180_000);

test('a backup needs a data folder of this project with data, and one file to write to', async () => {
  const foreign = newDataDir();
  writeFileSync(join(foreign, 'thesis.txt'), 'five years of work');
  const file = join(newDataDir(), 'file');
  const cases: [string[], Record<string, string>, string][] = [
    [[], {}, 'Name one file to write to'],
    [[file, 'other'], {}, 'Name one file to write to'],
    [[file], at(foreign), 'is not a data folder of this project'],
    [[file], at(join(foreign, 'missing')), 'is not a data folder of this project'],
    [[file], { SUPABASE_URL: 'https://project.supabase.co' }, 'SUPABASE_URL is set'],
  ];
  for (const [words, env, said] of cases) {
    expect(await runCommand('backup', words, env)).toMatchObject({ code: 1, output: expect.stringContaining(said) });
  }
  expect(existsSync(file)).toBe(false);
});

test('a restore takes a backup and nothing else, and touches no folder that holds something', async () => {
  const folder = newDataDir();
  const letter = join(folder, 'letter.txt');
  writeFileSync(letter, 'Dear Ada');
  const target = join(folder, 'target');
  expect(await runCommand('restore', [letter], at(target))).toMatchObject({
    code: 1,
    output: expect.stringContaining('is not a backup that this version can read'),
  });
  expect(await runCommand('restore', [join(folder, 'missing')], at(target))).toMatchObject({
    code: 1,
    output: expect.stringContaining('There is no file'),
  });
  expect(existsSync(target)).toBe(false);
});

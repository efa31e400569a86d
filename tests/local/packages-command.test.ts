import { copyFile, cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { newDataDir, root, runCommand } from './dev-process.ts';
import { startMirror, type Wheel, wheel } from './wheels.ts';

const six = wheel('six', [{ name: 'six.py', data: 'VERSION = "1.17"' }]);
const dates = wheel('dates', [{ name: 'dates.py', data: 'import six' }], ['six']);

/** Makes a checkout of this project whose Pyodide release has the wheels of the test, and no others. */
async function checkoutWith(wheels: Wheel[]): Promise<string> {
  const folder = join(newDataDir(), 'checkout');
  const modules = join(folder, 'node_modules');
  await mkdir(join(modules, 'pyodide'), { recursive: true });
  await copyFile(join(root, 'package.json'), join(folder, 'package.json'));
  await cp(join(root, 'local'), join(folder, 'local'), { recursive: true });
  await symlink(join(root, 'lib'), join(folder, 'lib'));
  const others = (await readdir(join(root, 'node_modules'))).filter((name) => name !== 'pyodide');
  await Promise.all(others.map((name) => symlink(join(root, 'node_modules', name), join(modules, name))));
  for (const file of ['package.json', 'pyodide.mjs'])
    await copyFile(join(root, 'node_modules/pyodide', file), join(modules, 'pyodide', file));
  const packages = Object.fromEntries(wheels.map(({ entry }) => [entry.name, entry]));
  await writeFile(join(modules, 'pyodide/pyodide-lock.json'), JSON.stringify({ packages }));
  return folder;
}

test('npm run packages fetches what is named with what that needs, and keeps it', async () => {
  const checkout = await checkoutWith([six, dates]);
  const mirror = await startMirror([six, dates]);
  const FLUX_DATA_DIR = join(newDataDir(), 'data');
  const packages = (...names: string[]) =>
    runCommand('packages', names, { FLUX_DATA_DIR, SANDBOX_PACKAGES_URL: mirror.url }, checkout);
  const output = `six 1.0\ndates 1.0\n\n2 packages are in ${join(FLUX_DATA_DIR, 'packages')}.\n`;
  expect(await packages('dates')).toEqual({ code: 0, output });
  for (const { entry, bytes } of [six, dates])
    expect(await readFile(join(FLUX_DATA_DIR, 'packages', entry.file_name))).toEqual(bytes);
  expect(mirror.requests).toHaveLength(2);
  await mirror.stop();
  expect(await packages('dates')).toEqual({ code: 0, output });
}, 60_000);

test('npm run packages says what to do where a file is not the release’s, and keeps the others', async () => {
  const checkout = await checkoutWith([six, dates]);
  const mirror = await startMirror([six], {
    [dates.entry.file_name]: (_, response) => response.end('another release'),
  });
  onTestFinished(() => mirror.stop());
  const FLUX_DATA_DIR = join(newDataDir(), 'data');
  const env = { FLUX_DATA_DIR, SANDBOX_PACKAGES_URL: mirror.url };
  const { code, output } = await runCommand('packages', ['dates'], env, checkout);
  expect(code).toBe(1);
  expect(output.trim().split('\n')).toEqual([
    expect.stringMatching(/^dates 1\.0 could not be fetched: .* is not what Pyodide's lock file says \(sha256\)\.$/),
    expect.stringMatching(/set SANDBOX_PACKAGES_URL to a mirror of Pyodide \S+, and run this again/),
  ]);
  expect(await readdir(join(FLUX_DATA_DIR, 'packages'))).toEqual([six.entry.file_name]);
}, 60_000);

test('npm run packages refuses names that are no packages, with those that are near, and says what to do where it cannot fetch', async () => {
  const FLUX_DATA_DIR = join(newDataDir(), 'data');
  const packages = (...names: string[]) =>
    // Nobody listens at port 9.
    runCommand('packages', names, { FLUX_DATA_DIR, SANDBOX_PACKAGES_URL: 'http://127.0.0.1:9/' });
  expect(await packages()).toMatchObject({ code: 1, output: expect.stringContaining('Name at least one package') });
  const unknown = await packages('nunpy', 'Pandas', 'my-own-tool');
  expect(unknown).toMatchObject({ code: 1, output: expect.stringMatching(/"nunpy" is not a package .*numpy/) });
  expect(unknown.output).toMatch(/"my-own-tool" is not a package of this Pyodide release\.$/m);
  expect(unknown.output).toMatch(/^What there is: https:/m);
  expect(await packages('six')).toEqual({
    code: 1,
    output: expect.stringMatching(
      /^six 1\.17\.0 could not be fetched: 127\.0\.0\.1:9 could not be reached\.\nCheck the network, or set SANDBOX_PACKAGES_URL .*\n$/,
    ),
  });
});

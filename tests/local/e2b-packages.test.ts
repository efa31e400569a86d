import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createPackages } from '../../local/e2b/packages.ts';
import { prefetch } from '../../local/e2b/prefetch.ts';
import { serveWheels, usePackageHarness } from './e2b-packages-harness.ts';
import { compiledModule, lockOf, wheel } from './wheels.ts';

usePackageHarness();

const six = wheel('six', [{ name: 'six.py', data: 'VERSION = "1.17"' }]);
const dates = wheel('dates', [{ name: 'dates/__init__.py', data: 'import six\nneeds = six.VERSION' }], ['six']);

test('a program imports a package, and what that needs is there too', async () => {
  const { mirror, open } = await serveWheels([six, dates]);
  const { outcome } = await open();
  expect(await outcome('import dates\ndates.needs')).toBe('1.17');
  expect(mirror.requests.toSorted()).toEqual(['dates-1.0-py3-none-any.whl', 'six-1.0-py3-none-any.whl']);
});

test('however it is imported: in a function, by a file of the program, by its name, in a task', async () => {
  const packages = ['one', 'two', 'three', 'four'].map((name) => wheel(name, [{ name: `${name}.py`, data: 'n = 1' }]));
  const { open } = await serveWheels(packages);
  const { outcome, run } = await open();
  expect(await outcome('def load():\n  import one\n  return one.n\nload()')).toBe('1');
  await run('open("helper.py", "w").write("from two import n")');
  expect(await outcome('import helper\nhelper.n')).toBe('1');
  expect(await outcome('import importlib\nimportlib.import_module("three").n')).toBe('1');
  const task = 'import asyncio\nasync def load():\n  import four\n  return four.n\n';
  expect(await outcome(`${task}asyncio.run(load()) + await asyncio.create_task(load())`)).toBe('2');
});

test('a module that was compiled to WebAssembly is linked, and programs still have no WebAssembly', async () => {
  const files = [
    { name: 'made/__init__.py', data: 'from ._made import answer' },
    { name: 'made/_made.cpython-314-wasm32-emscripten.so', data: compiledModule() },
  ];
  const { open } = await serveWheels([wheel('made', files)]);
  const { outcome } = await open();
  expect(await outcome('import made\nmade.answer')).toBe('42');
  // The same module once more, under a name that nobody has linked.
  const again = [
    'import importlib.machinery, importlib.util, shutil',
    'shutil.copy(made._made.__file__, "/tmp/again.so")',
    'spec = importlib.util.spec_from_file_location("_made", "/tmp/again.so")',
    'importlib.util.module_from_spec(spec)',
  ];
  expect(await outcome(again.join('\n'))).toMatch(/^ImportError: .*(undefined|WebAssembly)/s);
});

test('a file is fetched once, by whoever wants it first, and kept', async () => {
  const { dataDir, mirror, open } = await serveWheels([six, dates]);
  const both = await Promise.all([open(), open()]);
  expect(await Promise.all(both.map(({ outcome }) => outcome('import dates\ndates.needs')))).toEqual(['1.17', '1.17']);
  expect(mirror.requests).toHaveLength(2);
  const { outcome } = await open();
  expect(await outcome('import six\nsix.VERSION')).toBe('1.17');
  expect(mirror.requests).toHaveLength(2);
  expect((await readdir(join(dataDir, 'packages'))).toSorted()).toEqual([
    'dates-1.0-py3-none-any.whl',
    'six-1.0-py3-none-any.whl',
  ]);
});

test('two that want it at the same moment have one request made', async () => {
  const { dataDir, mirror } = await serveWheels([six, dates]);
  const folder = join(dataDir, 'packages');
  const packages = createPackages({ url: mirror.url, lock: lockOf([six, dates]), folder });
  const [one, other] = await Promise.all([packages.fetchFor('dates'), packages.fetchFor('dates')]);
  expect(one.map(({ path }) => path)).toEqual([six, dates].map(({ entry }) => join(folder, entry.file_name)));
  expect(other).toEqual(one);
  expect(mirror.requests).toHaveLength(2);
});

test('what was kept and has been changed is fetched anew', async () => {
  const { dataDir, mirror, open } = await serveWheels([six]);
  await writeFile(join(dataDir, 'packages', six.entry.file_name), 'not a wheel');
  const { outcome } = await open();
  expect(await outcome('import six\nsix.VERSION')).toBe('1.17');
  expect(mirror.requests).toEqual([six.entry.file_name]);
});

test('a package that only looks what else is there is not given it; one that needs it for a call is', async () => {
  const plots =
    'try:\n  import six\n  has = True\nexcept ImportError:\n  has = False\ndef draw():\n  import six\n  return six.VERSION';
  const { mirror, open } = await serveWheels([six, wheel('plots', [{ name: 'plots.py', data: plots }])]);
  const { outcome } = await open();
  expect(await outcome('import plots\nplots.has')).toBe('False');
  expect(mirror.requests).toEqual(['plots-1.0-py3-none-any.whl']);
  expect(await outcome('plots.draw()')).toBe('1.17');
});

test('a module of the program comes before a package of the same name', async () => {
  const { mirror, open } = await serveWheels([six]);
  const { outcome, run } = await open();
  await run('open("six.py", "w").write("VERSION = 0")');
  expect(await outcome('import six\nsix.VERSION')).toBe('0');
  expect(mirror.requests).toEqual([]);
});

test('without a network the error says what is there and how to get the rest', async () => {
  const log = vi.fn();
  const { dataDir, open } = await serveWheels([six, dates], {}, { url: null, log });
  await writeFile(join(dataDir, 'packages', six.entry.file_name), six.bytes);
  const { outcome } = await open();
  expect(await outcome('import six\nsix.VERSION')).toBe('1.17');
  expect(await outcome('import dates')).toBe(
    "ModuleNotFoundError: dates is not on this machine and cannot be fetched here. Here are: Python's standard library, six. Ask whoever runs this to add it: `npm run packages -- dates`.",
  );
  // Whoever runs it reads why.
  expect(log).toHaveBeenCalledWith('a program could not import dates: SANDBOX_PACKAGES_URL is off');
  expect(await outcome('import importlib.util\nprint(importlib.util.find_spec("dates"))')).toBeUndefined();
  expect(await outcome('try:\n  import dates\nexcept ImportError:\n  found = False\nfound')).toBe('False');
});

test('a name that is in no package is said to be in none, without asking anybody', async () => {
  const { mirror, open } = await serveWheels([six]);
  const { outcome } = await open();
  expect(await outcome('import openpyxl')).toMatch(
    /^ModuleNotFoundError: No module named 'openpyxl': this sandbox has /,
  );
  expect(mirror.requests).toEqual([]);
});

test('what packages unpack to is not counted as files of the program', async () => {
  const big = wheel('big', [
    { name: 'big/__init__.py', data: '' },
    ...Array.from({ length: 7 }, (_, at) => ({ name: `big/data${at}`, data: new Uint8Array(10 * 1024 * 1024) })),
  ]);
  const { open } = await serveWheels([big]);
  const { outcome } = await open();
  const write = (megabytes: number) => outcome(`open("own", "wb").write(bytes(${megabytes} << 20))`);
  expect(await outcome('import big, os\nos.path.getsize(big.__path__[0] + "/data6")')).toBe('10485760');
  expect(await write(40)).toBe('41943040');
  expect(await write(80)).toMatch(/^OSError: .*No space left/);
});

test('packages are fetched ahead by their names or those of their modules, with what they need', async () => {
  const python_dates = wheel('python-dates', [{ name: 'dates.py', data: '' }], ['Six']);
  const { dataDir, mirror, open } = await serveWheels([six, python_dates]);
  const ahead = (...names: string[]) =>
    prefetch(
      names,
      createPackages({ url: mirror.url, lock: lockOf([six, python_dates]), folder: join(dataDir, 'packages') }),
    );
  await expect(ahead('dates', 'sixx')).rejects.toThrow(
    '"sixx" is not a package of this Pyodide release: did you mean six?',
  );
  expect(mirror.requests).toEqual([]);
  expect(await ahead('dates', 'Python_Dates')).toEqual(['six 1.0', 'python-dates 1.0']);
  expect(mirror.requests).toHaveLength(2);
  const { outcome } = await open();
  expect(await outcome('import dates, six\nsix.VERSION')).toBe('1.17');
  expect(mirror.requests).toHaveLength(2);
});

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPackageLock } from '../../local/e2b/package-lock.ts';
import { serveWheels, usePackageHarness } from './e2b-packages-harness.ts';
import { type ArchiveFile, wheel } from './wheels.ts';

usePackageHarness();

const six = wheel('six', [{ name: 'six.py', data: 'VERSION = "1.17"' }]);
const path = six.entry.file_name;
const kept = (dataDir: string) => readdir(join(dataDir, 'packages'));

describe('a mirror that misbehaves', () => {
  test.each<[string, Parameters<typeof serveWheels>[1], RegExp]>([
    ['sends other bytes', { [path]: (_, response) => response.end('PK\x03\x04') }, /not what Pyodide's lock file says/],
    ['has it not', { [path]: (_, response) => response.writeHead(404).end() }, /answered 404/],
    ['never answers', { [path]: () => undefined }, /took longer than 0\.3 s/],
    [
      'never ends',
      {
        [path]: (_, response) => {
          const more = () => response.write(Buffer.alloc(16 * 1024)) && setImmediate(more);
          response.on('drain', more);
          more();
        },
      },
      /sent more than 0\.25 MB/,
    ],
    [
      'stops in the middle',
      { [path]: (_, response) => response.write('PK', () => response.destroy()) },
      /could not be/,
    ],
    [
      'sends elsewhere',
      { [path]: (_, response) => response.writeHead(302, { location: '/elsewhere' }).end() },
      /redirects are not followed/,
    ],
  ])('that %s: the program is told, nothing is kept, and it is not asked again and again', async (_, others, told) => {
    const limits = { fileMsMax: 300, fileBytesMax: 256 * 1024 };
    const { dataDir, mirror, open } = await serveWheels([six], others, limits);
    const { outcome } = await open();
    for (let time = 0; time < 2; time += 1) {
      const said = await outcome('import six');
      expect(said).toMatch(/^ModuleNotFoundError: six is not on this machine and could not be fetched \(/);
      expect(said).toMatch(told);
    }
    expect(mirror.requests).toEqual([path]);
    expect(await kept(dataDir)).toEqual([]);
    expect(await outcome('6 * 7')).toBe('42');
  });

  test('a mirror that is slow: the program is told, and the file is there when it has come', async () => {
    const gate = Promise.withResolvers<void>();
    const slow = {
      [path]: (_: unknown, response: { end(bytes: Buffer): void }) =>
        void gate.promise.then(() => response.end(six.bytes)),
    };
    const { dataDir, mirror, open } = await serveWheels([six], slow, { waitMsMax: 100 });
    const { outcome } = await open();
    expect(await outcome('import six')).toMatch(/six is still being fetched; run the program again/);
    gate.resolve();
    await expect.poll(() => kept(dataDir)).toEqual([path]);
    expect(await outcome('import six\nsix.VERSION')).toBe('1.17');
    expect(mirror.requests).toEqual([path]);
  });

  test('one that is well again is asked again', async () => {
    let isWell = false;
    const ill = {
      [path]: (_: unknown, response: { end(bytes?: Buffer): void }) => response.end(isWell ? six.bytes : undefined),
    };
    const { open } = await serveWheels([six], ill, { retryAfterMs: 1 });
    const { outcome } = await open();
    expect(await outcome('import six')).toMatch(/^ModuleNotFoundError/);
    isWell = true;
    expect(await outcome('import six\nsix.VERSION')).toBe('1.17');
  });
});

describe('an archive that has the right sum and is hostile', () => {
  const code = { name: 'bad/__init__.py', data: 'loaded = True' };
  const zeros = new Uint8Array(1024 * 1024);
  test.each<[string, ArchiveFile[], RegExp]>([
    ['climbs out', [{ name: 'bad/../../../../home/user/six.py', data: 'x' }], /leads out of its folder/],
    ['names an absolute path', [{ name: '/home/user/six.py', data: 'x' }], /leads out of its folder/],
    ['climbs out as Windows does', [{ name: 'bad\\..\\..\\six.py', data: 'x' }], /leads out of its folder/],
    ['holds a symbolic link', [{ name: 'bad/link', data: '/proc', kind: 0o120000 }], /neither a file nor a folder/],
    ['holds a device', [{ name: 'bad/device', data: '', kind: 0o020000 }], /neither a file nor a folder/],
    [
      'unpacks to 300 MB',
      Array.from({ length: 300 }, (_, at) => ({ name: `bad/${at}`, data: zeros })),
      /unpacks to more than 256 MB/,
    ],
    ['claims to unpack to 4 GB', [{ name: 'bad/data', data: 'x', claims: 2 ** 32 - 2 }], /unpacks to more than 256 MB/],
    ['unpacks to more than it claims', [{ name: 'bad/data', data: zeros, claims: 10 }], /could not be loaded/],
    [
      'holds 30,000 files',
      Array.from({ length: 30_000 }, (_, at) => ({ name: `bad/${at}`, data: '' })),
      /more than 256 MB or 20000 files/,
    ],
  ])('that %s: it is refused, and the sandbox goes on', async (_, files, told) => {
    const { open } = await serveWheels([wheel('bad', [code, ...files])]);
    const { outcome } = await open();
    expect(await outcome('import bad')).toMatch(told);
    expect(await outcome('import os\nos.listdir("/home/user")')).toBe('[]');
  });
});

test.each(['../../six.whl', '/six.whl', 'six/../x.whl', '.six.whl', 'six.whl?x=1', 'http://six.whl', 'six.sh', ''])(
  'a lock file that names a file %j is refused as a whole',
  (file_name) => {
    const lock = { packages: { six: { ...six.entry, file_name } } };
    expect(() => readPackageLock(JSON.stringify(lock))).toThrow(/packages\.six\.file_name: not the name of a wheel/);
  },
);

test('the lock file of the installed Pyodide is read, with what its packages need', () => {
  const lock = readPackageLock();
  const needs = (name: string) => {
    const found = lock.byName(name);
    return found ? lock.withDependencies(found).map((entry) => entry.name) : [];
  };
  expect(needs('Pandas')).toEqual(['numpy', 'six', 'python-dateutil', 'pytz', 'pandas']);
  expect(lock.byModule('sklearn')?.name).toBe('scikit-learn');
  expect(() => lock.names.map(needs)).not.toThrow();
});

describe('a child that asks for what it likes', () => {
  /** Reaches the function that the driver reports with. */
  const reach =
    'import sys, json\nframe = sys._getframe()\nwhile "cell" not in frame.f_locals: frame = frame.f_back\nemit = frame.f_locals["cell"].emit\n';
  const ask = (name: string) => `${reach}emit(json.dumps({"type": "import", "name": ${name}}))`;

  test('gets nothing for what is no package, and the mirror hears nothing of it', async () => {
    const { mirror, open } = await serveWheels([six]);
    const { outcome } = await open();
    const names = ['"../../etc/passwd"', '"http://127.0.0.1/x"', '"__proto__"', '"constructor"', '"six "', '""'];
    for (const name of [...names, '"x" * 10**6', 'None', '{"a": 1}']) {
      expect(await outcome(ask(name)), name).toMatch(/^No module named '/);
    }
    expect(mirror.requests).toEqual([]);
  });

  test('for a package again and again has one request made', async () => {
    const { mirror, open } = await serveWheels([six]);
    const { outcome } = await open();
    expect(await outcome(`${reach}[emit('{"type": "import", "name": "six"}') for _ in range(500)] == [""] * 500`)).toBe(
      'True',
    );
    expect(mirror.requests).toEqual([path]);
  });

  test('without end loses its sandbox, and the others go on', async () => {
    const { open } = await serveWheels([six]);
    const [flood, witness] = await Promise.all([open(), open()]);
    expect(await flood.outcome(`${reach}while True: emit('{"type": "import", "name": "x"}')`)).toMatch(
      /^SandboxLostError/,
    );
    expect(await witness.outcome('import six\nsix.VERSION')).toBe('1.17');
  });

  test('after its run is over is not answered, and the next run works', async () => {
    const { mirror, open } = await serveWheels([six]);
    const { sandbox, outcome } = await open();
    const late = [
      'import asyncio',
      'async def later():',
      '  await asyncio.sleep(0.01)',
      '  try:',
      '    import six',
      '  except ImportError as error:',
      '    open("said", "w").write(str(error))',
      'task = asyncio.create_task(later())',
    ];
    await outcome(late.join('\n'));
    await expect.poll(async () => (await sandbox.files.list('/home/user')).map(({ name }) => name)).toEqual(['said']);
    expect(await outcome('open("said").read()')).toBe('packages are loaded while a cell runs');
    expect(mirror.requests).toEqual([]);
    expect(await outcome('import six\nsix.VERSION')).toBe('1.17');
  });
});

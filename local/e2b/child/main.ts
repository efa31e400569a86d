/**
 * The Python process of one sandbox: Pyodide behind a line protocol.
 *
 * Takes one JSON command a line on standard input and answers lines of `{"id":…,"event":{…}}` on standard output.
 * Python that breaks out to JavaScript can write to that pipe too; the server therefore believes none of it
 * (python-process.ts). With `--make-snapshot` it writes a memory snapshot to standard output instead, and ends.
 */
import { readFileSync, writeSync } from 'node:fs';
import process from 'node:process';
import { loadPyodide } from 'pyodide';
import { FILE_BYTES_MAX, OUTPUT_BYTES_MAX } from '../limits.ts';
import type { Command, PackageAnswer } from '../protocol.ts';
import { capFiles, capMemory, denyNetwork, dropPowers, stubBindings } from './lockdown.ts';
import { createPackageLoader } from './package-loader.ts';
import { abbreviationAt, setZone, zoneFiles } from './zone-data.ts';

// Taken now: dropPowers() takes them from everybody else.
const { argv, stdin, exit } = process;
const { from } = Buffer;
const idle = new Int32Array(new SharedArrayBuffer(4));

const isSnapshotMaker = argv[2] === '--make-snapshot';
const snapshotPath = isSnapshotMaker ? undefined : argv[2];

/** Our own Python, each before those that import it. */
const modules = [
  ['cell_loop', 'event_loop.py'],
  ['cell_magics', 'magics.py'],
  ['cell_zones', 'zones.py'],
  ['cell_packages', 'packages.py'],
  ['cell_figures', 'figures.py'],
  ['cell_driver', 'driver.py'],
] as const;

/** Writes to the pipe; while that is full it waits, as Python does for its prints. */
function writeAll(bytes: Uint8Array): void {
  for (let written = 0; written < bytes.byteLength; ) {
    try {
      written += writeSync(1, bytes, written);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(idle, 0, 0, 1);
    }
  }
}

const send = (id: number, event: string) => writeAll(from(`{"id":${id},"event":${event}}\n`));

async function load() {
  const python = await loadPyodide({
    // Python's `js` module: nothing but what conversions need.
    jsglobals: { Object, Array, Map, Set, Promise, Date, Error },
    env: { HOME: '/home/user', PYTHONHASHSEED: '0' },
    ...(isSnapshotMaker && { _makeSnapshot: true }),
    ...(snapshotPath && { _loadSnapshot: readFileSync(snapshotPath) }),
  });
  if (!snapshotPath) {
    for (const [name, file] of modules) {
      python.globals.set('source', readFileSync(new URL(file, import.meta.url), 'utf8'));
      python.runPython(`
        import sys, types
        module = sys.modules['${name}'] = types.ModuleType('${name}')
        exec(compile(source, '<ours>', 'exec'), vars(module))
        del source, sys, types, module`);
    }
    python.pyimport('cell_zones').install(JSON.stringify(zoneFiles()));
  }
  return python;
}

denyNetwork();
capMemory();
stubBindings();
const python = await load();

if (isSnapshotMaker) {
  writeAll(python.makeMemorySnapshot());
  exit(0);
}

const driver = python.pyimport('cell_driver');
let currentId = 0;
let isRunning = false;
let outputBytes = 0;

function output(type: 'stdout' | 'stderr') {
  const decoder = new TextDecoder();
  const write = (bytes: Uint8Array) => {
    const room = OUTPUT_BYTES_MAX - outputBytes;
    outputBytes += bytes.byteLength;
    if (room > 0) {
      const text = decoder.decode(bytes.subarray(0, room), { stream: true });
      if (text) send(currentId, JSON.stringify({ type, text }));
      if (bytes.byteLength > room) {
        const note = `\n[output truncated at ${OUTPUT_BYTES_MAX / 1024} KB]\n`;
        send(currentId, JSON.stringify({ type: 'stderr', text: note }));
      }
    }
    return bytes.byteLength;
  };
  return { write, isatty: false };
}

/** Passes on what the driver emits for a run: only results, errors, the zone and imports, since code in a cell can reach it. */
function emit(text: string): string {
  const event: { type: string; name?: string } = JSON.parse(text);
  if (event.type === 'result' || event.type === 'error') send(currentId, JSON.stringify(event));
  if (event.type === 'zone') setLocalTime(String(event.name));
  if (event.type !== 'import') return '';
  // Nobody would answer: what an earlier cell left behind asks.
  return isRunning ? loadPackage(String(event.name)) : 'packages are loaded while a cell runs';
}

/** The C library's local time: places in its memory, and what fills them. */
interface LocalTime {
  HEAPU8: Uint8Array;
  HEAPU32: Uint32Array;
  _timezone: number;
  _daylight: number;
  _tzname: number;
  __tzset_js(timezone: number, daylight: number, standardName: number, summerName: number): void;
}

/** Makes local time that of a zone, for C's library too: it keeps offsets and letters of its own. */
function setLocalTime(zone: string): void {
  setZone(zone);
  // By reflection, since Pyodide does not declare it.
  const c: LocalTime = Reflect.get(python, '_module');
  const [standard = 0, summer = 0] = c.HEAPU32.subarray(c._tzname / 4);
  c.__tzset_js(c._timezone, c._daylight, standard, summer);
  const year = new Date().getFullYear();
  const months = [new Date(year, 0, 1), new Date(year, 6, 1)];
  const [winter = 0, other = 0] = months
    .sort((a, b) => b.getTimezoneOffset() - a.getTimezoneOffset())
    .map((date) => date.getTime() / 1000);
  for (const [place, at] of [
    [standard, winter],
    [summer, other],
  ] as const) {
    // C has room for sixteen letters.
    c.HEAPU8.set(from(`${abbreviationAt(at).slice(0, 15)}\0`, 'latin1'), place);
  }
}

async function perform(command: Command): Promise<string> {
  const { FS } = python;
  switch (command.op) {
    case 'start':
      setLocalTime(JSON.parse(command.envs).TZ ?? 'UTC');
      driver.start(command.envs, JSON.stringify(command.modules));
      return '{"type":"end"}';
    case 'run':
      outputBytes = 0;
      isRunning = true;
      await driver.run(command.code, command.envs, emit);
      isRunning = false;
      return '{"type":"end"}';
    case 'write':
      FS.mkdirTree(command.path.slice(0, command.path.lastIndexOf('/')) || '/');
      FS.writeFile(command.path, from(command.data, 'base64'));
      return '{"type":"end"}';
    case 'list':
      if (!FS.analyzePath(command.path).exists) return '{"type":"missing"}';
      return `{"type":"entries","entries":${driver.list_files(command.path, command.depth)}}`;
    case 'read': {
      if (!FS.analyzePath(command.path).exists) return '{"type":"missing"}';
      if (FS.stat(command.path).size > FILE_BYTES_MAX) throw new RangeError(`over ${FILE_BYTES_MAX} bytes`);
      return JSON.stringify({ type: 'file', data: from(FS.readFile(command.path)).toString('base64') });
    }
  }
}

async function answer(command: Command | PackageAnswer): Promise<void> {
  if (command.op === 'packages') return; // nobody waits for it any more
  currentId = command.id;
  try {
    send(command.id, await perform(command));
  } catch (error) {
    // A run catches what Python raises: what arrives here from one is Pyodide itself failing, which nothing survives.
    if (command.op === 'run') exit(1);
    send(command.id, JSON.stringify({ type: 'failed', message: String(error).slice(0, 500) }));
  }
}

python.setStdout(output('stdout'));
python.setStderr(output('stderr'));
python.setStdin({ stdin: () => undefined });
const loadPackage = createPackageLoader(python, capFiles(python), (module) =>
  send(currentId, JSON.stringify({ type: 'import', module: module.slice(0, 100) })),
);
for (const name of ['js', 'pyodide_js']) python.unregisterJsModule(name);
dropPowers();

// The server sends the next command when the last one is answered, so they need no queue here.
let pending = '';
stdin.setEncoding('utf8');
stdin.on('data', (chunk: string) => {
  pending += chunk;
  const lines = pending.split('\n');
  pending = lines.pop() ?? '';
  for (const line of lines) void answer(JSON.parse(line));
});
stdin.on('end', () => exit(0));
send(0, '{"type":"end"}');

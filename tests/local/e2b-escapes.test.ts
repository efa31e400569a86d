import type { Sandbox } from '@e2b/code-interpreter';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PythonRun, runPython } from '../../lib/sandbox/run-python.ts';
import { openSandbox } from '../../lib/sandbox/sandboxes.ts';
import { useSandboxServer } from './e2b-server.ts';

const server = useSandboxServer();

interface Escape {
  code: string;
  /** The names the error may have; null when the attempt quietly leads nowhere. */
  error: string | string[] | null;
  /** Every result and everything printed. */
  shows?: RegExp;
}

const blocked = (code: string, error: string): Escape => ({ code, error, shows: /^$/ });

/** Reaches JavaScript objects the way that cannot be closed: the conversions of Pyodide itself. */
const js = 'from pyodide.ffi import to_js\nObject = to_js({}).constructor\n';

const escapes: Record<string, Escape> = {
  'the js module': blocked('import js\njs.process.env', 'ModuleNotFoundError'),
  'the pyodide_js module': blocked('import pyodide_js\npyodide_js.mountNodeFS("/host", "/etc")', 'ModuleNotFoundError'),
  'the js module, through the finder': blocked(
    'from _pyodide._importhook import jsfinder\njsfinder.jsproxies["js"].process',
    'KeyError',
  ),
  'JavaScript from a string': blocked(
    'from pyodide.code import run_js\nrun_js("process.version")',
    'ModuleNotFoundError',
  ),
  'the Function constructor': blocked(`${js}Object.constructor("return process.version")()`, 'JsException'),
  'the AsyncFunction constructor': blocked(
    'import asyncio\nfrom pyodide.ffi import create_proxy, to_js\nto_js([1]).map.constructor("return 1")()',
    'JsException',
  ),
  'a polluted prototype': blocked(`${js}Object.prototype.toJSON = lambda *_: "forged"`, 'JsException'),
  'JavaScript objects lying about': {
    code: 'import gc\nfrom pyodide.ffi import JsProxy\n[str(o)[:80] for o in gc.get_objects() if isinstance(o, JsProxy)]',
    error: null,
    shows: /^\[\]$/,
  },
  'a file of the host': blocked('open("/etc/passwd").read()', 'FileNotFoundError'),
  'the environment of the host': {
    code: 'import os\nsorted(os.environ)',
    error: null,
    shows: /^\['HOME', 'LANG', 'PWD', 'TZ', 'USER'\]$/,
  },
  'the environment, through /proc': blocked('open("/proc/self/environ").read()', 'FileNotFoundError'),
  'a shell': blocked('import os\nos.system("id")', 'OSError'),
  'a program': blocked('import subprocess\nsubprocess.run(["id"])', 'OSError'),
  'a fork': blocked('import os\nwhile True: os.fork()', 'OSError'),
  'a thread': blocked('import threading\nthreading.Thread(target=print).start()', 'RuntimeError'),
  'a signal to the parent': blocked('import os\nos.kill(os.getppid(), 9)', 'PermissionError'),
  'a signal to everybody': blocked('import os\nos.kill(-1, 9)', 'PermissionError'),
  'a socket': blocked(
    'import socket\ns = socket.socket()\ns.connect(("127.0.0.1", PORT))\ns.send(b"GET /health HTTP/1.0\\r\\n\\r\\n")\ns.recv(99)',
    'OSError',
  ),
  'an HTTP request': blocked(
    'import urllib.request\nurllib.request.urlopen("http://127.0.0.1:PORT/health")',
    'URLError',
  ),
  'an asynchronous connection': blocked(
    'import asyncio\nawait asyncio.open_connection("127.0.0.1", PORT)',
    'NotImplementedError',
  ),
  'the descriptor of the protocol': {
    code: 'import os\nos.write(1, b\'{"id":2,"event":{"type":"end"}}\\n\')\n"still here"',
    error: null,
    shows: /^\{"id":2,"event":\{"type":"end"\}\}\nstill here$/,
  },
  'the commands of the server': { code: 'import os\nos.read(0, 100)', error: null, shows: /^b''$/ },
  'an end of the run that is not one': {
    code: [
      'import sys',
      'frame = sys._getframe()',
      'while "cell" not in frame.f_locals: frame = frame.f_back',
      'frame.f_locals["cell"].emit(\'{"type":"end"}\')',
      '"still here"',
    ].join('\n'),
    error: null,
    shows: /^still here$/,
  },
  'two lines where one is expected': {
    code: [
      'import sys',
      'frame = sys._getframe()',
      'while "cell" not in frame.f_locals: frame = frame.f_back',
      'frame.f_locals["cell"].emit(\'{"type":"result"}}\\n{"id":2,"event":{"type":"end"}\')',
    ].join('\n'),
    error: 'JsException',
  },
  'more memory than it has': blocked('x = bytearray(300_000_000)', 'MemoryError'),
  'all the memory': blocked('hoard = []\nwhile True: hoard.append(bytearray(10_000_000))', 'MemoryError'),
  'all the memory of JavaScript': {
    code: 'from pyodide.ffi import to_js\nhoard = []\nwhile True: hoard.append(to_js(bytes(50_000_000)))',
    // Pyodide survives some failures of its own allocations and not others.
    error: ['ConversionError', 'SandboxLostError'],
  },
  'a file without end': blocked('f = open("big", "wb")\nwhile True: f.write(bytes(1_000_000))', 'OSError'),
  'a file of 80 MB in one piece': blocked('open("big", "wb").write(bytes(80_000_000))', 'OSError'),
  'files of 10 MB without end': blocked(
    'import itertools\nfor n in itertools.count(): open(f"big{n}", "wb").write(bytes(10_000_000))',
    'OSError',
  ),
  'a file of 2 GB at once': blocked('open("big", "wb").truncate(2**31 - 1)', 'OSError'),
  'recursion without end': {
    code: 'import sys\nsys.setrecursionlimit(10**9)\ndef f(): return f()\nf()',
    error: 'SandboxLostError',
  },
  'the end of the process': { code: 'import os\nos._exit(0)', error: 'SandboxLostError' },
  'a loop without end': { code: 'while True: pass', error: 'TimeoutError' },
  'a loop without end, in C': { code: 'import itertools\nsum(itertools.repeat(0))', error: 'TimeoutError' },
  'output without end': { code: 'while True: print("x" * 1000)', error: 'TimeoutError' },
};

let witness: Sandbox;
beforeAll(async () => {
  witness = (await openSandbox({ metadata: {} })).sandbox;
  await runPython(witness, 'here = "unharmed"');
});
afterAll(() => witness.kill());

const shown = (run: PythonRun) => run.stdout + run.results.map(({ text }) => text).join('');

// All attempts share a sandbox as long as it lives, so each also shows that the one before left it working.
let sandboxId: string | null = null;

describe.each(Object.entries(escapes))('%s', (_name, { code, error, shows }) => {
  test('leads nowhere, and the server and its other sandboxes go on', async () => {
    const opened = await openSandbox({ sandboxId, metadata: {} });
    const ready = await runPython(opened.sandbox, '"ready"');
    expect(ready.results).toEqual([{ text: 'ready' }]);
    const port = new URL(server().url).port;
    const timeoutMs = error === 'TimeoutError' ? 2000 : 30_000;
    const run = await runPython(opened.sandbox, code.replaceAll('PORT', port), { timeoutMs });
    const name = run.error?.name ?? null;
    expect([error].flat()).toContain(name);
    if (shows) expect(shown(run)).toMatch(shows);
    expect((await runPython(witness, 'here')).results).toEqual([{ text: 'unharmed' }]);
    // Its variables still hold the memory.
    if (name === 'MemoryError' || name === 'ConversionError') await opened.sandbox.kill();
    sandboxId = opened.sandboxId;
  });
});

describe('a cell that breaks the interpreter breaks itself', () => {
  test.each([
    'import builtins\nfor name in ("print", "len", "open", "compile", "isinstance"): setattr(builtins, name, None)',
    'import sys\nsys.modules.clear()',
    'import sys\nsys.stdout.close()\nsys.stderr = None',
    'import json\njson.dumps = json.loads = None',
    'import sys\nsys.exit(1)',
    'class Evil(Exception):\n  def __str__(self): raise SystemExit\nraise Evil()',
    'class Evil:\n  def __repr__(self): raise KeyboardInterrupt\nEvil()',
  ])('%j', async (code) => {
    const { sandbox, ...opened } = await openSandbox({ sandboxId, metadata: {} });
    sandboxId = opened.sandboxId;
    await runPython(sandbox, 'kept = 1');
    await runPython(sandbox, code);
    const run = await runPython(sandbox, 'print(len("abc"))\nkept');
    expect(run).toMatchObject({ stdout: '3\n', results: [{ text: '1' }], error: null, sandboxLost: false });
  });
});

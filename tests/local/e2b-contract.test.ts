import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { ProviderError } from '../../lib/provider-error.ts';
import type { ExecutionResult } from '../../lib/sandbox/execution.ts';
import { runPython } from '../../lib/sandbox/run-python.ts';
import { killSandbox, type OpenSandbox, openSandbox } from '../../lib/sandbox/sandboxes.ts';
import { useSandboxServer } from './e2b-server.ts';

useSandboxServer({ maxLive: 3 });

const opened = new Set<string>();
afterEach(async () => {
  await Promise.all([...opened].map(killSandbox));
  opened.clear();
});

/** Waits for a place, as whoever is told that the quota is reached should. */
async function openWhenFree(
  wanted: { sandboxId?: string; metadata?: Record<string, string> } = {},
): Promise<OpenSandbox> {
  for (;;) {
    try {
      const answer = await openSandbox({ metadata: {}, ...wanted });
      opened.add(answer.sandboxId);
      return answer;
    } catch (error) {
      if (!(error instanceof ProviderError) || error.failure !== 'limited') throw error;
      await delay(100);
    }
  }
}

const open = async () => (await openWhenFree()).sandbox;

describe('running code', () => {
  test('the last expression is the result, prints are output, and None is no result', async () => {
    const sandbox = await open();
    const run = await runPython(
      sandbox,
      'import sys\nprint("hé 🎈")\nprint("careful", file=sys.stderr)\n{"answer": 6 * 7}',
    );
    expect(run).toMatchObject({
      language: 'python',
      stdout: 'hé 🎈\n',
      stderr: 'careful\n',
      results: [{ text: "{'answer': 42}" }],
      error: null,
      truncated: false,
      sandboxLost: false,
    });
    expect((await runPython(sandbox, 'None')).results).toEqual([]);
  });

  test('variables, functions and files survive from run to run', async () => {
    const sandbox = await open();
    await runPython(sandbox, 'def double(n):\n  return 2 * n\nopen("notes.txt", "w").write("kept")\nx = 21');
    const run = await runPython(sandbox, '(double(x), open("/home/user/notes.txt").read())');
    expect(run.results).toEqual([{ text: "(42, 'kept')" }]);
  });

  test('two sandboxes share nothing, not even random numbers', async () => {
    const [one, other] = [await open(), await open()];
    await runPython(one, 'secret = 1; open("secret.txt", "w").write("s")');
    const run = await runPython(other, 'import os\n("secret" in globals(), os.listdir("."))');
    expect(run.results).toEqual([{ text: '(False, [])' }]);
    const draws = await Promise.all(
      [one, other].map((sandbox) => runPython(sandbox, 'import random\nrandom.random()')),
    );
    expect(draws[0]?.results[0]?.text).not.toBe(draws[1]?.results[0]?.text);
  });

  test('top-level await works', async () => {
    const run = await runPython(
      await open(),
      'import asyncio\nvalues = await asyncio.gather(*[asyncio.sleep(0, n) for n in range(3)])\nvalues',
    );
    expect(run.results).toEqual([{ text: '[0, 1, 2]' }]);
  });

  test('an exception is reported with the frames of the code alone', async () => {
    const sandbox = await open();
    await runPython(sandbox, 'def half(n):\n  return n / 0');
    const { error, sandboxLost } = await runPython(sandbox, 'import json\n\nhalf(3)');
    expect(error).toEqual({
      name: 'ZeroDivisionError',
      value: 'division by zero',
      traceback: expect.stringMatching(
        /^Traceback[^\n]*\n {2}File "<cell>", line 3, in <module>\n {4}half\(3\)[\s\S]*File "<cell>", line 2, in half\n {4}return n \/ 0[\s\S]*ZeroDivisionError: division by zero\n$/,
      ),
    });
    expect(error?.traceback).not.toMatch(/driver|pyodide|\.zip/);
    expect(sandboxLost).toBe(false);
    const syntax = await runPython(sandbox, 'x = = 1');
    expect(syntax.error).toMatchObject({ name: 'SyntaxError', value: 'invalid syntax (<cell>, line 1)' });
  });

  test('rich objects come with their richest form, bytes as base64', async () => {
    const run = await runPython(
      await open(),
      `
class Chart:
  def __repr__(self): return "chart"
  def _repr_png_(self): return b"\\x89PNG"
  def _repr_html_(self): return "<b>chart</b>"
class Page:
  def __repr__(self): return "page"
  def _repr_html_(self): return "<i>page</i>"
class Data:
  def __repr__(self): return "data"
  def _repr_json_(self): return {"a": [1, None]}
display(Page())
display(Data())
Chart()`,
    );
    expect(run.results).toEqual([
      { text: 'page', mime: 'text/html', data: '<i>page</i>' },
      { text: 'data', mime: 'application/json', data: '{"a":[1,null]}' },
      { text: 'chart', mime: 'image/png', data: Buffer.from('\x89PNG', 'latin1').toString('base64') },
    ]);
  });

  test('output arrives while the code runs, in its order', async () => {
    const seen: string[] = [];
    const controller = new AbortController();
    const run = await runPython(
      await open(),
      'import sys\nprint("first")\nprint("second", file=sys.stderr)\ndisplay(3)\nprint("fourth")\nwhile True: pass',
      {
        signal: controller.signal,
        onStdout: (text) => {
          seen.push(text);
          if (text === 'fourth\n') controller.abort(); // it never ends by itself: this was streamed
        },
        onStderr: (text) => void seen.push(text),
        onResult: (result: ExecutionResult) => void seen.push(`result ${result.text}`),
      },
    );
    expect(seen).toEqual(['first\n', 'second\n', 'result 3', 'fourth\n']);
    expect(run.stdout).toBe('first\nfourth\n');
  });

  test('files go in and out through the files API', async () => {
    const sandbox = await open();
    await sandbox.files.write('in/data.csv', 'a,b\n1,2\n');
    const run = await runPython(sandbox, 'open("out.bin", "wb").write(bytes(range(256)))\nopen("in/data.csv").read()');
    expect(run.results).toEqual([{ text: 'a,b\\n1,2\\n' }]);
    expect(await sandbox.files.read('/home/user/out.bin', { format: 'bytes' })).toEqual(
      Uint8Array.from({ length: 256 }, (_, n) => n),
    );
    const entries = await sandbox.files.list('/home/user', { depth: 2 });
    expect(entries.map(({ path, type, size }) => [path, type, type === 'file' ? size : 0])).toEqual([
      ['/home/user/in', 'dir', 0],
      ['/home/user/in/data.csv', 'file', 8],
      ['/home/user/out.bin', 'file', 256],
    ]);
    const [before] = await sandbox.files.list('in');
    await runPython(sandbox, 'import time\ntime.sleep(0.01)\nopen("in/data.csv", "w").write("c,d\\n3,4\\n")');
    const [after] = await sandbox.files.list('in');
    expect(after?.size).toBe(before?.size);
    expect(after?.modifiedTime).not.toEqual(before?.modifiedTime);
    await expect(sandbox.files.read('missing.txt')).rejects.toMatchObject({ name: 'FileNotFoundError' });
  });
});

describe('stopping', () => {
  test('a run over its time is stopped in plain words, keeps its output and loses its sandbox', async () => {
    const { sandbox, sandboxId } = await openWhenFree();
    const run = await runPython(sandbox, 'print("working")\nwhile True: pass', { timeoutMs: 4000 });
    expect(run).toMatchObject({
      stdout: 'working\n',
      error: {
        name: 'TimeoutError',
        value: 'The code did not finish within 4 seconds and was stopped.',
        traceback: '',
      },
      sandboxLost: true,
    });
    expect(await openWhenFree({ sandboxId })).toMatchObject({ restarted: true });
  });

  test('an aborted run is stopped and loses its sandbox', async () => {
    const controller = new AbortController();
    const run = await runPython(await open(), 'print("go")\nwhile True: pass', {
      signal: controller.signal,
      onStdout: () => controller.abort(),
    });
    expect(run).toMatchObject({ error: { name: 'CancelledError' }, sandboxLost: true });
  });

  test('a sandbox killed from elsewhere ends the run', async () => {
    const { sandbox, sandboxId } = await openWhenFree();
    const run = await runPython(sandbox, 'print("go")\nwhile True: pass', { onStdout: () => killSandbox(sandboxId) });
    expect(run).toMatchObject({ stdout: 'go\n', error: { name: 'SandboxLostError' }, sandboxLost: true });
    await expect(runPython(sandbox, '1')).rejects.toMatchObject({ failure: 'gone', retryable: true });
    await killSandbox(sandboxId); // once more is fine
  });
});

describe('bounds', () => {
  test('output ends at its bound and the code goes on', async () => {
    const run = await runPython(await open(), 'for n in range(100_000): print("é" * 20)\n"done"', {
      maxOutputBytes: 1001,
    });
    expect(run).toMatchObject({ truncated: true, error: null, results: [{ text: 'done' }] });
    expect(Buffer.byteLength(run.stdout) + Buffer.byteLength(run.stderr)).toBeLessThanOrEqual(1001);
    expect(run.stdout).not.toContain('\ufffd');
  });

  test('a result over 3 MB is replaced by a note', async () => {
    const run = await runPython(
      await open(),
      'class Big:\n  def _repr_png_(self): return b"x" * 4_000_000\ndisplay(Big())\n"small"',
    );
    expect(run.results).toEqual([{ text: expect.stringContaining('left out') }, { text: 'small' }]);
  });

  test('NUL and half characters in output become what a database can keep', async () => {
    const run = await runPython(await open(), 'print("a\\x00b")\n"c\\x00d\\ud800"');
    expect(run.stdout).toBe('a\ufffdb\n');
    expect(run.results[0]?.text).not.toMatch(/\0/);
  });
});

describe('the life of a sandbox', () => {
  test('an id leads back to the same variables, paused or not', async () => {
    const { sandbox, sandboxId } = await openWhenFree({ metadata: { conversation: 'c1' } });
    await runPython(sandbox, 'x = 5');
    await sandbox.pause();
    await sandbox.pause(); // once more is fine
    const again = await openWhenFree({ sandboxId });
    expect(again).toMatchObject({ sandboxId, restarted: false });
    expect((await runPython(again.sandbox, 'x')).results).toEqual([{ text: '5' }]);
  });

  test('an unknown id gives a new sandbox and says that the old one is gone', async () => {
    const answer = await openWhenFree({ sandboxId: 'i0000' });
    expect(answer.restarted).toBe(true);
    expect(answer.sandboxId).not.toBe('i0000');
  });

  test('the idle sandbox unused for longest makes room, which its owner learns at the next use', async () => {
    const first = await openWhenFree();
    await runPython(first.sandbox, 'x = 1');
    const others = [await open(), await open(), await open()];
    for (const other of others) await runPython(other, 'y = 2');
    const again = await openWhenFree({ sandboxId: first.sandboxId });
    expect(again.restarted).toBe(true);
    expect((await runPython(again.sandbox, 'x')).error).toMatchObject({ name: 'NameError' });
  });

  test('a sandbox that was just opened is not evicted before it was of use, however many others want a place', async () => {
    const ran = await Promise.all(
      Array.from({ length: 12 }, async (_, n) => {
        const { sandbox } = await openWhenFree();
        // Its opener is slow to begin.
        await delay(300);
        return runPython(sandbox, `${n} * 2`);
      }),
    );
    expect(ran.map(({ results }) => results[0]?.text)).toEqual(ran.map((_, n) => String(n * 2)));
  });

  test('sandboxes that run code are not evicted: one too many is a quota error', async () => {
    const controller = new AbortController();
    const busy = await Promise.all([open(), open(), open()]);
    const started = busy.map(
      (sandbox) =>
        new Promise<void>((resolve) => {
          void runPython(sandbox, 'print("go")\nwhile True: pass', {
            signal: controller.signal,
            onStdout: () => resolve(),
          });
        }),
    );
    await Promise.all(started);
    await expect(openSandbox({ metadata: {} })).rejects.toMatchObject({ failure: 'limited', retryable: true });
    controller.abort();
    await expect
      .poll(() =>
        openSandbox({ metadata: {} }).then(
          () => 'opened',
          () => 'full',
        ),
      )
      .toBe('opened');
  });
});

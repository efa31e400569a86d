import { describe, expect, test } from 'vitest';
import { runPython } from '../../lib/sandbox/run-python.ts';
import { openSandbox, prepareSandbox } from '../../lib/sandbox/sandboxes.ts';
import { useSandboxServer } from './e2b-server.ts';

useSandboxServer();

let sandboxId: string | null = null;
async function run(code: string) {
  const opened = await openSandbox({ sandboxId, metadata: {} });
  sandboxId = opened.sandboxId;
  return runPython(opened.sandbox, code);
}
const outcomeOf = async (code: string) => {
  const { error, results } = await run(code);
  return error ? `${error.name}: ${error.value}` : results.at(-1)?.text;
};

describe('coroutines run in every way that asyncio has', () => {
  const main = 'import asyncio\nasync def main(n=42):\n  await asyncio.sleep(0)\n  return n\n';
  test.each([
    ['asyncio.run', `${main}asyncio.run(main())`, '42'],
    ['twice', `${main}(asyncio.run(main(1)), asyncio.run(main(2)))`, '(1, 2)'],
    ['Runner', `${main}with asyncio.Runner() as runner:\n  value = runner.run(main())\nvalue`, '42'],
    ['run_until_complete', `${main}asyncio.get_event_loop().run_until_complete(main())`, '42'],
    [
      'a loop of its own',
      `${main}loop = asyncio.new_event_loop()\nasyncio.set_event_loop(loop)\nvalue = loop.run_until_complete(main())\nloop.close()\nvalue`,
      '42',
    ],
    [
      'gather',
      `${main}async def all():\n  return await asyncio.gather(main(1), main(2))\nasyncio.run(all())`,
      '[1, 2]',
    ],
    [
      'a task group',
      `${main}async def all():\n  async with asyncio.TaskGroup() as group:\n    task = group.create_task(main())\n  return task.result()\nasyncio.run(all())`,
      '42',
    ],
    [
      'a timeout',
      `${main}async def late():\n  async with asyncio.timeout(0.01):\n    await asyncio.sleep(30)\nasyncio.run(late())`,
      'TimeoutError: ',
    ],
    ['within another', `${main}async def outer():\n  return asyncio.run(main())\nasyncio.run(outer())`, '42'],
    ['in the middle of a call', `${main}sorted([3, 1, 2], key=lambda n: asyncio.run(main(n)))`, '[1, 2, 3]'],
    ['an error', `${main}async def fail():\n  raise ValueError('no')\nasyncio.run(fail())`, 'ValueError: no'],
    ['no coroutine', `${main}asyncio.run(main)`, expect.stringContaining('a coroutine was expected')],
    [
      'what it left behind is cancelled',
      `${main}async def leave():\n  return asyncio.create_task(main())\nasyncio.run(leave()).cancelled()`,
      'True',
    ],
  ])('%s', async (_, code, value) => {
    expect(await outcomeOf(code)).toEqual(value);
  });

  test.each(['SystemExit', 'KeyboardInterrupt'])('a task that raises %s ends itself and nothing else', async (name) => {
    await run('kept = 1');
    await run(
      `import asyncio\nasync def leave(): raise ${name}\ntask = asyncio.create_task(leave())\nawait asyncio.sleep(0)`,
    );
    await run(`import asyncio\nasyncio.run(leave())`);
    const { results, sandboxLost } = await run('await asyncio.sleep(0.01)\nkept');
    expect({ results, sandboxLost }).toEqual({ results: [{ text: '1' }], sandboxLost: false });
  });
});

describe("time is the person's", () => {
  const now = new Date();
  const inZone = (timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);

  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin', 'Asia/Kathmandu', 'UTC'])(
    'today in %s, as the sandbox is prepared',
    async (zone) => {
      const opened = await openSandbox({ sandboxId, metadata: {} });
      sandboxId = opened.sandboxId;
      await prepareSandbox(opened.sandbox, zone);
      expect(await outcomeOf('import datetime\nstr(datetime.date.today())')).toBe(inZone(zone));
      expect(
        await outcomeOf(
          'datetime.datetime.now().astimezone().utcoffset() == datetime.datetime.now(__import__("zoneinfo").ZoneInfo(__import__("os").environ["TZ"])).utcoffset()',
        ),
      ).toBe('True');
    },
  );

  test('for one run alone, as its environment says, and with TZ and tzset', async () => {
    const opened = await openSandbox({ sandboxId, metadata: {} });
    await prepareSandbox(opened.sandbox, 'Europe/Berlin');
    const code =
      'import time, datetime\n(time.tzname, time.timezone, time.altzone, datetime.datetime.fromtimestamp(1752000000).astimezone().tzname())';
    const { text } = await opened.sandbox.runCode(code, { envs: { TZ: 'Asia/Tokyo' } });
    expect(text).toBe("(('+09', '+09'), -32400, -32400, '+09')");
    expect(await outcomeOf(code)).toBe("(('CET', 'CEST'), -3600, -7200, 'CEST')");
    expect(await outcomeOf(`import os\nos.environ['TZ'] = 'America/New_York'\ntime.tzset()\n${code}`)).toBe(
      "(('EST', 'EDT'), 18000, 14400, 'EDT')",
    );
    expect(await outcomeOf(`os.environ['TZ'] = '../etc/passwd'\ntime.tzset()\ntime.timezone`)).toBe('0');
  });

  test('zones are known by their names, in the past and far ahead', async () => {
    const offset = (zone: string, ...when: number[]) =>
      outcomeOf(
        `from zoneinfo import ZoneInfo\nfrom datetime import datetime\nstr(datetime(${when}, tzinfo=ZoneInfo(${JSON.stringify(zone)})).utcoffset())`,
      );
    expect(await offset('Asia/Kolkata', 2026, 7, 1)).toBe('5:30:00');
    expect(await offset('Europe/Berlin', 2045, 7, 1)).toBe('2:00:00');
    expect(await offset('Europe/Berlin', 1975, 7, 1)).toBe('1:00:00');
    expect(await offset('Australia/Lord_Howe', 2030, 1, 1)).toBe('11:00:00');
    expect(await offset('America/New_York', 2006, 4, 1)).toBe('-1 day, 19:00:00');
    expect(await offset('Europe/Atlantis', 2026, 1, 1)).toMatch(/^ZoneInfoNotFoundError/);
    expect(await offset('../../etc/passwd', 2026, 1, 1)).toMatch(/^(ValueError|ZoneInfoNotFoundError)/);
    expect(await outcomeOf('import zoneinfo\nlen(zoneinfo.available_timezones()) > 400')).toBe('True');
  });
});

describe('what is written for a notebook is done, or answered in one sentence', () => {
  test.each([
    ['%matplotlib inline\n6 * 7', '42'],
    ['%load_ext autoreload\n%autoreload 2\n6 * 7', '42'],
    ['%%time\ntotal = 6 * 7\ntotal', '42'],
    ['%time x = 6 * 7\nx', '42'],
    ['%timeit -n 10 sum(range(3))', '3'],
    ['!pip install requests\n6 * 7', '42'],
    ['%pip install -q pandas\n6 * 7', '42'],
    ['if True:\n    !pip install x\n    y = 42\ny', '42'],
    ['text = """\n!ls\n%time\n"""\ntext.count("!")', '1'],
    ['10 \\\n%3', '1'],
    ['%%writefile made.txt\nhello\n!there', undefined],
    ['open("made.txt").read()', 'hello\n!there'],
    ['!ls -la', 'NotImplementedError: !ls -la is a command of a shell, and this sandbox runs Python only'],
    ['files = !ls', 'NotImplementedError: files = !ls is a command of a shell, and this sandbox runs Python only'],
    [
      '%%bash\necho hi\nfor x in *; do echo $x; done',
      'NotImplementedError: %%bash is a command of a shell, and this sandbox runs Python only',
    ],
    ['x = 1\n%whos', 'NotImplementedError: %whos is a command of a notebook, and this sandbox runs Python only'],
    ['x = = 1', 'SyntaxError: invalid syntax (<cell>, line 1)'],
  ])('%j', async (code, outcome) => {
    expect(await outcomeOf(code)).toBe(outcome?.replaceAll('\n', '\\n') ?? outcome);
  });

  test('what was left out is said', async () => {
    expect((await run('!pip install requests\nprint(1)')).stderr).toBe(
      '!pip install requests: not needed here, a package is loaded when it is imported\n',
    );
    expect((await run('len?')).stdout).toContain('Return the number of items');
  });
});

test('the folder where models look for files is the working directory', async () => {
  await run('open("/mnt/data/x.csv", "w").write("a,b")');
  expect(await outcomeOf('open("x.csv").read() + open("/home/user/x.csv").read()')).toBe('a,ba,b');
});

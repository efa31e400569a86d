import { describe, expect, test } from 'vitest';
import { runPython } from '../../lib/sandbox/run-python.ts';
import { openSandbox } from '../../lib/sandbox/sandboxes.ts';
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

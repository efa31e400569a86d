import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { until } from '../support/stack.ts';
import { descendants, freePorts, newDataDir, root, runCommand, startDev } from './dev-process.ts';

test.each([
  'dev',
  'demo',
  'bench',
  'eval',
  'plan',
  'migrate',
  'corpus',
  'keys',
  'types',
  'openapi',
  'vendor',
  'packages',
  'backup',
  'restore',
])('npm run %s explains itself with --help, and refuses a flag that it does not have', async (command) => {
  const help = await runCommand(command, ['--help']);
  expect(help).toMatchObject({ code: 0, output: expect.stringContaining(`npm run ${command}`) });
  const unknown = await runCommand(command, ['--rset']);
  expect(unknown).toMatchObject({ code: 1, output: expect.stringContaining('does not know --rset') });
});

test('--reset empties what npm run dev made, and touches no other folder', async () => {
  const foreign = newDataDir();
  mkdirSync(join(foreign, 'photos'));
  writeFileSync(join(foreign, 'thesis.txt'), 'five years of work');
  for (const args of [['--reset'], []]) {
    const dev = await startDev(foreign, {}, ...args);
    expect(await dev.ended).toBe(1);
    expect(dev.output()).toContain('is not a data folder of this project');
    expect(readdirSync(foreign).toSorted()).toEqual(['photos', 'thesis.txt']);
    expect(readFileSync(join(foreign, 'thesis.txt'), 'utf8')).toBe('five years of work');
  }

  const own = newDataDir();
  const first = await startDev(own);
  const goals = async (url: string) => (await fetch(`${url}/goals`)).json();
  await fetch(`${first.url}/tasks`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"title":"Water plants"}',
  });
  const second = await startDev(own, {}, '--reset');
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain('is in use by process');
  expect(await goals(first.url)).toEqual([]);
  first.process.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  // Packages that were fetched for a machine without a network are no data of theirs.
  writeFileSync(join(own, 'packages', 'six-1.17.0-py2.py3-none-any.whl'), 'a wheel');

  const third = await startDev(own, {}, '--reset');
  expect(await (await fetch(`${third.url}/tasks`)).json()).toEqual([]);
  expect(readdirSync(join(own, 'packages'))).toEqual(['six-1.17.0-py2.py3-none-any.whl']);
});

test('the demo plans, does what words say, remembers, and has a program add up a file, to its end', async () => {
  const { code, output } = await runCommand('demo', [], { TMPDIR: newDataDir() });
  const shown = [
    /^START /m,
    /^GOAL {3}Get fit for my wedding/m,
    /^PLAN {3}12 weeks, .* from the playbook “[a-z-]+”/m,
    /^NOTE {3}/m,
    /^ {7}\d{4}-\d\d-\d\d \d\d:\d\d +\d+ min {2}\S/m,
    /^CHECK {2}(\d+) of \1 rules/m,
    /^FLUX {3}Call the florist is on your list for tomorrow at 6 in the evening\.$/m,
    /^FLUX {3}You have \d+ tasks? for tomorrow, .*Call the florist/m,
    /^FLUX {3}15% of 240 = 36$/m,
    /^ {7}• “My sister's name is Ana”$/m,
    /^FILE {3}spending\.csv, .* \(text\/csv, 122 bytes\)$/m,
    /^OUTPUT 4 payments, 1134\.85 in all; the largest: Rent$/m,
    /^END {4}Everything is stopped\. It took \d+\.\d s\. /m,
  ];
  expect(shown.filter((line) => !line.test(output)).map(String)).toEqual([]);
  const places = shown.map((line) => output.search(line));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(code).toBe(0);
}, 180_000);

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends the demo with everything that it started',
  async (signal) => {
    const temporary = newDataDir();
    const child = spawn('npm', ['run', '--silent', 'demo'], {
      cwd: root,
      env: { ...process.env, TMPDIR: temporary },
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((done) => child.once('exit', done));
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    await until(
      async () => output,
      (text) => text.includes('GOAL'),
    );
    const started = (await descendants(child.pid ?? 0)).filter(({ command }) => /postgres|postgrest/.test(command));
    expect(started.length).toBeGreaterThan(1);
    // As a terminal does: to the whole group.
    process.kill(-(child.pid ?? 0), signal);
    await ended;
    // npm may go before what it started has tidied up.
    await until(
      async () => [
        ...(await descendants(1)).map(({ command }) => command).filter((command) => command.includes(temporary)),
        ...readdirSync(temporary).filter((name) => name.startsWith('flux-demo-')),
      ],
      (left) => left.length === 0,
    );
  },
);

/** Lists the processes that work in a folder, and the folder itself if it is there. */
async function leftIn(folder: string): Promise<string[]> {
  const commands = (await descendants(1)).map(({ command }) => command).filter((command) => command.includes(folder));
  return [...commands, ...(existsSync(folder) ? [folder] : [])];
}

test.each<[string, NodeJS.Signals, string, string[]]>([
  ['the benchmarks', 'SIGINT', 'npm', ['run', '--silent', 'bench', '--', 'latency']],
  ['the tests', 'SIGINT', 'npx', ['vitest', 'run', '--project', 'system', 'tests/api/auth.test.ts']],
  ['the tests', 'SIGTERM', 'npx', ['vitest', 'run', '--project', 'system', 'tests/api/auth.test.ts']],
  ['the tests', 'SIGHUP', 'npx', ['vitest', 'run', '--project', 'system', 'tests/api/auth.test.ts']],
])('%s, ended by %s at their work, leave no server and no folder behind', async (_, signal, file, words) => {
  const child = spawn(file, words, {
    cwd: root,
    env: { ...process.env, TMPDIR: newDataDir() },
    detached: true,
    stdio: 'ignore',
  });
  const ended = new Promise((done) => child.once('exit', done));
  const started = async () =>
    (await descendants(child.pid ?? 0)).flatMap(
      ({ command }) => /postgrest (\S+)\/[^/]+\.conf/.exec(command)?.[1] ?? [],
    );
  const [folder = ''] = await until(started, (found) => found.length > 0);
  expect((await leftIn(folder)).length).toBeGreaterThan(2);
  // As a terminal does: to the whole group.
  process.kill(-(child.pid ?? 0), signal);
  await ended;
  await until(
    () => leftIn(folder),
    (left) => left.length === 0,
  );
});

test.each([
  ['dev', []],
  ['demo', []],
  ['eval', ['lives']],
])('npm run %s that is ended while it starts leaves nothing behind', async (command, words) => {
  const temporary = newDataDir();
  const [api, inngest, supabase] = await freePorts(3);
  const child = spawn('npm', ['run', '--silent', command, '--', ...words], {
    cwd: root,
    env: {
      ...process.env,
      TMPDIR: temporary,
      FLUX_DATA_DIR: join(temporary, 'data'),
      API_SERVER_PORT: String(api),
      INNGEST_SERVER_PORT: String(inngest),
      SUPABASE_PORT: String(supabase),
    },
    stdio: 'ignore',
  });
  const ended = new Promise((done) => child.once('exit', done));
  const started = async () =>
    (await descendants(1)).filter(({ command: line }) => /postgres -D/.test(line) && line.includes(temporary));
  await until(started, (found) => found.length > 0);
  // To the command alone: what it started is for it to end.
  child.kill('SIGTERM');
  await ended;
  await until(
    async () => [...(await started()), ...readdirSync(temporary).filter((name) => name.startsWith('flux-'))],
    (left) => left.length === 0,
  );
});

test('every setting that is wrong is named at the start, in one message, and nothing is started', async () => {
  const dataDir = newDataDir();
  const wrong = {
    SUPABASE_URL: 'garbage',
    OPENAI_BASE_URL: 'garbage',
    VAPID_PUBLIC_KEY: 'x',
    VAPID_PRIVATE_KEY: 'y',
    VAPID_SUBJECT: 'me',
    DAILY_COST_LIMIT_USD: 'abc',
    LOG_LEVEL: 'verbose',
    CORS_ORIGINS: 'localhost:5173',
    API_SERVER_PORT: 'eighty',
    SANDBOX_PACKAGES_URL: 'my mirror',
  };
  const dev = await startDev(dataDir, wrong);
  expect(await dev.ended).toBe(1);
  for (const name of Object.keys(wrong)) expect(dev.output(), name).toContain(name);
  expect(dev.output()).not.toContain('garbage');
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
});

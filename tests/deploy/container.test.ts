import { type ChildProcess, execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestSupabase, type TestSupabase } from '../support/database.ts';
import { execForm, readDockerfile, readDockerignore } from '../support/dockerfile.ts';
import { until } from '../support/stack.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const instructions = readDockerfile(read('Dockerfile'));
const isIgnored = readDockerignore(read('.dockerignore'));
/** What the image takes from the build context: `COPY <sources> <target>`, but for the first stage. */
const copied = instructions
  .slice(instructions.findLastIndex(({ name }) => name === 'FROM'))
  .filter(({ name, text }) => name === 'COPY' && !text.startsWith('--from'))
  .flatMap(({ text }) => {
    const words = text.split(/\s+/);
    return words.slice(0, -1).map((source) => ({ source, target: words.at(-1) ?? '' }));
  });
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n')
  .filter((file) => existsSync(join(root, file)));
/** Every file of the project that is in the image. */
const inImage = files.filter(
  (file) => !isIgnored(file) && copied.some(({ source }) => file === source || file.startsWith(`${source}/`)),
);

describe('the Dockerfile', () => {
  test('has no instruction that it should not have, and those that it must', () => {
    const known = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'ENV', 'USER', 'EXPOSE', 'HEALTHCHECK', 'CMD'];
    expect(instructions.filter(({ name }) => !known.includes(name))).toEqual([]);
    for (const { name, text } of instructions) {
      if (name === 'FROM') expect(text, 'a version of its own').toMatch(/^node:24-[\w-]+( AS \w+)?$/);
      if (name === 'WORKDIR') expect(text).toMatch(/^\//);
      if (name === 'RUN') expect(text, 'what the lock file says, and nothing as root later').toMatch(/^npm ci /);
      if (name === 'ENV') expect(text, 'no secret').not.toMatch(/KEY|SECRET|TOKEN|PASSWORD/);
      if (['CMD', 'HEALTHCHECK'].includes(name)) expect(execForm(text), `${name} without a shell`).not.toBeNull();
    }
    expect(instructions.filter(({ name }) => name === 'FROM')).toHaveLength(2);
  });

  test('runs as another user than root, from its last stage on, with a check of its health', () => {
    const last = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));
    const names = last.map(({ name }) => name);
    expect(last.find(({ name }) => name === 'USER')?.text).toBe('node');
    expect(names.indexOf('USER')).toBeGreaterThan(names.lastIndexOf('COPY'));
    expect(names.filter((name) => ['HEALTHCHECK', 'CMD'].includes(name))).toEqual(['HEALTHCHECK', 'CMD']);
  });
});

test('the build context holds nothing secret and nothing useless, and all that is copied', () => {
  const never = [
    ...['.env', '.env.local', '.git/config', '.data/keys.json', '.data/dev.json', '.ci/run', '.vercel/project.json'],
    ...['node_modules/hono/package.json', 'tests/api/goals.test.ts', 'bench/run.ts', 'docs/deploy.md', 'local/dev.ts'],
    ...['harness/model.ts', 'supabase/seed.sql', 'docker/keys.mjs', 'compose.yaml', 'flux.backup'],
  ];
  expect(never.filter((file) => !isIgnored(file))).toEqual([]);
  for (const { source } of copied) expect(existsSync(join(root, source)), source).toBe(true);
  for (const file of ['package.json', 'package-lock.json', '.npmrc']) expect(isIgnored(file), file).toBe(false);
  // What is let in and not copied would be sent to the builder for nothing.
  const sent = files.filter((file) => !isIgnored(file));
  expect(sent.filter((file) => !inImage.includes(file)).toSorted()).toEqual(['.npmrc', 'package-lock.json']);
});

type Lock = { packages: Record<string, { dev?: boolean; optional?: boolean; devOptional?: boolean }> };
const lock: Lock = JSON.parse(read('package-lock.json'));
/** Folders that `npm ci --omit=dev --omit=optional` installs. */
const installed = Object.entries(lock.packages)
  .filter(([path, { dev, optional, devOptional }]) => path !== '' && !dev && !optional && !devOptional)
  .map(([path]) => path);

test('every package that a file of the image imports is installed in production', () => {
  const imports =
    /(?:^|\n)(?:import|export)\s(?!type\b)[^;]*?from '([^'.][^']*)'|\bimport\('([^'.][^']*)'\)|(?:^|\n)import '([^'.][^']*)'/g;
  const code = inImage.filter((file) => file.endsWith('.ts') && !file.startsWith('public/'));
  const named = code.flatMap((file) =>
    [...read(file).matchAll(imports)].map((found) => found.slice(1).find(Boolean) ?? ''),
  );
  const packages = new Set(
    named
      .filter((name) => !name.startsWith('node:') && !builtinModules.includes(name))
      .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')),
  );
  expect(packages.size).toBeGreaterThan(10);
  expect([...packages].filter((name) => !installed.includes(`node_modules/${name}`))).toEqual([]);
});

describe('a folder with the image’s files alone', () => {
  let app: string;
  let supabase: TestSupabase;
  let server: ChildProcess | undefined;
  beforeAll(async () => {
    supabase = await createTestSupabase();
    app = mkdtempSync(join(tmpdir(), 'flux-image-'));
    for (const file of inImage) {
      mkdirSync(dirname(join(app, file)), { recursive: true });
      cpSync(join(root, file), join(app, file));
    }
    // Packages lie where they are; with --preserve-symlinks each finds only what this folder has.
    for (const path of installed.filter((each) => each.lastIndexOf('node_modules/') === 0)) {
      mkdirSync(dirname(join(app, path)), { recursive: true });
      symlinkSync(join(root, path), join(app, path));
    }
  });
  afterAll(async () => {
    server?.kill('SIGKILL');
    await supabase?.stop();
    rmSync(app, { recursive: true, force: true });
  });
  const environment = () => ({
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    SUPABASE_URL: supabase.url,
    SUPABASE_PUBLISHABLE_KEY: supabase.publishableKey,
    SUPABASE_SECRET_KEY: supabase.secretKey,
    DATABASE_URL: supabase.databaseUrl,
  });
  const isolated = ['--preserve-symlinks', '--preserve-symlinks-main'];
  /** Runs a script to its end and returns what it printed. Not in a way that halts this process, where Supabase's gateway is. */
  const run = async (script: string) =>
    (await promisify(execFile)(process.execPath, [...isolated, script], { cwd: app, env: environment() })).stdout;

  test('holds no more than the product needs', () => {
    const bytes = inImage.reduce((sum, file) => sum + statSync(join(root, file)).size, 0);
    expect(bytes).toBeLessThan(12_000_000);
    expect(globSync('**/*.test.ts', { cwd: app, exclude: ['node_modules'] })).toEqual([]);
  });

  test('applies the migrations, loads the shared texts, and serves the functions and the pages until SIGTERM', async () => {
    expect(await run('server/migrate.ts')).toContain('nothing to apply');
    expect(await run('scripts/load-corpus.ts')).toContain('shared documents');

    const [command = '', ...args] = execForm(instructions.findLast(({ name }) => name === 'CMD')?.text ?? '') ?? [];
    expect(command).toBe('node');
    const started = spawn(process.execPath, [...isolated, ...args], {
      cwd: app,
      env: {
        ...environment(),
        ...{ HOST: '0.0.0.0', API_SERVER_PORT: '0', LOG_LEVEL: 'error' },
        ...{ INNGEST_BASE_URL: 'http://127.0.0.1:9', INNGEST_EVENT_KEY: 'key', INNGEST_SIGNING_KEY: 'abcd' },
      },
    });
    server = started;
    const ended = new Promise((done) => started.once('exit', done));
    let output = '';
    for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk) => (output += chunk));
    const port = await until(
      async () => {
        if (started.exitCode !== null) throw new Error(output);
        return /^ready http:\/\/0\.0\.0\.0:(\d+)$/m.exec(output)?.[1] ?? '';
      },
      (found) => found !== '',
    );
    const url = `http://127.0.0.1:${port}`;
    expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: 'ok', service: 'flux-backend' });
    const { id } = await supabase.createUser({ email: 'ada@example.com' });
    const headers = { Authorization: `Bearer ${await supabase.mintToken(id)}`, 'Content-Type': 'application/json' };
    const created = await fetch(`${url}/goals`, { method: 'POST', headers, body: '{"title":"Learn the guitar"}' });
    expect(created.status, output).toBe(201);
    const places: [string, number][] = [
      ...(['/tasks', '/account', '/api/chat', '/goals', '/', '/docs', '/openapi.json', '/api/health'] as const).map(
        (path): [string, number] => [path, 200],
      ),
      ['/api/v1/rag/search?q=running', 200],
      ['/api/v1/voice/sessions/sess_x/messages', 404],
      ['/api/v1/notifications/vapid-public-key', 503],
      ['/api/mcp', 405],
      ['/api/chat/response/nobody', 404],
      ['/api/chat/ui/nobody/stream', 204],
      ['/api/inngest', 401],
      ['/package.json', 404],
    ];
    const seen = await Promise.all(
      places.map(
        async ([path]): Promise<[string, number]> => [path, (await fetch(`${url}${path}`, { headers })).status],
      ),
    );
    expect(seen).toEqual(places);

    const check = execForm(instructions.find(({ name }) => name === 'HEALTHCHECK')?.text ?? '') ?? [];
    const healthy = (at: string) =>
      spawnSync(process.execPath, check.slice(1), { env: { API_SERVER_PORT: at }, timeout: 20_000 }).status;
    expect([healthy(port), healthy('9')]).toEqual([0, 1]);

    started.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});

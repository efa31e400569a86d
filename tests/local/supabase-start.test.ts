import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createClient } from '@supabase/supabase-js';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort, listProcesses, processStart } from '../../local/supabase/processes.ts';
import { type Supabase, startSupabase } from '../../local/supabase/start.ts';
import { until } from '../support/stack.ts';

let root: string;
let port: number;
let running: Supabase | undefined;

// One folder for the whole file: making PostgreSQL's files is what takes long.
beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'flux-start-'));
  port = await freePort();
  mkdirSync(path.join(root, 'migrations'));
  addMigration('1_notes', 'create table notes (body text); grant select on notes to service_role;');
});
afterAll(async () => {
  await stop();
  rmSync(root, { recursive: true, force: true });
});

const options = () => ({ dataDir: path.join(root, 'data'), port, migrations: path.join(root, 'migrations') });
const addMigration = (name: string, sql: string) => writeFileSync(path.join(root, 'migrations', `${name}.sql`), sql);

async function start(extra: { seed?: string } = {}): Promise<Supabase> {
  await stop();
  running = await startSupabase({ ...options(), ...extra });
  return running;
}

async function stop(): Promise<void> {
  await running?.stop();
  running = undefined;
}

const notes = async (of: Supabase) => (await createClient(of.url, of.secretKey).from('notes').select()).data;

describe('starting again', () => {
  test('finds the data, the keys and the signing key as they were', async () => {
    const first = await start();
    const user = await first.createUser({ email: 'ada@example.com' });
    const token = await first.mintToken(user.id);
    await first.query("insert into notes values ('kept')");
    const second = await start();
    expect(await notes(second)).toEqual([{ body: 'kept' }]);
    expect([second.publishableKey, second.secretKey]).toEqual([first.publishableKey, first.secretKey]);
    const { data } = await createClient(second.url, second.publishableKey).auth.getUser(token);
    expect(data.user?.id).toBe(user.id);
  });

  test('refuses data of migrations that have been rewritten or are gone, by name, and says what to do', async () => {
    await start();
    const file = path.join(root, 'migrations', '1_notes.sql');
    const sql = readFileSync(file, 'utf8');
    writeFileSync(file, `${sql} -- another one`);
    await expect(start()).rejects.toThrow(/1_notes\.sql is another one now.*--reset/);
    rmSync(file);
    await expect(start()).rejects.toThrow(/1_notes\.sql is gone.*--reset/);
    writeFileSync(file, sql);
    expect(await notes(await start())).toEqual([{ body: 'kept' }]);
  });

  test('applies new migrations only, and the seed once', async () => {
    const seed = path.join(root, 'seed.sql');
    writeFileSync(seed, "insert into notes values ('seeded')");
    await start({ seed });
    addMigration('2_more', "insert into notes values ('from 2')");
    const again = await start({ seed });
    expect(await again.query('select body from notes')).toEqual([
      { body: 'kept' },
      { body: 'seeded' },
      { body: 'from 2' },
    ]);
    expect(await again.query('select version, name from supabase_migrations.schema_migrations')).toEqual([
      { version: '1', name: 'notes' },
      { version: '2', name: 'more' },
    ]);
  });

  test('with a failing migration names its file, its line and PostgreSQL’s message, and leaves no trace of it', async () => {
    await stop();
    addMigration('3_bad', 'create table half (id int);\n\nselect * from nowhere;');
    await expect(startSupabase(options())).rejects.toThrow(/3_bad\.sql:3: relation "nowhere" does not exist/);
    expect(serversOf(root)).toEqual([]);
    addMigration('3_bad', 'create table half (id int);');
    expect(await (await start()).query('select * from half')).toEqual([]);
  });
});

describe('kill -9', () => {
  /** Starts it in another process, which writes one row and then is killed. */
  async function startAndKill(body: string): Promise<void> {
    await stop();
    const code = `
      import { startSupabase } from ${JSON.stringify(new URL('../../local/supabase/start.ts', import.meta.url).href)};
      const supabase = await startSupabase(${JSON.stringify(options())});
      await supabase.query('insert into notes values ($1)', [${JSON.stringify(body)}]);
      console.log('written');
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(createInterface({ input: parent.stdout }), 'line');
    const exited = once(parent, 'exit');
    parent.kill('SIGKILL');
    await exited;
  }

  test('leaves servers behind that the next start ends, and loses nothing', async () => {
    await startAndKill('before the kill');
    const left = serversOf(root).map(({ pid }) => pid);
    expect(left).toHaveLength(2);
    expect(await notes(await start())).toContainEqual({ body: 'before the kill' });
    expect(serversOf(root).filter(({ pid }) => left.includes(pid))).toEqual([]);
    await stop();
    expect(serversOf(root)).toEqual([]);
  });

  test('of the servers too loses nothing that was committed', async () => {
    await startAndKill('before all were killed');
    for (const { pid } of serversOf(root)) process.kill(pid, 'SIGKILL');
    expect(await notes(await start())).toContainEqual({ body: 'before all were killed' });
  });

  test('leaves files that name a process which is somebody else’s by now: it is let be, unless it owns the folder', async () => {
    await startAndKill('before a stranger came');
    for (const { pid } of serversOf(root)) process.kill(pid, 'SIGKILL');
    const stranger = spawn('sleep', ['600'], { stdio: 'ignore' });
    const pid = stranger.pid ?? 0;
    const owner = path.join(root, 'data', 'owner.json');
    const lockFile = path.join(root, 'data', 'postgres', 'postmaster.pid');
    writeFileSync(owner, JSON.stringify({ pid, start: 'at another time' }));
    writeFileSync(lockFile, readFileSync(lockFile, 'utf8').replace(/^\d+/, `${pid}`));
    expect(await notes(await start())).toContainEqual({ body: 'before a stranger came' });
    await stop();
    writeFileSync(owner, JSON.stringify({ pid, start: processStart(pid) }));
    await expect(start()).rejects.toThrow(`is in use by process ${pid}: stop that one first`);
    expect([stranger.exitCode, stranger.signalCode]).toEqual([null, null]);
    const ended = once(stranger, 'exit');
    stranger.kill('SIGKILL');
    await ended;
    expect(await notes(await start())).toContainEqual({ body: 'before a stranger came' });
  });
});

describe.runIf(process.platform === 'linux')('a backend that ends on no signal but SIGKILL', () => {
  /** Backends work in PostgreSQL's data directory. */
  const backends = () =>
    listProcesses().filter(({ pid, command }) => {
      if (!command.startsWith('postgres: ')) return false;
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === path.join(root, 'data', 'postgres');
      } catch {
        return false;
      }
    });

  async function freezeBackend(of: Supabase): Promise<void> {
    const client = new pg.Client({ connectionString: of.databaseUrl });
    client.on('error', () => {});
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    // A stopped process heeds SIGTERM and SIGQUIT as little as one that never looks for them.
    process.kill(rows[0]?.pid ?? Number.NaN, 'SIGSTOP');
  }

  test('is killed when the server stops', async () => {
    await freezeBackend(await start());
    await stop();
    expect(backends()).toEqual([]);
    expect(await notes(await start())).toContainEqual({ body: 'kept' });
  });

  test('and outlived its server is killed by the next start', async () => {
    const first = await start();
    await freezeBackend(first);
    const server = serversOf(root).find(({ command }) => command.includes('postgres -D'));
    process.kill(server?.pid ?? Number.NaN, 'SIGKILL');
    await until(
      async () => serversOf(root).filter(({ pid }) => pid === server?.pid),
      (left) => left.length === 0,
    );
    const frozen = backends();
    expect(frozen).not.toEqual([]);
    rmSync(path.join(root, 'data', 'owner.json'));
    await startSupabase({ ...options(), port: await freePort() }).then(async (second) => {
      expect(await notes(second)).toContainEqual({ body: 'kept' });
      expect(backends().filter(({ pid }) => frozen.some((each) => each.pid === pid))).toEqual([]);
      await second.stop();
    });
    await stop();
    expect(backends()).toEqual([]);
  });
});

describe('while it runs', () => {
  let supabase: Supabase;
  beforeAll(async () => {
    supabase = await start();
  });

  test('no other start may use its folder', async () => {
    await expect(startSupabase(options())).rejects.toThrow(/in use by process \d+/);
  });

  test('another on its port says so and leaves nothing behind', async () => {
    const elsewhere = path.join(root, 'other');
    await expect(startSupabase({ ...options(), dataDir: elsewhere })).rejects.toThrow(`Port ${port} is in use`);
    expect(serversOf(elsewhere)).toEqual([]);
    expect(existsSync(path.join(elsewhere, 'owner.json'))).toBe(false);
  });

  test('secrets are readable by their owner only', () => {
    for (const file of ['keys.json', 'postgres.password', 'postgrest.conf']) {
      expect(statSync(path.join(root, 'data', file)).mode & 0o077).toBe(0);
    }
  });

  test.runIf(existsSync('/proc/net/tcp'))('everything listens on 127.0.0.1 and nowhere else', () => {
    const listening = [process.pid, ...serversOf(root).map(({ pid }) => pid)].flatMap(listeningAddresses);
    expect(listening.length).toBeGreaterThanOrEqual(3);
    expect(new Set(listening)).toEqual(new Set([LOOPBACK]));
  });

  test('a server that dies is reported', async () => {
    const told = new Promise<string>((resolve) => supabase.onExit(resolve));
    const rest = serversOf(root).find(({ command }) => command.includes('postgrest.conf'));
    process.kill(rest?.pid ?? Number.NaN, 'SIGKILL');
    expect(await told).toBe('PostgREST ended by itself (signal SIGKILL)');
  });
});

/** 127.0.0.1 as /proc/net/tcp writes it. */
const LOOPBACK = '0100007F';

/** Each PostgreSQL and PostgREST that runs on files below `folder`. */
function serversOf(folder: string) {
  return listProcesses().filter(({ command }) => /\/postgre(s -D|st) /.test(command) && command.includes(`${folder}/`));
}

/** The addresses, in the kernel's hexadecimal, on which a process accepts TCP connections. */
function listeningAddresses(pid: number): string[] {
  const sockets = new Set(
    readdirSync(`/proc/${pid}/fd`).map((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1];
      } catch {
        return undefined;
      }
    }),
  );
  const rows = ['tcp', 'tcp6'].flatMap((kind) => readFileSync(`/proc/net/${kind}`, 'utf8').trim().split('\n').slice(1));
  return rows.flatMap((row) => {
    const [, local = '', , state, , , , , , inode] = row.trim().split(/\s+/);
    return state === '0A' && sockets.has(inode) ? [local.slice(0, local.indexOf(':'))] : [];
  });
}

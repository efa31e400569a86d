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
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../../local/supabase/migrate.ts';
import { freePort } from '../../local/supabase/processes.ts';
import { type Supabase, startSupabase } from '../../local/supabase/start.ts';

let root: string;
let port: number;
const running: Supabase[] = [];

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'flux-start-'));
  port = await freePort();
  mkdirSync(path.join(root, 'migrations'));
  addMigration('1_notes', 'create table notes (body text); grant select on notes to service_role;');
});
afterEach(async () => {
  for (const each of running.splice(0)) await each.stop();
  rmSync(root, { recursive: true, force: true });
});

const options = () => ({ dataDir: path.join(root, 'data'), port, migrations: path.join(root, 'migrations') });
const addMigration = (name: string, sql: string) => writeFileSync(path.join(root, 'migrations', `${name}.sql`), sql);

async function start(extra: { seed?: string } = {}): Promise<Supabase> {
  const supabase = await startSupabase({ ...options(), ...extra });
  running.push(supabase);
  return supabase;
}

const notes = async (of: Supabase) => (await createClient(of.url, of.secretKey).from('notes').select()).data;

describe('starting again', () => {
  test('finds the data, the keys and the signing key as they were', async () => {
    const first = await start();
    const user = await first.createUser({ email: 'ada@example.com' });
    const token = await first.mintToken(user.id);
    await first.query("insert into notes values ('kept')");
    await first.stop();
    const second = await start();
    expect(await notes(second)).toEqual([{ body: 'kept' }]);
    expect([second.publishableKey, second.secretKey]).toEqual([first.publishableKey, first.secretKey]);
    const { data } = await createClient(second.url, second.publishableKey).auth.getUser(token);
    expect(data.user?.id).toBe(user.id);
  });

  test('applies new migrations only, and the seed once', async () => {
    const seed = path.join(root, 'seed.sql');
    writeFileSync(seed, "insert into notes values ('seeded')");
    await (await start({ seed })).stop();
    addMigration('2_more', "insert into notes values ('from 2')");
    const second = await start({ seed });
    expect(await second.query('select body from notes order by body')).toEqual([
      { body: 'from 2' },
      { body: 'seeded' },
    ]);
    expect(
      await second.query('select version, name from supabase_migrations.schema_migrations order by version'),
    ).toEqual([
      { version: '1', name: 'notes' },
      { version: '2', name: 'more' },
    ]);
  });

  test('is refused while another start uses the folder', async () => {
    await start();
    await expect(startSupabase(options())).rejects.toThrow(/in use by process \d+/);
  });

  test('says which port is taken, and leaves nothing running', async () => {
    const first = await start();
    const elsewhere = { ...options(), dataDir: path.join(root, 'other') };
    await expect(startSupabase(elsewhere)).rejects.toThrow(`Port ${port} is in use`);
    await first.stop();
    await (await startSupabase(elsewhere)).stop();
    expect(commandsNaming(root)).toEqual([]);
  });
});

describe('kill -9', () => {
  /** Starts it in another process, which writes one row and then is killed. */
  async function startAndKill(alsoPostgres: boolean): Promise<{ leftovers: string[] }> {
    const code = `
      import { startSupabase } from ${JSON.stringify(new URL('../../local/supabase/start.ts', import.meta.url).href)};
      const supabase = await startSupabase(${JSON.stringify(options())});
      await supabase.query("insert into notes values ('committed just before')");
      console.log('written');
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(createInterface({ input: parent.stdout }), 'line');
    expect(line).toBe('written');
    const exited = once(parent, 'exit');
    parent.kill('SIGKILL');
    await exited;
    const leftovers = commandsNaming(root);
    if (alsoPostgres) {
      const pid = Number(readFileSync(path.join(root, 'data/postgres/postmaster.pid'), 'utf8').split('\n')[0]);
      process.kill(pid, 'SIGKILL');
    }
    return { leftovers };
  }

  test('leaves servers behind that the next start ends, and loses nothing', async () => {
    const { leftovers } = await startAndKill(false);
    expect(leftovers).toHaveLength(2);
    const next = await start();
    expect(await notes(next)).toEqual([{ body: 'committed just before' }]);
    expect(commandsNaming(root)).toHaveLength(2);
    await next.stop();
    expect(commandsNaming(root)).toEqual([]);
  });

  test('of PostgreSQL as well loses nothing that was committed', async () => {
    await startAndKill(true);
    expect(await notes(await start())).toEqual([{ body: 'committed just before' }]);
  });

  test('of PostgREST alone is reported', async () => {
    const supabase = await start();
    const reported = new Promise<string>((resolve) => supabase.onExit(resolve));
    const [rest] = commandsNaming('postgrest.conf').filter((command) => command.includes(root));
    process.kill(Number(rest?.split(' ')[0]), 'SIGKILL');
    expect(await reported).toBe('PostgREST ended by itself (signal SIGKILL)');
  });
});

test('a failing migration names its file, its line and PostgreSQL’s message, and leaves no trace', async () => {
  addMigration('2_bad', 'create table half (id int);\n\nselect * from nowhere;');
  await expect(startSupabase(options())).rejects.toThrow(/2_bad\.sql:3: relation "nowhere" does not exist/);
  addMigration('2_bad', 'create table half (id int);');
  const supabase = await start();
  expect(await migrate(supabase.databaseUrl, options().migrations)).toEqual([]);
});

test('secrets are readable by their owner only', async () => {
  await start();
  for (const file of ['keys.json', 'postgres.password', 'postgrest.conf']) {
    expect(statSync(path.join(root, 'data', file)).mode & 0o077).toBe(0);
  }
});

test.runIf(existsSync('/proc/net/tcp'))('everything listens on 127.0.0.1 and nowhere else', async () => {
  await start();
  const pids = [process.pid, ...commandsNaming(root).map((command) => Number(command.split(' ')[0]))];
  const listening = pids.flatMap(listeningAddresses);
  expect(listening.length).toBeGreaterThanOrEqual(3);
  expect(new Set(listening)).toEqual(new Set(['0100007F']));
});

/** "pid command line" of each PostgreSQL and PostgREST whose arguments name `text`. */
function commandsNaming(text: string): string[] {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .flatMap((pid) => {
      try {
        return [`${pid} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`];
      } catch {
        return [];
      }
    })
    .filter((command) => /^\d+ \S+\/postgre(s|st) /.test(command) && command.includes(text));
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

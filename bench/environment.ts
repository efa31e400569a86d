import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { type BuiltFunction, buildForVercel } from '../harness/vercel-build.ts';
import type { Manifest } from '../harness/vercel-host.ts';
import { type OnExit, stopOnExit } from '../lib/command.ts';
import { bootstrap, setAuthenticatorPassword } from '../local/supabase/database.ts';
import { createKeys } from '../local/supabase/keys.ts';
import { startPostgres } from '../local/supabase/postgres.ts';
import { type ServedProject, serveDatabase } from '../local/supabase/serve.ts';
import { migrate } from '../server/migrations.ts';
import { killPrograms, type Program, startProgram } from './process.ts';

const root = path.resolve(import.meta.dirname, '..');
export const hostFile = 'harness/vercel-host.ts';
const Rewrites = z.object({ rewrites: z.array(z.object({ source: z.string(), destination: z.string() })) });

/** Signed, as in production. */
export const inngestKeys = { INNGEST_SIGNING_KEY: `signkey-bench-${'ab'.repeat(32)}`, INNGEST_EVENT_KEY: 'bench' };

/** A signed-in person; `headers` are those of a request with a JSON body. */
export type Person = { id: string; token: string; headers: Record<string, string> };

/** A database with PostgREST and the gateway over it. */
export type Site = {
  project: ServedProject;
  /** Every request that reached the gateway, such as `POST /rest/v1/rpc/create_goal`. */
  requests: string[];
  signUp(): Promise<Person>;
  /** The variables that point a host at it. */
  env: Record<string, string>;
};

export type Environment = {
  /** Folder for files of this run. */
  dir: string;
  /** The functions as Vercel builds them: built when they are first asked for. */
  built(): Promise<BuiltFunction[]>;
  openSite(name: string): Promise<Site>;
  /** Serves the built functions (default all of them) from a process of its own. */
  startHost(env: Record<string, string>, nodeArgs?: string[]): Promise<Program>;
  writeManifest(name: string, built: BuiltFunction[]): Promise<string>;
};

/**
 * Opens the environment of the measurements: PostgreSQL with its default durability, PostgREST, and the functions as Vercel builds them.
 * @param parent where the data is kept for the time of the run
 */
export async function openEnvironment(onExit: OnExit, parent = tmpdir()): Promise<Environment> {
  const dir = await mkdtemp(path.join(parent, 'flux-bench-'));
  onExit(() => rm(dir, { recursive: true, force: true }));
  onExit(killPrograms);
  const postgres = await stopOnExit(onExit, startPostgres({ dataDir: dir, durable: true }));
  const keys = await createKeys();
  const inngest = await stopOnExit(onExit, startEventSink());
  const { rewrites } = Rewrites.parse(JSON.parse(await readFile(path.join(root, 'vercel.json'), 'utf8')));

  async function writeManifest(name: string, functions: BuiltFunction[]): Promise<string> {
    const handlers = functions.map(({ entrypoint, handler }) => [`/${entrypoint.replace(/\.ts$/, '')}`, handler]);
    const manifest: Manifest = { handlers: Object.fromEntries(handlers), rewrites };
    const file = path.join(dir, `${name}.json`);
    await writeFile(file, JSON.stringify(manifest));
    return file;
  }
  let building: Promise<BuiltFunction[]> | undefined;
  const built = () => {
    building ??= entrypoints().then((files) => buildForVercel(files, path.join(dir, 'built')));
    return building;
  };

  return {
    dir,
    built,
    writeManifest,
    async openSite(name) {
      await execute(postgres.superuserUrl('postgres'), `create database ${name}`);
      const databaseUrl = postgres.superuserUrl(name);
      await bootstrap(databaseUrl);
      await setAuthenticatorPassword(databaseUrl, keys.authenticatorPassword);
      await migrate(databaseUrl, path.join(root, 'supabase/migrations'));
      // The work is measured, not the waiting for a token.
      await execute(databaseUrl, 'update private.rate_limits set capacity = 1000000, per_second = 100000');
      const requests: string[] = [];
      const project = await stopOnExit(
        onExit,
        serveDatabase({
          databaseUrl,
          restDatabaseUrl: postgres.url('authenticator', keys.authenticatorPassword, name),
          configFile: path.join(dir, `${name}.conf`),
          keys,
          onRequest: (method, pathname) => requests.push(`${method} ${pathname}`),
        }),
      );
      return { project, requests, signUp: () => signUp(project), env: siteEnv(project, inngest.url) };
    },
    async startHost(env, nodeArgs = []) {
      return startProgram({ file: hostFile, args: [await writeManifest('all', await built())], env, nodeArgs });
    },
  };
}

async function entrypoints(): Promise<string[]> {
  const files = await readdir(path.join(root, 'api'), { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile())
    .map((file) => path.relative(root, path.join(file.parentPath, file.name)))
    .sort();
}

function siteEnv(project: ServedProject, inngestUrl: string): Record<string, string> {
  return {
    NODE_ENV: 'production',
    SUPABASE_URL: project.url,
    SUPABASE_JWT_ISSUER: `${project.url}/auth/v1`,
    SUPABASE_PUBLISHABLE_KEY: project.publishableKey,
    SUPABASE_SECRET_KEY: project.secretKey,
    ...inngestKeys,
    INNGEST_BASE_URL: inngestUrl,
  };
}

async function signUp(project: ServedProject): Promise<Person> {
  const { id } = await project.createUser({ email: `${crypto.randomUUID()}@example.com` });
  const token = await project.mintToken(id);
  return { id, token, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } };
}

/** Stands where Inngest takes events: says yes and keeps nothing. */
async function startEventSink() {
  const server = createServer((incoming, outgoing) => {
    incoming.resume();
    incoming.on('end', () => {
      outgoing.writeHead(200, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify({ ids: [], status: 200 }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function execute(databaseUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

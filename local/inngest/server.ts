/** The runner's HTTP side: what the SDK, senders of events and curious people call. */
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Database } from './database.ts';
import { acceptEvents, EventRefused } from './events.ts';
import type { Functions } from './functions.ts';
import { Checkpoint, type FunctionConfig, Registration } from './protocol.ts';
import { listRuns } from './views.ts';

/** Bytes of one request; the SDK sends many events in one. */
const BODY_BYTES_MAX = 10 * 1024 * 1024;
const LOCAL_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1']);

interface Options {
  db: Database;
  functions: Functions;
  /** Address of the app, for display. */
  appUrl: string;
  /** The key that events must be sent with, if any. */
  eventKey: string | undefined;
  /** Takes over the functions of an out-of-band sync. */
  register: (functions: FunctionConfig[]) => Promise<void>;
  /** Keeps the steps that an execution reports while it goes on; false when it must not go on. */
  checkpoint: (runId: string, checkpoint: Checkpoint) => Promise<boolean>;
  /** Returns true once the runner ends: events and syncs are refused then. */
  isStopping: () => boolean;
}

const isLocal = (url: string): boolean => URL.canParse(url) && LOCAL_HOSTS.has(new URL(url).hostname);

/** Returns the runner's routes. Nobody has to say who they are, so only this machine's own names are answered to. */
export function createServer(options: Options): Hono {
  const { db, functions, appUrl, eventKey, register, checkpoint, isStopping } = options;
  const server = new Hono();
  server.onError((error, c) => c.json({ error: error.message, status: 500 }, 500));
  server.notFound((c) => c.json({ error: `there is no ${c.req.path} here`, status: 404 }, 404));

  // A page elsewhere on the web could reach this port by DNS rebinding (Host) or by a plain form post (Origin).
  server.use(async (c, next) => {
    const origin = c.req.header('origin');
    if (!isLocal(`http://${c.req.header('host')}`) || (origin !== undefined && !isLocal(origin))) {
      return c.json({ error: 'this server answers only to localhost and 127.0.0.1', status: 403 }, 403);
    }
    return await next();
  });
  server.use(bodyLimit({ maxSize: BODY_BYTES_MAX, onError: (c) => c.json(refusal('the body is over 10 MB'), 413) }));

  server.use((c, next) => {
    const isTaken = c.req.path.startsWith('/v1/checkpoint/');
    return isStopping() && !isTaken ? Promise.resolve(c.json({ error: 'the runner is being stopped' }, 503)) : next();
  });

  server.get('/health', (c) => c.json({ status: 200, message: 'OK' }));
  server.get('/dev', (c) => {
    const startOpts = { sdkURLs: [appUrl] };
    return c.json({ version: 'local', authed: false, startOpts, functions: functions.all, handlers: [appUrl] });
  });

  server.post('/e/:key', async (c) => {
    if (eventKey !== undefined && c.req.param('key') !== eventKey) {
      return c.json({ ...refusal('the event key is wrong; check INNGEST_EVENT_KEY'), status: 401 }, 401);
    }
    const body: unknown = await c.req.json().catch(() => undefined);
    if (body === undefined) return c.json(refusal('the body is not JSON'), 400);
    const seed = c.req.header('x-inngest-event-id-seed');
    try {
      const ids = await db.transaction((tx) => acceptEvents(tx, body, seed, Date.now()));
      return c.json({ ids, status: 200 });
    } catch (error) {
      if (error instanceof EventRefused) return c.json(refusal(error.message), 400);
      throw error;
    }
  });

  server.post('/fn/register', async (c) => {
    const parsed = Registration.safeParse(await c.req.json().catch(() => undefined));
    if (!parsed.success) return c.json({ status: 400, error: z.prettifyError(parsed.error) }, 400);
    await register(parsed.data.functions);
    return c.json({ ok: true, status: 200, modified: true });
  });

  server.post('/v1/checkpoint/:runId/async', async (c) => {
    const parsed = Checkpoint.safeParse(await c.req.json().catch(() => undefined));
    if (!parsed.success) return c.json({ status: 400, error: z.prettifyError(parsed.error) }, 400);
    if (await checkpoint(c.req.param('runId'), parsed.data)) return c.json({ status: 200 });
    return c.json({ status: 409, error: 'this execution is over: its run has ended or was begun anew' }, 409);
  });

  server.get('/runs', async (c) => c.json(await listRuns(db)));
  return server;
}

const refusal = (error: string) => ({ ids: [], status: 400, error });

/** Listens on 127.0.0.1; port 0 takes a free one. Resolves with the address, or rejects when the port is taken. */
export function listen(server: Hono, port: number): Promise<{ http: ServerType; url: string }> {
  return new Promise((resolve, reject) => {
    const onListening = (address: AddressInfo) => resolve({ http, url: `http://127.0.0.1:${address.port}` });
    const http = serve({ fetch: server.fetch, port, hostname: '127.0.0.1' }, onListening);
    http.once('error', reject);
  });
}

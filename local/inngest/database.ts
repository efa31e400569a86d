/** The connection to Postgres: transactions that tell what they changed, and the lock that keeps a second runner out. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { migrations, SCHEMA } from './schema.ts';
import type { Job } from './work.ts';

/** Changes of a transaction that the runner's memory applies after the commit. */
export interface Changes {
  put: Job[];
  removed: string[];
  /** True if events were added that nobody has routed yet. */
  events: boolean;
}

/** An open transaction. */
export interface Tx {
  changes: Changes;
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
}

const CONNECTIONS = 8;
const CONNECT_TIMEOUT_MS = 10_000;
const QUERY_TIMEOUT_MS = 30_000;
/** A runner that was killed holds the lock until Postgres notices; this is how long its successor waits. */
const LOCK_WAIT_MS = 5000;
const LOCK_KEY = 0x1a_67_e5;

export class Database {
  readonly #pool: pg.Pool;
  readonly #lock: pg.Client;
  /** Called after each commit. */
  onCommit: (changes: Changes) => void = () => {};

  constructor(url: string, log: (message: string, fields?: Record<string, unknown>) => void) {
    const config = {
      connectionString: url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: QUERY_TIMEOUT_MS,
      application_name: SCHEMA,
      options: `-c search_path=${SCHEMA}`,
    };
    this.#pool = new pg.Pool({ ...config, max: CONNECTIONS });
    this.#lock = new pg.Client(config);
    // Without a listener a lost connection would end the process; the next query reports it where it matters.
    const onError = (error: Error) => log('the connection to Postgres was lost', { error: error.message });
    this.#pool.on('error', onError);
    // One that is in use tells its query; the pool hears of idle ones alone.
    this.#pool.on('connect', (client) => client.on('error', onError));
    this.#lock.on('error', onError);
  }

  /** Takes the lock and brings the schema up to date. Throws when another runner works on the same database. */
  async open(): Promise<void> {
    await this.#lock.connect();
    const deadline = Date.now() + LOCK_WAIT_MS;
    while (!(await this.#takeLock())) {
      if (Date.now() > deadline) {
        throw new Error('another local Inngest runner uses this database; stop it, or give each its own FLUX_DATA_DIR');
      }
      await sleep(100);
    }
    await this.transaction(migrate);
  }

  async #takeLock(): Promise<boolean> {
    const { rows } = await this.#lock.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [LOCK_KEY]);
    return rows[0]?.taken === true;
  }

  /** Runs `work` in one transaction, rolled back if it throws. */
  async transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const client = await this.#pool.connect();
    const changes: Changes = { put: [], removed: [], events: false };
    const tx: Tx = { changes, query: async (sql, values) => (await client.query(sql, values)).rows };
    let failure: Error | undefined;
    let result: Result;
    try {
      await client.query('begin');
      result = await work(tx);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch((cause: Error) => {
        failure = cause;
      });
      throw error;
    } finally {
      // A connection that cannot even roll back is thrown away.
      client.release(failure);
    }
    this.onCommit(changes);
    return result;
  }

  /** One statement outside a transaction. */
  async query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]> {
    return (await this.#pool.query<Row>(sql, values)).rows;
  }

  /** Ends every connection, and with it the lock. */
  async close(): Promise<void> {
    await Promise.all([this.#pool.end(), this.#lock.end()]);
  }
}

async function migrate(tx: Tx): Promise<void> {
  await tx.query(`create schema if not exists ${SCHEMA}`);
  await tx.query('create table if not exists migrations (version integer primary key)');
  const [row] = await tx.query<{ applied: number }>('select count(*)::integer as applied from migrations');
  const applied = row?.applied ?? 0;
  for (const [index, sql] of migrations.entries()) {
    if (index < applied) continue;
    await tx.query(sql);
    await tx.query('insert into migrations values ($1)', [index + 1]);
  }
}

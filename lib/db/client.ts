import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { Actor, Caller } from '../caller.ts';
import { databaseConfig, secretKey } from '../config.ts';
import { accountGone, Problem } from '../problem.ts';
import type { Database } from './types.ts';

export type Db = SupabaseClient<Database>;

type QueryError = { code: string; message: string; details: string; hint: string };
type Answer = { data: unknown; error: QueryError | null };
/** A query of supabase-js: a promise of its answer that takes headers until it is awaited. */
type Query = PromiseLike<Answer> & { setHeader(name: string, value: string): unknown };
type Success<Q extends Query> = Extract<Awaited<Q>, { error: null }>;
type Data<Q extends Query> = Success<Q>['data'];

const queryTimeoutMs = 8_000;

/** One client per instance and key: connections are kept alive, and a request's own token goes with each query. */
const clients = new Map<string, Db>();

function client(url: string, key: string): Db {
  const known = clients.get(`${url} ${key}`);
  if (known) return known;
  const made: Db = createClient<Database>(url, key, {
    // Nobody signs in here: without this, each query would look for a session first.
    accessToken: async () => key,
    db: { retry: false },
    global: { fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(queryTimeoutMs) }) },
  });
  clients.set(`${url} ${key}`, made);
  return made;
}

/**
 * Runs one query as a person: row level security decides what it reaches.
 * @throws Problem for every failure, see {@link toProblem}
 */
export function asCaller<Q extends Query>(caller: Pick<Caller, 'token'>, query: (db: Db) => Q): Promise<Data<Q>> {
  const { url, publishableKey } = databaseConfig();
  const made = query(client(url, publishableKey));
  made.setHeader('Authorization', `Bearer ${caller.token}`);
  return run(made);
}

/** Runs one query as nobody in particular, with what the publishable key may do. */
export function asAnonymous<Q extends Query>(query: (db: Db) => Q): Promise<Data<Q>> {
  const { url, publishableKey } = databaseConfig();
  return run(query(client(url, publishableKey)));
}

/** Runs one query past row level security. For the functions behind `/api/inngest` alone. */
export function asService<Q extends Query>(query: (db: Db) => Q): Promise<Data<Q>> {
  return run(query(client(databaseConfig().url, secretKey())));
}

/** Runs one query for an actor: as the person where there is a token, else as the service on the owner's behalf. */
export function asActor<Q extends Query>(
  actor: Actor,
  query: (db: Db, owner: { p_user_id?: string }) => Q,
): Promise<Data<Q>> {
  return 'token' in actor
    ? asCaller(actor, (db) => query(db, {}))
    : asService((db) => query(db, { p_user_id: actor.ownerId }));
}

async function run<Q extends Query>(query: Q): Promise<Data<Q>> {
  let answer: Awaited<Q>;
  try {
    answer = await query;
  } catch (cause) {
    throw new Problem('unavailable', 'The database could not be reached. Try again in a moment.', {
      retryAfterSeconds: 5,
      cause,
    });
  }
  if (succeeded<Q>(answer)) return answer.data;
  throw toProblem(answer.error);
}

function succeeded<Q extends Query>(answer: Answer): answer is Success<Q> {
  return answer.error === null;
}

/**
 * Returns what a database error means to a client. Codes are PostgreSQL's (Appendix A of its manual) and PostgREST's; the two
 * generations of PostgREST in use number an expired token differently.
 */
function toProblem(error: QueryError | null): Problem {
  if (!error) return new Problem('internal', 'Something went wrong on our side.');
  const cause = new Error(`${error.code}: ${error.message}`, { cause: error });
  const { code } = error;
  // public.check_request: the token outlived its account.
  if (code === 'PT401') return accountGone(cause);
  if (code === 'PGRST301' || code === 'PGRST302' || code === 'PGRST303') {
    return new Problem('unauthorized', 'The access token is not valid. Sign in again.', { cause });
  }
  if (code === '55P03') {
    return new Problem('idempotency_in_progress', 'The same request is still running. Send it again in a moment.', {
      retryAfterSeconds: 2,
      cause,
    });
  }
  if (code === '57014' || /TimeoutError|AbortError/.test(error.message)) {
    return new Problem('timeout', 'The database did not answer in time. Try again in a moment.', {
      retryAfterSeconds: 5,
      cause,
    });
  }
  // Whatever is a person's refers to their profile: an account that was erased leaves its tokens for a while.
  if (code === '23503' && /not present in table "users"/.test(error.details)) {
    return accountGone(cause);
  }
  // The tables' checks repeat the schemas' bounds, so this is input that a schema let through; dates that do not exist too.
  if (['23514', '22007', '22008'].includes(code))
    return new Problem('invalid', 'A value is outside of what can be stored.', { cause });
  // Connection failures, deadlocks, resources, operator intervention; PostgREST's own pool and connection; no code at all
  // is a gateway's page or a broken connection.
  if (!code || /^(08|40|53|57)/.test(code) || /^PGRST00[0-3]$/.test(code)) {
    return new Problem('unavailable', 'The database is not available. Try again in a moment.', {
      retryAfterSeconds: 5,
      cause,
    });
  }
  return new Problem('internal', 'Something went wrong on our side.', { cause });
}

/**
 * Flow control: what an event that triggers a function leads to, in Inngest's order. Idempotency and rate limits drop it,
 * debounce and batches collect it, singletons skip it or cancel another run, throttles delay it.
 */
import type { Log } from './context.ts';
import type { Tx } from './database.ts';
import { deadlineMs } from './durations.ts';
import { holds, keyOf, numberOf } from './expressions.ts';
import { indexable, ulid } from './ids.ts';
import { changeJob, findJob, putJob, type Slot, startTimeoutKey } from './jobs.ts';
import type { FunctionConfig, InngestEvent, StoredEvent } from './protocol.ts';
import { createRun, endRun, lockRun, type NewRun } from './runs.ts';

/** How long an idempotency key holds (https://www.inngest.com/docs/guides/handling-idempotency). */
const IDEMPOTENCY_MS = 24 * 3_600_000;
/** The most seconds a priority may put a run ahead or behind. */
const PRIORITY_SECONDS_MAX = 600;

/** Starts a run of a function for an event, now or later, unless one of the function's limits forbids it. */
export async function admit(tx: Tx, fn: FunctionConfig, stored: StoredEvent, log: Log): Promise<void> {
  const { event } = stored;
  const nowMs = Date.now();
  const idempotencyKey = fn.idempotency ? limitKey(fn, fn.idempotency, event, log) : null;
  if (idempotencyKey && (await runsSince(tx, 'idempotency_key', idempotencyKey, nowMs - IDEMPOTENCY_MS)) > 0) return;
  const rateKey = fn.rateLimit ? limitKey(fn, fn.rateLimit.key, event, log) : null;
  if (fn.rateLimit && rateKey) {
    const since = nowMs - fn.rateLimit.period;
    if ((await runsSince(tx, 'rate_key', rateKey, since)) >= fn.rateLimit.limit) return;
  }
  if (fn.debounce) return debounce(tx, fn, fn.debounce, stored, nowMs, log);
  if (fn.batchEvents) return batch(tx, fn, fn.batchEvents, stored, nowMs, log);
  await start(tx, fn, [stored], log, { idempotencyKey, rateKey });
}

/** Starts a run with the given events, later where a throttle says so. Returns false where a singleton forbids it. */
export async function start(
  tx: Tx,
  fn: FunctionConfig,
  events: StoredEvent[],
  log: Log,
  keys: Pick<NewRun, 'idempotencyKey' | 'rateKey' | 'parent'> = {},
): Promise<boolean> {
  const [first] = events;
  if (!first) return false;
  const { event } = first;
  const singletonKey = fn.singleton ? limitKey(fn, fn.singleton.key, event, log) : null;
  if (singletonKey && fn.singleton && !(await makeSingle(tx, singletonKey, fn.singleton.mode))) return false;
  const nowMs = Date.now();
  // An event dated in the future starts its run then.
  const earliest = Math.max(nowMs, event.ts);
  const startAt = fn.throttle ? await throttled(tx, fn, fn.throttle, event, earliest, log) : earliest;
  const onError = reporter(fn, log);
  const priority = numberOf(fn.priority?.run, { event }, onError);
  const priorityMs = 1000 * Math.max(-PRIORITY_SECONDS_MAX, Math.min(PRIORITY_SECONDS_MAX, Math.round(priority)));
  const run = { ...keys, id: ulid(nowMs), functionId: fn.id, events, slots: slotsOf(fn, event, log), priorityMs };
  await createRun(tx, { ...run, singletonKey }, startAt);
  if (fn.timeouts?.start) {
    const dueAt = deadlineMs(fn.timeouts.start, nowMs);
    await putJob(tx, { kind: 'start-timeout', runId: run.id }, dueAt, startTimeoutKey(run.id));
  }
  return true;
}

const reporter = (fn: FunctionConfig, log: Log) => (error: unknown) =>
  log('an expression could not be evaluated', { function: fn.id, error: String(error) });

function limitKey(fn: FunctionConfig, expression: string | undefined, event: InngestEvent, log: Log): string {
  return indexable(`${fn.id} ${keyOf(expression, { event }, reporter(fn, log))}`);
}

function slotsOf(fn: FunctionConfig, event: InngestEvent, log: Log): Slot[] {
  // A limit of 0 means none. Limits of the environment and the account are shared by the functions that name the same key.
  return fn.concurrency
    .filter(({ limit }) => limit > 0)
    .map(({ limit, key, scope }) => {
      const value = keyOf(key, { event }, reporter(fn, log));
      return { limit, key: `${scope === 'fn' ? fn.id : scope} ${key ?? ''} ${value}` };
    });
}

async function runsSince(tx: Tx, column: 'idempotency_key' | 'rate_key', key: string, sinceMs: number) {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::integer as count from runs where ${column} = $1 and created_at > $2`,
    [key, new Date(sinceMs)],
  );
  return row?.count ?? 0;
}

/** Whether a run with this singleton key may start; in the mode `cancel` the one under way gives way. */
async function makeSingle(tx: Tx, singletonKey: string, mode: 'skip' | 'cancel'): Promise<boolean> {
  const rows = await tx.query<{ id: string }>(
    `select id from runs where singleton_key = $1 and status = 'Running' order by id`,
    [singletonKey],
  );
  if (mode === 'skip') return rows.length === 0;
  for (const { id } of rows) {
    const run = await lockRun(tx, id);
    if (run) await endRun(tx, run, { status: 'Cancelled', reason: 'a newer run replaced it (singleton)' });
  }
  return true;
}

/**
 * When a throttled run may start: the generic cell rate algorithm, as Inngest's throttle, so that starts are spread
 * evenly over the period and `burst` of them may come at once.
 */
async function throttled(
  tx: Tx,
  fn: FunctionConfig,
  throttle: NonNullable<FunctionConfig['throttle']>,
  event: InngestEvent,
  earliest: number,
  log: Log,
): Promise<number> {
  const key = limitKey(fn, throttle.key, event, log);
  const intervalMs = throttle.period / throttle.limit;
  const [row] = await tx.query<{ next_at: Date }>('select next_at from throttles where key = $1', [key]);
  const nextAt = Math.max(earliest, row?.next_at.getTime() ?? 0);
  await tx.query('insert into throttles values ($1, $2) on conflict (key) do update set next_at = excluded.next_at', [
    key,
    new Date(nextAt + intervalMs),
  ]);
  return Math.max(earliest, nextAt - intervalMs * (throttle.burst - 1));
}

async function debounce(
  tx: Tx,
  fn: FunctionConfig,
  config: NonNullable<FunctionConfig['debounce']>,
  event: StoredEvent,
  nowMs: number,
  log: Log,
): Promise<void> {
  const key = `debounce ${limitKey(fn, config.key, event.event, log)}`;
  const waiting = (await findJob(tx, key))?.work;
  const firstAt = waiting?.kind === 'debounce' ? waiting.firstAt : nowMs;
  const latest = config.timeout ? firstAt + config.timeout : Number.POSITIVE_INFINITY;
  const dueAt = Math.min(latest, nowMs + config.period);
  await putJob(tx, { kind: 'debounce', functionId: fn.id, event, firstAt }, dueAt, key);
}

async function batch(
  tx: Tx,
  fn: FunctionConfig,
  config: NonNullable<FunctionConfig['batchEvents']>,
  stored: StoredEvent,
  nowMs: number,
  log: Log,
): Promise<void> {
  // Events that the batch's condition leaves out run by themselves.
  if (!holds(config.if, { event: stored.event }, reporter(fn, log))) {
    await start(tx, fn, [stored], log);
    return;
  }
  const key = `batch ${limitKey(fn, config.key, stored.event, log)}`;
  const waiting = await findJob(tx, key);
  const collected = waiting?.work.kind === 'batch' ? waiting.work.events : [];
  const events = [...collected, stored];
  const work = { kind: 'batch', functionId: fn.id, events } as const;
  if (events.length >= config.maxSize) {
    // A full batch gives its key up, so that the next event opens another one.
    if (waiting) await tx.query('update jobs set key = null where id = $1', [waiting.id]);
    if (waiting) await changeJob(tx, waiting.id, work, nowMs);
    else await putJob(tx, work, nowMs);
    return;
  }
  if (waiting) await changeJob(tx, waiting.id, work, waiting.dueAt);
  else await putJob(tx, work, nowMs + config.timeout, key);
}

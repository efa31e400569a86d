import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { isCron, nextOccurrenceMs } from '../../local/inngest/cron.ts';
import { Database } from '../../local/inngest/database.ts';
import { deadlineMs, durationMs, retryAfterMs } from '../../local/inngest/durations.ts';
import { ulid } from '../../local/inngest/ids.ts';
import { retryWaitMs } from '../../local/inngest/operations.ts';
import { prune } from '../../local/inngest/prune.ts';
import { migrations, SCHEMA } from '../../local/inngest/schema.ts';
import { canonicalJson, signatureHeader } from '../../local/inngest/signature.ts';
import { closeHarnesses, createDatabase, startHarness } from './inngest-harness.ts';

afterEach(closeHarnesses);

test('durations are read as the SDK writes them', () => {
  expect(['1s', '2h30m', '1w1d', '500ms', '', '1.5h'].map(durationMs)).toEqual([
    1000, 9_000_000, 691_200_000, 500, 0, 5_400_000,
  ]);
  expect(['1 s', 'soon', '5', '1y'].map(durationMs)).toEqual([null, null, null, null]);
  expect(deadlineMs('10s', 5)).toBe(10_005);
  expect(deadlineMs('2026-01-01T00:00:00.000Z', 5)).toBe(Date.UTC(2026, 0, 1));
  expect(() => deadlineMs('soon', 0)).toThrow('"soon" is neither a duration');
  const now = Date.UTC(2026, 0, 1);
  expect(retryAfterMs('30', now)).toBe(30_000);
  expect(retryAfterMs('2026-01-01T00:01:00.000Z', now)).toBe(60_000);
  expect(retryAfterMs('2025-01-01T00:01:00.000Z', now)).toBe(0);
  expect(retryAfterMs('soon', now)).toBeNull();
});

test('cron expressions mean UTC unless they name a timezone, across a change of the clocks too', () => {
  const next = (cron: string, after: string) => new Date(nextOccurrenceMs(cron, Date.parse(after)) ?? 0).toISOString();
  expect(next('0 9 * * *', '2026-03-28T12:00:00Z')).toBe('2026-03-29T09:00:00.000Z');
  expect(next('TZ=Europe/Berlin 0 9 * * *', '2026-03-27T12:00:00Z')).toBe('2026-03-28T08:00:00.000Z');
  expect(next('TZ=Europe/Berlin 0 9 * * *', '2026-03-28T12:00:00Z')).toBe('2026-03-29T07:00:00.000Z');
  expect(next('*/5 * * * *', '2026-03-28T12:01:00Z')).toBe('2026-03-28T12:05:00.000Z');
  expect(['* * * * * *', '0 9 * * 1-5'].every(isCron)).toBe(true);
  expect(['never', '61 * * * *', '* * *', 'TZ=Nowhere/Land 0 9 * * *'].some(isCron)).toBe(false);
});

test('canonical JSON sorts names by UTF-16, drops undefined and writes numbers as JavaScript does (RFC 8785)', () => {
  expect(canonicalJson({ b: [1, { z: 1e21, a: 0.1 }], a: undefined, A: 'é\n', ﬃ: 1, '\ud83d\ude00': 2 })).toBe(
    '{"A":"é\\n","b":[1,{"a":0.1,"z":1e+21}],"\ud83d\ude00":2,"ﬃ":1}',
  );
});

test('the prefix of a signing key is not part of the signature', () => {
  const now = Date.UTC(2026, 0, 1);
  expect(signatureHeader({ a: 1 }, 'signkey-prod-abc', now)).toBe(signatureHeader({ a: 1 }, 'abc', now));
  expect(signatureHeader({ a: 1 }, 'abc', now)).toMatch(/^t=1767225600&s=[0-9a-f]{64}$/);
});

test('ids sort by their time and are never the same', () => {
  const ids = Array.from({ length: 1000 }, () => ulid(1000));
  expect(new Set(ids).size).toBe(1000);
  expect(ulid(999) < ulid(1000)).toBe(true);
  expect(ids.every((id) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toBe(true);
});

test.each([
  [0, 15],
  [1, 30],
  [2, 60],
  [3, 120],
  [4, 300],
])(
  'after attempt %i a call is tried again as late as by Inngest’s server: in %i s, and up to 30 s later',
  (attempt, seconds) => {
    for (let n = 0; n < 200; n += 1) {
      const waitMs = retryWaitMs(attempt);
      expect(waitMs >= seconds * 1000 && waitMs <= (seconds + 30) * 1000, String(waitMs)).toBe(true);
    }
  },
);

test('what ended more than 24 hours ago is pruned; what has not ended is kept', async () => {
  const harness = await startHarness((inngest) => [
    inngest.createFunction({ id: 'ends', triggers: [{ event: 'app/go' }] }, () => {}),
  ]);
  await harness.play({ name: 'app/go', id: 'old' }, { name: 'app/go', id: 'new' });
  const db = new Database(harness.databaseUrl, () => {});
  await db.query(`update runs set ended_at = now() - interval '25 hours' where id = (select min(id) from runs)`);
  await db.query(`update events set received_at = now() - interval '25 hours' where dedupe_key = 'id old'`);
  await db.query(
    `update events set received_at = now() - interval '25 hours', routed = false where dedupe_key = 'id new'`,
  );
  await prune(db);
  const [left] = await db.query(`select (select count(*) from runs)::integer as runs,
    (select array_agg(dedupe_key) from events where name = 'app/go') as events`);
  await db.close();
  expect(left).toEqual({ runs: 1, events: ['id new'] });
});

test('a data folder of an earlier version is taken over: what it still has to do is done, and what is no longer known is dropped', async () => {
  const databaseUrl = await createDatabase();
  const db = new pg.Client({ connectionString: databaseUrl, options: `-c search_path=${SCHEMA}` });
  await db.connect();
  const event = { id: 'e', name: 'app/go', data: { n: 7 }, ts: 1 };
  const execute = { kind: 'execute', runId: 'r', functionId: 'test-goes', stepId: 'step', attempt: 0, slots: [] };
  await db.query(`create schema ${SCHEMA}`);
  await db.query(migrations[0] ?? '');
  await db.query('create table migrations (version integer primary key); insert into migrations values (1)');
  await db.query(
    `insert into runs (id, function_id, events, event_ids, slots, priority_ms) values ('r', 'test-goes', $1, '{e}', '[]', 0)`,
    [JSON.stringify([event])],
  );
  await db.query('insert into jobs (run_id, due_at, work) values ($1, now(), $2), (null, now(), $3)', [
    'r',
    JSON.stringify({ ...execute, priorityMs: 0 }),
    JSON.stringify({ kind: 'debounce', functionId: 'test-goes', event: { internalId: 'e', event }, firstAt: 1 }),
  ]);
  await db.end();
  const harness = await startHarness(
    (inngest) => [inngest.createFunction({ id: 'goes', triggers: [{ event: 'app/go' }] }, (c) => c.event.data.n)],
    { databaseUrl },
  );
  await harness.runner.idle();
  expect(await harness.runner.runs()).toMatchObject([{ run_id: 'r', status: 'Completed', output: 7 }]);
});

import { afterEach, expect, test } from 'vitest';
import { isCron, nextOccurrenceMs } from '../../local/inngest/cron.ts';
import { Database } from '../../local/inngest/database.ts';
import { deadlineMs, durationMs, retryAfterMs } from '../../local/inngest/durations.ts';
import { holds, keyOf } from '../../local/inngest/expressions.ts';
import { ulid } from '../../local/inngest/ids.ts';
import { prune } from '../../local/inngest/prune.ts';
import { canonicalJson, signatureHeader } from '../../local/inngest/signature.ts';
import { closeStages, setStage } from './inngest-stage.ts';

afterEach(closeStages);

const event = (data: Record<string, unknown>) => ({ id: '1', name: 'app/go', ts: 1_700_000_000_000, data });
const scope = {
  event: event({ id: 'x', n: 5, half: 0.5, list: ['a'], nothing: null, yes: true, deep: { er: 1 } }),
  async: event({ id: 'x', n: 6 }),
};
const fails = (error: unknown) => {
  throw error;
};

test.each([
  ['event.data.id == async.data.id', true],
  ["event.data.id == 'y'", false],
  ['event.data.n < async.data.n && event.data.half < 1', true],
  ['event.data.n == 5 || event.data.n == 6', true],
  ['"a" in event.data.list', true],
  ['event.data.id.startsWith("x")', true],
  ['event.data["n"] >= 5', true],
  ['has(event.data.deep.er) && !has(event.data.missing)', true],
  ['event.data.missing == "x"', false],
  ['event.data.missing != "x"', true],
  ['event.data.missing.deeper == null', true],
  ['event.data.nothing == null', true],
  ['event.user.id == null', true],
  ['event.ts > 1600000000000', true],
])('the condition %s is %s', (source, expected) => {
  expect(holds(source, scope, fails)).toBe(expected);
});

test('a condition that cannot be read or does not fit the data does not hold, and says so', () => {
  for (const source of ['((', 'event.data.id > 5', 'nonsense(1)', 'event.data.id']) {
    const errors: unknown[] = [];
    expect(holds(source, scope, (error) => errors.push(error))).toBe(false);
    expect(errors).toHaveLength(source === 'event.data.id' ? 0 : 1);
  }
});

test('equal values make equal keys, and different ones different keys', () => {
  const key = (source: string) => keyOf(source, scope, fails);
  expect(key('event.data.id')).toBe(key('async.data.id'));
  expect(key('event.data.n')).not.toBe(key('async.data.n'));
  expect(key('event.data.id + "-" + string(event.data.n)')).toBe('"x-5"');
  expect(key('size(event.data.list)')).toBe('1');
  expect(key('event.data.missing')).toBe('null');
});

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

test('what ended more than 24 hours ago is pruned; what has not ended is kept', async () => {
  const stage = await setStage((inngest) => [
    inngest.createFunction({ id: 'ends', triggers: [{ event: 'app/go' }] }, () => {}),
  ]);
  await stage.play({ name: 'app/go', id: 'old' }, { name: 'app/go', id: 'new' });
  const db = new Database(stage.databaseUrl, () => {});
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

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFairQueue } from '../../lib/http/fair-queue.ts';

/** The clock is the test's: what is proved here is an order, not a speed. */
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A client with so many connections, each of which sends its next request (of `ms` of work) when the last one is answered. */
function client(
  takeTurn: ReturnType<typeof createFairQueue>,
  options: { connections: number; ms: number; everyMs?: number },
) {
  const counts = { answered: 0, atWork: 0, mostAtWork: 0 };
  async function connection() {
    for (;;) {
      const endTurn = await takeTurn(userId);
      counts.atWork += 1;
      counts.mostAtWork = Math.max(counts.mostAtWork, counts.atWork);
      await new Promise((resolve) => setTimeout(resolve, options.ms));
      counts.atWork -= 1;
      counts.answered += 1;
      endTurn();
      if (options.everyMs) await new Promise((resolve) => setTimeout(resolve, options.everyMs));
    }
  }
  const userId = crypto.randomUUID();
  for (let n = 0; n < options.connections; n += 1) void connection();
  return counts;
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);

describe('a person with ten connections', () => {
  test('has four requests at work at once, and goes on like that where nobody else is', async () => {
    const alone = client(createFairQueue(), { connections: 10, ms: 10 });
    await seconds(20);
    expect(alone.mostAtWork).toBe(4);
    expect(alone.answered).toBeGreaterThan(4 * 100 * 20 - 50);
  });

  test('has a sixteenth of the time where somebody else is there', async () => {
    const takeTurn = createFairQueue();
    const calm = client(takeTurn, { connections: 1, ms: 10, everyMs: 90 });
    const busy = client(takeTurn, { connections: 10, ms: 10 });
    await seconds(20);
    const before = { ...busy };
    busy.mostAtWork = 0;
    await seconds(40);
    expect(busy.mostAtWork).toBe(1);
    // A sixteenth of forty seconds is two and a half; what is free comes to a little more.
    expect(busy.answered - before.answered).toBeGreaterThan(225);
    expect(busy.answered - before.answered).toBeLessThan(400);
    expect(calm.answered).toBe(600);
  });
});

test('one request after the other is never held back, however busy others are', async () => {
  const takeTurn = createFairQueue();
  client(takeTurn, { connections: 10, ms: 10 });
  const steady = client(takeTurn, { connections: 1, ms: 10 });
  await seconds(30);
  expect(steady.answered).toBeGreaterThan(2_990);
});

test('a hundred requests at once are worked off four at a time, though somebody else is there', async () => {
  const takeTurn = createFairQueue();
  client(takeTurn, { connections: 1, ms: 10, everyMs: 90 });
  let answered = 0;
  const one = async () => {
    const endTurn = await takeTurn('many');
    await new Promise((resolve) => setTimeout(resolve, 10));
    answered += 1;
    endTurn();
  };
  for (let n = 0; n < 100; n += 1) void one();
  await seconds(0.251);
  expect(answered).toBe(100);
});

test('people who are equally busy have no pauses', async () => {
  const takeTurn = createFairQueue();
  const all = Array.from({ length: 5 }, () => client(takeTurn, { connections: 5, ms: 10 }));
  await seconds(30);
  for (const { answered } of all) expect(answered).toBeGreaterThan(2_500);
});

test('more than a thousand requests that wait are refused', async () => {
  const takeTurn = createFairQueue();
  for (let n = 0; n < 1_004; n += 1) void takeTurn('one');
  await expect(takeTurn('one')).rejects.toMatchObject({ code: 'rate_limited', retryAfterSeconds: 5 });
  const endTurn = await takeTurn('another');
  endTurn();
});

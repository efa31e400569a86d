import { afterAll, beforeAll, expect, test } from 'vitest';
import { answered, post, readStream } from '../support/chat.ts';
import { startTestStack, type TestStack, times, until } from '../support/stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ runner: true, sandbox: true });
});
afterAll(() => stack.stop());

/** Counts the intervals that overlap, at most. */
function overlap(intervals: { from: number; to: number }[]): number {
  return Math.max(
    ...intervals.map(({ from }) => intervals.filter((other) => other.from <= from && from < other.to).length),
  );
}

test('a hundred conversations at once all end, each with its own answer and events, at most four at work per person', async () => {
  const people = await Promise.all(times(85, () => stack.signUp()));
  const busy = await stack.signUp();
  const conversations = [
    ...people.map((person, n) => ({ person, clientId: 'mine', n })),
    ...times(15, (n) => ({ person: busy, clientId: `busy-${n}`, n: 1_000 + n })),
  ];
  await Promise.all(
    conversations.map(({ person, clientId, n }) =>
      post(person, clientId, `\`\`\`python\nmine = ${n}\nimport time\ntime.sleep(0.2)\nprint("number", mine)\n\`\`\``),
    ),
  );
  // A hundred clients that poll would measure themselves.
  await until(
    () => stack.supabase.query("select from public.chat_messages where status in ('queued', 'running')"),
    (unfinished) => unfinished.length === 0,
  );
  expect(await stack.supabase.query("select response from public.chat_messages where status <> 'done'")).toEqual([]);
  const bodies = await Promise.all(conversations.map(({ person, clientId }) => answered(person, clientId)));
  for (const [index, { n }] of conversations.entries()) {
    expect(bodies[index]).toMatchObject({ status: 'done', execution: { stdout: `number ${n}\n`, error: null } });
  }
  for (const { person, clientId, n } of conversations.slice(80)) {
    const events = await readStream(stack, person, clientId, { after: 0 });
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
    expect(events.filter(({ type }) => type === 'stdout')).toMatchObject([{ data: { text: `number ${n}\n` } }]);
    expect(events.filter(({ type }) => type === 'done')).toHaveLength(1);
  }
  const runs = await stack.supabase.query<{ ended: Date; seconds: number }>(
    "select created_at as ended, seconds::float from private.usage where user_id = $1 and kind = 'sandbox'",
    [busy.id],
  );
  expect(runs).toHaveLength(15);
  const intervals = runs.map(({ ended, seconds }) => ({
    from: ended.getTime() - seconds * 1_000,
    to: ended.getTime(),
  }));
  expect(overlap(intervals)).toBeLessThanOrEqual(4);
}, 300_000);

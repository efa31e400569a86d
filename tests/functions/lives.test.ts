import { afterAll, beforeAll, expect, test } from 'vitest';
import { live } from '../../harness/lives.ts';
import { kinds } from '../../harness/lives-people.ts';
import { type PushService, startPushService } from '../../harness/push-service.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
let push: PushService;
beforeAll(async () => {
  push = await startPushService();
  stack = await startTestStack();
  // A week of a life takes seconds here.
  await stack.supabase.query('update private.rate_limits set capacity = 1000000');
});
afterAll(async () => {
  await stack.stop();
  await push.stop();
});

test('three weeks of somebody who does everything and of somebody who falls ill: nothing is lost, moved or overfull', async () => {
  const diligent = kinds.filter(({ name }) => name === 'does everything');
  const ill = kinds
    .filter(({ name }) => name.startsWith('ill'))
    .map((kind) => ({ ...kind, name: 'ill in week 2', does: (_: unknown, week: number) => week !== 2 }));
  const [first, second] = await live(
    { query: stack.supabase.query, signUp: stack.signUp, push },
    [...diligent, ...ill],
    3,
  );

  expect(first?.problems).toEqual([]);
  expect(first?.weeks.map(({ minutes, minutesDone }) => minutesDone / minutes)).toEqual([1, 1, 1]);
  expect(first?.weeks.every(({ onTrack, due, sent }) => onTrack && due > 0 && sent === due)).toBe(true);
  expect(first?.weeks.flatMap(({ said }) => said)).toEqual([]);

  expect(second?.problems).toEqual([]);
  expect(second?.weeks.map(({ minutesDone }) => minutesDone > 0)).toEqual([true, false, true]);
  expect(second?.weeks[2]?.said).toEqual([expect.stringMatching(/^offered /), expect.stringMatching(/^took it/)]);
});

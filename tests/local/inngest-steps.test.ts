import { type GetStepTools, type Inngest, NonRetriableError, RetryAfterError, referenceFunction } from 'inngest';
import { afterEach, expect, test } from 'vitest';
import { closeHarnesses, startHarness } from './inngest-harness.ts';

afterEach(closeHarnesses);

test('steps run in order, once each, and see the results of those before', async () => {
  const ran: string[] = [];
  const harness = await startHarness((inngest) => [
    inngest.createFunction({ id: 'three', triggers: [{ event: 'app/go' }] }, async ({ step }) => {
      const a = await step.run('a', () => ran.push('a') && 1);
      const b = await step.run('b', () => ran.push('b') && a + 1);
      return await step.run('c', () => ran.push('c') && b + 1);
    }),
  ]);
  await harness.play({ name: 'app/go' });
  expect(ran).toEqual(['a', 'b', 'c']);
  const [run] = await harness.runner.runs();
  expect(run).toMatchObject({ function_id: 'test-three', status: 'Completed', output: 3 });
  expect(run?.trace.map(({ answer }) => answer)).toEqual(['StepRun a', 'StepRun b', 'StepRun c', 'completed']);
});

test('parallel steps all run once, and the function goes on when the last of them is done', async () => {
  const ran: string[] = [];
  const harness = await startHarness((inngest) => [
    inngest.createFunction({ id: 'parallel', triggers: [{ event: 'app/go' }] }, async ({ step }) => {
      const all = await Promise.all(['a', 'b', 'c'].map((id) => step.run(id, () => ran.push(id) && id)));
      await step.run('after', () => ran.push('after'));
      return all;
    }),
  ]);
  await harness.play({ name: 'app/go' });
  expect(ran.toSorted()).toEqual(['a', 'after', 'b', 'c']);
  expect(ran.at(-1)).toBe('after');
  const [run] = await harness.runner.runs();
  expect(run).toMatchObject({ status: 'Completed', output: ['a', 'b', 'c'] });
  // The function is looked at three times: to plan the three, to run the one after them, to end.
  expect(run?.trace.filter(({ step }) => step === 'step')).toHaveLength(3);
});

test('the winner of a race of steps moves the function on before the others are done', async () => {
  const order: string[] = [];
  const harness = await startHarness((inngest) => [
    inngest.createFunction({ id: 'race', triggers: [{ event: 'app/go' }] }, async ({ step, group }) => {
      const slow = () => step.sleep('slow', '1s').then(() => order.push('slow') && 'slow');
      const winner = await group.parallel({ mode: 'race' }, () =>
        Promise.race([step.run('fast', () => 'fast'), slow()]),
      );
      await step.run('after', () => order.push('after'));
      return winner;
    }),
  ]);
  await harness.play({ name: 'app/go' });
  expect(order[0]).toBe('after');
  expect((await harness.runner.runs())[0]).toMatchObject({ status: 'Completed', output: 'fast' });
});

test('results survive as JSON, with NUL and lone surrogates in them', async () => {
  const odd = { nul: 'a\0b', lone: '\ud800', 'key\0': 1, __proto__: null, nested: [null, { z: 1, a: 2 }] };
  const harness = await startHarness((inngest) => [
    inngest.createFunction({ id: 'odd', triggers: [{ event: 'app/go' }] }, async ({ step, event }) => {
      const kept = await step.run('keep', () => odd);
      return { kept, sent: event.data };
    }),
  ]);
  await harness.play({ name: 'app/go', data: odd });
  const expected = JSON.parse(JSON.stringify(odd));
  expect((await harness.runner.runs())[0]?.output).toEqual({ kept: expected, sent: expected });
});

test('a failing step is tried again with the next attempt, and the steps before it are not', async () => {
  const attempts: number[] = [];
  let first = 0;
  const harness = await startHarness((inngest) => [
    inngest.createFunction({ id: 'flaky', retries: 2, triggers: [{ event: 'app/go' }] }, async ({ step, attempt }) => {
      await step.run('first', () => ++first);
      return await step.run('flaky', () => {
        attempts.push(attempt);
        if (attempts.length < 3) throw new Error('not yet');
        return 'done';
      });
    }),
  ]);
  await harness.play({ name: 'app/go' });
  expect(attempts).toEqual([0, 1, 2]);
  expect(first).toBe(1);
  expect((await harness.runner.runs())[0]).toMatchObject({ status: 'Completed', output: 'done' });
});

test('a retry comes when the function asks for it', async () => {
  let tries = 0;
  const harness = await startHarness(
    (inngest) => [
      inngest.createFunction({ id: 'later', triggers: [{ event: 'app/go' }] }, async ({ step }) => {
        await step.run('a', () => {
          if (++tries === 1) throw new RetryAfterError('busy', 1000);
        });
      }),
    ],
    { retryFactor: 240 },
  );
  await harness.play({ name: 'app/go' });
  expect(tries).toBe(2);
});

test('a step that fails for good can be caught by the function', async () => {
  const harness = await startHarness((inngest) => [
    inngest.createFunction({ id: 'catches', retries: 0, triggers: [{ event: 'app/go' }] }, async ({ step }) => {
      try {
        await step.run('bad', () => {
          throw new TypeError('broken');
        });
      } catch (error) {
        return await step.run('repair', () => `repaired: ${error instanceof Error ? error.message : ''}`);
      }
    }),
  ]);
  await harness.play({ name: 'app/go' });
  expect((await harness.runner.runs())[0]).toMatchObject({ status: 'Completed', output: 'repaired: broken' });
});

test.each(['in a step', 'outside of steps'])('a NonRetriableError %s ends the run at once', async (where) => {
  let tries = 0;
  const fail = () => {
    tries += 1;
    throw new NonRetriableError('no use');
  };
  const harness = await startHarness((inngest) => [
    inngest.createFunction({ id: 'never', retries: 5, triggers: [{ event: 'app/go' }] }, async ({ step }) => {
      if (where === 'in a step') await step.run('a', fail);
      else fail();
    }),
  ]);
  await harness.play({ name: 'app/go' });
  expect(tries).toBe(1);
  expect((await harness.runner.runs())[0]).toMatchObject({ status: 'Failed', output: { message: 'no use' } });
});

test('a failed run emits inngest/function.failed with its error and event', async () => {
  const heard: unknown[] = [];
  const harness = await startHarness((inngest) => [
    inngest.createFunction({ id: 'fails', retries: 1, triggers: [{ event: 'app/go' }] }, () => {
      throw new Error('boom');
    }),
    inngest.createFunction({ id: 'listens', triggers: [{ event: 'inngest/function.failed' }] }, ({ event }) => {
      heard.push([event.data.function_id, event.data.error.message, event.data.event.data]);
    }),
  ]);
  await harness.play({ name: 'app/go', data: { n: 1 } });
  expect(heard).toEqual([['test-fails', 'boom', { n: 1 }]]);
});

test('a failure handler that fails does not start itself again', async () => {
  let handled = 0;
  const harness = await startHarness((inngest) => [
    inngest.createFunction({ id: 'fails', retries: 0, triggers: [{ event: 'app/go' }] }, () => {
      throw new Error('boom');
    }),
    inngest.createFunction({ id: 'handles', retries: 0, triggers: [{ event: 'inngest/function.failed' }] }, () => {
      handled += 1;
      throw new Error('boom again');
    }),
  ]);
  await harness.play({ name: 'app/go' });
  expect(handled).toBe(1);
});

test('a sleeping run goes on when its time has come, and not before', async () => {
  const woken: number[] = [];
  const harness = await startHarness((inngest) => [
    inngest.createFunction({ id: 'sleeps', triggers: [{ event: 'app/go' }] }, async ({ step }) => {
      const until = await step.run('when', () => Date.now() + 1100);
      await step.sleep('nap', '1s');
      await step.sleepUntil('exactly', new Date(until));
      woken.push(Date.now() - until);
    }),
  ]);
  await harness.play({ name: 'app/go' });
  expect(woken).toHaveLength(1);
  expect(woken[0]).toBeGreaterThanOrEqual(0);
});

test('sending an event from a step starts the function that listens', async () => {
  const heard: unknown[] = [];
  const harness = await startHarness((inngest) => [
    inngest.createFunction({ id: 'sends', triggers: [{ event: 'app/go' }] }, async ({ step }) => {
      await step.sendEvent('tell', { name: 'app/told', data: { n: 7 } });
    }),
    inngest.createFunction({ id: 'hears', triggers: [{ event: 'app/told' }] }, ({ event }) => {
      heard.push(event.data.n);
    }),
  ]);
  await harness.play({ name: 'app/go' });
  expect(heard).toEqual([7]);
});

test('a step whose output is over 4 MB fails the run with a message that says so', async () => {
  const harness = await startHarness((inngest) => [
    inngest.createFunction({ id: 'large', triggers: [{ event: 'app/go' }] }, async ({ step }) => {
      await step.run('huge', () => 'x'.repeat(4 * 1024 * 1024));
    }),
  ]);
  await harness.play({ name: 'app/go' });
  const message = 'the output of step "huge" is larger than 4 MB';
  expect((await harness.runner.runs())[0]).toMatchObject({ status: 'Failed', output: { message } });
});

test('a run of more than 1000 steps fails', async () => {
  const harness = await startHarness((inngest) => [
    inngest.createFunction({ id: 'many', triggers: [{ event: 'app/go' }] }, async ({ step }) => {
      await Promise.all(Array.from({ length: 1001 }, (_, n) => step.sleep(`nap-${n}`, '1h')));
    }),
  ]);
  await harness.play({ name: 'app/go' });
  expect((await harness.runner.runs())[0]).toMatchObject({ status: 'Failed' });
});

test.each<[string, (step: GetStepTools<Inngest>) => Promise<unknown>]>([
  ['WaitForEvent', (step) => step.waitForEvent('waits', { event: 'app/answer', timeout: '1h' })],
  ['WaitForSignal', (step) => step.waitForSignal('waits', { signal: 'ready', timeout: '1h', onConflict: 'fail' })],
  ['InvokeFunction', (step) => step.invoke('invokes', { function: referenceFunction({ functionId: 'other' }) })],
])('a step that ours do not use, such as %s, fails the run and is named', async (op, ask) => {
  const harness = await startHarness((inngest) => [
    inngest.createFunction({ id: 'asks', triggers: [{ event: 'app/go' }] }, ({ step }) => ask(step)),
  ]);
  await harness.play({ name: 'app/go' });
  const [run] = await harness.runner.runs();
  expect(run).toMatchObject({ status: 'Failed', output: { message: expect.stringContaining(op) } });
});

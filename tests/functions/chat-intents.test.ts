import { afterAll, beforeAll, expect, test } from 'vitest';
import { answered, post, questionOf, teach } from '../support/chat.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { type Model, type Reply, startModel } from '../support/model.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
let model: Model;
let database: FaultProxy;
beforeAll(async () => {
  stack = await startTestStack({ runner: true, backoffMs: [20] });
  model = await startModel();
  database = await startFaultProxy(stack.supabase.url);
  process.env.SUPABASE_JWT_ISSUER = `${stack.supabase.url}/auth/v1`;
  process.env.SUPABASE_URL = database.url;
});
afterAll(async () => {
  delete process.env.SUPABASE_JWT_ISSUER;
  await stack.stop();
  await database.stop();
  await model.stop();
});

const createTasks = (...titles: string[]): Reply => ({
  toolCalls: titles.map((title) => ({ name: 'create_task', arguments: JSON.stringify({ title }) })),
});

test('what was decided is carried out once, also when the database fails in the middle and a model would choose otherwise', async () => {
  const person = await stack.signUp();
  const message = 'Remind me of the bins and of Ana';
  teach(model, message, { route: createTasks('Call Ana', 'Put out the bins') });
  const decisions = () => model.prompts().filter((prompt) => questionOf(prompt).message === message).length;
  // The first answer only.
  model.reply(
    (prompt) => questionOf(prompt).message === message && decisions() < 2,
    createTasks('Put out the bins', 'Call Ana'),
  );
  let failures = 2;
  database.decide = ({ path }) => (path.endsWith('/rpc/finish_message') && failures-- > 0 ? { status: 500 } : 'pass');
  await post(person, 'mine', message);
  const { status, lastResponse } = await answered(person, 'mine');
  expect(status).toBe('done');
  expect(failures).toBeLessThan(0);
  expect(lastResponse?.message).toMatch(/bins.*\n.*Ana/);
  expect(decisions()).toBe(1);
  const tasks = await stack.supabase.query('select title from public.tasks where user_id = $1 order by title', [
    person.id,
  ]);
  expect(tasks).toEqual([{ title: 'Call Ana' }, { title: 'Put out the bins' }]);
});

test('a model that is still deciding is hung up on when its message is cancelled', async () => {
  const person = await stack.signUp();
  teach(model, 'Think hard', { route: { content: 'Done thinking.' } }, { latency: 20_000 });
  await post(person, 'thinks', 'Think hard');
  await expect.poll(() => model.prompts().some((prompt) => questionOf(prompt).message === 'Think hard')).toBe(true);
  expect((await person.delete('/api/chat/response/thinks')).status).toBe(202);
  expect(await answered(person, 'thinks')).toMatchObject({ status: 'cancelled' });
  await stack.runner?.idle();
  const [call] = await stack.supabase.query('select outcome from private.usage where user_id = $1', [person.id]);
  expect(call).toEqual({ outcome: 'cancelled' });
});

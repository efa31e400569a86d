import { afterAll, beforeAll, expect, test } from 'vitest';
import { answered, post, questionOf, teach } from '../support/chat.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { type Model, type Reply, startModel } from '../support/model.ts';
import { startTestStack, type TestStack, until } from '../support/stack.ts';

let stack: TestStack;
let model: Model;
let database: FaultProxy;
beforeAll(async () => {
  stack = await startTestStack({ runner: true, sandbox: true, backoffMs: [20] });
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

test('code that is asked for among other things is the conversation’s next message, and what is too much is said', async () => {
  const person = await stack.signUp();
  const message = 'Remind me of the bins, and how much is 6 times 7?';
  teach(model, message, {
    route: {
      toolCalls: [
        { name: 'run_code', arguments: '{"request":"6 times 7"}' },
        ...['One', 'Two', 'Three', 'Four', 'Five'].map((title) => ({
          name: 'create_task',
          arguments: JSON.stringify({ title }),
        })),
      ],
    },
  });
  teach(model, '6 times 7', { code: 'print(6 * 7)', answer: { content: 'It is 42.' } });
  await post(person, 'both', message);
  await until(
    () => answered(person, 'both'),
    ({ lastResponse }) => lastResponse?.message === 'It is 42.',
  );
  const messages = await stack.supabase.query<{ content: string; response: string }>(
    'select content, response from public.chat_messages where user_id = $1 order by created_at',
    [person.id],
  );
  expect(messages).toEqual([
    {
      content: message,
      response: expect.stringMatching(
        /I'm working on it now.*\n(.* is on your list for today\.\n){4}That was more than 5 things/,
      ),
    },
    { content: '6 times 7', response: 'It is 42.' },
  ]);
});

test('a model that passes the whole message on as the code to be run makes one more message of it, not endlessly many', async () => {
  const person = await stack.signUp();
  const message = 'Count to three and remind me of the bins';
  const whole = { name: 'run_code', arguments: JSON.stringify({ request: message }) };
  const bins = { name: 'create_task', arguments: '{"title":"The bins"}' };
  teach(model, message, { route: { toolCalls: [bins, whole] }, code: 'print(3)', answer: { content: 'Three.' } });
  await post(person, 'loop', message);
  await until(
    () => answered(person, 'loop'),
    ({ lastResponse }) => lastResponse?.message === 'Three.',
  );
  await stack.runner?.idle();
  const [made] = await stack.supabase.query(
    `select (select count(*)::integer from public.chat_messages where user_id = $1) as messages,
       (select count(*)::integer from public.tasks where user_id = $1) as tasks`,
    [person.id],
  );
  expect(made).toEqual({ messages: 2, tasks: 1 });
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

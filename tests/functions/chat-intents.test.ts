import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Model, type Prompt, type Reply, startModel } from '../../harness/model.ts';
import { answered, post, questionOf, readStream, teach } from '../support/chat.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
let model: Model;
let database: FaultProxy;
beforeAll(async () => {
  stack = await startTestStack({ runner: true, sandbox: true, retryFactor: 1 / 1000 });
  model = await startModel();
  model.use();
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
  const about = (prompt: Prompt) => questionOf(prompt).message === message;
  teach(model, message, {
    first: createTasks('Call Ana', 'Put out the bins'),
    answer: { content: 'Both are on your list.' },
  });
  const decisions = () => model.prompts().filter((prompt) => about(prompt) && prompt.results.length === 0).length;
  // The first answer only.
  model.reply(
    (prompt) => about(prompt) && prompt.results.length === 0 && decisions() < 1,
    createTasks('Put out the bins', 'Call Ana'),
  );
  let failures = 2;
  database.decide = ({ path }) =>
    path.endsWith('/rpc/save_tool_results') && failures-- > 0 ? { status: 500 } : 'pass';
  await post(person, 'mine', message);
  const { status, lastResponse } = await answered(person, 'mine');
  expect({ status, said: lastResponse?.message }).toEqual({ status: 'done', said: 'Both are on your list.' });
  expect(failures).toBeLessThan(0);
  expect(decisions()).toBe(1);
  const tasks = await stack.supabase.query('select title from public.tasks where user_id = $1 order by title', [
    person.id,
  ]);
  expect(tasks).toEqual([{ title: 'Call Ana' }, { title: 'Put out the bins' }]);
  // The model is told what each of its calls came to, under the call's own id.
  const told = model.prompts().findLast(about)?.results;
  expect(told).toEqual([expect.stringMatching(/"ok".*bins/), expect.stringMatching(/"ok".*Ana/)]);
});

test('code among other things is a part of the same message: all are done, and one answer tells of them', async () => {
  const person = await stack.signUp();
  const message = 'Remind me of the bins, and how much is 6 times 7?';
  teach(model, message, {
    first: {
      content: 'One moment.',
      toolCalls: [
        { name: 'run_code', arguments: '{"code":"print(6 * 7)"}' },
        ...['One', 'Two', 'Three', 'Four'].map((title) => ({
          name: 'create_task',
          arguments: JSON.stringify({ title }),
        })),
      ],
    },
    answer: { content: 'It is 42, and four things are on your list.' },
  });
  await post(person, 'both', message);
  expect(await answered(person, 'both')).toMatchObject({
    requiresE2B: true,
    execution: { stdout: '42\n' },
    lastResponse: { message: 'One moment.\n\nIt is 42, and four things are on your list.' },
  });
  const [made] = await stack.supabase.query(
    `select (select count(*)::integer from public.chat_messages where user_id = $1) as messages,
       (select count(*)::integer from public.tasks where user_id = $1) as tasks`,
    [person.id],
  );
  expect(made).toEqual({ messages: 1, tasks: 4 });
  const events = await readStream(stack, person, 'both');
  const tools = events.filter(({ type }) => type === 'tool').map(({ data: { name, status } }) => `${name} ${status}`);
  expect(tools.slice(0, 5)).toEqual(['run_code running', ...Array(4).fill('create_task running')]);
  expect(tools.slice(5).sort()).toEqual([...Array(4).fill('create_task done'), 'run_code done']);
  const tokens = events.filter(({ type }) => type === 'token').map(({ data }) => data);
  const last = tokens.filter(({ attempt }) => attempt === tokens.at(-1)?.attempt);
  expect(last.map(({ text }) => text).join('')).toBe('One moment.\n\nIt is 42, and four things are on your list.');
});

test('a model that is still deciding is hung up on when its message is cancelled', async () => {
  const person = await stack.signUp();
  teach(model, 'Think hard', { first: { content: 'Done thinking.' } }, { latency: 20_000 });
  await post(person, 'thinks', 'Think hard');
  await expect.poll(() => model.prompts().some((prompt) => questionOf(prompt).message === 'Think hard')).toBe(true);
  expect((await person.delete('/api/chat/response/thinks')).status).toBe(202);
  expect(await answered(person, 'thinks')).toMatchObject({ status: 'cancelled' });
  await stack.runner?.idle();
  const [call] = await stack.supabase.query('select outcome from private.usage where user_id = $1', [person.id]);
  expect(call).toEqual({ outcome: 'cancelled' });
});

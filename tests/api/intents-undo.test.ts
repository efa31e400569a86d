import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Person, type TestStack, until } from '../support/stack.ts';
import { ask, openSession, startVoiceStack } from '../support/voice.ts';

let voice: Awaited<ReturnType<typeof startVoiceStack>>;
let stack: TestStack;
let person: Person;
let session: string;
beforeAll(async () => {
  voice = await startVoiceStack({ runner: true, schedules: false });
  ({ stack } = voice);
});
afterAll(() => voice.stop());
beforeEach(async () => {
  person = await stack.signUp();
  session = await openSession(person);
});

const say = async (name: string, input: object = {}) => (await ask(person, session, name, input)).body;
const tasks = () =>
  stack.supabase.query<{ title: string; status: string }>(
    'select title, status from public.tasks where user_id = $1 order by title',
    [person.id],
  );
const memories = async () =>
  (await person.get<{ text: string; source: string }[]>('/account/memories')).body.map(({ text, source }) => [
    text,
    source,
  ]);

test('a task that is cancelled and one that is renamed are as before when they are taken back', async () => {
  await say('create_task', { title: 'Yoga', when: 'tomorrow at 7 pm' });
  expect(await say('cancel_task', { task: 'yoga' })).toMatchObject({ result: 'Yoga for tomorrow is off your list.' });
  expect(await tasks()).toEqual([{ title: 'Yoga', status: 'cancelled' }]);
  expect(await say('undo_last')).toMatchObject({ result: 'Done: Yoga is back on your list.' });
  expect(await say('rename_task', { task: 'yoga', title: 'Pilates' })).toMatchObject({
    result: 'Yoga is now called Pilates.',
    data: { task: { title: 'Pilates' } },
  });
  await say('undo_last');
  expect(await tasks()).toEqual([{ title: 'Yoga', status: 'pending' }]);
});

test('of a repeating task one is cancelled or all that follow, and both can be taken back', async () => {
  await say('create_task', { title: 'Yoga', when: 'every day' });
  const listed = async () => (await say('list_tasks', { when: 'the next 5 days' })).data?.tasks;
  expect(await listed()).toHaveLength(5);
  expect(await say('cancel_task', { task: "tomorrow's yoga" })).toMatchObject({
    result: 'Yoga for tomorrow is off your list. The others stay.',
  });
  expect(await listed()).toHaveLength(4);
  await say('undo_last');
  await say('cancel_task', { task: 'yoga', scope: 'series' });
  expect(await listed()).toHaveLength(0);
  await say('undo_last');
  expect(await listed()).toHaveLength(5);
});

test('facts are remembered with their source, put right, forgotten, and each of it can be taken back', async () => {
  await say('remember', { fact: "My sister's name is Anna" });
  expect(await memories()).toEqual([["My sister's name is Anna", session]]);
  await say('remember', { fact: "My sister's name is Ana, not Anna" });
  expect(await memories()).toEqual([["My sister's name is Ana", session]]);
  await say('undo_last');
  expect(await memories()).toEqual([["My sister's name is Anna", session]]);
  await say('remember', { fact: 'I like tea' });
  await say('forget', { fact: 'everything' });
  expect(await memories()).toEqual([]);
  await say('undo_last');
  expect(await memories()).toHaveLength(2);
});

test('taking back what has changed in the meantime leaves it', async () => {
  await say('remember', { fact: 'I live in Rome' });
  await person.post('/account/memories', { text: 'I live in Milan' });
  expect(await say('undo_last')).toMatchObject({ status: 'error' });
  expect(await memories()).toEqual([['I live in Milan', 'account']]);
});

test('what health a model heard in passing is not kept; what the person asked for is', async () => {
  await person.post('/api/v1/voice/messages', {
    session_id: session,
    role: 'user',
    content: 'I have asthma, so no running',
  });
  expect(await say('remember', { fact: 'I have asthma' })).toMatchObject({ status: 'error' });
  await person.post('/api/v1/voice/messages', { session_id: session, role: 'user', content: 'Please remember that' });
  expect(await say('remember', { fact: 'I have asthma' })).toMatchObject({ status: 'ok' });
});

test('a goal is planned again with what was asked for, and taken back it has its plan from before', async () => {
  const { body: goal } = await person.post<{ id: string }>('/goals', { title: 'Read 5 books in 6 weeks' });
  const state = async () => {
    const [row] = await stack.supabase.query(
      `select plan_status, plan_json, plan_instructions, (
         select jsonb_agg(id order by id) from public.tasks where goal_id = g.id) as tasks
       from public.goals g where id = $1`,
      [goal.id],
    );
    return row as { plan_status: string; plan_json: object; plan_instructions: string | null; tasks: string[] };
  };
  const planned = () => until(state, ({ plan_status }) => plan_status === 'ready');
  const before = await planned();
  expect(await say('replan_goal', { goal: 'books', instructions: 'No Mondays' })).toMatchObject({ status: 'ok' });
  const after = await planned();
  expect(after.plan_instructions).toBe('No Mondays');
  expect(after.tasks).not.toEqual(before.tasks);
  expect(await say('undo_last')).toMatchObject({ result: expect.stringContaining('has the plan that it had before') });
  expect(await state()).toEqual(before);
});

test("the person's own notes are searched, never those of others", async () => {
  const other = await stack.signUp();
  await other.post('/api/v1/rag/ingest', { title: 'Theirs', text: 'The passport lies in the safe.' });
  expect(await say('search_notes', { query: 'passport' })).toMatchObject({
    status: 'ok',
    result: 'I found nothing about passport in your notes.',
  });
  await person.post('/api/v1/rag/ingest', { title: 'Papers', text: 'The passport lies in the blue drawer.' });
  expect(await say('search_notes', { query: 'where is my passport' })).toMatchObject({
    result: expect.stringMatching(/^In your note Papers it says: .*blue drawer/),
  });
});

test('goals are named with their last days', async () => {
  expect(await say('list_goals')).toMatchObject({ result: 'You have no active goal yet. Shall we set one?' });
  await say('create_goal', { title: 'Learn Spanish' });
  expect(await say('list_goals')).toMatchObject({ result: expect.stringMatching(/^You have one goal: Learn Spanish/) });
});

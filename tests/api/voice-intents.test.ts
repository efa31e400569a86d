import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Person, type TestStack, times } from '../support/stack.ts';
import { ask, type IntentBody, openSession, startVoiceStack } from '../support/voice.ts';

let voice: Awaited<ReturnType<typeof startVoiceStack>>;
let stack: TestStack;
let person: Person;
let session: string;
beforeAll(async () => {
  voice = await startVoiceStack();
  ({ stack } = voice);
});
afterAll(() => voice.stop());
beforeEach(async () => {
  person = await stack.signUp();
  session = await openSession(person);
});

type TaskRow = { id: string; title: string; status: string; date: string; scheduled_at: string | null };
const tasksOf = (someone: Person): Promise<TaskRow[]> =>
  stack.supabase.query(
    'select id, title, status, date::text, scheduled_at::text from public.tasks where user_id = $1 order by created_at, id',
    [someone.id],
  );
const say = (name: string, input: unknown, callId?: string) => ask(person, session, name, input, callId);
const create = async (title: string, when: string, more: object = {}) =>
  (await say('create_task', { title, when, ...more })).body;

test('the documented example, word for word: a goal is created and its planning owed', async () => {
  const { status, body, headers } = await person.post<IntentBody>('/api/v1/voice/intents', {
    function_call_id: 'fc_123',
    function_name: 'create_goal',
    input: { title: 'Lose 15 lbs', description: 'Wedding prep' },
    session_id: session,
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    function_call_id: 'fc_123',
    result: expect.stringMatching(/^Lose 15 lbs is your new goal\. I'm planning it now/),
    status: 'ok',
    data: { goal: { id: expect.any(String), title: 'Lose 15 lbs', plan_status: 'pending' } },
  });
  expect(headers.get('ratelimit-policy')).toBe('"intents";q=120;w=120');
  const owed = await stack.supabase.query('select name from private.outbox where user_id = $1', [person.id]);
  expect(owed).toEqual([{ name: 'goal/plan.requested' }]);
});

test.each([
  ['create_goal', { title: 'Stop being here', description: 'I want to kill myself' }],
  ['create_task', { title: 'Ich will sterben', when: 'tomorrow' }],
  ['remember', { fact: "I don't want to live anymore" }],
])('a crisis in the words of %s is answered with care, whole, and nothing is done', async (name, input) => {
  const { body } = await say(name, input);
  expect(body).toMatchObject({ status: 'ok', data: { care: { kind: 'crisis', resources: expect.any(Array) } } });
  expect(body.result).toMatch(/\?$/);
  expect(await tasksOf(person)).toEqual([]);
  expect(await stack.supabase.query('select from public.goals where user_id = $1', [person.id])).toEqual([]);
});

test('a goal that a doctor should know of first is created, and that is said', async () => {
  const { body } = await say('create_goal', { title: 'Come off my antidepressants' });
  expect(body.result).toContain('doctor or pharmacist');
  const [goal] = await stack.supabase.query<{ care: unknown }>('select care from public.goals where user_id = $1', [
    person.id,
  ]);
  expect(goal?.care).toMatchObject({ kind: 'medicine', tier: 'doctor-first' });
});

describe("Deepgram's own events", () => {
  const request = (functions: object[], more: object = {}) =>
    person.post<{ responses: { type: string; id: string; name: string; content: string }[] }>('/api/v1/voice/intents', {
      type: 'FunctionCallRequest',
      functions,
      session_id: session,
      ...more,
    });

  test('several functions are carried out in order and answered with messages that are ready to send', async () => {
    const { body } = await request([
      { id: 'a', name: 'create_task', arguments: '{"title":"Gym","when":"tomorrow at seven"}', client_side: true },
      { id: 'b', name: 'reschedule_task', arguments: '{"task":"gym","when":"tomorrow at 8 am"}', client_side: true },
      { id: 'c', name: 'list_tasks', arguments: '{"when":"tomorrow"}', client_side: true, thought_signature: 'x' },
    ]);
    expect(body.responses.map(({ type, id, name }) => [type, id, name])).toEqual([
      ['FunctionCallResponse', 'a', 'create_task'],
      ['FunctionCallResponse', 'b', 'reschedule_task'],
      ['FunctionCallResponse', 'c', 'list_tasks'],
    ]);
    expect(body.responses.map(({ content }) => content)).toEqual([
      'Gym is on your list for tomorrow at 7 in the morning.',
      'Gym is moved to tomorrow at 8 in the morning.',
      'You have one task for tomorrow, 30 minutes in all: Gym at 8 in the morning.',
    ]);
  });

  test('functions that Deepgram calls itself are left to it', async () => {
    expect((await request([{ id: 'a', name: 'other', arguments: '{}', client_side: false }])).body).toEqual({
      responses: [],
    });
  });

  test('a cancelled call is undone', async () => {
    await request([{ id: 'a', name: 'create_task', arguments: '{"title":"Gym"}', client_side: true }]);
    expect(await tasksOf(person)).toHaveLength(1);
    const { body } = await request([{ id: 'a', name: 'create_task' }], { type: 'FunctionCallCancelled' });
    expect(body).toEqual({ responses: [] });
    expect(await tasksOf(person)).toEqual([]);
  });

  test('a call that is cancelled before it comes does nothing, and is answered all the same', async () => {
    await request([{ id: 'a', name: 'create_task' }], { type: 'FunctionCallCancelled' });
    const { body } = await request([{ id: 'a', name: 'create_task', arguments: '{"title":"Gym"}', client_side: true }]);
    expect(body.responses[0]?.content).toBe('That was cancelled, so nothing was done.');
    expect(await tasksOf(person)).toEqual([]);
  });
});

describe('a call is carried out once', () => {
  test('a repeat gets the stored answer, also with other arguments', async () => {
    const first = await say('create_task', { title: 'Gym' }, 'fc_1');
    const again = await say('create_task', { title: 'Something else' }, 'fc_1');
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await tasksOf(person)).toHaveLength(1);
  });

  test('fifty at the same moment do it once and get the same answer', async () => {
    const answers = await Promise.all(times(50, () => say('create_task', { title: 'Gym' }, 'fc_1')));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers[0]?.body.status).toBe('ok');
    expect(await tasksOf(person)).toHaveLength(1);
  });

  test('the same id in another session is another call', async () => {
    const other = await openSession(person);
    await say('create_task', { title: 'Gym' }, 'fc_1');
    await ask(person, other, 'create_task', { title: 'Gym' }, 'fc_1');
    expect(await tasksOf(person)).toHaveLength(2);
  });
});

describe('whatever is asked for, there is a sentence', () => {
  test.each<[string, string, unknown, IntentBody['status'], RegExp]>([
    ['no title', 'create_task', {}, 'clarify', /^What should I put on your list\?$/],
    ['an empty title', 'create_goal', { title: '' }, 'clarify', /^What is your goal\?$/],
    ['a title of another type', 'create_goal', { title: 7 }, 'clarify', /^What is your goal\?$/],
    ['a title of 500 characters', 'create_goal', { title: 'x'.repeat(500) }, 'clarify', /one short sentence/],
    ['no arguments', 'complete_task', undefined, 'clarify', /^Which task do you mean\?$/],
    ['arguments that are a list', 'complete_task', ['gym'], 'clarify', /^Which task/],
    ['arguments that are broken JSON', 'complete_task', '{"task":', 'clarify', /^Which task/],
    ['arguments with NUL', 'create_task', '{"title":"a\\u0000b"}', 'clarify', /put on your list/],
    ['arguments nested a thousand deep', 'create_task', `${'['.repeat(1e4)}${']'.repeat(1e4)}`, 'clarify', /put on/],
    ['arguments of 30,000 characters', 'create_task', { title: 'x'.repeat(30_000) }, 'clarify', /put on your list/],
    ['nulls for what is left out', 'create_task', { title: 'Gym', when: null }, 'ok', /is on your list for today/],
    ['a time that cannot be read', 'create_task', { title: 'Gym', when: 'soonish' }, 'clarify', /\?|Say/],
    ['twice a week', 'create_task', { title: 'Gym', when: 'twice a week' }, 'clarify', /\?/],
    ['a day that has passed', 'create_task', { title: 'Gym', when: 'yesterday at 7' }, 'clarify', /\?/],
    ['minus five minutes', 'create_task', { title: 'Gym', duration_minutes: -5 }, 'clarify', /How many minutes/],
    ['a goal for yesterday', 'create_goal', { title: 'Run', target_date: 'yesterday' }, 'clarify', /By when/],
    ['a goal in ten years', 'create_goal', { title: 'Run', target_date: '2036-01-01' }, 'clarify', /five years/],
    ['an unknown task', 'complete_task', { task: 'the gym one' }, 'clarify', /can't find a task/],
    ["an id that is nobody's", 'complete_task', { task: crypto.randomUUID() }, 'clarify', /can't find/],
    ['an unknown function', 'order_pizza', { size: 'xl' }, 'unsupported', /I can't do that yet/],
    ['nothing to undo', 'undo_last', {}, 'error', /nothing that I could take back/],
    ['no goal yet', 'get_goal_progress', {}, 'ok', /no active goal/],
    ['an empty day', 'list_tasks', { when: 'tomorrow' }, 'ok', /nothing on your list for tomorrow/],
  ])('%s', async (_, name, input, status, speech) => {
    const answer = await say(name, input);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ status, result: expect.stringMatching(speech) });
  });

  test('a finished task', async () => {
    await create('Gym', 'today');
    await say('complete_task', { task: 'gym' });
    expect((await say('complete_task', { task: 'gym' })).body).toMatchObject({
      status: 'error',
      result: 'Gym is done already.',
    });
    expect((await say('reschedule_task', { task: 'gym', when: 'tomorrow' })).body.status).toBe('error');
  });

  test('a session that was closed', async () => {
    await stack.request(`/api/v1/voice/session/${session}`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${person.token}` },
    });
    expect((await say('create_task', { title: 'Gym' })).body).toMatchObject({
      status: 'error',
      result: expect.stringContaining('has ended'),
    });
    expect(await tasksOf(person)).toEqual([]);
  });

  test('a long answer is cut to what one can listen to; the data is whole', async () => {
    for (const n of times(12, (index) => index)) await create(`Task number ${n} with quite a long name`, 'tomorrow');
    const { body } = await say('list_tasks', { when: 'tomorrow' });
    expect(body.result.length).toBeLessThanOrEqual(450);
    expect(body.result).toContain('7 more');
    expect(body.data?.tasks).toHaveLength(12);
  });
});

test("another person's session and a missing one are the same 404", async () => {
  const stranger = await stack.signUp();
  const foreign = await ask(stranger, session, 'create_task', { title: 'Gym' });
  const missing = await ask(stranger, 'sess_00000000000000000000000000', 'create_task', { title: 'Gym' });
  expect(foreign.body).toMatchObject({ status: 404, code: 'not_found' });
  expect({ ...foreign.body, request_id: '' }).toEqual({ ...missing.body, request_id: '' });
  expect((await person.post('/api/v1/voice/intents', { session_id: session })).body).toMatchObject({
    status: 422,
    code: 'invalid',
    detail: expect.stringContaining('FunctionCallRequest'),
  });
});

describe('tasks are named by id or in words, among the person’s own', () => {
  test("words find one's own task and never another person's", async () => {
    const stranger = await stack.signUp();
    await create('Gym', 'tomorrow at seven');
    const theirs = await ask(stranger, await openSession(stranger), 'complete_task', { task: 'gym' });
    expect(theirs.body.status).toBe('clarify');
    const [task] = await tasksOf(person);
    const byId = await ask(stranger, await openSession(stranger), 'complete_task', { task: task?.id });
    expect(byId.body.status).toBe('clarify');
    expect((await say('complete_task', { task: 'the gym one' })).body.status).toBe('ok');
    expect(await tasksOf(person)).toMatchObject([{ status: 'done' }]);
  });

  test('more than one match asks which, and a day tells them apart', async () => {
    await create('Gym with Sam', 'tomorrow at seven');
    await create('Gym with Kim', 'in 3 days at 18:00');
    const unclear = (await say('reschedule_task', { task: 'my gym', when: 'next week friday at noon' })).body;
    expect(unclear).toMatchObject({
      status: 'clarify',
      result: expect.stringMatching(/^Which one do you mean: Gym with/),
    });
    expect((await say('reschedule_task', { task: "tomorrow's gym", when: 'tomorrow at 20:00' })).body.result).toBe(
      'Gym with Sam is moved to tomorrow at 8 in the evening.',
    );
  });

  test('a day keeps the time, a time keeps the day, and the prompt’s ids work', async () => {
    const made = await create('Gym', 'tomorrow at 07:15');
    const id = String(Object(made.data?.task).id);
    expect((await say('reschedule_task', { task: id, when: 'in 3 days' })).body).toMatchObject({ status: 'ok' });
    const [moved] = await tasksOf(person);
    expect(moved?.scheduled_at).toMatch(/07:15/);
    await say('reschedule_task', { task: id, when: 'at 18:30' });
    const [later] = await tasksOf(person);
    expect(later?.date).toBe(moved?.date);
    expect(later?.scheduled_at).toMatch(/18:30/);
  });

  test('of a repeating task the next one is meant, or with the scope the whole series', async () => {
    await create('Yoga', 'every day at 7 am', { duration_minutes: 20 });
    // After 7 the next one is tomorrow's, and that is said.
    expect((await say('complete_task', { task: 'yoga' })).body.result).toMatch(
      /^Well done! Yoga (for tomorrow )?is done\.$/,
    );
    const rows = await tasksOf(person);
    expect(rows.map(({ status }) => status).toSorted()).toEqual(['done', 'pending']);
    const moved = await say('reschedule_task', { task: 'yoga', when: 'at 8 am', scope: 'series' });
    expect(moved.body).toMatchObject({ status: 'ok', result: expect.stringContaining('from now on') });
  });
});

describe('undo', () => {
  test('takes back the last thing, then the one before it', async () => {
    await create('Gym', 'tomorrow at seven');
    const before = await tasksOf(person);
    await say('reschedule_task', { task: 'gym', when: 'tomorrow at 20:00' });
    await say('list_tasks', {});
    expect((await say('undo_last', {})).body).toMatchObject({ status: 'ok', result: 'Done: Gym is as it was before.' });
    expect(await tasksOf(person)).toEqual(before);
    expect((await say('undo_last', {})).body.result).toBe('Done: Gym is gone again.');
    expect(await tasksOf(person)).toEqual([]);
    expect((await say('undo_last', {})).body.status).toBe('error');
  });

  test('brings back one occurrence, and a whole series as it was', async () => {
    await create('Yoga', 'every day at 7 am');
    const before = await tasksOf(person);
    await say('complete_task', { task: 'yoga' });
    await say('undo_last', {});
    expect(await tasksOf(person)).toEqual(before);
    await say('reschedule_task', { task: 'yoga', when: 'tomorrow at 9 am' });
    await say('reschedule_task', { task: 'yoga', when: 'at 20:00', scope: 'series' });
    await say('undo_last', {});
    await say('undo_last', {});
    expect(await tasksOf(person)).toEqual(before);
  });

  test('leaves a task, a series and a goal that were changed or done in part since they were made', async () => {
    for (const [name, input, table] of [
      ['create_task', { title: 'Gym', when: 'tomorrow' }, 'tasks'],
      ['create_goal', { title: 'Learn Spanish' }, 'goals'],
    ] as const) {
      await say(name, input);
      await stack.supabase.query(`update public.${table} set title = 'Mine' where user_id = $1`, [person.id]);
      expect((await say('undo_last', {})).body.result).toMatch(/changed in the meantime/);
    }
    await create('Yoga', 'every day at 7 am');
    const yoga = (await tasksOf(person)).find(({ title }) => title === 'Yoga');
    expect((await person.patch(`/tasks/${yoga?.id}@${yoga?.date}`, { status: 'done' })).status).toBe(200);
    expect((await say('undo_last', {})).body.result).toMatch(/changed in the meantime/);
    expect((await tasksOf(person)).map(({ title }) => title)).toEqual(expect.arrayContaining(['Mine', 'Yoga']));
  });

  test('takes a goal back with what was planned for it', async () => {
    await say('create_goal', { title: 'Learn Spanish' });
    await say('undo_last', {});
    expect(await stack.supabase.query('select 1 from public.goals where user_id = $1', [person.id])).toEqual([]);
  });

  test('leaves alone what has changed since, and what another session did', async () => {
    await create('Gym', 'tomorrow at seven');
    const other = await openSession(person);
    expect((await ask(person, other, 'undo_last', {})).body.status).toBe('error');
    await say('reschedule_task', { task: 'gym', when: 'tomorrow at 20:00' });
    await stack.supabase.query("update public.tasks set status = 'done' where user_id = $1", [person.id]);
    expect((await say('undo_last', {})).body).toMatchObject({
      status: 'error',
      result: expect.stringContaining('has changed in the meantime'),
    });
    expect(await tasksOf(person)).toMatchObject([{ status: 'done' }]);
  });
});

test('over the limit it is 429, and a repeat costs nothing', async () => {
  await say('create_task', { title: 'Gym' }, 'fc_1');
  await stack.supabase.query(
    "update private.rate_buckets set tokens = 0, refilled_at = now() + interval '1 hour' where user_id = $1",
    [person.id],
  );
  const refused = await say('create_task', { title: 'Gym' }, 'fc_2');
  expect(refused).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
  expect(refused.headers.get('retry-after')).toBe('1');
  expect((await say('create_task', { title: 'Gym' }, 'fc_1')).body.status).toBe('ok');
  expect(await tasksOf(person)).toHaveLength(1);
  const stored = await stack.supabase.query('select 1 from public.intent_calls where user_id = $1', [person.id]);
  expect(stored).toHaveLength(1);
});

test('an intent adds one round trip to its write', async () => {
  await create('Gym', 'tomorrow at seven');
  await stack.api.idle();
  stack.supabase.requests.length = 0;
  await say('create_task', { title: 'Run' });
  await say('reschedule_task', { task: 'the gym one', when: 'tomorrow at eight' });
  await say('complete_task', { task: 'run' });
  expect(stack.supabase.requests).toEqual(
    times(3, () => ['POST /rest/v1/rpc/open_intent', 'POST /rest/v1/rpc/commit_intent']).flat(),
  );
});

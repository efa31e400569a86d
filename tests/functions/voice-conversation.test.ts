import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import type { ChatResponse } from '../../lib/chat/schema.ts';
import type { Goal } from '../../lib/goals/schema.ts';
import type { Session, Transcript } from '../../lib/voice/schema.ts';
import type { FakeDeepgram } from '../support/deepgram.ts';
import { type Person, type TestStack, until } from '../support/stack.ts';
import { ask, openSession, startVoiceStack } from '../support/voice.ts';

type SessionBody = z.input<typeof Session>;
type AgentEvent = { type: string; [field: string]: unknown };

let voice: Awaited<ReturnType<typeof startVoiceStack>>;
let stack: TestStack;
let deepgram: FakeDeepgram;
beforeAll(async () => {
  voice = await startVoiceStack({ runner: true, sandbox: true });
  ({ stack, deepgram } = voice);
});
afterAll(() => voice.stop());

/** Does what docs/voice.md tells a browser to do, without the sound. Resolves when the WebSocket is closed; @returns what it saw. */
function converse(person: Person, session: SessionBody, settings: object = session.settings) {
  const { session_id } = session;
  const socket = new WebSocket(session.websocket_url, ['bearer', session.deepgram_token]);
  const seen: AgentEvent[] = [];
  let saving = Promise.resolve();
  socket.onmessage = async ({ data }) => {
    const event: AgentEvent = JSON.parse(String(data));
    seen.push(event);
    if (event.type === 'Welcome') socket.send(JSON.stringify(settings));
    if (event.type === 'ConversationText') {
      const spoken_at = new Date().toISOString();
      saving = saving.then(async () => {
        await person.post('/api/v1/voice/messages', { ...event, session_id, spoken_at });
      });
    }
    if (event.type === 'FunctionCallRequest' || event.type === 'FunctionCallCancelled') {
      const { body } = await person.post<{ responses: object[] }>('/api/v1/voice/intents', { ...event, session_id });
      for (const response of body.responses) socket.send(JSON.stringify(response));
    }
  };
  const closed = new Promise<{ code: number; seen: AgentEvent[] }>((resolve) => {
    socket.onclose = async ({ code }) => {
      await saving;
      resolve({ code, seen });
    };
  });
  return { socket, closed };
}

test('a whole conversation: from the session to the spoken answer, the plan, the result and the end', async () => {
  const person = await stack.signUp();
  const { body: session } = await person.post<SessionBody>('/api/v1/voice/session', {});
  const { socket, closed } = converse(person, session);
  const agent = await deepgram.connection();
  const settings = await agent.settings();
  expect(settings.agent.think.functions.map(({ name, defer_until_eot }) => [name, defer_until_eot])).toEqual([
    ['create_goal', true],
    ['list_goals', undefined],
    ['get_goal_progress', undefined],
    ['replan_goal', true],
    ['create_task', true],
    ['list_tasks', undefined],
    ['reschedule_task', true],
    ['rename_task', true],
    ['complete_task', true],
    ['cancel_task', true],
    ['remember', true],
    ['forget', true],
    ['search_notes', undefined],
    ['run_code', true],
    ['undo_last', true],
  ]);

  agent.hear('I want to lose weight before my wedding in twelve weeks, and put the gym on tomorrow at seven');
  const said = await agent.call(
    {
      name: 'create_goal',
      arguments: '{"title":"Lose 15 lbs","description":"Wedding prep","target_date":"in 12 weeks"}',
    },
    { name: 'create_task', arguments: '{"title":"Gym","when":"tomorrow at seven"}' },
  );
  expect(said[0]).toMatch(/^Lose 15 lbs is your new goal\. I'm planning it now/);
  expect(said[1]).toBe('Gym is on your list for tomorrow at 7 in the morning.');
  agent.say(said.join(' '));

  agent.hear('And how much is two to the power of a hundred?');
  expect(await agent.call({ name: 'run_code', arguments: '{"request":"2**100"}' })).toEqual([
    expect.stringMatching(/^I'm working on it now/),
  ]);
  // A deferred request is in the conversation of the session's name.
  const { body: result } = await until(
    () => person.get<ChatResponse>(`/api/chat/response/${session.session_id}`),
    ({ body }) => body.status === 'done',
  );
  expect(result.lastResponse?.message).toContain('1267650600228229401496703205376');

  const planned = await until(
    () => person.get<z.input<typeof Goal>[]>('/goals'),
    ({ body }) => body[0]?.plan_status === 'ready',
  );
  expect(planned.body[0]?.plan_json?.weeks.length).toBeGreaterThanOrEqual(12);
  const [progress] = await agent.call({
    name: 'get_goal_progress',
    arguments: '{"goal":"the wedding weight one, lose"}',
  });
  expect(progress).toMatch(/^Lose 15 lbs: 0 of \d+ tasks are done\. You are in week 1\./);

  agent.say('Anything else?');
  agent.hear('No, thank you');
  await until(
    async () => (await transcriptOf(person, session.session_id)).length,
    (count) => count === 5,
  );
  socket.close();
  const { code, seen } = await closed;
  expect(code).toBe(1005);
  expect(seen.filter(({ type }) => ['Error', 'Warning'].includes(type))).toEqual([]);
  const ended = await stack.request(`/api/v1/voice/session/${session.session_id}`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${person.token}` },
  });
  expect(ended.body).toMatchObject({ status: 'closed', message_count: 5 });
  expect((await transcriptOf(person, session.session_id)).map(({ role }) => role)).toEqual([
    'user',
    'assistant',
    'user',
    'assistant',
    'user',
  ]);
});

async function transcriptOf(person: Person, sessionId: string) {
  const { body } = await person.get<z.input<typeof Transcript>>(`/api/v1/voice/sessions/${sessionId}/messages`);
  return body.messages;
}

test('a calculation that was asked for and then cancelled is not carried out', async () => {
  const person = await stack.signUp();
  const sessionId = await openSession(person);
  const slow = 'Run this:\n```python\nimport time\ntime.sleep(30)\nprint("too late")\n```';
  const { body } = await ask(person, sessionId, 'run_code', { request: slow }, 'fc_1');
  expect(body).toMatchObject({ status: 'deferred', data: { client_id: sessionId } });
  await person.post('/api/v1/voice/intents', {
    type: 'FunctionCallCancelled',
    functions: [{ id: 'fc_1', name: 'run_code' }],
    session_id: sessionId,
  });
  const { body: response } = await person.get<ChatResponse>(`/api/chat/response/${sessionId}`);
  expect(response.status).toBe('cancelled');
});

test('what Deepgram asks for and is answered later comes with where its answer will be', async () => {
  const person = await stack.signUp();
  const session_id = await openSession(person);
  let asked = 0;
  const request = async (...calls: [name: string, input: object][]) => {
    asked += 1;
    const functions = calls.map(([name, input]) => ({
      id: `${asked}-${name}`,
      name,
      arguments: JSON.stringify(input),
    }));
    const event = { type: 'FunctionCallRequest', functions, session_id };
    return (await person.post<{ responses: object[]; deferred?: object[] }>('/api/v1/voice/intents', event)).body;
  };
  const { responses, deferred } = await request(
    ['run_code', { code: 'print(1)' }],
    ['create_goal', { title: 'Learn to swim' }],
    ['create_task', { title: 'Buy goggles' }],
  );
  expect(responses).toHaveLength(3);
  expect(deferred).toEqual([
    { id: '1-run_code', name: 'run_code', client_id: session_id, message_id: expect.any(String) },
    { id: '1-create_goal', name: 'create_goal', goal_id: expect.any(String) },
  ]);
  expect(await request(['replan_goal', { goal: 'Learn to swim' }])).toMatchObject({
    deferred: [{ id: '2-replan_goal', goal_id: (await person.get<{ id: string }[]>('/goals')).body[0]?.id }],
  });
  // A question, and an answer that is said at once, are not deferred.
  expect(await request(['run_code', {}], ['list_goals', {}])).not.toHaveProperty('deferred');
  const crisis = await request(['create_goal', { title: 'I want to kill myself' }]);
  expect(crisis).not.toHaveProperty('deferred');
});

test.each<[string, (session: SessionBody) => object]>([
  [
    'settings without the listen version',
    ({ settings }) => without(settings, ['agent', 'listen', 'provider', 'version']),
  ],
  ['settings without a prompt', ({ settings }) => without(settings, ['agent', 'think', 'prompt'])],
  ['an answer that nobody asked for', () => ({ type: 'FunctionCallResponse', id: 'x', name: 'y', content: 'z' })],
])('the stand-in for Deepgram refuses %s', async (_, message) => {
  const person = await stack.signUp();
  const { body: session } = await person.post<SessionBody>('/api/v1/voice/session', {});
  const { closed } = converse(person, session, message(session));
  const { code, seen } = await closed;
  expect(code).toBe(1008);
  expect(seen.at(-1)?.type).toBe('Error');
  await deepgram.connection();
});

test('the stand-in for Deepgram takes a token once', async () => {
  const person = await stack.signUp();
  const { body: session } = await person.post<SessionBody>('/api/v1/voice/session', {});
  const first = converse(person, session);
  await (await deepgram.connection()).settings();
  const { seen } = await converse(person, session).closed;
  expect(seen).toEqual([]);
  first.socket.close();
});

function without(value: unknown, [key = '', ...path]: string[]): object {
  const copy: Record<string, unknown> = { ...Object(value) };
  if (path.length) copy[key] = without(copy[key], path);
  else delete copy[key];
  return copy;
}

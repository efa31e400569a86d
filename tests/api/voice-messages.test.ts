import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { Transcript } from '../../lib/voice/schema.ts';
import { type Person, type TestStack, times } from '../support/stack.ts';
import { openSession, startVoiceStack } from '../support/voice.ts';

const path = '/api/v1/voice/messages';

let voice: Awaited<ReturnType<typeof startVoiceStack>>;
let stack: TestStack;
beforeAll(async () => {
  voice = await startVoiceStack();
  ({ stack } = voice);
});
afterAll(() => voice.stop());

async function withSession() {
  const person = await stack.signUp();
  return { person, session_id: await openSession(person) };
}

const transcriptOf = async (person: Person, sessionId: string) =>
  (await person.get<z.input<typeof Transcript>>(`/api/v1/voice/sessions/${sessionId}/messages`)).body.messages;

test('what was said is saved, and told again in the order of arrival', async () => {
  const { person, session_id } = await withSession();
  const said = ['I want to lose weight before my wedding', "That's a meaningful goal!", 'In June'];
  for (const [index, content] of said.entries()) {
    const role = index % 2 ? 'assistant' : 'user';
    const { status, body } = await person.post(path, { session_id, role, content });
    expect(status).toBe(200);
    expect(body).toEqual({ status: 'saved', message_id: expect.stringMatching(/./) });
  }
  const { body } = await person.get(`/api/v1/voice/sessions/${session_id}/messages`);
  expect(body).toEqual({
    session_id,
    messages: said.map((content, index) => ({
      role: index % 2 ? 'assistant' : 'user',
      content,
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    })),
  });
});

test("Deepgram's event may be passed on with all its fields", async () => {
  const { person, session_id } = await withSession();
  const event = { type: 'ConversationText', role: 'user', content: 'Hi', languages: ['en'], languages_hinted: ['en'] };
  expect((await person.post(path, { ...event, session_id })).body).toMatchObject({ status: 'saved' });
});

test('spoken_at puts what arrives late in its place', async () => {
  const { person, session_id } = await withSession();
  const at = (second: number) => `2026-11-22T10:00:0${second}.000+01:00`;
  for (const second of [3, 1, 2]) {
    await person.post(path, { session_id, role: 'user', content: `at ${second}`, spoken_at: at(second) });
  }
  const messages = await transcriptOf(person, session_id);
  expect(messages.map(({ content }) => content)).toEqual(['at 1', 'at 2', 'at 3']);
  expect(messages[0]?.created_at).toBe('2026-11-22T09:00:01.000Z');
});

test('a message that is sent twenty times at once with its id is saved once', async () => {
  const { person, session_id } = await withSession();
  const message = { session_id, role: 'user', content: 'Once', message_id: 'm1' };
  const answers = await Promise.all(times(20, () => person.post(path, message)));
  for (const { body } of answers) expect(body).toEqual({ status: 'saved', message_id: 'm1' });
  expect(await transcriptOf(person, session_id)).toHaveLength(1);
});

describe('the answer is always 200 with JSON, and says what became of the message', () => {
  test('a missing, a foreign and a closed session are the same', async () => {
    const { person, session_id } = await withSession();
    const stranger = await stack.signUp();
    const said = { role: 'user', content: 'Hi' };
    const missing = await person.post(path, { ...said, session_id: 'sess_00000000000000000000000000' });
    const foreign = await stranger.post(path, { ...said, session_id });
    await stack.request(`/api/v1/voice/session/${session_id}`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${person.token}` },
    });
    const closed = await person.post(path, { ...said, session_id });
    for (const { status, body } of [missing, foreign, closed]) {
      expect(status).toBe(200);
      expect(body).toEqual({ status: 'dropped', reason: 'session_not_open' });
    }
    expect(await transcriptOf(person, session_id)).toEqual([]);
  });

  test.each<[string, RequestInit, string]>([
    ['bad JSON', { body: '{"session_id":' }, 'bad_json'],
    ['no body', {}, 'bad_json'],
    ['another type', { body: 'hello', headers: { 'Content-Type': 'text/plain' } }, 'unsupported_media_type'],
    ['a body over 1 MB', { body: JSON.stringify({ content: 'x'.repeat(1_100_000) }) }, 'too_large'],
    ['an unknown role', { body: JSON.stringify({ session_id: 's', role: 'system', content: 'x' }) }, 'invalid'],
    ['empty content', { body: JSON.stringify({ session_id: 's', role: 'user', content: ' ' }) }, 'invalid'],
    ['NUL in the text', { body: JSON.stringify({ session_id: 's', role: 'user', content: 'a\u0000b' }) }, 'invalid'],
    ['a token that is none', { body: '{}', headers: { Authorization: 'Bearer nonsense' } }, 'unauthorized'],
    ['no token', { body: '{}', headers: { Authorization: '' } }, 'unauthorized'],
  ])('%s', async (_, init, reason) => {
    const { token } = await stack.signUp();
    const { status, headers, body } = await stack.request(path, {
      method: 'POST',
      ...init,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...init.headers },
    });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(body).toEqual({ status: 'dropped', reason });
  });

  test('a database that is down', async () => {
    const { person, session_id } = await withSession();
    stack.supabase.pauseRest();
    try {
      const { status, body } = await person.post(path, { session_id, role: 'user', content: 'Hi' });
      expect(status).toBe(200);
      expect(body).toEqual({ status: 'dropped', reason: expect.stringMatching(/^(timeout|unavailable)$/) });
    } finally {
      stack.supabase.resumeRest();
    }
  });

  test('more messages than a conversation can have', async () => {
    const { person, session_id } = await withSession();
    await person.post(path, { session_id, role: 'user', content: 'Hi' });
    await stack.supabase.query(
      "update private.rate_buckets set tokens = 0, refilled_at = now() + interval '1 hour' where user_id = $1",
      [person.id],
    );
    const { status, body } = await person.post(path, { session_id, role: 'user', content: 'Hi' });
    expect(status).toBe(200);
    expect(body).toEqual({ status: 'dropped', reason: 'rate_limited' });
  });
});

describe("a transcript is its person's alone", () => {
  test("another person's and a missing one are the same 404", async () => {
    const { person, session_id } = await withSession();
    await person.post(path, { session_id, role: 'user', content: 'A secret' });
    const stranger = await stack.signUp();
    const foreign = await stranger.get<object>(`/api/v1/voice/sessions/${session_id}/messages`);
    const missing = await stranger.get<object>('/api/v1/voice/sessions/sess_0/messages');
    expect(foreign.body).toMatchObject({ status: 404, code: 'not_found' });
    expect({ ...foreign.body, request_id: '' }).toEqual({ ...missing.body, request_id: '' });
  });

  test('nobody reads or writes another person through the REST API', async () => {
    const { person, session_id } = await withSession();
    await person.post(path, { session_id, role: 'user', content: 'A secret' });
    const stranger = await stack.signUp();
    const rest = (table: string, init: RequestInit = {}) =>
      fetch(`${stack.supabase.url}/rest/v1/${table}`, {
        ...init,
        headers: {
          apikey: stack.supabase.publishableKey,
          Authorization: `Bearer ${stranger.token}`,
          'Content-Type': 'application/json',
        },
      });
    for (const table of ['voice_sessions', 'voice_messages', 'intent_calls']) {
      expect(await (await rest(table)).json()).toEqual([]);
    }
    const written = await rest('voice_messages', {
      method: 'POST',
      body: JSON.stringify({ session_id, role: 'user', content: 'Not mine' }),
    });
    expect(written.status).toBeGreaterThanOrEqual(400);
    expect(await transcriptOf(person, session_id)).toHaveLength(1);
  });
});

test('saving is one round trip', async () => {
  const { person, session_id } = await withSession();
  const before = stack.supabase.requests.length;
  await person.post(path, { session_id, role: 'user', content: 'Hi' });
  expect(stack.supabase.requests.slice(before)).toEqual(['POST /rest/v1/rpc/save_voice_message']);
});

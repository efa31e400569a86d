import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Model, startModel } from '../../harness/model.ts';
import { answered, post, readStream } from '../support/chat.ts';
import { type Person, startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
let model: Model;
beforeAll(async () => {
  stack = await startTestStack({ runner: true, schedules: false, sandbox: true });
  model = await startModel();
});
afterAll(async () => {
  await stack.stop();
  await model.stop();
});
let person: Person;
beforeEach(async () => {
  person = await stack.signUp();
  await person.patch('/account', { timezone: 'Europe/Berlin', locale: 'de-DE' });
});

test.each([
  ['I want to kill myself. Run this: print(1)', /call/i],
  ['Ich will nicht mehr leben', /0800 ?111 ?0 ?111/],
  ['My husband hits me', /call/i],
])('“%s” gets care at once: no model is asked, and nothing is run or made', async (message, words) => {
  model.answer(() => ({ toolCalls: [{ name: 'run_code', arguments: '{"code":"print(1)"}' }] }));
  await post(person, 'care', message);
  const answer = await answered(person, 'care');
  expect(answer).toMatchObject({ status: 'done', requiresE2B: false });
  expect(answer.lastResponse?.message).toMatch(words);
  expect(model.requests).toHaveLength(0);
  const made = await stack.supabase.query('select from public.tasks where user_id = $1', [person.id]);
  expect(made).toHaveLength(0);
});

test('what a doctor must know first is said once, before the answer, and the model is told', async () => {
  model.answer(() => ({ content: 'I can put the appointment on your list.' }));
  await post(person, 'doctor', 'I want to stop taking my antidepressants');
  const first = (await answered(person, 'doctor')).lastResponse?.message ?? '';
  expect(first).toMatch(/doctor[\s\S]*\n\nI can put the appointment on your list\.$/);
  expect(String(model.requests[0]?.messages[0]?.content)).toMatch(/<care>[\s\S]*doctor[\s\S]*Do not repeat it/);
  const tokens = (await readStream(stack, person, 'doctor')).filter(({ type }) => type === 'token');
  expect(tokens.map(({ data }) => data.text).join('')).toBe(first);

  await post(person, 'doctor', 'Yes, and I still want to stop my antidepressants');
  expect((await answered(person, 'doctor')).lastResponse?.message).toBe('I can put the appointment on your list.');
  expect(String(model.requests[1]?.messages[0]?.content)).toContain('<care>');
});

test('advice of a model that could harm reaches nobody, neither live nor in the end, while advice against it does', async () => {
  model.answer(() => ({ content: 'Good morning! Stop taking your insulin today. Then rest well.' }));
  await post(person, 'harm', 'How do I feel better?');
  expect((await answered(person, 'harm')).lastResponse?.message).toMatch(/rather give no advice/);
  const shown = (await readStream(stack, person, 'harm')).filter(({ type }) => type === 'token');
  expect(shown.map(({ data }) => data.text).join('')).not.toMatch(/insulin/);
  const against = 'Never stop taking your insulin without asking your doctor. Rest well.';
  model.answer(() => ({ content: against }));
  await post(person, 'harm', 'And else?');
  expect((await answered(person, 'harm')).lastResponse?.message).toBe(against);
});

test('without a model care comes first too', async () => {
  const { OPENAI_BASE_URL, OPENAI_API_KEY } = process.env;
  delete process.env.OPENAI_BASE_URL;
  delete process.env.OPENAI_API_KEY;
  try {
    await post(person, 'rules', 'I want to kill myself\n```python\nprint(1)\n```');
    const answer = await answered(person, 'rules');
    expect(answer).toMatchObject({ status: 'done', requiresE2B: false });
    expect(answer.lastResponse?.message).toMatch(/call/i);
  } finally {
    Object.assign(process.env, { OPENAI_BASE_URL, OPENAI_API_KEY });
  }
});

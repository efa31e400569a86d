import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { type Model, type Reply, startModel } from '../../harness/model.ts';
import { answered, post, questionOf, readStream, teach } from '../support/chat.ts';
import { startFaultProxy } from '../support/fault-proxy.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
let model: Model;
beforeAll(async () => {
  stack = await startTestStack({ runner: true, sandbox: true, retryFactor: 1 / 1000 });
  model = await startModel();
  model.use();
});
afterAll(async () => {
  await stack.stop();
  await model.stop();
});

const failing = (status: number): Reply => ({ error: { message: 'no' }, status, retryAfter: 1 });

function usageOf(userId: string) {
  return stack.supabase.query(
    'select kind, outcome, model, input_tokens, output_tokens, cost_usd::float, estimated from private.usage where user_id = $1 order by id',
    [userId],
  );
}

function asked(message: string): number {
  return model.prompts().filter((prompt) => questionOf(prompt).message === message).length;
}

test.each<[string, Reply, number, RegExp]>([
  ['a rejected key', failing(401), 1, /isn't set up properly/],
  ['no credits', failing(402), 1, /isn't set up properly/],
  ['an unknown model', failing(404), 1, /isn't set up properly/],
  ['a limit that does not pass', failing(429), 4, /busy at the moment/],
  ['a server that keeps failing', failing(503), 4, /isn't responding/],
])(
  '%s is tried as often as it makes sense, and said in words',
  async (name, reply, times, words) => {
    const person = await stack.signUp();
    teach(model, name, { first: reply });
    await post(person, 'fails', name);
    const { status, lastResponse } = await answered(person, 'fails');
    expect(status).toBe('failed');
    expect(lastResponse?.message).toMatch(words);
    expect(lastResponse?.message).not.toMatch(/[A-Z]+_[A-Z_]+|\d{3}/);
    expect(asked(name)).toBe(times);
    const calls = await usageOf(person.id);
    expect(calls).toHaveLength(times);
    expect(calls[0]).toMatchObject({ kind: 'model', outcome: 'failed', input_tokens: 0, cost_usd: 0 });
    teach(model, 'Are you there?', { first: { content: 'Yes.' } });
    await post(person, 'fails', 'Are you there?');
    expect(await answered(person, 'fails')).toMatchObject({ status: 'done', lastResponse: { message: 'Yes.' } });
  },
  30_000,
);

test('a failure is told in the language of the message', async () => {
  const person = await stack.signUp();
  const message = 'Was steht morgen auf meiner Liste und wann muss ich los?';
  teach(model, message, { first: failing(401) });
  await post(person, 'deutsch', message);
  expect((await answered(person, 'deutsch')).lastResponse?.message).toMatch(/Sprachmodell.*nicht richtig eingerichtet/);
});

test('a failure that passes is not noticed', async () => {
  const person = await stack.signUp();
  teach(model, 'Shaky', { first: { content: 'Steady now.' } });
  model.reply((prompt) => questionOf(prompt).message === 'Shaky' && asked('Shaky') < 2, failing(500));
  await post(person, 'shaky', 'Shaky');
  expect(await answered(person, 'shaky')).toMatchObject({ status: 'done', lastResponse: { message: 'Steady now.' } });
});

test('an answer whose connection breaks is begun anew, as a higher attempt, and counted as far as it came', async () => {
  const person = await stack.signUp();
  const words = 'The whole answer, from its first to its last word.';
  teach(model, 'Break', { first: { content: words } }, { chunkSize: 5, latency: 60 });
  model.reply(
    (prompt) => questionOf(prompt).message === 'Break' && asked('Break') < 1,
    { content: words },
    { chunkSize: 5, latency: 60, truncateAfterChunks: 7 },
  );
  await post(person, 'break', 'Break');
  expect((await answered(person, 'break')).lastResponse?.message).toBe(words);
  const tokens = (await readStream(stack, person, 'break'))
    .filter(({ type }) => type === 'token')
    .map(({ data }) => data);
  const attempts = [...new Set(tokens.map(({ attempt }) => Number(attempt)))];
  expect(attempts).toHaveLength(2);
  const last = tokens.filter(({ attempt }) => attempt === Math.max(...attempts));
  expect(last.map(({ text }) => text).join('')).toBe(words);
  expect(await usageOf(person.id)).toMatchObject([{ outcome: 'failed', estimated: true }, { outcome: 'ok' }]);
});

test('a refusal and an answer that is cut off are passed on as such', async () => {
  const person = await stack.signUp();
  teach(model, 'Too long', { first: { content: 'It begins', finishReason: 'length' } });
  await post(person, 'odd', 'Too long');
  expect((await answered(person, 'odd')).lastResponse?.message).toMatch(/^It begins….*cut off/s);
  teach(model, 'Endless program', { answer: { content: 'That grew too long for one program.' } });
  model.reply((prompt) => questionOf(prompt).kind === 'first' && questionOf(prompt).message === 'Endless program', {
    toolCalls: [{ name: 'run_code', arguments: '{"code":"x = 1' }],
    finishReason: 'length',
  });
  await post(person, 'odd', 'Endless program');
  expect(await answered(person, 'odd')).toMatchObject({
    requiresE2B: true,
    lastResponse: { message: 'That grew too long for one program.' },
  });
  const told = model.prompts().filter((prompt) => questionOf(prompt).message === 'Endless program');
  expect(told.at(-1)?.results).toEqual([expect.stringContaining('less code')]);
});

test('when the model fails after the program has run, what ran is the answer', async () => {
  const person = await stack.signUp();
  teach(model, 'Twelve squared', { code: 'print(12 ** 2)', answer: failing(402) });
  await post(person, 'half', 'Twelve squared');
  expect(await answered(person, 'half')).toMatchObject({
    status: 'done',
    lastResponse: { message: expect.stringMatching(/144/) },
  });
  teach(model, 'Broken for good', { code: '1 / 0', fix: '1 / 0', answer: failing(402) });
  model.reply(
    (prompt) => questionOf(prompt).kind === 'fix' && questionOf(prompt).message === 'Broken for good',
    failing(401),
  );
  await post(person, 'half', 'Broken for good');
  expect(await answered(person, 'half')).toMatchObject({
    status: 'done',
    lastResponse: { message: expect.stringMatching(/ZeroDivisionError/) },
  });
});

test('a sandbox that is gone, even in the middle, is replaced, and the answer says that variables are gone', async () => {
  const person = await stack.signUp();
  teach(model, 'Keep this', { code: 'kept = 1', answer: { content: 'Kept.' } });
  teach(model, 'Leave', { code: 'import os\nos._exit(1)', fix: 'print("kept" in globals())', answer: failing(402) });
  await post(person, 'lost', 'Keep this');
  await answered(person, 'lost');
  await post(person, 'lost', 'Leave');
  const { execution, lastResponse } = await answered(person, 'lost');
  expect(execution).toMatchObject({ stdout: 'False\n', restarted: true });
  expect(lastResponse?.message).toMatch(/variables of earlier messages are gone/);
});

test('a sandbox provider that refuses the key ends the message in words', async () => {
  const provider = await startFaultProxy('');
  provider.decide = () => ({ status: 401, text: '{"message":"no"}', type: 'application/json' });
  const { E2B_API_URL } = process.env;
  process.env.E2B_API_URL = provider.url;
  try {
    const person = await stack.signUp();
    teach(model, 'Run', { code: 'print(1)' });
    await post(person, 'refused', 'Run');
    const { lastResponse, status } = await answered(person, 'refused');
    expect(status).toBe('failed');
    expect(lastResponse?.message).toMatch(/could not be run.*isn't set up properly/);
  } finally {
    process.env.E2B_API_URL = E2B_API_URL;
    await provider.stop();
  }
});

test("the provider's own cost counts, and nothing is asked any more once the day's limit is reached", async () => {
  process.env.OPEN_ROUTER_API_KEY = 'test';
  process.env.OPENAI_BASE_URL = `${model.url}/api/v1`;
  process.env.DAILY_COST_LIMIT_USD = '1';
  try {
    const person = await stack.signUp();
    const tokens = { prompt_tokens: 10, completion_tokens: 5 };
    teach(model, 'Dear one', {
      first: {
        toolCalls: [{ name: 'run_code', arguments: '{"code":"print(1/0)"}' }],
        usage: { ...tokens, cost: 0.7 },
      },
    });
    model.reply((prompt) => questionOf(prompt).message === 'Dear one' && questionOf(prompt).kind === 'fix', {
      toolCalls: [{ name: 'run_code', arguments: '{"code":"print(\'ran\')"}' }],
      usage: { ...tokens, cost: 0.7 },
    });
    await post(person, 'dear', 'Dear one');
    // The limit is passed by the second call: the program runs, and the model is not asked how to put it.
    expect(await answered(person, 'dear')).toMatchObject({ status: 'done', execution: { stdout: 'ran\n' } });
    expect(asked('Dear one')).toBe(2);
    expect(await usageOf(person.id)).toMatchObject([
      { kind: 'model', cost_usd: 0.7, input_tokens: 10, output_tokens: 5, estimated: false },
      { kind: 'sandbox' },
      { kind: 'model', cost_usd: 0.7 },
      { kind: 'sandbox' },
    ]);
    expect((await post(person, 'dear', 'Another')).body).toMatchObject({ status: 429, code: 'cost_limit' });
  } finally {
    delete process.env.OPEN_ROUTER_API_KEY;
    delete process.env.DAILY_COST_LIMIT_USD;
    process.env.OPENAI_BASE_URL = `${model.url}/v1`;
  }
});

test('what the database refuses to hold ends the message at once, in words', async () => {
  const person = await stack.signUp();
  teach(model, 'Say what cannot be kept', { first: { content: 'unstorable' } });
  const change = (what: string) => stack.supabase.query(`alter table public.chat_messages ${what}`);
  await change("add constraint no_such_text check (response is null or response <> 'unstorable')");
  try {
    await post(person, 'unstorable', 'Say what cannot be kept');
    const { status, lastResponse } = await answered(person, 'unstorable');
    expect(status).toBe('failed');
    expect(lastResponse?.message).toMatch(/put it another way/);
    expect(asked('Say what cannot be kept')).toBe(1);
  } finally {
    await change('drop constraint no_such_text');
  }
});

test('on a host that ends a step after 60 s, neither a model that never ends nor a long program has 50 s', async () => {
  onTestFinished(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
  // Netlify's variables; the second is set where it runs on a developer's machine.
  vi.stubEnv('SITE_ID', 'a-site');
  vi.stubEnv('NETLIFY_DEV', 'true');
  const deadlines = vi.spyOn(AbortSignal, 'timeout');
  const timers = vi.spyOn(globalThis, 'setTimeout');
  teach(model, 'Take your time', { code: 'print("long")', answer: { content: 'It did.' } });
  const person = await stack.signUp();
  await post(person, 'hosted', 'Take your time');
  expect(await answered(person, 'hosted')).toMatchObject({ status: 'done', execution: { stdout: 'long\n' } });
  // The runner on this machine has one of its own, of minutes.
  const calls = deadlines.mock.calls.map(([ms]) => ms).filter((ms) => ms > 30_000 && ms < 300_000);
  expect(calls.length).toBeGreaterThan(1);
  expect(Math.max(...calls)).toBeLessThanOrEqual(40_000);
  // Getting a sandbox ready takes up to 22 s more; elsewhere a program has 40 s, which the SDK's own timers have too.
  expect(timers.mock.calls.map(([, ms]) => ms)).toContain(28_000);
});

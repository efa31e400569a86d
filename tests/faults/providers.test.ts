import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startRunner } from '../../local/inngest/runner.ts';
import { type FakeDeepgram, startDeepgram } from '../support/deepgram.ts';
import { type Fault, type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { type Person, startTestStack, type TestStack, times, until } from '../support/stack.ts';

type Dependency = { ok: boolean; reason: string | null };
type Ready = { status: string; dependencies: Record<string, Dependency> };

let stack: TestStack;
let deepgram: FakeDeepgram;
/** Knows no model's answer but that it is there. */
let model: FaultProxy;
/** Each stands between the functions and a provider. */
const proxies: Record<'supabase' | 'inngest' | 'e2b' | 'model' | 'deepgram', FaultProxy> = {} as never;
beforeAll(async () => {
  stack = await startTestStack({ sandbox: true });
  deepgram = await startDeepgram();
  model = await startFaultProxy('');
  model.decide = () => ({ status: 200, type: 'application/json', text: '{"object":"list","data":[]}' });
  proxies.supabase = await startFaultProxy(stack.supabase.url);
  proxies.inngest = await startFaultProxy('');
  proxies.e2b = await startFaultProxy(process.env.E2B_API_URL ?? '');
  proxies.model = await startFaultProxy(model.url);
  proxies.deepgram = await startFaultProxy(deepgram.url);
  process.env.SUPABASE_JWT_ISSUER = `${stack.supabase.url}/auth/v1`;
  process.env.SUPABASE_URL = proxies.supabase.url;
  process.env.E2B_API_URL = proxies.e2b.url;
  process.env.OPENAI_BASE_URL = proxies.model.url;
  process.env.DEEPGRAM_API_KEY = deepgram.apiKey;
  process.env.DEEPGRAM_BASE_URL = proxies.deepgram.url;
  const runner = await startRunner({
    port: 0,
    appUrl: `${stack.api.url}/api/inngest`,
    databaseUrl: stack.supabase.databaseUrl,
  });
  stack.runner = runner;
  proxies.inngest.target = runner.url;
  process.env.INNGEST_DEV = proxies.inngest.url;
});
afterAll(async () => {
  for (const proxy of Object.values(proxies)) await proxy.stop();
  await stack?.stop();
  await deepgram?.stop();
  await model?.stop();
  for (const name of ['SUPABASE_JWT_ISSUER', 'OPENAI_BASE_URL']) delete process.env[name];
});

const heal = () => {
  for (const proxy of Object.values(proxies)) proxy.decide = () => 'pass';
};
const anybody = () => stack.signUp();

/** Ways in which a provider is down, and the problems that may answer a request meanwhile. */
const failures: [string, Fault, [number, string]][] = [
  ['answers 500', { status: 500 }, [503, 'unavailable']],
  [
    'answers 503 with a page of its own',
    { status: 503, type: 'text/html', text: '<h1>Down</h1>' },
    [503, 'unavailable'],
  ],
  ['answers 522 as a proxy does', { status: 522, text: 'error code: 522' }, [503, 'unavailable']],
  ['drops the connection', 'drop', [503, 'unavailable']],
  ['does not answer', 'hang', [504, 'timeout']],
];

describe.each(failures)('while Supabase %s', (_, fault, [status, code]) => {
  test('reads and writes say so and when to come back, and it passes without a restart', async () => {
    heal();
    const person = await anybody();
    await person.get('/goals');
    proxies.supabase.decide = () => fault;
    const key = { 'Idempotency-Key': 'once' };
    const answers = await Promise.all([
      person.get('/goals'),
      person.get('/account'),
      person.post('/goals', { title: 'Run' }, key),
      person.post('/api/chat', { message: 'hello' }, key),
      person.post('/api/v1/voice/session', {}, key),
    ]);
    for (const { body, headers } of answers) {
      expect(body).toMatchObject({ status, code });
      expect(headers.get('Retry-After')).toMatch(/^\d+$/);
      expect(JSON.stringify(body)).not.toMatch(/<h1>|error code|ECONN|fetch failed/);
    }
    heal();
    expect((await person.post('/goals', { title: 'Run' }, key)).status).toBe(201);
    expect((await person.get<object[]>('/goals')).body).toHaveLength(1);
  });
});

test('an answer that is lost after the commit does not become a second goal', async () => {
  heal();
  const person = await anybody();
  proxies.supabase.decide = ({ path }) => (path.includes('/rpc/create_goal') ? 'drop-answer' : 'pass');
  const key = { 'Idempotency-Key': 'lost' };
  expect((await person.post('/goals', { title: 'Run' }, key)).body).toMatchObject({ status: 503, code: 'unavailable' });
  heal();
  const again = await person.post('/goals', { title: 'Run' }, key);
  expect(again.status).toBe(201);
  expect(again.headers.get('Idempotency-Replayed')).toBe('true');
  expect((await person.get<object[]>('/goals')).body).toHaveLength(1);
});

test('a database that halts costs a request its time limit and no more', async () => {
  heal();
  const person = await anybody();
  await person.get('/goals');
  stack.supabase.pauseRest();
  try {
    const answers = await Promise.all(times(5, () => person.get('/goals')));
    for (const { body, headers } of answers) {
      expect(body).toMatchObject({ status: 504, code: 'timeout' });
      expect(headers.get('Retry-After')).toBe('5');
    }
  } finally {
    stack.supabase.resumeRest();
  }
  expect((await person.get('/goals')).status).toBe(200);
});

test.each(failures)(
  'while the keys that tokens are checked with %s, nobody is let in, and nobody is told they are wrong',
  async (_, fault) => {
    heal();
    const person = await anybody();
    // Keys are kept for a while: another address is another project.
    const fresh = await startFaultProxy(stack.supabase.url);
    process.env.SUPABASE_URL = fresh.url;
    try {
      fresh.decide = ({ path }) => (path.includes('jwks') ? fault : 'pass');
      const { body, headers } = await person.get('/goals');
      expect(body).toMatchObject({ status: 503, code: 'unavailable' });
      expect(headers.get('Retry-After')).toMatch(/^\d+$/);
      fresh.decide = () => 'pass';
      expect((await person.get('/goals')).status).toBe(200);
    } finally {
      process.env.SUPABASE_URL = proxies.supabase.url;
      await fresh.stop();
    }
  },
);

const ready = async (person: Person) => (await person.get<Ready>('/api/health/ready')).body;

const downIn = ({ dependencies }: Ready) => Object.entries(dependencies).filter(([, { ok }]) => !ok);

describe('readiness tells the truth', () => {
  const dependencies = [
    ['database', 'supabase', '/rest/v1'],
    ['auth', 'supabase', '/auth/v1'],
    ['inngest', 'inngest', '/'],
    ['sandbox', 'e2b', '/'],
    ['model', 'model', '/'],
    ['voice', 'deepgram', '/'],
  ] as const;
  test.each(dependencies)(
    'about %s: not ready while it is down, with the reason, and ready again after',
    async (name, proxy, prefix) => {
      heal();
      const person = await anybody();
      const isReady = (state: Ready) => state.status === 'ready';
      await until(
        async () => downIn(await ready(person)),
        (down) => down.length === 0,
      );
      proxies[proxy].decide = ({ path }) => (path.startsWith(prefix) ? { status: 503 } : 'pass');
      const down = await until(
        () => ready(person),
        (state) => !isReady(state),
      );
      expect(down.dependencies[name]).toMatchObject({ ok: false, reason: expect.stringMatching(/\w{3}/) });
      const others = Object.entries(down.dependencies).filter(([other]) => other !== name);
      expect(others.filter(([, { ok }]) => !ok)).toEqual([]);
      heal();
      await until(() => ready(person), isReady);
    },
  );

  test('about a key that is refused', async () => {
    heal();
    const person = await anybody();
    await until(
      () => ready(person),
      ({ status }) => status === 'ready',
    );
    proxies.model.decide = () => ({ status: 401, type: 'application/json', text: '{"error":{"message":"bad key"}}' });
    const down = await until(
      () => ready(person),
      ({ status }) => status !== 'ready',
    );
    expect(down.dependencies.model).toMatchObject({ ok: false, reason: expect.stringContaining('rejects our key') });
    heal();
  });
});

describe('work that waits for a provider goes on by itself when it is back', () => {
  type Response = { status: string; lastResponse: { message: string } | null };
  const program = (n: number) => `Run this:\n\`\`\`python\nprint(${n} * 1000 + 7)\n\`\`\``;

  test.each<[string, Fault]>([
    ['answers 500', { status: 500 }],
    ['is at its limit', { status: 429 }],
    ['drops connections', 'drop'],
  ])('code is run once E2B, which %s, is back', async (_, fault) => {
    heal();
    delete process.env.OPENAI_BASE_URL;
    try {
      const person = await anybody();
      let seen = 0;
      proxies.e2b.decide = () => {
        seen += 1;
        return seen <= 1 ? fault : 'pass';
      };
      await person.post('/api/chat', { message: program(6) }, { 'X-Client-Id': 'c' });
      const { body } = await until(
        () => person.get<Response>('/api/chat/response/c'),
        (answer) => ['done', 'failed'].includes(answer.body.status),
      );
      expect(seen).toBeGreaterThan(1);
      expect(body).toMatchObject({ status: 'done', lastResponse: { message: expect.stringContaining('6007') } });
    } finally {
      process.env.OPENAI_BASE_URL = proxies.model.url;
    }
  });
});

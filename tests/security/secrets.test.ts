import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSandboxServer } from '../../local/e2b/server.ts';
import { startRunner } from '../../local/inngest/runner.ts';
import { sharedDataDir } from '../support/data-dir.ts';
import { createTestSupabase, type TestSupabase } from '../support/database.ts';
import { startDeepgram } from '../support/deepgram.ts';
import { type Deployed, startDeployed } from '../support/deployed.ts';
import { startFaultProxy } from '../support/fault-proxy.ts';
import { startTestStack, until } from '../support/stack.ts';
import { apiOperations } from './operations.ts';

/** A value that stands out, for every variable that is a secret. */
const canary = (name: string) => `canary-${name}-${crypto.randomUUID()}`;
const secrets: Record<string, string> = {
  OPENAI_API_KEY: canary('openai'),
  SUPABASE_JWT_SECRET: canary('jwt'),
  INNGEST_EVENT_KEY: canary('event'),
  INNGEST_SIGNING_KEY: `signkey-test-${Buffer.from(canary('signing')).toString('hex')}`,
  VAPID_PRIVATE_KEY: canary('vapid'),
};

let app: Deployed;
let supabase: TestSupabase;
const stops: (() => Promise<unknown>)[] = [];
/** Every answer that anybody got. */
const answers: string[] = [];
const headersSeen: [string, Headers][] = [];
beforeAll(async () => {
  supabase = await createTestSupabase();
  const deepgram = await startDeepgram();
  const sandbox = await startSandboxServer({ dataDir: sharedDataDir() });
  const events = await startFaultProxy('');
  // A model that refuses everything, in the way that providers do: naming the key.
  const model = await startFaultProxy('');
  model.decide = () => ({
    status: 401,
    type: 'application/json',
    text: JSON.stringify({ error: { message: `Incorrect API key provided: ${secrets.OPENAI_API_KEY}` } }),
  });
  Object.assign(secrets, {
    SUPABASE_SECRET_KEY: supabase.secretKey,
    DEEPGRAM_API_KEY: deepgram.apiKey,
    E2B_API_KEY: sandbox.apiKey,
  });
  app = await startDeployed({
    ...secrets,
    LOG_LEVEL: 'trace',
    SUPABASE_URL: supabase.url,
    SUPABASE_PUBLISHABLE_KEY: supabase.publishableKey,
    OPENAI_BASE_URL: model.url,
    DEEPGRAM_BASE_URL: deepgram.url,
    E2B_API_URL: sandbox.url,
    E2B_SANDBOX_URL: sandbox.url,
    INNGEST_BASE_URL: events.url,
  });
  const runner = await startRunner({
    port: 0,
    appUrl: `${app.url}/api/inngest`,
    databaseUrl: supabase.databaseUrl,
    retryFactor: 1 / 500,
    ...(secrets.INNGEST_SIGNING_KEY ? { signingKey: secrets.INNGEST_SIGNING_KEY } : {}),
    ...(secrets.INNGEST_EVENT_KEY ? { eventKey: secrets.INNGEST_EVENT_KEY } : {}),
  });
  events.target = runner.url;
  stops.push(supabase.stop, deepgram.stop, sandbox.stop, events.stop, model.stop, app.stop, runner.stop);
});
afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
});

async function ask(method: string, path: string, token?: string, body?: unknown, headers?: Record<string, string>) {
  const answer = await fetch(`${app.url}${path}`, {
    method,
    headers: {
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  answers.push(text);
  headersSeen.push([`${method} ${path} ${answer.status}`, answer.headers]);
  return text;
}

test('no secret is in a log line, an answer, a plan, a settings message or a row', async () => {
  const { id } = await supabase.createUser({ email: 'ada@example.com' });
  const token = await supabase.mintToken(id);
  const forged = await supabase.forgeToken(id, 'foreign-key');

  // Requests that succeed.
  const goal: { id: string } = JSON.parse(await ask('POST', '/goals', token, { title: 'Run 10 km in 6 weeks' }));
  await ask('POST', '/api/chat', token, { message: 'Tell me a joke' }, { 'X-Client-Id': 'talk' });
  const settings = await ask('POST', '/api/v1/voice/session', token, {});
  const granted: { deepgram_token: string } = JSON.parse(settings);
  await until(
    async () => (await ask('GET', `/goals/${goal.id}`, token)).match(/"plan_status":"(\w+)"/)?.[1],
    (status) => status === 'ready' || status === 'failed',
  );
  await until(
    async () => (await ask('GET', '/api/chat/response/talk', token)).match(/"status":"(\w+)"/)?.[1],
    (status) => status === 'done' || status === 'failed',
  );
  expect(await ask('GET', '/api/chat/response/talk', token)).toContain("isn't set up properly");
  await ask('GET', '/api/health/ready');
  await ask('GET', '/api/config');
  await ask('GET', '/account/export', token);

  // Requests that fail, in as many ways as there are.
  for (const wrong of [forged, `${token}x`, secrets.SUPABASE_SECRET_KEY, 'x']) await ask('GET', '/goals', wrong);
  await ask('GET', `/goals?token=${token}`, undefined);
  await ask('POST', '/goals', token, `{"title": "${token}`);
  await ask('POST', '/goals', token, { title: 1, [`${token.slice(0, 40)}`]: 1 });
  await ask('POST', '/api/inngest?fnId=x&stepId=step', undefined, { ctx: {} });
  await ask('PUT', '/api/inngest', undefined, {}, { 'x-inngest-signature': 't=1&s=x' });
  await ask('GET', '/api/inngest');

  const log = app.output();
  expect(log).toContain('"msg":"request"');
  const rows: string[] = [];
  for (const { name } of await supabase.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relkind = 'r'
     and relnamespace::regnamespace::text in ('public', 'private', 'auth', 'inngest_local')`,
  )) {
    for (const { row } of await supabase.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`))
      rows.push(row);
  }
  expect(rows.length).toBeGreaterThan(20);
  for (const [name, secret] of Object.entries(secrets)) {
    for (const [where, text] of Object.entries({ log, answers: answers.join('\n'), rows: rows.join('\n') })) {
      expect(text.includes(secret), `${name} in the ${where}`).toBe(false);
    }
  }
  // Nor is anything that opens a door for a person.
  for (const credential of [token, forged, granted.deepgram_token, token.split('.')[2] ?? token]) {
    expect(log.includes(credential), 'a token in the log').toBe(false);
    expect(rows.join('\n').includes(credential), 'a token in a row').toBe(false);
  }
  expect(answers.filter((answer) => answer.includes(token))).toEqual([]);
});

test('a program sees nothing of the environment that it is started from', async () => {
  Object.assign(process.env, secrets);
  const stack = await startTestStack({ runner: true, sandbox: true });
  try {
    // Without a model the program of a message is run as it is.
    for (const name of ['OPENAI_API_KEY', 'OPENAI_BASE_URL']) delete process.env[name];
    const person = await stack.signUp();
    const message = `Run this:\n\`\`\`python
import os, sys
print(dict(os.environ))
for path in ["/proc/self/environ", "/proc/1/environ", "/proc/self/cmdline", ".env", "../.env"]:
    try:
        print(open(path, errors="replace").read())
    except OSError as error:
        print(path, type(error).__name__)
print(sys.argv)
\`\`\``;
    await person.post('/api/chat', { message }, { 'X-Client-Id': 'environment' });
    const { body } = await until(
      () => person.get<{ status: string; execution?: { stdout: string } }>('/api/chat/response/environment'),
      (answer) => ['done', 'failed'].includes(answer.body.status),
    );
    expect(body.execution?.stdout).toContain('{');
    for (const [name, secret] of Object.entries({ ...secrets, E2B_API_KEY: process.env.E2B_API_KEY ?? '' })) {
      expect(JSON.stringify(body).includes(secret), name).toBe(false);
      expect(body.execution?.stdout, name).not.toContain(name);
    }
  } finally {
    await stack.stop();
    for (const name of Object.keys(secrets)) delete process.env[name];
  }
});

test('every answer carries the security headers and is kept by nobody', async () => {
  for (const { method, path } of await apiOperations()) {
    const target = path.replace(/\{[^}]+\}/g, 'x');
    for (const verb of new Set([method, 'PURGE'])) await ask(verb, target);
  }
  await ask('GET', '/api/inngest');
  for (const [what, headers] of headersSeen) {
    const seen = Object.fromEntries(
      ['x-content-type-options', 'x-frame-options', 'referrer-policy', 'strict-transport-security'].map((name) => [
        name,
        headers.get(name),
      ]),
    );
    // A path that no function serves is the host's answer, not ours.
    if (headers.get('x-request-id') === null && what.endsWith(' 404')) continue;
    expect({ what, ...seen }).toEqual({
      what,
      'x-content-type-options': 'nosniff',
      'x-frame-options': expect.stringMatching(/^(DENY|SAMEORIGIN)$/),
      'referrer-policy': 'no-referrer',
      'strict-transport-security': expect.stringMatching(/^max-age=\d{7,}/),
    });
    expect(headers.get('x-powered-by'), what).toBeNull();
    if (!what.includes('/api/inngest')) expect(headers.get('cache-control'), what).toMatch(/no-store|private/);
  }
});

import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signatureHeader } from '../../local/inngest/signature.ts';
import { type Deployed, startDeployed } from '../support/deployed.ts';

const signingKey = 'signkey-test-0123456789abcdef0123456789abcdef';
const eventKey = 'event-key-0123456789';
const production = { VERCEL: '1', VERCEL_ENV: 'production', LOG_LEVEL: 'silent' };
const keys = { INNGEST_SIGNING_KEY: signingKey, INNGEST_EVENT_KEY: eventKey };
/** A step of a function, as Inngest asks for it. */
const execution = {
  version: 2,
  event: { name: 'inngest/scheduled.timer', data: {} },
  events: [{ name: 'inngest/scheduled.timer', data: {} }],
  steps: {},
  use_api: false,
  ctx: {
    run_id: '01J0000000000000000000000A',
    attempt: 0,
    disable_immediate_execution: true,
    use_api: false,
    stack: { stack: [], current: 0 },
  },
};

function call(url: string, method: string, body?: unknown, signature?: string, headers?: Record<string, string>) {
  const query = method === 'POST' ? '?fnId=flux-backend-sweep&stepId=step' : '';
  return fetch(`${url}/api/inngest${query}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(signature === undefined ? {} : { 'x-inngest-signature': signature }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  });
}

describe('deployed with a signing key', () => {
  let deployed: Deployed;
  beforeAll(async () => {
    deployed = await startDeployed({ ...production, ...keys, INNGEST_BASE_URL: 'http://127.0.0.1:9' });
  });
  afterAll(() => deployed?.stop());

  const inBand = { 'x-inngest-sync-kind': 'in_band' };
  const asks: [string, string, unknown, Record<string, string>?][] = [
    ['run a step', 'POST', execution],
    ['sync in band', 'PUT', { url: 'http://evil.example/api/inngest' }, inBand],
    ['sync out of band', 'PUT', undefined],
    ['introspect', 'GET', undefined],
  ];
  const signatures: [string, (body: unknown) => string | undefined][] = [
    ['no signature', () => undefined],
    ['a signature of another key', (body) => signatureHeader(body ?? '', 'signkey-test-ffffffff', Date.now())],
    ['a signature of another body', () => signatureHeader({ other: true }, signingKey, Date.now())],
    ['a signature that is an hour old', (body) => signatureHeader(body ?? '', signingKey, Date.now() - 3_600_000)],
    ['a signature that is text', () => 't=1&s=abc'],
  ];
  const cases = asks.flatMap(([what, method, body, headers]) =>
    signatures.map(([kind, sign]) => ({ what, kind, method, body, headers, signature: sign(body) })),
  );
  test.each(cases)('a request to $what with $kind is 401 and says nothing', async (sent) => {
    const answer = await call(deployed.url, sent.method, sent.body, sent.signature, sent.headers);
    const text = await answer.text();
    expect({ status: answer.status, text }).toMatchObject({ status: 401 });
    expect(text).not.toMatch(/function_count|has_event_key|mode|signkey|event-key|flux-backend|\bat .*\.[jt]s/);
  });

  test('a request that Inngest signed is served', async () => {
    const body = { url: `${deployed.url}/api/inngest` };
    const answer = await call(deployed.url, 'PUT', body, signatureHeader(body, signingKey, Date.now()), inBand);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toContain('flux-backend-sweep');
    expect(text).not.toContain(signingKey);
    expect(text).not.toContain(eventKey);
    const step = await call(deployed.url, 'POST', execution, signatureHeader(execution, signingKey, Date.now()));
    expect({ status: step.status, text: await step.text() }).toMatchObject({ status: 206 });
  });
});

test.each<[string, Record<string, string>, string]>([
  ['without keys', {}, 'INNGEST_SIGNING_KEY and INNGEST_EVENT_KEY'],
  ['without the event key', { INNGEST_SIGNING_KEY: signingKey }, 'INNGEST_EVENT_KEY'],
  ['with keys and INNGEST_DEV, which would switch signatures off', { ...keys, INNGEST_DEV: '1' }, 'INNGEST_DEV'],
  ['with INNGEST_DEV as an address', { ...keys, INNGEST_DEV: 'http://127.0.0.1:9' }, 'INNGEST_DEV'],
])('deployed %s, nothing is served', async (_, env, named) => {
  const hosts: Record<string, string>[] = [
    production,
    { NETLIFY: 'true', LOG_LEVEL: 'silent' },
    { SITE_ID: 'a-site', LOG_LEVEL: 'silent' },
    { NODE_ENV: 'production', LOG_LEVEL: 'silent' },
  ];
  for (const host of hosts) {
    const deployed = await startDeployed({ ...host, ...env });
    try {
      for (const method of ['GET', 'PUT', 'POST']) {
        const answer = await call(deployed.url, method, method === 'GET' ? undefined : execution);
        expect(await answer.json()).toMatchObject({
          status: 503,
          code: 'not_configured',
          detail: expect.stringContaining(named),
        });
      }
    } finally {
      await deployed.stop();
    }
  }
});

test.each<[string, Record<string, string>]>([
  ['vercel dev', { VERCEL: '1', VERCEL_ENV: 'development' }],
  ['netlify dev', { NETLIFY: 'true', NETLIFY_DEV: 'true' }],
])('`%s` is no deployment: the dev server is served', async (_, host) => {
  const deployed = await startDeployed({ ...host, LOG_LEVEL: 'silent', INNGEST_DEV: 'http://127.0.0.1:9' });
  try {
    expect((await call(deployed.url, 'GET')).status).toBe(200);
  } finally {
    await deployed.stop();
  }
});

test('the dev server’s door, which nothing signs, refuses plainly what Inngest never asks for', async () => {
  const deployed = await startDeployed({ LOG_LEVEL: 'silent', INNGEST_DEV: 'http://127.0.0.1:9' });
  const send = async (method: string, query: string, body?: string, headers = {}) => {
    const options = { method, headers, signal: AbortSignal.timeout(30_000), ...(body === undefined ? {} : { body }) };
    const answer = await fetch(`${deployed.url}/api/inngest${query}`, options);
    const text = await answer.text();
    expect(text).not.toMatch(/\bat .*\.[jt]s/);
    return answer.status;
  };
  try {
    const known = '?fnId=flux-backend-sweep&stepId=step';
    for (const body of ['{', '"t"', '{}', 'null', '[]', ''])
      expect(await send('POST', known, body)).toBeOneOf([400, 422]);
    for (const body of ['{', '"t"', '{"url":1}', 'null']) expect(await send('PUT', '', body)).toBeOneOf([400, 422]);
    expect(await send('PUT', '', '', { 'x-inngest-sync-kind': 'in_band' })).toBe(422);
    // Nothing listens where the dev server should.
    expect(await send('PUT', '')).toBe(503);
    for (const query of ['', '?fnId=', '?fnId=__proto__', '?fnId=flux-backend-nothing&stepId=step']) {
      expect(await send('POST', query, JSON.stringify(execution))).toBe(404);
    }
    for (const method of ['DELETE', 'PATCH', 'HEAD']) expect(await send(method, known)).toBe(405);
    // Announced only: a server that refuses a body need not read it, and whoever still writes then may not hear the answer.
    const tooLarge = request(`${deployed.url}/api/inngest${known}`, {
      method: 'POST',
      headers: { 'content-length': 34_000_000 },
    });
    tooLarge.on('error', () => {});
    tooLarge.write('"');
    const [refused] = await once(tooLarge, 'response', { signal: AbortSignal.timeout(30_000) });
    expect(refused.statusCode).toBe(413);
    tooLarge.destroy();
    expect(await send('POST', known, JSON.stringify(execution))).toBe(206);
  } finally {
    await deployed.stop();
  }
});

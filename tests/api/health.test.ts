import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readiness } from '../../lib/health.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack();
});
afterAll(() => stack.stop());

test('liveness answers exactly as documented, without a token', async () => {
  expect((await stack.request('/health')).body).toEqual({ status: 'ok', service: 'flux-backend' });
  expect((await stack.request('/api/health')).body).toEqual({ status: 'healthy', service: 'api-server' });
});

test('readiness says of each dependency what it is and whether it answers', async () => {
  const inngest = createServer((_, response) => response.end('{}'));
  await new Promise<void>((resolve) => inngest.listen(0, '127.0.0.1', resolve));
  process.env.INNGEST_DEV = `http://127.0.0.1:${(inngest.address() as AddressInfo).port}`;
  const { status, body } = await stack.request('/api/health/ready');
  expect(body).toMatchObject({
    status: 'ready',
    dependencies: {
      database: { mode: 'local', ok: true, latency_ms: expect.any(Number), reason: null },
      auth: { mode: 'local', ok: true },
      inngest: { mode: 'dev server', ok: true },
      model: { mode: 'none', ok: true, latency_ms: null, reason: expect.stringContaining('OPEN_ROUTER_API_KEY') },
      voice: { mode: 'off', ok: true, reason: expect.stringContaining('DEEPGRAM_API_KEY') },
    },
  });
  expect(status).toBe(200);
  inngest.close();
});

test('a dependency that is down makes readiness 503, with the reason', async () => {
  process.env.INNGEST_DEV = 'http://127.0.0.1:9';
  const fresh = await until503();
  expect(fresh.body).toMatchObject({
    status: 'not_ready',
    dependencies: {
      database: { ok: true },
      inngest: { ok: false, reason: expect.stringContaining('could not be reached') },
    },
  });

  /** Answers are kept for some seconds: ask until a new one is made. */
  async function until503() {
    for (;;) {
      const answer = await stack.request('/api/health/ready');
      if (answer.status === 503) return answer;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
});

test('many askers at once cost one round of questions', () => {
  expect(readiness()).toBe(readiness());
});

test('a path that does not exist is a 404 problem', async () => {
  expect((await stack.request('/api/nothing')).body).toMatchObject({ status: 404, code: 'not_found' });
});

test('browsers of allowed origins may call, others may not, and what they need is exposed', async () => {
  process.env.CORS_ORIGINS = 'https://app.example';
  const ask = (origin: string) => stack.request('/health', { headers: { Origin: origin } });
  const allowed = await ask('https://app.example');
  expect(allowed.headers.get('access-control-allow-origin')).toBe('https://app.example');
  expect(allowed.headers.get('access-control-expose-headers')).toContain('Idempotency-Replayed');
  expect((await ask('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
});

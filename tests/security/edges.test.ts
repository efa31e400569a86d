import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestStack } from '../support/stack.ts';
import { seedBelongings } from './belongings.ts';
import { startWholeStack } from './stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startWholeStack();
});
afterAll(() => stack?.stop());

/** fetch sets Host by itself. */
function statusFor(host: string, token: string): Promise<number | undefined> {
  const { hostname, port } = new URL(stack.api.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path: '/goals', headers: { host, authorization: `Bearer ${token}` } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test('the dev server answers to its own names only, whoever is signed in', async () => {
  const { token } = await stack.signUp();
  for (const host of ['localhost', '127.0.0.1', 'localhost:3000']) expect(await statusFor(host, token), host).toBe(200);
  for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '0.0.0.0', '192.168.0.1']) {
    expect(await statusFor(host, token), host).toBeGreaterThanOrEqual(400);
  }
});

test('an artifact is a download that cannot act, whatever it says that it is', async () => {
  const person = await stack.signUp();
  const { artifactId } = await seedBelongings(stack, person);
  const answer = await fetch(`${stack.api.url}/api/chat/artifacts/${artifactId}`, {
    headers: { Authorization: `Bearer ${person.token}` },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Type')).toContain('text/html');
  expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment;/);
  expect(answer.headers.get('Content-Security-Policy')).toContain('sandbox');
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
});
